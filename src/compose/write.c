/* Numbers and values as their readers write them. All words come from the language file. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/internal.h"

static const char NBSP[] = "\xC2\xA0";

struct str text_of(const struct composer *composer, const char *key) {
    return language_text(composer->language, str_of(key));
}

struct str text_lower_first(struct arena *arena, struct str text) {
    size_t first = 0, second;
    if (text.size == 0)
        return text;
    str_next(text, &first);
    second = first;
    struct str head = text_lower(arena, str_slice(text, 0, first));
    if (second < text.size) {
        str_next(text, &second);
        struct str next = str_slice(text, first, second);
        if (!str_equal(next, text_lower(arena, next)))
            return text;
    }
    return str_join(arena, head, str_from(text, first));
}

static struct str number_text(struct composer *composer, const struct indicator *indicator,
                              int64_t value, enum form form) {
    struct decimal number = {value, indicator->scale};
    bool prose = form == FORM_PROSE || form == FORM_UNIT;
    if (indicator->money && form != FORM_EXACT)
        return locale_money(composer->arena, composer->locale, value);
    return prose ? locale_number_prose(composer->arena, composer->locale, number)
                 : locale_number(composer->arena, composer->locale, number);
}

static struct str join_words(struct composer *composer, struct str left, struct str right) {
    return str_format(composer->arena, "%.*s%s%.*s", STR_ARG(left), NBSP, STR_ARG(right));
}

static struct str ratio_text(struct composer *composer, const struct indicator *indicator,
                             int64_t value, int64_t denominator) {
    if (indicator->style.kind == STYLE_PERCENT)
        return locale_percent(composer->arena, composer->locale, value, denominator, 1);
    return str_format(
        composer->arena, "%.*s/%.*s",
        STR_ARG(locale_number(composer->arena, composer->locale, (struct decimal){value, 0})),
        STR_ARG(locale_number(composer->arena, composer->locale,
                              (struct decimal){denominator, 0})));
}

static struct str raw_text(struct composer *composer, const struct indicator *indicator,
                           int64_t value, int64_t denominator) {
    struct str text = decimal_text(composer->arena, (struct decimal){value, indicator->scale});
    return denominator
               ? str_format(composer->arena, "%.*s/%lld", STR_ARG(text), (long long)denominator)
               : text;
}

/* Rounded down to its step, the number is written with "over", which is then true and tight; a
 * number that is the step exactly is written bare. */
static struct str bound_text(struct composer *composer, const struct indicator *indicator,
                             int64_t value, enum form form) {
    int64_t bound = value - value % indicator->style.step;
    struct str text = number_text(composer, indicator, bound, form);
    if (bound == value || bound <= 0)
        return number_text(composer, indicator, value, form);
    return join_words(composer, composer->language->over, text);
}

static struct str with_unit(struct composer *composer, const struct indicator *indicator,
                            struct str text) {
    return indicator->unit.size ? join_words(composer, text, indicator->unit) : text;
}

struct str cell_text(struct composer *composer, const struct indicator *indicator,
                     const struct cell *cell, enum form form) {
    bool ratio = cell->denominator != 0 || indicator->of;
    if (form == FORM_RAW)
        return raw_text(composer, indicator, cell->value, cell->denominator);
    if (form == FORM_WORDS && !ratio)
        return with_unit(composer, indicator,
                         locale_words(composer->arena, composer->locale, cell->value));
    struct str text;
    if (ratio && cell->denominator == 0)
        text = text_of(composer, "not_applicable");
    else if (ratio)
        text = ratio_text(composer, indicator, cell->value, cell->denominator);
    else if (indicator->style.kind == STYLE_OVER && form != FORM_EXACT)
        text = bound_text(composer, indicator, cell->value, form);
    else
        text = number_text(composer, indicator, cell->value, form);
    return form == FORM_UNIT ? with_unit(composer, indicator, text) : text;
}

struct str quantity_text(struct composer *composer, const struct indicator *indicator,
                         const struct quantity *quantity, enum form form) {
    if (quantity->fraction)
        return str_format(composer->arena, "%lld/%lld", (long long)quantity->value,
                          (long long)quantity->denominator);
    struct str text = number_text(composer, indicator, quantity->value, form);
    return quantity->over ? join_words(composer, composer->language->over, text) : text;
}

