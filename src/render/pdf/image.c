/* Pictures: at 96 dots an inch, smaller when the column or the page is. */
#include "base/guard.h"
#include "render/pdf/flow.h"

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

enum { CAPTION_HEIGHT = 36000, REDUCED_LEAST = 600 /* thousandths, to stand on this page */ };

int64_t image_height(const struct flow *flow, const struct doc_node *node) {
    int64_t width, height;
    image_size(flow, node->image, &width, &height);
    return height * REDUCED_LEAST / 1000 + CAPTION_HEIGHT;
}

void flow_image(struct flow *flow, const struct doc_node *node) {
    int64_t width, height;
    image_size(flow, node->image, &width, &height);
    flow->y += flow_fresh(flow) ? 0 : 4000;
    flow_need(flow, image_height(flow, node));
    int64_t room = flow_room(flow) - CAPTION_HEIGHT;
    if (height > room && room > 0) {
        width = width * room / height;
        height = room;
    }
    int64_t x = flow->left + (flow->width - width) / 2;
    flow_anchor(flow, node->id);
    flow_open(flow, (struct element){.kind = ELEMENT_FIGURE});
    flow_word(flow, (struct wording){.alternative = node->image->alternative,
                                     .sheet = (uint32_t)flow->layout->count - 1,
                                     .box = {x, flow->y, x + width, flow->y + height}});
    flow_mark(flow, (struct mark){.kind = MARK_IMAGE,
                                  .x = mark_length(x),
                                  .y = mark_length(flow->y),
                                  .width = mark_length(width),
                                  .height = mark_length(height),
                                  .node = node});
    flow->y += height + 3000;
    if (node->image->caption.size)
        flow_caption(flow, "figure", node, node->image->caption);
    flow_close(flow);
    flow->y += 10000;
}
