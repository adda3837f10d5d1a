/* Inlines → words → lines. A no-break space is part of its word. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

static void word_new(struct flow *flow, struct text_block *block) {
    block->words =
        ARENA_PUSH(flow->arena, block->words, block->word_count, &block->word_capacity);
    block->breaks =
        ARENA_PUSH(flow->arena, block->breaks, block->word_count, &block->break_capacity);
    block->words[block->word_count] =
        (struct word){.from = block->fragment_count, .to = block->fragment_count};
    block->breaks[block->word_count] = (struct break_word){0};
    block->word_count++;
}

static int64_t width_of(const struct flow *flow, const struct fragment *fragment,
                        struct str text) {
    return flow->metrics->width(flow->metrics->user, text, fragment->family, fragment->style,
                                fragment->size);
}

static void fragment_add(struct flow *flow, struct text_block *block,
                         struct fragment fragment) {
    if (!block->open)
        word_new(flow, block);
    block->open = true;
    block->fragments = ARENA_PUSH(flow->arena, block->fragments, block->fragment_count,
                                  &block->fragment_capacity);
    if (fragment.size == 0)
        fragment.size = block->type.size;
    fragment.width = width_of(flow, &fragment, fragment.text);
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

void block_add_link(struct flow *flow, struct text_block *block, struct str text,
                    enum font_style style, const struct doc_node *link, struct str url) {
    add_words(flow, block, text,
              (struct fragment){.style = style,
                                .family = block->type.family,
                                .node = link,
                                .link = link,
                                .url = url});
}

void block_add_whole(struct flow *flow, struct text_block *block, struct str text,
                     const struct doc_node *node) {
    if (text.size)
        fragment_add(
            flow, block,
            (struct fragment){.text = text, .family = block->type.family, .node = node});
}

void block_add_raised(struct flow *flow, struct text_block *block, struct str text,
                      const struct doc_node *node, struct str url) {
    enum { SIZE_PERCENT = 65, RISE_PERCENT = 34 };
    int64_t size = block->type.size;
    add_words(flow, block, text,
              (struct fragment){.family = block->type.family,
                                .node = node,
                                .link = url.size ? node : NULL,
                                .url = url,
                                .size = size * SIZE_PERCENT / 100,
                                .rise = size * RISE_PERCENT / 100});
}

static enum font_style with_bold(enum font_style style) {
    return style == FONT_ITALIC || style == FONT_BOLD_ITALIC ? FONT_BOLD_ITALIC : FONT_BOLD;
}

static enum font_style with_italic(enum font_style style) {
    return style == FONT_BOLD || style == FONT_BOLD_ITALIC ? FONT_BOLD_ITALIC : FONT_ITALIC;
}

static bool is_external(struct str target) {
    return str_starts(target, STR("http://")) || str_starts(target, STR("https://")) ||
           str_starts(target, STR("mailto:")) || str_starts(target, STR("tel:"));
}

/* what a link leads to on paper: an address, a place in this document, or a page of the
 * published site */
static struct str url_of(struct flow *flow, struct str target) {
    if (target.size == 0 || is_external(target) || target.data[0] == '#')
        return target;
    if (flow->site->base_url.size == 0)
        return STR_EMPTY;
    return str_format(flow->arena, "%.*s/%.*s", STR_ARG(flow->site->base_url), STR_ARG(target));
}

/* "Bảng 3", or "trang 7": the number is known from the pass before */
static struct str reference_text(struct flow *flow, const struct doc_node *node) {
    if (!node->page)
        return node->text;
    return str_format(flow->arena, "%.*s\xC2\xA0%zu", STR_ARG(node->text),
                      flow_page_of(flow, str_from(node->lead->target, 1)));
}

