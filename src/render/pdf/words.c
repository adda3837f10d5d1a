/* Inlines → words → lines → marks. A no-break space is part of its word. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

static void word_new(struct flow *flow, struct text_block *block) {
    block->words =
        ARENA_PUSH(flow->arena, block->words, block->word_count, &block->word_capacity);
    block->breaks =
        ARENA_PUSH(flow->arena, block->breaks, block->word_count, &block->break_capacity);
    block->words[block->word_count] =
        (struct word){block->fragment_count, block->fragment_count};
    block->breaks[block->word_count] = (struct break_word){0};
    block->word_count++;
}

static void fragment_add(struct flow *flow, struct text_block *block,
                         struct fragment fragment) {
    if (!block->open)
        word_new(flow, block);
    block->open = true;
    block->fragments = ARENA_PUSH(flow->arena, block->fragments, block->fragment_count,
                                  &block->fragment_capacity);
    fragment.width = flow->metrics->width(flow->metrics->user, fragment.text, fragment.family,
                                          fragment.style, block->type.size);
    block->fragments[block->fragment_count++] = fragment;
    block->words[block->word_count - 1].to = block->fragment_count;
    block->breaks[block->word_count - 1].width += fragment.width;
}

static void add_words(struct flow *flow, struct text_block *block, struct str text,
                      struct fragment like) {
    struct str rest = text, part;
    for (bool more = true; more;) {
        more = str_cut(&rest, ' ', &part);
        if (part.size) {
            like.text = part;
            fragment_add(flow, block, like);
        }
        if (more)
            block->open = false;
    }
}

void block_add_text(struct flow *flow, struct text_block *block, struct str text,
                    enum font_style style, const struct doc_node *node) {
    add_words(flow, block, text,
              (struct fragment){.style = style, .family = block->type.family, .node = node});
}

static enum font_style with_bold(enum font_style style) {
    return style == FONT_ITALIC || style == FONT_BOLD_ITALIC ? FONT_BOLD_ITALIC : FONT_BOLD;
}

static enum font_style with_italic(enum font_style style) {
    return style == FONT_BOLD || style == FONT_BOLD_ITALIC ? FONT_BOLD_ITALIC : FONT_ITALIC;
}

static bool is_external(struct str target) {
    return str_starts(target, STR("http://")) || str_starts(target, STR("https://")) ||
           str_starts(target, STR("mailto:"));
}

/* what a link leads to on paper: an address, or a page of the published site */
static struct str url_of(struct flow *flow, struct str target) {
    if (target.size == 0 || is_external(target))
        return target;
    if (flow->site->base_url.size == 0)
        return STR_EMPTY;
    return str_format(flow->arena, "%.*s/%.*s", STR_ARG(flow->site->base_url), STR_ARG(target));
}

static void add_inlines(struct flow *flow, struct text_block *block,
                        const struct doc_node *parent, struct fragment like) {
    for (const struct doc_node *node = parent->first; node; node = node->next) {
        struct fragment own = like;
        own.node = node;
        switch (node->kind) {
        case DOC_TEXT:
            add_words(flow, block, node->text, own);
            break;
        case DOC_VALUE:
            own.url = url_of(flow, node->target);
            own.link = own.url.size ? node : like.link;
            add_words(flow, block, node->text, own);
            break;
        case DOC_CODE:
            own.family = FONT_SANS;
            add_words(flow, block, node->text, own);
            break;
        case DOC_SOFT_BREAK:
            block->open = false;
            break;
        case DOC_LINE_BREAK:
            if (block->word_count)
                block->breaks[block->word_count - 1].forced = true;
            block->open = false;
            break;
        case DOC_EMPHASIS:
            own.style = with_italic(like.style);
            add_inlines(flow, block, node, own);
            break;
        case DOC_STRONG:
            own.style = with_bold(like.style);
            add_inlines(flow, block, node, own);
            break;
        case DOC_LINK:
            own.url = url_of(flow, node->target);
            own.link = own.url.size ? node : like.link;
            add_inlines(flow, block, node, own);
            break;
        default:
            ASSERT(!doc_is_inline(node->kind));
        }
    }
}

