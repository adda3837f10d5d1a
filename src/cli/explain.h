/* explain.h: how a number came about, for people and for programs. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "base/buf.h"
#include "base/diag.h"
#include "cli/options.h"
#include "pipeline.h"

/* Writes the indicator's value, definition and every contributing row with file and line; with
 * `by` grouped under the cells of that breakdown; a derived one as the tree of its operands.
 * false: no such indicator or breakdown. */
bool explain(struct diags *diags, const struct pipeline_result *result,
             const struct options *options, struct buf *out);

/* --- what the forms of it share */

struct explain_cells { /* the contributions of a table in the order of their cells */
    const struct breakdown *breakdown;
    uint32_t *order;
    size_t *from; /* where each cell begins */
};

struct explanation {
    struct arena *arena;
    const struct tables *tables;
    struct str by;          /* empty: of totals */
    enum audience audience; /* who may see the contributors */
    enum diag_language language;
    struct explain_cells *cells; /* by indicator, sorted when first asked for */
};

struct explain_part {        /* one cell and its contributions */
    const struct cell *cell; /* never NULL */
    const uint32_t *order;   /* NULL: all, in their own order */
    size_t count;
};

struct explanation explain_start(struct arena *arena, const struct tables *tables,
                                 struct str by, enum audience audience);
const struct explain_cells *explain_cells(struct explanation *explanation,
                                          const struct table *table);
struct explain_part explain_part(struct explanation *explanation, const struct table *table,
                                 struct str cell_name);

void explain_csv(struct explanation *explanation, const struct table *table,
                 const struct breakdown *breakdown, struct buf *out);
void explain_json(struct explanation *explanation, const struct table *table,
                  const struct breakdown *breakdown, struct buf *out);

#endif
