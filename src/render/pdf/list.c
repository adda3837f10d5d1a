/* Lists: a label in the margin of each item, on the line where its first block begins. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum { INDENT_LEAST = 20000, LABEL_GAP = 6000 };

static struct text_block *label_block(struct flow *flow, struct str label,
                                      const struct doc_node *item) {
    struct text_block *block = ARENA_NEW(flow->arena, struct text_block);
    block->type = (struct type){(enum font_family)flow->style->body_family, FONT_REGULAR,
                                flow->style->body_size, flow->style->body_leading, INK_TEXT};
    block_add_text(flow, block, label, FONT_REGULAR, item);
    block_break(flow, block, flow->frame.text_width, 0);
    return block;
}

void flow_place_label(struct flow *flow, int64_t baseline) {
    struct text_block *label = flow->label;
    uint32_t open = flow->element;
    flow->label = NULL;
    flow->element = flow->label_element;
    block_place(flow, label, 0, flow->left - flow->label_indent, baseline, flow->label_indent,
                LINE_START, false);
    flow->element = open;
}

static bool begins_with_text(const struct doc_node *item) {
    return item->first &&
           (item->first->kind == DOC_PARAGRAPH || item->first->kind == DOC_HEADING);
}

static void flow_item(struct flow *flow, const struct doc_node *item, struct text_block *label,
                      int64_t indent) {
    int64_t leading = flow->style->body_leading;
    if (!flow->label) /* an item that begins with a list: its label stands before that list's */
        flow_need(flow, flow_start_height(flow, item->first));
    flow->left += indent;
    flow->width -= indent;
    flow_open(flow, (struct element){.kind = ELEMENT_ITEM});
    flow->label_element = flow_open(flow, (struct element){.kind = ELEMENT_LABEL});
    flow_close(flow);
    flow->label = label;
    flow->label_indent = indent;
    if (!begins_with_text(item)) {
        flow_place_label(flow, flow->y + leading * 3 / 4);
        flow->y += item->first ? 0 : leading;
    }
    flow_open(flow, (struct element){.kind = ELEMENT_ITEM_BODY});
    flow_blocks(flow, item);
    flow_close(flow);
    flow_close(flow);
    if (flow->label) /* its text is empty */
        flow_place_label(flow, flow->y += leading);
    flow->left -= indent;
    flow->width += indent;
}

void flow_list(struct flow *flow, const struct doc_node *list) {
    static const char *const BULLETS[] = {"–", "+", "•"};
    int number = list->level;
    size_t count = 0;
    int64_t indent = INDENT_LEAST;
    for (const struct doc_node *item = list->first; item; item = item->next)
        count++;
    struct text_block **labels = ARENA_ARRAY(flow->arena, struct text_block *, count + 1);
    const struct doc_node *item = list->first;
    for (size_t i = 0; i < count; i++, item = item->next) {
        struct str text = list->level < 0
                              ? str_of(BULLETS[(size_t)flow->list_depth % COUNT_OF(BULLETS)])
                              : str_format(flow->arena, "%d.", number++);
        labels[i] = label_block(flow, text, item);
        if (labels[i]->natural + LABEL_GAP > indent)
            indent = labels[i]->natural + LABEL_GAP;
    }
    flow_open(flow, (struct element){.kind = ELEMENT_LIST});
    bool tight = flow->tight;
    flow->tight = list->tight;
    flow->list_depth++;
    item = list->first;
    for (size_t i = 0; i < count; i++, item = item->next)
        flow_item(flow, item, labels[i], indent);
    flow->list_depth--;
    flow->tight = tight;
    flow_close(flow);
    if (flow->list_depth == 0 && list->tight)
        flow->y += flow->style->body_gap / 2;
}
