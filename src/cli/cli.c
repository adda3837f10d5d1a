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
#include "locale/locale.h"

/* stdout may be a full disk or a closed pipe: what was printed counts only when it arrived */
static int flushed(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "tonghop: failure: cannot write to standard output (%s)\n",
            strerror(errno));
    return 3;
}

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void report(const struct options *options, const struct pipeline_result *result,
                   double seconds) {
    bool built = options->command == COMMAND_BUILD;
    bool english = options->language == DIAG_ENGLISH;
    if (options->quiet || options->pipeline.dump)
        return;
    printf(english ? "%s%s: %zu pages, %zu PDFs, %zu data files in %.2f s\n"
                   : "%s%s: %zu trang, %zu PDF, %zu tệp số liệu trong %.2f giây\n",
           built     ? options->pipeline.out
           : english ? "checked, nothing published"
                     : "đã kiểm tra, chưa công bố",
           built ? "/index.html" : "", result->page_count, result->pdf_count,
           result->data_count, seconds);
    if (options->pipeline.cross)
        printf(english ? "%zu numbers computed twice, no difference\n"
                       : "%zu con số tính hai lần, không khác nhau\n",
               result->compared_count);
    if (result->left_count)
        printf(english ? "%zu typed numbers left as they are\n"
                       : "%zu con số gõ tay để nguyên\n",
               result->left_count);
    if (built)
        printf(english ? "%zu files written, %zu unchanged, %zu removed\n"
                       : "ghi %zu tệp, %zu tệp giữ nguyên, xóa %zu tệp\n",
               result->written_count, result->unchanged_count, result->removed_count);
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

static int run(struct arena *arena, struct diags *diags, const struct options *options) {
    struct pipeline_result result = {0};
    double start = seconds_now();
    bool ok = options->command == COMMAND_BUILD
                  ? pipeline_build(arena, diags, &options->pipeline, &result)
                  : pipeline_check(arena, diags, &options->pipeline, &result);
    ASSERT(ok == (diags_errors(diags) == 0)); /* a stage that fails has said why */
    if (ok)
        report(options, &result, seconds_now() - start);
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

static void summary(const struct diags *diags, const struct options *options) {
    size_t errors = diags_errors(diags);
    if (errors == 0 || (options->command != COMMAND_BUILD && options->command != COMMAND_CHECK))
        return;
    if (options->language == DIAG_ENGLISH)
        fprintf(stderr, "%zu error%s; nothing was published\n", errors, errors == 1 ? "" : "s");
    else
        fprintf(stderr, "%zu lỗi; chưa công bố gì\n", errors);
}

int cli_run(int count, char **arguments) {
    struct options options;
    switch (options_read(count, arguments, getenv("LANG"), &options)) {
    case ACTION_HELP:
        options_help(stdout, options.command);
        return flushed(0);
    case ACTION_VERSION:
        printf("tonghop %s\n", TONGHOP_VERSION);
        return flushed(0);
    case ACTION_MANUAL:
        options_manual(stdout);
        return flushed(0);
    case ACTION_WRONG:
        return 2;
    case ACTION_RUN:
        break;
    }
    struct arena *arena = arena_new();
    struct diags *diags = diags_new(arena);
    find_templates(arena, &options);
    bool answers = options.command == COMMAND_EXPLAIN || options.command == COMMAND_QUERY;
    int status = options.command == COMMAND_AUDIT ? run_audit(arena, diags, &options)
                 : answers                        ? run_answer(arena, diags, &options)
                                                  : run(arena, diags, &options);
    diags_print(diags, stderr, options.language);
    summary(diags, &options);
    arena_free(arena);
    return flushed(status);
}
