/* table.h: computed indicators: totals, breakdowns, and the rows each number came from.
 *
 * A contribution costs four bytes, the index of its row; what divides the rows is known once
 * for all breakdowns by it. So every cell can be followed to file and line, and the cells of
 * forty indicators by commune share their keys and names.
 */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "base/decimal.h"
#include "model/indicator.h"

struct cell {
    int64_t value;
    int64_t denominator;      /* of a ratio, an average, a median between two, a quotient; for a
                               * change what came before; else 0 */
    bool none;                /* there is no such number: an average of nothing, a share of 0 */
    bool hidden;              /* too small to be published, or needed to hide one that is */
    bool rounded;             /* `percent` is given: percentages that add up to 100 */
    int64_t percent;          /* in units of the style's last place */
    size_t row_count;         /* contributing rows */
    size_t missing_count;     /* rows that belong here but report no amount */
    const struct value *keys; /* one for each key of its breakdown */
    struct str name;          /* as a reference writes it: "house_unity", "doi-sim.2016" */
    const uint32_t *name_ends; /* of each key's part of it */
};

struct contribution {
    const struct row *row;
    int64_t amount;   /* 1 for a count */
    struct span span; /* of the value that was summed, or of the row */
};

#define CELL_NONE UINT32_MAX

struct breakdown {
    const struct by *by;
    struct cell *cells; /* in the order of publication of their keys */
    size_t count;
    /* inside: breakdown_find, breakdown_cell */
    const struct map *by_name; /* name → number of the key + 1 */
    const uint32_t *key_of;    /* of each row: the number of its key */
    const uint32_t *place;     /* of each key: its cell or CELL_NONE; NULL: all have theirs */
};

struct table { /* a derived one has no contributions: its operands have them */
    const struct indicator *indicator;
    struct cell total;
    const struct rowset *rows;
    const uint32_t *contributors; /* indexes of those that contribute, in their order */
    size_t count;
    struct breakdown *breakdowns; /* indicator->breakdown_count of them */
};

struct tables {
    struct table *items; /* by indicator.index */
    size_t count;
};

/* the breakdown of that name, or NULL */
const struct breakdown *table_breakdown(const struct table *table, struct str name);
/* the same, also called by the paths of its keys: date.year of one that is named "year" */
const struct breakdown *table_breakdown_asked(const struct table *table, struct str asked);

/* the cell of that name, or NULL */
struct cell *breakdown_find(const struct breakdown *breakdown, struct str name);
/* the cell of a contribution */
const struct cell *breakdown_cell(const struct table *table, const struct breakdown *breakdown,
                                  size_t contribution);
struct contribution table_contribution(const struct table *table, size_t i);
/* the names of all cells, to find the nearest in */
struct map breakdown_names(struct arena *arena, const struct breakdown *breakdown);

/* what stands for a cell that a breakdown does not have: nothing counted is 0, the average of
 * nothing is none */
const struct cell *cell_absent(const struct indicator *indicator);

/* The number of a cell with the indicator's places, rounded once, half away from zero; of a
 * ratio its numerator. false: there is none. */
bool cell_number(const struct indicator *indicator, const struct cell *cell,
                 struct decimal *number);
/* The ratio of a cell as a percentage; false: there is none. */
bool cell_percent(const struct cell *cell, int places, struct decimal *number);

/* < 0, 0, > 0 as the number of a is smaller, equal, larger; exact, unrounded; none is smallest
 */
int cell_compare(const struct indicator *indicator, const struct cell *a, const struct cell *b);

/* Does a computed number agree with a published one? A fraction must agree in both parts; a
 * bound must be true, and tight where its word says so (enum bound). */
bool quantity_agrees(const struct indicator *indicator, const struct quantity *quantity,
                     const struct cell *cell);

/* the step in which a bound is understood: the last non-zero place of the value */
int64_t quantity_step(const struct quantity *quantity);

/* the multiple of the step that the word of approximation may stand before: trên 2.700 of 2.742
 */
int64_t bound_round(enum bound bound, int64_t value, int64_t step);

struct buf;
void tables_dump(const struct tables *tables, struct buf *out);

#endif
