/* Operators of ISO 32000-1, written with integers: the same bytes on every machine. */
#include "render/pdf/paint.h"

#include "base/guard.h"

/* thousandths → a decimal number without superfluous zeros */
static void put_length(struct buf *out, int64_t mpt) {
    if (mpt < 0)
        buf_add_char(out, '-');
    int64_t size = mpt < 0 ? -mpt : mpt;
    buf_number(out, size / 1000);
    int64_t rest = size % 1000;
    if (rest == 0)
        return;
    char digits[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
                      (char)('0' + rest % 10)};
    size_t count = 4;
    while (digits[count - 1] == '0')
        count--;
    buf_add(out, (struct str){digits, count});
}

static void put_ink(struct buf *out, enum drawing_ink ink) {
    static const char *const COLOURS[INK_COUNT] = {
        [INK_TEXT] = "0 g\n",
        [INK_MUTED] = "0.33 g\n",
        [INK_GRID] = "0.72 g\n",
        [INK_BAR] = "0.13 0.38 0.45 rg\n",
        [INK_PAPER] = "1 g\n",
        [INK_SERIES_1] = "0.07 0.24 0.32 rg\n",
        [INK_SERIES_2] = "0.71 0.56 0.13 rg\n",
        [INK_SERIES_3] = "0.18 0.04 0.35 rg\n",
        [INK_SERIES_4] = "0.73 0.33 0.36 rg\n",
        [INK_SERIES_5] = "0.4 0.33 0 rg\n",
        [INK_OVER] = "0 g\n",
        [INK_CLASS_1] = "0.83 0.91 0.93 rg\n",
        [INK_CLASS_2] = "0.58 0.76 0.8 rg\n",
        [INK_CLASS_3] = "0.18 0.5 0.58 rg\n",
        [INK_CLASS_4] = "0.04 0.28 0.34 rg\n",
    };
    ASSERT((size_t)ink < COUNT_OF(COLOURS));
    buf_add(out, str_of(COLOURS[ink]));
}

static void put_identifier(struct buf *out, uint16_t identifier) {
    static const char DIGITS[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        buf_add_char(out, DIGITS[identifier >> shift & 15]);
}

/* TJ moves left by thousandths of the font size: -1000 × stretch / size, to three decimals */
static void put_stretch(struct buf *out, int64_t stretch, int64_t size) {
    buf_add_char(out, '>');
    put_length(out, -(stretch * 1000000 / size));
    buf_add_char(out, '<');
}

static void paint_text(const struct mark *mark, int64_t page_height,
                       const struct embedding *embedding, struct buf *out) {
    size_t face = (size_t)mark->family * FONT_STYLE_COUNT + (size_t)mark->style;
    ASSERT(embedding->names[face] >= 0);
    buf_format(out, "BT/F%d ", embedding->names[face]);
    put_length(out, mark->size);
    buf_add(out, STR(" Tf "));
    put_length(out, mark->x);
    buf_add_char(out, ' ');
    put_length(out, page_height - mark->y);
    buf_add(out, STR(" Td[<"));
    size_t spaces = 0;
    for (size_t at = 0; at < mark->text.size;) {
        uint32_t code = str_next(mark->text, &at);
        put_identifier(out, embedding_identifier(embedding, mark->family, mark->style, code));
        if (code != ' ' || (mark->stretch == 0 && spaces >= mark->stretch_more))
            continue;
        put_stretch(out, mark->stretch + (spaces < mark->stretch_more ? 1 : 0), mark->size);
        spaces++;
    }
    buf_add(out, STR(">]TJ ET\n"));
}

static void paint_rect(const struct mark *mark, int64_t page_height, struct buf *out) {
    put_length(out, mark->x);
    buf_add_char(out, ' ');
    put_length(out, page_height - mark->y - mark->height);
    buf_add_char(out, ' ');
    put_length(out, mark->width);
    buf_add_char(out, ' ');
    put_length(out, mark->height);
    buf_add(out, STR(" re f\n"));
}

static void put_point(struct buf *out, int64_t x, int64_t y) {
    put_length(out, x);
    buf_add_char(out, ' ');
    put_length(out, y);
    buf_add_char(out, ' ');
}

/* A line of length 0 with round ends is a disc, and a line has one: both are strokes, whose
 * colour is set for them alone. */
static void paint_stroke(const struct mark *mark, int64_t page_height, struct buf *out) {
    struct buf ink = buf_make(out->arena);
    put_ink(&ink, mark->ink);
    buf_add(out, STR("q "));
    for (size_t i = 0; i < ink.size; i++) /* g, rg fill; G, RG stroke */
        buf_add_char(out, ink.data[i] == 'g' ? 'G' : ink.data[i] == 'r' ? 'R' : ink.data[i]);
    buf_add(out, STR("1 J "));
    put_length(out, mark->size);
    buf_add(out, STR(" w "));
    int64_t y = page_height - mark->y;
    bool disc = mark->kind == MARK_DISC;
    put_point(out, mark->x, y);
    buf_add(out, STR("m "));
    put_point(out, mark->x + (disc ? 0 : mark->width), y - (disc ? 0 : mark->height));
    buf_add(out, STR("l S Q\n"));
}

static void paint_mark(const struct mark *mark, int64_t page_height,
                       const struct embedding *embedding, struct buf *out) {
    switch (mark->kind) {
    case MARK_TEXT:
        paint_text(mark, page_height, embedding, out);
        break;
    case MARK_RECT:
        paint_rect(mark, page_height, out);
        break;
    case MARK_LINE:
    case MARK_DISC:
        paint_stroke(mark, page_height, out);
        break;
    case MARK_LINK:
        break;
    }
}

void paint_sheet(const struct sheet *sheet, const struct embedding *embedding,
                 struct buf *out) {
    enum drawing_ink ink = INK_TEXT;
    put_ink(out, ink);
    for (size_t i = 0; i < sheet->count; i++) {
        const struct mark *mark = &sheet->marks[i];
        if (mark->kind == MARK_LINK)
            continue;
        if (mark->ink != ink)
            put_ink(out, mark->ink);
        ink = mark->ink;
        paint_mark(mark, sheet->height, embedding, out);
    }
}
