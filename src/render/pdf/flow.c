/* Blocks down the page. A heading stays with what follows it; a paragraph leaves no single
 * line. */
#include "render/pdf/flow.h"

#include "base/arena.h"
#include "base/guard.h"

/* Of the lines that are left, how many go on this page, with the notes that they bring. */
static size_t lines_here(struct flow *flow, const struct text_block *block, size_t done) {
    size_t left = block->line_count - done, fit = 0;
    int64_t room = flow_room(flow);
    while (fit < left) {
        room -= block->type.leading + notes_height(flow, block, done + fit);
        if (room < 0)
            break;
        fit++;
    }
    if (fit == left)
        return left;
    if (fit && left - fit == 1)
        fit--; /* no single last line on the next page */
    if (done == 0 && fit < 2)
        return 0; /* no single first line at the foot */
    return fit;
}

static int64_t baseline_of(const struct flow *flow, const struct type *type) {
    return flow->y - (type->leading - type->size) / 2 - type->size * 22 / 100;
}

void block_balance(struct flow *flow, struct text_block *block, int64_t width) {
    enum { STEP = 500 };
    size_t lines = block->line_count;
    int64_t fits = width, low = block->widest_word;
    while (lines > 1 && fits - low > STEP) {
        int64_t middle = (low + fits) / 2;
        block_break(flow, block, middle, 0);
        if (block->line_count > lines)
            low = middle;
        else
            fits = middle;
    }
    block_break(flow, block, fits, 0);
}

void flow_text(struct flow *flow, struct text_block *block, int64_t indent,
               enum line_align align) {
    block_break(flow, block, flow->width, indent);
    if (align == LINE_CENTER)
        block_balance(flow, block, flow->width);
    for (size_t done = 0; done < block->line_count;) {
        size_t here = lines_here(flow, block, done);
        if (here == 0 && !flow_fresh(flow)) {
            flow_new_sheet(flow);
            continue;
        }
        for (size_t stop = done + (here ? here : 1); done < stop; done++) {
            int64_t shift = done == 0 ? indent : 0;
            flow->y += block->type.leading;
            if (flow->label)
                flow_place_label(flow, baseline_of(flow, &block->type));
            block_place(flow, block, done, flow->left + shift, baseline_of(flow, &block->type),
                        flow->width - shift, align, false);
            notes_add(flow, block, done);
        }
    }
}

/* --- blocks */

enum { BEFORE_FIGURE = 6000 }; /* what tables, charts and images leave above them */

int64_t flow_start_height(struct flow *flow, const struct doc_node *node) {
    if (!node)
        return 0;
    switch (node->kind) {
    case DOC_TABLE:
        return BEFORE_FIGURE + table_start_height(flow, node);
    case DOC_CHART:
        return BEFORE_FIGURE + chart_height(flow, node);
    case DOC_IMAGE:
        return BEFORE_FIGURE + image_height(flow, node);
    case DOC_HEADING:
        return flow->style->heading_size * 9 / 4 + flow_start_height(flow, node->next);
    default: /* of three lines, none can go on on the next page */
        return 3 * flow->style->body_leading;
    }
}

void flow_bookmark(struct flow *flow, struct str title, int level) {
    struct layout *layout = flow->layout;
    layout->bookmarks = ARENA_PUSH(flow->arena, layout->bookmarks, layout->bookmark_count,
                                   &layout->bookmark_capacity);
    layout->bookmarks[layout->bookmark_count++] =
        (struct bookmark){title, level, layout->count - 1, flow->y};
}

void flow_open_heading(struct flow *flow, int level) {
    if (level > flow->heading_level + 1)
        level = flow->heading_level + 1;
    flow->heading_level = level;
    flow_open(flow, (struct element){.kind = ELEMENT_HEADING, .level = (uint8_t)level});
}

