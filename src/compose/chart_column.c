/* Bars that stand: for few categories with short names, or for the years of an axis, whose
 * labels may be thinned. Numbers stand on the columns where all of them have room, else an axis
 * with lines says how high they are. */
#include "base/arena.h"
#include "compose/chart.h"

enum {
    PLOT = 150000,
    NUMBER = 14000, /* room for a number on a column */
    SLOT_LEAST = 3000,
    FILLED_PERCENT = 68, /* of a slot */
    PART_PADDING = 4000,
    PART_LEAST = 13000,
    TICKS = 5
};

struct columns {
    struct chart *chart;
    enum chart_way way;
    struct chart_axis axis;
    bool numbers; /* every column has its own */
    int64_t left, slot, bar;
    int64_t top, bottom, zero; /* of the plot, y */
    bool thinned;              /* not all labels are shown */
    struct chart_label *labels;
    size_t lines;
};

static int64_t place(const struct columns *columns, int64_t amount) {
    return columns->bottom -
           chart_axis_place(&columns->axis, amount, columns->bottom - columns->top);
}

static bool is_ordered(const struct chart *chart) {
    return chart->axis && chart_is_ordered(chart->axis);
}

/* do the names stand side by side? Those of an axis may be thinned. */
static bool fit_labels(struct columns *columns) {
    struct chart *chart = columns->chart;
    int64_t room = columns->slot - CHART_GAP / 2;
    size_t count = chart->category_count;
    columns->labels = ARENA_ARRAY(chart->composer->arena, struct chart_label, count + 1);
    columns->lines = 1;
    for (size_t i = 0; i < count; i++) {
        struct chart_label *label = &columns->labels[i];
        *label = chart_label(chart, chart->categories[i].name, CHART_SMALL, room);
        columns->lines = label->count > columns->lines ? label->count : columns->lines;
        if (!label->cut)
            continue;
        if (!is_ordered(chart))
            return false;
        columns->thinned = true;
    }
    columns->lines = columns->thinned ? 1 : columns->lines;
    return columns->slot >= SLOT_LEAST;
}

static bool fit_numbers(const struct columns *columns) {
    const struct chart *chart = columns->chart;
    for (size_t i = 0; i < chart->category_count; i++)
        for (size_t j = 0; j < chart->series_count; j++) {
            struct str text = chart_value(chart, chart_cell(chart, i, j));
            int64_t room = columns->way == CHART_SINGLE ? columns->slot : columns->bar;
            if (chart_text_width(chart, text, CHART_SMALL) > room - 1000)
                return false;
        }
    return columns->way != CHART_STACKED;
}

static void slots(struct columns *columns) {
    int64_t count = (int64_t)columns->chart->category_count;
    columns->slot = (CHART_WIDTH - columns->left) / (count ? count : 1);
    int64_t filled = columns->slot * FILLED_PERCENT / 100, most = 48000;
    columns->bar = filled > most ? most : filled;
    if (columns->way == CHART_GROUPED)
        columns->bar = columns->slot * 84 / 100 / (int64_t)columns->chart->series_count;
}

static bool measure(struct columns *columns) {
    struct chart *chart = columns->chart;
    columns->axis = chart_axis_exact(chart, columns->way == CHART_STACKED);
    slots(columns);
    columns->numbers = fit_numbers(columns);
    if (!columns->numbers) {
        columns->axis = chart_axis_round(columns->axis, TICKS);
        columns->left = chart_tick_width(chart, &columns->axis) + CHART_GAP / 2;
        slots(columns);
    }
    return fit_labels(columns);
}

static void add_ticks(const struct columns *columns) {
    struct chart *chart = columns->chart;
    int64_t tick = columns->axis.low;
    do {
        int64_t y = place(columns, tick);
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = INK_GRID,
                                               .x = columns->left,
                                               .y = y,
                                               .width = CHART_WIDTH - columns->left,
                                               .size = CHART_HAIR});
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_MUTED,
                                               .x = columns->left - CHART_GAP / 2,
                                               .y = chart_baseline(y, CHART_SMALL),
                                               .size = CHART_SMALL,
                                               .anchor = ANCHOR_END,
                                               .text = chart_tick_text(chart, tick)});
    } while (chart_tick_next(&columns->axis, &tick));
}

static void add_number(const struct columns *columns, struct str text, struct str target,
                       int64_t x, int64_t y) {
    chart_add(columns->chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                                    .ink = INK_TEXT,
                                                    .x = x,
                                                    .y = y,
                                                    .size = CHART_SMALL,
                                                    .anchor = ANCHOR_MIDDLE,
                                                    .text = text,
                                                    .target = target});
}

/* from one number to the other, in the middle of the slot or of its place in the group */
static struct drawing_item column_rect(const struct columns *columns, int64_t middle,
                                       int64_t from, int64_t to) {
    int64_t a = place(columns, from), b = place(columns, to);
    int64_t height = a < b ? b - a : a - b;
    height = from != to && height < 1000 ? 1000 : height;
    return (struct drawing_item){.kind = DRAWING_RECT,
                                 .x = middle - columns->bar / 2,
                                 .y = to < from ? a : a - height,
                                 .width = columns->bar,
                                 .height = height};
}

