/* The cells of a breakdown in the order of their numbers. Equal numbers have equal ranks, and
 * the rank after them counts them all: 1, 2, 2, 4. */
#include <stdlib.h>

#include "base/arena.h"
#include "compose/internal.h"

size_t cell_rank(const struct indicator *indicator, const struct breakdown *breakdown,
                 const struct cell *cell) {
    size_t rank = 1;
    if (cell->none || cell->hidden)
        return 0;
    for (size_t i = 0; i < breakdown->count; i++)
        rank += cell_compare(indicator, &breakdown->cells[i], cell) > 0;
    return rank;
}

struct ranked {
    const struct indicator *indicator;
    const struct cell *cells;
};

/* the largest first; the order of publication among equals */
static int compare_ranked(const void *left, const void *right, void *context) {
    const struct ranked *ranked = context;
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    int order = cell_compare(ranked->indicator, &ranked->cells[b], &ranked->cells[a]);
    return order ? order : (a > b) - (a < b);
}

struct breakdown *breakdown_ranked(struct arena *arena, const struct indicator *indicator,
                                   const struct breakdown *breakdown, size_t most,
                                   size_t **ranks) {
    size_t count = breakdown->count;
    struct breakdown *result = ARENA_NEW(arena, struct breakdown);
    size_t *order = ARENA_ARRAY(arena, size_t, count + 1);
    struct ranked ranked = {indicator, breakdown->cells};
    *result = *breakdown;
    result->cells = ARENA_ARRAY(arena, struct cell, count + 1);
    *ranks = ARENA_ARRAY(arena, size_t, count + 1);
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    qsort_r(order, count, sizeof *order, compare_ranked, &ranked);
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = &breakdown->cells[order[i]];
        result->cells[i] = *cell;
        bool tie = i && cell_compare(indicator, cell, &result->cells[i - 1]) == 0;
        (*ranks)[i] = cell->none || cell->hidden ? 0 : tie ? (*ranks)[i - 1] : i + 1;
        if (i >= most && !tie) { /* those that are equal to the last one are shown too */
            result->count = i;
            break;
        }
    }
    return result;
}
