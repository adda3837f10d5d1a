/* str.h: text as a slice: a borrowed pointer and a length, not NUL-ended.
 *
 * A slice never owns its bytes; it is valid as long as what it points into. The empty slice has
 * size 0 and may have data NULL. Text inside the program is UTF-8 in NFC (load establishes it),
 * but nothing here depends on that except str_next.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

struct str {
    const char *data;
    size_t size; /* bytes */
};

#define STR(literal) ((struct str){("" literal), sizeof(literal) - 1})
#define STR_EMPTY ((struct str){0})
#define STR_NONE SIZE_MAX                  /* "not found" where a position is returned */
enum { STR_USUAL = 256 };                  /* bytes that a formatted text seldom exceeds */
#define STR_ARG(s) (int)(s).size, (s).data /* for "%.*s" */

static inline bool str_equal(struct str a, struct str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}
struct str str_of(const char *text);         /* a NUL-ended text; NULL is empty */
int str_compare(struct str a, struct str b); /* by bytes: <0, 0, >0 */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
struct str str_slice(struct str s, size_t from, size_t to); /* clamped to s */
struct str str_from(struct str s, size_t from);
struct str str_trim(struct str s);                /* ASCII blanks and line ends */
size_t str_find(struct str s, struct str needle); /* position or STR_NONE */
size_t str_find_char(struct str s, char c);

/* Cuts off the part before `separator`: true and advances *rest past it, or false with the
 * whole rest in *part when there is none left (then *rest is empty). Loop: for (bool more =
 * true; more;) { more = str_cut(&rest, ',', &part); … } */
bool str_cut(struct str *rest, char separator, struct str *part);

struct str str_copy(struct arena *arena, struct str s); /* NUL-ended as well */
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_join(struct arena *arena, struct str a, struct str b);
const char *str_zero(struct arena *arena, struct str s); /* a NUL-ended copy for the system */

/* Decodes one code point at *at and advances; 0xFFFD and one byte for an invalid sequence. */
uint32_t str_next(struct str s, size_t *at);
size_t str_code_points(struct str s);

/* how many bytes at its beginning are ASCII */
size_t str_ascii(struct str s);

/* Position of the first byte that is not valid UTF-8 (overlong, surrogate, > U+10FFFF), or
 * STR_NONE. */
size_t str_invalid_utf8(struct str s);

/* Number of edits (insert, delete, replace, swap of neighbours) between two names, or `most` +
 * 1 when it is more than `most`. For "did you mean"; names longer than 64 bytes never match. */
size_t str_distance(struct str a, struct str b, size_t most);

#endif
