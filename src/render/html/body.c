/* One iterative walk: open on the way down, close on the way up. Tables, figures and notes are
 * written whole when they are opened. */
#include "render/html/body.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "render/escape.h"

void html_attribute(struct buf *out, struct str name, struct str value) {
    if (value.size == 0)
        return;
    buf_add_char(out, ' ');
    buf_add(out, name);
    buf_add(out, STR("=\""));
    escape_html(out, value);
    buf_add_char(out, '"');
}

static void write_href(struct html_body *body, struct str target) {
    buf_add(body->out, STR(" href=\""));
    escape_link(body->out, body->page, target);
    buf_add_char(body->out, '"');
    if (link_is_external(target))
        buf_add(body->out, STR(" rel=\"external\""));
}

/* --- blocks */

static char heading_digit(const struct doc_node *node) {
    int level = node->level < 2 ? 2 : node->level > 6 ? 6 : node->level;
    return (char)('0' + level);
}

static void open_heading(struct html_body *body, const struct doc_node *node) {
    buf_add(body->out, STR("<h"));
    buf_add_char(body->out, heading_digit(node));
    html_attribute(body->out, STR("id"), node->id);
    buf_add_char(body->out, '>');
    if (node->id.size == 0)
        return;
    body->heading_id = node->id;
    if (heading_digit(node) != '2')
        return;
    body->sections =
        ARENA_PUSH(body->arena, body->sections, body->section_count, &body->section_capacity);
    body->sections[body->section_count++] = node;
}

/* The anchor is for the pointer: the keyboard has the contents list, and a screen reader should
 * not hear it after every heading. */
static void close_heading(struct html_body *body, const struct doc_node *node) {
    if (node->id.size) {
        buf_add(body->out, STR(" <a class=\"anchor\" href=\"#"));
        escape_url(body->out, node->id);
        buf_add(body->out, STR("\" tabindex=\"-1\" aria-hidden=\"true\"></a>"));
    }
    buf_add(body->out, STR("</h"));
    buf_add_char(body->out, heading_digit(node));
    buf_add(body->out, STR(">\n"));
}

static bool is_tight(const struct doc_node *paragraph) {
    const struct doc_node *item = paragraph->parent;
    return item->kind == DOC_ITEM && item->parent->tight;
}

static void close_paragraph(struct html_body *body, const struct doc_node *node) {
    if (!is_tight(node))
        buf_add(body->out, STR("</p>\n"));
    else if (node->next)
        buf_add_char(body->out, '\n');
}

static void open_list(struct html_body *body, const struct doc_node *node) {
    if (node->level < 0) {
        buf_add(body->out, STR("<ul>\n"));
        return;
    }
    buf_add(body->out, STR("<ol"));
    if (node->level != 1) {
        buf_add(body->out, STR(" start=\""));
        buf_number(body->out, node->level);
        buf_add_char(body->out, '"');
    }
    buf_add(body->out, STR(">\n"));
}

static void write_code_block(struct html_body *body, const struct doc_node *node) {
    buf_add(body->out, STR("<pre tabindex=\"0\"><code>"));
    escape_html(body->out, node->text);
    buf_add(body->out, STR("</code></pre>\n"));
}

/* --- inlines */

static void write_value(struct html_body *body, const struct doc_node *node) {
    bool linked = node->lead->target.size && !body->inside_link;
    buf_add(body->out, linked ? STR("<a class=\"value\"") : STR("<span class=\"value\""));
    if (linked)
        write_href(body, node->lead->target);
    html_attribute(body->out, STR("title"), node->lead->hint);
    buf_add_char(body->out, '>');
    escape_html(body->out, node->text);
    buf_add(body->out, linked ? STR("</a>") : STR("</span>"));
}

static void write_code(struct html_body *body, const struct doc_node *node) {
    buf_add(body->out, STR("<code>"));
    escape_html(body->out, node->text);
    buf_add(body->out, STR("</code>"));
}

static void write_reference(struct html_body *body, const struct doc_node *node) {
    if (!body->inside_link) {
        buf_add(body->out, STR("<a class=\"reference\" href=\"#"));
        escape_url(body->out, str_from(node->lead->target, 1));
        buf_add(body->out, STR("\">"));
    }
    escape_html(body->out, node->text);
    if (!body->inside_link)
        buf_add(body->out, STR("</a>"));
}

static void open_link(struct html_body *body, const struct doc_node *node) {
    ASSERT(!body->inside_link);
    body->inside_link = true;
    if (node->lead->target.size == 0) {
        buf_add(body->out, STR("<span"));
    } else {
        buf_add(body->out, STR("<a"));
        write_href(body, node->lead->target);
    }
    html_attribute(body->out, STR("title"), node->text);
    buf_add_char(body->out, '>');
}

