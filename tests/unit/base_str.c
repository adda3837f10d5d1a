#include "base/guard.h"
#include "unit.h"

static void slices(struct arena *arena) {
    struct str s = STR("  xã Yếm \n");
    CHECK_STR(str_trim(s), "xã Yếm");
    CHECK_STR(str_slice(s, 2, 5), "xã");
    CHECK_STR(str_slice(s, 8, 3), "");
    CHECK_STR(str_from(s, 99), "");
    CHECK(str_starts(STR("abc"), STR("ab")) && !str_starts(STR("a"), STR("ab")));
    CHECK(str_ends(STR("abc"), STR("bc")) && !str_ends(STR("c"), STR("bc")));
    CHECK_INT(str_find(STR("banana"), STR("nan")), 2);
    CHECK(str_find(STR("banana"), STR("x")) == STR_NONE);
    CHECK(str_compare(STR("a"), STR("ab")) < 0 && str_compare(STR("b"), STR("ab")) > 0);
    CHECK_STR(str_join(arena, STR("a"), STR_EMPTY), "a");
    CHECK_STR(str_format(arena, "%d-%s", 7, "x"), "7-x");
}

static void cut_gives_each_part_once(struct arena *arena) {
    UNUSED(arena);
    struct str rest = STR("a,,b"), part;
    CHECK(str_cut(&rest, ',', &part));
    CHECK_STR(part, "a");
    CHECK(str_cut(&rest, ',', &part));
    CHECK_STR(part, "");
    CHECK(!str_cut(&rest, ',', &part));
    CHECK_STR(part, "b");
    CHECK_INT(rest.size, 0);
}

static void invalid_utf8_is_found_where_it_is(struct arena *arena) {
    UNUSED(arena);
    CHECK(str_invalid_utf8(STR("Đồi Sim ₫ 😀")) == STR_NONE);
    CHECK_INT(str_invalid_utf8(STR("ab\xFF")), 2);
    CHECK_INT(str_invalid_utf8(STR("a\xC0\x80")), 1);        /* overlong */
    CHECK_INT(str_invalid_utf8(STR("\xE0\x9F\xBF")), 0);     /* overlong */
    CHECK_INT(str_invalid_utf8(STR("\xED\xA0\x80")), 0);     /* surrogate */
    CHECK_INT(str_invalid_utf8(STR("\xF4\x90\x80\x80")), 0); /* above U+10FFFF */
    CHECK_INT(str_invalid_utf8(STR("x\xE1\xBA")), 1);        /* cut off */
}

static void code_points_are_decoded(struct arena *arena) {
    UNUSED(arena);
    size_t at = 0;
    struct str s = STR("aế😀");
    CHECK_INT(str_next(s, &at), 'a');
    CHECK_INT(str_next(s, &at), 0x1EBF);
    CHECK_INT(str_next(s, &at), 0x1F600);
    CHECK_INT(at, s.size);
    CHECK_INT(str_code_points(s), 3);
}

static void distance_counts_edits(struct arena *arena) {
    UNUSED(arena);
    CHECK_INT(str_distance(STR("house"), STR("house"), 3), 0);
    CHECK_INT(str_distance(STR("hosue"), STR("house"), 3), 1);
    CHECK_INT(str_distance(STR("hous"), STR("house"), 3), 1);
    CHECK_INT(str_distance(STR("xxxxx"), STR("house"), 3), 4);
}

UNIT_MAIN({"slices", slices}, {"cut_gives_each_part_once", cut_gives_each_part_once},
          {"invalid_utf8_is_found_where_it_is", invalid_utf8_is_found_where_it_is},
          {"code_points_are_decoded", code_points_are_decoded},
          {"distance_counts_edits", distance_counts_edits})
