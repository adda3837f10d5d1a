/* content/records/ → rows. Values first, in the order of the files; references are followed
 * when all records are known (links_check). */
#include <stdlib.h>

#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"
#include "locale/locale.h"

static struct rowset *set_of(struct checker *checker, const struct record_type *type) {
    return &checker->checked->dataset.sets[type->index];
}

/* Adds a row to its set; a second one of the same id is reported, and left out. */
static bool row_add(struct checker *checker, struct row *row) {
    struct rowset *set = set_of(checker, row->type);
    if (row->id.size) {
        const struct row *first = map_put(&set->by_id, row->id, row);
        if (first) {
            struct place place = span_place(first->span);
            DIAG(checker->diags, DIAG_DUPLICATE_ID, row->span, row->type->name, row->id,
                 str_format(checker->arena, "%.*s:%zu", STR_ARG(first->span.source->path),
                            place.line));
            return false;
        }
    }
    set->items = ARENA_PUSH(checker->arena, set->items, set->count, &set->capacity);
    set->items[set->count++] = row;
    return true;
}

static void unknown_field(struct checker *checker, const struct tree *entry,
                          const struct row *row) {
    struct str near = map_nearest(&row->type->by_name, entry->key);
    DIAG_IN(checker->diags, near.size ? DIAG_UNKNOWN_FIELD : DIAG_UNKNOWN_FIELD_FAR,
            entry->key_span, row_context(checker, row), entry->key, row->type->name, near);
}

static void read_rows(struct checker *checker, const struct field *field,
                      const struct tree *list, struct row *parent, struct value *value);

static struct row *row_new(struct checker *checker, const struct record_type *type,
                           struct str id, struct span span) {
    struct row *row = ARENA_NEW(checker->arena, struct row);
    row->type = type;
    row->id = id;
    row->span = span;
    row->values = ARENA_ARRAY(checker->arena, struct value, type->field_count);
    return row;
}

static void row_read(struct checker *checker, const struct tree *tree, struct row *row,
                     bool id_inside) {
    for (const struct tree *entry = tree->first; entry; entry = entry->next) {
        if (str_equal(entry->key, STR("id"))) {
            if (!id_inside)
                DIAG(checker->diags, DIAG_ID_IN_FILE, entry->key_span, row->id);
            continue;
        }
        const struct field *field = schema_field(row->type, entry->key);
        if (!field) {
            unknown_field(checker, entry, row);
            continue;
        }
        struct value *value = &row->values[field->index];
        if (field->rows)
            read_rows(checker, field, entry, row, value);
        else
            value_read(checker, field, entry, row, value);
    }
    for (size_t i = 0; i < row->type->field_count; i++) {
        const struct field *field = &row->type->fields[i];
        const struct tree *entry = tree_get(tree, field->name);
        if (!entry && field->absent_is_none)
            row->values[i].state = VALUE_NOT_APPLICABLE;
        if (field->required && (!entry || tree_is_empty(entry)))
            DIAG_IN(checker->diags, DIAG_MISSING_FIELD, entry ? entry->key_span : row->span,
                    row_context(checker, row), field_name(checker->arena, field), field->name);
    }
}

static void read_rows(struct checker *checker, const struct field *field,
                      const struct tree *list, struct row *parent, struct value *value) {
    *value = (struct value){.state = VALUE_MISSING, .span = list->span};
    if (tree_is_empty(list))
        return;
    if (list->kind != TREE_LIST) {
        DIAG_IN(checker->diags, DIAG_NOT_A_LIST, list->span, row_context(checker, parent),
                field_name(checker->arena, field), list->text);
        return;
    }
    value->state = VALUE_PRESENT;
    value->rows = ARENA_ARRAY(checker->arena, struct row *, list->count);
    for (const struct tree *item = list->first; item; item = item->next) {
        if (item->kind != TREE_MAPPING) {
            DIAG_IN(checker->diags, DIAG_NOT_A_MAPPING, item->span,
                    row_context(checker, parent), STR("field: value"));
            continue;
        }
        const struct tree *id = tree_get(item, STR("id"));
        struct str name = id ? mapping_text(checker, item, "id") : STR_EMPTY;
        if (id && !id_check(checker, name, id->span))
            name = STR_EMPTY;
        struct row *row = row_new(checker, field->rows, name, id ? id->span : item->span);
        row->parent = parent;
        row_read(checker, item, row, true);
        if (row_add(checker, row))
            value->rows[value->count++] = row;
    }
}

