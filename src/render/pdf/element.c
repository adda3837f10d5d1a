/* The tree beside the marks: elements open and close while the layout goes down the page, and
 * what is placed meanwhile belongs to them, in reading order. */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "render/pdf/flow.h"

void flow_artifact_on(struct flow *flow, struct sheet *sheet, struct mark mark) {
    struct arena *arena = sheet == flow_sheet(flow) ? flow->page : flow->arena;
    sheet->marks = ARENA_PUSH(arena, sheet->marks, sheet->count, &sheet->capacity);
    sheet->marks[sheet->count++] = mark;
}

void flow_artifact(struct flow *flow, struct mark mark) {
    flow_artifact_on(flow, flow_sheet(flow), mark);
}

_Static_assert(LIMIT_PDF_PAGES <= UINT16_MAX, "a kid names its sheet in two bytes");
_Static_assert(LIMIT_TABLE_COLUMNS <= UINT8_MAX, "a cell names what it spans in one");

int32_t mark_length(int64_t mpt) {
    return mpt > INT32_MAX ? INT32_MAX : mpt < -INT32_MAX ? -INT32_MAX : (int32_t)mpt;
}

static struct element *element_new(struct flow *flow) {
    struct layout *layout = flow->layout;
    size_t piece = layout->element_count / LAYOUT_PIECE;
    if (layout->element_count % LAYOUT_PIECE == 0) {
        layout->elements =
            ARENA_PUSH(flow->arena, layout->elements, piece, &layout->element_pieces);
        layout->elements[piece] = ARENA_ARRAY(flow->arena, struct element, LAYOUT_PIECE);
    }
    return layout_element(layout, (uint32_t)layout->element_count++);
}

static struct element_kid *kid_new(struct flow *flow) {
    struct layout *layout = flow->layout;
    size_t piece = layout->kid_count / LAYOUT_PIECE;
    if (layout->kid_count % LAYOUT_PIECE == 0) {
        layout->kids = ARENA_PUSH(flow->arena, layout->kids, piece, &layout->kid_pieces);
        layout->kids[piece] = ARENA_ARRAY(flow->arena, struct element_kid, LAYOUT_PIECE);
    }
    return layout_kid(layout, (uint32_t)layout->kid_count++);
}

static void add_kid(struct flow *flow, struct element_kid kid) {
    struct layout *layout = flow->layout;
    uint32_t at = (uint32_t)layout->kid_count;
    *kid_new(flow) = kid;
    struct element *element = layout_element(layout, flow->element);
    if (element->last)
        layout_kid(layout, element->last)->next = at;
    else
        element->first = at;
    element->last = at;
}

void elements_start(struct flow *flow) {
    struct layout *layout = flow->layout;
    flow->element = ELEMENT_NONE;
    *element_new(flow) = (struct element){.kind = ELEMENT_DOCUMENT};
    *kid_new(flow) = (struct element_kid){0}; /* 0 means none */
    flow_word(flow, (struct wording){0});
    layout->anchors = map_make(flow->arena);
    flow->heading_level = 0;
}

uint32_t flow_open(struct flow *flow, struct element element) {
    struct layout *layout = flow->layout;
    element.parent = flow->element;
    element.first = element.last = 0;
    uint32_t at = (uint32_t)layout->element_count;
    *element_new(flow) = element;
    add_kid(flow, (struct element_kid){.kind = KID_ELEMENT, .index = at});
    flow->element = at;
    return at;
}

void flow_close(struct flow *flow) {
    ASSERT(flow->element != ELEMENT_NONE);
    flow->element = layout_element(flow->layout, flow->element)->parent;
}

void flow_word(struct flow *flow, struct wording wording) {
    struct layout *layout = flow->layout;
    layout->wordings = ARENA_PUSH(flow->arena, layout->wordings, layout->wording_count,
                                  &layout->wording_capacity);
    layout_element(layout, flow->element)->wording = (uint32_t)layout->wording_count;
    layout->wordings[layout->wording_count++] = wording;
}

/* the mark before, when this one goes on with its content */
static const struct mark *same_content(const struct flow *flow, const struct sheet *sheet) {
    for (size_t i = sheet->count; i-- > 0;) {
        const struct mark *mark = &sheet->marks[i];
        if (mark->kind != MARK_LINK)
            return mark->element == flow->element ? mark : NULL;
    }
    return NULL;
}

void flow_mark(struct flow *flow, struct mark mark) {
    struct sheet *sheet = flow_sheet(flow);
    uint16_t page = (uint16_t)(flow->layout->count - 1);
    ASSERT(flow->element != ELEMENT_NONE);
    mark.element = flow->element;
    if (mark.kind == MARK_LINK) {
        add_kid(flow, (struct element_kid){
                          .kind = KID_LINK, .index = (uint32_t)sheet->count, .sheet = page});
    } else {
        const struct mark *before = same_content(flow, sheet);
        mark.content = before ? before->content : sheet->content_count++;
        if (!before)
            add_kid(flow, (struct element_kid){
                              .kind = KID_CONTENT, .index = mark.content, .sheet = page});
    }
    flow_artifact(flow, mark);
}

void flow_anchor(struct flow *flow, struct str name) {
    struct layout *layout = flow->layout;
    if (name.size == 0 || map_get(&layout->anchors, name))
        return;
    struct anchor *anchor = ARENA_NEW(flow->arena, struct anchor);
    *anchor = (struct anchor){(uint32_t)layout->count - 1, flow->y};
    map_put(&layout->anchors, name, anchor);
}
