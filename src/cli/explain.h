/* explain.h: how a number came about, as text for a terminal. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "base/buf.h"
#include "base/diag.h"
#include "pipeline.h"

/* Writes the indicator's value, definition and every contributing row with file and line; with
 * `by` also grouped under the cells of that breakdown. false: no such indicator or breakdown.
 */
bool explain(struct diags *diags, const struct pipeline_result *result, struct str id,
             struct str by, struct buf *out);

#endif