static void add_column(const struct columns *columns, size_t category, size_t series,
                       int64_t middle) {
    struct chart *chart = columns->chart;
    const struct cell *cell = chart_cell(chart, category, series);
    int64_t amount;
    chart_amount(chart, cell, &amount);
    struct drawing_item rect = column_rect(columns, middle, 0, amount);
    rect.ink = chart_ink(chart, series);
    rect.target = chart_target(chart, cell);
    if (columns->way == CHART_GROUPED && rect.width > 4000)
        rect.width -= 1000;
    if (amount)
        chart_add(chart, rect);
    if (columns->numbers)
        add_number(columns, chart_value(chart, cell), rect.target, middle,
                   amount < 0 ? rect.y + rect.height + CHART_SMALL : rect.y - CHART_GAP / 2);
}

static void add_pile(const struct columns *columns, size_t category, int64_t middle) {
    struct chart *chart = columns->chart;
    int128_t above = 0, below = 0;
    for (size_t j = 0; j < chart->series_count; j++) {
        const struct cell *cell = chart_cell(chart, category, j);
        int64_t amount;
        chart_amount(chart, cell, &amount);
        int128_t *sum = amount < 0 ? &below : &above;
        if (amount == 0 || *sum + amount > INT64_MAX || *sum + amount < INT64_MIN)
            continue;
        struct drawing_item rect =
            column_rect(columns, middle, (int64_t)*sum, (int64_t)(*sum + amount));
        struct str text = chart_value(chart, cell);
        *sum += amount;
        rect.height -= rect.height > 3000 ? 1000 : 0;
        rect.ink = chart_ink(chart, j);
        rect.target = chart_target(chart, cell);
        chart_add(chart, rect);
        if (rect.height < PART_LEAST ||
            chart_text_width(chart, text, CHART_SMALL) + PART_PADDING > rect.width)
            continue;
        add_number(columns, text, rect.target, middle,
                   chart_baseline(rect.y + rect.height / 2, CHART_SMALL));
        chart->drawing->items[chart->drawing->count - 1].ink = chart_ink_over(rect.ink);
    }
    int64_t rest = chart_withheld(chart, category);
    if (rest) {
        struct drawing_item rect =
            column_rect(columns, middle, (int64_t)above, (int64_t)(above + rest));
        rect.ink = INK_GRID;
        above += rest;
        chart_add(chart, rect);
    }
    const struct chart_category *item = &chart->categories[category];
    if (!item->total || above == 0 || item->total->hidden)
        return;
    struct str text = chart_value(chart, item->total);
    if (chart_text_width(chart, text, CHART_SMALL) <= columns->slot - 2000)
        add_number(columns, text,
                   cell_path(chart->composer, chart->table->indicator, item->in, item->total),
                   middle, place(columns, (int64_t)above) - CHART_GAP / 2);
}

static int64_t slot_middle(const struct columns *columns, size_t category) {
    return columns->left + columns->slot * (int64_t)category + columns->slot / 2;
}

static void add_category(const struct columns *columns, size_t category) {
    struct chart *chart = columns->chart;
    int64_t middle = slot_middle(columns, category);
    int64_t count = (int64_t)chart->series_count;
    if (columns->way == CHART_STACKED)
        add_pile(columns, category, middle);
    for (int64_t j = 0; j < count && columns->way != CHART_STACKED; j++)
        add_column(columns, category, (size_t)j,
                   columns->way == CHART_SINGLE
                       ? middle
                       : middle + columns->bar * (2 * j - count + 1) / 2);
}

/* All of them in their slots; or, of an axis, those that have room, counted back from the last:
 * the first and the last may be wider than their slots. */
static void add_labels(const struct columns *columns) {
    struct chart *chart = columns->chart;
    int64_t free_until = INT64_MAX;
    int64_t y = columns->bottom + (columns->axis.low < 0 ? NUMBER : 0) + CHART_GAP;
    for (size_t i = chart->category_count; i-- > 0;) {
        struct chart_label label = columns->labels[i];
        int64_t middle = slot_middle(columns, i);
        if (columns->thinned) {
            label = (struct chart_label){.lines = {chart->categories[i].name}, .count = 1};
            int64_t half = chart_text_width(chart, label.lines[0], CHART_SMALL) / 2;
            middle = middle < columns->left + half ? columns->left + half
                     : middle > CHART_WIDTH - half ? CHART_WIDTH - half
                                                   : middle;
            if (middle + half > free_until)
                continue;
            free_until = middle - half - CHART_GAP;
        }
        chart_add_label(
            chart, &label,
            (struct drawing_item){.ink = INK_TEXT,
                                  .x = middle,
                                  .y = y + (int64_t)(label.count - 1) * CHART_LEADING / 2,
                                  .size = CHART_SMALL,
                                  .anchor = ANCHOR_MIDDLE});
    }
}

bool chart_columns(struct chart *chart, enum chart_way way) {
    struct columns columns = {.chart = chart, .way = way};
    if (!measure(&columns))
        return false;
    chart_series_legend(chart);
    columns.top = chart->y + NUMBER;
    columns.bottom = columns.top + PLOT;
    columns.zero = place(&columns, 0);
    if (!columns.numbers)
        add_ticks(&columns);
    for (size_t i = 0; i < chart->category_count; i++)
        add_category(&columns, i);
    add_labels(&columns);
    chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                           .ink = INK_MUTED,
                                           .x = columns.left,
                                           .y = columns.zero,
                                           .width = CHART_WIDTH - columns.left,
                                           .size = CHART_HAIR});
    chart->y = columns.bottom + (columns.axis.low < 0 ? NUMBER : 0) + CHART_GAP +
               (int64_t)columns.lines * CHART_LEADING;
    if (!columns.numbers || way == CHART_STACKED)
        chart_add_absent(chart);
    return true;
}
