/* content/schema/<type>.yaml → record types. Fields are linked to the types they name when all
 * files have been read. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const TYPE_KEYS[] = {"label",       "title",      "sort", "fields",
                                        "description", "visibility", NULL};

struct record_type *record_type_new(struct checker *checker, struct str name,
                                    struct span span) {
    struct schema *schema = &checker->checked->schema;
    struct record_type *type = ARENA_NEW(checker->arena, struct record_type);
    type->name = name;
    type->label = name;
    type->span = span;
    type->index = schema->count;
    type->by_name = map_make(checker->arena);
    type->by_was = map_make(checker->arena);
    schema->types = ARENA_PUSH(checker->arena, schema->types, schema->count, &schema->capacity);
    schema->types[schema->count++] = type;
    map_put(&schema->by_name, name, type);
    return type;
}

static void unknown_name(struct checker *checker, const struct record_type *type,
                         struct span span, struct str name) {
    struct str near = map_nearest(&type->by_name, name);
    struct buf all = buf_make(checker->arena);
    for (size_t i = 0; i < type->field_count; i++)
        buf_format(&all, "%s%.*s", i ? ", " : "", STR_ARG(type->fields[i].name));
    DIAG(checker->diags, near.size ? DIAG_UNKNOWN_NAME : DIAG_UNKNOWN_NAME_FAR, span, name,
         type->name, near.size ? near : buf_str(&all));
}

void record_type_names(struct checker *checker, const struct tree *tree,
                       struct record_type *type) {
    struct str label = mapping_text(checker, tree, "label");
    struct str description = mapping_text(checker, tree, "description");
    if (label.size)
        type->label = label;
    if (description.size)
        type->description = description;
    if (!type->parent)
        audience_read(checker, tree, "visibility", &type->visibility);
    const struct tree *title = tree_get(tree, STR("title"));
    const struct tree *item = title && title->kind == TREE_LIST ? title->first : title;
    for (; item; item = title->kind == TREE_LIST ? item->next : NULL) {
        const struct field *field = schema_field(type, item->text);
        if (!field)
            unknown_name(checker, type, item->span, item->text);
        else if (type->title_count == COUNT_OF(type->title))
            DIAG(checker->diags, DIAG_TITLE_TOO_LONG, item->span, item->text);
        else
            type->title[type->title_count++] = field;
    }
    struct str sort = mapping_text(checker, tree, "sort");
    if (sort.size) {
        type->sort = schema_field(type, sort);
        if (!type->sort)
            unknown_name(checker, type, tree_get(tree, STR("sort"))->span, sort);
    }
}

/* An old name leads to one field, and is not the name of another. */
static void read_old_names(struct checker *checker, struct record_type *type,
                           const struct tree *fields) {
    for (size_t i = 0; i < type->field_count; i++) {
        struct field *field = &type->fields[i];
        const struct tree *was = tree_get(tree_get(fields, field->name), STR("was"));
        for (size_t j = 0; j < field->was_count; j++) {
            struct str name = field->was[j];
            const struct field *other = schema_field(type, name);
            if (!other)
                other = map_put(&type->by_was, name, field);
            if (other)
                DIAG(checker->diags, DIAG_OLD_NAME_TAKEN, was->span, name, other->name);
        }
    }
}

void fields_read(struct checker *checker, const struct tree *fields, struct record_type *type) {
    if (fields->kind != TREE_MAPPING) {
        DIAG(checker->diags, DIAG_NOT_A_MAPPING, fields->span, STR("name: {type: text}"));
        return;
    }
    type->fields = ARENA_ARRAY(checker->arena, struct field, fields->count);
    for (const struct tree *entry = fields->first; entry; entry = entry->next) {
        if (!id_check(checker, entry->key, tree_key_span(entry)))
            continue;
        if (str_equal(entry->key, STR("id"))) {
            DIAG(checker->diags, DIAG_ID_IS_NO_FIELD, tree_key_span(entry), STR_EMPTY);
            continue;
        }
        struct field *field = &type->fields[type->field_count++];
        field_read(checker, entry, type, field);
        map_put(&type->by_name, field->name, field);
    }
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].rows)
            type->fields[i].rows->parent_field = &type->fields[i];
    read_old_names(checker, type, fields);
}

static void link_field(struct checker *checker, struct field *field) {
    const struct schema *schema = &checker->checked->schema;
    if (field->type == FIELD_LIST && field->item)
        link_field(checker, field->item);
    if (field->type != FIELD_REF || field->target_name.size == 0)
        return;
    field->target = map_get(&schema->by_name, field->target_name);
    if (!field->target || field->target->parent)
        DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, field->span, field->target_name,
             map_nearest(&schema->by_name, field->target_name));
}

void schema_check(struct checker *checker) {
    struct schema *schema = &checker->checked->schema;
    const struct content_files *files = &checker->content->schema;
    schema->by_name = map_make(checker->arena);
    for (size_t i = 0; i < files->count; i++) {
        const struct tree *root = files->items[i].root;
        if (!root || !id_check(checker, files->items[i].stem, root->span) ||
            !mapping_check(checker, root, TYPE_KEYS))
            continue;
        struct record_type *type = record_type_new(checker, files->items[i].stem, root->span);
        const struct tree *fields = tree_get(root, STR("fields"));
        if (fields)
            fields_read(checker, fields, type);
        else
            DIAG(checker->diags, DIAG_MISSING_KEY, root->span, STR("fields"));
        record_type_names(checker, root, type);
    }
    for (size_t i = 0; i < files->count; i++)
        if (!files->items[i].root)
            return; /* what it would have declared is not to be missed */
    for (size_t i = 0; i < schema->count; i++)
        for (size_t j = 0; j < schema->types[i]->field_count; j++)
            link_field(checker, &schema->types[i]->fields[j]);
    visibility_settle(checker);
}
