/* What a person typed → a pipeline, and its outcome → words and a status. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "cli/audit.h"
#include "cli/explain.h"
#include "cli/options.h"
#include "cli/query.h"
#include "cli/report.h"
#include "cli/schema.h"
#include "locale/locale.h"

/* stdout may be a full disk or a closed pipe: what was printed counts only when it arrived */
static int flushed(int status, enum diag_language language) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    struct str reason = str_of(strerror(errno));
    struct arena *arena = arena_new();
    struct buf out = buf_make(arena);
    WORDS(&out, language, WORD_NO_STDOUT, reason);
    buf_add_char(&out, '\n');
    fwrite(out.data, 1, out.size, stderr);
    arena_free(arena);
    return 3;
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static struct str count_text(struct buf *out, size_t count) {
    return str_format(out->arena, "%zu", count);
}

static void report(struct arena *arena, const struct options *options,
                   const struct pipeline_result *result, double seconds) {
    enum diag_language language = options->language;
    struct buf out = buf_make(arena);
    if (options->quiet || options->pipeline.dump || options->format != FORMAT_TEXT)
        return;
    struct str pages = count_text(&out, result->page_count);
    struct str pdfs = count_text(&out, result->pdf_count);
    struct str data = count_text(&out, result->data_count);
    struct str time = str_format(arena, "%.2f", seconds);
    if (options->command == COMMAND_BUILD)
        WORDS(&out, language, WORD_BUILT, str_of(options->pipeline.out), pages, pdfs, data,
              time);
    else
        WORDS(&out, language, WORD_CHECKED, pages, pdfs, data, time);
    buf_add_char(&out, '\n');
    if (options->pipeline.cross) {
        WORDS(&out, language, WORD_COMPARED, count_text(&out, result->compared_count));
        buf_add_char(&out, '\n');
    }
    if (result->left_count) {
        WORDS(&out, language, WORD_LEFT, count_text(&out, result->left_count));
        buf_add_char(&out, '\n');
    }
    if (options->command == COMMAND_BUILD) {
        WORDS(&out, language, WORD_WRITTEN, count_text(&out, result->written_count),
              count_text(&out, result->unchanged_count),
              count_text(&out, result->removed_count));
        buf_add_char(&out, '\n');
    }
    fwrite(out.data, 1, out.size, stdout);
}

/* Without --templates: those of the current folder, else those installed beside the program, in
 * ../share/tonghop/templates. */
static void find_templates(struct arena *arena, struct options *options) {
    char program[4096];
    if (options->templates_given || file_is_folder(options->pipeline.templates))
        return;
    ssize_t size = readlink("/proc/self/exe", program, sizeof program);
    for (int folders = 2; size > 0 && folders; folders -= program[size] == '/')
        size--;
    if (size <= 0)
        return;
    struct str installed =
        str_format(arena, "%.*s/share/tonghop/templates", (int)size, program);
    if (file_is_folder(installed.data))
        options->pipeline.templates = installed.data;
}

/* explain and query: compute, answer on standard output, publish nothing */
static int run_answer(struct arena *arena, struct diags *diags, const struct options *options) {
    struct pipeline_result result = {0};
    struct buf out = buf_make(arena);
    if (pipeline_compute(arena, diags, &options->pipeline, &result) &&
        (options->command == COMMAND_EXPLAIN ? explain(diags, &result, options, &out)
                                             : query(arena, diags, &result, options, &out)) &&
        out.size)
        fwrite(out.data, 1, out.size, stdout); /* checked when the program ends */
    if (result.checked.locale)
        locale_close(result.checked.locale);
    return diags_exit_status(diags);
}

/* The schema is told even when records have faults: it is what helps to mend them. */
static int run_schema(struct arena *arena, struct diags *diags, const struct options *options) {
    struct pipeline_result result = {0};
    struct buf out = buf_make(arena);
    if (pipeline_read(arena, diags, &options->pipeline, &result))
        schema_print(diags, &result.checked, options, &out);
    if (out.size)
        fwrite(out.data, 1, out.size, stdout); /* checked when the program ends */
    if (result.checked.locale)
        locale_close(result.checked.locale);
    return diags_exit_status(diags);
}

