/* A dot for each number on a line for each category; several series on one line are joined from
 * the smallest to the largest, and an axis says where they are. One series has its numbers. */
#include "base/arena.h"
#include "compose/chart.h"

enum { ROW = 22000, SERIES_APART = 5500, SERIES_GAP = 12000, DOT = 8000 };

struct dots {
    struct chart *chart;
    struct chart_rows rows;
    struct chart_axis axis;
    int64_t left, length, top, row_height;
    bool numbers;
};

static int64_t place(const struct dots *dots, int64_t amount) {
    return dots->left + chart_axis_place(&dots->axis, amount, dots->length);
}

/* from 0 to the one dot, or from the first to the last of several */
static void add_join(const struct dots *dots, size_t category, int64_t middle) {
    struct chart *chart = dots->chart;
    int64_t low = 0, high = 0, amount;
    bool any = dots->numbers;
    for (size_t j = 0; j < chart->series_count; j++) {
        if (!chart_amount(chart, chart_cell(chart, category, j), &amount))
            continue;
        low = !any || amount < low ? amount : low;
        high = !any || amount > high ? amount : high;
        any = true;
    }
    if (low < high)
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = INK_GRID,
                                               .x = place(dots, low),
                                               .y = middle,
                                               .width = place(dots, high) - place(dots, low),
                                               .size = 2 * CHART_HAIR});
}

static void add_dot(const struct dots *dots, size_t category, size_t series, int64_t y) {
    struct chart *chart = dots->chart;
    const struct cell *cell = chart_cell(chart, category, series);
    struct str target = chart_target(chart, cell);
    int64_t amount;
    bool any = chart_amount(chart, cell, &amount);
    int64_t x = place(dots, amount);
    if (any)
        chart_add(chart, (struct drawing_item){.kind = DRAWING_DISC,
                                               .ink = chart_ink(chart, series),
                                               .x = x,
                                               .y = y,
                                               .size = DOT,
                                               .target = target});
    bool below = amount < 0 && !dots->rows.opposite;
    if (amount < 0 && dots->rows.opposite)
        x = place(dots, 0);
    if (dots->numbers)
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_TEXT,
                                               .x = below ? x - CHART_GAP : x + CHART_GAP,
                                               .y = chart_baseline(y, CHART_TEXT),
                                               .size = CHART_TEXT,
                                               .anchor = below ? ANCHOR_END : ANCHOR_START,
                                               .text = chart_value(chart, cell),
                                               .target = target});
}

void chart_dots(struct chart *chart) {
    struct dots dots = {.chart = chart, .numbers = chart->series[0].size == 0};
    int64_t count = (int64_t)chart->series_count;
    chart_series_legend(chart);
    dots.rows = chart_rows(chart, CHART_TEXT);
    dots.axis = chart_axis_exact(chart, false);
    int64_t numbers = dots.numbers ? dots.rows.value_width + CHART_GAP : 0;
    dots.left =
        dots.rows.left + DOT / 2 + (dots.axis.low < 0 && !dots.rows.opposite ? numbers : 0);
    dots.length = CHART_WIDTH - dots.left - numbers - (dots.numbers ? 0 : 24000);
    if (!dots.numbers)
        dots.axis = chart_axis_spread(chart, dots.axis, dots.length);
    int64_t text = (int64_t)dots.rows.lines * CHART_LEADING + 4000;
    int64_t series = count > 1 ? SERIES_APART * count + SERIES_GAP : ROW;
    dots.row_height = text > series ? text : series;
    dots.top = chart->y;
    int64_t bottom = dots.top + dots.row_height * (int64_t)chart->category_count;
    chart->y = bottom;
    if (!dots.numbers)
        chart_add_ticks(chart, &dots.axis, dots.left, dots.length, dots.top, bottom);
    else
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = INK_MUTED,
                                               .x = place(&dots, 0),
                                               .y = dots.top,
                                               .height = bottom - dots.top,
                                               .size = CHART_HAIR});
    for (size_t i = 0; i < chart->category_count; i++) {
        int64_t middle = dots.top + (int64_t)i * dots.row_height + dots.row_height / 2;
        if (i)
            drawing_cut(chart->composer->arena, chart->drawing, middle - dots.row_height / 2);
        chart_add_row_label(chart, &dots.rows, i, middle);
        add_join(&dots, i, middle);
        for (int64_t j = 0; j < count; j++)
            add_dot(&dots, i, (size_t)j, middle + SERIES_APART * (2 * j - count + 1) / 2);
    }
    if (!dots.numbers)
        chart_add_absent(chart);
}
