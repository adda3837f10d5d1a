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

static struct str join_words(struct composer *composer, struct str left, struct str right) {
    return str_format(composer->arena, "%.*s%s%.*s", STR_ARG(left), NBSP, STR_ARG(right));
}

static struct str number_text(struct composer *composer, const struct indicator *indicator,
                              struct decimal number, enum form form) {
    bool prose = form == FORM_PROSE || form == FORM_UNIT;
    if (indicator->money && form != FORM_EXACT && number.scale == 0)
        return locale_money(composer->arena, composer->locale, number.units);
    return prose ? locale_number_prose(composer->arena, composer->locale, number)
                 : locale_number(composer->arena, composer->locale, number);
}

static struct str fraction_text(struct composer *composer, int64_t value, int64_t denominator) {
    struct decimal above = {value, 0}, below = {denominator, 0};
    return str_format(composer->arena, "%.*s/%.*s",
                      STR_ARG(locale_number(composer->arena, composer->locale, above)),
                      STR_ARG(locale_number(composer->arena, composer->locale, below)));
}

static struct str percent_text(struct composer *composer, struct decimal number) {
    return str_join(composer->arena, locale_number(composer->arena, composer->locale, number),
                    composer->language->percent);
}

/* plain digits, for programs: "23/56", "12.5" */
static struct str raw_text(struct composer *composer, const struct indicator *indicator,
                           const struct cell *cell) {
    struct decimal number;
    if (!cell_number(indicator, cell, &number))
        return STR_EMPTY;
    struct str text = decimal_text(composer->arena, number);
    return indicator_is_ratio(indicator) && cell->denominator
               ? str_format(composer->arena, "%.*s/%lld", STR_ARG(text),
                            (long long)cell->denominator)
               : text;
}

/* "trên 2.700", "từ 2.700 trở lên": the word of the language file, before or around */
static struct str with_bound(struct composer *composer, enum bound bound, struct str text) {
    const struct language *language = composer->language;
    const struct str words[] = {[BOUND_NONE] = STR_EMPTY,
                                [BOUND_OVER] = language->over,
                                [BOUND_UNDER] = language->under,
                                [BOUND_ABOUT] = language->about,
                                [BOUND_AT_LEAST] = language->at_least};
    struct str after = words[bound], before;
    if (bound == BOUND_NONE)
        return text;
    if (!str_cut(&after, '{', &before))
        return join_words(composer, words[bound], text);
    struct str close;
    str_cut(&after, '}', &close);
    return str_format(composer->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(text),
                      STR_ARG(after));
}

/* Rounded to its step, the number is written with a word that is then true; a number that is
 * the step exactly, or would become nothing, is written bare. */
static struct str bound_text(struct composer *composer, const struct indicator *indicator,
                             struct decimal number, enum form form) {
    const struct style *style = &indicator->style;
    struct decimal limit = {bound_round(style->bound, number.units, style->step), number.scale};
    if (limit.units == number.units || limit.units <= 0)
        return number_text(composer, indicator, number, form);
    return with_bound(composer, style->bound, number_text(composer, indicator, limit, form));
}

static struct str with_unit(struct composer *composer, const struct indicator *indicator,
                            struct str text) {
    return indicator->unit.size ? join_words(composer, text, indicator->unit) : text;
}

static struct str ratio_text(struct composer *composer, const struct indicator *indicator,
                             const struct cell *cell) {
    struct decimal percent;
    if (indicator->style.kind == STYLE_FRACTION)
        return cell->denominator ? fraction_text(composer, cell->value, cell->denominator)
                                 : text_of(composer, "not_applicable");
    return cell_percent(cell, indicator->style.places, &percent)
               ? percent_text(composer, percent)
               : text_of(composer, "not_applicable");
}

struct str cell_text(struct composer *composer, const struct indicator *indicator,
                     const struct cell *cell, enum form form) {
    struct decimal number;
    if (cell->hidden)
        return form == FORM_RAW ? STR_EMPTY : text_of(composer, "hidden");
    if (form == FORM_RAW)
        return raw_text(composer, indicator, cell);
    if (indicator_is_ratio(indicator)) {
        struct str text = cell->none ? text_of(composer, "not_applicable")
                                     : ratio_text(composer, indicator, cell);
        return form == FORM_UNIT ? with_unit(composer, indicator, text) : text;
    }
    if (!cell_number(indicator, cell, &number))
        return text_of(composer, "not_applicable");
    if (form == FORM_WORDS && number.scale == 0)
        return with_unit(composer, indicator,
                         locale_words(composer->arena, composer->locale, number.units));
    if (form == FORM_ORDINAL && number.scale == 0)
        return locale_ordinal(composer->arena, composer->locale, number.units);
    struct str text = indicator->style.kind == STYLE_BOUND && form != FORM_EXACT
                          ? bound_text(composer, indicator, number, form)
                          : number_text(composer, indicator, number, form);
    return form == FORM_UNIT ? with_unit(composer, indicator, text) : text;
}

struct str quantity_text(struct composer *composer, const struct indicator *indicator,
                         const struct quantity *quantity, enum form form) {
    if (quantity->fraction)
        return fraction_text(composer, quantity->value, quantity->denominator);
    if (quantity->percent)
        return percent_text(composer, (struct decimal){quantity->value, quantity->places});
    struct decimal number = {quantity->value, indicator_places(indicator)};
    return with_bound(composer, quantity->bound,
                      number_text(composer, indicator, number, form));
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

/* by the form of the language, so that none takes it for a month: "II/2016", "Q2 2016" */
static struct str quarter_text(struct composer *composer, int64_t year, int64_t quarter) {
    static const char *const ROMAN[] = {"", "I", "II", "III", "IV"};
    struct buf out = buf_make(composer->arena);
    struct str rest = text_of(composer, "quarter_form"), before, name;
    ASSERT(quarter >= 1 && quarter <= 4);
    while (str_cut(&rest, '{', &before)) {
        str_cut(&rest, '}', &name);
        buf_add(&out, before);
        if (str_equal(name, STR("roman")))
            buf_add(&out, str_of(ROMAN[quarter]));
        else
            buf_number(&out, str_equal(name, STR("q")) ? quarter : year);
    }
    buf_add(&out, before);
    return buf_str(&out);
}

struct str key_text(struct composer *composer, const struct path *key,
                    const struct value *value) {
    if (value->state != VALUE_PRESENT)
        return text_of(composer,
                       value->state == VALUE_MISSING ? "not_reported" : "not_applicable");
    if (path_type(key) == FIELD_REF)
        return value->ref->title;
    int64_t month_year = value->number / 100;
    if (key->part == DATE_QUARTER)
        return quarter_text(composer, value->number / 10, value->number % 10);
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

/* an amount of whole currency units, as it is shown; false: none, or it is no such amount */
static bool cell_amount(const struct indicator *indicator, const struct cell *cell,
                        int64_t *amount) {
    struct decimal number;
    if (cell->hidden || !indicator->money || indicator_is_ratio(indicator) ||
        !cell_number(indicator, cell, &number) || number.scale)
        return false;
    *amount = number.units;
    return true;
}

void scaling_add_cell(struct composer *composer, struct scaling *scaling,
                      const struct table *table, const struct cell *cell) {
    int64_t amount;
    if (cell_amount(table->indicator, cell, &amount))
        scaling_add(composer, scaling, amount);
}

void scaled_cell(struct composer *composer, const struct scaling *scaling,
                 const struct table *table, const struct cell *cell, struct str *text) {
    int64_t amount;
    if (cell_amount(table->indicator, cell, &amount))
        *text = scaled_text(composer, scaling, amount);
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
