/* What a page shows besides words and tables: charts, pictures, and the contents of the page.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "render/escape.h"
#include "render/html/body.h"
#include "render/svg/svg.h"

void html_number_write(struct html_body *body, const struct doc_node *node) {
    if (doc_number(node) == 0)
        return;
    const char *key = node->kind == DOC_TABLE ? "table" : "figure";
    buf_add(body->out, STR("<span class=\"ordinal\">"));
    escape_html(body->out, language_text(body->language, str_of(key)));
    buf_format(body->out, "\xC2\xA0%d.</span> ", node->number);
}

/* The numbers stand beside every chart, folded away so that they do not push the text apart. */
void html_chart_write(struct html_body *body, const struct doc_node *node) {
    struct buf *out = body->out;
    struct buf id = buf_make(body->arena);
    buf_add(&id, STR("_chart"));
    buf_number(&id, (int64_t)++body->id_count);
    buf_add(out, STR("<figure class=\"chart\""));
    html_attribute(out, STR("id"), node->id);
    buf_add(out, STR(">\n<figcaption>"));
    html_number_write(body, node);
    escape_html(out, node->drawing->title);
    if (body->illustrative) {
        buf_add(out, STR(" <span class=\"notice\">"));
        escape_html(out, language_text(body->language, STR("illustrative")));
        buf_add(out, STR("</span>"));
    }
    buf_add(out, STR("</figcaption>\n<div class=\"plot\" role=\"region\" tabindex=\"0\""
                     " aria-labelledby=\""));
    escape_html(out, buf_str(&id));
    buf_add(out, STR("-title\">\n"));
    svg_write(out, node->drawing, body->page, buf_str(&id));
    buf_add(out, STR("</div>\n<details>\n<summary>"));
    escape_html(out, language_text(body->language, STR("chart_table")));
    buf_add(out, STR("</summary>\n"));
    html_table_write(body, node->first);
    buf_add(out, STR("</details>\n</figure>\n"));
}

/* With its size, so that the text below does not jump when it arrives. */
void html_image_write(struct html_body *body, const struct doc_node *node) {
    struct buf *out = body->out;
    const struct doc_image *image = node->image;
    buf_add(out, STR("<figure class=\"picture\""));
    html_attribute(out, STR("id"), node->id);
    buf_add(out, STR(">\n<img src=\""));
    escape_link(out, body->page, image->path);
    buf_format(out, "\" width=\"%d\" height=\"%d\" loading=\"lazy\"", image->width,
               image->height);
    html_attribute(out, STR("alt"), image->alternative);
    buf_add(out, STR(">\n"));
    if (image->caption.size) {
        buf_add(out, STR("<figcaption>"));
        html_number_write(body, node);
        escape_html(out, image->caption);
        buf_add(out, STR("</figcaption>\n"));
    }
    buf_add(out, STR("</figure>\n"));
}

/* --- contents */

static void write_entry(struct html_body *body, const struct doc_node *node) {
    struct buf *out = body->out;
    buf_add(out, STR("<li><a href=\"#"));
    escape_url(out, node->id);
    buf_add(out, STR("\">"));
    html_number_write(body, node);
    escape_html(out, doc_title(body->arena, node));
    buf_add(out, STR("</a>"));
}

/* Lists inside lists as the levels go; a level that is left out opens one list, not two. */
static void write_entries(struct html_body *body, const struct doc_node *contents) {
    enum { LEVELS = 7 };
    int levels[LEVELS], open = 0;
    const struct doc_node *root = contents->parent;
    for (const struct doc_node *node = root->first; node; node = node->next) {
        if (!doc_lists(contents, node))
            continue;
        int level = node->kind == DOC_HEADING ? node->level : 1;
        while (open > 1 && levels[open - 1] > level) {
            buf_add(body->out, STR("</li>\n</ol>\n"));
            open--;
        }
        if (open == 0 || (levels[open - 1] < level && open < LEVELS)) {
            buf_add(body->out, open ? STR("\n<ol>\n") : STR("<ol>\n"));
            levels[open++] = level;
        } else {
            buf_add(body->out, STR("</li>\n"));
        }
        write_entry(body, node);
    }
    while (open-- > 0)
        buf_add(body->out, STR("</li>\n</ol>\n"));
}

void html_contents_write(struct html_body *body, const struct doc_node *node) {
    static const char *const NAMES[] = {"table_of_contents", "list_of_tables",
                                        "list_of_figures"};
    buf_add(body->out, STR("<nav class=\"listing\""));
    html_attribute(body->out, STR("aria-label"),
                   language_text(body->language, str_of(NAMES[node->contents])));
    buf_add(body->out, STR(">\n"));
    write_entries(body, node);
    buf_add(body->out, STR("</nav>\n"));
}
