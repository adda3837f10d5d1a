/* The whole text must match; what other programs read differently is refused at its place. */
#include "locale/pattern.h"

#include "locale/locale.h"
#include "unit.h"

static struct locale *root(struct arena *arena) {
    struct language *language = ARENA_NEW(arena, struct language);
    language->code = STR("en");
    return locale_open(arena, language);
}

static enum pattern_match matched(struct arena *arena, const char *pattern, const char *text) {
    struct locale *locale = root(arena);
    struct pattern_fault fault;
    struct pattern *opened = pattern_open(arena, locale, str_of(pattern), &fault);
    enum pattern_match match =
        opened ? pattern_match(arena, opened, str_of(text)) : PATTERN_TOO_SLOW;
    locale_close(locale);
    return match;
}

static size_t refused_at(struct arena *arena, const char *pattern, bool not_portable) {
    struct locale *locale = root(arena);
    struct pattern_fault fault = {0};
    bool refused = !pattern_open(arena, locale, str_of(pattern), &fault);
    locale_close(locale);
    return refused && fault.not_portable == not_portable ? fault.at : SIZE_MAX;
}

static void the_whole_text_matches_or_not(struct arena *arena) {
    CHECK(matched(arena, "[A-Z]{2}-\\d+", "VN-06") == PATTERN_MATCHES);
    CHECK(matched(arena, "[A-Z]{2}-\\d+", "xVN-06") == PATTERN_DIFFERS);
    CHECK(matched(arena, "[A-Z]{2}-\\d+", "VN-06x") == PATTERN_DIFFERS);
    CHECK(matched(arena, "a|b", "ab") == PATTERN_DIFFERS);
    CHECK(matched(arena, "(?:ổi|yếm)( \\d)?", "yếm 3") == PATTERN_MATCHES);
    CHECK(matched(arena, "[\\d.]+", "0912.345") == PATTERN_MATCHES);
    CHECK(matched(arena, "[^\\d]+", "a1") == PATTERN_DIFFERS);
    CHECK(matched(arena, "\\(\\.\\)", "(.)") == PATTERN_MATCHES);
    CHECK(matched(arena, "x*", "") == PATTERN_MATCHES);
}

static void digits_are_the_ten(struct arena *arena) {
    CHECK(matched(arena, "\\d", "\xD9\xA3") == PATTERN_DIFFERS); /* Arabic-Indic three */
}

static void what_never_ends_is_given_up(struct arena *arena) {
    CHECK(matched(arena, "(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac") ==
          PATTERN_TOO_SLOW);
}

static void faults_have_their_places(struct arena *arena) {
    CHECK_INT(refused_at(arena, "ab\\w", true), 2);
    CHECK_INT(refused_at(arena, "a(?=b)", true), 1);
    CHECK_INT(refused_at(arena, "[a[b]]", true), 2);
    CHECK_INT(refused_at(arena, "[a&&b]", true), 2);
    CHECK_INT(refused_at(arena, "a++", true), 1);
    CHECK_INT(refused_at(arena, "a]", true), 1);
    CHECK_INT(refused_at(arena, "ổ(b", false), 4);
    CHECK_INT(refused_at(arena, "a{3,2}", false), 5);
    CHECK(refused_at(arena, "", false) != SIZE_MAX);
    CHECK(refused_at(arena, "\\+\\-\\]", true) == SIZE_MAX);
}

UNIT_MAIN({"the_whole_text_matches_or_not", the_whole_text_matches_or_not},
          {"digits_are_the_ten", digits_are_the_ten},
          {"what_never_ends_is_given_up", what_never_ends_is_given_up},
          {"faults_have_their_places", faults_have_their_places})
