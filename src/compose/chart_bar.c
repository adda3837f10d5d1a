/* Bars that lie: labels at left, bars from one line, numbers at their ends. In groups every bar
 * has its number; in a pile those parts that have room, and the whole at the end. */
#include "base/arena.h"
#include "compose/chart.h"

enum {
    ROW = 22000,
    BAR = 13000,
    GROUPED_BAR = 11500,
    GROUP_GAP = 11000,
    PILE = 15000,
    PART_GAP = 1000, /* of paper between the parts of a pile */
    PART_PADDING = 4000,
    LEAST = 1000 /* a number that is not 0 is seen */
};

struct bars {
    struct chart *chart;
    enum chart_way way;
    struct chart_rows rows;
    struct chart_axis axis;
    int64_t left, length, zero; /* where the axis begins, how long it is, and where 0 is */
    int64_t top, row_height;
};

/* "7", or "7 (some withheld)" of a pile that does not show all of it */
static struct str pile_text(const struct chart *chart, size_t category) {
    const struct composer *composer = chart->composer;
    const struct chart_category *item = &chart->categories[category];
    bool hidden = false;
    for (size_t j = 0; j < chart->series_count; j++)
        hidden |= chart_cell(chart, category, j)->hidden;
    struct str text = item->total ? chart_value(chart, item->total) : STR_EMPTY;
    if (!hidden || (item->total && item->total->hidden))
        return text;
    return str_format(composer->arena, "%.*s (%.*s)", STR_ARG(text),
                      STR_ARG(text_of(composer, "chart_some_hidden")));
}

static int64_t place(const struct bars *bars, int64_t amount) {
    return bars->left + chart_axis_place(&bars->axis, amount, bars->length);
}

static void measure(struct bars *bars) {
    struct chart *chart = bars->chart;
    int64_t size = bars->way == CHART_SINGLE ? CHART_TEXT : CHART_SMALL;
    bars->rows = chart_rows(chart, size);
    if (bars->way == CHART_STACKED) {
        bars->rows.value_width = 0;
        for (size_t i = 0; i < chart->category_count; i++) {
            int64_t width = chart_text_width(chart, pile_text(chart, i), CHART_SMALL);
            if (width > bars->rows.value_width)
                bars->rows.value_width = width;
        }
    }
    int64_t numbers = bars->rows.value_width + CHART_GAP;
    bars->axis = chart_axis_exact(chart, bars->way == CHART_STACKED);
    bars->rows.opposite = bars->rows.value_width > CHART_NUMBER_MOST;
    bool both = bars->axis.low < 0 && !bars->rows.opposite;
    bars->left = bars->rows.left + (both ? numbers : 0);
    bars->length = CHART_WIDTH - numbers - bars->left;
    if (bars->way == CHART_STACKED)
        bars->axis = chart_axis_spread(chart, bars->axis, bars->length);
    bars->zero = place(bars, 0);
    int64_t text = (int64_t)bars->rows.lines * CHART_LEADING + 4000;
    int64_t bar = bars->way == CHART_GROUPED
                      ? (int64_t)chart->series_count * GROUPED_BAR + GROUP_GAP
                      : ROW;
    bars->row_height = bar > text ? bar : text;
}

/* at the end of a bar, on its side of the line */
static void add_number(const struct bars *bars, struct drawing_item item, bool below) {
    item.kind = DRAWING_TEXT;
    item.ink = INK_TEXT;
    if (below && bars->rows.opposite) {
        item.x = bars->zero;
        below = false;
    }
    item.x += below ? -CHART_GAP / 2 : CHART_GAP / 2;
    item.anchor = below ? ANCHOR_END : ANCHOR_START;
    if (item.text.size)
        chart_add(bars->chart, item);
}

/* a bar of one cell with its number */
static void add_bar(const struct bars *bars, size_t category, size_t series, int64_t middle,
                    int64_t thickness) {
    struct chart *chart = bars->chart;
    const struct cell *cell = chart_cell(chart, category, series);
    struct str target = chart_target(chart, cell);
    int64_t amount, size = bars->way == CHART_SINGLE ? CHART_TEXT : CHART_SMALL;
    chart_amount(chart, cell, &amount);
    int64_t end = place(bars, amount);
    int64_t width = end > bars->zero ? end - bars->zero : bars->zero - end;
    width = amount && width < LEAST ? LEAST : width;
    int64_t from = amount < 0 ? bars->zero - width : bars->zero;
    if (amount)
        chart_add(chart, (struct drawing_item){.kind = DRAWING_RECT,
                                               .ink = chart_ink(chart, series),
                                               .x = from,
                                               .y = middle - thickness / 2,
                                               .width = width,
                                               .height = thickness,
                                               .target = target});
    add_number(bars,
               (struct drawing_item){.x = amount < 0 ? from : bars->zero + width,
                                     .y = chart_baseline(middle, size),
                                     .size = size,
                                     .text = chart_value(chart, cell),
                                     .target = target},
               amount < 0);
}

