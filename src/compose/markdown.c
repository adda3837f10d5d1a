/* cmark's tree → ours. The only file that sees <cmark.h>. What cmark would drop in silence (raw
 * HTML, javascript: addresses) is an error here. */
#include <cmark.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "base/limits.h"
#include "compose/internal.h"
#include "compose/notes.h"
#include "compose/pipes.h"

struct conversion {
    struct scope *scope;
    const struct source *original; /* the expanded text, with notes and pipe tables in it */
    struct pipe_tables tables;
    struct doc_node *at; /* where children go */
    cmark_mem *memory;
    int depth;
    bool inlines_only; /* a cell: its heading is not a node */
    struct span cell;  /* … and every place in it is that of its row */
    bool ok;
};

/* Where something of the text that cmark reads stands in the file: its line is that of the
 * expanded text, its column too but for the marks of notes, which are tokens by then. */
static struct span node_span(const struct conversion *c, cmark_node *node) {
    if (c->inlines_only)
        return c->cell;
    size_t line = (size_t)cmark_node_get_start_line(node);
    size_t column = (size_t)cmark_node_get_start_column(node);
    if (line == 0 || line > c->original->line_count)
        return (struct span){c->scope->page->text, 0, 0};
    struct str text = source_line(c->original, line);
    size_t from = notes_column(c->scope->notes, text, column ? column - 1 : 0);
    struct span span = scope_place(
        c->scope, c->original->line_starts[line - 1] + (from < text.size ? from : 0), 0);
    span.size = 0;
    return span;
}

static void complain(struct conversion *c, cmark_node *node, enum diag_id id,
                     const char *what) {
    DIAG(c->scope->composer->diags, id, node_span(c, node), str_of(what));
    c->ok = false;
}

static bool url_has_scheme(struct str url, struct str *scheme) {
    size_t colon = str_find_char(url, ':');
    size_t slash = str_find_char(url, '/');
    if (colon == STR_NONE || slash < colon)
        return false;
    *scheme = str_slice(url, 0, colon);
    return true;
}

static struct str link_target(struct conversion *c, cmark_node *node) {
    struct composer *composer = c->scope->composer;
    struct str url =
        str_copy(composer->arena, inline_plain(c->scope, str_of(cmark_node_get_url(node))));
    struct str scheme;
    if (url_has_scheme(url, &scheme)) {
        static const struct str KNOWN[] = {
            {"http", 4}, {"https", 5}, {"mailto", 6}, {"tel", 3}};
        for (size_t i = 0; i < COUNT_OF(KNOWN); i++)
            if (str_equal(scheme, KNOWN[i]))
                return url;
        complain(c, node, DIAG_BAD_SCHEME, str_zero(composer->arena, scheme));
        return STR_EMPTY;
    }
    link_expect(composer, url, node_span(c, node));
    return url;
}

static struct doc_node *open_node(struct conversion *c, cmark_node *node, enum doc_kind kind) {
    struct doc_node *result = doc_new(c->scope->composer->arena, kind, node_span(c, node));
    doc_append(c->at, result);
    return result;
}

static void heading_id(struct conversion *c, struct doc_node *heading) {
    struct arena *arena = c->scope->composer->arena;
    id_give(c->scope, heading, text_slug(arena, doc_plain_text(arena, heading)));
}

static void add_literal(struct conversion *c, cmark_node *node, enum doc_kind kind) {
    struct str text = inline_plain(c->scope, str_of(cmark_node_get_literal(node)));
    open_node(c, node, kind)->text = str_copy(c->scope->composer->arena, text);
}

static bool parse_cell(struct conversion *c, struct str text, struct span span,
                       struct doc_node *cell);

/* the whole line of the file from which that byte of the expanded text comes */
static struct span line_span(const struct conversion *c, size_t at) {
    struct span span = scope_place(c->scope, at, 0);
    size_t line = span_place(span).line;
    return (struct span){span.source, span.source->line_starts[line - 1],
                         (uint32_t)source_line(span.source, line).size};
}

