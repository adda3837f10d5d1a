/* One field of a record type: its keys, each only where it says something about the type, and
 * what they declare. Lists of records call back for the fields of their rows. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "check/internal.h"
#include "locale/pattern.h"

enum {
    IS_NUMBER = 1 << FIELD_INTEGER | 1 << FIELD_DECIMAL | 1 << FIELD_MONEY,
    IS_ORDERED = IS_NUMBER | 1 << FIELD_DATE | 1 << FIELD_YEAR,
    IS_TEXT = 1 << FIELD_TEXT | 1 << FIELD_MARKDOWN,
    IS_LIST = 1 << FIELD_LIST,
    IS_ANY = (1 << FIELD_TYPE_COUNT) - 1
};

static const struct {
    const char *key;
    unsigned types; /* that it says something about */
    bool of_items;  /* may stand in `of:` as well */
} KEYS[] = {
    {"type", IS_ANY, true},
    {"label", IS_ANY, false},
    {"description", IS_ANY, true},
    {"was", IS_ANY, false},
    {"visibility", IS_ANY, false},
    {"required", IS_ANY, false},
    {"absent", IS_ANY, false},
    {"default", IS_ANY & ~IS_LIST, false},
    {"unique", IS_ANY & ~(1 << FIELD_MARKDOWN | 1 << FIELD_BOOLEAN), false},
    {"unit", IS_NUMBER, true},
    {"min", IS_ORDERED, true},
    {"max", IS_ORDERED, true},
    {"places", 1 << FIELD_DECIMAL, true},
    {"grouping", IS_NUMBER, true},
    {"min_length", IS_TEXT, true},
    {"max_length", IS_TEXT, true},
    {"pattern", 1 << FIELD_TEXT, true},
    {"codes", 1 << FIELD_ENUM, true},
    {"to", 1 << FIELD_REF, true},
    {"of", IS_LIST, false},
    {"min_count", IS_LIST, false},
    {"max_count", IS_LIST, false},
};

static const char *const STRUCT_KEYS[] = {"type",   "label", "description", "title",
                                          "fields", "sort",  NULL};

static bool type_of_name(struct str name, enum field_type *type) {
    for (int i = 0; i < FIELD_TYPE_COUNT; i++)
        if (str_equal(name, str_of(field_type_name((enum field_type)i)))) {
            *type = (enum field_type)i;
            return true;
        }
    return false;
}

static struct str types_text(struct checker *checker, unsigned types) {
    struct buf list = buf_make(checker->arena);
    for (int i = 0; i < FIELD_TYPE_COUNT; i++)
        if (types & 1U << i)
            buf_format(&list, "%s%s", list.size ? ", " : "",
                       field_type_name((enum field_type)i));
    return buf_str(&list);
}

/* Every key known, and of use for this type of field? */
static bool check_keys(struct checker *checker, const struct tree *tree, bool of_items) {
    const char *names[COUNT_OF(KEYS) + 1] = {NULL};
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(KEYS); i++)
        if (!of_items || KEYS[i].of_items)
            names[count++] = KEYS[i].key;
    return mapping_check(checker, tree, names);
}

/* in a schema a pair of quotes with nothing inside says as little as nothing */
static bool says_nothing(const struct tree *entry) {
    return entry->kind == TREE_SCALAR && entry->text.size == 0;
}

static void check_keys_of_type(struct checker *checker, const struct tree *tree,
                               enum field_type type) {
    for (size_t i = 0; i < COUNT_OF(KEYS); i++) {
        const struct tree *entry = tree_get(tree, str_of(KEYS[i].key));
        if (!entry)
            continue;
        if (!(KEYS[i].types & 1U << type))
            DIAG(checker->diags, DIAG_KEY_OF_TYPE, tree_key_span(entry), entry->key,
                 str_of(field_type_name(type)), types_text(checker, KEYS[i].types));
        else if (says_nothing(entry))
            DIAG(checker->diags, DIAG_EMPTY_KEY, tree_key_span(entry), entry->key);
    }
}

/* `required` says that the key must be there, the others what it means when it is not */
static void check_contradictions(struct checker *checker, const struct tree *tree,
                                 const struct field *field) {
    static const char *const PAIRS[][2] = {{"required", "default"},
                                           {"required", "absent"},
                                           {"absent", "default"},
                                           {"unique", "default"}};
    for (size_t i = 0; i < COUNT_OF(PAIRS); i++) {
        const struct tree *second = tree_get(tree, str_of(PAIRS[i][1]));
        bool first = i < 2    ? field->required
                     : i == 2 ? field->absent_is_none
                              : field->unique != UNIQUE_NO;
        if (first && second)
            DIAG(checker->diags, DIAG_KEYS_EXCLUDE, tree_key_span(second), second->key,
                 str_of(PAIRS[i][0]));
    }
}

