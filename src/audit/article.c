/* The article from its first number to its last; fractions and their percentages. What numbers
 * say of each other is asked when all have been read. */
#include "audit/internal.h"
#include "audit/markup.h"
#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

/* the last fraction before the number in its clause; false: none */
static bool fraction_before(const struct judging *j, const struct said *said, size_t *found) {
    for (size_t at = said->at; at > said->clause.from + 2; at--) {
        const struct audit_token *below = &j->tokens.items[at - 1];
        const struct audit_token *above = &j->tokens.items[at - 3];
        *found = at - 3;
        if (below->kind == TOKEN_NUMBER && above->kind == TOKEN_NUMBER && below->glued &&
            is_sign(&j->tokens.items[at - 2], '/') && below->number.units > 0)
            return true;
    }
    return false;
}

/* "23/56 …, 41,1%"; one that is not like it, or that counts something of its own, is of
 * something else */
static bool judge_percent(struct judging *j, const struct said *said, struct audited *item) {
    enum { TELLING = 3 }; /* digits */
    int64_t percent = 0;
    size_t at;
    if (!fraction_before(j, said, &at) ||
        !decimal_quotient(j->tokens.items[at].number.units,
                          j->tokens.items[at + 2].number.units, 2 + said->scale, &percent))
        return false;
    int near = near_number(said->value, percent);
    const struct audit_token *next = token_at(j, said->after);
    bool own = near < TELLING && next && next->kind == TOKEN_WORD;
    bool doubtful = said->bound != BOUND_NONE || said->unsure || is_strange(j, said) || own;
    if (near == 0 || (percent != said->value && doubtful))
        return false;
    item->reason = REASON_FRACTION;
    item->why = words_text(j, (struct range){at, at + 3});
    item->verdict = percent == said->value ? VERDICT_RIGHT : VERDICT_WRONG;
    item->certain = true;
    struct decimal number = {percent, said->scale};
    item->should =
        str_join(j->arena, locale_number(j->arena, j->checked->locale, number), STR("%"));
    return true;
}

/* Does the sentence call the ratio, its population, or another ratio by one of its words? Those
 * of one programme are often called alike. */
static bool sentence_tells(const struct judging *j, const struct table *table) {
    struct meaning found[MEANINGS_MOST];
    for (size_t at = j->sentence; at < j->sentence_end; at++) {
        size_t count;
        names_at(j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
        for (size_t i = 0; i < count; i++)
            if (found[i].table && (indicator_is_ratio(found[i].table->indicator) ||
                                   found[i].table->indicator == table->indicator->of))
                return true;
    }
    return false;
}

/* Both parts equal to a ratio's are right without words. */
static bool fraction_right(const struct judging *j, const struct said *said,
                           struct audited *item) {
    for (size_t i = 0; i < j->tables->count; i++) {
        struct candidate total = {&j->tables->items[i], NULL, &j->tables->items[i].total};
        if (!indicator_is_ratio(total.table->indicator) || total.cell->hidden ||
            !agrees(said, &total))
            continue;
        settle(item, said, VERDICT_RIGHT, &total);
        return true;
    }
    return false;
}

/* The one ratio that it is like, when the sentence has a word for it; a swapped pair needs
 * none.
 */
static void fraction_suspect(struct judging *j, const struct said *said, struct audited *item) {
    struct candidate like = {0};
    struct scope none = {0};
    size_t count = 0;
    for (size_t i = 0; i < j->tables->count; i++) {
        struct candidate total = {&j->tables->items[i], NULL, &j->tables->items[i].total};
        if (!indicator_is_ratio(total.table->indicator) || total.cell->hidden ||
            !near_candidate(j, said, &total, &none))
            continue;
        bool swapped = said->value == total.cell->denominator;
        if (!swapped && !sentence_tells(j, total.table))
            continue;
        like = total;
        count++;
    }
    if (count == 1)
        suspect(j, said, item, &like, (struct range){0, 0}, &none);
}

static void judge_fraction(struct judging *j, const struct said *said, struct audited *item) {
    enum { TELLING = 20 };
    bool telling = said->denominator > TELLING || said->value > TELLING;
    if (telling && fraction_right(j, said, item))
        return;
    judge_by_words(j, said, item);
    if (telling && item->verdict == VERDICT_UNKNOWN && !numeral_of(j, item)->suspect.table &&
        !said->unsure && !is_strange(j, said))
        fraction_suspect(j, said, item);
}

static void judge(struct judging *j, size_t at) {
    struct said said = read_said(j, at);
    struct audited *item = audited_add(j, &said);
    if (said.fraction)
        judge_fraction(j, &said, item);
    else if (!said.percent || !judge_percent(j, &said, item))
        judge_by_words(j, &said, item);
    if (item->verdict == VERDICT_UNKNOWN && said.bound == BOUND_NONE && !said.fraction)
        judge_names(j, &said, item);
}

/* A quotation ends with its paragraph at the latest. */
static void mark_quoted(struct audit_tokens *tokens) {
    bool quoted = false;
    for (size_t at = 0; at < tokens->count; at++) {
        struct audit_token *token = &tokens->items[at];
        bool paragraph = token->kind == TOKEN_END && (token->sign == '\n' || token->sign < ' ');
        quoted = !paragraph && quoted != (token->kind == TOKEN_SIGN && token->sign == '"');
        token->quoted = quoted;
    }
}

struct audit *audit_article(struct arena *arena, const struct checked *checked,
                            const struct tables *tables, const struct language *language,
                            const struct names *names, const struct source *source,
                            enum audit_form form) {
    struct judging j = {.arena = arena,
                        .checked = checked,
                        .language = language,
                        .tables = tables,
                        .names = names,
                        .source = source,
                        .audit = ARENA_NEW(arena, struct audit)};
    struct str text = markup_blank(arena, source->text, form);
    j.tokens = tokens_read(arena, text, j.language);
    mark_quoted(&j.tokens);
    size_t *item_of = ARENA_ARRAY(arena, size_t, j.tokens.count + 1);
    j.value_count = ARENA_ARRAY(arena, uint8_t, j.tokens.count + 1);
    for (size_t at = 0; at < j.tokens.count; at++) {
        if (at == 0 || at >= j.sentence_end || j.tokens.items[at - 1].kind == TOKEN_END)
            read_sentence(&j, at);
        if (j.tokens.items[at].kind != TOKEN_NUMBER || left_out(&j, at))
            continue;
        judge(&j, at);
        item_of[at] = j.audit->count;
    }
    judge_tables(&j, item_of);
    weigh(&j);
    judge_parts(&j, item_of);
    judge_twice(&j);
    for (size_t i = 0; i < j.audit->count; i++)
        j.audit->verdicts[j.audit->items[i].verdict]++;
    return j.audit;
}
