/* Contents, and lists of tables and figures: the words lead to the place, dots lead to the
 * number of its page, which is known from the pass before. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum { NUMBER_WIDTH = 30000, LEVEL_INDENT = 16000, DOTS_GAP = 4000 };

size_t flow_page_of(struct flow *flow, struct str name) {
    const struct anchor *anchor = flow->known ? map_get(flow->known, name) : NULL;
    flow->asked = true;
    return anchor ? anchor->sheet + 1 : 0;
}

/* dots from the end of the words to the number, on a raster of the page so that they stand in
 * columns */
static void place_dots(struct flow *flow, const struct type *type, int64_t from, int64_t to,
                       int64_t y) {
    struct text_block dot = {.type = *type};
    block_add_text(flow, &dot, STR("."), FONT_REGULAR, NULL);
    block_break(flow, &dot, flow->width, 0);
    int64_t step = dot.natural * 2;
    struct buf text = buf_make(flow->arena);
    int64_t first = (from + step - 1) / step * step;
    for (int64_t x = first; x + dot.natural <= to; x += step)
        buf_add(&text, text.size ? STR(" .") : STR("."));
    if (text.size == 0)
        return;
    struct text_block dots = {.type = *type};
    block_add_text(flow, &dots, buf_str(&text), FONT_REGULAR, NULL);
    block_break(flow, &dots, to - first + step, 0);
    if (dots.line_count && dots.word_count > 1)
        for (size_t i = 1; i < dots.word_count; i++)
            dots.breaks[i].space = step - dot.natural;
    block_place(flow, &dots, 0, first, y, to - first, LINE_START, true);
}

static void place_entry(struct flow *flow, const struct doc_node *node, struct str text,
                        int64_t indent, bool strong) {
    const struct print_style *style = flow->style;
    enum font_style face = strong ? FONT_BOLD : FONT_REGULAR;
    struct text_block block = {.type = {(enum font_family)style->body_family, face,
                                        style->body_size * 9 / 10, style->body_leading * 9 / 10,
                                        INK_TEXT}};
    struct text_block number = {.type = block.type};
    struct str url = str_format(flow->arena, "#%.*s", STR_ARG(node->id));
    block_add_link(flow, &block, text, face, node, url);
    block_add_link(flow, &number, str_format(flow->arena, "%zu", flow_page_of(flow, node->id)),
                   face, node, url);
    int64_t width = flow->width - indent - NUMBER_WIDTH;
    block_break(flow, &block, width, 0);
    block_break(flow, &number, NUMBER_WIDTH, 0);
    flow_need(flow, (int64_t)block.line_count * block.type.leading);
    flow_open(flow, (struct element){.kind = ELEMENT_CONTENTS_ITEM});
    for (size_t i = 0; i < block.line_count; i++) {
        flow->y += block.type.leading;
        int64_t y = flow->y - block.type.leading / 4;
        block_place(flow, &block, i, flow->left + indent, y, width, LINE_START, false);
        if (i + 1 < block.line_count)
            continue;
        int64_t end = flow->left + flow->width;
        place_dots(flow, &block.type, flow->left + indent + block.lines[i].width + DOTS_GAP,
                   end - number.natural - DOTS_GAP, y);
        number.link = block.link;
        number.link_element = block.link_element;
        block_place(flow, &number, 0, end - NUMBER_WIDTH, y, NUMBER_WIDTH, LINE_END, false);
    }
    flow_close(flow);
}

static void place_captioned(struct flow *flow, const struct doc_node *node) {
    const char *key = node->kind == DOC_TABLE ? "table" : "figure";
    struct str label = language_text(locale_language(flow->locale), str_of(key));
    place_entry(flow, node,
                str_format(flow->arena, "%.*s\xC2\xA0%d. %.*s", STR_ARG(label), node->number,
                           STR_ARG(doc_title(flow->arena, node))),
                0, false);
}

static void list_node(struct flow *flow, const struct doc_node *contents,
                      const struct doc_node *node) {
    if (!doc_lists(contents, node) || node->id.size == 0)
        return;
    if (node->kind == DOC_HEADING)
        place_entry(flow, node, doc_plain_text(flow->arena, node),
                    (node->level < 3 ? 0 : node->level - 2) * LEVEL_INDENT, node->level <= 2);
    else
        place_captioned(flow, node);
}

void flow_contents(struct flow *flow, const struct doc_node *contents) {
    flow_open(flow, (struct element){.kind = ELEMENT_CONTENTS});
    for (const struct doc_node *node = flow->document->root->first; node; node = node->next)
        list_node(flow, contents, node);
    flow_close(flow);
    flow->y += flow->style->body_gap * 2;
}
