#include "render/pdf/linebreak.h"

#include "base/guard.h"
#include "unit.h"

static struct break_word *words(struct arena *arena, const int64_t *widths, size_t count) {
    struct break_word *result = ARENA_ARRAY(arena, struct break_word, count);
    for (size_t i = 0; i < count; i++)
        result[i] = (struct break_word){widths[i], i ? 10 : 0, false};
    return result;
}

static void lines_are_even_not_greedy(struct arena *arena) {
    /* greedy: 60+10+30 | 90 would leave … ; the total fit balances */
    static const int64_t WIDTHS[] = {30, 30, 30, 70, 20, 70};
    size_t count;
    struct break_line *lines = linebreak(arena, words(arena, WIDTHS, 6), 6, 110, 0, &count);
    CHECK_INT(count, 3);
    CHECK_INT(lines[0].to, 3);
    CHECK_INT(lines[1].to, 5);
    CHECK_INT(lines[0].width, 110);
    CHECK_INT(lines[1].width, 100);
    CHECK(lines[2].last && !lines[0].last);
}

static void every_word_is_on_one_line_in_order(struct arena *arena) {
    int64_t widths[200];
    uint32_t seed = 1;
    for (size_t i = 0; i < COUNT_OF(widths); i++) {
        seed = seed * 1664525U + 1013904223U;
        widths[i] = 10 + (int64_t)(seed >> 25);
    }
    size_t count;
    struct break_line *lines = linebreak(arena, words(arena, widths, COUNT_OF(widths)),
                                         COUNT_OF(widths), 400, 50, &count);
    CHECK_INT(lines[0].from, 0);
    CHECK_INT(lines[count - 1].to, COUNT_OF(widths));
    for (size_t i = 0; i < count; i++) {
        CHECK(lines[i].from < lines[i].to);
        CHECK(lines[i].width <= 400 - (i == 0 ? 50 : 0));
        CHECK(i == 0 || lines[i].from == lines[i - 1].to);
    }
}

static void forced_ends_and_wide_words(struct arena *arena) {
    static const int64_t WIDTHS[] = {10, 10, 500, 10};
    struct break_word *list = words(arena, WIDTHS, 4);
    list[0].forced = true;
    size_t count;
    struct break_line *lines = linebreak(arena, list, 4, 100, 0, &count);
    CHECK_INT(count, 4);
    CHECK(lines[0].last && lines[0].to == 1);
    CHECK_INT(lines[2].width, 500);
    linebreak(arena, list, 0, 100, 0, &count);
    CHECK_INT(count, 0);
}

UNIT_MAIN({"lines_are_even_not_greedy", lines_are_even_not_greedy},
          {"every_word_is_on_one_line_in_order", every_word_is_on_one_line_in_order},
          {"forced_ends_and_wide_words", forced_ends_and_wide_words})
