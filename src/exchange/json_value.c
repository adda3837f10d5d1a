/* What one value may be, as an editor sees it after reading the YAML by its own rules. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "exchange/internal.h"
#include "locale/language.h"

#define WHOLE "(0|[1-9][0-9]*)"
#define GROUPED "(0|[1-9][0-9]{0,2}(\\.[0-9]{3})+|[1-9][0-9]*)"

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

void json_schema_choice(struct writer *writer, struct str name, struct str title,
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
    json_raw(in(writer), "minimum", json_schema_number(writer, field, least));
    json_raw(in(writer), "maximum", json_schema_number(writer, field, most));
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
