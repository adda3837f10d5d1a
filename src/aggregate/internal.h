/* internal.h: what the files of aggregate share. */
#ifndef AGGREGATE_INTERNAL_H
#define AGGREGATE_INTERNAL_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/guard.h"
#include "model/checked.h"
#include "model/table.h"

/* The cells of one breakdown while they are filled. */
struct cells {
    struct arena *arena;
    const struct by *by;
    struct cell *items;
    int128_t *sums;      /* of each cell; its least or largest amount */
    struct map distinct; /* cell and value → seen */
    size_t count, capacity, sum_capacity;
    struct buf key;   /* scratch */
    struct map index; /* key bytes → position + 1 */
    uint32_t *direct; /* for a single reference: row index → position + 1 */
};

struct seeds { /* shared by all indicators */
    struct arena *arena;
    struct map by_name; /* a type and a path → struct cells * with one cell a value */
};

struct cells cells_make(struct arena *arena, const struct dataset *dataset,
                        const struct by *by);
/* the cell to which a row belongs, made when it is the first */
uint32_t cells_find(struct cells *cells, const struct row *row);
/* the cell of these keys, of which there are cells->by->count */
uint32_t cells_of(struct cells *cells, const struct value *keys);
/* Makes the cells that must be shown even without a contribution: all records that the key
 * divides the population into. A key that `where` itself chooses among has only those that
 * occur. */
void cells_seed(struct cells *cells, struct seeds *seeds, const struct dataset *dataset,
                const struct indicator *indicator);
/* Orders the cells as their keys are published, names them, and gives them to the breakdown. */
void cells_finish(struct cells *cells, struct breakdown *breakdown, size_t contribution_count);

/* bytes that tell two values of a path apart */
void value_bytes(const struct path *path, const struct value *value, struct buf *out);

/* rows → table */
void gather_table(struct arena *arena, struct diags *diags, const struct checked *checked,
                  struct seeds *seeds, struct table *table);
/* false: a median does not fit */
bool medians(struct arena *arena, struct table *table);
/* other tables → table */
void derive_table(struct arena *arena, struct diags *diags, const struct checked *checked,
                  const struct tables *tables, struct table *table);
/* marks the cells that may not be published (indicator->minimum_cell), when all tables are
 * there
 */
void suppress_small(const struct checked *checked, const struct tables *tables);
bool published_compare(struct arena *arena, struct diags *diags, const struct table *table);

#endif
