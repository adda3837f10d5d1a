/* Lines over years, quarters, months or whole numbers. A period between the first and the last
 * in which nothing was counted is a point at 0; a number that is withheld or does not exist
 * breaks the line and is named below. Each line has its name at its end. */
#include <stdlib.h>

#include "base/arena.h"
#include "compose/chart.h"

enum {
    PLOT = 150000,
    NUMBER = 14000,
    NAME_MOST = 116000,
    NAME_LINE = 13000,
    STROKE = 2000,
    POINT = 6500,
    TICKS = 5
};

struct line_end { /* of a series, with its name */
    size_t series;
    int64_t x, y, name_y;
    struct str name;
};

struct lines {
    struct chart *chart;
    struct chart_axis axis;
    int64_t left, right, top, bottom;
    int64_t first, last; /* places on the ordered axis */
    bool numbers;        /* each point has its own */
    struct line_end *ends;
    size_t end_count;
};

/* --- where things are */

static bool has_place(const struct chart *chart, size_t category) {
    return chart->categories[category].key->state == VALUE_PRESENT;
}

static void set_range(struct lines *lines) {
    const struct chart *chart = lines->chart;
    lines->first = INT64_MAX;
    lines->last = INT64_MIN;
    for (size_t i = 0; i < chart->category_count; i++) {
        int64_t place = chart->categories[i].place;
        if (!has_place(chart, i))
            continue;
        lines->first = place < lines->first ? place : lines->first;
        lines->last = place > lines->last ? place : lines->last;
    }
}

static int64_t place_x(const struct lines *lines, int64_t place) {
    int64_t range = lines->last - lines->first, room = lines->right - lines->left;
    return lines->left +
           (range ? (int64_t)((int128_t)(place - lines->first) * room / range) : room / 2);
}

static int64_t place_y(const struct lines *lines, int64_t amount) {
    return lines->bottom - chart_axis_place(&lines->axis, amount, lines->bottom - lines->top);
}

static int64_t widest_name(const struct chart *chart) {
    int64_t widest = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        int64_t width = chart_text_width(chart, chart->categories[i].name, CHART_SMALL);
        widest = width > widest && has_place(chart, i) ? width : widest;
    }
    return widest;
}

static int64_t widest_value(const struct chart *chart) {
    int64_t widest = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        struct str text = chart_value(chart, chart_cell(chart, i, 0));
        int64_t width = chart_text_width(chart, text, CHART_SMALL);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static void measure(struct lines *lines) {
    struct chart *chart = lines->chart;
    bool crossed = chart->series[0].size > 0;
    int64_t half = widest_name(chart) / 2, names = 0;
    int64_t number = crossed ? 0 : widest_value(chart);
    for (size_t j = 0; j < chart->series_count && crossed; j++) {
        int64_t width = chart_text_width(chart, chart->series[j], CHART_SMALL);
        width = width > NAME_MOST ? NAME_MOST : width;
        names = width + 3 * CHART_GAP > names ? width + 3 * CHART_GAP : names;
    }
    lines->axis = chart_axis_round(chart_axis_exact(chart, false), TICKS);
    int64_t ticks = chart_tick_width(chart, &lines->axis) + CHART_GAP;
    lines->left = ticks > half ? ticks : half;
    lines->right = CHART_WIDTH - (names > half ? names : half);
    int64_t periods = lines->last > lines->first ? lines->last - lines->first : 1;
    int64_t apart = (lines->right - lines->left) / periods;
    lines->numbers = !crossed && number <= apart - CHART_GAP / 2;
    if (lines->numbers) {
        half = half > number / 2 ? half : number / 2;
        lines->left = half;
        lines->right = CHART_WIDTH - half;
    }
}

/* --- marks */

static void add_ticks(const struct lines *lines) {
    struct chart *chart = lines->chart;
    int64_t tick = lines->axis.low;
    do {
        int64_t y = place_y(lines, tick);
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = tick ? INK_GRID : INK_MUTED,
                                               .x = lines->left,
                                               .y = y,
                                               .width = lines->right - lines->left,
                                               .size = CHART_HAIR});
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_MUTED,
                                               .x = lines->left - CHART_GAP,
                                               .y = chart_baseline(y, CHART_SMALL),
                                               .size = CHART_SMALL,
                                               .anchor = ANCHOR_END,
                                               .text = chart_tick_text(chart, tick)});
    } while (chart_tick_next(&lines->axis, &tick));
}

/* every so many that they stand apart, counted back from the last */
static void add_periods(const struct lines *lines) {
    struct chart *chart = lines->chart;
    int64_t widest = widest_name(chart) + CHART_GAP, free_until = INT64_MAX;
    for (size_t i = chart->category_count; i-- > 0;) {
        if (!has_place(chart, i))
            continue;
        int64_t x = place_x(lines, chart->categories[i].place);
        if (x + widest / 2 > free_until)
            continue;
        free_until = x - widest / 2;
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_TEXT,
                                               .x = x,
                                               .y = lines->bottom + CHART_LEADING + 2000,
                                               .size = CHART_SMALL,
                                               .anchor = ANCHOR_MIDDLE,
                                               .text = chart->categories[i].name});
    }
}

