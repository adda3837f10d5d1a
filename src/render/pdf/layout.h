/* layout.h: a report laid out: pages of placed marks, before anything is painted.
 *
 * Lengths are thousandths of a point from the top left corner. Marks come in reading order,
 * each with the element it belongs to; those of no element (page numbers, rules, repeated
 * heads) are artifacts. The elements are the tree that a screen reader walks (ISO 32000-1, 14.7
 * and 14.8).
 */
#ifndef RENDER_PDF_LAYOUT_H
#define RENDER_PDF_LAYOUT_H

#include "base/buf.h"
#include "base/map.h"
#include "font/metrics.h"
#include "locale/locale.h"
#include "model/doc.h"

enum mark_kind {
    MARK_TEXT,
    MARK_RECT,
    MARK_LINK,
    MARK_LINE,
    MARK_DISC,
    MARK_IMAGE /* node->image */
};

/* A long report has half a million of them, so they are narrow: mark_length makes the lengths.
 */
struct mark {
    enum mark_kind kind : 4;
    enum drawing_ink ink : 6;
    enum font_family family : 3; /* TEXT */
    enum font_style style : 3;
    uint32_t stretch_more : 16; /* TEXT: spaces from the first on that get one mpt more */
    uint32_t element;           /* ELEMENT_NONE: an artifact */
    uint32_t content; /* of its sheet, from 0: what the element calls its own (an MCID) */
    int32_t x, y;     /* TEXT: start on the baseline; RECT, LINK, IMAGE: top left;
                         LINE: one end; DISC: the centre */
    int32_t width;    /* RECT, LINK, IMAGE; TEXT: as drawn; LINE: to the other end */
    union {
        int32_t height;  /* RECT, LINK, IMAGE; LINE: to the other end */
        int32_t stretch; /* TEXT: added to each blank */
    };
    int32_t size;    /* TEXT: of the font; LINE: thickness; DISC: diameter */
    struct str text; /* LINK: an address, or "#" and the name of an anchor of this document */
    const struct doc_node *node;
};

/* A length of a mark. What sticks out of the page by two kilometres ends there. */
int32_t mark_length(int64_t mpt);

struct sheet { /* a page */
    int64_t width, height;
    struct mark *marks;
    size_t count, capacity;
    uint32_t content_count; /* pieces of content that belong to elements */
};

enum element_kind {
    ELEMENT_DOCUMENT,
    ELEMENT_HEADING, /* `level` from 1; never more than one below the heading before */
    ELEMENT_PARAGRAPH,
    ELEMENT_LIST,
    ELEMENT_ITEM,
    ELEMENT_LABEL, /* of an item or a note */
    ELEMENT_ITEM_BODY,
    ELEMENT_QUOTE,
    ELEMENT_CODE,
    ELEMENT_TABLE,
    ELEMENT_ROW,
    ELEMENT_HEAD_CELL, /* `scope` */
    ELEMENT_CELL,
    ELEMENT_FIGURE, /* `alternative`, `box` on `sheet` */
    ELEMENT_CAPTION,
    ELEMENT_LINK, /* `alternative`: where it leads, in words */
    ELEMENT_CONTENTS,
    ELEMENT_CONTENTS_ITEM,
    ELEMENT_NOTE,
    ELEMENT_REFERENCE /* the mark in the text that leads to a note */
};

enum { ELEMENT_NONE = 0 }; /* as an index: the document, to which no mark belongs */

enum element_scope { SCOPE_COLUMN, SCOPE_ROW, SCOPE_BOTH };

enum kid_kind { KID_ELEMENT, KID_CONTENT, KID_LINK };

struct element_kid {
    enum kid_kind kind : 8;
    uint16_t sheet; /* CONTENT, LINK */
    uint32_t next;  /* number of the next kid, 0: the last */
    uint32_t index; /* ELEMENT: of it; CONTENT: its number on the sheet; LINK: of the mark */
};

struct element {
    enum element_kind kind : 8;
    enum element_scope scope : 8;
    uint8_t level;
    uint8_t columns;              /* HEAD_CELL, CELL: how many it spans; 0 as 1 */
    uint32_t parent, first, last; /* first and last are kids, 0: none */
    uint32_t wording;             /* FIGURE, LINK: its place in layout->wordings, else 0 */
};

struct wording { /* what is said of an element, and where that stands */
    struct str alternative;
    uint32_t sheet;
    int64_t box[4]; /* FIGURE: left, top, right, bottom */
};

/* Elements and kids stand in pieces, so that they grow without being copied. */
enum { LAYOUT_PIECE = 1024 };

struct anchor { /* a place that links lead to */
    uint32_t sheet;
    int64_t y;
};

struct bookmark {
    struct str title;
    int level; /* 1 … 6 */
    size_t sheet;
    int64_t y;
};

struct layout {
    const struct print_style *style;
    struct sheet *sheets;
    size_t count, capacity;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    struct element **elements; /* see layout_element; 0 is the document */
    size_t element_count, element_pieces;
    struct element_kid **kids; /* see layout_kid; from 1 */
    size_t kid_count, kid_pieces;
    struct wording *wordings; /* [0] says nothing */
    size_t wording_count, wording_capacity;
    struct map anchors; /* name → struct anchor */
    bool overfull; /* LIMIT_PDF_PAGES was reached: what follows is on top of the last page */
};

static inline struct element *layout_element(const struct layout *layout, uint32_t index) {
    return &layout->elements[index / LAYOUT_PIECE][index % LAYOUT_PIECE];
}

static inline struct element_kid *layout_kid(const struct layout *layout, uint32_t index) {
    return &layout->kids[index / LAYOUT_PIECE][index % LAYOUT_PIECE];
}

static inline const struct wording *layout_wording(const struct layout *layout,
                                                   uint32_t element) {
    return &layout->wordings[layout_element(layout, element)->wording];
}

/* Nothing fails: what does not fit a line sticks out, and what is taller than a page is cut
 * there. */
struct layout *layout_make(struct arena *arena, const struct site *site,
                           const struct locale *locale, const struct text_metrics *metrics,
                           const struct document *document);

/* one line a mark: "text 99.213 120.5 14 serif-bold "…"" */
void layout_dump(const struct layout *layout, struct buf *out);

#endif
