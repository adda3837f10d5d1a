/* flow.h: what the parts of the layout share: the page being filled, and text set in lines. */
#ifndef RENDER_PDF_FLOW_H
#define RENDER_PDF_FLOW_H

#include "render/pdf/layout.h"
#include "render/pdf/linebreak.h"

enum { PAGE_WIDTH = 595276, PAGE_HEIGHT = 841890 /* A4 */ };

/* The page as the flow sees it. A document that must fit fewer sheets is laid out on a larger
 * page, which is then reduced. */
struct frame {
    int64_t width, height, top, bottom, left, right, text_width;
};

enum pending { PENDING_NONE, PENDING_PAGE, PENDING_RIGHT /* an odd page */ };

struct note { /* a footnote of the page, or what is left of it */
    struct text_block *block;
    struct str anchor;
    uint32_t element;
    size_t line;     /* the next to be placed */
    size_t reserved; /* lines that have room on this page */
};

struct notes {
    struct note *items;
    size_t count, capacity;
    int64_t height; /* reserved at the foot of the page */
};

struct flow {
    struct frame frame;
    struct arena *arena;   /* of the layout */
    struct arena *scratch; /* of blocks that are gone once they are placed */
    struct arena *page;    /* of the marks of the page being filled */
    const struct print_style *style;
    const struct site *site;
    const struct locale *locale;
    const struct text_metrics *metrics;
    const struct document *document;
    struct layout *layout;
    int64_t permille;     /* 1000, or less when the document is reduced to fit its sheets */
    int64_t y;            /* where the next block begins */
    int64_t left, width;  /* of the column, narrowed inside lists and quotes */
    bool landscape;       /* the page being filled is turned */
    enum pending pending; /* a page to be begun before the next block */
    struct notes notes;
    const struct map *known;  /* anchors of the pass before; NULL: this is the first */
    bool asked;               /* for the page of an anchor: another pass may be needed */
    struct text_block *label; /* of a list item, placed with its first line */
    uint32_t label_element;
    int64_t label_indent;
    int list_depth;
    bool tight;          /* inside a list without space between its items */
    struct str chapter;  /* the large heading placed last */
    struct str running;  /* the one that the head of this page names */
    bool blank;          /* the page is left so that the next is on the right: no head */
    uint32_t element;    /* the open one, to which marks belong */
    int heading_level;   /* of the heading before */
    struct grid *solved; /* the table measured last: it is asked for more than once */
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
    const struct doc_node *link; /* what leads to `url`: a LINK, VALUE, NOTE, REFERENCE … */
    struct str url;
    int64_t size, rise; /* above the baseline */
    int64_t width;
};

struct word {
    size_t from, to; /* fragments */
    bool glued;      /* the rest of a word that is too long for a line: no space before it */
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
    bool open;  /* while words are gathered: the next fragment belongs to the last word */
    bool notes; /* some fragment leads to a footnote */
    const struct doc_node *link; /* the link placed last, and its element: it may go on */
    uint32_t link_element;
};

/* --- words.c, run.c */
void block_add_inlines(struct flow *flow, struct text_block *block,
                       const struct doc_node *parent, enum font_style style);
void block_add_text(struct flow *flow, struct text_block *block, struct str text,
                    enum font_style style, const struct doc_node *node);
/* words that lead to `url`; `link` tells where one link ends and the next begins */
void block_add_link(struct flow *flow, struct text_block *block, struct str text,
                    enum font_style style, const struct doc_node *link, struct str url);
/* a text as one word, its blanks in it */
void block_add_whole(struct flow *flow, struct text_block *block, struct str text,
                     const struct doc_node *node);
/* a small number above the line: "¹" */
void block_add_raised(struct flow *flow, struct text_block *block, struct str text,
                      const struct doc_node *node, struct str url);
/* Cuts into lines of `width`, the first shorter by `indent`; a word wider than a line is cut
 * where it must be. */
void block_break(struct flow *flow, struct text_block *block, int64_t width, int64_t indent);
/* one line of a block, its baseline at y */
void block_place(struct flow *flow, struct text_block *block, size_t line, int64_t x, int64_t y,
                 int64_t width, enum line_align align, bool artifact);
/* the text, shortened to fit with an ellipsis */
struct str text_shortened(struct flow *flow, struct str text, const struct type *type,
                          int64_t width);