static bool point_of(const struct lines *lines, size_t category, size_t series, int64_t *x,
                     int64_t *y) {
    const struct chart *chart = lines->chart;
    int64_t amount;
    if (category >= chart->category_count || !has_place(chart, category) ||
        !chart_amount(chart, chart_cell(chart, category, series), &amount))
        return false;
    *x = place_x(lines, chart->categories[category].place);
    *y = place_y(lines, amount);
    return true;
}

/* above the point, or below it where the line goes up on both sides */
static void add_number(const struct lines *lines, size_t category, int64_t x, int64_t y) {
    struct chart *chart = lines->chart;
    const struct cell *cell = chart_cell(chart, category, 0);
    int64_t next_x, before = y, after = y;
    if (category)
        point_of(lines, category - 1, 0, &next_x, &before);
    point_of(lines, category + 1, 0, &next_x, &after);
    bool valley = before <= y && after <= y && before + after < 2 * y &&
                  y + NUMBER + 4000 < lines->bottom;
    chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                           .ink = INK_TEXT,
                                           .x = x,
                                           .y = valley ? y + NUMBER : y - CHART_GAP,
                                           .size = CHART_SMALL,
                                           .anchor = ANCHOR_MIDDLE,
                                           .text = chart_value(chart, cell),
                                           .target = chart_target(chart, cell)});
}

static void add_series(struct lines *lines, size_t series) {
    struct chart *chart = lines->chart;
    enum drawing_ink ink = chart_ink(chart, series);
    struct line_end *end = NULL;
    int64_t x, y, next_x, next_y;
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!point_of(lines, i, series, &x, &y))
            continue;
        if (point_of(lines, i + 1, series, &next_x, &next_y))
            chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                                   .ink = ink,
                                                   .x = x,
                                                   .y = y,
                                                   .width = next_x - x,
                                                   .height = next_y - y,
                                                   .size = STROKE});
        const struct cell *cell = chart_cell(chart, i, series);
        chart_add(chart,
                  (struct drawing_item){.kind = DRAWING_DISC,
                                        .ink = ink,
                                        .x = x,
                                        .y = y,
                                        .size = chart->category_count > 60 ? STROKE : POINT,
                                        .target = chart_target(chart, cell)});
        if (lines->numbers)
            add_number(lines, i, x, y);
        end = end ? end : &lines->ends[lines->end_count++];
        *end = (struct line_end){series, x, y, y, chart->series[series]};
    }
}

static int compare_ends(const void *left, const void *right) {
    const struct line_end *a = left, *b = right;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return (a->series > b->series) - (a->series < b->series);
}

/* names one below the other, each as near to its line as the others leave room */
static void add_names(const struct lines *lines) {
    struct chart *chart = lines->chart;
    struct line_end *ends = lines->ends;
    size_t count = lines->end_count;
    if (count)
        qsort(ends, count, sizeof *ends, compare_ends);
    for (size_t i = 1; i < count; i++)
        if (ends[i].name_y < ends[i - 1].name_y + NAME_LINE)
            ends[i].name_y = ends[i - 1].name_y + NAME_LINE;
    int64_t most = lines->bottom;
    for (size_t i = count; i-- > 0; most -= NAME_LINE)
        if (ends[i].name_y > most)
            ends[i].name_y = most;
        else
            most = ends[i].name_y;
    for (size_t i = 0; i < count; i++) {
        int64_t x = lines->right + 2 * CHART_GAP;
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = chart_ink(chart, ends[i].series),
                                               .x = ends[i].x,
                                               .y = ends[i].y,
                                               .width = x - ends[i].x,
                                               .height = ends[i].name_y - ends[i].y,
                                               .size = CHART_HAIR});
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_TEXT,
                                               .x = x + CHART_GAP / 2,
                                               .y = chart_baseline(ends[i].name_y, CHART_SMALL),
                                               .size = CHART_SMALL,
                                               .text = chart_fitted(chart, ends[i].name,
                                                                    CHART_SMALL, NAME_MOST)});
    }
}

/* "Not known: 3": what was counted without a date has no place on the axis */
static void add_placeless(struct chart *chart) {
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct chart_category *item = &chart->categories[i];
        if (has_place(chart, i) || !item->total)
            continue;
        chart_small_print(chart,
                          str_format(chart->composer->arena, "%.*s: %.*s",
                                     STR_ARG(text_of(chart->composer, "chart_placeless")),
                                     STR_ARG(chart_value(chart, item->total))));
    }
}

void chart_lines(struct chart *chart) {
    struct lines lines = {.chart = chart};
    set_range(&lines);
    lines.ends = ARENA_ARRAY(chart->composer->arena, struct line_end, chart->series_count + 1);
    lines.top = chart->y + NUMBER;
    lines.bottom = lines.top + PLOT;
    measure(&lines);
    if (!lines.numbers)
        add_ticks(&lines);
    else
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = INK_MUTED,
                                               .x = lines.left,
                                               .y = place_y(&lines, 0),
                                               .width = lines.right - lines.left,
                                               .size = CHART_HAIR});
    add_periods(&lines);
    for (size_t j = 0; j < chart->series_count; j++)
        add_series(&lines, j);
    if (chart->series[0].size)
        add_names(&lines);
    chart->y = lines.bottom + CHART_LEADING + CHART_GAP;
    add_placeless(chart);
    chart_add_absent(chart);
}
