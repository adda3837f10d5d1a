/* Pages: their frames, what stands in their margins, and when the next one begins. */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "render/pdf/flow.h"

enum {
    FOOT_SIZE = 8500,
    FOOT_LEADING = 10500,
    HEAD_BASELINE = 42000, /* of the page number */
    NUMBER_SIZE = 12000,
    RUNNING_SIZE = 9000,
    RUNNING_PERCENT = 42 /* of the width, on each side of the page number */
};

struct frame frame_of(const struct print_style *style, int64_t permille, bool landscape) {
    int64_t sides = (style->margin_left + style->margin_right) / 2; /* of a turned page */
    struct frame frame = {.width = landscape ? PAGE_HEIGHT : PAGE_WIDTH,
                          .height = landscape ? PAGE_WIDTH : PAGE_HEIGHT,
                          .top = style->margin_top,
                          .bottom = style->margin_bottom,
                          .left = landscape ? sides : style->margin_left,
                          .right = landscape ? sides : style->margin_right};
    int64_t *lengths[] = {&frame.width,  &frame.height, &frame.top,
                          &frame.bottom, &frame.left,   &frame.right};
    for (size_t i = 0; i < COUNT_OF(lengths); i++)
        *lengths[i] = *lengths[i] * 1000 / permille;
    frame.text_width = frame.width - frame.left - frame.right;
    return frame;
}

struct sheet *flow_sheet(struct flow *flow) {
    return &flow->layout->sheets[flow->layout->count - 1];
}

void flow_rule(struct flow *flow, int64_t x, int64_t y, int64_t width, int64_t thickness,
               enum drawing_ink ink) {
    flow_artifact(flow, (struct mark){.kind = MARK_RECT,
                                      .ink = ink,
                                      .x = mark_length(x),
                                      .y = mark_length(y),
                                      .width = mark_length(width),
                                      .height = mark_length(thickness)});
}

static void place_margin(struct flow *flow, struct str text, struct type type, int64_t y,
                         enum line_align align) {
    struct text_block block = {.type = type};
    block_add_text(flow, &block, text, type.style, NULL);
    block_break(flow, &block, flow->frame.text_width, 0);
    for (size_t i = 0; i < block.line_count; i++)
        block_place(flow, &block, i, flow->frame.left, y + (int64_t)i * type.leading,
                    flow->frame.text_width, align, true);
}

/* from the second page on: the title at left, the number in the middle, the chapter at right:
 * the one that begins at the top of the page, or goes on there */
static void place_head(struct flow *flow) {
    const struct letterhead *head = flow->document->letterhead;
    struct type number = {FONT_SERIF, FONT_REGULAR, NUMBER_SIZE, NUMBER_SIZE, INK_MUTED};
    struct type running = {FONT_SERIF, FONT_ITALIC, RUNNING_SIZE, RUNNING_SIZE, INK_MUTED};
    int64_t side = flow->frame.text_width * RUNNING_PERCENT / 100;
    place_margin(flow, str_format(flow->arena, "%zu", flow->layout->count), number,
                 HEAD_BASELINE, LINE_CENTER);
    if (head && head->kind != LETTERHEAD_PUBLICATION)
        return;
    place_margin(flow, text_shortened(flow, flow->document->title, &running, side), running,
                 HEAD_BASELINE, LINE_START);
    place_margin(flow, text_shortened(flow, flow->running, &running, side), running,
                 HEAD_BASELINE, LINE_END);
}

static void place_notice(struct flow *flow) {
    struct type type = {FONT_SERIF, FONT_ITALIC, FOOT_SIZE, FOOT_LEADING, INK_MUTED};
    int64_t foot = flow->frame.height - flow->frame.bottom + 24000;
    flow_rule(flow, flow->frame.left, foot - 12000, flow->frame.text_width, 400, INK_GRID);
    place_margin(flow, flow->site->notice, type, foot, LINE_CENTER);
}

void flow_end_sheet(struct flow *flow) {
    struct sheet *sheet = flow_sheet(flow);
    if (flow->notes.count)
        notes_place(flow);
    if (flow->layout->count > 1 && !flow->blank)
        place_head(flow);
    if (flow->layout->overfull)
        return; /* the last page is never done */
    struct mark *marks = ARENA_ARRAY(flow->arena, struct mark, sheet->count);
    for (size_t i = 0; i < sheet->count; i++)
        marks[i] = sheet->marks[i];
    sheet->marks = marks; /* no more than they are */
    sheet->capacity = sheet->count;
    arena_reset(flow->page);
}

/* the notes that did not fit go on at the foot of the new page */
static void carry_notes(struct flow *flow) {
    struct notes *notes = &flow->notes;
    size_t kept = 0;
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].line < notes->items[i].block->line_count)
            notes->items[kept++] = notes->items[i];
    notes->count = kept;
    notes->height = 0;
}

static void begin_sheet(struct flow *flow) {
    struct layout *layout = flow->layout;
    carry_notes(flow);
    flow->pending = PENDING_NONE;
    flow->blank = false;
    flow->running = flow->chapter;
    flow->y = flow->frame.top;
    if (layout->count == LIMIT_PDF_PAGES) {
        layout->overfull = true;
        return;
    }
    layout->sheets = ARENA_PUSH(flow->arena, layout->sheets, layout->count, &layout->capacity);
    layout->sheets[layout->count++] =
        (struct sheet){.width = flow->frame.width, .height = flow->frame.height};
    if (flow->site->illustrative)
        place_notice(flow);
    if (flow->notes.count)
        notes_add(flow, NULL, 0);
}

void flow_new_sheet(struct flow *flow) {
    if (flow->layout->count)
        flow_end_sheet(flow);
    begin_sheet(flow);
}

static void turn(struct flow *flow, bool landscape) {
    flow->landscape = landscape;
    flow->frame = frame_of(flow->style, flow->permille, landscape);
    flow->left = flow->frame.left;
    flow->width = flow->frame.text_width;
}

void flow_ready(struct flow *flow, bool landscape) {
    bool turned = landscape != flow->landscape;
    enum pending pending = flow->pending;
    if (!turned && pending == PENDING_NONE)
        return;
    flow_end_sheet(flow); /* its foot lies as it did */
    if (turned)
        turn(flow, landscape);
    begin_sheet(flow);
    if (pending == PENDING_RIGHT && flow->layout->count % 2 == 0) {
        flow->blank = !notes_left(flow);
        flow_new_sheet(flow);
    }
}

int64_t flow_room(const struct flow *flow) {
    return flow->frame.height - flow->frame.bottom - flow->y - flow->notes.height;
}

bool flow_fresh(const struct flow *flow) {
    return flow->y == flow->frame.top;
}

void flow_need(struct flow *flow, int64_t height) {
    if (flow_room(flow) < height && !flow_fresh(flow))
        flow_new_sheet(flow);
}
