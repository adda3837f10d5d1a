/* The middle amount of each cell: the contributions sorted by cell and amount. The middle of an
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

bool medians(struct arena *arena, struct table *table) {
    struct placed *amounts = ARENA_ARRAY(arena, struct placed, table->count + 1);
    for (size_t i = 0; i < table->count; i++)
        amounts[i] = (struct placed){0, table->contributions[i].amount};
    qsort(amounts, table->count, sizeof *amounts, compare_placed);
    bool fits = middle(amounts, table->count, &table->total);
    for (size_t b = 0; b < table->indicator->breakdown_count; b++) {
        struct breakdown *breakdown = &table->breakdowns[b];
        for (size_t i = 0; i < table->count; i++)
            amounts[i] = (struct placed){breakdown->cell_of[i], table->contributions[i].amount};
        qsort(amounts, table->count, sizeof *amounts, compare_placed);
        size_t from = 0;
        for (size_t i = 0; i < breakdown->count; i++) {
            fits &= middle(&amounts[from], breakdown->cells[i].row_count, &breakdown->cells[i]);
            from += breakdown->cells[i].row_count;
        }
    }
    return fits;
}
