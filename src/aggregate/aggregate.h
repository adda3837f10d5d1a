/* aggregate.h: dataset × indicators → computed tables with provenance.
 *
 * Sums are exact: gathered in 128 bits, and an error when the final value does not fit 64.
 * Every published value is compared with the computed one here; a difference that is not
 * recorded is an error, and so is a recorded one that is none.
 */
#ifndef AGGREGATE_AGGREGATE_H
#define AGGREGATE_AGGREGATE_H

#include "base/diag.h"
#include "model/checked.h"
#include "model/table.h"

/* false: a diagnostic says why */
bool aggregate(struct arena *arena, struct diags *diags, const struct checked *checked,
               struct tables **tables);

#endif
