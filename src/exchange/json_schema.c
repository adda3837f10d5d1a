/* The schema of a record type, field by field. A field may be what its type says, or one of the
 * kinds of nothing. */
#include "exchange/json_schema.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "exchange/json.h"
#include "locale/language.h"

#define WHOLE "(0|[1-9][0-9]*)"
#define GROUPED "(0|[1-9][0-9]{0,2}(\\.[0-9]{3})+|[1-9][0-9]*)"
#define ID "^[a-z0-9][a-z0-9_-]{0,99}$"

struct writer {
    struct json json;
    const struct checked *checked;
    enum diag_language language;
    struct arena *arena; /* emptied from field to field */
};

static struct json *in(struct writer *writer) {
    return &writer->json;
}

/* --- texts */

static bool all_digits(struct str text) {
    bool digits = text.size > 0 && text.size <= 15;
    for (size_t i = 0; i < text.size; i++)
        digits &= text.data[i] >= '0' && text.data[i] <= '9';
    return digits;
}

static struct str without_zeros(struct str digits) {
    while (digits.size > 1 && digits.data[0] == '0')
        digits = str_from(digits, 1);
    return digits;
}

/* A code or id in each way that an editor may see it: 1 without quotes is a number to it. */
static void choice(struct writer *writer, struct str name, struct str title,
                   struct str description) {
    bool boolean = str_equal(name, STR("true")) || str_equal(name, STR("false"));
    json_open_flat(in(writer), '{');
    if (all_digits(name) || boolean) {
        json_open_flat_at(in(writer), "enum", '[');
        json_item(in(writer), name);
        json_item_raw(in(writer), boolean ? name : without_zeros(name));
        json_close(in(writer), ']');
    } else {
        json_text(in(writer), "const", name);
    }
    if (title.size)
        json_text(in(writer), "title", title);
    if (description.size)
        json_text(in(writer), "description", description);
    json_close(in(writer), '}');
}

static struct str unit_text(struct writer *writer, const struct field *field, int64_t number) {
    int places = field->type == FIELD_DECIMAL ? field->places : 0;
    return decimal_text(writer->arena, (struct decimal){number, places});
}

static void sentence(struct writer *writer, struct buf *text, enum word word,
                     struct str argument) {
    if (text->size)
        buf_add(text, STR(" "));
    WORDS(text, writer->language, word, argument);
}

static void describe(struct writer *writer, const struct field *field, struct str now) {
    struct buf text = buf_make(writer->arena);
    buf_add(&text, field->description);
    if (now.size)
        sentence(writer, &text, WORD_SCHEMA_NOW, now);
    if (field->unit.size)
        sentence(writer, &text, WORD_SCHEMA_UNIT, field->unit);
    if (field->type == FIELD_DATE && field->has_min)
        sentence(writer, &text, WORD_SCHEMA_FROM,
                 date_iso(writer->arena, date_from_number(field->min)));
    if (field->type == FIELD_DATE && field->has_max)
        sentence(writer, &text, WORD_SCHEMA_TO,
                 date_iso(writer->arena, date_from_number(field->max)));
    json_text(in(writer), "title", field->label);
    if (text.size)
        json_text(in(writer), "description", buf_str(&text));
}

/* --- one value */

static void bounds(struct writer *writer, const struct field *field) {
    if (field->has_min)
        json_raw(in(writer), "minimum", unit_text(writer, field, field->min));
    if (field->has_max)
        json_raw(in(writer), "maximum", unit_text(writer, field, field->max));
}

static void pattern_alone(struct writer *writer, struct str pattern) {
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", STR("string"));
    json_text(in(writer), "pattern", pattern);
    json_close(in(writer), '}');
}

/* a letter of a pattern that is meant as it stands */
static void add_literal(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        if (str_find_char(STR("^$\\.*+?()[]{}|/"), text.data[i]) != STR_NONE)
            buf_add_char(out, '\\');
        buf_add_char(out, text.data[i]);
    }
}

