/* The second engine's rounding: long division digit by digit, as on paper, and for percentages
 * that add up to 100 one point after the other to whoever lacks most. */
#include "base/arena.h"
#include "base/guard.h"
#include "store/internal.h"

__extension__ typedef unsigned __int128 uint128_t;

static uint64_t absolute(int64_t number) {
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

/* value / below × 10^power, half away from zero; false: it does not fit */
static bool divide(int64_t value, int64_t below, int power, int64_t *result) {
    uint128_t divisor = absolute(below ? below : 1);
    for (int i = power; i < 0; i++)
        divisor *= 10;
    uint128_t whole = absolute(value) / divisor, rest = absolute(value) % divisor;
    for (int i = 0; i < power; i++) {
        whole = whole * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
        if (whole > INT64_MAX)
            return false;
    }
    whole += 2 * rest >= divisor;
    bool minus = (value < 0) != (below < 0);
    if (whole > (uint128_t)INT64_MAX + minus)
        return false;
    *result = minus ? (int64_t)(0 - (uint64_t)whole) : (int64_t)whole;
    return true;
}

bool rounded_alike(const struct indicator *indicator, const struct cell *cell,
                   const struct answer *answer) {
    bool percent = indicator->style.kind == STYLE_PERCENT;
    int places = percent ? indicator->style.places : indicator_places(indicator);
    struct decimal number;
    int64_t units;
    if (answer->none || (percent && answer->denominator <= 0) || cell->rounded ||
        (!percent && (indicator_is_ratio(indicator) || !indicator_is_rounded(indicator))))
        return true;
    int scale = indicator->aggregation == AGGREGATE_QUOTIENT ? 0 : indicator->scale;
    return divide(answer->value, answer->denominator, percent ? 2 + places : places - scale,
                  &units) &&
           (percent ? cell_percent(cell, places, &number)
                    : cell_number(indicator, cell, &number)) &&
           units == number.units;
}

/* the cell that lacks most of its exact share; the first of equal ones */
static size_t neediest(const int128_t *lacks, size_t count) {
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (lacks[i] > lacks[best])
            best = i;
    return best;
}

const struct cell *hundred_differs(struct arena *scratch, const struct breakdown *breakdown,
                                   const struct answer *answers, int places) {
    int64_t *percents = ARENA_ARRAY(scratch, int64_t, breakdown->count + 1), sum = 0;
    int128_t *lacks = ARENA_ARRAY(scratch, int128_t, breakdown->count + 1), whole = 100;
    for (int i = 0; i < places; i++)
        whole *= 10;
    for (size_t i = 0; i < breakdown->count; i++) {
        if (answers[i].denominator <= 0)
            continue; /* a cell that is 0 and not listed */
        percents[i] = (int64_t)(answers[i].value * whole / answers[i].denominator);
        lacks[i] = answers[i].value * whole - (int128_t)percents[i] * answers[i].denominator;
        sum += percents[i];
    }
    for (size_t left = breakdown->count; left && sum < whole; left--, sum++) {
        size_t next = neediest(lacks, breakdown->count);
        percents[next]++;
        lacks[next] = -1;
    }
    for (size_t i = 0; i < breakdown->count; i++)
        if (breakdown->cells[i].rounded && breakdown->cells[i].percent != percents[i])
            return &breakdown->cells[i];
    return NULL;
}
