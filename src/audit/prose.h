/* prose.h: numbers that somebody typed into a page by hand, where a reference should stand. */
#ifndef AUDIT_PROSE_H
#define AUDIT_PROSE_H

#include "base/diag.h"
#include "model/checked.h"
#include "model/content.h"
#include "model/table.h"

/* Looks through the pages, with the titles and descriptions of their front matter, and reports.
 * A typed number that its words call by an indicator is a warning when it is equal, with the
 * reference to write; when it differs an error if other numbers of the same sentence or table
 * are right, or references stand there, and else a warning, for then it is a guess. `left`
 * counts those that stand before "<!-- as is -->". false: one differs for certain. */
bool audit_prose(struct diags *diags, const struct content *content,
                 const struct checked *checked, const struct tables *tables, size_t *left);

#endif
