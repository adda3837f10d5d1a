/* content/records/ → rows. Values first, in the order of the files; references are followed
 * when all records are known (link.c). */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

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

/* `{a:1}` is a key "a:1" without a value: YAML wants a blank after the colon */
static bool lacks_blank(const struct tree *entry, const struct record_type *type) {
    size_t colon = str_find_char(entry->key, ':');
    struct str name = str_slice(entry->key, 0, colon);
    return colon != STR_NONE && tree_is_empty(entry) &&
           (schema_field(type, name) || str_equal(name, STR("id")));
}

/* `{price: 7,5}` is a price of 7 and a key "5": between braces a comma ends the value */
static bool cut_by_comma(const struct tree *entry) {
    bool digits = entry->key.size > 0 && tree_is_empty(entry);
    for (size_t i = 0; i < entry->key.size; i++)
        digits &= entry->key.data[i] >= '0' && entry->key.data[i] <= '9';
    return digits;
}

static void unknown_field(struct checker *checker, const struct tree *entry,
                          const struct row *row) {
    struct str context = row_context(checker, row);
    struct str near = map_nearest(&row->type->by_name, entry->key);
    if (lacks_blank(entry, row->type))
        DIAG_IN(checker->diags, DIAG_NO_BLANK, tree_key_span(entry), context, entry->key);
    else if (cut_by_comma(entry))
        DIAG_IN(checker->diags, DIAG_COMMA_ENDS, tree_key_span(entry), context, entry->key);
    else
        DIAG_IN(checker->diags, near.size ? DIAG_UNKNOWN_FIELD : DIAG_UNKNOWN_FIELD_FAR,
                tree_key_span(entry), context, entry->key, row->type->name, near);
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

/* The field that an entry fills: by its name, or by the name that it had before. */
static const struct field *field_of(struct checker *checker, const struct tree *tree,
                                    const struct tree *entry, const struct row *row) {
    const struct field *field = schema_field(row->type, entry->key);
    if (field)
        return field;
    field = schema_field_was(row->type, entry->key);
    if (!field) {
        unknown_field(checker, entry, row);
        return NULL;
    }
    const struct tree *first = tree;
    for (first = tree->first; first != entry; first = first->next)
        if (schema_field_was(row->type, first->key) == field)
            break;
    if (first == entry)
        first = tree_get(tree, field->name);
    if (first) {
        DIAG_IN(checker->diags, DIAG_TWO_NAMES, tree_key_span(entry), row_context(checker, row),
                entry->key, first->key, field->name);
        return NULL;
    }
    DIAG_IN(checker->diags, DIAG_OLD_NAME, tree_key_span(entry), row_context(checker, row),
            entry->key, field->name);
    return field;
}

/* a field without a key: what that means is said by its schema */
static void read_absent(struct checker *checker, const struct field *field, struct row *row) {
    struct value *value = &row->values[field->index];
    if (field->otherwise)
        *value = *field->otherwise;
    else if (field->absent_is_none)
        value->state = VALUE_NOT_APPLICABLE;
    if (field->required)
        DIAG_IN(checker->diags, DIAG_MISSING_FIELD, row->span, row_context(checker, row),
                field_name(checker->arena, field), field->name);
}

/* the entry that was read into a field */
static const struct tree *entry_of(const struct tree *tree, const struct row *row,
                                   const struct field *field) {
    const struct tree *entry = tree->first;
    while (entry && schema_field(row->type, entry->key) != field &&
           schema_field_was(row->type, entry->key) != field)
        entry = entry->next;
    return entry;
}

/* Fields of which nothing was read: an entry that was leaves its place in the value. */
static void read_rest(struct checker *checker, const struct tree *tree, struct row *row) {
    for (size_t i = 0; i < row->type->field_count; i++) {
        const struct field *field = &row->type->fields[i];
        const struct value *value = &row->values[i];
        if (!value->span.source) {
            read_absent(checker, field, row);
            continue;
        }
        const struct tree *entry = field->required && value->state == VALUE_MISSING
                                       ? entry_of(tree, row, field)
                                       : NULL;
        if (entry && tree_is_empty(entry))
            DIAG_IN(checker->diags, DIAG_MISSING_FIELD, tree_key_span(entry),
                    row_context(checker, row), field_name(checker->arena, field), field->name);
    }
}

static void row_read(struct checker *checker, const struct tree *tree, struct row *row,
                     bool id_inside) {
    for (const struct tree *entry = tree->first; entry; entry = entry->next) {
        if (str_equal(entry->key, STR("id"))) {
            if (!id_inside)
                DIAG(checker->diags, DIAG_ID_IN_FILE, tree_key_span(entry), row->id);
            continue;
        }
        const struct field *field = field_of(checker, tree, entry, row);
        if (!field)
            continue;
        struct value *value = &row->values[field->index];
        if (field->rows)
            read_rows(checker, field, entry, row, value);
        else
            value_read(checker, field, entry, row, value);
    }
    read_rest(checker, tree, row);
}

static void read_rows(struct checker *checker, const struct field *field,
                      const struct tree *list, struct row *parent, struct value *value) {
    *value = (struct value){.state = VALUE_MISSING, .span = list->span};
    if (tree_is_empty(list))
        return;
    if (list->kind == TREE_SCALAR && !list->quoted && str_equal(list->text, STR("n/a"))) {
        value->state = VALUE_NOT_APPLICABLE;
        return;
    }
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
                    row_context(checker, parent), word_argument(WORD_FIELD_VALUE));
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
    count_check(checker, field, list, parent, list->count);
}

static void read_record(struct checker *checker, const struct record_type *type,
                        const struct tree *tree, struct str id, struct span span, bool inside) {
    if (tree->kind != TREE_MAPPING) {
        DIAG(checker->diags, DIAG_NOT_A_MAPPING, tree->span, word_argument(WORD_FIELD_VALUE));
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
            else if (type)
                map_put(&checker->unread, type->name, checker);
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
