/* When all records are known: references are followed, rows are named and put in the order of
 * publication, and what must be unique is compared. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"
#include "locale/locale.h"

static struct rowset *set_of(struct checker *checker, const struct record_type *type) {
    return &checker->checked->dataset.sets[type->index];
}

static void link_value(struct checker *checker, const struct field *field, struct value *value,
                       const struct row *row) {
    if (value->state != VALUE_PRESENT)
        return;
    if (field->type == FIELD_LIST) {
        for (size_t i = 0; field->item && i < value->count; i++)
            link_value(checker, field->item, &value->items[i], row);
        return;
    }
    if (field->type != FIELD_REF || !field->target)
        return;
    const struct rowset *set = set_of(checker, field->target);
    value->ref = map_get(&set->by_id, value->text);
    if (value->ref || map_get(&checker->unread, field->target->name))
        return;
    struct str near = map_nearest(&set->by_id, value->text);
    DIAG_IN(checker->diags, near.size ? DIAG_DANGLING : DIAG_DANGLING_FAR, value->span,
            row_context(checker, row), field_name(checker->arena, field), value->text,
            field->target->name, near);
}

static struct str number_key(struct checker *checker, int64_t number) {
    unsigned char bytes[8];
    uint64_t flipped = (uint64_t)number ^ (UINT64_C(1) << 63);
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)(flipped >> (56 - 8 * i));
    return str_copy(checker->arena, (struct str){(const char *)bytes, sizeof bytes});
}

static struct str sort_key(struct checker *checker, const struct row *row) {
    const struct field *field = row->type->sort;
    if (!field)
        return locale_sort_key(checker->arena, checker->checked->locale, row->id);
    const struct value *value = &row->values[field->index];
    if (value->state != VALUE_PRESENT)
        return STR("\xFF");
    if (field->type == FIELD_TEXT)
        return locale_sort_key(checker->arena, checker->checked->locale, value->text);
    return number_key(checker, value->number);
}

static int by_key(const void *left, const void *right) {
    const struct row *a = *(struct row *const *)left, *b = *(struct row *const *)right;
    int order = str_compare(a->sort_key, b->sort_key);
    return order ? order : str_compare(a->id, b->id);
}

static void order_rows(struct checker *checker, struct rowset *set) {
    if (set->type->parent) { /* child rows follow their parents, as written */
        size_t count = 0;
        const struct rowset *parents = set_of(checker, set->type->parent);
        for (size_t i = 0; i < parents->count; i++) {
            const struct value *value =
                &parents->items[i]->values[set->type->parent_field->index];
            for (size_t j = 0; j < value->count; j++)
                set->items[count++] = value->rows[j];
        }
        set->count = count;
    } else if (set->count) {
        for (size_t i = 0; i < set->count; i++)
            set->items[i]->sort_key = sort_key(checker, set->items[i]);
        qsort(set->items, set->count, sizeof *set->items, by_key);
    }
    for (size_t i = 0; i < set->count; i++)
        set->items[i]->index = i;
}

static struct str value_key(struct checker *checker, const struct field *field,
                            const struct value *value) {
    return field->type == FIELD_TEXT || field->type == FIELD_REF
               ? value->text
               : number_key(checker, value->number);
}

static void check_unique(struct checker *checker, const struct rowset *set,
                         const struct field *field) {
    struct map seen = map_make(checker->arena);
    const struct row *parent = NULL;
    for (size_t i = 0; i < set->count; i++) {
        const struct row *row = set->items[i];
        const struct value *value = &row->values[field->index];
        if (field->unique == UNIQUE_IN_LIST && row->parent != parent)
            seen = map_make(checker->arena); /* child rows follow their parents */
        parent = row->parent;
        if (value->state != VALUE_PRESENT || field->type == FIELD_LIST)
            continue;
        const struct row *first =
            map_put(&seen, value_key(checker, field, value), set->items[i]);
        if (first)
            DIAG_IN(checker->diags, DIAG_NOT_UNIQUE, value->span, row_context(checker, row),
                    field_name(checker->arena, field), span_text(value->span),
                    row_name(checker->arena, first));
    }
}

/* A default is one value of the schema, followed once; its copies in the rows point at it. */
static void link_otherwise(struct checker *checker, const struct rowset *set,
                           struct field *field) {
    if (!field->otherwise || field->type != FIELD_REF)
        return;
    link_value(checker, field, field->otherwise, NULL);
    for (size_t i = 0; i < set->count; i++) {
        struct value *value = &set->items[i]->values[field->index];
        if (value->span.source == field->otherwise->span.source)
            *value = *field->otherwise;
    }
}

static bool is_linked(const struct field *field, const struct value *value) {
    return field->otherwise && value->span.source == field->otherwise->span.source;
}

void links_check(struct checker *checker) {
    struct dataset *dataset = &checker->checked->dataset;
    for (size_t i = 0; i < dataset->schema->count; i++) {
        struct rowset *set = &dataset->sets[i];
        for (size_t k = 0; k < set->type->field_count; k++)
            link_otherwise(checker, set, &set->type->fields[k]);
        for (size_t j = 0; j < set->count; j++) {
            struct row *row = set->items[j];
            row->title = row_title(checker, row);
            if (row->title.size == 0)
                row->title = row->id;
            for (size_t k = 0; k < set->type->field_count; k++)
                if (!is_linked(&set->type->fields[k], &row->values[k]))
                    link_value(checker, &set->type->fields[k], &row->values[k], row);
        }
        order_rows(checker, set);
        for (size_t k = 0; k < set->type->field_count; k++)
            if (set->type->fields[k].unique != UNIQUE_NO)
                check_unique(checker, set, &set->type->fields[k]);
    }
}
