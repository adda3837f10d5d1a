/* unit.h: the whole of the unit-test harness. A program per source file:
 *
 *     static void adds(struct arena *arena) { CHECK_INT(1 + 1, 2); }
 *     UNIT_MAIN({"adds", adds})
 *
 * prints "ok adds" or "not ok adds: file:line: what", and exits 1 when one failed. Each test
 * has a fresh arena.
 */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <inttypes.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/str.h"

struct unit_test {
    const char *name;
    void (*run)(struct arena *arena);
};

static const char *unit_name;
static int unit_failures;

static inline void unit_fail(const char *file, int line, const char *what) {
    printf("not ok %s: %s:%d: %s\n", unit_name, file, line, what);
    unit_failures++;
}

static inline void unit_str(const char *file, int line, struct str got, const char *expected) {
    if (str_equal(got, str_of(expected)))
        return;
    unit_fail(file, line, "texts differ");
    printf("  expected \"%s\"\n  got      \"%.*s\"\n", expected, STR_ARG(got));
}

static inline void unit_int(const char *file, int line, int64_t got, int64_t expected) {
    if (got == expected)
        return;
    unit_fail(file, line, "numbers differ");
    printf("  expected %" PRId64 "\n  got      %" PRId64 "\n", expected, got);
}

#define CHECK(condition) ((condition) ? (void)0 : unit_fail(__FILE__, __LINE__, #condition))
#define CHECK_STR(got, expected) unit_str(__FILE__, __LINE__, (got), (expected))
#define CHECK_INT(got, expected)                                                               \
    unit_int(__FILE__, __LINE__, (int64_t)(got), (int64_t)(expected))

static inline int unit_main(const struct unit_test *tests, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        struct arena *arena = arena_new();
        int before = unit_failures;
        unit_name = tests[i].name;
        tests[i].run(arena);
        if (unit_failures == before)
            printf("ok %s\n", tests[i].name);
        else
            failed++;
        arena_free(arena);
    }
    return failed ? 1 : 0;
}

#define UNIT_MAIN(...)                                                                         \
    int main(void) {                                                                           \
        static const struct unit_test TESTS[] = {__VA_ARGS__};                                 \
        return unit_main(TESTS, sizeof TESTS / sizeof *TESTS);                                 \
    }

#endif
