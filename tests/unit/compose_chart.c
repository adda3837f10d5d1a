/* Charts of random data: no label on another, none outside, every length in proportion. Widths
 * are those of the real face and a tenth more, as a browser with another font would have them.
 */
#include "compose/chart.h"

#include <stdlib.h>

#include "base/guard.h"
#include "font/font.h"
#include "unit.h"

/* --- a chart of made-up cells */

static uint64_t random_state = 88172645463325252u;

static uint64_t random_next(uint64_t below) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state % below;
}

enum { VALUES_PLAIN, VALUES_ZERO, VALUES_NEGATIVE, VALUES_HUGE, VALUES_HOLES };

struct sample {
    struct arena *arena;
    struct composer *composer;
    size_t categories, series;
    int values;
    bool ordered, ratio;
};

static struct str random_name(struct arena *arena) {
    static const char *const WORDS[] = {
        "Huyện", "Đồi", "Sim", "Thành phố", "Lạch",
        "Triều", "xã",  "W",   "Nghiêng",   "dài-dằng-dặc-không-có-dấu-cách"};
    struct buf name = buf_make(arena);
    for (uint64_t i = 0, count = 1 + random_next(6); i < count; i++)
        buf_format(&name, "%s%s", i ? " " : "", WORDS[random_next(COUNT_OF(WORDS))]);
    return buf_str(&name);
}

static int64_t random_number(int values) {
    static const int64_t HUGE_ONES[] = {INT64_MAX, INT64_MIN, INT64_MAX / 2, 1, -1, 0};
    switch (values) {
    case VALUES_ZERO:
        return 0;
    case VALUES_NEGATIVE:
        return (int64_t)random_next(2001) - 1000;
    case VALUES_HUGE:
        return HUGE_ONES[random_next(COUNT_OF(HUGE_ONES))];
    default:
        return (int64_t)random_next(50);
    }
}

static struct composer *composer_new(struct arena *arena, const struct fonts *fonts) {
    static const struct {
        const char *key, *text;
    } TEXTS[] = {{"hidden", "không công bố"},    {"chart_absent", "không có số"},
                 {"chart_empty", "Không có"},    {"chart_mark", "Mỗi ô là"},
                 {"not_applicable", "–"},        {"chart_some_hidden", "có số không công bố"},
                 {"chart_placeless", "Không rõ"}};
    struct language *language = ARENA_NEW(arena, struct language);
    *language = (struct language){.code = STR("vi"),
                                  .group = STR("."),
                                  .decimal = STR(","),
                                  .percent = STR("%"),
                                  .money_from_power = 6};
    language->texts = map_make(arena);
    for (size_t i = 0; i < COUNT_OF(TEXTS); i++) {
        struct str *text = ARENA_NEW(arena, struct str);
        *text = str_of(TEXTS[i].text);
        map_put(&language->texts, str_of(TEXTS[i].key), text);
    }
    struct checked *checked = ARENA_NEW(arena, struct checked);
    checked->language = language;
    struct compose_input *input = ARENA_NEW(arena, struct compose_input);
    input->checked = checked;
    input->metrics = fonts_metrics(fonts);
    struct composer *composer = ARENA_NEW(arena, struct composer);
    *composer = (struct composer){.arena = arena,
                                  .diags = diags_new(arena),
                                  .input = input,
                                  .checked = checked,
                                  .language = language,
                                  .locale = locale_open(arena, language)};
    return composer;
}

static struct by *by_of(const struct sample *sample, size_t keys) {
    struct field *names = ARENA_NEW(sample->arena, struct field);
    struct field *months = ARENA_NEW(sample->arena, struct field);
    names->type = FIELD_TEXT;
    months->type = FIELD_DATE;
    struct by *by = ARENA_NEW(sample->arena, struct by);
    *by = (struct by){.name = STR("a.b"), .count = keys};
    by->keys[0].field = sample->ordered ? months : names;
    by->keys[0].part = sample->ordered ? DATE_MONTH : DATE_WHOLE;
    by->keys[1].field = names;
    by->names[0] = STR("a");
    by->names[1] = STR("b");
    return by;
}

static struct value category_value(const struct sample *sample, size_t index) {
    return sample->ordered
               ? (struct value){.state = VALUE_PRESENT,
                                .number = (int64_t)(2001 + index / 12) * 100 +
                                          (int64_t)(index % 12) + 1}
               : (struct value){.state = VALUE_PRESENT, .text = random_name(sample->arena)};
}

