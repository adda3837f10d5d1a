/* suppress.h: which cells may be published so that nobody can have the small ones.
 *
 * All tables over the rows of one type are one system, with every number that is computed from
 * them. Rows that are in the same cells of all of these tables are an atom; what is published
 * are sums of atoms: of their rows, of their amounts (of each field that is summed). A cell's
 * rows count as published with it, so that a cell is shown or hidden in all tables alike.
 *
 * Hidden from the reader must be: each cell of fewer rows than the minimum, each atom of so
 * few, what is between two cells of which one holds the other, and each sum or difference of
 * indicators that concerns so few. They are the targets. A cell is published when the published
 * numbers still determine no target, the totals first and then the larger ones first
 * (suppress.c). Then for each target another set of whole numbers must be found that fits
 * everything published, and in which no hidden cell is empty; where there is none, one more
 * cell is hidden (alternative.c).
 *
 * Outside of it: what is known of the rows from elsewhere; and the least, largest, median and
 * number of different values, which count as numbers of their own.
 */
#ifndef AGGREGATE_SUPPRESS_H
#define AGGREGATE_SUPPRESS_H

#include "aggregate/internal.h"
#include "aggregate/space.h"

enum { NODE_VECTORS = 3 };

struct unknown {   /* one unknown */
    int64_t value; /* as it is */
    bool bounded;  /* is there a least that anyone knows it to be? */
    int64_t least; /* of this one, and of the sum of a cell that is not empty */
    int64_t cell_least;
    uint32_t atom;    /* by number over all groups; UINT32_MAX: of one cell alone */
    size_t row_count; /* of the atom or the cell */
};

struct node { /* a cell or a total */
    const struct table *table;
    struct cell *cell;
    const struct breakdown *breakdown;   /* NULL: the total */
    struct vector vectors[NODE_VECTORS]; /* what is published with it */
    size_t vector_count;
    struct vector value; /* what another indicator may be computed from */
    size_t row_count;
    bool shown, barred;
};

struct suppression {
    struct arena *arena;
    struct shared *shared;
    const struct checked *checked;
    const struct tables *tables;
    struct unknown *columns;
    size_t column_count, column_capacity;
    size_t atom_count;
    struct node *nodes; /* of each table the total, then the cells of each breakdown */
    size_t node_count, node_capacity;
    size_t *first; /* of each table; SIZE_MAX: it is not protected */
    bool *needed;  /* by indicator: published, or one that is published is computed from it */
    struct vector *targets;
    size_t target_count, target_capacity;
    struct map targets_by_terms;
};

/* the rows of one type → atoms, columns and the nodes of its tables (atoms.c) */
void atoms_make(struct suppression *s, const struct record_type *type);
/* the nodes of a derived table; those of its operands are made (targets.c) */
void derived_nodes(struct suppression *s, const struct table *table);
/* what must not be determined, when all nodes are there (targets.c) */
void targets_make(struct suppression *s);

struct node *node_new(struct suppression *s, const struct table *table,
                      const struct breakdown *breakdown, struct cell *cell);
uint32_t column_new(struct suppression *s, struct unknown column);
void target_add(struct suppression *s, const struct vector *vector);
/* fewer rows than the minimum of its indicator */
bool is_small(const struct node *node, size_t row_count);

/* Bars a shown node for each target that has no other value than its own; false: all have
 * (alternative.c). */
bool bar_more(struct suppression *s, struct space *space);

#endif
