/* load → check → aggregate → compose → render → publish, and nothing else. */
#include "pipeline.h"

#include <stdlib.h>

#include "aggregate/aggregate.h"
#include "audit/prose.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "check/check.h"
#include "compose/compose.h"
#include "font/font.h"
#include "load/load.h"
#include "publish/publish.h"
#include "render/data/data.h"
#include "render/html/html.h"
#include "render/pdf/pdf.h"
#include "store/store.h"

struct pipeline { /* what the stages hand on */
    struct arena *arena;
    struct diags *diags;
    const struct pipeline_options *options;
    struct pipeline_result *result;
    struct content *content;
    struct document_set *documents;
    struct store *store;
};

struct pipeline_options pipeline_defaults(void) {
    return (struct pipeline_options){.content = "content",
                                     .templates = "templates",
                                     .out = "out",
                                     .fonts = "/usr/share/fonts/truetype/liberation2",
                                     .icc = "/usr/share/color/icc/sRGB.icc",
                                     .threads = 1};
}

static struct pdf_job pdf_job_of(const struct pipeline *pipeline, const struct fonts *fonts) {
    return (struct pdf_job){.site = &pipeline->result->checked.site,
                            .locale = pipeline->result->checked.locale,
                            .fonts = fonts,
                            .documents = pipeline->documents,
                            .producer = "tonghop " TONGHOP_VERSION,
                            .date = pipeline->options->date,
                            .threads = pipeline->options->threads};
}

static void dump_document(const struct pipeline *pipeline, const struct document *document,
                          struct buf *out) {
    const struct doc_node *root = document_root(pipeline->documents, document, pipeline->arena);
    if (root)
        doc_dump(document, root, out);
}

static void dump(const struct pipeline *pipeline) {
    struct buf out = buf_make(pipeline->arena);
    const struct content *content = pipeline->content;
    switch (pipeline->options->dump) {
    case DUMP_TREE:
        for (size_t i = 0; i < content->records.count; i++)
            if (content->records.items[i].root) {
                buf_format(&out, "%.*s\n", STR_ARG(content->records.items[i].path));
                tree_dump(content->records.items[i].root, &out);
            }
        break;
    case DUMP_DATASET:
        dataset_dump(&pipeline->result->checked.dataset, &out);
        break;
    case DUMP_TABLES:
        tables_dump(pipeline->result->tables, &out);
        break;
    case DUMP_DOC:
        for (size_t i = 0; i < pipeline->documents->count; i++)
            dump_document(pipeline, pipeline->documents->items[i], &out);
        break;
    case DUMP_LAYOUT: {
        struct pdf_job job = pdf_job_of(pipeline, NULL);
        render_pdf_dump(pipeline->arena, &job, &out);
        break;
    }
    case DUMP_NONE:
        break;
    }
    if (out.size)
        fwrite(out.data, 1, out.size, stdout); /* checked when the program ends */
}

/* true when a stage was asked for and has been shown: the pipeline ends there */
static bool dumped(const struct pipeline *pipeline, enum pipeline_dump stage) {
    if (pipeline->options->dump != stage)
        return false;
    dump(pipeline);
    return true;
}

static bool read_content(struct pipeline *pipeline) {
    struct load_paths paths = {pipeline->options->content, pipeline->options->templates};
    return load(pipeline->arena, pipeline->diags, &paths, &pipeline->content);
}

/* The rules, the numbers typed into pages, and with --cross every number a second time, by SQL.
 */
static bool judge(struct pipeline *pipeline) {
    struct pipeline_result *result = pipeline->result;
    struct store *store = pipeline->store =
        store_open(pipeline->arena, pipeline->diags, &result->checked, AUDIENCE_INTERNAL);
    bool prose = audit_prose(pipeline->diags, pipeline->content, &result->checked,
                             result->tables, &result->left_count);
    return store && store_numbers(store, result->tables) &&
           store_rules(store, pipeline->diags, &result->findings) && prose &&
           (!pipeline->options->cross ||
            store_cross(store, pipeline->diags, result->tables, &result->compared_count));
}

/* Content that could not all be read is still checked, so that its faults are shown together;
 * what comes after a record that is missing would only confuse. */
