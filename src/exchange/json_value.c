/* What one value may be, as an editor sees it after reading the YAML by its own rules. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "exchange/internal.h"
#include "locale/language.h"

#define WHOLE "(0|[1-9][0-9]*)"
#define GROUPED "(0|[1-9][0-9]{0,2}(\\.[0-9]{3})+|[1-9][0-9]*)"

void json_schema_choice(struct writer *writer, struct str name, struct str title,
                        struct str description) {
    struct str reading = yaml_reading(writer->arena, name);
    json_open_flat(in(writer), '{');
    if (reading.size && !map_put(&writer->readings, reading, writer)) {
        json_open_flat_at(in(writer), "enum", '[');
        json_item(in(writer), name);
        json_item_raw(in(writer), reading);
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

struct str json_schema_number(struct writer *writer, const struct field *field,
                              int64_t number) {
    int places = field->type == FIELD_DECIMAL ? field->places : 0;
    return decimal_text(writer->arena, (struct decimal){number, places});
}

/* --- one value */

static void bounds(struct writer *writer, const struct field *field) {
    if (field->has_min)
        json_raw(in(writer), "minimum", json_schema_number(writer, field, field->min));
    if (field->has_max)
        json_raw(in(writer), "maximum", json_schema_number(writer, field, field->max));
}

static void pattern_alone(struct writer *writer, struct str pattern) {
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", STR("string"));
    json_text(in(writer), "pattern", pattern);
    json_close(in(writer), '}');
}

static const char *sign(const struct field *field) {
    return field->has_min && field->min >= 0 ? "" : "-?";
}

/* "60 triệu", "1,5 tỷ đồng": the site's words of scale, and the field's unit */
static struct str money_pattern(struct writer *writer, const struct field *field) {
    const struct language *language = writer->checked->language;
    struct buf scales = buf_make(writer->arena), unit = buf_make(writer->arena);
    for (size_t i = 0; i < language->scale_count; i++) {
        if (i)
            buf_add_char(&scales, '|');
        regex_literal(&scales, language->scales[i].word);
    }
    if (field->unit.size) {
        buf_add(&unit, STR("( "));
        regex_literal(&unit, field->unit);
        buf_add(&unit, STR(")?"));
    }
    const char *whole = field->grouped ? GROUPED : WHOLE;
    if (scales.size == 0)
        return str_format(writer->arena, "^%s%s%.*s$", sign(field), whole,
                          STR_ARG(buf_str(&unit)));
    return str_format(writer->arena, "^%s%s((,[0-9]{1,3})? (%.*s))?%.*s$", sign(field), whole,
                      STR_ARG(buf_str(&scales)), STR_ARG(buf_str(&unit)));
}

/* a number in quotes, or one that YAML takes for a text */
static struct str digits_pattern(struct writer *writer, const struct field *field) {
    if (field->grouped && field->places)
        return str_format(writer->arena, "^%s" GROUPED "(,[0-9]{1,%d})?$", sign(field),
                          field->places);
    if (field->places)
        return str_format(writer->arena, "^%s" WHOLE "\\.[0-9]{%d}$", sign(field),
                          field->places);
    return str_format(writer->arena, "^%s%s$", sign(field), field->grouped ? GROUPED : WHOLE);
}

/* Where thousands may be grouped, an editor takes 7.120 for 7.12: no bound can be held. */
static void number_value(struct writer *writer, const struct field *field) {
    bool whole = field->type != FIELD_DECIMAL || field->places == 0;
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", whole && !field->grouped ? STR("integer") : STR("number"));
    if (!field->grouped)
        bounds(writer, field);
    json_close(in(writer), '}');
    pattern_alone(writer, field->type == FIELD_MONEY ? money_pattern(writer, field)
                                                     : digits_pattern(writer, field));
}

static void year_value(struct writer *writer, const struct field *field) {
    int64_t least = field->has_min && field->min > 1000 ? field->min : 1000;
    int64_t most = field->has_max && field->max < 9999 ? field->max : 9999;
    json_open_flat(in(writer), '{');
    json_text(in(writer), "type", STR("integer"));
    json_raw(in(writer), "minimum", json_schema_number(writer, field, least));
    json_raw(in(writer), "maximum", json_schema_number(writer, field, most));
    json_close(in(writer), '}');
    pattern_alone(writer, STR("^[1-9][0-9]{3}$"));
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
    if (field->pattern_text.size) {
        struct buf pattern = buf_make(writer->arena);
        buf_add(&pattern, STR("^(?:"));
        regex_portable(&pattern, field->pattern_text);
        buf_add(&pattern, STR(")$"));
        json_text(in(writer), "pattern", buf_str(&pattern));
    }
    json_close(in(writer), '}');
}

static void enum_value(struct writer *writer, const struct field *field) {
    json_open(in(writer), '{');
    json_open_at(in(writer), "oneOf", '[');
    writer->readings = map_make(writer->arena);
    for (size_t i = 0; i < field->code_count; i++)
        json_schema_choice(writer, field->codes[i].name, field->codes[i].label,
                           field->codes[i].description);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void list_value(struct writer *writer, const struct field *field);

void json_schema_value(struct writer *writer, const struct field *field) {
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
        pattern_alone(writer, STR("^(true|false)$")); /* in quotes */
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
        json_schema_record(writer, field->rows, true);
    } else {
        json_open_at(in(writer), "anyOf", '[');
        json_schema_value(writer, field->item);
        json_close(in(writer), ']');
    }
    json_close(in(writer), '}');
    json_close(in(writer), '}');
}
