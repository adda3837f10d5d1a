/* grid.h: a table measured: how wide its columns are and how large its letters. */
#ifndef RENDER_PDF_GRID_H
#define RENDER_PDF_GRID_H

#include "render/pdf/flow.h"

/* What a column would like, each more than the one before, padding included. */
enum wish {
    WISH_WORDS, /* no word is cut */
    WISH_BODY,  /* no cell of the body wraps, the head into about three lines */
    WISH_HEAD,  /* the head wraps into about two lines */
    WISH_ALL,   /* nothing wraps */
    WISH_COUNT
};

struct column {
    int64_t wishes[WISH_COUNT], width;
    int64_t decimals; /* the widest part from the decimal mark on: numbers stand under it */
};

struct grid {
    const struct doc_node *node;
    const struct doc_table *table;
    struct column *columns;
    int64_t size, leading, width, pad;
    const struct doc_node *head;
    bool grouped; /* some columns share a head above theirs */
    bool cramped; /* words are cut even at the least size */
};

/* The grid of a table at the width of the flow; solved once for each. */
struct grid *grid_of(struct flow *flow, const struct doc_node *node);
/* the same at a width of the caller's; not kept */
struct grid *grid_at(struct flow *flow, const struct doc_node *node, int64_t width);
struct text_block grid_cell(struct flow *flow, const struct grid *grid,
                            const struct doc_node *cell, size_t column, enum doc_row_role role);
/* the width of a number from its decimal mark on; 0: it has none, or is no number */
int64_t grid_decimals(struct flow *flow, const struct grid *grid, const struct doc_node *cell,
                      size_t column);

#endif