enum { CODE_PERCENT = 88 }; /* a fixed-width face looks larger than it is */

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
            own.url = url_of(flow, node->lead->target);
            own.link = own.url.size ? node : like.link;
            add_words(flow, block, node->text, own);
            break;
        case DOC_CODE:
            own.family = FONT_MONO;
            own.size = block->type.size * CODE_PERCENT / 100;
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
            own.url = url_of(flow, node->lead->target);
            own.link = own.url.size ? node : like.link;
            add_inlines(flow, block, node, own);
            break;
        case DOC_NOTE:
            block->notes = true;
            block_add_raised(flow, block, str_format(flow->arena, "%d", node->number), node,
                             str_format(flow->arena, "#_note%d", node->number));
            break;
        case DOC_REFERENCE:
            own.url = node->lead->target;
            own.link = node;
            add_words(flow, block, reference_text(flow, node), own);
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
            block->breaks[i].space =
                block->words[i].glued ? 0 : width_of(flow, before, STR(" "));
        }
        block->natural += block->breaks[i].width + block->breaks[i].space;
        if (block->breaks[i].width > block->widest_word)
            block->widest_word = block->breaks[i].width;
    }
}

/* --- words that are too long for any line */

/* the bytes of a text that fit, at least one character */
static size_t fitting(const struct flow *flow, const struct fragment *fragment, struct str text,
                      int64_t room, bool first) {
    size_t fit = 0;
    int64_t used = 0;
    for (size_t at = 0; at < text.size; fit = at) {
        size_t from = at;
        str_next(text, &at);
        used += width_of(flow, fragment, str_slice(text, from, at));
        if (used > room && !(first && from == 0))
            break;
    }
    return fit;
}

static void glue(struct flow *flow, struct text_block *block) {
    word_new(flow, block);
    block->words[block->word_count - 1].glued = true;
}

/* cuts one word into words of at most `width`, added to `out` */
static void split_word(struct flow *flow, const struct text_block *block, size_t word,
                       int64_t width, struct text_block *out) {
    int64_t used = 0;
    word_new(flow, out);
    out->open = true;
    out->words[out->word_count - 1].glued = block->words[word].glued;
    for (size_t f = block->words[word].from; f < block->words[word].to; f++) {
        struct fragment fragment = block->fragments[f];
        struct str rest = fragment.text;
        while (rest.size) {
            size_t fit = fitting(flow, &fragment, rest, width - used, used == 0);
            if (fit == 0) {
                glue(flow, out);
                used = 0;
                continue;
            }
            fragment.text = str_slice(rest, 0, fit);
            fragment_add(flow, out, fragment);
            used += out->fragments[out->fragment_count - 1].width;
            rest = str_from(rest, fit);
        }
    }
    out->breaks[out->word_count - 1].forced = block->breaks[word].forced;
}

/* false: the line is too narrow for any cut to help */
static bool split_words(struct flow *flow, struct text_block *block, int64_t width) {
    struct text_block out = *block;
    if (width <= 0)
        return false;
    out.fragments = NULL;
    out.words = NULL;
    out.breaks = NULL;
    out.fragment_count = out.fragment_capacity = 0;
    out.word_count = out.word_capacity = out.break_capacity = 0;
    for (size_t i = 0; i < block->word_count; i++)
        split_word(flow, block, i, width, &out);
    *block = out;
    return true;
}

void block_break(struct flow *flow, struct text_block *block, int64_t width, int64_t indent) {
    measure_spaces(flow, block);
    if (width > 0 && block->widest_word > width - indent &&
        split_words(flow, block, width - indent))
        measure_spaces(flow, block);
    if (width > 0)
        block->lines = linebreak(flow->arena, block->breaks, block->word_count, width, indent,
                                 &block->line_count);
}

/* --- */

struct str text_shortened(struct flow *flow, struct str text, const struct type *type,
                          int64_t width) {
    const struct fragment like = {
        .family = type->family, .style = type->style, .size = type->size};
    if (width_of(flow, &like, text) <= width)
        return text;
    size_t fit = fitting(flow, &like, text, width - width_of(flow, &like, STR("…")), false);
    return str_join(flow->arena, str_trim(str_slice(text, 0, fit)), STR("…"));
}