/* "60 triệu", "1,5 tỷ đồng": the site's words of scale, and the field's unit */
static struct str money_pattern(struct writer *writer, const struct field *field) {
    const struct language *language = writer->checked->language;
    struct buf scales = buf_make(writer->arena), unit = buf_make(writer->arena);
    for (size_t i = 0; i < language->scale_count; i++) {
        if (i)
            buf_add_char(&scales, '|');
        add_literal(&scales, language->scales[i].word);
    }
    if (field->unit.size) {
        buf_add(&unit, STR("( "));
        add_literal(&unit, field->unit);
        buf_add(&unit, STR(")?"));
    }
    const char *whole = field->grouped ? GROUPED : WHOLE;
    if (scales.size == 0)
        return str_format(writer->arena, "^-?%s%.*s$", whole, STR_ARG(buf_str(&unit)));
    return str_format(writer->arena, "^-?%s((,[0-9]{1,3})? (%.*s))?%.*s$", whole,
                      STR_ARG(buf_str(&scales)), STR_ARG(buf_str(&unit)));
}

/* Where thousands may be grouped, an editor takes 7.120 for 7.12: no bound can be held. */
static void number_value(struct writer *writer, const struct field *field) {
    bool whole = field->type != FIELD_DECIMAL || field->places == 0;
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", whole && !field->grouped ? STR("integer") : STR("number"));
    if (!field->grouped)
        bounds(writer, field);
    json_close(in(writer), '}');
    if (field->type == FIELD_MONEY)
        pattern_alone(writer, money_pattern(writer, field));
    else if (field->grouped)
        pattern_alone(writer, whole
                                  ? STR("^-?" GROUPED "$")
                                  : str_format(writer->arena, "^-?" GROUPED "(,[0-9]{1,%d})?$",
                                               field->places));
}

static void year_value(struct writer *writer, const struct field *field) {
    int64_t least = field->has_min && field->min > 1000 ? field->min : 1000;
    int64_t most = field->has_max && field->max < 9999 ? field->max : 9999;
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", STR("integer"));
    json_raw(in(writer), "minimum", unit_text(writer, field, least));
    json_raw(in(writer), "maximum", unit_text(writer, field, most));
    json_close(in(writer), '}');
}

/* 06 and true without quotes are a number and a boolean to an editor, and texts here */
static void text_value(struct writer *writer, const struct field *field) {
    json_open_flat(in(writer), '{');
    json_open_at(in(writer), "type", '[');
    json_item(in(writer), STR("string"));
    json_item(in(writer), STR("number"));
    json_item(in(writer), STR("boolean"));
    json_close(in(writer), ']');
    if (field->least)
        json_raw(in(writer), "minLength",
                 str_format(writer->arena, "%lld", (long long)field->least));
    if (field->most)
        json_raw(in(writer), "maxLength",
                 str_format(writer->arena, "%lld", (long long)field->most));
    if (field->pattern_text.size)
        json_text(in(writer), "pattern",
                  str_format(writer->arena, "^(?:%.*s)$", STR_ARG(field->pattern_text)));
    json_close(in(writer), '}');
}

static void enum_value(struct writer *writer, const struct field *field) {
    json_open(in(writer), '{');
    json_open_at(in(writer), "oneOf", '[');
    for (size_t i = 0; i < field->code_count; i++)
        choice(writer, field->codes[i].name, field->codes[i].label,
               field->codes[i].description);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void record(struct writer *writer, const struct record_type *type, bool with_id);

/* items of a list; of their values none may be left out */
static void list_value(struct writer *writer, const struct field *field);

static void value_schema(struct writer *writer, const struct field *field) {
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        text_value(writer, field);
        return;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
        number_value(writer, field);
        return;
    case FIELD_DATE:
        pattern_alone(writer, STR("^([0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])|(0?[1-9]"
                                  "|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/[0-9]{4})$"));
        return;
    case FIELD_YEAR:
        year_value(writer, field);
        return;
    case FIELD_BOOLEAN:
        json_open_flat(in(writer), '{');
        json_text(in(writer), "type", STR("boolean"));
        json_close(in(writer), '}');
        return;
    case FIELD_ENUM:
        enum_value(writer, field);
        return;
    case FIELD_REF:
        json_open_flat(in(writer), '{');
        json_text(in(writer), "$ref",
                  str_format(writer->arena, "#/$defs/%.*s.ids", STR_ARG(field->target->name)));
        json_close(in(writer), '}');
        return;
    case FIELD_LIST:
        list_value(writer, field);
        return;
    case FIELD_TYPE_COUNT:
        break;
    }
    ASSERT(false && "a field has a type");
}

