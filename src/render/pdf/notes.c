/* Footnotes: at the foot of the page on which they are referred to, under a short rule. A long
 * one goes on at the foot of the next page. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum {
    RULE_SPACE = 12000, /* above the first note, the rule in it */
    RULE_WIDTH = 110000,
    SHARE_MOST = 40 /* percent of the page that notes may take */
};

static int64_t leading_of(const struct flow *flow) {
    return flow->style->note_size * 125 / 100;
}

static size_t lines_most(const struct flow *flow) {
    int64_t body = flow->frame.height - flow->frame.top - flow->frame.bottom;
    return (size_t)(body * SHARE_MOST / 100 / leading_of(flow));
}

static struct text_block *note_block(struct flow *flow, const struct doc_node *node) {
    struct text_block *block = ARENA_NEW(flow->arena, struct text_block);
    block->type = (struct type){(enum font_family)flow->style->body_family, FONT_REGULAR,
                                flow->style->note_size, leading_of(flow), INK_TEXT};
    block_add_raised(flow, block, str_format(flow->arena, "%d", node->number), node, STR_EMPTY);
    block->open = false;
    block_add_inlines(flow, block, node, FONT_REGULAR);
    block_break(flow, block, flow->frame.text_width, 0);
    return block;
}

/* calls for each note of a line; returns the lines of all */
static size_t each_note(struct flow *flow, const struct text_block *block, size_t line,
                        void (*use)(struct flow *, const struct doc_node *,
                                    struct text_block *)) {
    size_t lines = 0;
    for (size_t w = block->lines[line].from; w < block->lines[line].to; w++)
        for (size_t f = block->words[w].from; f < block->words[w].to; f++) {
            const struct doc_node *link = block->fragments[f].link;
            if (!link || link->kind != DOC_NOTE)
                continue;
            struct text_block *note = note_block(flow, link);
            lines += note->line_count;
            if (use)
                use(flow, link, note);
        }
    return lines;
}

int64_t notes_height(struct flow *flow, const struct text_block *block, size_t line) {
    if (!block->notes)
        return 0;
    size_t lines = each_note(flow, block, line, NULL);
    size_t most = lines_most(flow);
    if (lines == 0)
        return 0;
    return (int64_t)(lines < most ? lines : most) * leading_of(flow) +
           (flow->notes.count ? 0 : RULE_SPACE);
}

static void add(struct flow *flow, const struct doc_node *node, struct text_block *block) {
    struct notes *notes = &flow->notes;
    uint32_t element = flow_open(flow, (struct element){.kind = ELEMENT_NOTE});
    flow_close(flow);
    notes->items = ARENA_PUSH(flow->arena, notes->items, notes->count, &notes->capacity);
    notes->items[notes->count++] =
        (struct note){.block = block,
                      .anchor = str_format(flow->arena, "_note%d", node->number),
                      .element = element};
}

/* room for as much of all notes as the page may give */
static void reserve(struct flow *flow) {
    struct notes *notes = &flow->notes;
    size_t left = lines_most(flow), used = 0;
    for (size_t i = 0; i < notes->count; i++) {
        struct note *note = &notes->items[i];
        size_t lines = note->block->line_count - note->line;
        note->reserved = lines < left ? lines : left;
        left -= note->reserved;
        used += note->reserved;
    }
    notes->height = used ? (int64_t)used * leading_of(flow) + RULE_SPACE : 0;
}

void notes_add(struct flow *flow, const struct text_block *block, size_t line) {
    if (block && !block->notes)
        return;
    if (block)
        each_note(flow, block, line, add);
    reserve(flow);
}

void notes_place(struct flow *flow) {
    struct notes *notes = &flow->notes;
    uint32_t open = flow->element;
    int64_t y = flow->frame.height - flow->frame.bottom - notes->height, leading;
    int64_t body_y = flow->y;
    flow_rule(flow, flow->frame.left, y + RULE_SPACE / 3, RULE_WIDTH, 400, INK_TEXT);
    y += RULE_SPACE;
    for (size_t i = 0; i < notes->count; i++) {
        struct note *note = &notes->items[i];
        leading = note->block->type.leading;
        flow->element = note->element;
        flow->y = y;
        if (note->line == 0 && note->reserved)
            flow_anchor(flow, note->anchor);
        for (size_t k = 0; k < note->reserved; k++, note->line++, y += leading)
            block_place(flow, note->block, note->line, flow->frame.left,
                        y + leading - note->block->type.size * 35 / 100, flow->frame.text_width,
                        LINE_JUSTIFY, false);
        note->reserved = 0;
    }
    flow->element = open;
    flow->y = body_y;
}

bool notes_left(const struct flow *flow) {
    for (size_t i = 0; i < flow->notes.count; i++)
        if (flow->notes.items[i].line < flow->notes.items[i].block->line_count)
            return true;
    return false;
}