static void read_codes(struct checker *checker, const struct tree *tree, struct field *field) {
    static const char *const CODE_KEYS[] = {"label", "description", NULL};
    const struct tree *codes = tree_get(tree, STR("codes"));
    if (!codes || codes->kind != TREE_MAPPING || codes->count == 0) {
        DIAG(checker->diags, DIAG_NO_CODES, codes ? codes->span : field->span, field->name);
        return;
    }
    field->codes = ARENA_ARRAY(checker->arena, struct code, codes->count);
    for (const struct tree *entry = codes->first; entry; entry = entry->next) {
        struct code *code = &field->codes[field->code_count++];
        *code = (struct code){entry->key, entry->text, STR_EMPTY};
        if (entry->kind != TREE_SCALAR && mapping_check(checker, entry, CODE_KEYS)) {
            code->label = mapping_text(checker, entry, "label");
            code->description = mapping_text(checker, entry, "description");
        }
        if (code->label.size == 0)
            code->label = code->name;
    }
}

/* A value that the schema itself states, read as a record's would be. */
static bool read_stated(struct checker *checker, const struct tree *tree, const char *key,
                        const struct field *field, struct value *value) {
    const struct tree *entry = tree_get(tree, str_of(key));
    if (!entry || says_nothing(entry)) /* reported with the keys */
        return false;
    if (!value_read(checker, field, entry, NULL, value))
        return false;
    if (value->state == VALUE_PRESENT)
        return true;
    DIAG(checker->diags, DIAG_EMPTY_KEY, tree_key_span(entry), entry->key);
    return false;
}

static void read_bounds(struct checker *checker, const struct tree *tree, struct field *field) {
    struct value least, most;
    bool has_min = read_stated(checker, tree, "min", field, &least);
    bool has_max = read_stated(checker, tree, "max", field, &most);
    if (has_min && has_max && least.number > most.number)
        DIAG(checker->diags, DIAG_BOUNDS_CROSSED, most.span, span_text(least.span),
             span_text(most.span));
    if (has_min)
        field->min = least.number;
    if (has_max)
        field->max = most.number;
    field->has_min = has_min;
    field->has_max = has_max;
}

static int64_t read_size(struct checker *checker, const struct tree *tree, const char *key) {
    const struct tree *entry = tree_get(tree, str_of(key));
    if (!entry || says_nothing(entry))
        return 0;
    int64_t size = mapping_number(checker, tree, key, 1); /* 1: what it is has been said */
    if (size < 1)
        DIAG(checker->diags, DIAG_BAD_SIZE, entry->span, entry->text);
    return size > 0 ? size : 0;
}

static void read_sizes(struct checker *checker, const struct tree *tree, const char *least,
                       const char *most, struct field *field) {
    field->least = read_size(checker, tree, least);
    field->most = read_size(checker, tree, most);
    if (field->most && field->least > field->most)
        DIAG(checker->diags, DIAG_BOUNDS_CROSSED, tree_get(tree, str_of(most))->span,
             tree_get(tree, str_of(least))->text, tree_get(tree, str_of(most))->text);
}

static void read_pattern(struct checker *checker, const struct tree *tree,
                         struct field *field) {
    const struct tree *entry = tree_get(tree, STR("pattern"));
    struct pattern_fault fault;
    struct str text = mapping_text(checker, tree, "pattern");
    if (text.size == 0)
        return;
    field->pattern = pattern_open(checker->arena, checker->checked->locale, text, &fault);
    if (field->pattern) {
        field->pattern_text = text;
        return;
    }
    DIAG(checker->diags, fault.not_portable ? DIAG_PATTERN_NOT_PORTABLE : DIAG_BAD_PATTERN,
         part_span(entry, fault.at, fault.size),
         str_slice(text, fault.at, fault.at + fault.size));
}

static void read_grouping(struct checker *checker, const struct tree *tree,
                          struct field *field) {
    struct str grouping = mapping_text(checker, tree, "grouping");
    field->grouped = str_equal(grouping, STR("vi"));
    if (grouping.size && !field->grouped)
        DIAG(checker->diags, DIAG_BAD_GROUPING, tree_get(tree, STR("grouping"))->span,
             grouping);
}

static void read_scalar_field(struct checker *checker, const struct tree *tree,
                              struct field *field) {
    field->unit = mapping_text(checker, tree, "unit");
    read_grouping(checker, tree, field);
    field->places = (int)mapping_number(checker, tree, "places", 0);
    if (field->places < 0 || field->places > 9) {
        DIAG(checker->diags, DIAG_BAD_PLACES, tree_get(tree, STR("places"))->span, field->name);
        field->places = 0;
    }
    if (field->type == FIELD_ENUM)
        read_codes(checker, tree, field);
    if (field->type == FIELD_REF)
        field->target_name = mapping_need(checker, tree, "to");
    if (1U << field->type & IS_ORDERED)
        read_bounds(checker, tree, field);
    if (1U << field->type & IS_TEXT)
        read_sizes(checker, tree, "min_length", "max_length", field);
    if (field->type == FIELD_TEXT)
        read_pattern(checker, tree, field);
    struct value otherwise;
    if (read_stated(checker, tree, "default", field, &otherwise)) {
        field->otherwise = ARENA_NEW(checker->arena, struct value);
        *field->otherwise = otherwise;
    }
}

