/* Charts: the drawing at the width of the text, its caption under it. Every bar has its label
 * and its value, so the table that goes with it on the screen is not printed too. */
#include "base/arena.h"
#include "render/pdf/flow.h"

int64_t chart_height(const struct flow *flow, const struct doc_node *chart) {
    const struct drawing *drawing = chart->drawing;
    return drawing->height * flow->frame.text_width / drawing->width + 30000;
}

static int64_t text_width(const struct flow *flow, const struct drawing_item *item,
                          int64_t size) {
    return flow->metrics->width(flow->metrics->user, item->text, FONT_SANS,
                                item->bold ? FONT_BOLD : FONT_REGULAR, size);
}

static void place_item(struct flow *flow, const struct doc_node *chart,
                       const struct drawing_item *item) {
    int64_t scale_to = flow->width, scale_from = chart->drawing->width;
    struct mark mark = {.kind = MARK_RECT,
                        .ink = item->ink,
                        .node = chart,
                        .x = flow->left + item->x * scale_to / scale_from,
                        .y = flow->y + item->y * scale_to / scale_from,
                        .width = item->width * scale_to / scale_from,
                        .height = item->height * scale_to / scale_from};
    switch (item->kind) {
    case DRAWING_RECT:
        break;
    case DRAWING_LINE: /* upright or level: a thin rectangle */
        mark.width = mark.width ? mark.width : item->size;
        mark.height = mark.height ? mark.height : item->size;
        break;
    case DRAWING_TEXT:
        mark.kind = MARK_TEXT;
        mark.family = FONT_SANS;
        mark.style = item->bold ? FONT_BOLD : FONT_REGULAR;
        mark.size = item->size * scale_to / scale_from;
        mark.width = text_width(flow, item, mark.size);
        mark.text = item->text;
        if (item->anchor == ANCHOR_END)
            mark.x -= mark.width;
        else if (item->anchor == ANCHOR_MIDDLE)
            mark.x -= mark.width / 2;
    }
    flow_mark(flow, mark);
}

/* what it shows, and its numbers */
static struct str alternative(struct arena *arena, const struct doc_node *chart) {
    const struct drawing *drawing = chart->drawing;
    struct buf text = buf_make(arena);
    buf_add(&text, drawing->title);
    if (drawing->description.size)
        buf_format(&text, ". %.*s", STR_ARG(drawing->description));
    for (const struct doc_node *row = chart->first->first; row; row = row->next) {
        if (row->role == DOC_ROW_HEAD)
            continue;
        buf_add(&text, row->role == DOC_ROW_BODY ? STR("; ") : STR(". "));
        for (const struct doc_node *cell = row->first; cell; cell = cell->next)
            buf_format(&text, "%s%.*s", cell == row->first ? "" : ": ",
                       STR_ARG(doc_plain_text(arena, cell)));
    }
    return buf_str(&text);
}

void flow_chart(struct flow *flow, const struct doc_node *chart) {
    const struct drawing *drawing = chart->drawing;
    flow->y += flow_fresh(flow) ? 0 : 4000;
    flow_need(flow, chart_height(flow, chart));
    int64_t height = drawing->height * flow->width / drawing->width;
    flow_anchor(flow, chart->id);
    flow_open(flow, (struct element){.kind = ELEMENT_FIGURE,
                                     .alternative = alternative(flow->arena, chart),
                                     .sheet = (uint32_t)flow->layout->count - 1,
                                     .box = {flow->left, flow->y, flow->left + flow->width,
                                             flow->y + height}});
    for (size_t i = 0; i < drawing->count; i++)
        place_item(flow, chart, &drawing->items[i]);
    flow->y += height;
    flow_caption(flow, "figure", chart, drawing->title);
    flow_close(flow);
    flow->y += 10000;
}

/* --- images: at 96 dots an inch, smaller when the column or the page is */

static void image_size(const struct flow *flow, const struct doc_image *image, int64_t *width,
                       int64_t *height) {
    enum { PIXEL = 750, SHARE_MOST = 60 };
    int64_t body = flow->frame.height - flow->frame.top - flow->frame.bottom;
    int64_t most = body * SHARE_MOST / 100;
    *width = (int64_t)image->width * PIXEL;
    *height = (int64_t)image->height * PIXEL;
    if (*width > flow->width) {
        *height = *height * flow->width / *width;
        *width = flow->width;
    }
    if (*height > most) {
        *width = *width * most / *height;
        *height = most;
    }
}

int64_t image_height(const struct flow *flow, const struct doc_node *node) {
    int64_t width, height;
    image_size(flow, node->image, &width, &height);
    return height + 30000;
}

void flow_image(struct flow *flow, const struct doc_node *node) {
    int64_t width, height;
    image_size(flow, node->image, &width, &height);
    flow->y += flow_fresh(flow) ? 0 : 4000;
    flow_need(flow, image_height(flow, node));
    int64_t x = flow->left + (flow->width - width) / 2;
    flow_anchor(flow, node->id);
    flow_open(flow, (struct element){.kind = ELEMENT_FIGURE,
                                     .alternative = node->image->alternative,
                                     .sheet = (uint32_t)flow->layout->count - 1,
                                     .box = {x, flow->y, x + width, flow->y + height}});
    flow_mark(flow, (struct mark){.kind = MARK_IMAGE,
                                  .x = x,
                                  .y = flow->y,
                                  .width = width,
                                  .height = height,
                                  .node = node});
    flow->y += height + 3000;
    if (node->image->caption.size)
        flow_caption(flow, "figure", node, node->image->caption);
    flow_close(flow);
    flow->y += 10000;
}
