#include "base/source.h"

#include "base/guard.h"
#include "unit.h"

static struct place place_at(const struct source *source, uint32_t offset) {
    return span_place((struct span){source, offset, 1});
}

static void places_count_lines_and_characters(struct arena *arena) {
    const struct source *source = source_new(arena, STR("f"), STR("xã\r\nYếm\rThắm\n"));
    CHECK_INT(source->line_count, 4);
    CHECK_INT(place_at(source, 0).line, 1);
    CHECK_INT(place_at(source, 3).column, 3);
    CHECK_INT(place_at(source, 5).line, 2);
    CHECK_INT(place_at(source, 9).column, 3); /* after Y and ế, which is three bytes */
    CHECK_STR(source_line(source, 2), "Yếm");
    CHECK_STR(source_line(source, 3), "Thắm");
    CHECK_STR(source_line(source, 4), "");
    CHECK_STR(source_line(source, 9), "");
}

static void offsets_are_found_in_any_order(struct arena *arena) {
    const struct source *source = source_new(arena, STR("f"), STR("áb: ếc\nd"));
    struct source_cursor cursor = {0};
    CHECK_INT(source_offset(source, &cursor, 0, 0), 0);
    CHECK_INT(source_offset(source, &cursor, 0, 4), 5);
    CHECK_INT(source_offset(source, &cursor, 0, 5), 8);
    CHECK_INT(source_offset(source, &cursor, 0, 1), 2);
    CHECK_INT(source_offset(source, &cursor, 1, 0), 10);
    CHECK_INT(source_offset(source, &cursor, 1, 99), 11);
    CHECK_INT(source_offset(source, &cursor, 0, 2), 3);
    CHECK_INT(source_offset(source, &cursor, 7, 0), 11);
}

UNIT_MAIN({"places_count_lines_and_characters", places_count_lines_and_characters},
          {"offsets_are_found_in_any_order", offsets_are_found_in_any_order})
