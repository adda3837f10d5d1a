/* The middle amount of each cell: the amounts sorted by cell and size. The middle of an
 * even number of amounts is the exact half of the sum of two. */
#include <stdlib.h>

#include "aggregate/internal.h"
#include "base/arena.h"

struct placed {
    uint32_t cell;
    int64_t amount;
};

static int compare_placed(const void *left, const void *right) {
    const struct placed *a = left, *b = right;
    if (a->cell != b->cell)
        return a->cell < b->cell ? -1 : 1;
    return (a->amount > b->amount) - (a->amount < b->amount);
}

/* false: two halves of which the sum is odd and does not fit */
static bool middle(const struct placed *amounts, size_t count, struct cell *cell) {
    cell->none = count == 0;
    if (count == 0)
        return true;
    int128_t sum = (int128_t)amounts[(count - 1) / 2].amount + amounts[count / 2].amount;
    bool odd = sum % 2 != 0;
    cell->denominator = odd ? 2 : 0;
    int128_t value = odd ? sum : sum / 2;
    cell->value = (int64_t)value;
    return (int128_t)cell->value == value;
}

bool medians(struct arena *scratch, const struct amounts *amounts, const uint32_t *key_of,
             struct cell *cells, size_t count) {
    struct placed *placed = ARENA_ARRAY(scratch, struct placed, amounts->count + 1);
    for (size_t i = 0; i < amounts->count; i++)
        placed[i] = (struct placed){key_of ? key_of[amounts->rows[i]] : 0, amounts->numbers[i]};
    qsort(placed, amounts->count, sizeof *placed, compare_placed);
    bool fits = true;
    for (size_t i = 0, from = 0; i < count; i++) {
        fits &= middle(&placed[from], cells[i].row_count, &cells[i]);
        from += cells[i].row_count;
    }
    return fits;
}
