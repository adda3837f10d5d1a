/* Charts: the drawing at its own size, or smaller where the text is narrower, its caption
 * under it. Every mark has its label, so the table that goes with a chart on the screen is not
 * printed too. A drawing of rows that is taller than a page goes on over the next ones. */
#include "base/arena.h"
#include "render/pdf/flow.h"

enum {
    ENLARGED_MOST = 1000, /* thousandths: its words stay smaller than those of the text */
    REDUCED_LEAST = 800,  /* so that it still stands on this page */
    CAPTION_HEIGHT = 36000
};

struct figure {
    const struct doc_node *chart;
    int64_t left, width; /* as placed; its height in proportion */
    int64_t from, to;    /* the part that is placed now: y of the drawing */
};

static int64_t page_room(const struct flow *flow) {
    return flow->frame.height - flow->frame.top - flow->frame.bottom;
}

/* one that cannot be cut is made as small as a page */
static int64_t figure_width(const struct flow *flow, const struct drawing *drawing,
                            int64_t room) {
    int64_t most = drawing->width * ENLARGED_MOST / 1000;
    int64_t page = (page_room(flow) - CAPTION_HEIGHT) * drawing->width / drawing->height;
    most = drawing->cut_count == 0 && page < most ? page : most;
    return room < most ? room : most;
}

static int64_t scaled(const struct figure *figure, int64_t length) {
    return length * figure->width / figure->chart->drawing->width;
}

static bool is_cut(const struct flow *flow, const struct drawing *drawing, int64_t height) {
    return drawing->cut_count > 0 && height + CAPTION_HEIGHT > page_room(flow);
}

/* what must be together: all of it, a little reduced, or its beginning when it is cut anyway */
int64_t chart_height(const struct flow *flow, const struct doc_node *chart) {
    const struct drawing *drawing = chart->drawing;
    int64_t width = figure_width(flow, drawing, flow->frame.text_width);
    int64_t height = drawing->height * width / drawing->width;
    if (is_cut(flow, drawing, height)) {
        size_t few = drawing->cut_count < 3 ? drawing->cut_count - 1 : 2;
        return drawing->cuts[few] * width / drawing->width;
    }
    return height * REDUCED_LEAST / 1000 + CAPTION_HEIGHT;
}

/* the width at which the whole drawing stands in what is left of the page */
static int64_t reduced(const struct flow *flow, const struct drawing *drawing, int64_t width) {
    int64_t height = drawing->height * width / drawing->width;
    int64_t room = flow_room(flow) - CAPTION_HEIGHT;
    if (height <= room || is_cut(flow, drawing, height))
        return width;
    int64_t least = width * REDUCED_LEAST / 1000, fits = width * room / height;
    return fits > least ? fits : least;
}

static int64_t text_width(const struct flow *flow, const struct drawing_item *item,
                          int64_t size) {
    return flow->metrics->width(flow->metrics->user, item->text, FONT_SANS,
                                item->bold ? FONT_BOLD : FONT_REGULAR, size);
}

static void place_text(const struct flow *flow, const struct figure *figure,
                       const struct drawing_item *item, struct mark *mark) {
    mark->kind = MARK_TEXT;
    mark->family = FONT_SANS;
    mark->style = item->bold ? FONT_BOLD : FONT_REGULAR;
    mark->stretch = 0;
    mark->size = mark_length(scaled(figure, item->size));
    mark->width = mark_length(text_width(flow, item, mark->size));
    mark->text = item->text;
    if (item->anchor == ANCHOR_END)
        mark->x = mark_length((int64_t)mark->x - mark->width);
    else if (item->anchor == ANCHOR_MIDDLE)
        mark->x = mark_length((int64_t)mark->x - mark->width / 2);
}

/* an upright line may pass through several parts; anything else belongs to one */
static bool cut_item(const struct figure *figure, struct drawing_item *item) {
    if (item->kind != DRAWING_LINE || item->width)
        return item->y >= figure->from && item->y < figure->to;
    int64_t top = item->height < 0 ? item->y + item->height : item->y;
    int64_t bottom = item->height < 0 ? item->y : item->y + item->height;
    top = top < figure->from ? figure->from : top;
    bottom = bottom > figure->to ? figure->to : bottom;
    item->y = top;
    item->height = bottom - top;
    return top < bottom;
}

static void place_item(struct flow *flow, const struct figure *figure,
                       struct drawing_item item) {
    if (!cut_item(figure, &item))
        return;
    struct mark mark = {.kind = MARK_RECT,
                        .ink = item.ink,
                        .node = figure->chart,
                        .x = mark_length(figure->left + scaled(figure, item.x)),
                        .y = mark_length(flow->y + scaled(figure, item.y - figure->from)),
                        .width = mark_length(scaled(figure, item.width)),
                        .height = mark_length(scaled(figure, item.height))};
    switch (item.kind) {
    case DRAWING_RECT:
        break;
    case DRAWING_DISC:
        mark.kind = MARK_DISC;
        mark.size = mark_length(scaled(figure, item.size));
        break;
    case DRAWING_LINE:
        if (item.width && item.height) {
            mark.kind = MARK_LINE;
            mark.size = mark_length(item.size);
        } else { /* upright or level: a thin rectangle, which has sharp ends */
            mark.width = mark.width ? mark.width : mark_length(item.size);
            mark.height = mark.height ? mark.height : mark_length(item.size);
        }
        break;
    case DRAWING_TEXT:
        place_text(flow, figure, &item, &mark);
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

/* the end of the part that fits into `room`, at least one row */
static int64_t part_end(const struct flow *flow, const struct figure *figure) {
    const struct drawing *drawing = figure->chart->drawing;
    int64_t room = flow_room(flow), end = 0;
    if (scaled(figure, drawing->height - figure->from) + CAPTION_HEIGHT <= room)
        return drawing->height;
    for (size_t i = 0; i < drawing->cut_count; i++) {
        int64_t cut = drawing->cuts[i];
        if (cut > figure->from && (end == 0 || scaled(figure, cut - figure->from) <= room))
            end = cut;
    }
    return end ? end : drawing->height;
}

void flow_chart(struct flow *flow, const struct doc_node *chart) {
    const struct drawing *drawing = chart->drawing;
    struct figure figure = {.chart = chart};
    flow->y += flow_fresh(flow) ? 0 : 4000;
    flow_need(flow, chart_height(flow, chart));
    figure.width = reduced(flow, drawing, figure_width(flow, drawing, flow->width));
    figure.left = flow->left + (flow->width - figure.width) / 2;
    flow_anchor(flow, chart->id);
    figure.to = part_end(flow, &figure);
    flow_open(flow, (struct element){.kind = ELEMENT_FIGURE});
    flow_word(flow, (struct wording){.alternative = alternative(flow->arena, chart),
                                     .sheet = (uint32_t)flow->layout->count - 1,
                                     .box = {figure.left, flow->y, figure.left + figure.width,
                                             flow->y + scaled(&figure, figure.to)}});
    for (;;) {
        for (size_t i = 0; i < drawing->count; i++)
            place_item(flow, &figure, drawing->items[i]);
        flow->y += scaled(&figure, figure.to - figure.from);
        if (figure.to >= drawing->height)
            break;
        figure.from = figure.to;
        flow_new_sheet(flow);
        figure.to = part_end(flow, &figure);
    }
    flow_caption(flow, "figure", chart, drawing->title);
    flow_close(flow);
    flow->y += 10000;
}
