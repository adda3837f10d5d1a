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
    enum diag_language language;
    bool colour;
    struct place_cursor *here, *there; /* of the numbers, and of those they are held against */
};

static const enum word VERDICTS[] = {WORD_RIGHT, WORD_WRONG, WORD_TOLD_OTHERWISE,
                                     WORD_NOT_KNOWN};

/* the article's own words, or ours */
static struct str reason_text(const struct audited *item, enum diag_language language) {
    switch (item->reason) {
    case REASON_PARTS:
        return str_of(word_text(WORD_BY_PARTS, language));
    case REASON_NAMES:
        return str_of(word_text(WORD_BY_NAMES, language));
    case REASON_WORDS:
    case REASON_FRACTION:
    case REASON_NONE:
        break;
    }
    return item->why;
}

static void print_told(const struct printing *printing, const struct audited *item) {
    struct arena *arena = printing->out->arena;
    struct place place = span_place_next(item->told, printing->there);
    struct str line = str_format(arena, "%zu", place.line);
    struct str column = str_format(arena, "%zu", place.column);
    WORDS(printing->out, printing->language, WORD_TOLD_THERE, line, column, item->told_text);
}

static void print_item(const struct printing *printing, const struct audited *item) {
    static const char *const COLOURS[] = {"\033[32m", "\033[1;31m", "\033[35m", "\033[33m"};
    struct buf *out = printing->out;
    struct place place = span_place_next(item->span, printing->here);
    struct str reference = reference_text(out->arena, item);
    buf_format(out, "%.*s:%zu:%zu: ", STR_ARG(item->span.source->path), place.line,
               place.column);
    buf_format(out, "%s%s%s: \"%.*s\"", printing->colour ? COLOURS[item->verdict] : "",
               word_text(VERDICTS[item->verdict], printing->language),
               printing->colour ? "\033[0m" : "", STR_ARG(item->text));
    if (reference.size)
        buf_format(out, " (%.*s)", STR_ARG(reference));
    if (item->verdict == VERDICT_WRONG)
        WORDS(out, printing->language, WORD_WRITE_INSTEAD, item->should);
    if (item->verdict == VERDICT_TWICE)
        print_told(printing, item);
    struct str reason = reason_text(item, printing->language);
    if (reason.size)
        buf_format(out, " [%.*s]", STR_ARG(reason));
    buf_add_char(out, '\n');
}

static void print_text(const struct printing *printing, const struct audit *audit) {
    for (size_t i = 0; i < audit->count; i++)
        print_item(printing, &audit->items[i]);
    struct str counts[1 + COUNT_OF(VERDICTS)];
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        counts[i] =
            str_format(printing->out->arena, "%zu", i ? audit->verdicts[i - 1] : audit->count);
    WORDS(printing->out, printing->language, WORD_AUDITED, counts[0], counts[1], counts[2],
          counts[3], counts[4]);
    buf_add_char(printing->out, '\n');
}

static void member(struct buf *out, const char *key, struct str text) {
    if (text.size == 0)
        return;
    buf_format(out, ", \"%s\": ", key);
    escape_json(out, text);
}

static void json_told(const struct printing *printing, const struct audited *item) {
    struct buf *out = printing->out;
    struct place place = span_place_next(item->told, printing->there);
    buf_format(out, ", \"told\": {\"line\": %zu, \"column\": %zu", place.line, place.column);
    member(out, "number", item->told_text);
    buf_add_char(out, '}');
}

static void print_json(const struct printing *printing, const struct audit *audit) {
    struct buf *out = printing->out;
    buf_add_char(out, '[');
    for (size_t i = 0; i < audit->count; i++) {
        const struct audited *item = &audit->items[i];
        struct place place = span_place_next(item->span, printing->here);
        bool cell = item->breakdown && item->cell->name.size;
        buf_format(out, "%s\n{\"line\": %zu, \"column\": %zu", i ? "," : "", place.line,
                   place.column);
        member(out, "number", item->text);
        member(out, "verdict", str_of(word_text(VERDICTS[item->verdict], DIAG_ENGLISH)));
        member(out, "indicator", item->indicator ? item->indicator->id : STR_EMPTY);
        member(out, "by", cell ? item->breakdown->by->name : STR_EMPTY);
        member(out, "cell", cell ? item->cell->name : STR_EMPTY);
        member(out, "should", item->verdict == VERDICT_WRONG ? item->should : STR_EMPTY);
        member(out, "why", reason_text(item, DIAG_ENGLISH));
        if (item->verdict == VERDICT_TWICE)
            json_told(printing, item);
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
    const struct names *names = audit_names(arena, &result->checked, result->tables, language);
    const struct audit *found =
        audit_article(arena, &result->checked, result->tables, language, names, source, form);
    struct place_cursor here = {0}, there = {0};
    struct printing printing = {out, options->language, options->colour, &here, &there};
    if (options->format == FORMAT_JSON)
        print_json(&printing, found);
    else
        print_text(&printing, found);
    *wrong = found->verdicts[VERDICT_WRONG] + found->verdicts[VERDICT_TWICE];
    return true;
}
