/* doc.h: one page or report, as a tree. Both back ends read it; neither changes it.
 *
 * compose makes it from Markdown, tables and charts; after that no text is parsed again: a
 * value from data is a DOC_VALUE or DOC_TEXT node, so it can never become markup. Everything is
 * in the arena of the build. Walk with first/next; children never form a cycle.
 *
 *   blocks   DOCUMENT HEADING PARAGRAPH LIST(ITEM…) QUOTE CODE_BLOCK RULE TABLE(ROW(CELL…)…)
 *            CHART IMAGE CONTENTS BREAK
 *   inlines  TEXT SOFT_BREAK LINE_BREAK EMPHASIS STRONG CODE LINK VALUE NOTE(inlines)
 *            REFERENCE
 *
 * A TABLE's children are ROWs, a ROW's children are CELLs (as many as table->column_count), a
 * CELL's children are inlines. A CHART has exactly one child, the TABLE with the same numbers.
 * An ITEM's children are blocks. A NOTE is a footnote where it is referred to: its children are
 * what stands at the foot of the page. A REFERENCE leads to an `id` of the same document.
 */
#ifndef MODEL_DOC_H
#define MODEL_DOC_H

#include "base/source.h"
#include "model/drawing.h"
#include "model/print.h"
#include "model/site.h"

enum doc_kind {
    DOC_DOCUMENT,
    DOC_HEADING,
    DOC_PARAGRAPH,
    DOC_LIST,
    DOC_ITEM,
    DOC_QUOTE,
    DOC_CODE_BLOCK,
    DOC_RULE,
    DOC_TABLE,
    DOC_ROW,
    DOC_CELL,
    DOC_CHART,
    DOC_IMAGE,
    DOC_CONTENTS,
    DOC_BREAK,
    DOC_TEXT,
    DOC_SOFT_BREAK,
    DOC_LINE_BREAK,
    DOC_EMPHASIS,
    DOC_STRONG,
    DOC_CODE,
    DOC_LINK,
    DOC_VALUE,
    DOC_NOTE,
    DOC_REFERENCE,
    DOC_KIND_COUNT
};

enum doc_align { DOC_ALIGN_START, DOC_ALIGN_END, DOC_ALIGN_CENTER };

enum doc_row_role { DOC_ROW_HEAD, DOC_ROW_BODY, DOC_ROW_SUBTOTAL, DOC_ROW_TOTAL };

struct doc_column {
    struct str label; /* also the text of the head cell */
    struct str unit;  /* may be empty; then shown with the label */
    struct str group; /* neighbours with the same one share a head above theirs; may be empty */
    enum doc_align align;
    bool row_head; /* its body cells name their row */
    bool number;   /* its cells are numbers: tabular digits, sortable */
};

struct doc_table {
    struct str caption; /* may be empty */
    struct doc_column *columns;
    size_t column_count;
    struct str note; /* under the table; may be empty */
    bool landscape;  /* on paper: on a page of its own, turned */
};

enum doc_image_kind { DOC_IMAGE_PNG, DOC_IMAGE_JPEG };

struct doc_image { /* checked when read: the bytes are what they say, and whole */
    enum doc_image_kind kind;
    struct str bytes;       /* the file */
    int width, height;      /* pixels */
    bool grey;              /* else in colours */
    struct str path;        /* where HTML has it, an output path */
    struct str alternative; /* what it shows, never empty */
    struct str caption;     /* may be empty */
};

enum doc_archive { /* what an archive asks of a report's file */
                   DOC_ARCHIVE_2A,
                   DOC_ARCHIVE_1B, /* for archives that take nothing newer */
                   DOC_ARCHIVE_3A  /* 2a with the records attached */
};

enum doc_contents { DOC_CONTENTS_HEADINGS, DOC_CONTENTS_TABLES, DOC_CONTENTS_FIGURES };

enum doc_break { DOC_BREAK_PAGE, DOC_BREAK_RIGHT /* the next page is an odd one */ };

struct doc_lead {      /* of a VALUE, LINK or REFERENCE */
    struct str target; /* where it leads: an output path with optional #fragment
                          ("indicator/houses/index.html#by-district"), or a URL with its scheme
                          (http, https, mailto, tel). Empty: nowhere. REFERENCE: "#id" */
    struct str raw; /* VALUE: the plain number ("7120", "23/56", "50432000000"); may be empty */
    struct str hint; /* VALUE: what it is, for a tooltip: the indicator's label; may be empty */
};

/* A long report has a million of them: what no kind has both of stands in one place, so a
 * member may be read only of the kinds that have it. */
