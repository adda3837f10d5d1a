/* A code in the corner of the first page that leads to the page on the same thing, with a short
 * hash of what is printed: so a sheet can be told from its successor. The only user of
 * libqrencode.
 */
#include <qrencode.h>

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum { SIDE = 48000, TOP = 16000, FOOT_GAP = 8000, WORDS_GAP = 6000, WORDS_SIZE = 7500 };

/* eight digits; the same document has the same */
static struct str content_hash(struct flow *flow) {
    struct buf text = buf_make(flow->arena);
    uint64_t hash = 1469598103934665603u; /* FNV-1a */
    doc_dump(flow->document, flow->document->root, &text);
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.data[i]) * 1099511628211u;
    return str_format(flow->arena, "%08x", (unsigned)(hash ^ hash >> 32));
}

/* dark modules, neighbours of a row in one rectangle */
static void place_modules(struct flow *flow, const QRcode *code, int64_t left, int64_t top) {
    int width = code->width;
    for (int y = 0; y < width; y++)
        for (int x = 0, end; x < width; x = end + 1) {
            for (end = x; end < width && (code->data[y * width + end] & 1); end++) {
            }
            int64_t x0 = left + SIDE * (int64_t)x / width, y0 = top + SIDE * (int64_t)y / width;
            int64_t x1 = left + SIDE * (int64_t)end / width;
            int64_t y1 = top + SIDE * (int64_t)(y + 1) / width;
            if (end > x)
                flow_mark(flow, (struct mark){.kind = MARK_RECT,
                                              .ink = INK_TEXT,
                                              .x = mark_length(x0),
                                              .y = mark_length(y0),
                                              .width = mark_length(x1 - x0),
                                              .height = mark_length(y1 - y0)});
        }
}

static void place_words(struct flow *flow, struct str address, int64_t right, int64_t top) {
    struct type type = {FONT_SANS, FONT_REGULAR, WORDS_SIZE, WORDS_SIZE * 4 / 3, INK_MUTED};
    struct str lines[] = {language_text(locale_language(flow->locale), STR("online")),
                          content_hash(flow)};
    int64_t left = flow->frame.left, y = top + SIDE - type.leading;
    struct doc_node *link = doc_new(flow->arena, DOC_LINK, (struct span){0});
    link->lead->target = address;
    for (size_t i = 0; i < COUNT_OF(lines); i++, y += type.leading) {
        struct text_block block = {.type = type};
        block_add_link(flow, &block, lines[i], FONT_REGULAR, link, address);
        block_break(flow, &block, right - left, 0);
        flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
        block_place(flow, &block, 0, left, y, right - left, LINE_END, false);
        flow_close(flow);
    }
}

/* in the upper margin; in the lower one where the name of a party or a state stands above */
static int64_t top_of(const struct flow *flow) {
    const struct letterhead *head = flow->document->letterhead;
    bool official = head && head->kind != LETTERHEAD_PUBLICATION;
    return official ? flow->frame.height - flow->frame.bottom + FOOT_GAP : TOP;
}

void flow_code_of_page(struct flow *flow) {
    const struct document *document = flow->document;
    if (flow->site->base_url.size == 0 || document->web.size == 0)
        return;
    struct str address = str_format(flow->arena, "%.*s/%.*s", STR_ARG(flow->site->base_url),
                                    STR_ARG(document->web));
    QRcode *code = QRcode_encodeString8bit(str_zero(flow->arena, address), 0, QR_ECLEVEL_M);
    if (!code) /* an address of more than two thousand letters */
        return;
    int64_t left = flow->frame.left + flow->frame.text_width - SIDE, top = top_of(flow);
    flow_open(flow, (struct element){.kind = ELEMENT_FIGURE});
    flow_word(flow, (struct wording){.alternative = str_join(flow->arena, STR("QR: "), address),
                                     .sheet = (uint32_t)flow->layout->count - 1,
                                     .box = {left, top, left + SIDE, top + SIDE}});
    place_modules(flow, code, left, top);
    flow_close(flow);
    place_words(flow, address, left - WORDS_GAP, top);
    QRcode_free(code);
}