static void list_value(struct writer *writer, const struct field *field) {
    json_open(in(writer), '{');
    json_text(in(writer), "type", STR("array"));
    if (field->least)
        json_raw(in(writer), "minItems",
                 str_format(writer->arena, "%lld", (long long)field->least));
    if (field->most)
        json_raw(in(writer), "maxItems",
                 str_format(writer->arena, "%lld", (long long)field->most));
    if (field->unique != UNIQUE_NO)
        json_raw(in(writer), "uniqueItems", STR("true"));
    json_open_at(in(writer), "items", '{');
    if (field->rows) {
        record(writer, field->rows, true);
    } else {
        json_open_at(in(writer), "anyOf", '[');
        value_schema(writer, field->item);
        json_close(in(writer), ']');
    }
    json_close(in(writer), '}');
    json_close(in(writer), '}');
}

/* --- one field */

static void default_of(struct writer *writer, const struct field *field) {
    const struct value *value = field->otherwise;
    if (!value)
        return;
    if (field_is_number(field->type) || field->type == FIELD_YEAR)
        json_raw(in(writer), "default", unit_text(writer, field, value->number));
    else if (field->type == FIELD_BOOLEAN)
        json_raw(in(writer), "default", value->number ? STR("true") : STR("false"));
    else if (field->type == FIELD_ENUM)
        json_text(in(writer), "default", field->codes[value->number].name);
    else if (field->type == FIELD_DATE)
        json_text(in(writer), "default",
                  date_iso(writer->arena, date_from_number(value->number)));
    else
        json_text(in(writer), "default", value->text);
}

/* empty (null to an editor) where the field need not be there; n/a is an answer everywhere */
static void nothing(struct writer *writer, const struct field *field) {
    json_open_flat(in(writer), '{');
    json_open_at(in(writer), "enum", '[');
    json_item(in(writer), STR("n/a"));
    if (!field->required)
        json_item_raw(in(writer), STR("null"));
    json_close(in(writer), ']');
    json_text(in(writer), "description",
              str_of(word_text(field->required ? WORD_SCHEMA_NONE : WORD_SCHEMA_NOTHING,
                               writer->language)));
    json_close(in(writer), '}');
}

/* `now`: the field's name, when this is one that it had before */
static void property(struct writer *writer, const struct field *field, struct str name,
                     struct str now) {
    json_open_named(in(writer), name, '{');
    describe(writer, field, now);
    if (now.size)
        json_raw(in(writer), "deprecated", STR("true"));
    default_of(writer, field);
    json_open_at(in(writer), "anyOf", '[');
    value_schema(writer, field);
    nothing(writer, field);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void required_one(struct writer *writer, struct str name) {
    json_open_flat(in(writer), '{');
    json_open_at(in(writer), "required", '[');
    json_item(in(writer), name);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

/* A field that had other names is there under one of them, and under one only. */
static void one_name(struct writer *writer, const struct field *field) {
    json_open(in(writer), '{');
    json_open_at(in(writer), "oneOf", '[');
    required_one(writer, field->name);
    for (size_t i = 0; i < field->was_count; i++)
        required_one(writer, field->was[i]);
    if (!field->required) {
        json_open(in(writer), '{');
        json_open_at(in(writer), "not", '{');
        json_open_at(in(writer), "anyOf", '[');
        required_one(writer, field->name);
        for (size_t i = 0; i < field->was_count; i++)
            required_one(writer, field->was[i]);
        json_close(in(writer), ']');
        json_close(in(writer), '}');
        json_close(in(writer), '}');
    }
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void requirements(struct writer *writer, const struct record_type *type, bool need_id) {
    bool renamed = false;
    json_open_flat_at(in(writer), "required", '[');
    if (need_id)
        json_item(in(writer), STR("id"));
    for (size_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].required && type->fields[i].was_count == 0)
            json_item(in(writer), type->fields[i].name);
        renamed |= type->fields[i].was_count > 0;
    }
    json_close(in(writer), ']');
    json_raw(in(writer), "additionalProperties", STR("false"));
    if (!renamed)
        return;
    json_open_at(in(writer), "allOf", '[');
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].was_count)
            one_name(writer, &type->fields[i]);
    json_close(in(writer), ']');
}

/* --- records */