struct doc_node {
    enum doc_kind kind : 8;
    enum doc_row_role role : 4;     /* ROW */
    enum doc_contents contents : 4; /* CONTENTS */
    enum doc_break breaks : 4;      /* BREAK */
    bool page : 1;                  /* REFERENCE: to the number of the page, on paper */
    bool tight : 1;                 /* LIST: no space between items */
    union {
        int level;  /* HEADING: 1 … 6; LIST: first number, or -1 for bullets; CONTENTS: the
                       deepest heading */
        int number; /* NOTE: from 1 in the document; TABLE CHART IMAGE with a caption: from 1
                       among their kind, 0: none */
    };
    struct span span; /* where it was written; none for generated nodes */
    struct doc_node *parent, *first, *last, *next;
    union {
        struct str text; /* TEXT CODE CODE_BLOCK VALUE: the text as shown; LINK: its title;
                            REFERENCE: "Bảng 3"; with `page`, what stands before the number */
        struct str id;   /* HEADING TABLE CHART IMAGE ROW: anchor, unique in the page; may be
                            empty */
    };
    union {
        struct doc_lead *lead;   /* VALUE LINK REFERENCE: made with the node */
        struct doc_table *table; /* TABLE */
        struct drawing *drawing; /* CHART */
        struct doc_image *image; /* IMAGE */
    };
};

enum document_kind {
    DOCUMENT_PAGE,  /* becomes HTML */
    DOCUMENT_REPORT /* becomes PDF */
};

struct crumb {
    struct str label;
    struct str target; /* output path */
};

struct document {
    enum document_kind kind;
    struct str path;        /* output path: "commune/u29/index.html", "pdf/summary.pdf" */
    struct str title;       /* plain text; the H1 of the page is this, not in the tree */
    struct str description; /* may be empty */
    struct str template;    /* name of the frame: "page" → templates/html/page.mustache */
    struct str date;        /* of publication, ISO, may be empty */
    struct str as_of;       /* the day up to which its numbers count, ISO, may be empty */
    struct str author, source_note; /* may be empty */
    struct str pdf;       /* page: output path of the report on the same thing, or empty */
    struct crumb *crumbs; /* from the home page down, without the page itself */
    size_t crumb_count;
    int nav;                /* place in the site's menu from 1, 0: not there */
    struct str nav_label;   /* shorter than the title; may be empty */
    struct str record_type; /* of a page made once per record, else empty */
    int sheets;     /* report: pages that it must fit, set smaller for it; 0: any number */
    bool cover;     /* report: its title stands on a page of its own */
    struct str web; /* report: output path of the page on the same thing */
    const struct print_style *style;     /* report: NULL: the default */
    const struct letterhead *letterhead; /* report: NULL: of a publication */
    enum doc_archive archive;            /* report */
    struct span span;                    /* where it is declared */
    struct doc_node *root; /* DOC_DOCUMENT; NULL: of a page, it is made when it is asked for */
    const void *made_from; /* for whoever makes it */
};

/* Pages are many, and one is needed at a time: their trees are made one by one. */
struct document_set {
    struct document **items;
    size_t count, capacity;
    void *maker;
    struct doc_node *(*make)(void *maker, const struct document *document, struct arena *arena);
    bool home;                       /* one of them is the home page */
    const struct doc_image **images; /* that pages show, each once: published as files */
    size_t image_count, image_capacity;
};

/* The tree of a document, its own or made now, in the arena. NULL: a diagnostic says why. */
struct doc_node *document_root(const struct document_set *documents,
                               const struct document *document, struct arena *arena);

struct doc_node *doc_new(struct arena *arena, enum doc_kind kind, struct span span);
void doc_append(struct doc_node *parent, struct doc_node *child); /* child has no parent yet */

/* shortcuts: make a node below `parent` */
struct doc_node *doc_add(struct arena *arena, struct doc_node *parent, enum doc_kind kind);
struct doc_node *doc_add_text(struct arena *arena, struct doc_node *parent, struct str text);
struct doc_node *doc_add_link(struct arena *arena, struct doc_node *parent, struct str text,
                              struct str target);

bool doc_is_inline(enum doc_kind kind);

/* Of any node: the lead, or one that leads nowhere; the number, or 0. */
const struct doc_lead *doc_lead(const struct doc_node *node);
int doc_number(const struct doc_node *node);

/* All text below a node, as one would read it aloud; for titles, bookmarks and alternatives. */
struct str doc_plain_text(struct arena *arena, const struct doc_node *node);

/* Does a CONTENTS list that node? Its headings down to its level, or the tables or figures that
 * have a number; but not the heading that stands right before a CONTENTS and names it. */
bool doc_lists(const struct doc_node *contents, const struct doc_node *node);

/* What a node is called there: the words of a heading, or a caption without its number. */
struct str doc_title(struct arena *arena, const struct doc_node *node);

/* Stops the program when the tree breaks a promise of this header. */
void doc_check(const struct doc_node *root);

/* The tree as indented text, for people and for tests: `tonghop build -T doc`. */
struct buf;
void doc_dump(const struct document *document, const struct doc_node *root, struct buf *out);

#endif
