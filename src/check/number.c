/* Numbers as people write them, and the mend when it is not as the field wants it: 7.120 where
 * plain digits are expected, 7,5 for 7.5, 06. A mend is offered only where it is certain. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

/* without the dots, or without the zeros in front */
static struct str without(struct checker *checker, struct str text, char dropped) {
    struct buf plain = buf_make(checker->arena);
    bool front = true;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i], next = i + 1 < text.size ? text.data[i + 1] : '\0';
        bool drop = c == dropped && (c == '.' || (front && next >= '0' && next <= '9'));
        front = front && (c == '-' || drop);
        if (!drop)
            buf_add_char(&plain, c);
    }
    return buf_str(&plain);
}

/* the number as this field is written: 7120.50, or 7120,50 where a comma is the sign */
static struct str number_text(struct checker *checker, const struct field *field,
                              struct decimal number) {
    struct str text = decimal_text(checker->arena, number);
    size_t dot = str_find_char(text, '.');
    if (!field->grouped || dot == STR_NONE)
        return text;
    return str_format(checker->arena, "%.*s,%.*s", STR_ARG(str_slice(text, 0, dot)),
                      STR_ARG(str_from(text, dot + 1)));
}

/* "20.5" read with the places of the field, when it has no more than these */
static bool read_fewer_places(struct str text, int places, struct decimal *number) {
    for (int scale = 0; scale <= places; scale++)
        if (decimal_parse(text, scale, number) == DECIMAL_OK) {
            number->scale = places;
            return decimal_scale_up(number->units, places - scale, &number->units);
        }
    return false;
}

/* What the person means: in the other form, or with the zeros that lack. Empty: not certain. */
static struct str meant(struct checker *checker, const struct field *field, struct str text) {
    struct decimal number;
    if (decimal_parse_grouped(text, field->places, &number) == DECIMAL_OK ||
        read_fewer_places(text, field->places, &number))
        return number_text(checker, field, number);
    return STR_EMPTY;
}

/* 7.120 where two decimals are expected may be 7120.00 or 7.12 */
static struct str also_meant(struct checker *checker, const struct field *field,
                             struct str text) {
    size_t size = text.size;
    while (size && text.data[size - 1] == '0')
        size--;
    struct decimal number;
    if (read_fewer_places(str_slice(text, 0, size), field->places, &number))
        return number_text(checker, field, number);
    return STR_EMPTY;
}

/* 2.255 may have a place too many; 1.002.255 is a number with dots between thousands */
static bool one_dot(struct str text) {
    size_t dot = str_find_char(text, '.');
    return dot != STR_NONE && str_find_char(str_from(text, dot + 1), '.') == STR_NONE;
}

static void grouped_fault(struct checker *checker, const struct field *field,
                          const struct tree *tree, struct str context, struct str name) {
    struct str mend = meant(checker, field, tree->text);
    struct str other = also_meant(checker, field, tree->text);
    if (other.size && mend.size)
        DIAG_IN(checker->diags, DIAG_GROUPED_OR_DECIMAL, tree->span, context, name, tree->text,
                mend, other);
    else if (mend.size)
        DIAG_IN(checker->diags,
                field->places == 0    ? DIAG_GROUPED_NUMBER
                : one_dot(tree->text) ? DIAG_PLACES_OR_GROUPED
                                      : DIAG_GROUPED_DECIMAL,
                tree->span, context, name, tree->text, mend,
                str_format(checker->arena, "%d", field->places));
    else
        DIAG_IN(checker->diags, DIAG_BAD_INTEGER, tree->span, context, name, tree->text);
}

static void places_fault(struct checker *checker, const struct field *field,
                         const struct tree *tree, struct str context, struct str name) {
    struct str mend = meant(checker, field, tree->text);
    struct str places = str_format(checker->arena, "%d", field->places);
    if (field->places == 0)
        DIAG_IN(checker->diags, DIAG_NOT_WHOLE, tree->span, context, name, tree->text);
    else if (field->grouped)
        DIAG_IN(checker->diags, DIAG_GROUPED_PLACES, tree->span, context, name, tree->text,
                places);
    else if (mend.size)
        DIAG_IN(checker->diags, DIAG_DECIMAL_PLACES_MEND, tree->span, context, name, tree->text,
                places, mend);
    else
        DIAG_IN(checker->diags, DIAG_DECIMAL_PLACES, tree->span, context, name, tree->text,
                places);
}