static void read_struct(struct checker *checker, const struct tree *of,
                        struct record_type *owner, struct field *field) {
    const struct tree *fields = tree_get(of, STR("fields"));
    mapping_check(checker, of, STRUCT_KEYS);
    field->rows = record_type_new(
        checker,
        str_format(checker->arena, "%.*s.%.*s", STR_ARG(owner->name), STR_ARG(field->name)),
        of->span);
    field->rows->parent = owner;
    field->rows->label = field->label;
    field->rows->description = field->description;
    if (owner->parent || !fields)
        DIAG(checker->diags, owner->parent ? DIAG_LIST_IN_LIST : DIAG_MISSING_KEY, of->span,
             STR("fields"));
    else
        fields_read(checker, fields, field->rows);
    record_type_names(checker, of, field->rows);
    if (field->unique != UNIQUE_NO)
        DIAG(checker->diags, DIAG_UNIQUE_OF_ROWS, field->span, field->name);
}

static void read_list_field(struct checker *checker, const struct tree *tree,
                            struct record_type *owner, struct field *field) {
    const struct tree *of = tree_get(tree, STR("of"));
    read_sizes(checker, tree, "min_count", "max_count", field);
    if (!of) {
        DIAG(checker->diags, DIAG_MISSING_KEY, field->span, STR("of"));
        return;
    }
    struct str name = of->kind == TREE_MAPPING ? mapping_text(checker, of, "type") : STR_EMPTY;
    if (str_equal(name, STR("struct"))) {
        read_struct(checker, of, owner, field);
        return;
    }
    struct field *item = ARENA_NEW(checker->arena, struct field);
    *item = (struct field){.name = field->name, .label = field->label, .span = of->span};
    if (!check_keys(checker, of, true))
        return;
    if (!type_of_name(name, &item->type) || item->type == FIELD_LIST) {
        DIAG(checker->diags, DIAG_UNKNOWN_TYPE, of->span, name);
        return;
    }
    check_keys_of_type(checker, of, item->type);
    read_scalar_field(checker, of, item);
    field->item = item;
}

static void read_unique(struct checker *checker, const struct tree *tree, struct field *field) {
    const struct tree *entry = tree_get(tree, STR("unique"));
    struct str text = mapping_text(checker, tree, "unique");
    bool in_list = str_equal(text, STR("list"));
    if (!in_list && !mapping_flag(checker, tree, "unique"))
        return;
    /* a list of scalars has only its own items to compare */
    field->unique = in_list || field->type == FIELD_LIST ? UNIQUE_IN_LIST : UNIQUE_EVERYWHERE;
    if (in_list && !field->inside_list && field->type != FIELD_LIST)
        DIAG(checker->diags, DIAG_UNIQUE_NO_LIST, entry->span, field->name);
}

/* `was: old` or `was: [older, old]` */
static void read_was(struct checker *checker, const struct tree *tree, struct field *field) {
    const struct tree *was = tree_get(tree, STR("was"));
    if (!was)
        return;
    bool list = was->kind == TREE_LIST;
    field->was = ARENA_ARRAY(checker->arena, struct str, list ? was->count : 1);
    for (const struct tree *item = list ? was->first : was; item;
         item = list ? item->next : NULL) {
        if (item->kind != TREE_SCALAR)
            DIAG(checker->diags, DIAG_NOT_A_TEXT, item->span, STR("was"));
        else if (id_check(checker, item->text, item->span))
            field->was[field->was_count++] = item->text;
    }
}

void field_read(struct checker *checker, const struct tree *tree, struct record_type *type,
                struct field *field) {
    *field = (struct field){.name = tree->key,
                            .label = tree->key,
                            .index = (size_t)(field - type->fields),
                            .inside_list = type->parent != NULL,
                            .span = tree_key_span(tree)};
    if (!check_keys(checker, tree, false))
        return;
    struct str label = mapping_text(checker, tree, "label");
    if (label.size)
        field->label = label;
    field->description = mapping_text(checker, tree, "description");
    audience_read(checker, tree, "visibility", &field->visibility);
    field->required = mapping_flag(checker, tree, "required");
    struct str absent = mapping_text(checker, tree, "absent");
    field->absent_is_none = str_equal(absent, STR("n/a"));
    if (absent.size && !field->absent_is_none)
        DIAG(checker->diags, DIAG_BAD_ABSENT, tree_get(tree, STR("absent"))->span, absent);
    struct str name = mapping_need(checker, tree, "type");
    if (name.size && !type_of_name(name, &field->type)) {
        DIAG(checker->diags, DIAG_UNKNOWN_TYPE, tree_get(tree, STR("type"))->span, name);
        return;
    }
    if (name.size == 0)
        return;
    check_keys_of_type(checker, tree, field->type);
    read_unique(checker, tree, field);
    read_was(checker, tree, field);
    if (field->type == FIELD_LIST)
        read_list_field(checker, tree, type, field);
    else
        read_scalar_field(checker, tree, field);
    check_contradictions(checker, tree, field);
}
