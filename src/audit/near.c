/* How like the truth a number is. Somebody who mistypes changes a digit, swaps two, drops or
 * adds a nought, or takes the number of the line above; a number that is like none of these is
 * of something else. */
#include "audit/internal.h"
#include "base/guard.h"

enum { DIGITS_MOST = 19 };

static int digits_of(int64_t value, char *digits) { /* the last one first */
    int count = 0;
    do {
        digits[count++] = (char)(value % 10);
        value /= 10;
    } while (value > 0 && count < DIGITS_MOST);
    return count;
}

/* without the noughts at its end: 7.120 says three things, 2.000 one */
static int telling(int64_t value) {
    char digits[DIGITS_MOST];
    while (value && value % 10 == 0)
        value /= 10;
    return digits_of(value, digits);
}

/* a digit changed, two neighbours swapped, or one too many */
static bool one_slip(int64_t a, int64_t b) {
    enum { COUNTED = 100 };
    char first[DIGITS_MOST], second[DIGITS_MOST];
    int count = digits_of(a, first), differ = 0, at = 0;
    if (digits_of(b, second) != count)
        return false;
    for (int i = 0; i < count; i++)
        if (first[i] != second[i]) {
            differ++;
            at = i;
        }
    bool swapped =
        differ == 2 && at > 0 && first[at] == second[at - 1] && first[at - 1] == second[at];
    bool one_more = a >= COUNTED && (a - b == 1 || b - a == 1);
    return differ == 1 || swapped || one_more;
}

static bool magnitude(int64_t a, int64_t b) {
    enum { POWERS = 3 };
    if (a > b)
        return magnitude(b, a);
    int64_t times = b;
    for (int i = 0; a > 0 && i < POWERS; i++) {
        times /= 10;
        if (times == a && (i == 0 || b % a == 0))
            return true;
    }
    return false;
}

int near_number(int64_t said, int64_t truth) {
    char digits[DIGITS_MOST];
    if (said < 0 || truth <= 0)
        return 0;
    if (said != truth && !one_slip(said, truth) && !magnitude(said, truth))
        return 0;
    int count = digits_of(said < truth ? said : truth, digits);
    int tells = telling(said) > telling(truth) ? telling(said) : telling(truth);
    return tells < count ? tells : count;
}

/* "trên 2.700" of 2.742, "50,4 tỷ": near the truth as it would be rounded at some place */
static int near_rounded(const struct said *said, int64_t truth, int64_t value, int64_t place) {
    int best = near_number(value, truth);
    if (said->bound == BOUND_NONE && place == 1)
        return best;
    for (int64_t step = place; step > 0 && truth / step >= 1 && step < INT64_MAX / 10;
         step *= 10)
        for (int64_t up = 0; up < 2; up++) {
            int digits = near_number(value / place, (truth / step + up) * (step / place));
            best = digits > best ? digits : best;
        }
    return best;
}

static int near_fraction(const struct said *said, const struct cell *cell) {
    enum { FRACTION = 4 };
    bool above = said->value == cell->value, below = said->denominator == cell->denominator;
    bool swapped = said->value == cell->denominator && said->denominator == cell->value;
    bool near_above = near_number(said->value, cell->value) > 0;
    bool near_below = near_number(said->denominator, cell->denominator) > 0;
    return swapped || (above && near_below) || (below && near_above) ? FRACTION : 0;
}

/* the number of a neighbour: another indicator of the same scope, another cell that the
 * sentence names. Many of them are equal to a small number by chance. */
static int near_neighbour(const struct judging *j, const struct said *said,
                          const struct candidate *candidate, const struct scope *scope) {
    const struct table *table = candidate->table;
    for (size_t i = 0; i < j->tables->count; i++) {
        struct candidate other = {&j->tables->items[i], NULL, &j->tables->items[i].total};
        bool told =
            scope->count == 0 || cell_of(other.table, scope->chosen, scope->count, &other);
        if (told && other.table != table && same_kind(said, other.table->indicator) &&
            !other.cell->hidden && agrees(said, &other))
            return telling(said->value) > 1 ? telling(said->value) - 1 : 1;
    }
    for (size_t i = 0; i < j->mention_count && scope->count == 1; i++) {
        const struct mention *mention = &j->mentions[i];
        struct candidate other;
        if (rivals(mention, scope->chosen[0]) && cell_of(table, &mention, 1, &other) &&
            !other.cell->hidden && other.cell->name.size && agrees(said, &other))
            return telling(said->value);
    }
    return 0;
}

int near_candidate(const struct judging *j, const struct said *said,
                   const struct candidate *candidate, const struct scope *scope) {
    const struct indicator *indicator = candidate->table->indicator;
    struct decimal number;
    int64_t value, place;
    int digits = 0;
    if (said->fraction)
        return near_fraction(said, candidate->cell);
    if (said->percent)
        return cell_percent(candidate->cell, said->scale, &number)
                   ? near_number(said->value, number.units)
                   : 0;
    if (indicator_is_ratio(indicator))
        digits = near_number(said->value, candidate->cell->value);
    else if (in_units(said, indicator, &value, &place) &&
             cell_number(indicator, candidate->cell, &number))
        digits = near_rounded(said, number.units, value, place);
    return digits ? digits : near_neighbour(j, said, candidate, scope);
}
