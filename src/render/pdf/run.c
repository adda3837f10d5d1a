/* Lines → marks: a run of one style is one mark, stretched at its spaces. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

static bool same_run(const struct fragment *a, const struct fragment *b) {
    return a->style == b->style && a->family == b->family && a->link == b->link &&
           a->size == b->size && a->rise == b->rise;
}

struct run { /* fragments of one style on a line, becoming one mark */
    struct buf text;
    int64_t x, width; /* natural */
    size_t spaces;
    const struct fragment *first;
};

/* blanks at which no line ends; in a justified line they are as wide as the others */
static size_t joining_blanks(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i + 1 < text.size; i++)
        count += text.data[i] == '\xC2' && text.data[i + 1] == '\xA0';
    return count;
}

/* what a screen reader says of a link: what the number is, or the words of the link */
static struct str link_words(struct flow *flow, const struct run *run) {
    const struct doc_node *link = run->first->link;
    struct str hint = doc_lead(link)->hint;
    if (hint.size)
        return hint;
    if (link->kind == DOC_NOTE)
        return doc_plain_text(flow->arena, link);
    struct str words = doc_plain_text(flow->arena, link);
    return words.size ? words : run->first->url;
}

struct stretching { /* what is given to the spaces of a line, from left to right */
    int64_t each;
    size_t more; /* spaces that still get one more */
};

/* A link that goes on over a line end, or in another style, stays one element. */
static void open_link(struct flow *flow, struct text_block *block, const struct run *run) {
    const struct doc_node *link = run->first->link;
    if (block->link == link) {
        flow->element = block->link_element;
        return;
    }
    if (link->kind == DOC_NOTE)
        flow_open(flow, (struct element){.kind = ELEMENT_REFERENCE});
    block->link = link;
    block->link_element = flow_open(flow, (struct element){.kind = ELEMENT_LINK});
    flow_word(flow, (struct wording){.alternative = link_words(flow, run)});
}

static void place_run(struct flow *flow, struct text_block *block, const struct run *run,
                      struct mark mark, bool artifact) {
    if (artifact) {
        flow_artifact(flow, mark);
        return;
    }
    bool link = run->first->url.size > 0;
    if (link)
        open_link(flow, block, run);
    flow_mark(flow, mark);
    if (!link)
        return;
    flow_mark(flow, (struct mark){.kind = MARK_LINK,
                                  .x = mark.x,
                                  .y = mark_length(mark.y - block->type.size),
                                  .width = mark.width,
                                  .height = mark_length(block->type.leading),
                                  .text = str_copy(flow->arena, run->first->url),
                                  .node = run->first->node});
    flow_close(flow);
    if (run->first->link->kind == DOC_NOTE)
        flow_close(flow);
}

/* what a node says lives as long as the document: it is shared, not copied */
static struct str run_text(struct flow *flow, const struct run *run) {
    struct str text = buf_str(&run->text);
    const struct doc_node *node = run->first->node;
    if (node && doc_is_inline(node->kind) && str_equal(node->text, text))
        return node->text;
    return str_copy(flow->arena, text);
}

static int64_t run_end(struct flow *flow, struct run *run, struct stretching *stretching,
                       struct text_block *block, int64_t y, bool artifact) {
    size_t more = run->spaces < stretching->more ? run->spaces : stretching->more;
    int64_t width = run->width + (int64_t)run->spaces * stretching->each + (int64_t)more;
    if (run->first && run->text.size) {
        struct mark mark = {.kind = MARK_TEXT,
                            .ink = block->type.ink,
                            .family = run->first->family,
                            .style = run->first->style,
                            .x = mark_length(run->x),
                            .y = mark_length(y - run->first->rise),
                            .width = mark_length(width),
                            .size = mark_length(run->first->size),
                            .stretch = mark_length(stretching->each),
                            .stretch_more = (uint16_t)more,
                            .text = run_text(flow, run),
                            .node = run->first->node};
        place_run(flow, block, run, mark, artifact);
    }
    stretching->more -= more;
    buf_clear(&run->text);
    run->spaces = 0;
    run->width = 0;
    return width;
}

void block_place(struct flow *flow, struct text_block *block, size_t index, int64_t x,
                 int64_t y, int64_t width, enum line_align align, bool artifact) {
    const struct break_line *line = &block->lines[index];
    int64_t slack = width - line->width;
    size_t gaps = 0;
    bool justified = align == LINE_JUSTIFY && !line->last && slack > 0;
    for (size_t w = line->from; w < line->to && justified; w++) {
        gaps += w > line->from && !block->words[w].glued;
        for (size_t f = block->words[w].from; f < block->words[w].to; f++)
            gaps += joining_blanks(block->fragments[f].text);
    }
    struct stretching stretching = {0};
    if (gaps) {
        stretching.each = slack / (int64_t)gaps;
        stretching.more = (size_t)(slack % (int64_t)gaps);
    } else if (align == LINE_CENTER) {
        x += slack / 2;
    } else if (align == LINE_END) {
        x += slack;
    }
    struct arena_mark mark = arena_mark(flow->scratch);
    struct run run = {.text = buf_make(flow->scratch), .x = x};
    for (size_t w = line->from; w < line->to; w++) {
        for (size_t f = block->words[w].from; f < block->words[w].to; f++) {
            const struct fragment *fragment = &block->fragments[f];
            if (run.first && !same_run(run.first, fragment))
                run.x += run_end(flow, &run, &stretching, block, y, artifact);
            if (run.text.size == 0)
                run.first = fragment;
            buf_add(&run.text, fragment->text);
            run.width += fragment->width;
            run.spaces += gaps ? joining_blanks(fragment->text) : 0;
        }
        if (w + 1 < line->to && !block->words[w + 1].glued) {
            buf_add_char(&run.text, ' ');
            run.width += block->breaks[w + 1].space;
            run.spaces++;
        }
    }
    run_end(flow, &run, &stretching, block, y, artifact);
    arena_release(flow->scratch, mark);
}