static bool add_pipe_row(struct conversion *c, const struct pipe_row *row, bool head,
                         struct doc_node *table) {
    struct composer *composer = c->scope->composer;
    size_t columns = table->table->column_count;
    struct span span = line_span(c, c->original->line_starts[row->line - 1]);
    if (row->count > columns) {
        DIAG(composer->diags, DIAG_TOO_MANY_CELLS, span,
             str_format(composer->arena, "%zu", row->count),
             str_format(composer->arena, "%zu", columns));
        return false;
    }
    struct doc_node *node = table_row(composer, table, head ? DOC_ROW_HEAD : DOC_ROW_BODY);
    bool ok = true;
    for (size_t i = 0; i < columns; i++) {
        struct doc_node *cell = row_cell(composer, node);
        if (i < row->count)
            ok &= parse_cell(c, row->cells[i], span, cell);
        if (head)
            table_column(table, i)->label = doc_plain_text(composer->arena, cell);
    }
    return ok;
}

static void add_pipe_table(struct conversion *c, const struct pipe_table *source) {
    struct composer *composer = c->scope->composer;
    struct doc_node *table = table_new(composer, source->column_count);
    for (size_t i = 0; i < source->column_count; i++)
        table_column(table, i)->align = source->aligns[i];
    for (size_t i = 0; i < source->row_count; i++)
        c->ok &= add_pipe_row(c, &source->rows[i], i == 0, table);
    if (c->ok)
        doc_append(c->at, table);
}

/* a paragraph that is one picture */
static void add_picture(struct conversion *c, cmark_node *node) {
    struct buf alternative = buf_make(c->scope->composer->arena);
    cmark_iter *iter = cmark_iter_new(node);
    while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
        cmark_node *part = cmark_iter_get_node(iter);
        bool line_end = cmark_node_get_type(part) == CMARK_NODE_SOFTBREAK;
        buf_add(&alternative, line_end ? STR(" ") : str_of(cmark_node_get_literal(part)));
    }
    cmark_iter_free(iter);
    c->ok &= picture_compose(c->scope, str_of(cmark_node_get_url(node)),
                             inline_plain(c->scope, buf_str(&alternative)),
                             inline_plain(c->scope, str_of(cmark_node_get_title(node))),
                             node_span(c, node), c->at);
}

/* a paragraph that is one block token is that block */
static bool add_block(struct conversion *c, cmark_node *paragraph) {
    cmark_node *only = cmark_node_first_child(paragraph);
    if (!only || cmark_node_next(only))
        return false;
    if (cmark_node_get_type(only) == CMARK_NODE_IMAGE) {
        add_picture(c, only);
        return true;
    }
    if (cmark_node_get_type(only) != CMARK_NODE_TEXT)
        return false;
    struct str text = str_of(cmark_node_get_literal(only));
    size_t table = block_token(text, 't');
    if (table != SIZE_MAX) {
        add_pipe_table(c, &c->tables.items[table]);
        return true;
    }
    size_t index = block_token(text, 'b');
    if (index == SIZE_MAX)
        return false;
    ASSERT(index < c->scope->page->block_count);
    c->ok &= block_compose(c->scope, &c->scope->page->blocks[index], c->at);
    return true;
}

/* "<!-- as is -->": for the check of typed numbers, and for nobody else */
static bool is_mark(cmark_node *node) {
    return str_equal(str_trim(str_of(cmark_node_get_literal(node))), STR("<!-- as is -->"));
}

static void add_leaf(struct conversion *c, cmark_node *node) {
    struct arena *arena = c->scope->composer->arena;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        inline_add(c->scope, c->at, str_of(cmark_node_get_literal(node)), node_span(c, node));
        break;
    case CMARK_NODE_SOFTBREAK:
        doc_add(arena, c->at, DOC_SOFT_BREAK);
        break;
    case CMARK_NODE_LINEBREAK:
        doc_add(arena, c->at, DOC_LINE_BREAK);
        break;
    case CMARK_NODE_CODE:
        add_literal(c, node, DOC_CODE);
        break;
    case CMARK_NODE_CODE_BLOCK:
        add_literal(c, node, DOC_CODE_BLOCK);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        open_node(c, node, DOC_RULE);
        break;
    default:
        if (!is_mark(node))
            complain(c, node, DIAG_RAW_HTML, "");
    }
}

