/* layout.h: a report laid out: pages of placed marks, before anything is painted.
 *
 * Lengths are thousandths of a point from the top left corner. Each mark knows the node it
 * shows, and whether it is an artifact (page numbers, rules, repeated heads), so tags can be
 * made from it.
 */
#ifndef RENDER_PDF_LAYOUT_H
#define RENDER_PDF_LAYOUT_H

#include "base/buf.h"
#include "font/metrics.h"
#include "locale/locale.h"
#include "model/doc.h"

enum mark_kind { MARK_TEXT, MARK_RECT, MARK_LINK };

struct mark {
    enum mark_kind kind;
    enum drawing_ink ink;
    bool artifact;
    enum font_family family; /* TEXT */
    enum font_style style;
    int64_t x, y;          /* TEXT: start on the baseline; RECT, LINK: top left */
    int64_t width, height; /* RECT, LINK; TEXT: width as drawn */
    int64_t size;
    int64_t stretch;     /* TEXT: added to each space */
    size_t stretch_more; /* … and one mpt more to the first so many */
    struct str text;     /* LINK: the address */
    const struct doc_node *node;
};

struct sheet { /* a page */
    int64_t width, height;
    struct mark *marks;
    size_t count, capacity;
};

struct bookmark {
    struct str title;
    int level; /* 1 … 6 */
    size_t sheet;
    int64_t y;
};

struct layout {
    struct sheet *sheets;
    size_t count, capacity;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    bool overfull; /* LIMIT_PDF_PAGES was reached: what follows is on top of the last page */
};

/* Nothing fails: what does not fit a line sticks out, and what is taller than a page is cut
 * there. */
struct layout *layout_make(struct arena *arena, const struct site *site,
                           const struct locale *locale, const struct text_metrics *metrics,
                           const struct document *document);

/* one line a mark: "text 99.213 120.5 14 serif-bold "…"" */
void layout_dump(const struct layout *layout, struct buf *out);

#endif