static struct str list_text(struct composer *composer, const struct field *field,
                            const struct value *value) {
    struct buf list = buf_make(composer->arena);
    for (size_t i = 0; field->item && i < value->count; i++) {
        if (i)
            buf_add(&list, STR(", "));
        buf_add(&list, field_text(composer, field->item, &value->items[i]));
    }
    return buf_str(&list);
}

struct str field_text(struct composer *composer, const struct field *field,
                      const struct value *value) {
    if (value->state == VALUE_MISSING)
        return text_of(composer, "not_reported");
    if (value->state == VALUE_NOT_APPLICABLE)
        return text_of(composer, "not_applicable");
    struct arena *arena = composer->arena;
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        return value->text;
    case FIELD_INTEGER:
        return locale_number(arena, composer->locale, (struct decimal){value->number, 0});
    case FIELD_DECIMAL:
        return locale_number(arena, composer->locale,
                             (struct decimal){value->number, field->places});
    case FIELD_MONEY:
        return locale_money(arena, composer->locale, value->number);
    case FIELD_DATE:
        return locale_date_short(arena, composer->locale, date_from_number(value->number));
    case FIELD_YEAR:
        return str_format(arena, "%lld", (long long)value->number);
    case FIELD_BOOLEAN:
        return text_of(composer, value->number ? "yes" : "no");
    case FIELD_ENUM:
        return field->codes[value->number].label;
    case FIELD_REF:
        return value->ref->title;
    case FIELD_LIST:
        return list_text(composer, field, value);
    case FIELD_TYPE_COUNT:
        break;
    }
    ASSERT(false && "every type is written");
    return STR_EMPTY;
}

struct str key_text(struct composer *composer, const struct path *key,
                    const struct value *value) {
    if (value->state != VALUE_PRESENT)
        return text_of(composer, "not_reported");
    if (path_type(key) == FIELD_REF)
        return value->ref->title;
    int64_t year = value->number / 10, month_year = value->number / 100;
    if (key->part == DATE_QUARTER)
        return str_format(composer->arena, "%lld/%lld", (long long)(value->number % 10),
                          (long long)year);
    if (key->part == DATE_MONTH)
        return str_format(composer->arena, "%02lld/%lld", (long long)(value->number % 100),
                          (long long)month_year);
    if (key->part == DATE_YEAR)
        return str_format(composer->arena, "%lld", (long long)value->number);
    return key->field ? field_text(composer, key->field, value) : value->text;
}

/* --- amounts in columns */

static int64_t power_of_ten(int power) {
    int64_t result = 1;
    ASSERT(decimal_scale_up(1, power, &result));
    return result;
}

struct scaling scaling_start(void) {
    return (struct scaling){.power = 18};
}

void scaling_add(struct composer *composer, struct scaling *scaling, int64_t amount) {
    const struct language *language = composer->language;
    if (amount == 0)
        return;
    scaling->any = true;
    int best = 0;
    for (size_t i = 0; i < language->scale_count; i++) {
        int power = language->scales[i].power;
        if (power <= scaling->power && power < 18 && amount % power_of_ten(power) == 0)
            best = power > best ? power : best;
    }
    scaling->power = best;
}

struct str scaling_unit(struct composer *composer, const struct scaling *scaling,
                        struct str unit) {
    const struct language *language = composer->language;
    for (size_t i = 0; i < language->scale_count; i++)
        if (scaling->any && language->scales[i].power == scaling->power)
            return join_words(composer, language->scales[i].word, unit);
    return unit;
}

struct str scaled_text(struct composer *composer, const struct scaling *scaling,
                       int64_t amount) {
    int64_t divisor = scaling->any ? power_of_ten(scaling->power) : 1;
    ASSERT(amount % divisor ==
           0); /* nothing is rounded: every amount was added to the scaling */
    return locale_number(composer->arena, composer->locale,
                         (struct decimal){amount / divisor, 0});
}