static struct doc_node *add_container(struct conversion *c, cmark_node *node) {
    struct doc_node *result;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        return open_node(c, node, DOC_PARAGRAPH);
    case CMARK_NODE_HEADING:
        result = open_node(c, node, DOC_HEADING);
        result->level = cmark_node_get_heading_level(node);
        return result;
    case CMARK_NODE_BLOCK_QUOTE:
        return open_node(c, node, DOC_QUOTE);
    case CMARK_NODE_LIST:
        result = open_node(c, node, DOC_LIST);
        result->level = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                            ? cmark_node_get_list_start(node)
                            : -1;
        result->tight = cmark_node_get_list_tight(node) != 0;
        return result;
    case CMARK_NODE_ITEM:
        return open_node(c, node, DOC_ITEM);
    case CMARK_NODE_EMPH:
        return open_node(c, node, DOC_EMPHASIS);
    case CMARK_NODE_STRONG:
        return open_node(c, node, DOC_STRONG);
    case CMARK_NODE_LINK:
        result = open_node(c, node, DOC_LINK);
        result->lead->target = link_target(c, node);
        return result;
    case CMARK_NODE_IMAGE:
        complain(c, node, DIAG_IMAGE_INLINE, "");
        return open_node(c, node, DOC_EMPHASIS);
    default:
        ASSERT(false && "cmark has no other containers");
        return NULL;
    }
}

static bool is_leaf(cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
        return true;
    default:
        return false;
    }
}

static void convert(struct conversion *c, cmark_node *root) {
    cmark_iter *iter = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_DOCUMENT || (c->inlines_only && type == CMARK_NODE_HEADING))
            continue;
        if (is_leaf(node)) {
            add_leaf(c, node);
            continue;
        }
        if (event == CMARK_EVENT_EXIT) {
            if (c->at->kind == DOC_HEADING)
                heading_id(c, c->at);
            c->at = c->at->parent;
            c->depth--;
            continue;
        }
        if (c->depth >= LIMIT_MARKDOWN_DEPTH) {
            complain(c, node, DIAG_MARKDOWN_TOO_DEEP, "");
            break;
        }
        if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && add_block(c, node)) {
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
            continue;
        }
        c->at = add_container(c, node);
        c->depth++;
    }
    cmark_iter_free(iter);
}

/* cmark's own memory is ours; its tree is freed as soon as it has been converted */
static cmark_node *parse(cmark_mem *memory, struct str text) {
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, memory);
    cmark_parser_feed(parser, text.data ? text.data : "", text.size);
    cmark_node *tree = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return tree;
}

/* A cell is read as a heading: the one block that holds nothing but inlines. */
static bool parse_cell(struct conversion *c, struct str text, struct span span,
                       struct doc_node *cell) {
    struct conversion inner = *c;
    inner.at = cell;
    inner.depth = 0;
    inner.ok = true;
    inner.inlines_only = true;
    inner.cell = span;
    cmark_node *tree = parse(c->memory, str_join(c->scope->composer->arena, STR("# "), text));
    convert(&inner, tree);
    cmark_node_free(tree);
    return inner.ok;
}

/* the paragraph of each note, before the text that refers to it */
static void parse_notes(struct conversion *c, struct notes *notes) {
    for (size_t i = 0; i < notes->count; i++) {
        struct note *note = &notes->items[i];
        struct span span = line_span(c, note->at);
        struct doc_node *node = doc_new(c->scope->composer->arena, DOC_NOTE, span);
        c->ok &= parse_cell(c, note->text, span, node);
        note->node = node;
    }
}

bool markdown_compose(struct scope *scope, struct doc_node *root) {
    struct str text = scope->expanded;
    struct arena *arena = scope->composer->arena;
    cmark_mem memory = {memory_get, memory_resize, memory_release}; /* nodes point at it */
    struct conversion c = {.scope = scope, .at = root, .memory = &memory, .ok = true};
    struct notes notes;
    if (text.size > LIMIT_MARKDOWN_BYTES * 4) {
        DIAG(scope->composer->diags, DIAG_PAGE_TOO_LARGE,
             ((struct span){scope->page->text, 0, 0}), scope->page->path);
        return false;
    }
    c.original = source_new(arena, scope->page->text->path, text);
    scope->notes = &notes;
    c.ok = notes_find(scope, &notes);
    c.tables = pipes_find(arena, notes.text);
    parse_notes(&c, &notes);
    cmark_node *tree = parse(c.memory, c.tables.text);
    convert(&c, tree);
    cmark_node_free(tree);
    c.ok &= notes_finish(scope, &notes);
    scope->notes = NULL;
    return c.ok;
}
