/* content/schema/<type>.yaml → record types. Fields are linked to the types they name when all
 * files have been read. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const TYPE_KEYS[] = {"label",  "title",       "sort",
                                        "fields", "description", NULL};
static const char *const FIELD_KEYS[] = {
    "type",  "label", "unit", "description", "required", "unique", "min", "max",
    "codes", "to",    "of",   "places",      "grouping", "absent", NULL};
static const char *const STRUCT_KEYS[] = {"type", "label", "fields", "title", "sort", NULL};

static bool type_of_name(struct str name, enum field_type *type) {
    for (int i = 0; i < FIELD_TYPE_COUNT; i++)
        if (str_equal(name, str_of(field_type_name((enum field_type)i)))) {
            *type = (enum field_type)i;
            return true;
        }
    return false;
}

static struct record_type *new_type(struct checker *checker, struct str name,
                                    struct span span) {
    struct schema *schema = &checker->checked->schema;
    struct record_type *type = ARENA_NEW(checker->arena, struct record_type);
    type->name = name;
    type->label = name;
    type->span = span;
    type->index = schema->count;
    type->by_name = map_make(checker->arena);
    schema->types = ARENA_PUSH(checker->arena, schema->types, schema->count, &schema->capacity);
    schema->types[schema->count++] = type;
    map_put(&schema->by_name, name, type);
    return type;
}

static void read_fields(struct checker *checker, const struct tree *fields,
                        struct record_type *type);

static void read_names(struct checker *checker, const struct tree *tree,
                       struct record_type *type) {
    struct str label = mapping_text(checker, tree, "label");
    if (label.size)
        type->label = label;
    const struct tree *title = tree_get(tree, STR("title"));
    const struct tree *item = title && title->kind == TREE_LIST ? title->first : title;
    for (; item; item = title->kind == TREE_LIST ? item->next : NULL) {
        const struct field *field = schema_field(type, item->text);
        if (!field || type->title_count == COUNT_OF(type->title)) {
            DIAG(checker->diags, DIAG_UNKNOWN_NAME, item->span, item->text, type->name,
                 map_nearest(&type->by_name, item->text));
            continue;
        }
        type->title[type->title_count++] = field;
    }
    struct str sort = mapping_text(checker, tree, "sort");
    if (sort.size) {
        type->sort = schema_field(type, sort);
        if (!type->sort)
            DIAG(checker->diags, DIAG_UNKNOWN_NAME, tree_get(tree, STR("sort"))->span, sort,
                 type->name, map_nearest(&type->by_name, sort));
    }
}

static void read_codes(struct checker *checker, const struct tree *tree, struct field *field) {
    const struct tree *codes = tree_get(tree, STR("codes"));
    if (!codes || codes->kind != TREE_MAPPING || codes->count == 0) {
        DIAG(checker->diags, DIAG_NO_CODES, codes ? codes->span : field->span, field->name);
        return;
    }
    field->codes = ARENA_ARRAY(checker->arena, struct code, codes->count);
    for (const struct tree *entry = codes->first; entry; entry = entry->next)
        field->codes[field->code_count++] =
            (struct code){entry->key, entry->text.size ? entry->text : entry->key};
}

static void read_bound(struct checker *checker, const struct tree *tree, const char *key,
                       struct field *field) {
    const struct tree *entry = tree_get(tree, str_of(key));
    if (!entry)
        return;
    struct value bound;
    if (!value_read(checker, field, entry, NULL, &bound))
        return;
    bool least = str_equal(str_of(key), STR("min"));
    *(least ? &field->min : &field->max) = bound.number;
    *(least ? &field->has_min : &field->has_max) = true;
}

static void read_scalar_field(struct checker *checker, const struct tree *tree,
                              struct field *field) {
    field->grouped = str_equal(mapping_text(checker, tree, "grouping"), STR("vi"));
    field->places = (int)mapping_number(checker, tree, "places", 0);
    if (field->places < 0 || field->places > 9) {
        DIAG(checker->diags, DIAG_BAD_PLACES, tree_get(tree, STR("places"))->span, field->name);
        field->places = 0;
    }
    if (field->type == FIELD_ENUM)
        read_codes(checker, tree, field);
    if (field->type == FIELD_REF)
        field->target_name = mapping_need(checker, tree, "to");
    if (field->type != FIELD_REF && field->type != FIELD_ENUM && field->type != FIELD_TEXT) {
        /* the bounds are read by the field's own type; max after min, so that both are checked
         */
        read_bound(checker, tree, "min", field);
        bool has_min = field->has_min;
        field->has_min = false;
        read_bound(checker, tree, "max", field);
        field->has_min = has_min;
    }
}