static void flow_heading(struct flow *flow, const struct doc_node *node) {
    const struct print_style *style = flow->style;
    bool large = node->level <= 2;
    int64_t size = large ? style->heading_size : style->subheading_size;
    struct str title = doc_plain_text(flow->arena, node);
    struct text_block block = {.type = {(enum font_family)style->heading_family,
                                        large ? FONT_BOLD : FONT_BOLD_ITALIC, size,
                                        size * 4 / 3, INK_TEXT}};
    block_add_inlines(flow, &block, node, block.type.style);
    flow->y += flow_fresh(flow) ? 0 : size * 2 / 3;
    block_break(flow, &block, flow->width, 0);
    flow_need(flow, (int64_t)block.line_count * block.type.leading + size / 4 +
                        flow_start_height(flow, node->next));
    if (large && flow_fresh(flow))
        flow->running = title;
    flow_bookmark(flow, title, large ? 1 : node->level - 1);
    flow_anchor(flow, node->id);
    flow_open_heading(flow, node->level < 2 ? 2 : node->level);
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
    flow->y += size / 4;
    if (large)
        flow->chapter = title;
}

static struct type body_type(const struct flow *flow) {
    return (struct type){(enum font_family)flow->style->body_family, FONT_REGULAR,
                         flow->style->body_size, flow->style->body_leading, INK_TEXT};
}

/* a signature does not stand on a page without some of the text it is under */
static void need_signature(struct flow *flow, struct text_block *block) {
    enum { LINES_MOST = 5 };
    int64_t height = signature_height(flow);
    if (height == 0)
        return;
    block_break(flow, block, flow->width, flow->style->body_indent);
    int64_t lines = (int64_t)block->line_count;
    flow_need(flow, height + (lines < LINES_MOST ? lines : LINES_MOST) * block->type.leading +
                        flow->style->body_gap);
}

static void flow_paragraph(struct flow *flow, const struct doc_node *node, bool indented) {
    struct arena *arena = flow->arena;
    struct arena_mark mark = arena_mark(flow->scratch);
    struct text_block block = {.type = body_type(flow)};
    flow->arena = flow->scratch; /* the words are gone once they are placed */
    block_add_inlines(flow, &block, node, FONT_REGULAR);
    flow->arena = arena;
    if (node->parent->kind == DOC_DOCUMENT && !node->next)
        need_signature(flow, &block);
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, indented ? flow->style->body_indent : 0, LINE_JUSTIFY);
    flow_close(flow);
    arena_release(flow->scratch, mark);
    flow->y += flow->tight ? flow->style->body_gap / 2 : flow->style->body_gap;
}

/* a bar beside the quote on each page it stands on */
static void quote_bar(struct flow *flow, size_t sheet, int64_t from) {
    enum { BAR_WIDTH = 1500 };
    int64_t x = flow->left - flow->style->body_indent / 2;
    size_t last = flow->layout->count;
    for (size_t s = sheet; s <= last; s++) {
        int64_t top = s == sheet ? from : flow->frame.top;
        int64_t end = s == last ? flow->y - flow->style->body_gap
                                : flow->frame.height - flow->frame.bottom;
        struct mark bar = {.kind = MARK_RECT,
                           .ink = INK_GRID,
                           .x = mark_length(x),
                           .y = mark_length(top),
                           .width = BAR_WIDTH,
                           .height = mark_length(end - top)};
        if (end > top)
            flow_artifact_on(flow, &flow->layout->sheets[s - 1], bar);
    }
}

static void flow_quote(struct flow *flow, const struct doc_node *quote) {
    int64_t indent = flow->style->body_indent;
    size_t sheet = flow->layout->count;
    int64_t from = flow->y + flow->style->body_gap / 2;
    flow->left += indent;
    flow->width -= 2 * indent;
    flow_open(flow, (struct element){.kind = ELEMENT_QUOTE});
    flow_blocks(flow, quote);
    flow_close(flow);
    quote_bar(flow, sheet, from);
    flow->left -= indent;
    flow->width += 2 * indent;
}