static bool compute(struct pipeline *pipeline) {
    bool loaded = read_content(pipeline);
    if (!loaded && diags_has(pipeline->diags, DIAG_NO_SITE))
        return false;
    bool shown = dumped(pipeline, DUMP_TREE);
    bool checked = !shown && check(pipeline->arena, pipeline->diags, pipeline->content,
                                   &pipeline->result->checked);
    load_release_records(pipeline->content);
    if (shown)
        return loaded;
    if (pipeline->options->audience_given)
        pipeline->result->checked.site.audience = pipeline->options->audience;
    if (!checked || !loaded || dumped(pipeline, DUMP_DATASET))
        return checked && loaded;
    return aggregate(pipeline->arena, pipeline->diags, &pipeline->result->checked,
                     &pipeline->result->tables);
}

static bool read_frames(struct pipeline *pipeline, struct template_set *frames) {
    bool ok = true;
    for (size_t i = 0; i < pipeline->content->frame_count; i++) {
        const struct content_frame *frame = &pipeline->content->frames[i];
        const struct template *parsed =
            template_parse(pipeline->arena, pipeline->diags, frame->source, TEMPLATE_STRICT);
        ok &= parsed != NULL;
        if (parsed && !template_set_add(frames, frame->name, parsed)) {
            DIAG(pipeline->diags, DIAG_DUPLICATE_ID, (struct span){.source = frame->source},
                 STR("frame"), frame->name, STR("templates/html"));
            ok = false;
        }
    }
    return ok;
}

static bool make_pages(struct pipeline *pipeline, struct output *output) {
    const struct content *content = pipeline->content;
    struct template_set *frames = template_set_new(pipeline->arena);
    struct html_asset *assets =
        ARENA_ARRAY(pipeline->arena, struct html_asset, content->asset_count + 1);
    for (size_t i = 0; i < content->asset_count; i++)
        assets[i] = (struct html_asset){content->assets[i].path, content->assets[i].bytes};
    struct html_job job = {.site = &pipeline->result->checked.site,
                           .locale = pipeline->result->checked.locale,
                           .frames = frames,
                           .documents = pipeline->documents,
                           .assets = assets,
                           .asset_count = content->asset_count};
    return read_frames(pipeline, frames) && render_html(pipeline->diags, &job, output);
}

/* data/data.sqlite: the tables that answer query and check --cross */
static bool make_database(struct pipeline *pipeline, struct output *output) {
    struct buf bytes = buf_make(pipeline->arena);
    struct pipeline_result *result = pipeline->result;
    enum audience audience = result->checked.site.audience;
    bool own = !store_shows_all(&result->checked, audience);
    struct store *store = pipeline->store;
    if (own)
        store = store_open(pipeline->arena, pipeline->diags, &result->checked, audience);
    bool ok = store && (!own || store_numbers(store, result->tables)) &&
              store_bytes(store, pipeline->diags, &bytes);
    if (own)
        store_close(store);
    output->data_count += ok;
    return ok && output_put(output, STR("data/data.sqlite"), buf_str(&bytes));
}

/* The records as published, also for the reports that carry them: the same bytes, so the same
 * fields. */
struct attached {
    struct arena *arena;
    struct output *to;
    struct pdf_attachment *items;
    size_t count, capacity;
};

static bool attach(void *user, struct str path, struct str bytes) {
    struct attached *attached = user;
    if (str_ends(path, STR(".csv"))) {
        struct str name = str_from(path, sizeof "data/" - 1);
        attached->items =
            ARENA_PUSH(attached->arena, attached->items, attached->count, &attached->capacity);
        attached->items[attached->count++] = (struct pdf_attachment){
            str_copy(attached->arena, name), str_copy(attached->arena, bytes)};
    }
    return output_put(attached->to, path, bytes);
}

static int by_name(const void *left, const void *right) {
    const struct pdf_attachment *a = left, *b = right;
    return str_compare(a->name, b->name);
}

static bool read_profile(struct pipeline *pipeline, struct str *profile) {
    struct str bytes = STR_EMPTY, path = str_of(pipeline->options->icc);
    if (file_exists(path.data) &&
        !file_read(pipeline->arena, pipeline->diags, path.data, LIMIT_PROFILE_BYTES, &bytes))
        return false;
    if (pdf_profile(pipeline->arena, bytes, profile))
        return true;
    DIAG(pipeline->diags, DIAG_NO_PROFILE, SPAN_NONE, path);
    return false;
}

static bool make_reports(struct pipeline *pipeline, const struct fonts *fonts,
                         struct attached *attached, struct output *output) {
    struct pdf_job job = pdf_job_of(pipeline, fonts);
    if (!read_profile(pipeline, &job.profile))
        return false;
    if (attached->count)
        qsort(attached->items, attached->count, sizeof *attached->items, by_name);
    job.attachments = attached->items;
    job.attachment_count = attached->count;
    return render_pdf(pipeline->diags, &job, output);
}

