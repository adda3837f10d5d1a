/* One report at a time: lay out, gather the characters, embed, paint, hand over. */
#include "render/pdf/pdf.h"

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "render/pdf/embed.h"
#include "render/pdf/layout.h"
#include "render/pdf/object.h"
#include "render/pdf/paint.h"

struct report {
    struct arena *arena; /* of this report */
    struct diags *diags;
    const struct pdf_job *job;
    const struct document *document;
    struct layout *layout;
    struct embedding *embedding;
};

/* A character without a glyph would print as a box, and nobody would notice before the printer.
 */
static bool gather(struct report *report) {
    bool ok = true;
    for (size_t i = 0; i < report->layout->count; i++) {
        const struct sheet *sheet = &report->layout->sheets[i];
        for (size_t j = 0; j < sheet->count; j++) {
            const struct mark *mark = &sheet->marks[j];
            if (mark->kind != MARK_TEXT)
                continue;
            uint32_t missing = embedding_use(report->arena, report->embedding, mark->family,
                                             mark->style, mark->text);
            if (missing == 0)
                continue;
            struct span span = mark->node ? mark->node->span : report->document->root->span;
            DIAG(report->diags, DIAG_NO_GLYPH, span, report->document->path,
                 str_format(report->arena, "U+%04X", (unsigned)missing), mark->text);
            ok = false;
        }
    }
    return ok;
}

static void add_links(struct pdf_file *file, size_t page, const struct sheet *sheet) {
    for (size_t i = 0; i < sheet->count; i++) {
        const struct mark *mark = &sheet->marks[i];
        int64_t bottom = sheet->height - mark->y - mark->height;
        const int64_t area[4] = {mark->x, bottom, mark->x + mark->width, bottom + mark->height};
        if (mark->kind == MARK_LINK)
            pdf_page_link(file, page, area, mark->text);
    }
}

static void add_pages(struct report *report, struct pdf_file *file) {
    const struct layout *layout = report->layout;
    for (size_t i = 0; i < layout->count; i++) {
        struct buf content = buf_make(report->arena);
        const struct sheet *sheet = &layout->sheets[i];
        paint_sheet(sheet, report->embedding, &content);
        size_t page = pdf_page(file, sheet->width, sheet->height, buf_str(&content),
                               report->embedding->dicts, report->embedding->count);
        add_links(file, page, sheet);
    }
    for (size_t i = 0; i < layout->bookmark_count; i++) {
        const struct bookmark *mark = &layout->bookmarks[i];
        int64_t top = layout->sheets[mark->sheet].height - mark->y;
        pdf_bookmark(file, mark->title, mark->level, mark->sheet, top);
    }
}

static bool write_file(struct report *report, struct pdf_file *file, struct output *output) {
    struct str bytes;
    unsigned long code = 0;
    bool embedded = embedding_write(report->arena, report->embedding, file);
    if (embedded)
        add_pages(report, file);
    if (!embedded || !pdf_file_bytes(file, report->arena, &bytes, &code)) {
        DIAG(report->diags, DIAG_PDF_FAILED, SPAN_NONE, report->document->path,
             embedded ? str_format(report->arena, "libharu 0x%04lX", code) : STR("HarfBuzz"));
        return false;
    }
    output->pdf_count++;
    return output_put(output, report->document->path, bytes);
}

static bool make_report(struct report *report, struct output *output) {
    const struct pdf_job *job = report->job;
    struct text_metrics metrics = fonts_metrics(job->fonts);
    report->layout =
        layout_make(report->arena, job->site, job->locale, &metrics, report->document);
    if (report->layout->overfull) {
        DIAG(report->diags, DIAG_TOO_MANY_PAGES, report->document->root->span,
             report->document->path, str_format(report->arena, "%d", LIMIT_PDF_PAGES));
        return false;
    }
    if (report->document->sheets && report->layout->count > (size_t)report->document->sheets) {
        DIAG(report->diags, DIAG_TOO_MANY_SHEETS, report->document->root->span,
             report->document->path, str_format(report->arena, "%zu", report->layout->count),
             str_format(report->arena, "%d", report->document->sheets));
        return false;
    }
    report->embedding = embedding_new(report->arena, job->fonts);
    if (!gather(report))
        return false;
    struct pdf_info info = {.title = report->document->title,
                            .author = job->site->publisher,
                            .subject = job->site->illustrative ? job->site->notice
                                                               : report->document->description,
                            .producer = str_of(job->producer),
                            .language = locale_language(job->locale)->code,
                            .date = report->document->date};
    struct pdf_file *file = pdf_file_new(report->arena, &info);
    if (!file) {
        DIAG(report->diags, DIAG_PDF_FAILED, SPAN_NONE, report->document->path, STR("libharu"));
        return false;
    }
    bool ok = write_file(report, file, output);
    pdf_file_free(file);
    return ok;
}

bool render_pdf(struct diags *diags, const struct pdf_job *job, struct output *output) {
    struct arena *scratch = arena_new();
    bool ok = true;
    for (size_t i = 0; i < job->documents->count; i++) {
        const struct document *document = job->documents->items[i];
        if (document->kind != DOCUMENT_REPORT)
            continue;
        struct report report = {
            .arena = scratch, .diags = diags, .job = job, .document = document};
        ok &= make_report(&report, output);
        arena_reset(scratch);
    }
    arena_free(scratch);
    return ok;
}