static void fill_cell(const struct sample *sample, struct cell *cell, size_t i, size_t j,
                      size_t keys) {
    cell->value = random_number(sample->values);
    if (sample->ratio) {
        cell->denominator = 50;
        cell->none = random_next(9) == 0;
    }
    if (sample->values == VALUES_HOLES) {
        cell->hidden = random_next(4) == 0;
        cell->none |= random_next(4) == 0;
    }
    cell->name = str_format(sample->arena, keys > 1 ? "c%zu.s%zu" : "c%zu", i, j);
    uint32_t *ends = ARENA_ARRAY(sample->arena, uint32_t, keys);
    ends[0] = (uint32_t)(keys > 1 ? str_find_char(cell->name, '.') : cell->name.size);
    ends[keys - 1] = (uint32_t)cell->name.size;
    cell->name_ends = ends;
}

static struct chart sample_chart(const struct sample *sample) {
    struct arena *arena = sample->arena;
    size_t keys = sample->series ? 2 : 1, series = sample->series ? sample->series : 1;
    struct indicator *indicator = ARENA_NEW(arena, struct indicator);
    *indicator = (struct indicator){.id = STR("i"),
                                    .label = STR("Nhà"),
                                    .unit = STR("nhà"),
                                    .of = sample->ratio ? indicator : NULL,
                                    .breakdowns = by_of(sample, keys),
                                    .breakdown_count = 1};
    indicator->style.kind = sample->ratio ? STYLE_FRACTION : STYLE_PLAIN;
    struct table *table = ARENA_NEW(arena, struct table);
    struct breakdown *breakdown = ARENA_NEW(arena, struct breakdown);
    struct map *names_of_cells = ARENA_NEW(arena, struct map);
    *names_of_cells = map_make(arena);
    *breakdown = (struct breakdown){.by = indicator->breakdowns,
                                    .count = sample->categories * series,
                                    .by_name = names_of_cells};
    breakdown->cells = ARENA_ARRAY(arena, struct cell, breakdown->count + 1);
    *table = (struct table){.indicator = indicator, .breakdowns = breakdown};
    struct value *names = ARENA_ARRAY(arena, struct value, series);
    for (size_t j = 0; j < series; j++)
        names[j] = (struct value){.state = VALUE_PRESENT, .text = random_name(arena)};
    for (size_t i = 0; i < sample->categories; i++) {
        struct value value = category_value(sample, i);
        for (size_t j = 0; j < series; j++) {
            struct cell *cell = &breakdown->cells[i * series + j];
            fill_cell(sample, cell, i, j, keys);
            struct value *values = ARENA_ARRAY(arena, struct value, keys);
            values[0] = value;
            if (keys > 1)
                values[1] = names[j];
            cell->keys = values;
        }
    }
    struct chart chart = {.composer = sample->composer,
                          .table = table,
                          .breakdown = breakdown,
                          .scaling = scaling_start(),
                          .axis = &breakdown->by->keys[0]};
    if (keys == 1)
        chart_flat(&chart);
    else
        CHECK(chart_cross(&chart, 0, SPAN_NONE));
    if (sample->ordered)
        chart_fill_periods(&chart);
    chart_start(&chart);
    return chart;
}

/* --- what must hold of every drawing */

struct box {
    int64_t left, top, right, bottom;
};

static struct box text_box(const struct composer *composer, const struct drawing_item *item) {
    const struct text_metrics *metrics = &composer->input->metrics;
    int64_t width =
        metrics->width(metrics->user, item->text, FONT_SANS, FONT_REGULAR, item->size) * 110 /
        100;
    int64_t left = item->anchor == ANCHOR_START    ? item->x
                   : item->anchor == ANCHOR_MIDDLE ? item->x - width / 2
                                                   : item->x - width;
    return (struct box){left, item->y - item->size * 72 / 100, left + width,
                        item->y + item->size * 10 / 100};
}

static void check_texts(const struct chart *chart) {
    const struct drawing *drawing = chart->drawing;
    struct box *boxes = ARENA_ARRAY(chart->composer->arena, struct box, drawing->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        if (drawing->items[i].kind != DRAWING_TEXT)
            continue;
        struct box box = text_box(chart->composer, &drawing->items[i]);
        CHECK(box.left >= 0 && box.right <= drawing->width);
        CHECK(box.top >= 0 && box.bottom <= drawing->height);
        for (size_t j = 0; j < count; j++)
            if (box.left < boxes[j].right && boxes[j].left < box.right &&
                box.top < boxes[j].bottom && boxes[j].top < box.bottom) {
                unit_fail(__FILE__, __LINE__, "one label on another");
                printf("  \"%.*s\" %lld %lld\n", STR_ARG(drawing->items[i].text),
                       (long long)box.left, (long long)box.top);
                return;
            }
        boxes[count++] = box;
    }
}

