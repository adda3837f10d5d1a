/* Operators of ISO 32000-1, written with integers: the same bytes on every machine. */
#include "render/pdf/paint.h"

#include "base/guard.h"
#include "render/pdf/syntax.h"
#include "render/pdf/tags.h"

struct painter {
    struct buf *out;
    const struct layout *layout;
    const struct embedding *embedding;
    const struct pictures *pictures;
    int64_t page_height;
    enum drawing_ink ink;
    int face; /* the font that is set, and its size: they last */
    int64_t size;
};

/* what the style of the report says, or the palette of charts: sRGB */
static int64_t colour_of(const struct print_style *style, enum drawing_ink ink) {
    static const int64_t CHARTS[INK_COUNT] = {
        [INK_PAPER] = 0xFFFFFF,    [INK_SERIES_1] = 0x123D52, [INK_SERIES_2] = 0xB58F21,
        [INK_SERIES_3] = 0x2E0A59, [INK_SERIES_4] = 0xBA545C, [INK_SERIES_5] = 0x665400,
        [INK_OVER] = 0x000000,     [INK_CLASS_1] = 0xD4E8ED,  [INK_CLASS_2] = 0x94C2CC,
        [INK_CLASS_3] = 0x2E8094,  [INK_CLASS_4] = 0x0A4757};
    switch (ink) {
    case INK_TEXT:
        return style->colours.text;
    case INK_MUTED:
        return style->colours.muted;
    case INK_GRID:
        return style->colours.rule;
    case INK_BAR:
        return style->colours.accent;
    case INK_STRIPE:
        return style->colours.stripe;
    default:
        return CHARTS[ink];
    }
}

/* "0 g" or "0.129 0.38 0.451 rg"; for strokes the same in large letters */
static void put_ink(struct painter *painter, enum drawing_ink ink, bool stroke) {
    int64_t colour = colour_of(painter->layout->style, ink);
    int64_t red = colour >> 16, green = colour >> 8 & 255, blue = colour & 255;
    bool grey = red == green && green == blue;
    put_length(painter->out, (red * 1000 + 127) / 255);
    if (!grey) {
        buf_add_char(painter->out, ' ');
        put_length(painter->out, (green * 1000 + 127) / 255);
        buf_add_char(painter->out, ' ');
        put_length(painter->out, (blue * 1000 + 127) / 255);
    }
    buf_add(painter->out, grey ? (stroke ? STR(" G\n") : STR(" g\n"))
                               : (stroke ? STR(" RG\n") : STR(" rg\n")));
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
        if ((code != ' ' && code != 0xA0) ||
            (mark->stretch == 0 && spaces >= mark->stretch_more))
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
    buf_add(out, STR("q "));
    put_ink(painter, mark->ink, true);
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

static void paint_image(struct painter *painter, const struct mark *mark) {
    struct buf *out = painter->out;
    buf_add(out, STR("q "));
    put_length(out, mark->width);
    buf_add(out, STR(" 0 0 "));
    put_length(out, mark->height);
    buf_add_char(out, ' ');
    put_point(out, mark->x, painter->page_height - mark->y - mark->height);
    buf_format(out, "cm/I%zu Do Q\n", pictures_name(painter->pictures, mark->node->image));
}

static void paint_mark(struct painter *painter, const struct mark *mark) {
    if (mark->ink != painter->ink)
        put_ink(painter, mark->ink, false);
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
        paint_image(painter, mark);
        return;
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
    buf_add(out, tag_name(layout_element(painter->layout, mark->element)));
    buf_add(out, STR("<</MCID "));
    buf_number(out, mark->content);
    buf_add(out, STR(">>BDC\n"));
}

void paint_sheet(const struct layout *layout, const struct sheet *sheet,
                 const struct embedding *embedding, const struct pictures *pictures,
                 struct buf *out) {
    struct painter painter = {.out = out,
                              .layout = layout,
                              .embedding = embedding,
                              .pictures = pictures,
                              .page_height = sheet->height,
                              .ink = INK_COUNT, /* none is set yet */
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