/* the members of an object that is open already */
static void record(struct writer *writer, const struct record_type *type, bool with_id) {
    json_text(in(writer), "title", type->label);
    if (type->description.size)
        json_text(in(writer), "description", type->description);
    json_text(in(writer), "type", STR("object"));
    json_open_at(in(writer), "properties", '{');
    if (with_id) {
        json_open_flat_at(in(writer), "id", '{');
        json_open_at(in(writer), "type", '[');
        json_item(in(writer), STR("string"));
        json_item(in(writer), STR("integer"));
        json_close(in(writer), ']');
        json_text(in(writer), "pattern", STR(ID));
        json_close(in(writer), '}');
    }
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        property(writer, field, field->name, STR_EMPTY);
        for (size_t j = 0; j < field->was_count; j++)
            property(writer, field, field->was[j], field->name);
    }
    json_close(in(writer), '}');
    requirements(writer, type, with_id && !type->parent);
}

static void list_of_records(struct writer *writer, const struct record_type *type) {
    json_text(in(writer), "type", STR("array"));
    json_open_at(in(writer), "items", '{');
    record(writer, type, true);
    json_close(in(writer), '}');
}

static void ids_of(struct writer *writer, const struct record_type *type) {
    const struct map *ids = &writer->checked->dataset.sets[type->index].by_id;
    json_open_named(in(writer), str_format(writer->arena, "%.*s.ids", STR_ARG(type->name)),
                    '{');
    json_text(in(writer), "title", type->label);
    if (ids->count == 0) { /* a choice of none is nothing that fits */
        json_open_flat_at(in(writer), "not", '{');
        json_close(in(writer), '}');
    } else {
        json_open_at(in(writer), "oneOf", '[');
        for (size_t i = 0; i < ids->count; i++) {
            const struct row *row = ids->entries[i].value;
            choice(writer, ids->entries[i].key, row->title, STR_EMPTY);
        }
        json_close(in(writer), ']');
    }
    json_close(in(writer), '}');
}

static bool refers_to(const struct field *field, const struct record_type *target) {
    const struct record_type *rows = field->rows;
    if (field->target == target || (field->item && field->item->target == target))
        return true;
    for (size_t i = 0; rows && i < rows->field_count; i++)
        if (rows->fields[i].target == target ||
            (rows->fields[i].item && rows->fields[i].item->target == target))
            return true;
    return false;
}

/* the ids that the fields of `from` may hold; NULL: those of all types */
static void all_ids(struct writer *writer, const struct record_type *from) {
    const struct schema *schema = &writer->checked->schema;
    for (size_t i = 0; i < schema->count; i++) {
        bool wanted = !from && !schema->types[i]->parent;
        for (size_t j = 0; from && j < from->field_count; j++)
            wanted |= refers_to(&from->fields[j], schema->types[i]);
        if (wanted)
            ids_of(writer, schema->types[i]);
    }
}

static struct writer start(const struct checked *checked, enum diag_language language,
                           struct buf *out) {
    struct writer writer = {{.out = out}, checked, language, arena_new()};
    json_open(in(&writer), '{');
    json_text(in(&writer), "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    return writer;
}

static void finish(struct writer *writer) {
    json_close(in(writer), '}');
    buf_add_char(writer->json.out, '\n');
    arena_free(writer->arena);
}

void json_schema_of_type(const struct checked *checked, const struct record_type *type,
                         enum json_schema_form form, enum diag_language language,
                         struct buf *out) {
    struct writer writer = start(checked, language, out);
    if (form == JSON_SCHEMA_RECORD)
        record(&writer, type, false);
    else
        list_of_records(&writer, type);
    json_open_at(in(&writer), "$defs", '{');
    all_ids(&writer, type);
    json_close(in(&writer), '}');
    finish(&writer);
}

void json_schema_of_all(const struct checked *checked, enum diag_language language,
                        struct buf *out) {
    const struct schema *schema = &checked->schema;
    struct writer writer = start(checked, language, out);
    json_text(in(&writer), "title", checked->site.title);
    json_open_at(in(&writer), "$defs", '{');
    for (size_t i = 0; i < schema->count; i++) {
        const struct record_type *type = schema->types[i];
        if (type->parent)
            continue;
        json_open_named(in(&writer), type->name, '{');
        record(&writer, type, false);
        json_close(in(&writer), '}');
        json_open_named(in(&writer), str_format(writer.arena, "%.*s.list", STR_ARG(type->name)),
                        '{');
        list_of_records(&writer, type);
        json_close(in(&writer), '}');
    }
    all_ids(&writer, NULL);
    json_close(in(&writer), '}');
    finish(&writer);
}
