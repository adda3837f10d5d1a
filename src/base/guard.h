/* guard.h: what every file of the program obeys.
 *
 * ASSERT stays in release builds: a broken promise inside the program must stop it before it
 * publishes a wrong number. Arithmetic on anything that came from a file goes through
 * checked_*. The calls that are banned (src/STYLE.md, "Never") are looked for by tests/style.
 */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

_Noreturn void guard_fail(const char *file, int line, const char *condition);

#define ASSERT(condition) ((condition) ? (void)0 : guard_fail(__FILE__, __LINE__, #condition))

/* true when the sum, difference or product fits; *result is only written then */
static inline bool checked_add(int64_t a, int64_t b, int64_t *result) {
    return !__builtin_add_overflow(a, b, result);
}

static inline bool checked_sub(int64_t a, int64_t b, int64_t *result) {
    return !__builtin_sub_overflow(a, b, result);
}

static inline bool checked_mul(int64_t a, int64_t b, int64_t *result) {
    return !__builtin_mul_overflow(a, b, result);
}

/* a size that wraps is a bug: every input is capped long before */
static inline size_t size_mul(size_t a, size_t b) {
    size_t result = 0;
    ASSERT(!__builtin_mul_overflow(a, b, &result));
    return result;
}

static inline size_t size_add(size_t a, size_t b) {
    size_t result = 0;
    ASSERT(!__builtin_add_overflow(a, b, &result));
    return result;
}

/* wide enough for the product of two checked numbers (GNU C) */
__extension__ typedef __int128 int128_t;

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define UNUSED(name) (void)(name)

#endif
