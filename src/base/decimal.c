/* The two written forms of a number and nothing in between: a guess is how 7.120 becomes 7. */
#include "base/decimal.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct str s, size_t from) {
    size_t at = from;
    while (at < s.size && is_digit(s.data[at]))
        at++;
    return at - from;
}

static bool push_digits(int64_t *units, struct str s, size_t from, size_t count) {
    for (size_t i = from; i < from + count; i++)
        if (!checked_mul(*units, 10, units) || !checked_sub(*units, s.data[i] - '0', units))
            return false;
    return true;
}

/* 1-3 digits, then groups of a dot and three digits: bytes used, 0 when it is not that form */
static size_t grouped_at(struct str s, size_t from) {
    size_t at = from + digits_at(s, from);
    if (at == from || at - from > 3)
        return 0;
    size_t groups = 0;
    while (at < s.size && s.data[at] == '.' && digits_at(s, at + 1) == 3) {
        at += 4;
        groups++;
    }
    return groups ? at - from : 0;
}

/* The digits are gathered as a negative number, so that the smallest int64 can be read. */
static enum decimal_fault finish(int64_t units, bool negative, int scale,
                                 struct decimal *result) {
    if (!negative && !checked_sub(0, units, &units))
        return DECIMAL_TOO_LARGE;
    *result = (struct decimal){units, scale};
    return DECIMAL_OK;
}

enum decimal_fault decimal_parse(struct str text, int scale, struct decimal *result) {
    ASSERT(scale >= 0 && scale <= DECIMAL_SCALE_MOST);
    bool negative = text.size && text.data[0] == '-';
    size_t from = negative ? 1 : 0;
    size_t whole = digits_at(text, from);
    if (whole == 0)
        return DECIMAL_NOT_A_NUMBER;
    size_t at = from + whole, places = 0;
    if (at < text.size && text.data[at] == '.') {
        places = digits_at(text, at + 1);
        if (at + 1 + places != text.size || (int)places != scale || scale == 0) {
            size_t grouped = grouped_at(text, from);
            if (grouped && (from + grouped == text.size || text.data[from + grouped] == ','))
                return DECIMAL_GROUPED;
        }
        if (places == 0)
            return DECIMAL_NOT_A_NUMBER; /* "5." */
        at += 1 + places;
    }
    if (at != text.size)
        return DECIMAL_NOT_A_NUMBER;
    if (whole > 1 && text.data[from] == '0')
        return DECIMAL_LEADING_ZERO;
    if ((int)places != scale)
        return DECIMAL_PLACES;
    int64_t units = 0;
    if (!push_digits(&units, text, from, whole) ||
        (places && !push_digits(&units, text, from + whole + 1, places)))
        return DECIMAL_TOO_LARGE;
    return finish(units, negative, scale, result);
}

enum decimal_fault decimal_parse_grouped(struct str text, int scale, struct decimal *result) {
    ASSERT(scale >= 0 && scale <= DECIMAL_SCALE_MOST);
    bool negative = text.size && text.data[0] == '-';
    size_t from = negative ? 1 : 0;
    size_t whole = grouped_at(text, from);
    if (whole == 0)
        whole = digits_at(text, from);
    if (whole == 0)
        return DECIMAL_NOT_A_NUMBER;
    if (whole > 1 && text.data[from] == '0')
        return DECIMAL_LEADING_ZERO;
    int64_t units = 0;
    for (size_t i = from; i < from + whole; i++)
        if (text.data[i] != '.' && !push_digits(&units, text, i, 1))
            return DECIMAL_TOO_LARGE;
    size_t at = from + whole, places = 0;
    if (at < text.size && text.data[at] == ',') {
        places = digits_at(text, at + 1);
        if (places == 0 || (int)places > scale)
            return DECIMAL_PLACES;
        if (!push_digits(&units, text, at + 1, places))
            return DECIMAL_TOO_LARGE;
        at += 1 + places;
    }
    if (at != text.size)
        return DECIMAL_NOT_A_NUMBER;
    for (; (int)places < scale; places++)
        if (!checked_mul(units, 10, &units))
            return DECIMAL_TOO_LARGE;
    return finish(units, negative, scale, result);
}

bool decimal_add(struct decimal a, struct decimal b, struct decimal *sum) {
    ASSERT(a.scale == b.scale);
    sum->scale = a.scale;
    return checked_add(a.units, b.units, &sum->units);
}

static int128_t widened(struct decimal value, int scale) {
    int128_t units = value.units;
    for (int i = value.scale; i < scale; i++)
        units *= 10;
    return units;
}

int decimal_compare(struct decimal a, struct decimal b) {
    int scale = a.scale > b.scale ? a.scale : b.scale;
    int128_t left = widened(a, scale), right = widened(b, scale);
    return (left > right) - (left < right);
}

struct str decimal_text(struct arena *arena, struct decimal value) {
    struct buf digits = buf_make(arena);
    buf_number(&digits, value.units);
    struct str text = buf_str(&digits);
    if (value.scale == 0)
        return text;
    struct buf result = buf_make(arena);
    if (value.units < 0) {
        buf_add_char(&result, '-');
        text = str_from(text, 1);
    }
    size_t scale = (size_t)value.scale;
    size_t whole = text.size > scale ? text.size - scale : 0;
    buf_add(&result, whole ? str_slice(text, 0, whole) : STR("0"));
    buf_add_char(&result, '.');
    for (size_t i = text.size; i < scale; i++)
        buf_add_char(&result, '0');
    buf_add(&result, str_from(text, whole));
    return buf_str(&result);
}

bool decimal_scale_up(int64_t value, int power, int64_t *result) {
    for (int i = 0; i < power; i++)
        if (!checked_mul(value, 10, &value))
            return false;
    *result = value;
    return true;
}

bool decimal_quotient(int64_t numerator, int64_t denominator, int power, int64_t *result) {
    int128_t above = numerator, below = denominator;
    ASSERT(denominator != 0 && power >= -DECIMAL_SCALE_MOST && power <= 18);
    for (int i = 0; i < power; i++)
        above *= 10;
    for (int i = power; i < 0; i++)
        below *= 10;
    if (below < 0) {
        above = -above;
        below = -below;
    }
    /* half away from zero: (2n ± d) / 2d, truncated */
    int128_t rounded = (2 * above + (above < 0 ? -below : below)) / (2 * below);
    *result = (int64_t)rounded;
    return (int128_t)*result == rounded;
}