static void form_fault(struct checker *checker, const struct field *field,
                       const struct tree *tree, struct str context, struct str name) {
    struct str mend = meant(checker, field, tree->text);
    if (mend.size)
        DIAG_IN(checker->diags, DIAG_OTHER_NUMBER, tree->span, context, name, tree->text, mend);
    else if (field->grouped)
        DIAG_IN(checker->diags, DIAG_BAD_GROUPED, tree->span, context, name, tree->text);
    else
        DIAG_IN(checker->diags, DIAG_BAD_INTEGER, tree->span, context, name, tree->text);
}

bool number_read(struct checker *checker, const struct field *field, const struct tree *tree,
                 const struct row *row, struct value *value) {
    struct decimal number;
    enum decimal_fault fault = field->grouped
                                   ? decimal_parse_grouped(tree->text, field->places, &number)
                                   : decimal_parse(tree->text, field->places, &number);
    if (fault == DECIMAL_OK) {
        value->number = number.units;
        return true;
    }
    struct str name = field_name(checker->arena, field), context = row_context(checker, row);
    switch (fault) {
    case DECIMAL_OK:
        break;
    case DECIMAL_GROUPED:
        grouped_fault(checker, field, tree, context, name);
        break;
    case DECIMAL_LEADING_ZERO:
        DIAG_IN(checker->diags, DIAG_LEADING_ZERO, tree->span, context, name, tree->text,
                without(checker, tree->text, '0'));
        break;
    case DECIMAL_PLACES:
        places_fault(checker, field, tree, context, name);
        break;
    case DECIMAL_TOO_LARGE:
        DIAG_IN(checker->diags, DIAG_NUMBER_TOO_LARGE, tree->span, context, name, tree->text);
        break;
    case DECIMAL_NOT_A_NUMBER:
        form_fault(checker, field, tree, context, name);
        break;
    }
    return false;
}

/* --- money */

/* digits, or digits with a decimal comma when a word of scale follows */
static bool money_digits(struct str digits, int power, bool grouped, int64_t *amount) {
    struct decimal number;
    if (decimal_parse(digits, 0, &number) == DECIMAL_OK)
        return decimal_scale_up(number.units, power, amount);
    int places = power < 3 ? power : 3;
    return (grouped || str_find_char(digits, '.') == STR_NONE) &&
           decimal_parse_grouped(digits, places, &number) == DECIMAL_OK &&
           decimal_scale_up(number.units, power - places, amount);
}

static bool money_text(struct checker *checker, struct str text, struct str unit, bool grouped,
                       int64_t *amount) {
    struct str digits, word = text;
    str_cut(&word, ' ', &digits);
    if (unit.size && str_ends(word, unit))
        word = str_trim(str_slice(word, 0, word.size - unit.size));
    int power = word.size ? -1 : 0;
    const struct language *language = checker->checked->language;
    for (size_t i = 0; i < language->scale_count; i++)
        if (str_equal(language->scales[i].word, word))
            power = language->scales[i].power;
    return power >= 0 && money_digits(digits, power, grouped, amount);
}

bool money_read(struct checker *checker, const struct tree *tree, struct str unit,
                int64_t *amount) {
    return money_text(checker, tree->text, unit, false, amount);
}

/* "60000000, 60 triệu": in the words of the site's language */
static struct str money_examples(struct checker *checker) {
    const struct language *language = checker->checked->language;
    for (size_t i = 0; i < language->scale_count; i++)
        if (language->scales[i].power == 6)
            return str_format(checker->arena, "60000000, 60 %.*s, '1,5 %.*s'",
                              STR_ARG(language->scales[i].word),
                              STR_ARG(language->scales[i].word));
    return STR("60000000");
}

bool amount_read(struct checker *checker, const struct field *field, const struct tree *tree,
                 const struct row *row, struct value *value) {
    if (money_text(checker, tree->text, field->unit, field->grouped, &value->number))
        return true;
    int64_t amount;
    struct decimal number;
    struct str name = field_name(checker->arena, field), context = row_context(checker, row);
    if (!field->grouped && money_text(checker, tree->text, field->unit, true, &amount))
        DIAG_IN(checker->diags, DIAG_GROUPED_NUMBER, tree->span, context, name, tree->text,
                without(checker, tree->text, '.'));
    else if (decimal_parse(tree->text, 0, &number) == DECIMAL_TOO_LARGE)
        DIAG_IN(checker->diags, DIAG_NUMBER_TOO_LARGE, tree->span, context, name, tree->text);
    else
        DIAG_IN(checker->diags, DIAG_BAD_MONEY, tree->span, context, name, tree->text,
                money_examples(checker));
    return false;
}