static void close_link(struct html_body *body, const struct doc_node *node) {
    body->inside_link = false;
    buf_add(body->out, node->lead->target.size ? STR("</a>") : STR("</span>"));
}

/* --- the walk */

static void write_figure(struct html_body *body, const struct doc_node *node) {
    if (node->kind == DOC_TABLE)
        html_table_write(body, node);
    else if (node->kind == DOC_CHART)
        html_chart_write(body, node);
    else if (node->kind == DOC_IMAGE)
        html_image_write(body, node);
    else
        html_contents_write(body, node);
}

static void open_node(struct html_body *body, const struct doc_node *node) {
    struct buf *out = body->out;
    switch (node->kind) {
    case DOC_HEADING:
        open_heading(body, node);
        break;
    case DOC_PARAGRAPH:
        if (!is_tight(node))
            buf_add(out, STR("<p>"));
        break;
    case DOC_LIST:
        open_list(body, node);
        break;
    case DOC_ITEM:
        buf_add(out, node->parent->tight ? STR("<li>") : STR("<li>\n"));
        break;
    case DOC_QUOTE:
        buf_add(out, STR("<blockquote>\n"));
        break;
    case DOC_CODE_BLOCK:
        write_code_block(body, node);
        break;
    case DOC_RULE:
        buf_add(out, STR("<hr>\n"));
        break;
    case DOC_TABLE:
    case DOC_CHART:
    case DOC_IMAGE:
    case DOC_CONTENTS:
        write_figure(body, node);
        break;
    case DOC_TEXT:
        escape_html(out, node->text);
        break;
    case DOC_SOFT_BREAK:
        buf_add_char(out, '\n');
        break;
    case DOC_LINE_BREAK:
        buf_add(out, STR("<br>\n"));
        break;
    case DOC_EMPHASIS:
        buf_add(out, STR("<em>"));
        break;
    case DOC_STRONG:
        buf_add(out, STR("<strong>"));
        break;
    case DOC_CODE:
        write_code(body, node);
        break;
    case DOC_LINK:
        open_link(body, node);
        break;
    case DOC_VALUE:
        write_value(body, node);
        break;
    case DOC_BREAK:
        buf_add(out, STR("<div class=\"break\"></div>\n"));
        break;
    case DOC_NOTE:
        html_note_mark_write(body, node);
        break;
    case DOC_REFERENCE:
        write_reference(body, node);
        break;
    case DOC_DOCUMENT:
    case DOC_ROW:
    case DOC_CELL:
    case DOC_KIND_COUNT:
        guard_fail(__FILE__, __LINE__, "a node in its place");
    }
}

static void close_node(struct html_body *body, const struct doc_node *node) {
    switch (node->kind) {
    case DOC_HEADING:
        close_heading(body, node);
        break;
    case DOC_PARAGRAPH:
        close_paragraph(body, node);
        break;
    case DOC_LIST:
        buf_add(body->out, node->level < 0 ? STR("</ul>\n") : STR("</ol>\n"));
        break;
    case DOC_ITEM:
        buf_add(body->out, STR("</li>\n"));
        break;
    case DOC_QUOTE:
        buf_add(body->out, STR("</blockquote>\n"));
        break;
    case DOC_EMPHASIS:
        buf_add(body->out, STR("</em>"));
        break;
    case DOC_STRONG:
        buf_add(body->out, STR("</strong>"));
        break;
    case DOC_LINK:
        close_link(body, node);
        break;
    case DOC_CODE_BLOCK:
    case DOC_RULE:
    case DOC_TABLE:
    case DOC_CHART:
    case DOC_TEXT:
    case DOC_SOFT_BREAK:
    case DOC_LINE_BREAK:
    case DOC_CODE:
    case DOC_VALUE:
    case DOC_IMAGE:
    case DOC_CONTENTS:
    case DOC_BREAK:
    case DOC_NOTE:
    case DOC_REFERENCE:
        break;
    case DOC_DOCUMENT:
    case DOC_ROW:
    case DOC_CELL:
    case DOC_KIND_COUNT:
        guard_fail(__FILE__, __LINE__, "a node in its place");
    }
}

static bool is_written_whole(const struct doc_node *node) {
    return !node->first || node->kind == DOC_TABLE || node->kind == DOC_CHART ||
           node->kind == DOC_NOTE;
}

void html_children_write(struct html_body *body, const struct doc_node *top) {
    const struct doc_node *node = top->first;
    while (node) {
        open_node(body, node);
        if (!is_written_whole(node)) {
            node = node->first;
            continue;
        }
        close_node(body, node);
        while (!node->next) {
            node = node->parent;
            if (node == top)
                return;
            close_node(body, node);
        }
        node = node->next;
    }
}

void html_body_write(struct html_body *body, const struct doc_node *root) {
    ASSERT(root->kind == DOC_DOCUMENT);
    html_children_write(body, root);
    html_notes_write(body);
}
