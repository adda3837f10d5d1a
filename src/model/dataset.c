/* Naming and dumping; check fills the rows. */
#include "model/dataset.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"

const struct rowset *dataset_rows(const struct dataset *dataset,
                                  const struct record_type *type) {
    ASSERT(type->index < dataset->schema->count);
    return &dataset->sets[type->index];
}

struct str row_name(struct arena *arena, const struct row *row) {
    if (row->parent) {
        struct str parent = row_name(arena, row->parent);
        if (row->id.size == 0)
            return parent;
        return str_format(arena, "%.*s, %.*s", STR_ARG(parent), STR_ARG(row->id));
    }
    if (row->title.size == 0 || str_equal(row->title, row->id))
        return str_format(arena, "%.*s %.*s", STR_ARG(row->type->name), STR_ARG(row->id));
    return str_format(arena, "%.*s (%.*s %.*s)", STR_ARG(row->title), STR_ARG(row->type->name),
                      STR_ARG(row->id));
}

static void dump_value(const struct field *field, const struct value *value, struct buf *out) {
    if (value->state == VALUE_NOT_APPLICABLE) {
        buf_add(out, STR("n/a"));
        return;
    }
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_REF:
        buf_add(out, value->text);
        break;
    case FIELD_ENUM:
        buf_add(out, field->codes[value->number].name);
        break;
    case FIELD_BOOLEAN:
        buf_add(out, value->number ? STR("true") : STR("false"));
        break;
    case FIELD_LIST:
        for (size_t i = 0; field->item && i < value->count; i++) {
            if (i)
                buf_add(out, STR(", "));
            dump_value(field->item, &value->items[i], out);
        }
        if (field->rows)
            buf_format(out, "%u rows", value->count);
        break;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
    case FIELD_DATE:
    case FIELD_YEAR:
    case FIELD_TYPE_COUNT:
        buf_number(out, value->number);
    }
}

void dataset_dump(const struct dataset *dataset, struct buf *out) {
    for (size_t i = 0; i < dataset->schema->count; i++) {
        const struct rowset *set = &dataset->sets[i];
        for (size_t j = 0; j < set->count; j++) {
            const struct row *row = set->items[j];
            struct place place = span_place(row->span);
            buf_format(out, "%.*s %.*s @%zu:%zu\n", STR_ARG(set->type->name), STR_ARG(row->id),
                       place.line, place.column);
            for (size_t k = 0; k < set->type->field_count; k++) {
                if (row->values[k].state == VALUE_MISSING)
                    continue;
                buf_format(out, "  %.*s: ", STR_ARG(set->type->fields[k].name));
                dump_value(&set->type->fields[k], &row->values[k], out);
                buf_add_char(out, '\n');
            }
        }
    }
}
