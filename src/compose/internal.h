/* internal.h: what the files of compose share. */
#ifndef COMPOSE_INTERNAL_H
#define COMPOSE_INTERNAL_H

#include "base/buf.h"
#include "base/diag.h"
#include "compose/compose.h"
#include "locale/locale.h"
#include "template/template.h"

struct link { /* a link of a page to another, looked up when all pages are known */
    struct str target;
    struct span span;
};

struct pattern { /* a page's file, from which one tree or one for each record is made */
    const struct content_page *page;
    const struct template *body;
    bool failed;
};

struct maker { /* what a document is made from */
    struct pattern *pattern;
    const struct row *record;
    const struct table *table; /* the page of an indicator; else NULL */
};

struct composer {
    struct arena *arena;   /* of the tree that is being made */
    struct arena *lasting; /* of what is known of all documents */
    struct diags *diags;
    const struct compose_input *input;
    const struct checked *checked;
    const struct locale *locale;
    const struct language *language;
    struct document_set *documents;
    struct map paths;          /* of documents: path → document */
    struct map record_pages;   /* record type → pattern of its pages (content_page *) */
    struct map record_reports; /* record type → its report (content_page *) */
    struct map related;        /* "type path" → rows by the record that they lead to */
    struct link *links;
    size_t link_count, link_capacity;
    struct str summary_path; /* of the first report made once: the home page offers it */
    size_t content_prefix;   /* bytes of source paths that are left out of published places */
};

/* A value waiting in the Markdown for its place in the tree. */
struct token {
    enum doc_kind kind; /* VALUE, LINK, TEXT or REFERENCE */
    struct str text, raw, target, hint;
    struct span span;
    bool page; /* REFERENCE: to the number of the page */
};

struct reference { /* {{@id}}: a place of this document */
    struct doc_node *node;
    const struct doc_node *target; /* NULL until its own file has been read to the end */
};

struct notes; /* notes.h */

/* What a page is made with: its file, its record, the values met so far. */
struct scope {
    struct composer *composer;
    const struct content_page *page;
    const struct template *body; /* its text, parsed once for all records */
    struct str expanded;         /* that text with its names answered … */
    struct template_trail trail; /* … and where each byte of it comes from */
    const struct row *record;    /* NULL: the page is made once */
    struct token *tokens;
    size_t token_count, token_capacity;
    bool report;           /* made for paper: no links to pages */
    struct map ids;        /* of the document so far: id → struct doc_node * */
    struct map id_numbers; /* … → the last number that stands behind it, int * */
    struct reference *references;
    size_t reference_count, reference_capacity;
    struct notes *notes; /* of the text that is being read */
    bool chapter;        /* it becomes a part of another document */
};

/* --- language */
struct str text_of(const struct composer *composer, const char *key);
/* a label inside a sentence: its first letter small, unless the second is large too (an
 * acronym) */
struct str text_lower_first(struct arena *arena, struct str text);

/* --- writing numbers and values (write.c) */

/* how a number is put: in running text, in a table, or exactly as computed */
enum form {
    FORM_PROSE,
    FORM_TABLE,
    FORM_EXACT, /* without words of approximation or of scale */
    FORM_UNIT,
    FORM_WORDS,
    FORM_ORDINAL,
    FORM_RAW, /* plain digits, for programs */
    FORM_RANK /* the place of a cell in its breakdown; only wording.c writes it */
};

struct str cell_text(struct composer *composer, const struct indicator *indicator,
                     const struct cell *cell, enum form form);
struct str quantity_text(struct composer *composer, const struct indicator *indicator,
                         const struct quantity *quantity, enum form form);
struct str field_text(struct composer *composer, const struct field *field,
                      const struct value *value);
/* the label of a breakdown's key: "Huyện Đồi Sim", "2016", "Xã" */
struct str key_text(struct composer *composer, const struct path *key,
                    const struct value *value);

