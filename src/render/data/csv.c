/* One file per record type, child types included. */
#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "render/data/internal.h"
#include "render/escape.h"

static struct str scalar_text(struct arena *arena, const struct field *field,
                              const struct value *value) {
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_REF:
        return value->text;
    case FIELD_ENUM:
        return field->codes[value->number].name;
    case FIELD_BOOLEAN:
        return value->number ? STR("true") : STR("false");
    case FIELD_DATE:
        return date_iso(arena, date_from_number(value->number));
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
    case FIELD_YEAR:
        return decimal_text(arena, (struct decimal){value->number, field->places});
    case FIELD_LIST:
    case FIELD_TYPE_COUNT:
        break;
    }
    ASSERT(false && "lists are written by their items");
    return STR_EMPTY;
}

static struct str value_text(struct arena *arena, const struct field *field,
                             const struct value *value) {
    if (value->state == VALUE_MISSING)
        return STR_EMPTY;
    if (value->state == VALUE_NOT_APPLICABLE)
        return STR("n/a");
    if (field->type != FIELD_LIST)
        return scalar_text(arena, field, value);
    struct buf list = buf_make(arena);
    for (size_t i = 0; field->item && i < value->count; i++) {
        if (i)
            buf_add_char(&list, ' ');
        if (value->items[i].state == VALUE_PRESENT)
            buf_add(&list, scalar_text(arena, field->item, &value->items[i]));
    }
    return buf_str(&list);
}

static void add_row(struct arena *scratch, const struct site *site, const struct row *row,
                    struct buf *out) {
    if (site->illustrative) {
        escape_csv(out, site->notice);
        buf_add_char(out, ',');
    }
    if (row->parent) {
        escape_csv(out, row->parent->id);
        buf_add_char(out, ',');
    }
    escape_csv(out, row->id);
    for (size_t i = 0; i < row->type->field_count; i++) {
        const struct field *field = &row->type->fields[i];
        if (field->rows || field->visibility > site->audience)
            continue;
        buf_add_char(out, ',');
        escape_csv(out, value_text(scratch, field, &row->values[i]));
    }
    buf_add(out, STR("\r\n"));
}

void csv_write(const struct site *site, const struct rowset *set, struct buf *out) {
    buf_add(out, STR("\xEF\xBB\xBF"));
    if (site->illustrative)
        buf_add(out, STR("notice,"));
    if (set->type->parent) {
        escape_csv(out, set->type->parent->name);
        buf_add_char(out, ',');
    }
    buf_add(out, STR("id"));
    for (size_t i = 0; i < set->type->field_count; i++)
        if (!set->type->fields[i].rows && set->type->fields[i].visibility <= site->audience) {
            buf_add_char(out, ',');
            escape_csv(out, set->type->fields[i].name);
        }
    buf_add(out, STR("\r\n"));
    struct arena *line = arena_new();
    for (size_t i = 0; i < set->count; i++) {
        add_row(line, site, set->items[i], out);
        arena_reset(line);
    }
    arena_free(line);
}
