/* drawing.h: marks at places: a chart, or a laid-out page. HTML shows it as SVG, PDF paints it.
 *
 * Lengths are integers in thousandths of a point (mpt), so that both outputs are byte-identical
 * everywhere. The origin is the top left corner, y grows downwards; text stands on its
 * baseline. Inks are roles, not colours: each back end has its palette (light, dark, print).
 */
#ifndef MODEL_DRAWING_H
#define MODEL_DRAWING_H

#include "base/str.h"

enum drawing_kind { DRAWING_RECT, DRAWING_LINE, DRAWING_TEXT, DRAWING_DISC };

enum drawing_ink {
    INK_TEXT,  /* words and numbers */
    INK_MUTED, /* axis labels, notes */
    INK_GRID,  /* hairlines */
    INK_BAR,   /* the data */
    INK_PAPER, /* text on a bar */
    /* The data in series. In this order neighbours differ most; any two differ in lightness
     * too, so that they stay apart in grey and for whoever sees colours otherwise. */
    INK_SERIES_1,
    INK_SERIES_2, /* the lightest: words on it are INK_OVER, on all others INK_PAPER */
    INK_SERIES_3,
    INK_SERIES_4,
    INK_SERIES_5,
    INK_OVER,
    /* the data in classes, from little to much; words on the first two are INK_TEXT, on the
     * others INK_PAPER; the first are near the paper, so whoever uses them draws an edge */
    INK_CLASS_1,
    INK_CLASS_2,
    INK_CLASS_3,
    INK_CLASS_4,
    INK_STRIPE, /* a tint under every other row */
    INK_COUNT
};

enum { DRAWING_SERIES_MOST = 5, DRAWING_CLASSES_MOST = 4 };

enum drawing_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct drawing_item {
    enum drawing_kind kind;
    enum drawing_ink ink;
    int64_t x, y;          /* RECT: top left; LINE: one end; TEXT: the anchor on the baseline;
                              DISC: the centre */
    int64_t width, height; /* RECT: size; LINE: offset of the other end, in any direction */
    int64_t size;          /* TEXT: font size; LINE: thickness; DISC: diameter */
    enum drawing_anchor anchor;
    bool bold;
    struct str text;
    struct str target; /* output path (with #fragment) that the mark leads to, or empty */
};

struct drawing {
    int64_t width, height;
    int64_t *cuts; /* y, rising, where it may go on on another page: between two rows */
    size_t cut_count, cut_capacity;
    struct str title;       /* accessible name */
    struct str description; /* what the drawing shows, in a sentence */
    struct drawing_item *items;
    size_t count, capacity;
};

struct drawing *drawing_new(struct arena *arena, int64_t width, int64_t height);
struct drawing_item *drawing_add(struct arena *arena, struct drawing *drawing,
                                 struct drawing_item item);

/* at y it may be cut; the one before is above */
void drawing_cut(struct arena *arena, struct drawing *drawing, int64_t y);

#endif