/* The power of ten in which a column of amounts is written: the largest scale word that divides
 * all of them. Feed it each amount; ask for the unit and texts after. */
struct scaling {
    int power;
    bool any;
};
struct scaling scaling_start(void);
void scaling_add(struct composer *composer, struct scaling *scaling, int64_t amount);
/* the same for a cell of an indicator of money; nothing for others */
void scaling_add_cell(struct composer *composer, struct scaling *scaling,
                      const struct table *table, const struct cell *cell);
/* its text in the column's unit; left as it is when it is no money */
void scaled_cell(struct composer *composer, const struct scaling *scaling,
                 const struct table *table, const struct cell *cell, struct str *text);
struct str scaling_unit(struct composer *composer, const struct scaling *scaling,
                        struct str unit);
struct str scaled_text(struct composer *composer, const struct scaling *scaling,
                       int64_t amount);

/* --- where things are (paths.c) */
struct str indicator_path(struct composer *composer, const struct indicator *indicator);
struct str cell_path(struct composer *composer, const struct indicator *indicator,
                     const struct breakdown *breakdown, const struct cell *cell);
/* the page of a record, empty when its type has none */
struct str record_path(struct composer *composer, const struct row *row);
struct str report_path(struct composer *composer, const struct row *row);
/* "records/commune/u29.yaml:12" */
struct str place_text(struct composer *composer, struct span span);
const struct table *table_of(struct composer *composer, const struct indicator *indicator);

/* --- who may see it (audience.c) */
bool may_show(const struct composer *composer, enum audience needed);
/* false: it is for fewer people than the build, and a diagnostic says so */
bool refuse_hidden(struct composer *composer, enum audience needed, struct str name,
                   struct span span);

/* --- tables (grid.c) */
struct doc_node *table_new(struct composer *composer, size_t column_count);
struct doc_column *table_column(struct doc_node *table, size_t index);
void table_head(struct composer *composer, struct doc_node *table); /* from the columns */
struct doc_node *table_row(struct composer *composer, struct doc_node *table,
                           enum doc_row_role role);
struct doc_node *row_cell(struct composer *composer, struct doc_node *row);
void cell_add_text(struct composer *composer, struct doc_node *row, struct str text);
void cell_add_link(struct composer *composer, struct doc_node *row, struct str text,
                   struct str target);
void cell_add_value(struct composer *composer, struct doc_node *row, struct token token);
void value_add(struct composer *composer, struct doc_node *parent, const struct token *token);

/* --- names in pages (scope.c, wording.c) */

/* what stands after the bar: a form, or a word of approximation with its number */
struct wording {
    enum form form;
    enum bound bound; /* BOUND_NONE: no claim */
    struct str claim; /* "2700", "50 tỷ" */
};

/* Cuts "houses|over 30" at its bar. false: reported. */
bool wording_cut(struct composer *composer, struct str *name, struct wording *wording,
                 struct span tag);
/* the cell in that wording; a claim that does not hold is reported at the tag */
struct token wording_token(struct composer *composer, const struct table *table,
                           const struct breakdown *breakdown, const struct cell *cell,
                           const struct wording *wording, struct span tag);

/* Expands {{…}} in the page's text; values become tokens. false: a diagnostic says why. */
bool scope_expand(struct scope *scope);
/* the place in the file of some bytes of the expanded text; a tag's when they stand for one */
struct span scope_place(const struct scope *scope, size_t at, size_t size);
/* {{…}} in a one-line text of the front matter, with the values as plain text */
struct str scope_plain(struct scope *scope, const struct tree *scalar);
/* a token for a record's field or an indicator's cell */
struct token cell_token(struct composer *composer, const struct table *table,
                        const struct breakdown *breakdown, const struct cell *cell,
                        enum form form);

