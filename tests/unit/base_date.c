#include "base/date.h"

#include "base/guard.h"
#include "unit.h"

static void both_forms_are_the_same_day(struct arena *arena) {
    struct date a, b;
    CHECK(date_parse(STR("2016-03-01"), &a) && date_parse(STR("1/3/2016"), &b));
    CHECK_INT(date_number(a), 20160301);
    CHECK_INT(date_number(b), 20160301);
    CHECK(date_parse(STR("01/03/2016"), &b) && date_number(b) == 20160301);
    CHECK_STR(date_iso(arena, date_from_number(20160301)), "2016-03-01");
}

static void days_that_do_not_exist(struct arena *arena) {
    UNUSED(arena);
    struct date d;
    static const char *const WRONG[] = {"2023-02-29", "1900-02-29", "31/4/2016",   "2016-13-01",
                                        "0/1/2016",   "2016-3-1",   "1-3-2016",    "2016/03/01",
                                        "1/3/16",     "",           "2016-03-01 ", "2016-03",
                                        "1//2016",    "0000-01-01"};
    for (size_t i = 0; i < COUNT_OF(WRONG); i++)
        CHECK(!date_parse(str_of(WRONG[i]), &d));
    CHECK(date_parse(STR("2000-02-29"), &d) && date_parse(STR("29/2/2024"), &d));
}

UNIT_MAIN({"both_forms_are_the_same_day", both_forms_are_the_same_day},
          {"days_that_do_not_exist", days_that_do_not_exist})
