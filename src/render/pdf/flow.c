/* Blocks down the page. A heading stays with what follows it; a paragraph leaves no single
 * line. */
#include "render/pdf/flow.h"

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"

enum {
    FOOT_SIZE = 8500,
    FOOT_LEADING = 10500,
    HEAD_BASELINE = 42000 /* of the page number */
};

static const struct type BODY = {FONT_SERIF, FONT_REGULAR, BODY_SIZE, BODY_LEADING, INK_TEXT};

struct sheet *flow_sheet(struct flow *flow) {
    return &flow->layout->sheets[flow->layout->count - 1];
}

void flow_artifact(struct flow *flow, struct mark mark) {
    struct sheet *sheet = flow_sheet(flow);
    sheet->marks = ARENA_PUSH(flow->arena, sheet->marks, sheet->count, &sheet->capacity);
    sheet->marks[sheet->count++] = mark;
}

void flow_rule(struct flow *flow, int64_t x, int64_t y, int64_t width, int64_t thickness,
               enum drawing_ink ink) {
    flow_artifact(flow, (struct mark){.kind = MARK_RECT,
                                      .ink = ink,
                                      .x = x,
                                      .y = y,
                                      .width = width,
                                      .height = thickness});
}

/* lines in the margin, centred: page number, notice */
static void place_margin(struct flow *flow, struct str text, int64_t size, int64_t leading,
                         int64_t y, enum font_style style) {
    struct text_block block = {.type = {FONT_SERIF, style, size, leading, INK_MUTED}};
    block_add_text(flow, &block, text, style, NULL);
    block_break(flow, &block, flow->frame.text_width, 0);
    for (size_t i = 0; i < block.line_count; i++)
        block_place(flow, &block, i, flow->frame.left, y + (int64_t)i * leading,
                    flow->frame.text_width, LINE_CENTER, true);
}

void flow_new_sheet(struct flow *flow) {
    struct layout *layout = flow->layout;
    flow->y = flow->frame.top;
    if (layout->count == LIMIT_PDF_PAGES) {
        layout->overfull = true;
        return;
    }
    layout->sheets = ARENA_PUSH(flow->arena, layout->sheets, layout->count, &layout->capacity);
    layout->sheets[layout->count++] =
        (struct sheet){.width = flow->frame.width, .height = flow->frame.height};
    if (layout->count > 1)
        place_margin(flow, str_format(flow->arena, "%zu", layout->count), 12000, 14000,
                     HEAD_BASELINE, FONT_REGULAR);
    int64_t foot = flow->frame.height - flow->frame.bottom + 18000;
    if (flow->site->illustrative) {
        flow_rule(flow, flow->frame.left, foot - 12000, flow->frame.text_width, 400, INK_GRID);
        place_margin(flow, flow->site->notice, FOOT_SIZE, FOOT_LEADING, foot, FONT_ITALIC);
    }
}

int64_t flow_room(const struct flow *flow) {
    return flow->frame.height - flow->frame.bottom - flow->y;
}

void flow_need(struct flow *flow, int64_t height) {
    bool fresh = flow->y == flow->frame.top;
    if (flow_room(flow) < height && !fresh)
        flow_new_sheet(flow);
}

/* how many of the lines that are left go on this page */
static size_t lines_here(const struct flow *flow, int64_t leading, size_t left, bool first) {
    size_t fit = flow_room(flow) > 0 ? (size_t)(flow_room(flow) / leading) : 0;
    if (fit >= left)
        return left;
    if (fit && left - fit == 1)
        fit--; /* no single last line on the next page */
    if (first && fit < 2)
        return 0; /* no single first line at the foot */
    return fit;
}

