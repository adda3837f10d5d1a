/* Elimination with sparse rows: each row's first column is its pivot, and rows come in any
 * order, so one pass from the first column to the last reduces a vector. */
#include "aggregate/space.h"

#include <string.h>

#include "base/arena.h"
#include "base/guard.h"

enum { PRIME = 2147483647, SMALL = 1000000 };

struct space {
    struct arena *arena;
    size_t column_count;
    struct vector *rows; /* by pivot; empty: no pivot */
    int64_t *dense;      /* scratch, all 0 between calls */
};

struct space *space_new(struct arena *arena, size_t column_count) {
    struct space *space = ARENA_NEW(arena, struct space);
    *space =
        (struct space){arena, column_count, ARENA_ARRAY(arena, struct vector, column_count + 1),
                       ARENA_ARRAY(arena, int64_t, column_count + 1)};
    return space;
}

static int64_t residue(int64_t number) {
    int64_t rest = number % PRIME;
    return rest < 0 ? rest + PRIME : rest;
}

static int64_t inverse(int64_t number) { /* number^(PRIME − 2) */
    int64_t result = 1;
    for (int64_t exponent = PRIME - 2; exponent; exponent >>= 1) {
        if (exponent & 1)
            result = result * number % PRIME;
        number = number * number % PRIME;
    }
    return result;
}

static void normalise(struct vector *vector) {
    if (vector->count == 0 || vector->terms[0].factor == 1)
        return;
    int64_t factor = inverse(vector->terms[0].factor);
    for (size_t i = 0; i < vector->count; i++)
        vector->terms[i].factor = vector->terms[i].factor * factor % PRIME;
}

/* what is left in the scratch from a column on, without the part in the pivots */
static struct vector gather_rest(struct space *space, size_t from) {
    struct vector rest = {0};
    for (size_t column = from; column < space->column_count; column++) {
        int64_t factor = space->dense[column];
        const struct vector *row = &space->rows[column];
        if (factor && row->count) {
            for (size_t i = 0; i < row->count; i++) {
                int64_t *at = &space->dense[row->terms[i].column];
                *at = (*at + (PRIME - factor) * row->terms[i].factor) % PRIME;
            }
        } else if (factor) {
            rest.count++;
        }
    }
    rest.terms = ARENA_ARRAY(space->arena, struct term, rest.count + 1);
    for (size_t column = from, at = 0; at < rest.count; column++)
        if (space->dense[column]) {
            rest.terms[at++] = (struct term){column, space->dense[column]};
            space->dense[column] = 0;
        }
    return rest;
}

struct vector space_reduce(struct space *space, const struct vector *vector) {
    if (vector->count == 0)
        return (struct vector){0};
    for (size_t i = 0; i < vector->count; i++)
        space->dense[vector->terms[i].column] = residue(vector->terms[i].factor);
    struct vector rest = gather_rest(space, vector->terms[0].column);
    normalise(&rest);
    return rest;
}

void space_add(struct space *space, const struct vector *rest) {
    ASSERT(rest->count && rest->terms[0].factor == 1 &&
           space->rows[rest->terms[0].column].count == 0);
    space->rows[rest->terms[0].column] = *rest;
}

int64_t vector_factor(const struct vector *vector, uint64_t column) {
    size_t low = 0, high = vector->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (vector->terms[middle].column < column)
            low = middle + 1;
        else
            high = middle;
    }
    return low < vector->count && vector->terms[low].column == column
               ? vector->terms[low].factor
               : 0;
}

struct vector vector_without(struct arena *arena, const struct vector *vector,
                             const struct vector *row) {
    int64_t factor = vector_factor(vector, row->terms[0].column);
    if (factor == 0)
        return *vector;
    struct vector rest = {ARENA_ARRAY(arena, struct term, vector->count + row->count), 0};
    size_t i = 0, j = 0;
    while (i < vector->count || j < row->count) {
        bool left = j == row->count ||
                    (i < vector->count && vector->terms[i].column <= row->terms[j].column);
        bool right = i == vector->count ||
                     (j < row->count && row->terms[j].column <= vector->terms[i].column);
        struct term term = {left ? vector->terms[i].column : row->terms[j].column,
                            left ? vector->terms[i].factor : 0};
        if (right)
            term.factor = (term.factor + (PRIME - factor) * row->terms[j].factor) % PRIME;
        i += left;
        j += right;
        if (term.factor)
            rest.terms[rest.count++] = term;
    }
    normalise(&rest);
    return rest;
}

/* Each pivot in terms of the columns that are none; the last first, as each row reaches only to
 * later columns. */
static void reduce_rows(struct space *space) {
    for (size_t column = space->column_count; column-- > 0;) {
        struct vector *row = &space->rows[column];
        if (row->count == 0)
            continue;
        for (size_t i = 1; i < row->count; i++)
            space->dense[row->terms[i].column] = row->terms[i].factor;
        struct vector rest = gather_rest(space, column + 1);
        struct vector whole = {ARENA_ARRAY(space->arena, struct term, rest.count + 1),
                               rest.count + 1};
        whole.terms[0] = row->terms[0];
        if (rest.count)
            memcpy(&whole.terms[1], rest.terms, rest.count * sizeof *rest.terms);
        *row = whole;
    }
}

static bool add_change(struct vector *change, uint64_t column, int64_t factor) {
    int64_t number = factor > PRIME / 2 ? factor - PRIME : factor;
    change->terms[change->count++] = (struct term){column, number};
    return number < SMALL && number > -SMALL;
}

struct vector *space_kernel(struct space *space, struct arena *arena, size_t *count) {
    size_t columns = space->column_count;
    struct vector *changes = ARENA_ARRAY(arena, struct vector, columns + 1);
    size_t *sizes = ARENA_ARRAY(arena, size_t, columns + 1);
    bool *large = ARENA_ARRAY(arena, bool, columns + 1);
    reduce_rows(space);
    for (size_t column = 0; column < columns; column++)
        for (size_t i = 1; i < space->rows[column].count; i++)
            sizes[space->rows[column].terms[i].column]++;
    for (size_t column = 0; column < columns; column++)
        if (space->rows[column].count == 0)
            changes[column].terms = ARENA_ARRAY(arena, struct term, sizes[column] + 1);
    for (size_t column = 0; column < columns; column++) { /* a pivot comes before its terms */
        const struct vector *row = &space->rows[column];
        if (row->count == 0)
            add_change(&changes[column], column, 1);
        for (size_t i = 1; i < row->count; i++)
            large[row->terms[i].column] |= !add_change(&changes[row->terms[i].column], column,
                                                       PRIME - row->terms[i].factor);
    }
    *count = 0;
    for (size_t column = 0; column < columns; column++)
        if (changes[column].count && !large[column])
            changes[(*count)++] = changes[column];
    return changes;
}