static void flow_code(struct flow *flow, const struct doc_node *node) {
    int64_t size = flow->style->code_size;
    struct str rest = node->text, line;
    flow->y += flow_fresh(flow) ? 0 : flow->style->body_gap / 2;
    flow_open(flow, (struct element){.kind = ELEMENT_CODE});
    for (bool more = true; more && rest.size;) {
        struct text_block block = {
            .type = {FONT_MONO, FONT_REGULAR, size, size * 13 / 10, INK_TEXT}};
        more = str_cut(&rest, '\n', &line);
        block_add_whole(flow, &block, line, node); /* blanks are part of what is shown */
        if (block.word_count == 0)
            flow->y += block.type.leading;
        flow_text(flow, &block, 0, LINE_START);
    }
    flow_close(flow);
    flow->y += flow->style->body_gap;
}

/* a turned table brings its heading along */
static bool wants_landscape(struct flow *flow, const struct doc_node *node) {
    while (node && node->kind == DOC_HEADING)
        node = node->next;
    return node && node->kind == DOC_TABLE && table_landscape(flow, node);
}

static void flow_block(struct flow *flow, const struct doc_node *node, bool top) {
    int64_t gap = flow->style->body_gap;
    switch (node->kind) {
    case DOC_HEADING:
        flow_heading(flow, node);
        break;
    case DOC_PARAGRAPH:
        flow_paragraph(flow, node, top);
        break;
    case DOC_LIST:
        flow_list(flow, node);
        break;
    case DOC_QUOTE:
        flow_quote(flow, node);
        break;
    case DOC_CODE_BLOCK:
        flow_code(flow, node);
        break;
    case DOC_RULE:
        flow->y += gap;
        flow_rule(flow, flow->left, flow->y, flow->width, 500, INK_GRID);
        flow->y += gap;
        break;
    case DOC_TABLE:
        flow_table(flow, node);
        break;
    case DOC_CHART:
        flow_chart(flow, node);
        break;
    case DOC_IMAGE:
        flow_image(flow, node);
        break;
    case DOC_CONTENTS:
        flow_contents(flow, node);
        break;
    case DOC_BREAK:
        if (flow->pending != PENDING_RIGHT)
            flow->pending = node->breaks == DOC_BREAK_RIGHT ? PENDING_RIGHT : PENDING_PAGE;
        break;
    default:
        ASSERT(false && "a block");
    }
}

void flow_blocks(struct flow *flow, const struct doc_node *parent) {
    bool top = parent->kind == DOC_DOCUMENT;
    for (const struct doc_node *node = parent->first; node; node = node->next) {
        if (top && node->kind != DOC_BREAK)
            flow_ready(flow, wants_landscape(flow, node));
        flow_block(flow, node, top);
    }
}

static struct text_block caption_block(struct flow *flow, const char *key,
                                       const struct doc_node *node, struct str caption) {
    int64_t size = flow->style->caption_size;
    struct text_block block = {.type = {(enum font_family)flow->style->body_family,
                                        FONT_REGULAR, size, size * 13 / 10, INK_TEXT}};
    if (node->number) {
        struct str label = language_text(locale_language(flow->locale), str_of(key));
        block_add_text(flow, &block,
                       str_format(flow->arena, "%.*s\xC2\xA0%d.", STR_ARG(label), node->number),
                       FONT_BOLD, node);
    }
    block.open = false;
    block_add_text(flow, &block, caption, FONT_REGULAR, node);
    if (flow->site->illustrative &&
        node->kind == DOC_CHART) { /* also when cut out and copied */
        struct str mark = language_text(locale_language(flow->locale), STR("illustrative"));
        block.open = false;
        block_add_text(flow, &block, str_format(flow->arena, "[%.*s]", STR_ARG(mark)),
                       FONT_ITALIC, node);
    }
    return block;
}

int64_t flow_caption_height(struct flow *flow, const char *key, const struct doc_node *node,
                            struct str caption) {
    struct text_block block = caption_block(flow, key, node, caption);
    block_break(flow, &block, flow->width, 0);
    return (int64_t)block.line_count * block.type.leading + flow->style->caption_size / 4;
}

void flow_caption(struct flow *flow, const char *key, const struct doc_node *node,
                  struct str caption) {
    struct text_block block = caption_block(flow, key, node, caption);
    flow_open(flow, (struct element){.kind = ELEMENT_CAPTION});
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
    flow->y += flow->style->caption_size / 4;
}
