/* space.h: what a set of published sums determines. Vectors over columns, sparse; a space is
 * the span of those that were added. Arithmetic is in a prime field: what holds there and not
 * among the whole numbers is one chance in two thousand million.
 *
 *     struct vector rest = space_reduce(space, &vector);   // empty: it is determined already
 *     space_add(space, &rest);
 */
#ifndef AGGREGATE_SPACE_H
#define AGGREGATE_SPACE_H

#include <stddef.h>
#include <stdint.h>

struct arena;

struct term { /* without padding: vectors are compared as bytes */
    uint64_t column;
    int64_t factor; /* never 0 */
};

struct vector { /* by column */
    struct term *terms;
    size_t count;
};

struct space;

struct space *space_new(struct arena *arena, size_t column_count);

/* The one vector that differs from this one by what the space holds and has nothing in the
 * pivots of the space; its first factor is 1. */
struct vector space_reduce(struct space *space, const struct vector *vector);

/* `rest`: reduced, not empty; its first column becomes a pivot */
void space_add(struct space *space, const struct vector *rest);

/* vector without the first column of `row`, of which the first factor is 1 */
struct vector vector_without(struct arena *arena, const struct vector *vector,
                             const struct vector *row);

int64_t vector_factor(const struct vector *vector, uint64_t column); /* 0: it is not there */

/* The changes of the columns that no sum of the space notices, one for each column that is no
 * pivot: whole numbers where they are small, else the vector is empty. */
struct vector *space_kernel(struct space *space, struct arena *arena, size_t *count);

#endif
