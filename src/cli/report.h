/* report.h: what check found, for programs: all of it, in the order of files and places. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "base/diag.h"

/* One JSON object; its members are described in the manual (options.c). Lines and columns count
 * from 1, columns in characters; the end is the column after the last character. `left` counts
 * the typed numbers that a mark leaves as they are. */
void report_json(struct diags *diags, enum diag_language language, size_t left,
                 struct buf *out);

/* SARIF 2.1.0 (OASIS): a run with a rule for each message of the table, in both languages. */
void report_sarif(struct diags *diags, enum diag_language language, size_t left,
                  struct buf *out);

#endif
