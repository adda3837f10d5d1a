/* A breakdown as bars: labels at left, bars from one line, the value at the end of each; the
 * same numbers in a table beside it. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/internal.h"

enum {
    CHART_WIDTH = 380000, /* mpt: legible on a phone, and enlarged a little on paper */
    CHART_ROW = 22000,
    CHART_BAR = 13000,
    CHART_TEXT = 10000,
    CHART_GAP = 8000,
    CHART_TOP = 6000,
    CHART_LABEL_MOST = 150000
};

struct chart {
    struct composer *composer;
    const struct table *table;
    const struct breakdown *breakdown;
    struct scaling scaling;
    int64_t label_width, value_width, largest;
};

static int64_t text_width(const struct chart *chart, struct str text) {
    const struct text_metrics *metrics = &chart->composer->input->metrics;
    return metrics->width(metrics->user, text, FONT_SANS, FONT_REGULAR, CHART_TEXT);
}

static struct str bar_label(const struct chart *chart, const struct cell *cell) {
    struct buf label = buf_make(chart->composer->arena);
    for (size_t k = 0; k < chart->breakdown->by->count; k++) {
        if (k)
            buf_add(&label, STR(", "));
        buf_add(&label,
                key_text(chart->composer, &chart->breakdown->by->keys[k], &cell->keys[k]));
    }
    return buf_str(&label);
}

static struct str bar_value(const struct chart *chart, const struct cell *cell) {
    return breakdown_token(chart->composer, chart->table, chart->breakdown, cell,
                           &chart->scaling)
        .text;
}

enum { PERCENT_PLACES = 4, PERCENT_WHOLE = 1000000 };

/* what a bar's length is in proportion to; 0 where there is no number */
static int64_t bar_amount(const struct chart *chart, const struct cell *cell) {
    struct decimal number;
    bool ratio = indicator_is_ratio(chart->table->indicator);
    bool any = ratio ? cell_percent(cell, PERCENT_PLACES, &number)
                     : cell_number(chart->table->indicator, cell, &number);
    return any && !cell->hidden ? number.units : 0;
}

static void measure(struct chart *chart) {
    for (size_t i = 0; i < chart->breakdown->count; i++) {
        const struct cell *cell = &chart->breakdown->cells[i];
        int64_t label = text_width(chart, bar_label(chart, cell));
        int64_t value = text_width(chart, bar_value(chart, cell));
        chart->label_width = label > chart->label_width ? label : chart->label_width;
        chart->value_width = value > chart->value_width ? value : chart->value_width;
        int64_t amount = bar_amount(chart, cell);
        chart->largest = amount > chart->largest ? amount : chart->largest;
    }
    if (chart->label_width > CHART_LABEL_MOST)
        chart->label_width = CHART_LABEL_MOST;
}

/* a part of a whole is drawn as a share of the whole width, anything else beside the largest */
static int64_t bar_length(const struct chart *chart, const struct cell *cell, int64_t space) {
    enum aggregation way = chart->table->indicator->aggregation;
    bool part = chart->table->indicator->of || way == AGGREGATE_SHARE;
    int64_t whole = part ? PERCENT_WHOLE : chart->largest;
    int64_t amount = bar_amount(chart, cell);
    if (amount <= 0 || whole <= 0)
        return 0;
    return (int64_t)((int128_t)space * amount / whole);
}

/* a label that is too long ends in an ellipsis; the table beside the chart has it whole */
static struct str fitted(const struct chart *chart, struct str label) {
    if (text_width(chart, label) <= CHART_LABEL_MOST)
        return label;
    for (size_t end = label.size; end > 0; end--) {
        if (((unsigned char)label.data[end - 1] & 0xC0) == 0x80 && end < label.size &&
            ((unsigned char)label.data[end] & 0xC0) == 0x80)
            continue;
        struct str shorter =
            str_join(chart->composer->arena, str_trim(str_slice(label, 0, end)), STR("…"));
        if (str_invalid_utf8(shorter) == STR_NONE &&
            text_width(chart, shorter) <= CHART_LABEL_MOST)
            return shorter;
    }
    return label;
}

