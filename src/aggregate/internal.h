/* internal.h: what the files of aggregate share.
 *
 * Indicators ask the same things of the same rows over and over: which of them a condition
 * selects, and what divides them. Both are found once (shared.c): a selection and a division
 * are four bytes a row. What is left for an indicator is to add up columns of numbers.
 */
#ifndef AGGREGATE_INTERNAL_H
#define AGGREGATE_INTERNAL_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/guard.h"
#include "model/checked.h"
#include "model/table.h"

/* --- keys of a breakdown (keys.c) */

struct key { /* of one cell */
    const struct value *values;
    struct str name;
    uint32_t name_ends[LIMIT_BY_KEYS];
    bool seeded; /* it is shown even when nothing is counted */
};

struct keys {
    struct arena *arena;
    const struct by *by;
    struct key *items; /* as they come, then in the order of publication */
    size_t count, capacity;
    struct map by_name; /* → position + 1; when they are sorted */
    struct map index;   /* bytes of the values → position + 1 */
    struct buf bytes;   /* scratch */
    uint32_t *direct;   /* for a single reference: row index → position + 1 */
};

struct keys keys_make(struct arena *arena, const struct dataset *dataset, const struct by *by);
/* the position of these values, of which there are by->count; added when they are new */
uint32_t keys_of(struct keys *keys, const struct value *const *values);
/* Puts them in the order of publication and names them: the new position of each. */
uint32_t *keys_sort(struct keys *keys);
/* an empty cell of that key */
struct cell keys_cell(const struct keys *keys, size_t position);

/* --- found once for all indicators (shared.c) */

struct shared {
    struct arena *arena, *scratch;
    struct diags *diags;
    const struct checked *checked;
    struct map selections, divisions, columns;
};

struct selection { /* the rows of a type that satisfy a condition, by index and in order */
    const uint32_t *rows;
    size_t count;
};

struct division { /* the rows of a type by their keys */
    struct keys keys;
    uint32_t *key_of; /* of each row */
};

struct column { /* what a path leads to from each row of a type */
    int64_t *numbers;
    unsigned char *states;
};

const struct column *rows_measured(struct shared *shared, const struct record_type *type,
                                   const struct path *path);
const struct selection *rows_selected(struct shared *shared, const struct indicator *indicator);
const struct division *rows_divided(struct shared *shared, const struct record_type *type,
                                    const struct by *by);

/* --- numbers */

struct amounts { /* of the rows that contribute */
    const uint32_t *rows;
    const int64_t *numbers;
    size_t count;
};

/* rows → table */
void gather_table(struct shared *shared, struct table *table);
/* The middle amount of each cell; key_of NULL: all belong to the first. false: one does not
 * fit. */
bool medians(struct arena *scratch, const struct amounts *amounts, const uint32_t *key_of,
             struct cell *cells, size_t count);
/* other tables → table */
void derive_table(struct arena *arena, struct diags *diags, const struct checked *checked,
                  const struct tables *tables, struct table *table);
/* marks the cells that may not be published (indicator->minimum_cell), when all tables are
 * there
 */
void suppress_small(struct shared *shared, const struct tables *tables);
bool published_compare(struct arena *arena, struct diags *diags, const struct table *table);

#endif
