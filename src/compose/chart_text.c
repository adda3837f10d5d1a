/* Words in charts: how wide, where cut, in which rows. */
#include "base/arena.h"
#include "compose/chart.h"

enum { MARGIN_PERCENT = 12, SWATCH = 9000, SWATCH_GAP = 4000, LEGEND_ROW = 16000 };

void chart_add(struct chart *chart, struct drawing_item item) {
    drawing_add(chart->composer->arena, chart->drawing, item);
}

int64_t chart_text_width(const struct chart *chart, struct str text, int64_t size) {
    const struct text_metrics *metrics = &chart->composer->input->metrics;
    int64_t width = metrics->width(metrics->user, text, FONT_SANS, FONT_REGULAR, size);
    return width + width * MARGIN_PERCENT / 100;
}

int64_t chart_baseline(int64_t middle, int64_t size) {
    return middle + size * 35 / 100;
}

/* the last place where a text may end before `end`: between two letters */
static size_t letter_before(struct str text, size_t end) {
    do
        end--;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80);
    return end;
}

struct str chart_fitted(const struct chart *chart, struct str text, int64_t size,
                        int64_t most) {
    if (chart_text_width(chart, text, size) <= most)
        return text;
    struct arena *arena = chart->composer->arena;
    for (size_t end = text.size; end > 0;) {
        end = letter_before(text, end);
        struct str shorter = str_join(arena, str_trim(str_slice(text, 0, end)), STR("…"));
        if (end == 0 || chart_text_width(chart, shorter, size) <= most)
            return shorter;
    }
    return text;
}

/* how much of a text fits in a line: up to a space, all of it, or 0 when its first word is too
 * long */
static size_t line_end(const struct chart *chart, struct str text, int64_t size, int64_t most) {
    size_t best = 0;
    for (size_t at = 0; at <= text.size; at++) {
        if (at < text.size && text.data[at] != ' ')
            continue;
        if (chart_text_width(chart, str_slice(text, 0, at), size) > most)
            break;
        best = at;
    }
    return best;
}

struct chart_label chart_label(const struct chart *chart, struct str text, int64_t size,
                               int64_t most) {
    struct chart_label label = {0};
    struct str rest = str_trim(text);
    while (label.count < CHART_LINES_MOST && (rest.size || label.count == 0)) {
        size_t end = line_end(chart, rest, size, most);
        bool last = label.count + 1 == CHART_LINES_MOST;
        struct str line = str_slice(rest, 0, end);
        if ((end == 0 && rest.size) || (last && end < rest.size)) {
            line = chart_fitted(chart, rest, size, most);
            label.cut = true;
            end = rest.size;
        }
        int64_t width = chart_text_width(chart, line, size);
        label.width = width > label.width ? width : label.width;
        label.lines[label.count++] = line;
        rest = str_trim(str_from(rest, end));
    }
    return label;
}

void chart_add_label(struct chart *chart, const struct chart_label *label,
                     struct drawing_item item) {
    int64_t middle = item.y - (int64_t)(label->count - 1) * CHART_LEADING / 2;
    for (size_t i = 0; i < label->count; i++) {
        item.kind = DRAWING_TEXT;
        item.text = label->lines[i];
        item.y = chart_baseline(middle + (int64_t)i * CHART_LEADING, item.size);
        chart_add(chart, item);
    }
}

void chart_add_edged(struct chart *chart, struct drawing_item rect, bool plain) {
    struct drawing_item inner = rect;
    rect.ink = INK_MUTED;
    inner.x += CHART_HAIR;
    inner.y += CHART_HAIR;
    inner.width -= 2 * CHART_HAIR;
    inner.height -= 2 * CHART_HAIR;
    inner.ink = plain ? INK_PAPER : inner.ink;
    chart_add(chart, rect);
    chart_add(chart, inner);
}

