/* flow.h: what the parts of the layout share: the page being filled, and text set in lines. */
#ifndef RENDER_PDF_FLOW_H
#define RENDER_PDF_FLOW_H

#include "render/pdf/layout.h"
#include "render/pdf/linebreak.h"

enum { /* A4 and the margins of Vietnamese documents: 25, 25, 35, 15 mm */
       PAGE_WIDTH = 595276,
       PAGE_HEIGHT = 841890,
       MARGIN_TOP = 70866,
       MARGIN_BOTTOM = 70866,
       MARGIN_LEFT = 99213,
       MARGIN_RIGHT = 42520,
       TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT,
       BODY_SIZE = 14000,
       BODY_LEADING = 19500,
       BODY_INDENT = 28346, /* 1 cm */
       BODY_GAP = 6000
};

/* The page as the flow sees it. A document that must fit fewer sheets is laid out on a larger
 * page, which is then reduced. */
struct frame {
    int64_t width, height, top, bottom, left, right, text_width;
};

struct flow {
    struct frame frame;
    struct arena *arena;
    const struct site *site;
    const struct locale *locale;
    const struct text_metrics *metrics;
    const struct document *document;
    struct layout *layout;
    int64_t y;           /* where the next block begins */
    int64_t left, width; /* of the column, narrowed inside lists and quotes */
    size_t table_count, figure_count;
    uint32_t element;  /* the open one, to which marks belong */
    int heading_level; /* of the heading before */
};

/* how a run of text is set */
struct type {
    enum font_family family;
    enum font_style style;
    int64_t size, leading;
    enum drawing_ink ink;
};

enum line_align { LINE_JUSTIFY, LINE_START, LINE_CENTER, LINE_END };

struct fragment { /* part of a word, in one style */
    struct str text;
    enum font_style style;
    enum font_family family;
    const struct doc_node *node;
    const struct doc_node *link; /* the LINK or VALUE that leads to `url` */
    struct str url;
    int64_t width;
};

struct word {
    size_t from, to; /* fragments */
};

struct text_block { /* inlines, cut into words and lines */
    struct type type;
    struct fragment *fragments;
    size_t fragment_count, fragment_capacity;
    struct word *words;
    struct break_word *breaks;
    size_t word_count, word_capacity, break_capacity;
    struct break_line *lines;
    size_t line_count;
    int64_t widest_word, natural; /* width of the longest word; of all on one line */
    bool open; /* while words are gathered: the next fragment belongs to the last word */
    const struct doc_node *link; /* the link placed last, and its element: it may go on */
    uint32_t link_element;
};

/* --- words.c */
void block_add_inlines(struct flow *flow, struct text_block *block,
                       const struct doc_node *parent, enum font_style style);
void block_add_text(struct flow *flow, struct text_block *block, struct str text,
                    enum font_style style, const struct doc_node *node);
void block_break(struct flow *flow, struct text_block *block, int64_t width, int64_t indent);
/* one line of a block, its baseline at y */
void block_place(struct flow *flow, struct text_block *block, size_t line, int64_t x, int64_t y,
                 int64_t width, enum line_align align, bool artifact);

/* --- element.c */
void elements_start(struct flow *flow);

/* --- flow.c */
struct sheet *flow_sheet(struct flow *flow);
void flow_new_sheet(struct flow *flow);
int64_t flow_room(const struct flow *flow); /* left on the page */
/* begins a new page when less than `height` is left */
void flow_need(struct flow *flow, int64_t height);
/* A mark of the open element, or an artifact. */
void flow_mark(struct flow *flow, struct mark mark);
void flow_artifact(struct flow *flow, struct mark mark);
void flow_rule(struct flow *flow, int64_t x, int64_t y, int64_t width, int64_t thickness,
               enum drawing_ink ink);
/* Begins an element inside the open one; it is open until its close. Returns its index. */
uint32_t flow_open(struct flow *flow, struct element element);
void flow_close(struct flow *flow);
/* Links may lead here by that name; the first of a name counts. */
void flow_anchor(struct flow *flow, struct str name);
/* a whole block of lines with page breaks between them: no single first or last line */
void flow_text(struct flow *flow, struct text_block *block, int64_t indent,
               enum line_align align);
void flow_blocks(struct flow *flow, const struct doc_node *parent);
/* a caption in one go: "Bảng 1. …" */
void flow_caption(struct flow *flow, const char *key, size_t number, struct str caption,
                  const struct doc_node *node);

/* --- table.c, figure.c */
void flow_table(struct flow *flow, const struct doc_node *table);
int64_t table_start_height(struct flow *flow, const struct doc_node *table);
void flow_chart(struct flow *flow, const struct doc_node *chart);
int64_t chart_height(const struct flow *flow, const struct doc_node *chart);

#endif
