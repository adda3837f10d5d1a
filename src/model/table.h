/* table.h: computed indicators: totals, breakdowns, and the rows each number came from.
 *
 * The contributions are one array per indicator; each breakdown says of each contribution to
 * which of its cells it belongs. So every cell can be followed to file and line, and costs four
 * bytes a row.
 */
#ifndef MODEL_TABLE_H
#define MODEL_TABLE_H

#include "model/indicator.h"

struct cell {
    int64_t value;
    int64_t denominator;  /* of a ratio; else 0 */
    size_t row_count;     /* contributing rows */
    size_t missing_count; /* rows that belong here but report no amount */
    struct value keys[LIMIT_BY_KEYS];
    struct str name; /* as a reference writes it: "house_unity", "doi-sim.2016" */
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
    uint32_t *cell_of;  /* for each contribution */
    struct map by_name; /* cell name → struct cell * */
};

struct table {
    const struct indicator *indicator;
    struct cell total;
    struct contribution *contributions;
    size_t count, capacity;
    struct breakdown *breakdowns; /* indicator->breakdown_count of them */
};

struct tables {
    struct table *items; /* by indicator.index */
    size_t count;
};

/* the breakdown of that name, or NULL */
const struct breakdown *table_breakdown(const struct table *table, struct str name);

/* Does a computed number agree with a published one? A fraction must agree in both parts; a
 * bound must be true and tight: value < computed < value + step. */
bool quantity_agrees(const struct quantity *quantity, const struct cell *cell);

/* the step in which a bound is understood: the last non-zero place of the value */
int64_t quantity_step(const struct quantity *quantity);

struct buf;
void tables_dump(const struct tables *tables, struct buf *out);

#endif