/* `written`: the reports are. What is wrong in the pages is shown together with what is wrong
 * in them. */
static bool render(struct pipeline *pipeline, const struct fonts *fonts, bool written,
                   struct output *output) {
    struct pipeline_result *result = pipeline->result;
    struct attached attached = {.arena = pipeline->arena, .to = output};
    struct output *data = output, collecting = {.user = &attached, .put = attach};
    if (pdf_wants_records(pipeline->documents))
        data = &collecting;
    bool ok = make_pages(pipeline, output) && written && compose_links(pipeline->documents) &&
              render_data(pipeline->diags, &result->checked, result->tables, data) &&
              make_reports(pipeline, fonts, &attached, output) &&
              make_database(pipeline, output);
    if (data != output)
        output->data_count += data->data_count;
    result->page_count = output->page_count;
    result->pdf_count = output->pdf_count;
    result->data_count = output->data_count;
    return ok;
}

static bool write_documents(struct pipeline *pipeline, struct text_metrics metrics) {
    struct compose_input input = {.content = pipeline->content,
                                  .checked = &pipeline->result->checked,
                                  .tables = pipeline->result->tables,
                                  .findings = &pipeline->result->findings,
                                  .metrics = metrics};
    bool ok = compose(pipeline->arena, pipeline->diags, &input, &pipeline->documents);
    pipeline->result->home = pipeline->documents->home;
    return ok;
}

static bool make_documents(struct pipeline *pipeline, struct output *output) {
    if (pipeline->options->dump && pipeline->options->dump < DUMP_TABLES)
        return true;
    if (!judge(pipeline) || dumped(pipeline, DUMP_TABLES))
        return diags_errors(pipeline->diags) == 0;
    if (pipeline->options->dump && pipeline->options->dump < DUMP_DOC)
        return true;
    struct fonts *fonts =
        fonts_open(pipeline->arena, pipeline->diags, pipeline->options->fonts);
    if (!fonts)
        return false;
    bool written = write_documents(pipeline, fonts_metrics(fonts));
    bool shown = written && (dumped(pipeline, DUMP_DOC) || dumped(pipeline, DUMP_LAYOUT));
    bool ok =
        shown ? diags_errors(pipeline->diags) == 0 : render(pipeline, fonts, written, output);
    fonts_close(fonts);
    return ok;
}

/* all but publish */
static bool make(struct pipeline *pipeline, struct output *output) {
    bool ok = compute(pipeline) && make_documents(pipeline, output);
    store_close(pipeline->store);
    pipeline->store = NULL;
    return ok;
}

static bool discard(void *user, struct str path, struct str bytes) {
    UNUSED(user);
    UNUSED(path);
    UNUSED(bytes);
    return true;
}

bool pipeline_read(struct arena *arena, struct diags *diags,
                   const struct pipeline_options *options, struct pipeline_result *result) {
    struct pipeline pipeline = {
        .arena = arena, .diags = diags, .options = options, .result = result};
    read_content(&pipeline);
    if (diags_has(diags, DIAG_NO_SITE))
        return false;
    check(arena, diags, pipeline.content, &result->checked);
    load_release_records(pipeline.content);
    return result->checked.dataset.sets != NULL;
}

bool pipeline_compute(struct arena *arena, struct diags *diags,
                      const struct pipeline_options *options, struct pipeline_result *result) {
    struct pipeline pipeline = {
        .arena = arena, .diags = diags, .options = options, .result = result};
    return compute(&pipeline);
}

bool pipeline_check(struct arena *arena, struct diags *diags,
                    const struct pipeline_options *options, struct pipeline_result *result) {
    struct pipeline pipeline = {
        .arena = arena, .diags = diags, .options = options, .result = result};
    struct output output = {.put = discard};
    return make(&pipeline, &output);
}

bool pipeline_build(struct arena *arena, struct diags *diags,
                    const struct pipeline_options *options, struct pipeline_result *result) {
    struct pipeline pipeline = {
        .arena = arena, .diags = diags, .options = options, .result = result};
    struct publish *publish = publish_open(arena, diags, options->out, options->content);
    if (!publish)
        return false;
    struct output output = publish_output(publish);
    if (!make(&pipeline, &output)) {
        publish_abandon(publish);
        return false;
    }
    bool ok = publish_commit(publish);
    struct publish_counts counts = publish_counts(publish);
    result->written_count = counts.written;
    result->unchanged_count = counts.unchanged;
    result->removed_count = counts.removed;
    result->fresh_copy = counts.fresh;
    return ok;
}
