/* Marks in the order of the drawing; links open and close around runs of one target. */
#include "render/svg/svg.h"

#include "base/guard.h"
#include "render/escape.h"

/* thousandths of a point as points: 12500 → 12.5 */
static void write_points(struct buf *out, int64_t mpt) {
    if (mpt < 0)
        buf_add_char(out, '-');
    uint64_t size = mpt < 0 ? 0 - (uint64_t)mpt : (uint64_t)mpt;
    buf_number(out, (int64_t)(size / 1000));
    unsigned rest = (unsigned)(size % 1000);
    if (rest == 0)
        return;
    buf_add_char(out, '.');
    for (unsigned place = 100; rest; place /= 10) {
        buf_add_char(out, (char)('0' + rest / place));
        rest %= place;
    }
}

static void write_length(struct buf *out, struct str name, int64_t mpt) {
    buf_add_char(out, ' ');
    buf_add(out, name);
    buf_add(out, STR("=\""));
    write_points(out, mpt);
    buf_add_char(out, '"');
}

static struct str ink_class(enum drawing_ink ink) {
    switch (ink) {
    case INK_TEXT:
        return STR("ink-text");
    case INK_MUTED:
        return STR("ink-muted");
    case INK_GRID:
        return STR("ink-grid");
    case INK_BAR:
        return STR("ink-bar");
    case INK_PAPER:
        return STR("ink-paper");
    case INK_STRIPE:
        return STR("ink-stripe");
    case INK_SERIES_1:
        return STR("ink-series-1");
    case INK_SERIES_2:
        return STR("ink-series-2");
    case INK_SERIES_3:
        return STR("ink-series-3");
    case INK_SERIES_4:
        return STR("ink-series-4");
    case INK_SERIES_5:
        return STR("ink-series-5");
    case INK_OVER:
        return STR("ink-over");
    case INK_CLASS_1:
        return STR("ink-class-1");
    case INK_CLASS_2:
        return STR("ink-class-2");
    case INK_CLASS_3:
        return STR("ink-class-3");
    case INK_CLASS_4:
        return STR("ink-class-4");
    case INK_COUNT:
        break;
    }
    guard_fail(__FILE__, __LINE__, "a known ink");
}

static void write_text(struct buf *out, const struct drawing_item *item) {
    write_length(out, STR("font-size"), item->size);
    if (item->anchor == ANCHOR_MIDDLE)
        buf_add(out, STR(" text-anchor=\"middle\""));
    if (item->anchor == ANCHOR_END)
        buf_add(out, STR(" text-anchor=\"end\""));
    if (item->bold)
        buf_add(out, STR(" font-weight=\"bold\""));
    buf_add_char(out, '>');
    escape_html(out, item->text);
    buf_add(out, STR("</text>\n"));
}

static void write_mark(struct buf *out, const struct drawing_item *item) {
    static const struct {
        const char *open, *x, *y;
    } SHAPES[] = {[DRAWING_RECT] = {"<rect class=\"", "x", "y"},
                  [DRAWING_LINE] = {"<line class=\"", "x1", "y1"},
                  [DRAWING_TEXT] = {"<text class=\"", "x", "y"},
                  [DRAWING_DISC] = {"<circle class=\"", "cx", "cy"}};
    buf_add(out, str_of(SHAPES[item->kind].open));
    buf_add(out, ink_class(item->ink));
    buf_add_char(out, '"');
    write_length(out, str_of(SHAPES[item->kind].x), item->x);
    write_length(out, str_of(SHAPES[item->kind].y), item->y);
    switch (item->kind) {
    case DRAWING_RECT:
        write_length(out, STR("width"), item->width);
        write_length(out, STR("height"), item->height);
        buf_add(out, STR("/>\n"));
        break;
    case DRAWING_LINE:
        write_length(out, STR("x2"), item->x + item->width);
        write_length(out, STR("y2"), item->y + item->height);
        write_length(out, STR("stroke-width"), item->size);
        buf_add(out, STR("/>\n"));
        break;
    case DRAWING_TEXT:
        write_text(out, item);
        break;
    case DRAWING_DISC:
        write_length(out, STR("r"), item->size / 2);
        buf_add(out, STR("/>\n"));
        break;
    }
}

/* the end of the run of marks that begins at `from` and leads to one place */
static size_t run_end(const struct drawing *drawing, size_t from, bool *has_words) {
    size_t end = from;
    *has_words = false;
    while (end < drawing->count &&
           str_equal(drawing->items[end].target, drawing->items[from].target)) {
        *has_words |= drawing->items[end].kind == DRAWING_TEXT;
        end++;
    }
    return end;
}

static void write_marks(struct buf *out, const struct drawing *drawing, struct str page) {
    for (size_t i = 0; i < drawing->count;) {
        struct str target = drawing->items[i].target;
        bool has_words;
        size_t end = run_end(drawing, i, &has_words);
        if (target.size) {
            buf_add(out, STR("<a href=\""));
            escape_link(out, page, target);
            buf_add(out, has_words ? STR("\">\n")
                                   : STR("\" tabindex=\"-1\" aria-hidden=\"true\">\n"));
        }
        for (; i < end; i++)
            write_mark(out, &drawing->items[i]);
        if (target.size)
            buf_add(out, STR("</a>\n"));
    }
}

static bool has_links(const struct drawing *drawing) {
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->items[i].target.size)
            return true;
    return false;
}

/* <title id="bars-title">…</title> */
static void write_words(struct buf *out, struct str element, struct str id, struct str text) {
    buf_add_char(out, '<');
    buf_add(out, element);
    buf_add(out, STR(" id=\""));
    escape_html(out, id);
    buf_add_char(out, '-');
    buf_add(out, element);
    buf_add(out, STR("\">"));
    escape_html(out, text);
    buf_add(out, STR("</"));
    buf_add(out, element);
    buf_add(out, STR(">\n"));
}

void svg_write(struct buf *out, const struct drawing *drawing, struct str page, struct str id) {
    bool described = drawing->description.size > 0;
    buf_add(out, has_links(drawing) ? STR("<svg role=\"group\"") : STR("<svg role=\"img\""));
    buf_add(out, STR(" aria-labelledby=\""));
    escape_html(out, id);
    buf_add(out, STR("-title"));
    if (described) {
        buf_add_char(out, ' ');
        escape_html(out, id);
        buf_add(out, STR("-desc"));
    }
    buf_add(out, STR("\" viewBox=\"0 0 "));
    write_points(out, drawing->width);
    buf_add_char(out, ' ');
    write_points(out, drawing->height);
    buf_add_char(out, '"');
    write_length(out, STR("width"), drawing->width);
    write_length(out, STR("height"), drawing->height);
    buf_add(out, STR(">\n"));
    write_words(out, STR("title"), id, drawing->title);
    if (described)
        write_words(out, STR("desc"), id, drawing->description);
    write_marks(out, drawing, page);
    buf_add(out, STR("</svg>\n"));
}