static void read_record(struct checker *checker, const struct record_type *type,
                        const struct tree *tree, struct str id, struct span span, bool inside) {
    if (tree->kind != TREE_MAPPING) {
        DIAG(checker->diags, DIAG_NOT_A_MAPPING, tree->span, STR("field: value"));
        return;
    }
    if (!id_check(checker, id, span))
        return;
    struct row *row = row_new(checker, type, id, span);
    row_read(checker, tree, row, inside);
    row_add(checker, row);
}

static void read_list_file(struct checker *checker, const struct record_type *type,
                           const struct tree *root) {
    if (root->kind != TREE_LIST) {
        DIAG(checker->diags, DIAG_NOT_A_RECORD_LIST, root->span, type->name);
        return;
    }
    for (const struct tree *item = root->first; item; item = item->next) {
        const struct tree *id = tree_get(item, STR("id"));
        if (!id || id->kind != TREE_SCALAR)
            DIAG(checker->diags, DIAG_MISSING_KEY, item->span, STR("id"));
        else
            read_record(checker, type, item, id->text, id->span, true);
    }
}

void records_check(struct checker *checker) {
    struct checked *checked = checker->checked;
    const struct content_files *files = &checker->content->records;
    checked->dataset.schema = &checked->schema;
    checked->dataset.sets = ARENA_ARRAY(checker->arena, struct rowset, checked->schema.count);
    for (size_t i = 0; i < checked->schema.count; i++)
        checked->dataset.sets[i] = (struct rowset){.type = checked->schema.types[i],
                                                   .by_id = map_make(checker->arena)};
    for (size_t i = 0; i < files->count; i++) {
        const struct content_file *file = &files->items[i];
        struct str name = file->folder.size ? file->folder : file->stem;
        const struct record_type *type = map_get(&checked->schema.by_name, name);
        struct span start = {file->source, 0, 0};
        if (!file->root) {
            /* it could not be read: references to it are not to be blamed */
            if (type && file->folder.size)
                map_put(&set_of(checker, type)->by_id, file->stem,
                        row_new(checker, type, file->stem, start));
            continue;
        }
        if (!type || type->parent)
            DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, start, name,
                 map_nearest(&checked->schema.by_name, name));
        else if (file->folder.size)
            read_record(checker, type, file->root, file->stem, start, false);
        else
            read_list_file(checker, type, file->root);
    }
}

/* --- references, names and order */

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
    if (value->ref)
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

static void check_unique(struct checker *checker, const struct rowset *set,
                         const struct field *field) {
    struct map seen = map_make(checker->arena);
    for (size_t i = 0; i < set->count; i++) {
        const struct value *value = &set->items[i]->values[field->index];
        if (value->state != VALUE_PRESENT || field->type == FIELD_LIST)
            continue;
        struct str key = field->type == FIELD_TEXT || field->type == FIELD_REF
                             ? value->text
                             : number_key(checker, value->number);
        const struct row *first = map_put(&seen, key, set->items[i]);
        if (first)
            DIAG(checker->diags, DIAG_NOT_UNIQUE, value->span,
                 field_name(checker->arena, field), span_text(value->span),
                 row_name(checker->arena, first));
    }
}

void links_check(struct checker *checker) {
    struct dataset *dataset = &checker->checked->dataset;
    for (size_t i = 0; i < dataset->schema->count; i++) {
        struct rowset *set = &dataset->sets[i];
        for (size_t j = 0; j < set->count; j++) {
            struct row *row = set->items[j];
            row->title = row_title(checker, row);
            if (row->title.size == 0)
                row->title = row->id;
            for (size_t k = 0; k < set->type->field_count; k++)
                link_value(checker, &set->type->fields[k], &row->values[k], row);
        }
        order_rows(checker, set);
        for (size_t k = 0; k < set->type->field_count; k++)
            if (set->type->fields[k].unique)
                check_unique(checker, set, &set->type->fields[k]);
    }
}
