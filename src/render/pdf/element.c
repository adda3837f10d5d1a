/* The tree beside the marks: elements open and close while the layout goes down the page, and
 * what is placed meanwhile belongs to them, in reading order. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

void flow_artifact_on(struct flow *flow, struct sheet *sheet, struct mark mark) {
    struct arena *arena = sheet == flow_sheet(flow) ? flow->page : flow->arena;
    sheet->marks = ARENA_PUSH(arena, sheet->marks, sheet->count, &sheet->capacity);
    sheet->marks[sheet->count++] = mark;
}

void flow_artifact(struct flow *flow, struct mark mark) {
    flow_artifact_on(flow, flow_sheet(flow), mark);
}

static void add_kid(struct flow *flow, struct element_kid kid) {
    struct layout *layout = flow->layout;
    layout->kids =
        ARENA_PUSH(flow->arena, layout->kids, layout->kid_count, &layout->kid_capacity);
    uint32_t at = (uint32_t)layout->kid_count++;
    layout->kids[at] = kid;
    struct element *element = &layout->elements[flow->element];
    if (element->last)
        layout->kids[element->last].next = at;
    else
        element->first = at;
    element->last = at;
}

void elements_start(struct flow *flow) {
    struct layout *layout = flow->layout;
    layout->elements = ARENA_PUSH(flow->arena, layout->elements, layout->element_count,
                                  &layout->element_capacity);
    layout->elements[layout->element_count++] = (struct element){.kind = ELEMENT_DOCUMENT};
    layout->kids =
        ARENA_PUSH(flow->arena, layout->kids, layout->kid_count, &layout->kid_capacity);
    layout->kids[layout->kid_count++] = (struct element_kid){0}; /* 0 means none */
    layout->anchors = map_make(flow->arena);
    flow->element = ELEMENT_NONE;
    flow->heading_level = 0;
}

uint32_t flow_open(struct flow *flow, struct element element) {
    struct layout *layout = flow->layout;
    element.parent = flow->element;
    element.first = element.last = 0;
    layout->elements = ARENA_PUSH(flow->arena, layout->elements, layout->element_count,
                                  &layout->element_capacity);
    uint32_t at = (uint32_t)layout->element_count++;
    layout->elements[at] = element;
    add_kid(flow, (struct element_kid){.kind = KID_ELEMENT, .index = at});
    flow->element = at;
    return at;
}

void flow_close(struct flow *flow) {
    ASSERT(flow->element != ELEMENT_NONE);
    flow->element = flow->layout->elements[flow->element].parent;
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
    uint32_t page = (uint32_t)flow->layout->count - 1;
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
