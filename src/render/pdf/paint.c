/* Operators of ISO 32000-1, written with integers: the same bytes on every machine. */
#include "render/pdf/paint.h"

#include "base/guard.h"
#include "render/pdf/syntax.h"
#include "render/pdf/tags.h"

struct painter {
    struct buf *out;
    const struct layout *layout;
    const struct embedding *embedding;
    int64_t page_height;
    enum drawing_ink ink;
    int face; /* the font that is set, and its size: they last */
    int64_t size;
};

static void put_ink(struct buf *out, enum drawing_ink ink) {
    static const char *const COLOURS[INK_COUNT] = {
        [INK_TEXT] = "0 g\n",
        [INK_MUTED] = "0.33 g\n",
        [INK_GRID] = "0.72 g\n",
        [INK_BAR] = "0.13 0.38 0.45 rg\n",
        [INK_PAPER] = "1 g\n",
        [INK_STRIPE] = "0.945 0.957 0.961 rg\n",
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
    const char digits[4] = {DIGITS[identifier >> 12 & 15], DIGITS[identifier >> 8 & 15],
                            DIGITS[identifier >> 4 & 15], DIGITS[identifier & 15]};
    buf_add(out, (struct str){digits, sizeof digits});
}

/* TJ moves left by thousandths of the font size: -1000 × stretch / size, to three decimals */
static void put_stretch(struct buf *out, int64_t stretch, int64_t size) {
    buf_add_char(out, '>');
    put_length(out, -(stretch * 1000000 / size));
    buf_add_char(out, '<');
}

static void set_font(struct painter *painter, const struct mark *mark, size_t face) {
    int name = painter->embedding->names[face];
    ASSERT(name >= 0);
    if (painter->face == name && painter->size == mark->size)
        return;
    painter->face = name;
    painter->size = mark->size;
    buf_add(painter->out, STR("/F"));
    buf_number(painter->out, name);
    buf_add_char(painter->out, ' ');
    put_length(painter->out, mark->size);
    buf_add(painter->out, STR(" Tf "));
}

static void paint_text(struct painter *painter, const struct mark *mark) {
    struct buf *out = painter->out;
    size_t face = (size_t)mark->family * FONT_STYLE_COUNT + (size_t)mark->style;
    bool stretched = mark->stretch || mark->stretch_more;
    buf_add(out, STR("BT "));
    set_font(painter, mark, face);
    put_length(out, mark->x);
    buf_add_char(out, ' ');
    put_length(out, painter->page_height - mark->y);
    buf_add(out, stretched ? STR(" Td[<") : STR(" Td<"));
    size_t spaces = 0;
    for (size_t at = 0; at < mark->text.size;) {
        uint32_t code = str_next(mark->text, &at);
        put_identifier(out, embedding_identifier(painter->embedding, face, code));
        if (code != ' ' || (mark->stretch == 0 && spaces >= mark->stretch_more))
            continue;
        put_stretch(out, mark->stretch + (spaces < mark->stretch_more ? 1 : 0), mark->size);
        spaces++;
    }
    buf_add(out, stretched ? STR(">]TJ ET\n") : STR(">Tj ET\n"));
}

static void paint_rect(struct painter *painter, const struct mark *mark) {
    struct buf *out = painter->out;
    put_length(out, mark->x);
    buf_add_char(out, ' ');
    put_length(out, painter->page_height - mark->y - mark->height);
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
static void paint_stroke(struct painter *painter, const struct mark *mark) {
    struct buf *out = painter->out;
    struct buf ink = buf_make(out->arena);
    put_ink(&ink, mark->ink);
    buf_add(out, STR("q "));
    for (size_t i = 0; i < ink.size; i++) /* g, rg fill; G, RG stroke */
        buf_add_char(out, ink.data[i] == 'g' ? 'G' : ink.data[i] == 'r' ? 'R' : ink.data[i]);
    buf_add(out, STR("1 J "));
    put_length(out, mark->size);
    buf_add(out, STR(" w "));
    int64_t y = painter->page_height - mark->y;
    bool disc = mark->kind == MARK_DISC;
    put_point(out, mark->x, y);
    buf_add(out, STR("m "));
    put_point(out, mark->x + (disc ? 0 : mark->width), y - (disc ? 0 : mark->height));
    buf_add(out, STR("l S Q\n"));
}

static void paint_mark(struct painter *painter, const struct mark *mark) {
    if (mark->ink != painter->ink)
        put_ink(painter->out, mark->ink);
    painter->ink = mark->ink;
    switch (mark->kind) {
    case MARK_TEXT:
        paint_text(painter, mark);
        return;
    case MARK_RECT:
        paint_rect(painter, mark);
        return;
    case MARK_LINE:
    case MARK_DISC:
        paint_stroke(painter, mark);
        return;
    case MARK_IMAGE:
    case MARK_LINK:
        return;
    }
}

/* Whether two marks stand between the same pair of BDC and EMC: of one piece of content, or
 * artifacts of one kind. */
static bool same_sequence(const struct mark *a, const struct mark *b) {
    if (a->element != ELEMENT_NONE || b->element != ELEMENT_NONE)
        return a->element == b->element && a->content == b->content;
    return (a->kind == MARK_TEXT) == (b->kind == MARK_TEXT);
}

/* Text that belongs to nothing is what every page has: its number, a head said before. */
static void open_sequence(struct painter *painter, const struct mark *mark) {
    struct buf *out = painter->out;
    if (mark->element == ELEMENT_NONE) {
        buf_add(out, mark->kind == MARK_TEXT ? STR("/Artifact<</Type/Pagination>>BDC\n")
                                             : STR("/Artifact<</Type/Layout>>BDC\n"));
        return;
    }
    buf_add_char(out, '/');
    buf_add(out, tag_name(&painter->layout->elements[mark->element]));
    buf_add(out, STR("<</MCID "));
    buf_number(out, mark->content);
    buf_add(out, STR(">>BDC\n"));
}

void paint_sheet(const struct layout *layout, const struct sheet *sheet,
                 const struct embedding *embedding, struct buf *out) {
    struct painter painter = {.out = out,
                              .layout = layout,
                              .embedding = embedding,
                              .page_height = sheet->height,
                              .ink = INK_TEXT,
                              .face = -1};
    const struct mark *before = NULL;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct mark *mark = &sheet->marks[i];
        if (mark->kind == MARK_LINK)
            continue;
        if (before && !same_sequence(before, mark))
            buf_add(out, STR("EMC\n"));
        if (!before || !same_sequence(before, mark))
            open_sequence(&painter, mark);
        paint_mark(&painter, mark);
        before = mark;
    }
    if (before)
        buf_add(out, STR("EMC\n"));
}