static void read_list_field(struct checker *checker, const struct tree *tree,
                            struct record_type *owner, struct field *field) {
    const struct tree *of = tree_get(tree, STR("of"));
    if (!of) {
        DIAG(checker->diags, DIAG_MISSING_KEY, field->span, STR("of"));
        return;
    }
    struct str name = mapping_text(checker, of, "type");
    if (str_equal(name, STR("struct"))) {
        const struct tree *fields = tree_get(of, STR("fields"));
        mapping_check(checker, of, STRUCT_KEYS);
        field->rows = new_type(
            checker,
            str_format(checker->arena, "%.*s.%.*s", STR_ARG(owner->name), STR_ARG(field->name)),
            of->span);
        field->rows->parent = owner;
        field->rows->label = field->label;
        if (owner->parent || !fields)
            DIAG(checker->diags, owner->parent ? DIAG_LIST_IN_LIST : DIAG_MISSING_KEY, of->span,
                 STR("fields"));
        else
            read_fields(checker, fields, field->rows);
        read_names(checker, of, field->rows);
        return;
    }
    struct field *item = ARENA_NEW(checker->arena, struct field);
    *item = (struct field){.name = field->name, .label = field->label, .span = of->span};
    mapping_check(checker, of, FIELD_KEYS);
    if (!type_of_name(name, &item->type) || item->type == FIELD_LIST) {
        DIAG(checker->diags, DIAG_UNKNOWN_TYPE, of->span, name);
        return;
    }
    read_scalar_field(checker, of, item);
    field->item = item;
}

static void read_field(struct checker *checker, const struct tree *tree,
                       struct record_type *type, struct field *field) {
    *field = (struct field){.name = tree->key,
                            .label = tree->key,
                            .index = (size_t)(field - type->fields),
                            .span = tree->key_span};
    if (!mapping_check(checker, tree, FIELD_KEYS))
        return;
    struct str label = mapping_text(checker, tree, "label");
    if (label.size)
        field->label = label;
    field->unit = mapping_text(checker, tree, "unit");
    field->description = mapping_text(checker, tree, "description");
    field->required = mapping_flag(checker, tree, "required");
    field->unique = mapping_flag(checker, tree, "unique");
    struct str absent = mapping_text(checker, tree, "absent");
    field->absent_is_none = str_equal(absent, STR("n/a"));
    if (absent.size && !field->absent_is_none)
        DIAG(checker->diags, DIAG_BAD_ABSENT, tree_get(tree, STR("absent"))->span, absent);
    struct str name = mapping_need(checker, tree, "type");
    if (name.size && !type_of_name(name, &field->type)) {
        DIAG(checker->diags, DIAG_UNKNOWN_TYPE, tree_get(tree, STR("type"))->span, name);
        return;
    }
    if (field->type == FIELD_LIST)
        read_list_field(checker, tree, type, field);
    else
        read_scalar_field(checker, tree, field);
}

static void read_fields(struct checker *checker, const struct tree *fields,
                        struct record_type *type) {
    if (fields->kind != TREE_MAPPING) {
        DIAG(checker->diags, DIAG_NOT_A_MAPPING, fields->span, STR("name: {type: text}"));
        return;
    }
    type->fields = ARENA_ARRAY(checker->arena, struct field, fields->count);
    for (const struct tree *entry = fields->first; entry; entry = entry->next) {
        if (!id_check(checker, entry->key, entry->key_span))
            continue;
        if (str_equal(entry->key, STR("id"))) {
            DIAG(checker->diags, DIAG_ID_IS_NO_FIELD, entry->key_span, STR_EMPTY);
            continue;
        }
        struct field *field = &type->fields[type->field_count++];
        read_field(checker, entry, type, field);
        map_put(&type->by_name, field->name, field);
    }
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].rows)
            type->fields[i].rows->parent_field = &type->fields[i];
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
        struct record_type *type = new_type(checker, files->items[i].stem, root->span);
        const struct tree *fields = tree_get(root, STR("fields"));
        if (fields)
            read_fields(checker, fields, type);
        else
            DIAG(checker->diags, DIAG_MISSING_KEY, root->span, STR("fields"));
        read_names(checker, root, type);
    }
    for (size_t i = 0; i < schema->count; i++)
        for (size_t j = 0; j < schema->types[i]->field_count; j++)
            link_field(checker, &schema->types[i]->fields[j]);
}
