/* drawing.h: marks at places: a chart, or a laid-out page. HTML shows it as SVG, PDF paints it.
 *
 * Lengths are integers in thousandths of a point (mpt), so that both outputs are byte-identical
 * everywhere. The origin is the top left corner, y grows downwards; text stands on its
 * baseline. Inks are roles, not colours: each back end has its palette (light, dark, print).
 */
#ifndef MODEL_DRAWING_H
#define MODEL_DRAWING_H

#include "base/str.h"

enum drawing_kind { DRAWING_RECT, DRAWING_LINE, DRAWING_TEXT };

enum drawing_ink {
    INK_TEXT,  /* words and numbers */
    INK_MUTED, /* axis labels, notes */
    INK_GRID,  /* hairlines */
    INK_BAR,   /* the data */
    INK_PAPER, /* text on a bar */
    INK_STRIPE /* a tint under every other row */
};

enum drawing_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct drawing_item {
    enum drawing_kind kind;
    enum drawing_ink ink;
    int64_t x, y;          /* RECT: top left; LINE: one end; TEXT: the anchor on the baseline */
    int64_t width, height; /* RECT: size; LINE: offset of the other end */
    int64_t size;          /* TEXT: font size; LINE: thickness */
    enum drawing_anchor anchor;
    bool bold;
    struct str text;
    struct str target; /* output path (with #fragment) that the mark leads to, or empty */
};

struct drawing {
    int64_t width, height;
    struct str title;       /* accessible name */
    struct str description; /* what the drawing shows, in a sentence */
    struct drawing_item *items;
    size_t count, capacity;
};

struct drawing *drawing_new(struct arena *arena, int64_t width, int64_t height);
struct drawing_item *drawing_add(struct arena *arena, struct drawing *drawing,
                                 struct drawing_item item);

#endif