static void check_shapes(const struct drawing *drawing) {
    for (size_t i = 0; i < drawing->count; i++) {
        const struct drawing_item *item = &drawing->items[i];
        int64_t half = item->kind == DRAWING_DISC ? item->size / 2 : 0;
        if (item->kind == DRAWING_TEXT)
            continue;
        CHECK(item->x - half >= 0 && item->x + half <= drawing->width);
        CHECK(item->x + item->width >= 0 && item->x + item->width <= drawing->width);
        CHECK(item->y - half >= 0 && item->y + half <= drawing->height);
        CHECK(item->y + item->height >= 0 && item->y + item->height <= drawing->height);
        CHECK(item->kind != DRAWING_RECT || (item->width > 0 && item->height > 0));
    }
    for (size_t i = 1; i < drawing->cut_count; i++)
        CHECK(drawing->cuts[i - 1] < drawing->cuts[i]);
}

static bool any_hidden_value(const struct chart *chart) {
    for (size_t i = 0; i < chart->category_count * chart->series_count; i++) {
        int64_t amount = 1;
        if (chart->cells[i]->hidden &&
            (chart_amount(chart, chart->cells[i], &amount) || amount))
            return true;
    }
    return false;
}

static void finish(struct chart *chart) {
    chart_finish(chart);
    check_texts(chart);
    check_shapes(chart->drawing);
    CHECK(!any_hidden_value(chart));
}

/* --- all kinds over all sorts of data */

typedef void draw_kind(struct chart *chart);

static void bars_single(struct chart *chart) {
    chart_bars(chart, CHART_SINGLE);
}
static void bars_grouped(struct chart *chart) {
    chart_bars(chart, CHART_GROUPED);
}
static void bars_stacked(struct chart *chart) {
    chart_bars(chart, CHART_STACKED);
}
static void columns_or_bars(struct chart *chart) {
    enum chart_way way = chart->series[0].size ? CHART_GROUPED : CHART_SINGLE;
    if (!chart_columns(chart, way))
        chart_bars(chart, way);
}
static void columns_stacked(struct chart *chart) {
    if (!chart_columns(chart, CHART_STACKED))
        chart_bars(chart, CHART_STACKED);
}
static void pictogram(struct chart *chart) {
    chart_pictogram(chart, 3);
}

static const struct fonts *open_fonts(struct arena *arena) {
    return fonts_open(arena, diags_new(arena), "/usr/share/fonts/truetype/liberation2");
}

/* series 0: not crossed */
static void try_all(struct arena *arena, draw_kind *draw, size_t series_from, size_t series_to,
                    struct sample sample) {
    static const size_t COUNTS[] = {1, 2, 3, 7, 12, 40, 300};
    const struct fonts *fonts = open_fonts(arena);
    CHECK(fonts != NULL);
    if (!fonts)
        return;
    sample.arena = arena;
    sample.composer = composer_new(arena, fonts);
    for (size_t i = 0; i < COUNT_OF(COUNTS); i++)
        for (int values = VALUES_PLAIN; values <= VALUES_HOLES; values++)
            for (size_t series = series_from; series <= series_to; series++) {
                if (COUNTS[i] > 12 && series != series_from && series != series_to)
                    continue; /* enough of the large ones */
                sample.categories = COUNTS[i];
                sample.values = values;
                sample.series = series;
                struct chart chart = sample_chart(&sample);
                draw(&chart);
                finish(&chart);
            }
}

static void single_bars(struct arena *arena) {
    try_all(arena, bars_single, 0, 0, (struct sample){0});
    try_all(arena, bars_single, 0, 0, (struct sample){.ratio = true});
}

static void bars_in_groups_and_piles(struct arena *arena) {
    try_all(arena, bars_grouped, 1, 5, (struct sample){0});
    try_all(arena, bars_stacked, 1, 5, (struct sample){0});
}

static void columns(struct arena *arena) {
    try_all(arena, columns_or_bars, 0, 5, (struct sample){0});
    try_all(arena, columns_or_bars, 0, 5, (struct sample){.ordered = true});
    try_all(arena, columns_stacked, 1, 5, (struct sample){.ordered = true});
}

static void dots(struct arena *arena) {
    try_all(arena, chart_dots, 0, 5, (struct sample){0});
    try_all(arena, chart_dots, 0, 0, (struct sample){.ratio = true});
}

