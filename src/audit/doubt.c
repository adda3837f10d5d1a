/* Of what else a sentence speaks: a plan, another scope, somebody whom no record knows. Then
 * its numbers may be of that. */
#include "audit/internal.h"
#include "base/guard.h"

static void add_range(struct range *ranges, size_t *count, size_t from, size_t to) {
    if (*count < STRANGE_MOST)
        ranges[(*count)++] = (struct range){from, to};
}

/* --- names that no record has */

/* "140-QĐ/TU", "QĐ140": a part of a symbol */
static bool in_symbol(const struct judging *j, size_t at) {
    const struct audit_token *token = &j->tokens.items[at], *next = token_at(j, at + 1);
    bool before = at > 0 && token->glued && j->tokens.items[at - 1].kind != TOKEN_END &&
                  !is_sign(&j->tokens.items[at - 1], '(') &&
                  !is_sign(&j->tokens.items[at - 1], '"');
    bool behind = next && next->glued &&
                  (is_sign(next, '-') || is_sign(next, '/') || next->kind == TOKEN_NUMBER);
    return before || behind;
}

/* words that a sentence may begin with in large letters */
static bool begins_part(const struct judging *j, size_t at, size_t from) {
    if (at == from || j->tokens.items[at].line)
        return true;
    const struct audit_token *before = &j->tokens.items[at - 1];
    return is_sign(before, ':') || is_sign(before, '(') || is_sign(before, ')') ||
           is_sign(before, '"') || is_sign(before, '-') || before->kind == TOKEN_END;
}

/* "BÁO CÁO KẾT QUẢ": a heading says nothing by its large letters */
static bool all_large(const struct judging *j, struct range range) {
    size_t words = 0, large = 0;
    for (size_t at = range.from; at < range.to; at++) {
        words += j->tokens.items[at].kind == TOKEN_WORD;
        large += j->tokens.items[at].kind == TOKEN_WORD && j->tokens.items[at].capital;
    }
    return words > 3 && large * 10 > words * 7;
}

static size_t place_at(const struct judging *j, size_t at) { /* "Thị trấn": its words */
    const struct words *places = &j->language->audit.places;
    for (size_t i = 0; i < places->count; i++) {
        struct words one = {&places->items[i], 1};
        if (!any_at(j, at, &one))
            continue;
        size_t count = 1;
        for (size_t k = 0; k < places->items[i].size; k++)
            count += places->items[i].data[k] == ' ';
        return count;
    }
    return 0;
}

static bool unknown_name(const struct judging *j, size_t at, struct range range) {
    const struct audit_words *words = &j->language->audit;
    return j->tokens.items[at].kind == TOKEN_WORD && j->tokens.items[at].capital &&
           !begins_part(j, at, range.from) && !in_symbol(j, at) &&
           !any_at(j, at, &words->skip_before) && !any_at(j, at, &words->skip_after) &&
           !place_at(j, at);
}

/* "Xã có 3 trường học", "ở xã, …": one place, and not said which */
static bool unnamed_place(const struct judging *j, size_t at, size_t count,
                          struct range range) {
    const struct audit_token *next = token_at(j, at + count);
    bool named = next && at + count < range.to && next->kind == TOKEN_WORD && next->capital;
    return count && !named && begins_part(j, at, range.from);
}

/* --- reading */

/* a record or a word of an indicator that begins here: its words */
static size_t known_at(const struct judging *j, size_t at, bool *aside) {
    struct meaning found[MEANINGS_MOST];
    size_t count, words = names_at(j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
    *aside = false;
    for (size_t i = 0; i < count; i++)
        *aside |= found[i].aside;
    return words;
}

void read_strange(struct judging *j, struct range range) {
    const struct audit_words *words = &j->language->audit;
    bool heading = all_large(j, range);
    for (size_t at = range.from; at < range.to; at++) {
        bool aside;
        if (any_at(j, at, &words->whole))
            add_range(j->whole, &j->whole_count, at, at + 1);
        if (any_at(j, at, &words->elsewhere))
            add_range(j->strange, &j->strange_count, at, at + 1);
        size_t known = known_at(j, at, &aside);
        if (aside)
            add_range(j->strange, &j->strange_count, at, at + known);
        size_t place = known ? 0 : place_at(j, at);
        if (!known &&
            ((!heading && unknown_name(j, at, range)) || unnamed_place(j, at, place, range)))
            add_range(j->strange, &j->strange_count, at, at + 1);
        at += known ? known - 1 : 0;
    }
}

static bool any_inside(const struct range *ranges, size_t count, struct range clause) {
    for (size_t i = 0; i < count; i++)
        if (ranges[i].from >= clause.from && ranges[i].from < clause.to)
            return true;
    return false;
}

bool is_strange(const struct judging *j, const struct said *said) {
    return j->tokens.items[said->at].quoted ||
           (j->cell ? j->strange_count > 0
                    : any_inside(j->strange, j->strange_count, said->clause));
}

/* "in total 46 …", "46 … in total": with no other number between */
bool is_whole(const struct judging *j, const struct said *said) {
    bool whole = j->cell && j->whole_count;
    for (size_t i = 0; !j->cell && i < j->whole_count; i++) {
        size_t from = j->whole[i].from < said->at ? j->whole[i].from : said->after;
        size_t to = j->whole[i].from < said->at ? said->at : j->whole[i].from;
        bool nearest = to - from < 2 * (size_t)WINDOW;
        for (size_t at = from; nearest && at < to; at++)
            nearest =
                j->tokens.items[at].kind != TOKEN_NUMBER && !is_sign(&j->tokens.items[at], ';');
        whole |= nearest;
    }
    return whole;
}