static void add_bar(struct chart *chart, struct drawing *drawing, size_t index) {
    struct arena *arena = chart->composer->arena;
    const struct cell *cell = &chart->breakdown->cells[index];
    int64_t left = chart->label_width + CHART_GAP;
    int64_t space = CHART_WIDTH - left - CHART_GAP - chart->value_width;
    int64_t top = CHART_TOP + (int64_t)index * CHART_ROW;
    int64_t baseline = top + CHART_ROW / 2 + CHART_TEXT * 35 / 100;
    int64_t length = bar_length(chart, cell, space);
    struct str target =
        cell_path(chart->composer, chart->table->indicator, chart->breakdown, cell);
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_TEXT,
                                      .ink = INK_TEXT,
                                      .x = chart->label_width,
                                      .y = baseline,
                                      .size = CHART_TEXT,
                                      .anchor = ANCHOR_END,
                                      .text = fitted(chart, bar_label(chart, cell))});
    if (length)
        drawing_add(arena, drawing,
                    (struct drawing_item){.kind = DRAWING_RECT,
                                          .ink = INK_BAR,
                                          .x = left,
                                          .y = top + (CHART_ROW - CHART_BAR) / 2,
                                          .width = length,
                                          .height = CHART_BAR,
                                          .target = target});
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_TEXT,
                                      .ink = INK_TEXT,
                                      .x = left + length + CHART_GAP / 2,
                                      .y = baseline,
                                      .size = CHART_TEXT,
                                      .anchor = ANCHOR_START,
                                      .text = bar_value(chart, cell),
                                      .target = target});
}

/* "Cao nhất: Huyện Đồi Sim, 12; …": what a person who cannot see the bars should know first */
static struct str description(const struct chart *chart) {
    struct composer *composer = chart->composer;
    const struct cell *most = &chart->breakdown->cells[0];
    enum { SCALE = 1 << 20 };
    for (size_t i = 1; i < chart->breakdown->count; i++)
        if (bar_length(chart, &chart->breakdown->cells[i], SCALE) >
            bar_length(chart, most, SCALE))
            most = &chart->breakdown->cells[i];
    return str_format(composer->arena, "%.*s: %.*s, %.*s",
                      STR_ARG(text_of(composer, "chart_most")), STR_ARG(bar_label(chart, most)),
                      STR_ARG(bar_value(chart, most)));
}

struct doc_node *breakdown_chart(struct composer *composer, const struct table *table,
                                 const struct breakdown_view *view, struct str caption) {
    const struct breakdown *breakdown = view->breakdown;
    struct chart chart = {
        composer, table, breakdown, breakdown_scaling(composer, table, breakdown), 0, 0, 0};
    struct doc_node *node = doc_new(composer->arena, DOC_CHART, SPAN_NONE);
    int64_t height = CHART_TOP * 2 + CHART_ROW * (int64_t)breakdown->count;
    struct str unit = table->indicator->money
                          ? scaling_unit(composer, &chart.scaling, table->indicator->unit)
                          : table->indicator->unit;
    node->drawing = drawing_new(composer->arena, CHART_WIDTH, height);
    measure(&chart);
    for (size_t i = 0; i < breakdown->count; i++)
        add_bar(&chart, node->drawing, i);
    int64_t axis = chart.label_width + CHART_GAP;
    drawing_add(composer->arena, node->drawing,
                (struct drawing_item){.kind = DRAWING_LINE,
                                      .ink = INK_MUTED,
                                      .x = axis,
                                      .y = CHART_TOP,
                                      .height = height - 2 * CHART_TOP,
                                      .size = 750});
    node->drawing->title =
        unit.size ? str_format(composer->arena, "%.*s (%.*s)", STR_ARG(caption), STR_ARG(unit))
                  : caption;
    node->drawing->description = breakdown->count ? description(&chart) : STR_EMPTY;
    doc_append(node, breakdown_table(composer, table, view));
    node->first->table->caption = caption;
    return node;
}
