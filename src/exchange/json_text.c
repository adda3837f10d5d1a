/* What a scalar of YAML and a regular expression are to other programs. */
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"
#include "exchange/internal.h"

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct str text, size_t from) {
    size_t at = from;
    while (at < text.size && is_digit(text.data[at]))
        at++;
    return at - from;
}

static int digit_value(char c) {
    if (is_digit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 16;
}

/* 0o17 and 0xff; empty: it is neither, or too large for an editor to hold exactly */
static struct str other_base(struct arena *arena, struct str text) {
    bool octal = str_starts(text, STR("0o")), hexadecimal = str_starts(text, STR("0x"));
    if (text.size < 3 || text.size > 14 || (!octal && !hexadecimal))
        return STR_EMPTY;
    int64_t number = 0, base = octal ? 8 : 16;
    for (size_t i = 2; i < text.size; i++) {
        if (digit_value(text.data[i]) >= base)
            return STR_EMPTY;
        number = number * base + digit_value(text.data[i]);
    }
    return str_format(arena, "%lld", (long long)number);
}

/* -?digits, a dot with or without digits after it, an exponent: as JSON writes it */
static struct str number_reading(struct arena *arena, struct str text) {
    struct buf out = buf_make(arena);
    size_t at = text.size && (text.data[0] == '-' || text.data[0] == '+');
    size_t whole = digits_at(text, at), zeros = at;
    buf_add(&out, text.size && text.data[0] == '-' ? STR("-") : STR_EMPTY);
    while (zeros + 1 < at + whole && text.data[zeros] == '0')
        zeros++;
    buf_add(&out, whole ? str_slice(text, zeros, at + whole) : STR("0"));
    at += whole;
    size_t places = 0;
    if (at < text.size && text.data[at] == '.') {
        places = digits_at(text, at + 1);
        buf_add(&out, places ? str_slice(text, at, at + 1 + places) : STR_EMPTY);
        at += 1 + places;
    }
    if (whole + places == 0)
        return STR_EMPTY;
    if (at < text.size && (text.data[at] == 'e' || text.data[at] == 'E')) {
        size_t sign = at + 1 < text.size && strchr("+-", text.data[at + 1]) ? 1 : 0;
        size_t digits = digits_at(text, at + 1 + sign);
        if (digits == 0)
            return STR_EMPTY;
        buf_add(&out, str_slice(text, at, at + 1 + sign + digits));
        at += 1 + sign + digits;
    }
    return at == text.size ? buf_str(&out) : STR_EMPTY;
}

struct str yaml_reading(struct arena *arena, struct str text) {
    static const char *const BOOLEANS[][3] = {{"true", "True", "TRUE"},
                                              {"false", "False", "FALSE"}};
    for (size_t i = 0; i < COUNT_OF(BOOLEANS); i++)
        for (size_t j = 0; j < COUNT_OF(BOOLEANS[i]); j++)
            if (str_equal(text, str_of(BOOLEANS[i][j])))
                return str_of(BOOLEANS[i][0]);
    struct str number = other_base(arena, text);
    return number.size ? number : number_reading(arena, text);
}

/* --- regular expressions */

static bool is_syntax(char c) {
    return c && strchr("^$\\.*+?()[]{}|/", c) != NULL;
}

void regex_literal(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        if (is_syntax(text.data[i]))
            buf_add_char(out, '\\');
        buf_add_char(out, text.data[i]);
    }
}

void regex_portable(struct buf *out, struct str pattern) {
    bool in_class = false;
    for (size_t at = 0; at < pattern.size; at++) {
        char c = pattern.data[at];
        if (c == '\\' && at + 1 < pattern.size) {
            c = pattern.data[++at];
            if (c == 'd') { /* the ten digits; \d has more of them in some programs */
                buf_add(out, in_class ? STR("0-9") : STR("[0-9]"));
                continue;
            }
            buf_add(out, is_syntax(c) || (c == '-' && in_class) ? STR("\\") : STR_EMPTY);
            buf_add_char(out, c);
            continue;
        }
        if (c == '[' || c == ']')
            in_class = c == '[';
        buf_add_char(out, c);
    }
}
