/* The loop over pages: one arena that is reset for each, and two buffers that keep their
 * memory, so that the cost of a page does not depend on how many came before. */
#include "render/html/html.h"

#include "base/arena.h"
#include "render/html/frame.h"

struct page_writer {
    struct diags *diags;
    const struct html_job *job;
    struct html_frame frame;
    struct arena *scratch; /* forgotten after each page */
    struct buf body, file; /* emptied before each page */
};

/* writer->file holds the page when true */
static bool write_page(struct page_writer *writer, const struct document *document) {
    const struct doc_node *root =
        document_root(writer->job->documents, document, writer->scratch);
    if (!root)
        return false;
    const struct template *frame = template_set_get(writer->job->frames, document->template);
    if (!frame) {
        DIAG(writer->diags, DIAG_FRAME_ABSENT, document->span, document->path,
             document->template);
        return false;
    }
    buf_clear(&writer->body);
    buf_clear(&writer->file);
    struct html_body body = {.arena = writer->scratch,
                             .out = &writer->body,
                             .page = document->path,
                             .language = locale_language(writer->job->locale),
                             .illustrative = writer->job->site->illustrative};
    html_body_write(&body, root);
    struct view *view = html_frame_view(&writer->frame, document, &body);
    struct template_context context = view_context(view);
    if (!template_render(writer->scratch, writer->diags, frame, writer->job->frames, &context,
                         &writer->file))
        return false;
    if (!buf_ok(&writer->body) || !buf_ok(&writer->file)) {
        DIAG(writer->diags, DIAG_OUTPUT_TOO_LARGE, document->span, document->path);
        return false;
    }
    return true;
}

static bool put_pages(struct page_writer *writer, struct output *output) {
    const struct document_set *documents = writer->job->documents;
    bool ok = true;
    for (size_t i = 0; i < documents->count; i++) {
        const struct document *document = documents->items[i];
        if (document->kind != DOCUMENT_PAGE)
            continue;
        bool written = write_page(writer, document);
        if (written && !output_put(output, document->path, buf_str(&writer->file)))
            return false;
        output->page_count += written;
        ok &= written;
        arena_reset(writer->scratch);
    }
    return ok;
}

static bool put_assets(const struct html_job *job, struct output *output) {
    for (size_t i = 0; i < job->asset_count; i++)
        if (!output_put(output, job->assets[i].path, job->assets[i].bytes))
            return false;
    return true;
}

/* which are shown is known when all pages are written */
static bool put_images(const struct html_job *job, struct output *output) {
    const struct document_set *documents = job->documents;
    for (size_t i = 0; i < documents->image_count; i++)
        if (!output_put(output, documents->images[i]->path, documents->images[i]->bytes))
            return false;
    return true;
}

bool render_html(struct diags *diags, const struct html_job *job, struct output *output) {
    if (!put_assets(job, output))
        return false;
    struct arena *arena = arena_new(), *bodies = arena_new(), *files = arena_new();
    struct page_writer writer = {.diags = diags, .job = job, .scratch = arena_new()};
    writer.frame = html_frame_new(arena, job);
    writer.body = buf_make(bodies); /* arenas of their own: they grow in place */
    writer.file = buf_make(files);
    bool ok = put_pages(&writer, output) && put_images(job, output);
    arena_free(writer.scratch);
    arena_free(files);
    arena_free(bodies);
    arena_free(arena);
    return ok;
}