void flow_text(struct flow *flow, struct text_block *block, int64_t indent,
               enum line_align align) {
    int64_t leading = block->type.leading;
    block_break(flow, block, flow->width, indent);
    for (size_t done = 0; done < block->line_count;) {
        size_t here = lines_here(flow, leading, block->line_count - done, done == 0);
        if (here == 0 && flow->y > flow->frame.top) {
            flow_new_sheet(flow);
            continue;
        }
        for (size_t stop = done + (here ? here : 1); done < stop; done++) {
            int64_t shift = done == 0 ? indent : 0;
            flow->y += leading;
            block_place(flow, block, done, flow->left + shift,
                        flow->y - (leading - block->type.size) / 2 -
                            block->type.size * 22 / 100,
                        flow->width - shift, align, false);
        }
    }
}

/* --- blocks */

static void flow_heading(struct flow *flow, const struct doc_node *node);

/* the least that must stand under a heading on the same page */
static int64_t start_height(struct flow *flow, const struct doc_node *node) {
    if (!node)
        return 0;
    if (node->kind == DOC_TABLE)
        return table_start_height(flow, node);
    if (node->kind == DOC_CHART)
        return chart_height(flow, node);
    return 2 * BODY_LEADING;
}

static void add_bookmark(struct flow *flow, struct str title, int level) {
    struct layout *layout = flow->layout;
    layout->bookmarks = ARENA_PUSH(flow->arena, layout->bookmarks, layout->bookmark_count,
                                   &layout->bookmark_capacity);
    layout->bookmarks[layout->bookmark_count++] =
        (struct bookmark){title, level, layout->count - 1, flow->y};
}

/* no level is left out on the way down: the title of the document is 1 */
static void open_heading(struct flow *flow, int level) {
    if (level > flow->heading_level + 1)
        level = flow->heading_level + 1;
    flow->heading_level = level;
    flow_open(flow, (struct element){.kind = ELEMENT_HEADING, .level = level});
}

static void flow_heading(struct flow *flow, const struct doc_node *node) {
    bool large = node->level <= 2;
    struct text_block block = {
        .type = {FONT_SERIF, FONT_BOLD, large ? 15000 : 14000, 20000, INK_TEXT}};
    block_add_inlines(flow, &block, node, large ? FONT_BOLD : FONT_BOLD_ITALIC);
    flow->y += flow->y > flow->frame.top ? 10000 : 0;
    flow_need(flow, 22000 + start_height(flow, node->next));
    add_bookmark(flow, doc_plain_text(flow->arena, node), large ? 1 : node->level - 1);
    flow_anchor(flow, node->id);
    open_heading(flow, node->level < 2 ? 2 : node->level);
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
    flow->y += 4000;
}

static void flow_paragraph(struct flow *flow, const struct doc_node *node, bool indented) {
    struct text_block block = {.type = BODY};
    block_add_inlines(flow, &block, node, FONT_REGULAR);
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, indented ? BODY_INDENT : 0, LINE_JUSTIFY);
    flow_close(flow);
    flow->y += BODY_GAP;
}

static void flow_item(struct flow *flow, const struct doc_node *item, struct str label,
                      bool tight) {
    enum { ITEM_INDENT = 20000 };
    struct text_block mark = {.type = BODY};
    block_add_text(flow, &mark, label, FONT_REGULAR, item);
    flow_need(flow, 2 * BODY_LEADING);
    int64_t y = flow->y;
    size_t sheet = flow->layout->count;
    flow->left += ITEM_INDENT;
    flow->width -= ITEM_INDENT;
    block_break(flow, &mark, ITEM_INDENT, 0);
    flow_open(flow, (struct element){.kind = ELEMENT_ITEM});
    flow_open(flow, (struct element){.kind = ELEMENT_LABEL});
    if (mark.line_count)
        block_place(flow, &mark, 0, flow->left - ITEM_INDENT,
                    y + BODY_LEADING - (BODY_LEADING - BODY_SIZE) / 2 - BODY_SIZE * 22 / 100,
                    ITEM_INDENT, LINE_START, false);
    flow_close(flow);
    flow_open(flow, (struct element){.kind = ELEMENT_ITEM_BODY});
    flow_blocks(flow, item);
    flow_close(flow);
    flow_close(flow);
    flow->left -= ITEM_INDENT;
    flow->width += ITEM_INDENT;
    if (tight && flow->layout->count == sheet && flow->y > y)
        flow->y -= BODY_GAP / 2;
}

