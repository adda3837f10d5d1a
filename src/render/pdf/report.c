/* Lay out, gather the characters, number, embed, paint page by page, tag, archive. */
#include "render/pdf/report.h"

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "render/pdf/archive.h"
#include "render/pdf/embed.h"
#include "render/pdf/layout.h"
#include "render/pdf/object.h"
#include "render/pdf/paint.h"
#include "render/pdf/syntax.h"
#include "render/pdf/tags.h"

struct report {
    struct arena *arena;  /* of this report */
    struct arena *placed; /* of its layout, which ends before the file is put together */
    struct diags *diags;
    const struct pdf_job *job;
    const struct document *document;
    struct layout *layout;
    struct embedding *embedding;
    struct pdf_file *file;
    int *pages; /* object numbers */
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

static bool lay_out(struct report *report) {
    const struct pdf_job *job = report->job;
    const struct document *document = report->document;
    struct text_metrics metrics = fonts_metrics(job->fonts);
    report->layout = layout_make(report->placed, job->site, job->locale, &metrics, document);
    if (report->layout->overfull) {
        DIAG(report->diags, DIAG_TOO_MANY_PAGES, document->root->span, document->path,
             str_format(report->arena, "%d", LIMIT_PDF_PAGES));
        return false;
    }
    if (document->sheets && report->layout->count > (size_t)document->sheets) {
        DIAG(report->diags, DIAG_TOO_MANY_SHEETS, document->root->span, document->path,
             str_format(report->arena, "%zu", report->layout->count),
             str_format(report->arena, "%d", document->sheets));
        return false;
    }
    return true;
}

/* what libharu numbers */
static void number_pages(struct report *report) {
    const struct layout *layout = report->layout;
    report->pages = ARENA_ARRAY(report->arena, int, layout->count);
    for (size_t i = 0; i < layout->count; i++)
        report->pages[i] =
            pdf_page_new(report->file, layout->sheets[i].width, layout->sheets[i].height);
    struct buf entries = buf_make(report->arena);
    for (size_t i = 0; i < layout->bookmark_count; i++) {
        const struct bookmark *mark = &layout->bookmarks[i];
        buf_clear(&entries);
        buf_add(&entries, STR("/Title"));
        put_text(&entries, mark->title);
        buf_add(&entries, STR("/Dest"));
        put_place(&entries, report->pages[mark->sheet],
                  layout->sheets[mark->sheet].height - mark->y);
        pdf_bookmark_new(report->file, mark->level, buf_str(&entries));
    }
}

static void write_pages(struct report *report, struct tags *tags,
                        const struct pictures *pictures) {
    struct buf content = buf_make(report->arena);
    int resources = pdf_number_new(report->file);
    pdf_object_put(report->file, resources,
                   str_format(report->arena, "<<%.*s%.*s>>",
                              STR_ARG(report->embedding->resources),
                              STR_ARG(pictures->resources)));
    for (size_t i = 0; i < report->layout->count; i++) {
        buf_clear(&content);
        paint_sheet(report->layout, &report->layout->sheets[i], report->embedding, pictures,
                    &content);
        struct str tagged = tags_page(tags, i);
        pdf_page_put(
            report->file, i, buf_str(&content),
            str_format(report->arena, "/Resources %d 0 R%.*s", resources, STR_ARG(tagged)));
    }
}

static struct archive_facts facts_of(const struct report *report) {
    const struct site *site = report->job->site;
    const struct document *document = report->document;
    struct arena *arena = report->arena;
    struct archive_facts facts = {
        .title = archive_text(arena, document->title),
        .author = archive_text(arena, site->publisher),
        .subject =
            archive_text(arena, site->illustrative ? site->notice : document->description),
        .producer = str_of(report->job->producer),
        .language = locale_language(report->job->locale)->code};
    facts.dated = date_parse(document->date, &facts.date) ||
                  date_parse(site->updated, &facts.date) ||
                  date_parse(report->job->date, &facts.date);
    return facts;
}

static bool write_objects(struct report *report) {
    enum doc_archive level = report->document->archive;
    struct archive_facts facts = facts_of(report);
    number_pages(report);
    if (!embedding_write(report->arena, report->embedding, report->file,
                         level == DOC_ARCHIVE_1B)) {
        DIAG(report->diags, DIAG_PDF_FAILED, SPAN_NONE, report->document->path,
             STR("HarfBuzz"));
        return false;
    }
    struct pictures pictures;
    const struct doc_node *broken = NULL;
    if (!pictures_write(report->arena, report->file, report->layout, &pictures, &broken)) {
        DIAG(report->diags, DIAG_IMAGE_BROKEN, broken->span, broken->image->path,
             word_argument(WORD_IMAGE_DAMAGED));
        return false;
    }
    struct tags *tags = tags_new(report->arena, report->file, report->layout, report->pages);
    if (level == DOC_ARCHIVE_1B)
        tags_limit(tags);
    write_pages(report, tags, &pictures);
    struct str tagged = tags_write(tags);
    struct str archived =
        archive_write(report->arena, report->file, level, &facts, report->job);
    pdf_catalog_add(report->file, str_join(report->arena, tagged, archived));
    return true;
}

static bool finish(struct report *report, struct str *bytes) {
    unsigned long code = 0;
    if (pdf_file_bytes(report->file, bytes, &code))
        return true;
    if (code)
        DIAG(report->diags, DIAG_PDF_FAILED, SPAN_NONE, report->document->path,
             str_format(report->arena, "libharu 0x%04lX", code));
    else
        DIAG(report->diags, DIAG_OUTPUT_TOO_LARGE, SPAN_NONE, report->document->path);
    return false;
}

/* all but the end of the file; the layout is of no use after it */
static bool write_layout(struct report *report) {
    const struct document *document = report->document;
    if (!lay_out(report))
        return false;
    report->embedding = embedding_new(report->arena, report->job->fonts);
    if (!gather(report))
        return false;
    report->file = pdf_file_new(report->arena, document->archive != DOC_ARCHIVE_1B);
    if (!report->file) {
        DIAG(report->diags, DIAG_PDF_FAILED, SPAN_NONE, document->path, STR("libharu"));
        return false;
    }
    return write_objects(report);
}

bool report_make(struct arena *arena, struct diags *diags, const struct pdf_job *job,
                 const struct document *document, struct str *bytes) {
    struct report report = {.arena = arena,
                            .placed = arena_new(),
                            .diags = diags,
                            .job = job,
                            .document = document};
    bool ok = write_layout(&report);
    arena_free(report.placed);
    ok = ok && finish(&report, bytes);
    pdf_file_free(report.file);
    return ok;
}
