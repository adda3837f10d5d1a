/* Building, checking and dumping the document tree. Depth is bounded by compose
 * (LIMIT_MARKDOWN_DEPTH), so the walks here may recurse. */
#include "model/doc.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"

static const char *const NAMES[DOC_KIND_COUNT] = {
    "document", "heading", "paragraph",  "list",       "item",     "quote",  "code-block",
    "rule",     "table",   "row",        "cell",       "chart",    "image",  "contents",
    "break",    "text",    "soft-break", "line-break", "emphasis", "strong", "code",
    "link",     "value",   "note",       "reference"};

struct doc_node *document_root(const struct document_set *documents,
                               const struct document *document, struct arena *arena) {
    return document->root ? document->root : documents->make(documents->maker, document, arena);
}

static bool has_lead(enum doc_kind kind) {
    return kind == DOC_VALUE || kind == DOC_LINK || kind == DOC_REFERENCE;
}

const struct doc_lead *doc_lead(const struct doc_node *node) {
    static const struct doc_lead NOWHERE = {0};
    return has_lead(node->kind) ? node->lead : &NOWHERE;
}

int doc_number(const struct doc_node *node) {
    bool numbered = node->kind == DOC_NOTE || node->kind == DOC_TABLE ||
                    node->kind == DOC_CHART || node->kind == DOC_IMAGE;
    return numbered ? node->number : 0;
}

static bool has_text(enum doc_kind kind) {
    return doc_is_inline(kind) || kind == DOC_CODE_BLOCK;
}

struct doc_node *doc_new(struct arena *arena, enum doc_kind kind, struct span span) {
    struct leading {
        struct doc_node node;
        struct doc_lead lead;
    };
    bool leads = has_lead(kind);
    struct doc_node *node =
        arena_alloc(arena, leads ? sizeof(struct leading) : sizeof(struct doc_node));
    node->kind = kind;
    node->span = span;
    if (leads)
        node->lead = &((struct leading *)node)->lead;
    return node;
}

void doc_append(struct doc_node *parent, struct doc_node *child) {
    ASSERT(!child->parent && !child->next);
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

struct doc_node *doc_add(struct arena *arena, struct doc_node *parent, enum doc_kind kind) {
    struct doc_node *node = doc_new(arena, kind, parent->span);
    doc_append(parent, node);
    return node;
}

struct doc_node *doc_add_text(struct arena *arena, struct doc_node *parent, struct str text) {
    struct doc_node *node = doc_add(arena, parent, DOC_TEXT);
    node->text = text;
    return node;
}

struct doc_node *doc_add_link(struct arena *arena, struct doc_node *parent, struct str text,
                              struct str target) {
    struct doc_node *node = doc_add(arena, parent, DOC_LINK);
    node->lead->target = target;
    doc_add_text(arena, node, text);
    return node;
}

bool doc_is_inline(enum doc_kind kind) {
    return kind >= DOC_TEXT && kind < DOC_KIND_COUNT;
}

static void plain_text(struct buf *out, const struct doc_node *node) {
    switch (node->kind) {
    case DOC_TEXT:
    case DOC_CODE:
    case DOC_CODE_BLOCK:
    case DOC_VALUE:
    case DOC_REFERENCE:
        buf_add(out, node->text);
        break;
    case DOC_SOFT_BREAK:
    case DOC_LINE_BREAK:
        buf_add_char(out, ' ');
        break;
    default:
        for (const struct doc_node *child = node->first; child; child = child->next) {
            if (child->kind == DOC_NOTE)
                continue; /* is read at the foot of the page */
            plain_text(out, child);
            if (!doc_is_inline(child->kind) && child->next)
                buf_add_char(out, ' ');
        }
    }
}

struct str doc_plain_text(struct arena *arena, const struct doc_node *node) {
    struct buf out = buf_make(arena);
    plain_text(&out, node);
    return buf_str(&out);
}

bool doc_lists(const struct doc_node *contents, const struct doc_node *node) {
    bool names = node->next && node->next->kind == DOC_CONTENTS;
    switch (contents->contents) {
    case DOC_CONTENTS_HEADINGS:
        return node->kind == DOC_HEADING && node->level <= contents->level && !names;
    case DOC_CONTENTS_TABLES:
        return node->kind == DOC_TABLE && node->number > 0;
    case DOC_CONTENTS_FIGURES:
        return (node->kind == DOC_CHART || node->kind == DOC_IMAGE) && node->number > 0;
    }
    return false;
}

struct str doc_title(struct arena *arena, const struct doc_node *node) {
    switch (node->kind) {
    case DOC_TABLE:
        return node->table->caption;
    case DOC_CHART:
        return node->drawing->title;
    case DOC_IMAGE:
        return node->image->caption;
    case DOC_HEADING:
        return doc_plain_text(arena, node);
    default:
        return STR_EMPTY;
    }
}

static void check_node(const struct doc_node *node) {
    size_t cells = 0;
    for (const struct doc_node *child = node->first; child; child = child->next) {
        ASSERT(child->parent == node);
        ASSERT(child->next || node->last == child);
        switch (node->kind) {
        case DOC_LIST:
            ASSERT(child->kind == DOC_ITEM);
            break;
        case DOC_TABLE:
            ASSERT(child->kind == DOC_ROW);
            break;
        case DOC_ROW:
            ASSERT(child->kind == DOC_CELL);
            break;
        case DOC_CHART:
            ASSERT(child->kind == DOC_TABLE && !child->next);
            break;
        case DOC_DOCUMENT:
        case DOC_ITEM:
        case DOC_QUOTE:
            ASSERT(!doc_is_inline(child->kind) && child->kind != DOC_ROW &&
                   child->kind != DOC_CELL);
            break;
        default:
            ASSERT(doc_is_inline(child->kind));
        }
        cells++;
        check_node(child);
    }
    ASSERT(node->kind != DOC_TABLE || node->table);
    ASSERT(node->kind != DOC_CHART || (node->drawing && node->first));
    ASSERT(node->kind != DOC_IMAGE || (node->image && node->image->alternative.size));
    ASSERT(node->kind != DOC_ROW || cells == node->parent->table->column_count);
}

void doc_check(const struct doc_node *root) {
    ASSERT(root->kind == DOC_DOCUMENT && !root->parent);
    check_node(root);
}

static void dump_field(struct buf *out, const char *name, struct str value) {
    if (value.size == 0)
        return;
    buf_format(out, " %s=\"", name);
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] == '\n')
            buf_add(out, STR("\\n"));
        else
            buf_add_char(out, value.data[i]);
    }
    buf_add_char(out, '"');
}