static void add_part(const struct bars *bars, const struct cell *cell, size_t series,
                     struct drawing_item rect) {
    struct chart *chart = bars->chart;
    struct str text = chart_value(chart, cell);
    int64_t middle = rect.y + rect.height / 2;
    if (rect.width > 3 * PART_GAP)
        rect.width -= PART_GAP;
    if (rect.width < PART_GAP / 2)
        rect.width = PART_GAP / 2;
    rect.kind = DRAWING_RECT;
    rect.ink = chart_ink(chart, series);
    rect.target = chart_target(chart, cell);
    chart_add(chart, rect);
    if (chart_text_width(chart, text, CHART_SMALL) + PART_PADDING <= rect.width)
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = chart_ink_over(rect.ink),
                                               .x = rect.x + rect.width / 2,
                                               .y = chart_baseline(middle, CHART_SMALL),
                                               .size = CHART_SMALL,
                                               .anchor = ANCHOR_MIDDLE,
                                               .text = text,
                                               .target = rect.target});
}

/* the positive parts to the right of the line, the negative ones to the left */
static void add_pile(const struct bars *bars, size_t category, int64_t middle) {
    struct chart *chart = bars->chart;
    int128_t above = 0, below = 0;
    for (size_t j = 0; j < chart->series_count; j++) {
        const struct cell *cell = chart_cell(chart, category, j);
        int64_t amount;
        chart_amount(chart, cell, &amount);
        int128_t *sum = amount < 0 ? &below : &above;
        if (amount == 0 || *sum + amount > INT64_MAX || *sum + amount < INT64_MIN)
            continue;
        int64_t a = place(bars, (int64_t)*sum), b = place(bars, (int64_t)(*sum + amount));
        *sum += amount;
        add_part(bars, cell, j,
                 (struct drawing_item){.x = a < b ? a : b,
                                       .y = middle - PILE / 2,
                                       .width = a < b ? b - a : a - b,
                                       .height = PILE});
    }
    int64_t rest = chart_withheld(chart, category);
    if (rest) {
        int64_t from = place(bars, (int64_t)above);
        above += rest;
        chart_add(chart, (struct drawing_item){.kind = DRAWING_RECT,
                                               .ink = INK_GRID,
                                               .x = from,
                                               .y = middle - PILE / 2,
                                               .width = place(bars, (int64_t)above) - from,
                                               .height = PILE});
    }
    const struct chart_category *item = &chart->categories[category];
    struct str target =
        item->total && item->total->name.size
            ? cell_path(chart->composer, chart->table->indicator, item->in, item->total)
            : STR_EMPTY;
    bool left = above == 0 && below < 0;
    add_number(bars,
               (struct drawing_item){.x = place(bars, (int64_t)(left ? below : above)),
                                     .y = chart_baseline(middle, CHART_SMALL),
                                     .size = CHART_SMALL,
                                     .text = pile_text(chart, category),
                                     .target = target},
               left);
}

static void add_category(const struct bars *bars, size_t category) {
    struct chart *chart = bars->chart;
    int64_t middle = bars->top + (int64_t)category * bars->row_height + bars->row_height / 2;
    if (category)
        drawing_cut(chart->composer->arena, chart->drawing, middle - bars->row_height / 2);
    chart_add_row_label(chart, &bars->rows, category, middle);
    if (bars->way == CHART_STACKED) {
        add_pile(bars, category, middle);
        return;
    }
    int64_t count = (int64_t)chart->series_count;
    for (int64_t j = 0; j < count; j++)
        add_bar(bars, category, (size_t)j,
                bars->way == CHART_SINGLE ? middle
                                          : middle + GROUPED_BAR * (2 * j - count + 1) / 2,
                bars->way == CHART_SINGLE ? BAR : GROUPED_BAR - 1500);
}

void chart_bars(struct chart *chart, enum chart_way way) {
    struct bars bars = {.chart = chart, .way = way};
    chart_series_legend(chart);
    measure(&bars);
    bars.top = chart->y;
    int64_t bottom = bars.top + bars.row_height * (int64_t)chart->category_count;
    chart->y = bottom;
    if (way == CHART_STACKED)
        chart_add_ticks(chart, &bars.axis, bars.left, bars.length, bars.top, bottom);
    for (size_t i = 0; i < chart->category_count; i++)
        add_category(&bars, i);
    chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                           .ink = INK_MUTED,
                                           .x = bars.zero,
                                           .y = bars.top,
                                           .height = bottom - bars.top,
                                           .size = CHART_HAIR});
}
