/* ICU does the matching; what is refused and why stands in the header. */
#include "locale/pattern.h"

#include <string.h>
#include <unicode/uregex.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "locale/internal.h"

struct pattern {
    URegularExpression *expression;
    struct pattern *next;
};

static bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* How many bytes at `at` mean something else elsewhere, or 0. `in_class`: between [ and ]. */
static size_t foreign_at(struct str text, size_t at, bool in_class) {
    char c = text.data[at], next = at + 1 < text.size ? text.data[at + 1] : '\0';
    char third = at + 2 < text.size ? text.data[at + 2] : '\0';
    if (c == '\\') {
        bool sign = (unsigned char)next < 0x80 && !is_letter_or_digit(next);
        return next == 'd' || next == '\0' || sign ? 0 : 2;
    }
    if (in_class) /* sets inside sets, and what is computed with them */
        return c == '[' ? 1 : (c == '&' && next == '&') || (c == '-' && next == '-') ? 2 : 0;
    if (c == '(' && next == '?' && third != ':')
        return 2;
    return c == ']' || (memchr("*+?}", c, 4) && next == '+') ? 1 + (c != ']') : 0;
}

/* The pattern with \d as the ten digits: ICU would take those of every script. */
static bool convert(struct str text, struct buf *out, struct pattern_fault *fault) {
    bool in_class = false;
    for (size_t at = 0; at < text.size; at++) {
        char c = text.data[at];
        size_t foreign = foreign_at(text, at, in_class);
        if (foreign) {
            *fault = (struct pattern_fault){at, foreign, true};
            return false;
        }
        if (c == '\\' && at + 1 < text.size) {
            at++;
            if (text.data[at] == 'd') {
                buf_add(out, in_class ? STR("0-9") : STR("[0-9]"));
                continue;
            }
            buf_add_char(out, c);
            c = text.data[at];
        } else if (c == '[' || c == ']') {
            in_class = c == '[';
        }
        buf_add_char(out, c);
    }
    return true;
}

/* the byte at which a number of UTF-16 units ends */
static size_t byte_of(struct str text, int32_t units) {
    size_t at = 0;
    while (at < text.size && units > 0)
        units -= str_next(text, &at) > 0xFFFF ? 2 : 1;
    return at;
}

static URegularExpression *compile(struct arena *arena, struct str text,
                                   struct pattern_fault *fault) {
    UErrorCode error = U_ZERO_ERROR;
    UParseError place = {0};
    struct utf16 wide = utf16_from(arena, text);
    URegularExpression *expression = uregex_open(wide.data, wide.size, 0, &place, &error);
    if (U_SUCCESS(error))
        return expression;
    if (expression)
        uregex_close(expression);
    size_t at = byte_of(text, place.offset > 0 ? place.offset - 1 : 0);
    *fault = (struct pattern_fault){at, at < text.size ? 1 : 0, false};
    return NULL;
}

struct pattern *pattern_open(struct arena *arena, struct locale *locale, struct str text,
                             struct pattern_fault *fault) {
    struct buf portable = buf_make(arena);
    *fault = (struct pattern_fault){0, text.size, false};
    if (text.size == 0 || text.size > LIMIT_PATTERN_BYTES)
        return NULL;
    /* as written first: its faults are in the places that a person sees */
    URegularExpression *expression = compile(arena, text, fault);
    if (!expression)
        return NULL;
    uregex_close(expression);
    if (!convert(text, &portable, fault))
        return NULL;
    expression = compile(arena, buf_str(&portable), fault);
    if (!expression)
        return NULL;
    UErrorCode error = U_ZERO_ERROR;
    uregex_setTimeLimit(expression, LIMIT_PATTERN_STEPS, &error);
    uregex_setStackLimit(expression, LIMIT_PATTERN_STACK, &error);
    ASSERT(U_SUCCESS(error));
    struct pattern *pattern = ARENA_NEW(arena, struct pattern);
    *pattern = (struct pattern){expression, locale->patterns};
    locale->patterns = pattern;
    return pattern;
}

enum pattern_match pattern_match(struct arena *arena, struct pattern *pattern,
                                 struct str text) {
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 wide = utf16_from(arena, text);
    uregex_setText(pattern->expression, wide.data, wide.size, &error);
    bool matches = uregex_matches(pattern->expression, -1, &error);
    if (U_FAILURE(error))
        return PATTERN_TOO_SLOW;
    return matches ? PATTERN_MATCHES : PATTERN_DIFFERS;
}

void patterns_close(struct locale *locale) {
    for (struct pattern *pattern = locale->patterns; pattern; pattern = pattern->next)
        uregex_close(pattern->expression);
    locale->patterns = NULL;
}