static void dump_table(const struct doc_table *table, struct buf *out) {
    dump_field(out, "caption", table->caption);
    if (table->landscape)
        buf_add(out, STR(" landscape"));
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].group.size)
            buf_format(out, " group-%zu=\"%.*s\"", i, STR_ARG(table->columns[i].group));
}

static void dump_image(const struct doc_image *image, struct buf *out) {
    buf_format(out, " %s %dx%d", image->kind == DOC_IMAGE_PNG ? "png" : "jpeg", image->width,
               image->height);
    dump_field(out, "path", image->path);
    dump_field(out, "alternative", image->alternative);
    dump_field(out, "caption", image->caption);
}

static void dump_node(const struct doc_node *node, struct buf *out, int depth) {
    buf_format(out, "%*s%s", depth * 2, "", NAMES[node->kind]);
    static const char *const CONTENTS[] = {"headings", "tables", "figures"};
    if (node->kind == DOC_HEADING || node->kind == DOC_LIST || node->kind == DOC_CONTENTS)
        buf_format(out, " %d", node->level);
    if (node->kind == DOC_CONTENTS)
        buf_format(out, " %s", CONTENTS[node->contents]);
    if (node->kind == DOC_BREAK)
        buf_add(out, node->breaks == DOC_BREAK_RIGHT ? STR(" right") : STR(" page"));
    if (doc_number(node))
        buf_format(out, " number=%d", node->number);
    if (node->page)
        buf_add(out, STR(" page"));
    if (node->kind == DOC_ROW)
        buf_add(out, node->role == DOC_ROW_HEAD       ? STR(" head")
                     : node->role == DOC_ROW_SUBTOTAL ? STR(" subtotal")
                     : node->role == DOC_ROW_TOTAL    ? STR(" total")
                                                      : STR(" body"));
    dump_field(out, "text", has_text(node->kind) ? node->text : STR_EMPTY);
    dump_field(out, "target", doc_lead(node)->target);
    dump_field(out, "id", has_text(node->kind) ? STR_EMPTY : node->id);
    dump_field(out, "raw", doc_lead(node)->raw);
    if (node->kind == DOC_TABLE)
        dump_table(node->table, out);
    if (node->kind == DOC_IMAGE)
        dump_image(node->image, out);
    if (node->span.source) {
        struct place place = span_place(node->span);
        buf_format(out, " @%zu:%zu", place.line, place.column);
    }
    buf_add_char(out, '\n');
    for (const struct doc_node *child = node->first; child; child = child->next)
        dump_node(child, out, depth + 1);
}

void doc_dump(const struct document *document, const struct doc_node *root, struct buf *out) {
    buf_format(out, "%s %.*s\n", document->kind == DOCUMENT_PAGE ? "page" : "report",
               STR_ARG(document->path));
    dump_field(out, "title", document->title);
    buf_add_char(out, '\n');
    dump_node(root, out, 0);
}
