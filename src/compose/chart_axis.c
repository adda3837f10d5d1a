/* From numbers to lengths. Every axis holds 0: a bar's length is its number. */
#include "base/arena.h"
#include "compose/chart.h"

enum { PERCENT_PLACES = 4, PERCENT_WHOLE = 1000000, TICKS = 5 };

bool chart_amount(const struct chart *chart, const struct cell *cell, int64_t *amount) {
    const struct indicator *indicator = chart->table->indicator;
    struct decimal number = {0};
    *amount = 0;
    if (cell->hidden || cell->none)
        return false;
    if (!indicator_is_ratio(indicator)) {
        bool any = cell_number(indicator, cell, &number);
        *amount = any ? number.units : 0;
        return any;
    }
    int places = cell->rounded ? indicator->style.places : PERCENT_PLACES;
    return cell_percent(cell, places, &number) &&
           decimal_scale_up(number.units, PERCENT_PLACES - places, amount);
}

struct str chart_value(const struct chart *chart, const struct cell *cell) {
    return breakdown_token(chart->composer, chart->table, chart->breakdown, cell,
                           &chart->scaling)
        .text;
}

struct str chart_target(const struct chart *chart, const struct cell *cell) {
    const struct breakdown *breakdown = cell->name.size ? chart->breakdown : NULL;
    return cell_path(chart->composer, chart->table->indicator, breakdown, cell);
}

bool chart_is_part(const struct chart *chart, int64_t *whole) {
    const struct indicator *indicator = chart->table->indicator;
    *whole = PERCENT_WHOLE;
    return indicator->of || indicator->aggregation == AGGREGATE_SHARE;
}

static int64_t narrowed(int128_t value) {
    if (value > INT64_MAX)
        return INT64_MAX;
    return value < INT64_MIN ? INT64_MIN : (int64_t)value;
}

int64_t chart_withheld(const struct chart *chart, size_t category) {
    const struct cell *total = chart->categories[category].total;
    int64_t amount, whole;
    int128_t shown = 0;
    bool hidden = false;
    if (!total || !chart_amount(chart, total, &whole))
        return 0;
    for (size_t j = 0; j < chart->series_count; j++) {
        const struct cell *cell = chart_cell(chart, category, j);
        hidden |= cell->hidden;
        chart_amount(chart, cell, &amount);
        if (amount < 0)
            return 0;
        shown += amount;
    }
    return hidden && whole > shown ? narrowed(whole - shown) : 0;
}

struct chart_axis chart_axis_exact(const struct chart *chart, bool stacked) {
    int128_t low = 0, high = 0;
    int64_t whole;
    for (size_t i = 0; i < chart->category_count; i++) {
        int128_t above = 0, below = 0;
        for (size_t j = 0; j < chart->series_count; j++) {
            int64_t amount;
            chart_amount(chart, chart_cell(chart, i, j), &amount);
            above = amount > 0 ? (stacked ? above + amount : amount) : above;
            below = amount < 0 ? (stacked ? below + amount : amount) : below;
            high = above > high ? above : high;
            low = below < low ? below : low;
        }
        above += stacked ? chart_withheld(chart, i) : 0;
        high = above > high ? above : high;
    }
    if (chart_is_part(chart, &whole) && high < whole && low == 0)
        high = whole;
    if (low == 0 && high == 0)
        high = 1;
    int64_t step = narrowed(high > -low ? high : -low);
    return (struct chart_axis){narrowed(low), narrowed(high), step};
}

/* the smallest of 1, 2, 5 × 10^n that is not below the number */
static int128_t round_step(int128_t number) {
    static const int FACTORS[] = {1, 2, 5};
    for (int128_t power = 1;; power *= 10)
        for (size_t i = 0; i < COUNT_OF(FACTORS); i++)
            if (power * FACTORS[i] >= number)
                return power * FACTORS[i];
}

