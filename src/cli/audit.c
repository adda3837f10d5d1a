/* The judged numbers of an article, a line each with its place, for people and for programs. */
#include "cli/audit.h"

#include "audit/audit.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "cli/article.h"
#include "locale/locale.h"
#include "render/escape.h"

static struct str reference_text(struct arena *arena, const struct audited *item) {
    if (!item->indicator)
        return STR_EMPTY;
    if (!item->breakdown || !item->cell->name.size)
        return item->indicator->id;
    return str_format(arena, "%.*s by %.*s = %.*s", STR_ARG(item->indicator->id),
                      STR_ARG(item->breakdown->by->name), STR_ARG(item->cell->name));
}

struct printing {
    struct buf *out;
    bool english, colour;
};

static struct str verdict_name(const struct printing *printing, enum verdict verdict) {
    static const struct str NAMES[2][3] = {{{"right", 5}, {"wrong", 5}, {"not known", 9}},
                                           {{"đúng", 6}, {"sai", 3}, {"chưa rõ", 10}}};
    return NAMES[printing->english ? 0 : 1][verdict];
}

static void print_item(const struct printing *printing, const struct audited *item) {
    static const char *const COLOURS[] = {"\033[32m", "\033[1;31m", "\033[33m"};
    struct buf *out = printing->out;
    struct place place = span_place(item->span);
    struct str reference = reference_text(out->arena, item);
    buf_format(out, "%.*s:%zu:%zu: ", STR_ARG(item->span.source->path), place.line,
               place.column);
    buf_format(out, "%s%.*s%s: \"%.*s\"", printing->colour ? COLOURS[item->verdict] : "",
               STR_ARG(verdict_name(printing, item->verdict)),
               printing->colour ? "\033[0m" : "", STR_ARG(span_text(item->span)));
    if (reference.size)
        buf_format(out, " (%.*s)", STR_ARG(reference));
    if (item->verdict == VERDICT_WRONG)
        buf_format(out, printing->english ? ": write %.*s" : ": hãy viết %.*s",
                   STR_ARG(item->should));
    if (item->why.size)
        buf_format(out, " [%.*s]", STR_ARG(item->why));
    buf_add_char(out, '\n');
}

static void print_text(const struct printing *printing, const struct audit *audit) {
    for (size_t i = 0; i < audit->count; i++)
        print_item(printing, &audit->items[i]);
    buf_format(printing->out,
               printing->english ? "%zu numbers: %zu right, %zu wrong, %zu not known\n"
                                 : "%zu con số: %zu đúng, %zu sai, %zu chưa rõ\n",
               audit->count, audit->verdicts[VERDICT_RIGHT], audit->verdicts[VERDICT_WRONG],
               audit->verdicts[VERDICT_UNKNOWN]);
}

static void member(struct buf *out, const char *key, struct str text) {
    if (text.size == 0)
        return;
    buf_format(out, ", \"%s\": ", key);
    escape_json(out, text);
}

static void print_json(struct buf *out, const struct audit *audit) {
    static const char *const NAMES[] = {"right", "wrong", "not known"};
    buf_add_char(out, '[');
    for (size_t i = 0; i < audit->count; i++) {
        const struct audited *item = &audit->items[i];
        struct place place = span_place(item->span);
        bool cell = item->breakdown && item->cell->name.size;
        buf_format(out, "%s\n{\"line\": %zu, \"column\": %zu", i ? "," : "", place.line,
                   place.column);
        member(out, "number", span_text(item->span));
        member(out, "verdict", str_of(NAMES[item->verdict]));
        member(out, "indicator", item->indicator ? item->indicator->id : STR_EMPTY);
        member(out, "by", cell ? item->breakdown->by->name : STR_EMPTY);
        member(out, "cell", cell ? item->cell->name : STR_EMPTY);
        member(out, "should", item->verdict == VERDICT_WRONG ? item->should : STR_EMPTY);
        member(out, "why", item->why);
        buf_add_char(out, '}');
    }
    buf_add(out, STR("\n]\n"));
}

/* the language that the article is written in: the site's, or the one that was named */
static const struct language *language_of(struct diags *diags, const struct checked *checked,
                                          struct str code) {
    if (code.size == 0)
        return checked->language;
    for (size_t i = 0; i < checked->language_count; i++)
        if (str_equal(checked->languages[i]->code, code))
            return checked->languages[i];
    DIAG(diags, DIAG_NO_LANGUAGE, SPAN_NONE, code);
    return NULL;
}

bool audit(struct arena *arena, struct diags *diags, const struct pipeline_result *result,
           const struct options *options, struct buf *out, size_t *wrong) {
    enum audit_form form;
    const struct source *source = article_read(arena, diags, options->argument, &form);
    if (!source)
        return false;
    const struct language *language =
        language_of(diags, &result->checked, str_of(options->article_language));
    if (!language)
        return false;
    const struct audit *found =
        audit_article(arena, &result->checked, result->tables, language, source, form);
    struct printing printing = {out, options->language == DIAG_ENGLISH, options->colour};
    if (options->format == FORMAT_JSON)
        print_json(out, found);
    else
        print_text(&printing, found);
    *wrong = found->verdicts[VERDICT_WRONG];
    return true;
}
