/* data.h: the records as CSV, the indicators as JSON.
 *
 * data/<type>.csv: UTF-8 with a byte-order mark (spreadsheets need it), CR LF, a head line of
 * field names; references are ids, codes are codes, amounts are plain numbers. A list of
 * scalars is one cell, separated by blanks; a list of structs is a file of its own, with the
 * parent's id. When the site is illustrative the first column says so in every row.
 * data/indicators.json: each number with its definition, published values, breakdowns and
 * contributing rows (record, file and line).
 */
#ifndef RENDER_DATA_DATA_H
#define RENDER_DATA_DATA_H

#include "base/diag.h"
#include "model/checked.h"
#include "model/output.h"
#include "model/table.h"

/* false: the output failed, and a diagnostic says why */
bool render_data(struct diags *diags, const struct checked *checked,
                 const struct tables *tables, struct output *output);

#endif