struct chart_axis chart_axis_round(struct chart_axis exact, int64_t steps) {
    int128_t range = (int128_t)exact.high - exact.low;
    int128_t step = round_step((range + steps - 1) / steps);
    int128_t above = (exact.high + step - 1) / step * step;
    int128_t below = (-(int128_t)exact.low + step - 1) / step * step;
    return (struct chart_axis){narrowed(-below), narrowed(above), narrowed(step)};
}

int64_t chart_axis_place(const struct chart_axis *axis, int64_t amount, int64_t length) {
    int128_t range = (int128_t)axis->high - axis->low;
    int128_t from = (int128_t)amount - axis->low;
    return (int64_t)(from * length / range);
}

struct str chart_tick_text(const struct chart *chart, int64_t amount) {
    const struct composer *composer = chart->composer;
    const struct indicator *indicator = chart->table->indicator;
    bool ratio = indicator_is_ratio(indicator);
    struct decimal number = {amount, ratio ? PERCENT_PLACES : indicator_places(indicator)};
    bool money = indicator->money && !ratio && number.scale == 0;
    if (money && !chart->scaled)
        return locale_money(composer->arena, composer->locale, amount);
    if (money && chart->scaling.any)
        number.scale = chart->scaling.power;
    while (number.scale > 0 && number.units % 10 == 0) {
        number.units /= 10;
        number.scale--;
    }
    struct str text = locale_number(composer->arena, composer->locale, number);
    return ratio ? str_join(composer->arena, text, composer->language->percent) : text;
}

bool chart_tick_next(const struct chart_axis *axis, int64_t *tick) {
    int128_t next = (int128_t)*tick + axis->step;
    *tick = narrowed(next);
    return next <= axis->high;
}

int64_t chart_tick_width(const struct chart *chart, const struct chart_axis *axis) {
    int64_t widest = 0, tick = axis->low;
    do {
        int64_t width = chart_text_width(chart, chart_tick_text(chart, tick), CHART_SMALL);
        widest = width > widest ? width : widest;
    } while (chart_tick_next(axis, &tick));
    return widest;
}

struct chart_axis chart_axis_spread(const struct chart *chart, struct chart_axis exact,
                                    int64_t length) {
    struct chart_axis axis = exact;
    for (int64_t steps = TICKS; steps > 0; steps--) {
        axis = chart_axis_round(exact, steps);
        int64_t apart =
            chart_axis_place(&axis, narrowed((int128_t)axis.low + axis.step), length);
        if (chart_tick_width(chart, &axis) + CHART_GAP <= apart)
            break;
    }
    return axis;
}

void chart_add_ticks(struct chart *chart, const struct chart_axis *axis, int64_t left,
                     int64_t length, int64_t top, int64_t bottom) {
    int64_t tick = axis->low, free_from = 0;
    do {
        int64_t x = left + chart_axis_place(axis, tick, length);
        struct str text = chart_tick_text(chart, tick);
        int64_t width = chart_text_width(chart, text, CHART_SMALL);
        int64_t middle = x + width / 2 > CHART_WIDTH ? CHART_WIDTH - width / 2
                         : x < width / 2             ? width / 2
                                                     : x;
        chart_add(chart, (struct drawing_item){.kind = DRAWING_LINE,
                                               .ink = tick ? INK_GRID : INK_MUTED,
                                               .x = x,
                                               .y = top,
                                               .height = bottom - top,
                                               .size = CHART_HAIR});
        if (middle - width / 2 < free_from)
            continue;
        free_from = middle + width / 2;
        chart_add(chart, (struct drawing_item){.kind = DRAWING_TEXT,
                                               .ink = INK_MUTED,
                                               .x = middle,
                                               .y = bottom + CHART_LEADING,
                                               .size = CHART_SMALL,
                                               .anchor = ANCHOR_MIDDLE,
                                               .text = text});
    } while (chart_tick_next(axis, &tick));
    chart->y = bottom + CHART_LEADING + CHART_GAP / 2;
}
