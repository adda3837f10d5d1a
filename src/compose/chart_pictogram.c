/* One mark a thing, or one for so many, in groups of ten, so that they can be counted. The last
 * mark is as wide as the rest that it stands for. */
#include "base/arena.h"
#include "compose/chart.h"

enum {
    MARK = 8500,
    MARK_STEP = 10500,
    GROUP = 10,
    GROUP_STEP = GROUP * MARK_STEP + 5000,
    MARK_ROW = 13000,
    ROW_GAP = 7000
};

int64_t chart_mark_count(const struct chart *chart, int64_t each) {
    int128_t count = 0;
    for (size_t i = 0; i < chart->category_count; i++) {
        int64_t amount;
        chart_amount(chart, chart_cell(chart, i, 0), &amount);
        count += ((int128_t)amount + each - 1) / each;
    }
    return count > INT64_MAX ? INT64_MAX : (int64_t)count;
}

/* returns the number of rows of marks; *end: where the first one ends */
static int64_t add_marks(struct chart *chart, const struct cell *cell, int64_t each,
                         int64_t left, int64_t groups, int64_t *end) {
    int64_t amount, per_row = groups * GROUP;
    chart_amount(chart, cell, &amount);
    int64_t count = amount / each + (amount % each ? 1 : 0);
    for (int64_t i = 0; i < count; i++) {
        int64_t at = i % per_row, part = amount - i * each;
        int64_t width = part < each ? (int64_t)((int128_t)MARK * part / each) : MARK;
        chart_add(chart, (struct drawing_item){
                             .kind = DRAWING_RECT,
                             .ink = INK_BAR,
                             .x = left + at / GROUP * GROUP_STEP + at % GROUP * MARK_STEP,
                             .y = chart->y + i / per_row * MARK_ROW + (MARK_ROW - MARK) / 2,
                             .width = width ? width : 1,
                             .height = MARK,
                             .target = chart_target(chart, cell)});
    }
    int64_t last = count < per_row ? count - 1 : per_row - 1;
    *end = count ? left + last / GROUP * GROUP_STEP + last % GROUP * MARK_STEP + MARK : left;
    int64_t rows = (count + per_row - 1) / per_row;
    return rows ? rows : 1;
}

/* "1 mark = 1 house" */
static void add_scale(struct chart *chart, int64_t each) {
    struct composer *composer = chart->composer;
    struct str unit = chart->table->indicator->unit;
    struct str number =
        locale_number(composer->arena, composer->locale, (struct decimal){each, 0});
    chart_small_print(chart,
                      str_format(composer->arena, "%.*s %.*s%s%.*s",
                                 STR_ARG(text_of(composer, "chart_mark")), STR_ARG(number),
                                 unit.size ? "\xC2\xA0" : "", STR_ARG(unit)));
}

void chart_pictogram(struct chart *chart, int64_t each) {
    struct chart_rows rows = chart_rows(chart, CHART_TEXT);
    if (!chart->breakdown)
        rows.left = 0;
    int64_t room = CHART_WIDTH - rows.left - CHART_GAP - rows.value_width;
    int64_t groups = (room + GROUP_STEP - GROUP * MARK_STEP) / GROUP_STEP;
    groups = groups < 1 ? 1 : groups;
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct cell *cell = chart_cell(chart, i, 0);
        int64_t middle = chart->y + MARK_ROW / 2, end;
        if (i)
            drawing_cut(chart->composer->arena, chart->drawing, chart->y);
        int64_t height = MARK_ROW * add_marks(chart, cell, each, rows.left, groups, &end);
        if (chart->breakdown) {
            int64_t text = (int64_t)(rows.labels[i].count - 1) * CHART_LEADING;
            chart_add_row_label(chart, &rows, i, middle + text / 2);
            height = height > text + MARK_ROW ? height : text + MARK_ROW;
        }
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_TEXT,
                                               .x = end + CHART_GAP / 2,
                                               .y = chart_baseline(middle, CHART_TEXT),
                                               .size = CHART_TEXT,
                                               .text = chart_value(chart, cell),
                                               .target = chart_target(chart, cell)});
        chart->y += height + ROW_GAP;
    }
    add_scale(chart, each);
}