static void flow_list(struct flow *flow, const struct doc_node *list) {
    int number = list->level;
    flow_open(flow, (struct element){.kind = ELEMENT_LIST});
    for (const struct doc_node *item = list->first; item; item = item->next) {
        struct str label = number < 0 ? STR("–") : str_format(flow->arena, "%d.", number++);
        flow_item(flow, item, label, list->tight);
    }
    flow_close(flow);
}

static void flow_quote(struct flow *flow, const struct doc_node *quote) {
    flow->left += BODY_INDENT;
    flow->width -= 2 * BODY_INDENT;
    flow_open(flow, (struct element){.kind = ELEMENT_QUOTE});
    flow_blocks(flow, quote);
    flow_close(flow);
    flow->left -= BODY_INDENT;
    flow->width += 2 * BODY_INDENT;
}

static void flow_code(struct flow *flow, const struct doc_node *node) {
    struct str rest = node->text, line;
    flow_open(flow, (struct element){.kind = ELEMENT_CODE});
    for (bool more = true; more && rest.size;) {
        struct text_block block = {.type = {FONT_SANS, FONT_REGULAR, 10000, 13000, INK_TEXT}};
        more = str_cut(&rest, '\n', &line);
        block_add_text(flow, &block, line, FONT_REGULAR, node);
        flow_text(flow, &block, 0, LINE_START);
    }
    flow_close(flow);
    flow->y += BODY_GAP;
}

void flow_blocks(struct flow *flow, const struct doc_node *parent) {
    bool top = parent->kind == DOC_DOCUMENT;
    for (const struct doc_node *node = parent->first; node; node = node->next) {
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
            flow->y += BODY_GAP;
            flow_rule(flow, flow->left, flow->y, flow->width, 500, INK_GRID);
            flow->y += BODY_GAP;
            break;
        case DOC_TABLE:
            flow_table(flow, node);
            break;
        case DOC_CHART:
            flow_chart(flow, node);
            break;
        default:
            ASSERT(false && "a block");
        }
    }
}

void flow_caption(struct flow *flow, const char *key, size_t number, struct str caption,
                  const struct doc_node *node) {
    struct text_block block = {.type = {FONT_SERIF, FONT_REGULAR, 12000, 15500, INK_TEXT}};
    struct str label = language_text(locale_language(flow->locale), str_of(key));
    block_add_text(flow, &block,
                   str_format(flow->arena, "%.*s\xC2\xA0%zu.", STR_ARG(label), number),
                   FONT_BOLD, node);
    block.open = false;
    block_add_text(flow, &block, caption, FONT_REGULAR, node);
    flow_open(flow, (struct element){.kind = ELEMENT_CAPTION});
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
    flow->y += 3000;
}

/* --- the whole document */

static void centred(struct flow *flow, struct str text, struct type type) {
    struct text_block block = {.type = type};
    if (text.size == 0)
        return;
    block_add_text(flow, &block, text, type.style, NULL);
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, 0, LINE_CENTER);
    flow_close(flow);
}