/* --- Markdown (markdown.c, inline.c) */
/* the page's expanded text as a document */
bool markdown_compose(struct scope *scope, struct doc_node *root);
/* splits text at tokens and appends what it holds; plain: only the values' texts */
void inline_add(struct scope *scope, struct doc_node *parent, struct str text,
                struct span span);
struct str inline_plain(struct scope *scope, struct str text);
/* the index in the token of that letter ('b': a block, 't': a pipe table) which is the whole
 * text, or SIZE_MAX */
size_t block_token(struct str text, char letter);
/* the index in the next token of that letter, and *rest behind it; or SIZE_MAX */
size_t token_next(struct str *rest, char letter);

/* --- records of a block (selection.c) */

struct selection {
    const struct record_type *type;
    struct row **items;
    size_t count;
    bool all; /* every record of the type */
};

/* What the block names under `key` (which it has), where its condition holds. */
/* Which rows of a set a condition can hold for on the page of `record`: those that it names,
 * when the condition asks for it, else all. */
void related_rows(struct composer *composer, const struct rowset *set,
                  const struct expression *filter, const struct row *record,
                  struct row *const **items, size_t *count);
bool select_rows(struct scope *scope, const struct content_block *block, const char *key,
                 struct selection *selection);
bool list_has(const struct value *list, const struct row *row);

/* --- places inside a document (references.c) */

/* Gives a node that id, or the id with a number behind it when another node has it. */
void id_give(struct scope *scope, struct doc_node *node, struct str id);
/* a node for {{@id}}, whose words come when the document is whole */
void reference_add(struct scope *scope, struct doc_node *parent, const struct token *token);
/* the id of the part of an annex that tells where an indicator comes from */
struct str annex_id(struct arena *arena, struct str indicator);
/* Looks the references of one text up; each that leads nowhere is reported. */
bool references_resolve(struct scope *scope);
/* The document is whole: numbers of notes and captions, ids of what its contents list, words of
 * references. */
bool references_number(struct scope *scope, struct doc_node *root);

/* --- pictures (picture.c) */
/* "![alternative](images/x.png "caption")", alone in its paragraph */
bool picture_compose(struct scope *scope, struct str path, struct str alternative,
                     struct str caption, struct span span, struct doc_node *parent);

/* --- blocks (block.c, rows.c, breakdown.c, chart.c, checklist.c, matrix.c, contents.c,
 * chapters.c, provenance.c) */

/* what every table and chart may say of itself */
#define FIGURE_KEYS "caption", "note", "id"
#define TABLE_KEYS FIGURE_KEYS, "landscape"

bool block_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent);
/* Puts a TABLE or a CHART in its place, with what the block says of it. */
bool block_append(struct scope *scope, const struct content_block *block, struct doc_node *node,
                  struct doc_node *parent);
/* true: there are no rows, and a sentence stands instead of a head without rows: that of
 * `empty:`, or the language's own */
bool block_empty(struct scope *scope, const struct content_block *block, size_t count,
                 struct doc_node *parent);
/* groups: {Support: [houses, gifts]}: heads over neighbouring columns. `names` are those of the
 * columns; what is before `skipped` has none. */
bool block_groups(struct scope *scope, const struct content_block *block,
                  const struct tree *names, size_t skipped, struct doc_node *table);
bool matrix_compose(struct scope *scope, const struct content_block *block,
                    struct doc_node *parent);
bool contents_compose(struct scope *scope, const struct content_block *block,
                      struct doc_node *parent);
bool break_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent);
/* "page" or "right"; anything else is reported */
bool break_of(struct scope *scope, const struct tree *entry, struct str block,
              enum doc_break *breaks);
bool chapters_compose(struct scope *scope, const struct content_block *block,
                      struct doc_node *parent);
bool provenance_compose(struct scope *scope, const struct content_block *block,
                        struct doc_node *parent);
bool block_keys(struct scope *scope, const struct content_block *block,
                const char *const *keys);
