/* JSON by hand, indented so that a difference between two runs reads well. */
#include "cli/report.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/escape.h"

/* a quoted text, without the control characters and broken bytes that a file name may have */
static void add_text(struct buf *out, struct str text) {
    if (str_invalid_utf8(text) == STR_NONE) {
        escape_json(out, text);
        return;
    }
    struct buf clean = buf_make(out->arena);
    for (size_t at = 0; at < text.size;)
        buf_add_code_point(&clean, str_next(text, &at));
    escape_json(out, buf_str(&clean));
}

static void member(struct buf *out, const char *separator, const char *key, struct str text) {
    buf_format(out, "%s\"%s\": ", separator, key);
    add_text(out, text);
}

static struct place end_of(struct span span) {
    return span_place((struct span){span.source, span.offset + span.size, 0});
}

/* --- JSON */

static void json_diag(struct buf *out, const struct diag_view *view) {
    static const char *const SEVERITY[] = {"note", "warning", "error", "failure"};
    member(out, "    {", "id", str_of(diag_name(view->id)));
    member(out, ", ", "severity", str_of(SEVERITY[view->severity]));
    if (view->span.source) {
        struct place from = span_place(view->span), to = end_of(view->span);
        member(out, ",\n     ", "file", view->span.source->path);
        buf_format(out,
                   ", \"line\": %zu, \"column\": %zu, \"end_line\": %zu, \"end_column\": %zu",
                   from.line, from.column, to.line, to.column);
    }
    member(out, ",\n     ", "message", view->message);
    if (view->mend.size)
        member(out, ",\n     ", "mend", view->mend);
    if (view->context.size)
        member(out, ",\n     ", "context", view->context);
    buf_add_char(out, '}');
}

void report_json(struct diags *diags, enum diag_language language, size_t left,
                 struct buf *out) {
    struct arena *scratch = arena_new();
    size_t errors = diags_errors(diags);
    buf_format(out,
               "{\n  \"errors\": %zu,\n  \"warnings\": %zu,\n  \"notes\": %zu,\n"
               "  \"left_as_is\": %zu,\n  \"exit_status\": %d,\n  \"diagnostics\": [",
               errors, diags_warnings(diags), diags_notes(diags), left,
               diags_exit_status(diags));
    for (size_t i = 0; i < diags_count(diags); i++) {
        struct diag_view view = diags_view(scratch, diags, i, language);
        buf_add(out, i ? STR(",\n") : STR("\n"));
        json_diag(out, &view);
        arena_reset(scratch);
    }
    buf_add(out, STR("\n  ]\n}\n"));
    arena_free(scratch);
}

/* --- SARIF */

static const char *level_of(enum diag_severity severity) {
    static const char *const LEVEL[] = {"note", "warning", "error", "error"};
    return LEVEL[severity];
}

/* Several rows of the table may share a name; in SARIF they are one rule, the first row's. */
static enum diag_id first_of_name(enum diag_id id) {
    enum diag_id first = 0;
    while (!str_equal(str_of(diag_name(first)), str_of(diag_name(id))))
        first++;
    return first;
}

static size_t rule_index(enum diag_id id) {
    size_t index = 0;
    enum diag_id first = first_of_name(id);
    for (enum diag_id other = 0; other < first; other++)
        index += first_of_name(other) == other;
    return index;
}

/* A brace of a message of SARIF begins a place for an argument ({0}) or is doubled (3.11.5). */
static struct str braced(struct arena *arena, struct str text, bool places) {
    struct buf out = buf_make(arena);
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i], next = i + 1 < text.size ? text.data[i + 1] : '\0';
        char third = i + 2 < text.size ? text.data[i + 2] : '\0';
        if (places && c == '{' && next >= '0' && next <= '9' && third == '}') {
            buf_add(&out, str_slice(text, i, i + 3));
            i += 2;
            continue;
        }
        buf_add_char(&out, c);
        if (c == '{' || c == '}')
            buf_add_char(&out, c);
    }
    return buf_str(&out);
}

/* the pattern as a sentence: {0} → … */
static struct str told(struct arena *arena, const char *pattern) {
    const struct str blank[5] = {STR("…"), STR("…"), STR("…"), STR("…"), STR("…")};
    struct buf text = buf_make(arena);
    words_fill(&text, pattern, DIAG_ENGLISH, blank, COUNT_OF(blank));
    return braced(arena, buf_str(&text), false);
}

