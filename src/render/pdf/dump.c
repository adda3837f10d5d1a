/* A layout as text: what tests compare. */
#include "render/pdf/layout.h"

#include "render/pdf/pdf.h"

static void put_point(struct buf *out, int64_t mpt) {
    buf_format(out, " %lld.%03lld", (long long)(mpt / 1000), (long long)(mpt % 1000));
}

static void dump_mark(const struct mark *mark, struct buf *out) {
    static const char *const KINDS[] = {"text", "rect", "link", "line", "disc", "image"};
    static const char *const STYLES[] = {"regular", "bold", "italic", "bold-italic"};
    buf_format(out, "  %s", KINDS[mark->kind]);
    put_point(out, mark->x);
    put_point(out, mark->y);
    put_point(out, mark->width);
    if (mark->kind == MARK_TEXT) {
        put_point(out, mark->size);
        buf_format(out, " %s \"%.*s\"", STYLES[mark->style], STR_ARG(mark->text));
        if (mark->stretch || mark->stretch_more)
            buf_format(out, " stretch %d+%u", (int)mark->stretch, (unsigned)mark->stretch_more);
    } else {
        put_point(out, mark->height);
    }
    if (mark->kind == MARK_LINK)
        buf_format(out, " %.*s\n", STR_ARG(mark->text));
    else if (mark->element == ELEMENT_NONE)
        buf_add(out, STR(" artifact\n"));
    else
        buf_format(out, " %u\n", mark->content);
}

static void dump_elements(const struct layout *layout, uint32_t index, int depth,
                          struct buf *out) {
    static const char *const NAMES[] = {
        "document", "heading", "paragraph", "list",  "item", "label",    "item-body",
        "quote",    "code",    "table",     "row",   "head", "cell",     "figure",
        "caption",  "link",    "contents",  "entry", "note", "reference"};
    const struct element *element = layout_element(layout, index);
    buf_format(out, "%*s%s", depth * 2, "", NAMES[element->kind]);
    if (element->level)
        buf_format(out, " %d", element->level);
    if (element->columns > 1)
        buf_format(out, " over %u", (unsigned)element->columns);
    struct str words = layout_wording(layout, index)->alternative;
    if (words.size)
        buf_format(out, " \"%.*s\"", STR_ARG(words));
    for (uint32_t k = element->first; k; k = layout_kid(layout, k)->next) {
        const struct element_kid *kid = layout_kid(layout, k);
        if (kid->kind == KID_CONTENT)
            buf_format(out, " %u.%u", kid->sheet + 1, kid->index);
        if (kid->kind == KID_LINK)
            buf_add(out, STR(" ->"));
    }
    buf_add_char(out, '\n');
    for (uint32_t k = element->first; k; k = layout_kid(layout, k)->next)
        if (layout_kid(layout, k)->kind == KID_ELEMENT)
            dump_elements(layout, layout_kid(layout, k)->index, depth + 1, out);
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
    dump_elements(layout, 0, 0, out);
}

void render_pdf_dump(struct arena *arena, const struct pdf_job *job, struct buf *out) {
    struct text_metrics metrics = text_metrics_fixed();
    for (size_t i = 0; i < job->documents->count; i++) {
        const struct document *document = job->documents->items[i];
        if (document->kind != DOCUMENT_REPORT)
            continue;
        buf_format(out, "report %.*s\n", STR_ARG(document->path));
        layout_dump(layout_make(arena, job->site, job->locale, &metrics, document), out);
    }
}
