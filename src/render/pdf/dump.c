/* A layout as text: what tests compare. */
#include "render/pdf/layout.h"

static void put_point(struct buf *out, int64_t mpt) {
    buf_format(out, " %lld.%03lld", (long long)(mpt / 1000), (long long)(mpt % 1000));
}

static void dump_mark(const struct mark *mark, struct buf *out) {
    static const char *const KINDS[] = {"text", "rect", "link", "line", "disc"};
    static const char *const STYLES[] = {"regular", "bold", "italic", "bold-italic"};
    buf_format(out, "  %s", KINDS[mark->kind]);
    put_point(out, mark->x);
    put_point(out, mark->y);
    put_point(out, mark->width);
    if (mark->kind == MARK_TEXT) {
        put_point(out, mark->size);
        buf_format(out, " %s \"%.*s\"", STYLES[mark->style], STR_ARG(mark->text));
        if (mark->stretch || mark->stretch_more)
            buf_format(out, " stretch %lld+%zu", (long long)mark->stretch, mark->stretch_more);
    } else {
        put_point(out, mark->height);
    }
    buf_add(out, mark->element == ELEMENT_NONE ? STR(" artifact\n") : STR("\n"));
}

void layout_dump(const struct layout *layout, struct buf *out) {
    for (size_t i = 0; i < layout->count; i++) {
        buf_format(out, "sheet %zu\n", i + 1);
        for (size_t j = 0; j < layout->sheets[i].count; j++)
            dump_mark(&layout->sheets[i].marks[j], out);
    }
    for (size_t i = 0; i < layout->bookmark_count; i++)
        buf_format(out, "bookmark %d \"%.*s\" sheet %zu\n", layout->bookmarks[i].level,
                   STR_ARG(layout->bookmarks[i].title), layout->bookmarks[i].sheet + 1);
}
