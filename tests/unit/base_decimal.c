#include "base/decimal.h"

#include <stdlib.h>

#include "base/guard.h"
#include "unit.h"

static void plain(struct arena *arena) {
    UNUSED(arena);
    struct decimal d;
    CHECK(decimal_parse(STR("7120"), 0, &d) == DECIMAL_OK && d.units == 7120);
    CHECK(decimal_parse(STR("-0"), 0, &d) == DECIMAL_OK && d.units == 0);
    CHECK(decimal_parse(STR("12.50"), 2, &d) == DECIMAL_OK && d.units == 1250);
    CHECK(decimal_parse(STR("7.120"), 3, &d) == DECIMAL_OK && d.units == 7120);
    CHECK(decimal_parse(STR("-9223372036854775808"), 0, &d) == DECIMAL_OK &&
          d.units == INT64_MIN);
}

static void what_is_not_exactly_a_number_is_named(struct arena *arena) {
    UNUSED(arena);
    struct decimal d;
    CHECK_INT(decimal_parse(STR("7.120"), 0, &d), DECIMAL_GROUPED);
    CHECK_INT(decimal_parse(STR("1.234.567"), 0, &d), DECIMAL_GROUPED);
    CHECK_INT(decimal_parse(STR("1.234.567"), 2, &d), DECIMAL_GROUPED);
    CHECK_INT(decimal_parse(STR("06"), 0, &d), DECIMAL_LEADING_ZERO);
    CHECK_INT(decimal_parse(STR("12.5"), 2, &d), DECIMAL_PLACES);
    CHECK_INT(decimal_parse(STR("12"), 2, &d), DECIMAL_PLACES);
    CHECK_INT(decimal_parse(STR("9223372036854775808"), 0, &d), DECIMAL_TOO_LARGE);
    static const char *const WRONG[] = {"",    "-",  "1e3", "0x10", "1 000",
                                        "1,5", ".5", "5.",  "+5",   "１"};
    for (size_t i = 0; i < COUNT_OF(WRONG); i++)
        CHECK(decimal_parse(str_of(WRONG[i]), 0, &d) == DECIMAL_NOT_A_NUMBER ||
              decimal_parse(str_of(WRONG[i]), 0, &d) == DECIMAL_PLACES);
}

static void grouped(struct arena *arena) {
    UNUSED(arena);
    struct decimal d;
    CHECK(decimal_parse_grouped(STR("7.120"), 0, &d) == DECIMAL_OK && d.units == 7120);
    CHECK(decimal_parse_grouped(STR("1.234.567,8"), 2, &d) == DECIMAL_OK &&
          d.units == 123456780);
    CHECK(decimal_parse_grouped(STR("50,4"), 3, &d) == DECIMAL_OK && d.units == 50400);
    CHECK_INT(decimal_parse_grouped(STR("1.23"), 0, &d), DECIMAL_NOT_A_NUMBER);
    CHECK_INT(decimal_parse_grouped(STR("12345.678"), 0, &d), DECIMAL_NOT_A_NUMBER);
    CHECK_INT(decimal_parse_grouped(STR("1,234"), 2, &d), DECIMAL_PLACES);
}

static void text_is_read_back(struct arena *arena) {
    static const int64_t UNITS[] = {0, 1, -1, 99, -100, 12345, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT_OF(UNITS); i++)
        for (int scale = 0; scale <= DECIMAL_SCALE_MOST; scale++) {
            struct decimal in = {UNITS[i], scale}, out = {0};
            CHECK_INT(decimal_parse(decimal_text(arena, in), scale, &out), DECIMAL_OK);
            CHECK_INT(out.units, in.units);
        }
    CHECK_STR(decimal_text(arena, (struct decimal){-5, 2}), "-0.05");
    CHECK_STR(decimal_text(arena, (struct decimal){12345, 2}), "123.45");
}

static void sums_refuse_to_overflow(struct arena *arena) {
    UNUSED(arena);
    struct decimal sum;
    CHECK(!decimal_add((struct decimal){INT64_MAX, 0}, (struct decimal){1, 0}, &sum));
    CHECK(decimal_add((struct decimal){INT64_MAX, 0}, (struct decimal){-1, 0}, &sum));
    CHECK(decimal_compare((struct decimal){150, 2}, (struct decimal){15, 1}) == 0);
    CHECK(decimal_compare((struct decimal){INT64_MAX, 0}, (struct decimal){INT64_MAX, 9}) > 0);
    int64_t scaled;
    CHECK(decimal_scale_up(60, 6, &scaled) && scaled == 60000000);
    CHECK(!decimal_scale_up(INT64_MAX, 1, &scaled));
}

UNIT_MAIN({"plain", plain},
          {"what_is_not_exactly_a_number_is_named", what_is_not_exactly_a_number_is_named},
          {"grouped", grouped}, {"text_is_read_back", text_is_read_back},
          {"sums_refuse_to_overflow", sums_refuse_to_overflow})