void block_add_inlines(struct flow *flow, struct text_block *block,
                       const struct doc_node *parent, enum font_style style) {
    add_inlines(flow, block, parent,
                (struct fragment){.style = style, .family = block->type.family});
}

/* the space before a word is as wide as in the style of the word before it */
static void measure_spaces(struct flow *flow, struct text_block *block) {
    block->natural = 0;
    block->widest_word = 0;
    for (size_t i = 0; i < block->word_count; i++) {
        if (i) {
            const struct fragment *before = &block->fragments[block->words[i - 1].to - 1];
            block->breaks[i].space = flow->metrics->width(
                flow->metrics->user, STR(" "), before->family, before->style, block->type.size);
        }
        block->natural += block->breaks[i].width + block->breaks[i].space;
        if (block->breaks[i].width > block->widest_word)
            block->widest_word = block->breaks[i].width;
    }
}

void block_break(struct flow *flow, struct text_block *block, int64_t width, int64_t indent) {
    measure_spaces(flow, block);
    if (width > 0)
        block->lines = linebreak(flow->arena, block->breaks, block->word_count, width, indent,
                                 &block->line_count);
}

/* --- placing */

static bool same_run(const struct fragment *a, const struct fragment *b) {
    return a->style == b->style && a->family == b->family && a->link == b->link;
}

struct run { /* fragments of one style on a line, becoming one mark */
    struct buf text;
    int64_t x, width; /* natural */
    size_t spaces;
    const struct fragment *first;
};

/* what a screen reader says of a link: what the number is, or the words of the link */
static struct str link_words(struct flow *flow, const struct run *run) {
    const struct doc_node *link = run->first->link;
    if (link && link->hint.size)
        return link->hint;
    struct str words = link ? doc_plain_text(flow->arena, link) : STR_EMPTY;
    return words.size ? words : run->first->url;
}

struct stretching { /* what is given to the spaces of a line, from left to right */
    int64_t each;
    size_t more; /* spaces that still get one more */
};

/* A link that goes on over a line end, or in another style, stays one element. */
static void open_link(struct flow *flow, struct text_block *block, const struct run *run) {
    const struct doc_node *link = run->first->link;
    if (link && block->link == link) {
        flow->element = block->link_element;
        return;
    }
    block->link = link;
    block->link_element = flow_open(
        flow, (struct element){.kind = ELEMENT_LINK, .alternative = link_words(flow, run)});
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
                                  .y = mark.y - block->type.size,
                                  .width = mark.width,
                                  .height = block->type.leading,
                                  .text = run->first->url,
                                  .node = run->first->node});
    flow_close(flow);
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
                            .x = run->x,
                            .y = y,
                            .width = width,
                            .size = block->type.size,
                            .stretch = stretching->each,
                            .stretch_more = more,
                            .text = str_copy(flow->arena, buf_str(&run->text)),
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
    size_t gaps = line->to - line->from - 1;
    struct stretching stretching = {0};
    if (align == LINE_JUSTIFY && !line->last && gaps && slack > 0) {
        stretching.each = slack / (int64_t)gaps;
        stretching.more = (size_t)(slack % (int64_t)gaps);
    } else if (align == LINE_CENTER) {
        x += slack / 2;
    } else if (align == LINE_END) {
        x += slack;
    }
    struct run run = {.text = buf_make(flow->arena), .x = x};
    for (size_t w = line->from; w < line->to; w++) {
        for (size_t f = block->words[w].from; f < block->words[w].to; f++) {
            const struct fragment *fragment = &block->fragments[f];
            if (run.first && !same_run(run.first, fragment))
                run.x += run_end(flow, &run, &stretching, block, y, artifact);
            if (run.text.size == 0)
                run.first = fragment;
            buf_add(&run.text, fragment->text);
            run.width += fragment->width;
        }
        if (w + 1 < line->to) {
            buf_add_char(&run.text, ' ');
            run.width += block->breaks[w + 1].space;
            run.spaces++;
        }
    }
    run_end(flow, &run, &stretching, block, y, artifact);
}
