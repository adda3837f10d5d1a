/* Slices: no allocation except where an arena is asked for. */
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"

struct str str_of(const char *text) {
    return (struct str){text, text ? strlen(text) : 0};
}

int str_compare(struct str a, struct str b) {
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool str_starts(struct str s, struct str prefix) {
    return s.size >= prefix.size && str_equal(str_slice(s, 0, prefix.size), prefix);
}

bool str_ends(struct str s, struct str suffix) {
    return s.size >= suffix.size && str_equal(str_from(s, s.size - suffix.size), suffix);
}

struct str str_slice(struct str s, size_t from, size_t to) {
    if (to > s.size)
        to = s.size;
    if (from > to)
        from = to;
    return (struct str){s.data ? s.data + from : NULL, to - from};
}

struct str str_from(struct str s, size_t from) {
    return str_slice(s, from, s.size);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_trim(struct str s) {
    while (s.size && is_blank(s.data[0]))
        s = str_from(s, 1);
    while (s.size && is_blank(s.data[s.size - 1]))
        s.size--;
    return s;
}

size_t str_find(struct str s, struct str needle) {
    if (needle.size == 0)
        return 0;
    if (s.size < needle.size)
        return STR_NONE;
    const char *found = memmem(s.data, s.size, needle.data, needle.size);
    return found ? (size_t)(found - s.data) : STR_NONE;
}

size_t str_find_char(struct str s, char c) {
    const char *found = s.size ? memchr(s.data, c, s.size) : NULL;
    return found ? (size_t)(found - s.data) : STR_NONE;
}

bool str_cut(struct str *rest, char separator, struct str *part) {
    size_t at = str_find_char(*rest, separator);
    *part = str_slice(*rest, 0, at);
    *rest = at == STR_NONE ? STR_EMPTY : str_from(*rest, at + 1);
    return at != STR_NONE;
}

struct str str_copy(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, size_add(s.size, 1));
    if (s.size)
        memcpy(copy, s.data, s.size);
    return (struct str){copy, s.size};
}

const char *str_zero(struct arena *arena, struct str s) {
    return str_copy(arena, s).data;
}

struct str str_format(struct arena *arena, const char *format, ...) {
    char usual[STR_USUAL]; /* most fit, and are written once */
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(usual, sizeof usual, format, arguments);
    va_end(arguments);
    ASSERT(size >= 0);
    char *text = arena_alloc(arena, (size_t)size + 1);
    if ((size_t)size < sizeof usual)
        memcpy(text, usual, (size_t)size + 1);
    else
        vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    return (struct str){text, (size_t)size};
}

struct str str_join(struct arena *arena, struct str a, struct str b) {
    char *text = arena_alloc(arena, size_add(size_add(a.size, b.size), 1));
    if (a.size)
        memcpy(text, a.data, a.size);
    if (b.size)
        memcpy(text + a.size, b.data, b.size);
    return (struct str){text, a.size + b.size};
}

/* Length of the valid UTF-8 sequence at `at`, 0 when there is none (Unicode, table 3-7). */
static size_t sequence_size(struct str s, size_t at) {
    const unsigned char *p = (const unsigned char *)s.data + at;
    size_t left = s.size - at;
    if (p[0] < 0x80)
        return 1;
    if (p[0] < 0xC2 || p[0] > 0xF4)
        return 0;
    size_t size = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (left < size)
        return 0;
    unsigned char low = 0x80, high = 0xBF;
    if (p[0] == 0xE0)
        low = 0xA0;
    else if (p[0] == 0xED)
        high = 0x9F;
    else if (p[0] == 0xF0)
        low = 0x90;
    else if (p[0] == 0xF4)
        high = 0x8F;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return size;
}

uint32_t str_next(struct str s, size_t *at) {
    ASSERT(*at < s.size);
    const unsigned char *p = (const unsigned char *)s.data + *at;
    size_t size = sequence_size(s, *at);
    if (size == 0) {
        (*at)++;
        return 0xFFFD;
    }
    *at += size;
    if (size == 1)
        return p[0];
    uint32_t code = p[0] & (0x7Fu >> size);
    for (size_t i = 1; i < size; i++)
        code = code << 6 | (p[i] & 0x3Fu);
    return code;
}

size_t str_code_points(struct str s) {
    size_t count = 0;
    for (size_t at = 0; at < s.size; count++)
        str_next(s, &at);
    return count;
}

size_t str_ascii(struct str s) {
    size_t at = 0;
    for (uint64_t word; at + sizeof word <= s.size; at += sizeof word) {
        memcpy(&word, s.data + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (at < s.size && (unsigned char)s.data[at] < 0x80)
        at++;
    return at;
}

size_t str_invalid_utf8(struct str s) {
    for (size_t at = 0; at < s.size;) {
        at += str_ascii(str_from(s, at));
        if (at == s.size)
            break;
        size_t size = sequence_size(s, at);
        if (size == 0)
            return at;
        at += size;
    }
    return STR_NONE;
}

enum { DISTANCE_LONGEST = 64 };

size_t str_distance(struct str a, struct str b, size_t most) {
    size_t rows[3][DISTANCE_LONGEST + 1];
    if (a.size > DISTANCE_LONGEST || b.size > DISTANCE_LONGEST)
        return most + 1;
    for (size_t j = 0; j <= b.size; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a.size; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= b.size; j++) {
            bool same = a.data[i - 1] == b.data[j - 1];
            size_t best = above[j - 1] + (same ? 0 : 1);
            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            bool swapped = i > 1 && j > 1 && a.data[i - 1] == b.data[j - 2] &&
                           a.data[i - 2] == b.data[j - 1];
            if (swapped && above2[j - 2] + 1 < best)
                best = above2[j - 2] + 1;
            row[j] = best;
        }
    }
    size_t distance = rows[a.size % 3][b.size];
    return distance > most ? most + 1 : distance;
}