static void rule(struct buf *out, enum diag_id id, enum diag_language language) {
    static const char *const CODE[] = {"en", "vi"};
    size_t variant = 0;
    member(out, "          {", "id", str_of(diag_name(id)));
    member(out, ",\n           \"shortDescription\": {", "text",
           told(out->arena, diag_pattern(id, language)));
    member(out, "},\n           \"help\": {", "text",
           told(out->arena, diag_mend_pattern(id, language)));
    buf_format(out, "},\n           \"defaultConfiguration\": {\"level\": \"%s\"}",
               level_of(diag_severity_of(id)));
    buf_add(out, STR(",\n           \"messageStrings\": {"));
    for (enum diag_id other = id; other < DIAG_ID_COUNT; other++) {
        if (first_of_name(other) != id)
            continue;
        variant++;
        for (enum diag_language i = DIAG_ENGLISH; i <= DIAG_VIETNAMESE; i++) {
            buf_format(out, "%s\n             \"%s%zu\": {",
                       variant > 1 || i != DIAG_ENGLISH ? "," : "", CODE[i], variant);
            member(out, "", "text",
                   braced(out->arena,
                          str_format(out->arena, "%s: %s", diag_pattern(other, i),
                                     diag_mend_pattern(other, i)),
                          true));
            buf_add_char(out, '}');
        }
    }
    buf_add(out, STR("}}"));
}

/* A path of this machine as a URI; one below the current folder stays relative to it. */
static void place_of(struct buf *out, const struct diag_view *view) {
    struct place from = span_place(view->span), to = end_of(view->span);
    struct str path = view->span.source->path;
    buf_add(out, STR(",\n         \"locations\": [{\"physicalLocation\": {\n"
                     "           \"artifactLocation\": {\"uri\": \""));
    if (path.size && path.data[0] == '/')
        buf_add(out, STR("file://"));
    escape_url(out, path);
    buf_format(out,
               "\"},\n           \"region\": {\"startLine\": %zu, \"startColumn\": %zu, "
               "\"endLine\": %zu, \"endColumn\": %zu}}",
               from.line, from.column, to.line, to.column);
    if (view->context.size)
        member(out, ",\n           \"logicalLocations\": [{", "fullyQualifiedName",
               view->context);
    buf_add(out, view->context.size ? STR("}]}]") : STR("}]"));
}

static void result(struct buf *out, const struct diag_view *view) {
    member(out, "        {", "ruleId", str_of(diag_name(view->id)));
    buf_format(out, ", \"ruleIndex\": %zu, \"level\": \"%s\"", rule_index(view->id),
               level_of(view->severity));
    struct str text = view->message;
    if (view->mend.size)
        text = str_format(out->arena, "%.*s: %.*s", STR_ARG(text), STR_ARG(view->mend));
    member(out, ",\n         \"message\": {", "text", braced(out->arena, text, false));
    buf_add_char(out, '}');
    if (view->span.source)
        place_of(out, view);
    buf_add_char(out, '}');
}

void report_sarif(struct diags *diags, enum diag_language language, size_t left,
                  struct buf *out) {
    size_t rules = 0;
    int status = diags_exit_status(diags);
    buf_add(out, STR("{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n"
                     "  \"version\": \"2.1.0\",\n  \"runs\": [\n    {\n"
                     "      \"tool\": {\"driver\": {\"name\": \"tonghop\", \"version\": \""));
    buf_add(out, STR(TONGHOP_VERSION "\",\n        \"rules\": [\n"));
    for (enum diag_id id = 0; id < DIAG_ID_COUNT; id++) {
        if (first_of_name(id) != id)
            continue;
        buf_add(out, rules++ ? STR(",\n") : STR_EMPTY);
        rule(out, id, language);
    }
    buf_format(out,
               "]}},\n      \"columnKind\": \"unicodeCodePoints\",\n"
               "      \"invocations\": [{\"executionSuccessful\": %s, \"exitCode\": %d}],\n"
               "      \"properties\": {\"leftAsIs\": %zu},\n"
               "      \"results\": [",
               status == 3 ? "false" : "true", status, left);
    for (size_t i = 0; i < diags_count(diags); i++) {
        struct diag_view view = diags_view(out->arena, diags, i, language);
        buf_add(out, i ? STR(",\n") : STR("\n"));
        result(out, &view);
    }
    buf_add(out, STR("\n      ]\n    }\n  ]\n}\n"));
}