static void title_block(struct flow *flow) {
    const struct document *document = flow->document;
    struct date date;
    centred(flow, flow->site->publisher,
            (struct type){FONT_SERIF, FONT_REGULAR, 12000, 16000, INK_MUTED});
    flow_rule(flow, flow->frame.width / 2 + (flow->frame.left - flow->frame.right) / 2 - 40000,
              flow->y + 3000, 80000, 600, INK_TEXT);
    flow->y += 20000;
    add_bookmark(flow, document->title, 1);
    struct text_block title = {.type = {FONT_SERIF, FONT_BOLD, 19000, 25000, INK_TEXT}};
    block_add_text(flow, &title, document->title, FONT_BOLD, NULL);
    open_heading(flow, 1);
    flow_text(flow, &title, 0, LINE_CENTER);
    flow_close(flow);
    flow->y += 2000;
    centred(flow, document->description,
            (struct type){FONT_SERIF, FONT_ITALIC, 13000, 17500, INK_TEXT});
    struct str when = flow->site->period;
    if (date_parse(document->date, &date))
        when = str_format(flow->arena, "%.*s%s%.*s", STR_ARG(when), when.size ? ", " : "",
                          STR_ARG(locale_date_long(flow->arena, flow->locale, date)));
    centred(flow, text_capital(flow->arena, when),
            (struct type){FONT_SERIF, FONT_REGULAR, 12000, 17000, INK_MUTED});
    flow->y += 14000;
}

static struct frame frame_of(int64_t permille) {
    return (struct frame){.width = PAGE_WIDTH * 1000 / permille,
                          .height = PAGE_HEIGHT * 1000 / permille,
                          .top = MARGIN_TOP * 1000 / permille,
                          .bottom = MARGIN_BOTTOM * 1000 / permille,
                          .left = MARGIN_LEFT * 1000 / permille,
                          .right = MARGIN_RIGHT * 1000 / permille,
                          .text_width = TEXT_WIDTH * 1000 / permille};
}

static void reduce(struct layout *layout, int64_t permille) {
    for (size_t i = 0; i < layout->count; i++) {
        struct sheet *sheet = &layout->sheets[i];
        sheet->width = PAGE_WIDTH;
        sheet->height = PAGE_HEIGHT;
        for (size_t j = 0; j < sheet->count; j++) {
            struct mark *mark = &sheet->marks[j];
            int64_t *lengths[] = {&mark->x,      &mark->y,    &mark->width,
                                  &mark->height, &mark->size, &mark->stretch};
            for (size_t k = 0; k < COUNT_OF(lengths); k++)
                *lengths[k] = *lengths[k] * permille / 1000;
        }
    }
    for (size_t i = 0; i < layout->bookmark_count; i++)
        layout->bookmarks[i].y = layout->bookmarks[i].y * permille / 1000;
    for (size_t i = 0; i < layout->element_count; i++)
        for (size_t k = 0; k < COUNT_OF(layout->elements[i].box); k++)
            layout->elements[i].box[k] = layout->elements[i].box[k] * permille / 1000;
    for (size_t i = 0; i < layout->anchors.count; i++) {
        struct anchor *anchor = layout->anchors.entries[i].value;
        anchor->y = anchor->y * permille / 1000;
    }
}

static struct layout *lay_out(struct flow start, int64_t permille) {
    struct flow *flow = &start;
    flow->layout = ARENA_NEW(flow->arena, struct layout);
    flow->frame = frame_of(permille);
    flow->left = flow->frame.left;
    flow->width = flow->frame.text_width;
    elements_start(flow);
    flow_new_sheet(flow);
    title_block(flow);
    flow_blocks(flow, flow->document->root);
    if (permille != 1000)
        reduce(flow->layout, permille);
    return flow->layout;
}

struct layout *layout_make(struct arena *arena, const struct site *site,
                           const struct locale *locale, const struct text_metrics *metrics,
                           const struct document *document) {
    enum { PERMILLE_LEAST = 700, PERMILLE_STEP = 50 }; /* 14 pt becomes 9.8 pt at the least */
    struct flow flow = {.arena = arena,
                        .site = site,
                        .locale = locale,
                        .metrics = metrics,
                        .document = document};
    struct layout *layout = lay_out(flow, 1000);
    for (int64_t permille = 1000 - PERMILLE_STEP;
         document->sheets && layout->count > (size_t)document->sheets &&
         permille >= PERMILLE_LEAST;
         permille -= PERMILLE_STEP)
        layout = lay_out(flow, permille);
    return layout;
}