static int run(struct arena *arena, struct diags *diags, const struct options *options,
               size_t *left) {
    struct pipeline_result result = {0};
    double start = seconds_now();
    bool ok = options->command == COMMAND_BUILD
                  ? pipeline_build(arena, diags, &options->pipeline, &result)
                  : pipeline_check(arena, diags, &options->pipeline, &result);
    ASSERT(ok == (diags_errors(diags) == 0)); /* a stage that fails has said why */
    if (ok)
        report(arena, options, &result, seconds_now() - start);
    *left = result.left_count;
    if (result.checked.locale)
        locale_close(result.checked.locale);
    return diags_exit_status(diags);
}

/* 1 when a number is wrong, as for content that has errors */
static int run_audit(struct arena *arena, struct diags *diags, struct options *options) {
    struct pipeline_result result = {0};
    struct buf out = buf_make(arena);
    size_t wrong = 0;
    options->colour = isatty(STDOUT_FILENO);
    if (pipeline_compute(arena, diags, &options->pipeline, &result) &&
        audit(arena, diags, &result, options, &out, &wrong))
        fwrite(out.data, 1, out.size, stdout); /* checked when the program ends */
    if (result.checked.locale)
        locale_close(result.checked.locale);
    int status = diags_exit_status(diags);
    return status ? status : wrong > 0;
}

static void summary(struct arena *arena, const struct diags *diags,
                    const struct options *options) {
    size_t errors = diags_errors(diags);
    struct buf out = buf_make(arena);
    if (errors == 0 || (options->command != COMMAND_BUILD && options->command != COMMAND_CHECK))
        return;
    WORDS(&out, options->language, errors == 1 ? WORD_ONE_ERROR : WORD_ERRORS,
          count_text(&out, errors));
    buf_add_char(&out, '\n');
    fwrite(out.data, 1, out.size, stderr);
}

/* What was found: for people on stderr, for programs all of it on stdout. */
static void show_findings(struct arena *arena, struct diags *diags,
                          const struct options *options, size_t left) {
    bool text = options->command != COMMAND_CHECK || options->format == FORMAT_TEXT;
    if (text) {
        diags_print(diags, stderr, options->language);
        summary(arena, diags, options);
        return;
    }
    struct buf out = buf_make(arena);
    if (options->format == FORMAT_JSON)
        report_json(diags, options->language, left, &out);
    else
        report_sarif(diags, options->language, left, &out);
    fwrite(out.data, 1, out.size, stdout);
}

/* `left`: numbers that marks in the pages leave as they are */
static int run_command(struct arena *arena, struct diags *diags, struct options *options,
                       size_t *left) {
    switch (options->command) {
    case COMMAND_BUILD:
    case COMMAND_CHECK:
        return run(arena, diags, options, left);
    case COMMAND_EXPLAIN:
    case COMMAND_QUERY:
        return run_answer(arena, diags, options);
    case COMMAND_AUDIT:
        return run_audit(arena, diags, options);
    case COMMAND_SCHEMA:
        return run_schema(arena, diags, options);
    case COMMAND_NONE:
        break;
    }
    ASSERT(false && "options_read asks for a command");
    return 2;
}

int cli_run(int count, char **arguments) {
    struct options options;
    switch (options_read(count, arguments, getenv("LANG"), &options)) {
    case ACTION_HELP:
        options_help(stdout, options.command, options.language);
        return flushed(0, options.language);
    case ACTION_VERSION:
        printf("tonghop %s\n", TONGHOP_VERSION);
        return flushed(0, options.language);
    case ACTION_MANUAL:
        options_manual(stdout, options.language);
        return flushed(0, options.language);
    case ACTION_WRONG:
        return 2;
    case ACTION_RUN:
        break;
    }
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    if (options_take_epoch(arena, &options, getenv("SOURCE_DATE_EPOCH")) != ACTION_RUN) {
        arena_free(arena);
        return 2;
    }
    find_templates(arena, &options);
    size_t left = 0;
    int status = run_command(arena, diags, &options, &left);
    show_findings(arena, diags, &options, left);
    arena_free(arena);
    return flushed(status, options.language);
}