void chart_legend(struct chart *chart, const struct chart_entry *entries, size_t count) {
    int64_t x = 0;
    for (size_t i = 0; i < count; i++) {
        int64_t room = CHART_WIDTH - SWATCH - SWATCH_GAP;
        struct str text = chart_fitted(chart, entries[i].text, CHART_SMALL, room);
        int64_t width = SWATCH + SWATCH_GAP + chart_text_width(chart, text, CHART_SMALL);
        if (x && x + width > CHART_WIDTH) {
            x = 0;
            chart->y += LEGEND_ROW;
        }
        chart_add_edged(chart,
                        (struct drawing_item){.kind = DRAWING_RECT,
                                              .ink = entries[i].ink,
                                              .x = x,
                                              .y = chart->y + (LEGEND_ROW - SWATCH) / 2,
                                              .width = SWATCH,
                                              .height = SWATCH},
                        entries[i].plain);
        chart_add(chart, (struct drawing_item){
                             .kind = DRAWING_TEXT,
                             .ink = INK_TEXT,
                             .x = x + SWATCH + SWATCH_GAP,
                             .y = chart_baseline(chart->y + LEGEND_ROW / 2, CHART_SMALL),
                             .size = CHART_SMALL,
                             .text = text});
        x += width + 2 * CHART_GAP;
    }
    if (count)
        chart->y += LEGEND_ROW + CHART_GAP / 2;
}

void chart_series_legend(struct chart *chart) {
    struct chart_entry entries[DRAWING_SERIES_MOST];
    for (size_t i = 0; i < chart->series_count; i++)
        entries[i] = (struct chart_entry){chart->series[i], chart_ink(chart, i), false};
    chart_legend(chart, entries, chart->series[0].size ? chart->series_count : 0);
}

void chart_small_print(struct chart *chart, struct str text) {
    enum { LINES_MOST = 4 };
    struct str rest = str_trim(text);
    for (int line = 0; rest.size && line < LINES_MOST; line++) {
        size_t end = line_end(chart, rest, CHART_SMALL, CHART_WIDTH);
        struct str part = str_slice(rest, 0, end);
        if (end == 0 || line + 1 == LINES_MOST) {
            part = chart_fitted(chart, rest, CHART_SMALL, CHART_WIDTH);
            end = rest.size;
        }
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_MUTED,
                                               .y = chart->y + CHART_SMALL,
                                               .size = CHART_SMALL,
                                               .text = part});
        chart->y += CHART_LEADING;
        rest = str_trim(str_from(rest, end));
    }
}

static struct str cell_name(const struct chart *chart, size_t category, size_t series) {
    struct str name = chart->categories[category].name, one = chart->series[series];
    return one.size
               ? str_format(chart->composer->arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(one))
               : name;
}

static void add_absent(struct chart *chart, bool hidden, const char *word) {
    struct buf text = buf_make(chart->composer->arena);
    for (size_t i = 0; i < chart->category_count; i++)
        for (size_t j = 0; j < chart->series_count; j++) {
            const struct cell *cell = chart_cell(chart, i, j);
            int64_t amount;
            if (chart_amount(chart, cell, &amount) || cell->hidden != hidden)
                continue;
            if (text.size == 0)
                buf_format(&text, "%.*s: ",
                           STR_ARG(text_capital(chart->composer->arena,
                                                text_of(chart->composer, word))));
            else
                buf_add(&text, STR("; "));
            buf_add(&text, cell_name(chart, i, j));
        }
    chart_small_print(chart, buf_str(&text));
}

void chart_add_absent(struct chart *chart) {
    add_absent(chart, true, "hidden");
    add_absent(chart, false, "chart_absent");
}

struct chart_rows chart_rows(const struct chart *chart, int64_t value_size) {
    struct chart_rows rows = {.lines = 1};
    size_t count = chart->category_count;
    rows.labels = ARENA_ARRAY(chart->composer->arena, struct chart_label, count + 1);
    for (size_t i = 0; i < count; i++) {
        rows.labels[i] =
            chart_label(chart, chart->categories[i].name, CHART_TEXT, CHART_LABEL_MOST);
        if (rows.labels[i].width > rows.label_width)
            rows.label_width = rows.labels[i].width;
        if (rows.labels[i].count > rows.lines)
            rows.lines = rows.labels[i].count;
        for (size_t j = 0; j < chart->series_count; j++) {
            int64_t width = chart_text_width(chart, chart_value(chart, chart_cell(chart, i, j)),
                                             value_size);
            rows.value_width = width > rows.value_width ? width : rows.value_width;
        }
    }
    rows.left = rows.label_width + CHART_GAP;
    rows.opposite = rows.value_width > CHART_NUMBER_MOST;
    return rows;
}

void chart_add_row_label(struct chart *chart, const struct chart_rows *rows, size_t category,
                         int64_t middle) {
    chart_add_label(chart, &rows->labels[category],
                    (struct drawing_item){.ink = INK_TEXT,
                                          .x = rows->label_width,
                                          .y = middle,
                                          .size = CHART_TEXT,
                                          .anchor = ANCHOR_END});
}
