/* prose.h: numbers that somebody typed into a page by hand, where a reference should stand. */
#ifndef AUDIT_PROSE_H
#define AUDIT_PROSE_H

#include "base/diag.h"
#include "model/checked.h"
#include "model/content.h"
#include "model/table.h"

/* Looks through the pages and reports. A typed number that its words call by an indicator is a
 * warning when it is equal, with the reference to write, and an error when it differs. `left`
 * counts those that stand before "<!-- as is -->". false: one differs. */
bool audit_prose(struct arena *arena, struct diags *diags, const struct content *content,
                 const struct checked *checked, const struct tables *tables, size_t *left);

#endif
