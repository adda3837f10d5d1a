/* Patterns filled in either language; words as arguments; nothing that harms a terminal. */
#include "base/words.h"

#include "base/diag.h"
#include "unit.h"

static struct str filled(struct arena *arena, const char *pattern, enum diag_language language,
                         struct str argument) {
    struct buf out = buf_make(arena);
    words_fill(&out, pattern, language, &argument, 1);
    return buf_str(&out);
}

static void arguments_stand_where_the_pattern_says(struct arena *arena) {
    CHECK_STR(filled(arena, "a {0} b {0}{", DIAG_ENGLISH, STR("xã")), "a xã b xã{");
    CHECK_STR(filled(arena, "{x} {0}", DIAG_ENGLISH, STR("{0}")), "{x} {0}");
    CHECK_STR(filled(arena, "{0}", DIAG_ENGLISH, STR_EMPTY), "");
}

static void a_word_is_said_in_the_language_of_the_message(struct arena *arena) {
    struct str word = word_argument(WORD_ANCHOR);
    CHECK_STR(filled(arena, "{0}!", DIAG_ENGLISH, word), "an anchor (&)!");
    CHECK_STR(filled(arena, "{0}!", DIAG_VIETNAMESE, word), "dấu neo (&)!");
    CHECK_STR(filled(arena, "{0}", DIAG_VIETNAMESE, word_argument(WORD_COUNT - 1)),
              word_text(WORD_COUNT - 1, DIAG_VIETNAMESE));
    CHECK_STR(filled(arena, "{0}", DIAG_ENGLISH, word_argument(0)), word_text(0, DIAG_ENGLISH));
}

static void control_characters_and_broken_bytes_are_shown(struct arena *arena) {
    CHECK_STR(filled(arena, "{0}", DIAG_ENGLISH, STR("a\x1B[2J\x7F\xE9z")),
              "a\\x1B[2J\\x7F\\xE9z");
    CHECK_STR(filled(arena, "{0}", DIAG_ENGLISH, STR("\x01zz")), "\\x01zz");
    CHECK_STR(filled(arena, "{0}", DIAG_ENGLISH, STR("\xEF\xBF\xBD")), "\xEF\xBF\xBD");
}

UNIT_MAIN({"arguments_stand_where_the_pattern_says", arguments_stand_where_the_pattern_says},
          {"a_word_is_said_in_the_language_of_the_message",
           a_word_is_said_in_the_language_of_the_message},
          {"control_characters_and_broken_bytes_are_shown",
           control_characters_and_broken_bytes_are_shown})