static void lines(struct arena *arena) {
    try_all(arena, chart_lines, 0, 5, (struct sample){.ordered = true});
}

static void progress(struct arena *arena) {
    try_all(arena, chart_progress, 0, 0, (struct sample){.ratio = true});
}

static void pictograms(struct arena *arena) {
    const struct fonts *fonts = open_fonts(arena);
    struct sample sample = {.arena = arena, .composer = composer_new(arena, fonts)};
    for (int turn = 0; turn < 20; turn++) {
        sample.categories = 1 + random_next(20);
        sample.values = turn % 3 ? VALUES_HOLES : VALUES_ZERO;
        struct chart chart = sample_chart(&sample);
        pictogram(&chart);
        finish(&chart);
    }
}

static void round_steps(struct arena *arena) {
    UNUSED(arena);
    static const struct {
        int64_t low, high, steps, low_round, high_round, step;
    } CASES[] = {{0, 10, 5, 0, 10, 2},
                 {0, 1, 5, 0, 1, 1},
                 {0, 11, 5, 0, 15, 5},
                 {-7, 12, 5, -10, 15, 5},
                 {0, 1000000, 5, 0, 1000000, 200000},
                 {INT64_MIN, INT64_MAX, 5, INT64_MIN, INT64_MAX, 5000000000000000000}};
    for (size_t i = 0; i < COUNT_OF(CASES); i++) {
        struct chart_axis axis = chart_axis_round(
            (struct chart_axis){CASES[i].low, CASES[i].high, 1}, CASES[i].steps);
        CHECK_INT(axis.low, CASES[i].low_round);
        CHECK_INT(axis.high, CASES[i].high_round);
        CHECK_INT(axis.step, CASES[i].step);
        CHECK_INT(chart_axis_place(&axis, axis.low, 1000), 0);
        CHECK_INT(chart_axis_place(&axis, axis.high, 1000), 1000);
    }
}

/* bars are as long as their numbers, on the other side of the line below 0 */
static void lengths_are_in_proportion(struct arena *arena) {
    const struct fonts *fonts = open_fonts(arena);
    struct sample sample = {
        .arena = arena, .composer = composer_new(arena, fonts), .categories = 3};
    struct chart chart = sample_chart(&sample);
    chart.breakdown->cells[0].value = 40;
    chart.breakdown->cells[1].value = 10;
    chart.breakdown->cells[2].value = -20;
    chart_bars(&chart, CHART_SINGLE);
    const struct drawing_item *bars[3];
    size_t count = 0;
    for (size_t i = 0; i < chart.drawing->count && count < 3; i++)
        if (chart.drawing->items[i].kind == DRAWING_RECT)
            bars[count++] = &chart.drawing->items[i];
    CHECK_INT(count, 3);
    CHECK(llabs(bars[0]->width - 4 * bars[1]->width) <= 4);
    CHECK(llabs(bars[0]->width - 2 * bars[2]->width) <= 4);
    CHECK_INT(bars[0]->x, bars[1]->x);
    CHECK(llabs(bars[2]->x + bars[2]->width - bars[0]->x) <= 1);
}

static void labels_are_wrapped_then_cut(struct arena *arena) {
    const struct fonts *fonts = open_fonts(arena);
    struct chart chart = {.composer = composer_new(arena, fonts)};
    struct chart_label label = chart_label(&chart, STR("Huyện Đồi Sim"), 10000, 100000);
    CHECK_INT(label.count, 1);
    CHECK(!label.cut);
    label = chart_label(&chart, STR("Huyện Đồi Sim"), 10000, 40000);
    CHECK_INT(label.count, 2);
    CHECK_STR(label.lines[0], "Huyện");
    CHECK_STR(label.lines[1], "Đồi Sim");
    label = chart_label(&chart, STR("Huyện Đồi Sim và nhiều nơi khác"), 10000, 40000);
    CHECK_STR(label.lines[1], "Đồi S…");
    CHECK(label.cut);
    label = chart_label(&chart, STR(""), 10000, 40000);
    CHECK_INT(label.count, 1);
}

UNIT_MAIN({"single bars", single_bars}, {"bars in groups and piles", bars_in_groups_and_piles},
          {"columns", columns}, {"dots", dots}, {"lines", lines}, {"progress", progress},
          {"pictograms", pictograms}, {"axes have round steps", round_steps},
          {"lengths are in proportion", lengths_are_in_proportion},
          {"labels are wrapped, then cut", labels_are_wrapped_then_cut})
