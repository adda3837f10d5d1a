/* compose.h: pages, tables and charts → documents.
 *
 * Each Markdown file becomes one document, or one per record; each indicator gets a page of its
 * own. Values from the records enter as nodes after the Markdown has been parsed, so they can
 * never become markup. All faults of all pages are reported.
 */
#ifndef COMPOSE_COMPOSE_H
#define COMPOSE_COMPOSE_H

#include "base/diag.h"
#include "font/metrics.h"
#include "model/checked.h"
#include "model/doc.h"
#include "model/table.h"

struct compose_input {
    const struct content *content;
    const struct checked *checked;
    const struct tables *tables;
    const struct findings *findings;
    struct text_metrics metrics; /* charts are laid out by it */
};

/* false: a diagnostic says why. Documents come in a fixed order: pages, indicators, reports as
 * their files and records are ordered. Reports are whole; the tree of a page is made when it is
 * asked for (document_root), and what is wrong in it is said then. What `input` points to must
 * last as long. */
bool compose(struct arena *arena, struct diags *diags, const struct compose_input *input,
             struct document_set **documents);

/* After all pages have been asked for: do their links lead somewhere? */
bool compose_links(const struct document_set *documents);

#endif
