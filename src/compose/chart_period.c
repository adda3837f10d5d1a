/* The keys of an axis with an order: years, quarters, months and whole numbers as consecutive
 * numbers; those between the first and the last that have no cell are put in, since an axis
 * without them would be false. */
#include "base/arena.h"
#include "compose/chart.h"

enum { PERIODS_MOST = 400 }; /* put in; beyond that only those that occur */

bool chart_is_ordered(const struct path *key) {
    enum field_type type = path_type(key);
    return key->part != DATE_WHOLE || type == FIELD_YEAR || type == FIELD_INTEGER;
}

static int64_t period_place(const struct path *key, int64_t number) {
    if (key->part == DATE_QUARTER)
        return number / 10 * 4 + number % 10 - 1;
    if (key->part == DATE_MONTH)
        return number / 100 * 12 + number % 100 - 1;
    return number;
}

static int64_t period_number(const struct path *key, int64_t place) {
    if (key->part == DATE_QUARTER)
        return place / 4 * 10 + place % 4 + 1;
    if (key->part == DATE_MONTH)
        return place / 12 * 100 + place % 12 + 1;
    return place;
}

static struct chart_category period(const struct chart *chart, int64_t place) {
    struct composer *composer = chart->composer;
    struct value *value = ARENA_NEW(composer->arena, struct value);
    *value =
        (struct value){.state = VALUE_PRESENT, .number = period_number(chart->axis, place)};
    return (struct chart_category){
        .name = key_text(composer, chart->axis, value), .key = value, .place = place};
}

/* the range of places; false: there is none, or it is too long to be filled */
static bool set_places(struct chart *chart, int64_t *first, int64_t *last) {
    *first = INT64_MAX;
    *last = INT64_MIN;
    for (size_t i = 0; i < chart->category_count; i++) {
        struct chart_category *item = &chart->categories[i];
        if (item->key->state != VALUE_PRESENT)
            continue;
        item->place = period_place(chart->axis, item->key->number);
        *first = item->place < *first ? item->place : *first;
        *last = item->place > *last ? item->place : *last;
    }
    return *first <= *last && (int128_t)*last - *first < PERIODS_MOST;
}

void chart_fill_periods(struct chart *chart) {
    struct arena *arena = chart->composer->arena;
    int64_t first, last;
    if (!set_places(chart, &first, &last))
        return;
    size_t count = (size_t)(last - first) + 1;
    size_t most = count + chart->category_count, series = chart->series_count;
    struct chart_category *items = ARENA_ARRAY(arena, struct chart_category, most);
    const struct cell **cells = ARENA_ARRAY(arena, const struct cell *, most *series);
    for (size_t i = 0; i < count; i++)
        items[i] = period(chart, first + (int64_t)i);
    for (size_t i = 0; i < most * series; i++)
        cells[i] = cell_absent(chart->table->indicator);
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct chart_category *item = &chart->categories[i];
        bool placed = item->key->state == VALUE_PRESENT;
        size_t at = placed ? (size_t)(item->place - first) : count++;
        items[at] = *item;
        for (size_t j = 0; j < series; j++)
            cells[at * series + j] = chart_cell(chart, i, j);
    }
    chart->categories = items;
    chart->cells = cells;
    chart->category_count = count;
}
