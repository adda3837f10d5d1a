/* The article from its first number to its last, and what numbers say of each other:
 * percentages of fractions, parts in brackets, counts of names. */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

/* "23/56 …, 41,1%": a percentage of the last fraction before it in the sentence */
static bool judge_percent(struct judging *j, const struct said *said, struct audited *item) {
    for (size_t at = said->at; at > j->sentence + 2; at--) {
        const struct audit_token *below = &j->tokens.items[at - 1];
        const struct audit_token *above = &j->tokens.items[at - 3];
        if (below->kind != TOKEN_NUMBER || above->kind != TOKEN_NUMBER || !below->glued ||
            !is_sign(&j->tokens.items[at - 2], '/') || below->number.units <= 0)
            continue;
        int64_t percent = 0;
        if (!decimal_quotient(above->number.units, below->number.units, 2 + said->scale,
                              &percent))
            return false;
        item->why = str_slice(j->source->text, above->from, below->to);
        item->verdict = percent == said->value ? VERDICT_RIGHT : VERDICT_WRONG;
        struct decimal number = {percent, said->scale};
        item->should =
            str_join(j->arena, locale_number(j->arena, j->checked->locale, number), STR("%"));
        return true;
    }
    return false;
}

/* does the sentence call the ratio, or its population, by one of its words? */
static bool sentence_tells(const struct judging *j, const struct table *table) {
    struct meaning found[MEANINGS_MOST];
    for (size_t at = j->sentence; at < j->sentence_end; at++) {
        size_t count;
        names_at(&j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
        for (size_t i = 0; i < count; i++)
            if (found[i].table &&
                (found[i].table == table || found[i].table->indicator == table->indicator->of))
                return true;
    }
    return false;
}

/* Both parts equal to a ratio's are right without words; a denominator that is the population
 * of one ratio alone says which it is. */
static void judge_fraction(struct judging *j, const struct said *said, struct audited *item) {
    struct candidate same = {0};
    size_t populations = 0;
    for (size_t i = 0; i < j->tables->count; i++) {
        struct candidate total = {&j->tables->items[i], NULL, &j->tables->items[i].total};
        if (!indicator_is_ratio(total.table->indicator) || total.cell->hidden ||
            total.cell->denominator != said->denominator)
            continue;
        populations++;
        same = total;
        if (said->denominator > 20 && agrees(said, &total)) {
            settle(j, item, said, VERDICT_RIGHT, &total);
            return;
        }
    }
    judge_by_words(j, said, item);
    if (item->verdict != VERDICT_RIGHT && populations == 1 && !said->unsure &&
        said->denominator > 20 && sentence_tells(j, same.table))
        settle(j, item, said, VERDICT_WRONG, &same);
}

/* "02 huyện A, B": as many names as the number says. 0: no list of names follows. */
static size_t names_after(const struct judging *j, size_t at) {
    size_t words = 0, names = 0;
    while (at < j->sentence_end && j->tokens.items[at].kind == TOKEN_WORD &&
           !j->tokens.items[at].capital && words < 3) {
        at++;
        words++;
    }
    if (words == 0)
        return 0;
    if (is_sign(token_at(j, at), ':') || is_sign(token_at(j, at), '('))
        at++;
    for (;;) {
        size_t from = at;
        while (at < j->sentence_end && j->tokens.items[at].kind == TOKEN_WORD &&
               j->tokens.items[at].capital)
            at++;
        if (at == from)
            break;
        names++;
        const struct audit_token *next = at < j->sentence_end ? token_at(j, at) : NULL;
        bool joined = next && next->kind == TOKEN_WORD;
        bool word = false;
        for (size_t i = 0; joined && i < j->language->audit.joins.count; i++)
            word |= str_equal(next->text, j->language->audit.joins.items[i]);
        if (!is_sign(next, ',') && !word)
            break;
        at++;
    }
    return names > 1 ? names : 0;
}

static void judge_names(struct judging *j, const struct said *said, struct audited *item) {
    size_t names = names_after(j, said->after);
    if (names == 0 || said->scale || said->power || said->value < 2 || said->value > 20)
        return;
    item->verdict = (int64_t)names == said->value ? VERDICT_RIGHT : VERDICT_WRONG;
    item->why = STR("names");
    item->should = str_format(j->arena, "%zu", names);
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

/* --- "33 ngôi nhà (24 …, 06 …, 01 …)" */

/* the items of the parts in the bracket behind a number; their count */
static size_t parts_of(const struct judging *j, const size_t *item_of, size_t whole,
                       struct audited **parts, size_t most) {
    size_t at = whole + 1, count = 0;
    while (at < j->tokens.count && at < whole + WINDOW &&
           j->tokens.items[at].kind == TOKEN_WORD)
        at++;
    if (!is_sign(token_at(j, at), '('))
        return 0;
    for (at++; at < j->tokens.count && !is_sign(&j->tokens.items[at], ')'); at++) {
        const struct audit_token *token = &j->tokens.items[at];
        const struct audit_token *before = &j->tokens.items[at - 1],
                                 *next = token_at(j, at + 1);
        if (token->kind == TOKEN_END || is_sign(token, '('))
            return 0;
        if (token->kind != TOKEN_NUMBER)
            continue;
        bool begins = is_sign(before, '(') || is_sign(before, ',') || is_sign(before, ';');
        if (!begins || !next || next->kind != TOKEN_WORD || !item_of[at] || count == most)
            return 0; /* not a plain list of parts */
        parts[count++] = &j->audit->items[item_of[at] - 1];
    }
    return count;
}

static void judge_parts(struct judging *j, const size_t *item_of) {
    enum { PARTS_MOST = 20 };
    struct audited *parts[PARTS_MOST];
    for (size_t at = 0; at < j->tokens.count; at++) {
        size_t count = item_of[at] ? parts_of(j, item_of, at, parts, PARTS_MOST) : 0;
        struct audited *whole = item_of[at] ? &j->audit->items[item_of[at] - 1] : NULL;
        int64_t sum = 0;
        size_t right = 0;
        if (count < 2)
            continue;
        for (size_t i = 0, k = at; i < count; k++)
            if (item_of[k] && &j->audit->items[item_of[k] - 1] == parts[i]) {
                sum += j->tokens.items[k].number.units;
                right += parts[i]->verdict == VERDICT_RIGHT;
                i++;
            }
        int64_t value = j->tokens.items[at].number.units;
        if (sum == value || j->tokens.items[at].number.scale)
            continue;
        struct str should = str_format(j->arena, "%lld", (long long)sum);
        if (right == count && whole->verdict != VERDICT_RIGHT) {
            whole->verdict = VERDICT_WRONG;
            whole->why = STR("parts");
            whole->should = should;
        }
        for (size_t i = 0; whole->verdict == VERDICT_RIGHT && i < count; i++)
            if (parts[i]->verdict == VERDICT_UNKNOWN && right + 1 == count) {
                parts[i]->verdict = VERDICT_WRONG;
                parts[i]->why = STR("parts");
            }
    }
}

struct audit *audit_article(struct arena *arena, const struct checked *checked,
                            const struct tables *tables, const struct language *language,
                            const struct source *source, enum audit_form form) {
    struct judging j = {.arena = arena,
                        .checked = checked,
                        .language = language,
                        .tables = tables,
                        .source = source,
                        .audit = ARENA_NEW(arena, struct audit)};
    struct str text = markup_blank(arena, source->text, form);
    j.names = names_make(arena, checked, tables, language);
    j.tokens = tokens_read(arena, text, source->text, j.language);
    size_t *item_of = ARENA_ARRAY(arena, size_t, j.tokens.count + 1);
    for (size_t at = 0; at < j.tokens.count; at++) {
        if (at == 0 || j.tokens.items[at - 1].kind == TOKEN_END)
            read_sentence(&j, at);
        if (j.tokens.items[at].kind != TOKEN_NUMBER || left_out(&j, at))
            continue;
        judge(&j, at);
        item_of[at] = j.audit->count;
    }
    judge_parts(&j, item_of);
    for (size_t i = 0; i < j.audit->count; i++)
        j.audit->verdicts[j.audit->items[i].verdict]++;
    return j.audit;
}