/* --- element.c */
void elements_start(struct flow *flow);
/* Begins an element inside the open one; it is open until its close. Returns its index. */
uint32_t flow_open(struct flow *flow, struct element element);
void flow_close(struct flow *flow);
/* what is said of the open element */
void flow_word(struct flow *flow, struct wording wording);
/* Links may lead here by that name; the first of a name counts. */
void flow_anchor(struct flow *flow, struct str name);
/* A mark of the open element, or an artifact. */
void flow_mark(struct flow *flow, struct mark mark);
void flow_artifact(struct flow *flow, struct mark mark);
void flow_artifact_on(struct flow *flow, struct sheet *sheet, struct mark mark);

/* --- page.c */
struct frame frame_of(const struct print_style *style, int64_t permille, bool landscape);
struct sheet *flow_sheet(struct flow *flow);
void flow_new_sheet(struct flow *flow);
/* the last page is full: what stands at its foot is placed */
void flow_end_sheet(struct flow *flow);
/* begins the page that is pending, or one that lies as the next block wants it */
void flow_ready(struct flow *flow, bool landscape);
int64_t flow_room(const struct flow *flow); /* left on the page */
bool flow_fresh(const struct flow *flow);   /* nothing stands on the page yet */
/* begins a new page when less than `height` is left */
void flow_need(struct flow *flow, int64_t height);
void flow_rule(struct flow *flow, int64_t x, int64_t y, int64_t width, int64_t thickness,
               enum drawing_ink ink);

/* --- notes.c */
/* the height that the notes of a line would take at the foot of the page */
int64_t notes_height(struct flow *flow, const struct text_block *block, size_t line);
/* reserves room for the notes of a line, and begins their elements */
void notes_add(struct flow *flow, const struct text_block *block, size_t line);
void notes_place(struct flow *flow);
bool notes_left(const struct flow *flow); /* some wait for another page */

/* --- flow.c */
/* A title in two lines has two of about the same length, not a full one and a word: the
 * narrowest width that takes no more lines. */
void block_balance(struct flow *flow, struct text_block *block, int64_t width);
/* a whole block of lines with page breaks between them: no single first or last line */
void flow_text(struct flow *flow, struct text_block *block, int64_t indent,
               enum line_align align);
void flow_blocks(struct flow *flow, const struct doc_node *parent);
void flow_bookmark(struct flow *flow, struct str title, int level);
/* a caption in one go: "Bảng 1. …" */
void flow_caption(struct flow *flow, const char *key, const struct doc_node *node,
                  struct str caption);
int64_t flow_caption_height(struct flow *flow, const char *key, const struct doc_node *node,
                            struct str caption);
/* no level is left out on the way down: the title of the document is 1 */
void flow_open_heading(struct flow *flow, int level);
/* the least of a block that must stand under a heading on the same page */
int64_t flow_start_height(struct flow *flow, const struct doc_node *node);

/* --- list.c */
void flow_list(struct flow *flow, const struct doc_node *list);
/* the label of the item that begins here, at the baseline of its first line */
void flow_place_label(struct flow *flow, int64_t baseline);

/* --- contents.c */
void flow_contents(struct flow *flow, const struct doc_node *contents);
/* the number of the page an anchor was on in the pass before; 0 in the first */
size_t flow_page_of(struct flow *flow, struct str anchor);

/* --- title.c, letterhead.c, qr.c */
void flow_title(struct flow *flow);
void flow_letterhead(struct flow *flow);
/* where the site has an address and a page on the same thing */
void flow_code_of_page(struct flow *flow);
void flow_signature(struct flow *flow);
int64_t signature_height(const struct flow *flow); /* 0: there is none */

/* --- table.c, columns.c, figure.c */
void flow_table(struct flow *flow, const struct doc_node *table);
bool table_landscape(struct flow *flow, const struct doc_node *table);
int64_t table_start_height(struct flow *flow, const struct doc_node *table);
void flow_chart(struct flow *flow, const struct doc_node *chart);
void flow_image(struct flow *flow, const struct doc_node *image);
int64_t chart_height(const struct flow *flow, const struct doc_node *chart);
int64_t image_height(const struct flow *flow, const struct doc_node *image);

#endif