struct str block_text(struct scope *scope, const struct content_block *block, const char *key);
/* true or false; what is neither is reported */
bool block_flag(struct scope *scope, const struct content_block *block, const char *key);
const struct indicator *block_indicator(struct scope *scope, const struct tree *scalar);
/* the breakdown that `by:` names; NULL: reported with the line to add */
const struct breakdown *block_breakdown(struct scope *scope, const struct table *table,
                                        struct str name, struct span span);
/* says that there is no such breakdown, and which there are */
void no_breakdown(struct composer *composer, const struct indicator *indicator, struct str name,
                  struct span span);
/* what `by:` names: a breakdown, or a list of the keys of a crossed one */
struct str block_by(struct composer *composer, const struct tree *by);
bool rows_compose(struct scope *scope, const struct content_block *block,
                  struct doc_node *parent);
/* what a breakdown divides by: "Huyện, thành phố" */
struct str key_label(struct composer *composer, const struct path *path);
struct breakdown_view { /* how a breakdown is shown */
    const struct breakdown *breakdown;
    const size_t *ranks; /* of its cells; NULL: they are not shown */
    bool sorted;         /* by number: groups have no subtotals */
    bool anchors;        /* its rows are what links of cells lead to */
};

struct doc_node *breakdown_table(struct composer *composer, const struct table *table,
                                 const struct breakdown_view *view);
/* rank: true, sort: value, top: 5 */
bool block_view(struct scope *scope, const struct content_block *block,
                const struct indicator *indicator, struct breakdown_view *view);
bool chart_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent);
/* of all cells and of the total, which may hold what has no key */
struct scaling breakdown_scaling(struct composer *composer, const struct table *table,
                                 const struct breakdown *breakdown);
struct token breakdown_token(struct composer *composer, const struct table *table,
                             const struct breakdown *breakdown, const struct cell *cell,
                             const struct scaling *scaling);
/* 1 for the largest; equal numbers have equal ranks; 0 where there is no number */
size_t cell_rank(const struct indicator *indicator, const struct breakdown *breakdown,
                 const struct cell *cell);
/* its cells sorted, the largest first, and no more than `most` but for ties; their ranks */
struct breakdown *breakdown_ranked(struct arena *arena, const struct indicator *indicator,
                                   const struct breakdown *breakdown, size_t most,
                                   size_t **ranks);
bool checklist_compose(struct scope *scope, const struct content_block *block,
                       struct doc_node *parent);
struct doc_node *rules_table(struct composer *composer);
struct doc_node *published_table(struct composer *composer, const struct indicator *only);

/* --- how a number came about (provenance.c) */
/* the definition of an indicator; with `value` its value comes first */
struct doc_node *card_table(struct composer *composer, const struct table *table, bool value);
/* What it is computed from, as far as this audience may know it. `links`: records and
 * indicators lead to their pages. */
void contributors_add(struct composer *composer, const struct table *table, bool links,
                      struct doc_node *parent);
/* how many rows did not report an amount, where that is to be said */
void missing_add(struct composer *composer, const struct table *table, struct doc_node *parent);

/* --- documents (page.c, indicator.c) */
void page_compose(struct composer *composer, const struct content_page *page);
/* the trees; NULL: reported */
struct doc_node *page_root(struct composer *composer, const struct maker *maker);
struct doc_node *indicator_root(struct composer *composer, const struct table *table);
/* The body of a page or a chapter below `root`, its references looked up. false: said why. */
bool scope_compose(struct scope *scope, struct doc_node *root);
void indicator_compose(struct composer *composer, const struct table *table);
/* how a report is printed, and what stands at its head (letterhead.c) */
const struct print_style *print_style_of(struct scope *scope);
const struct letterhead *letterhead_read(struct scope *scope);
/* a path that must be that of a document when all are made */
void link_expect(struct composer *composer, struct str target, struct span span);
/* false: another document has the path already, and a diagnostic says so */
bool document_add(struct composer *composer, struct document *document, struct span span);

#endif
