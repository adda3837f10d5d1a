/* How much of a whole is reached: a track, the filled part, and the number. */
#include "base/arena.h"
#include "compose/chart.h"

enum { ROW = 24000, TRACK = 12000, ALONE_TEXT = 16000, ALONE_TRACK = 16000 };

static void add_track(struct chart *chart, const struct cell *cell, struct drawing_item track) {
    int64_t amount, whole;
    bool any = chart_amount(chart, cell, &amount);
    chart_is_part(chart, &whole);
    track.ink = INK_GRID;
    if (any)
        chart_add(chart, track);
    if (!any || amount <= 0)
        return;
    amount = amount > whole ? whole : amount;
    track.width = (int64_t)((int128_t)track.width * amount / whole);
    track.ink = INK_BAR;
    chart_add(chart, track);
}

static struct str value_text(const struct chart *chart, const struct cell *cell) {
    struct str text = chart_value(chart, cell);
    int64_t amount;
    if (chart->table->indicator->style.kind != STYLE_FRACTION ||
        !chart_amount(chart, cell, &amount))
        return text;
    return str_format(chart->composer->arena, "%.*s (%.*s)", STR_ARG(text),
                      STR_ARG(locale_percent(chart->composer->arena, chart->composer->locale,
                                             cell->value, cell->denominator, 1)));
}

/* the number above a track over the whole width */
static void add_alone(struct chart *chart) {
    const struct cell *cell = chart_cell(chart, 0, 0);
    struct str target = chart_target(chart, cell);
    chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                           .ink = INK_TEXT,
                                           .y = chart->y + ALONE_TEXT,
                                           .size = ALONE_TEXT,
                                           .bold = true,
                                           .text = value_text(chart, cell),
                                           .target = target});
    add_track(chart, cell,
              (struct drawing_item){.kind = DRAWING_RECT,
                                    .y = chart->y + ALONE_TEXT + CHART_GAP,
                                    .width = CHART_WIDTH,
                                    .height = ALONE_TRACK,
                                    .target = target});
    chart->y += ALONE_TEXT + CHART_GAP + ALONE_TRACK + CHART_GAP / 2;
}

void chart_progress(struct chart *chart) {
    if (!chart->breakdown) {
        add_alone(chart);
        return;
    }
    struct chart_rows rows = chart_rows(chart, CHART_TEXT);
    rows.value_width = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        struct str text = value_text(chart, chart_cell(chart, i, 0));
        int64_t width = chart_text_width(chart, text, CHART_TEXT);
        rows.value_width = width > rows.value_width ? width : rows.value_width;
    }
    int64_t text_height = (int64_t)rows.lines * CHART_LEADING + 4000;
    int64_t row_height = text_height > ROW ? text_height : ROW;
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct cell *cell = chart_cell(chart, i, 0);
        struct str target = chart_target(chart, cell);
        int64_t middle = chart->y + row_height / 2;
        if (i)
            drawing_cut(chart->composer->arena, chart->drawing, chart->y);
        chart_add_row_label(chart, &rows, i, middle);
        add_track(chart, cell,
                  (struct drawing_item){.kind = DRAWING_RECT,
                                        .x = rows.left,
                                        .y = middle - TRACK / 2,
                                        .width = CHART_WIDTH - rows.left - CHART_GAP -
                                                 rows.value_width,
                                        .height = TRACK,
                                        .target = target});
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_TEXT,
                                               .x = CHART_WIDTH - rows.value_width,
                                               .y = chart_baseline(middle, CHART_TEXT),
                                               .size = CHART_TEXT,
                                               .text = value_text(chart, cell),
                                               .target = target});
        chart->y += row_height;
    }
}
