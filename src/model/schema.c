/* Small questions about a schema. */
#include "model/schema.h"

#include "base/guard.h"

static const char *const AUDIENCES[] = {"public", "conference", "internal"};

const char *audience_name(enum audience audience) {
    ASSERT(audience < COUNT_OF(AUDIENCES));
    return AUDIENCES[audience];
}

bool audience_of(struct str name, enum audience *audience) {
    for (size_t i = 0; i < COUNT_OF(AUDIENCES); i++)
        if (str_equal(name, str_of(AUDIENCES[i]))) {
            *audience = (enum audience)i;
            return true;
        }
    return false;
}

const struct field *schema_field(const struct record_type *type, struct str name) {
    return map_get(&type->by_name, name);
}

const struct field *schema_field_was(const struct record_type *type, struct str old_name) {
    return map_get(&type->by_was, old_name);
}

const char *field_type_name(enum field_type type) {
    static const char *const NAMES[FIELD_TYPE_COUNT] = {
        "text", "markdown", "integer", "decimal", "money", "date",
        "year", "boolean",  "enum",    "ref",     "list"};
    ASSERT(type < FIELD_TYPE_COUNT);
    return NAMES[type];
}

bool field_is_number(enum field_type type) {
    return type == FIELD_INTEGER || type == FIELD_DECIMAL || type == FIELD_MONEY;
}

struct str field_name(struct arena *arena, const struct field *field) {
    if (field->label.size == 0 || str_equal(field->label, field->name))
        return field->name;
    return str_format(arena, "%.*s (%.*s)", STR_ARG(field->label), STR_ARG(field->name));
}
