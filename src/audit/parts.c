/* What stands behind a number and must agree with it: its parts in brackets, a list of names.
 */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/guard.h"

/* --- "02 huyện A, B" */

/* Is it the mark before a list, or the word for a kind of place? "6 people in A, B" is neither.
 */
static bool before_names(const struct judging *j, size_t from, size_t at) {
    if (is_sign(token_at(j, at), ':') || is_sign(token_at(j, at), '('))
        return true;
    return at > from && any_before(j, at, &j->language->audit.places);
}

/* as many names as stand behind the number. 0: no list of names follows, or an open one. */
static size_t names_after(const struct judging *j, size_t at) {
    size_t words = 0, names = 0;
    while (at < j->sentence_end && j->tokens.items[at].kind == TOKEN_WORD &&
           !j->tokens.items[at].capital && words < 3) {
        at++;
        words++;
    }
    if (words == 0 || !before_names(j, at - words, at))
        return 0;
    if (is_sign(token_at(j, at), ':') || is_sign(token_at(j, at), '('))
        at++;
    for (;;) {
        size_t from = at;
        while (at < j->sentence_end && j->tokens.items[at].kind == TOKEN_WORD &&
               j->tokens.items[at].capital)
            at++;
        if (at == from)
            return 0; /* "A, B and others" */
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

void judge_names(struct judging *j, const struct said *said, struct audited *item) {
    size_t names = names_after(j, said->after);
    bool right = (int64_t)names == said->value;
    if (names == 0 || said->scale || said->power || said->value < 2 || said->value > 20 ||
        (!right && said->unsure))
        return;
    item->verdict = right ? VERDICT_RIGHT : VERDICT_WRONG;
    item->reason = REASON_NAMES;
    item->should = str_format(j->arena, "%zu", names);
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

struct sum {
    struct audited *parts[20];
    size_t count, right;
    int64_t value; /* of all */
    int64_t known; /* of those that are right */
};

static struct sum sum_of(const struct judging *j, const size_t *item_of, size_t whole) {
    struct sum sum = {0};
    sum.count = parts_of(j, item_of, whole, sum.parts, COUNT_OF(sum.parts));
    for (size_t i = 0; i < sum.count; i++) {
        int64_t value = numeral_of(j, sum.parts[i])->value;
        bool right = sum.parts[i]->verdict == VERDICT_RIGHT;
        sum.value += value;
        sum.known += right ? value : 0;
        sum.right += right;
    }
    return sum;
}

static void set_wrong(const struct judging *j, struct audited *item, int64_t should) {
    item->verdict = VERDICT_WRONG;
    item->reason = REASON_PARTS;
    item->certain = true;
    item->should = str_format(j->arena, "%lld", (long long)should);
}

/* The whole against parts that are all right, the one part that is not known against the rest
 * of the whole: wrong when it is like what it should be. */
void judge_parts(struct judging *j, const size_t *item_of) {
    for (size_t at = 0; at < j->tokens.count; at++) {
        if (!item_of[at])
            continue;
        struct audited *whole = &j->audit->items[item_of[at] - 1];
        const struct numeral *numeral = numeral_of(j, whole);
        struct sum sum = sum_of(j, item_of, at);
        if (sum.count < 2 || sum.value == numeral->value || !numeral->plain)
            continue;
        bool same = numeral->suspect.table &&
                    sum.parts[0]->indicator == numeral->suspect.table->indicator;
        if (sum.right == sum.count && whole->verdict == VERDICT_UNKNOWN && same &&
            near_number(numeral->value, sum.value))
            set_wrong(j, whole, sum.value);
        if (whole->verdict != VERDICT_RIGHT || sum.right + 1 != sum.count)
            continue;
        for (size_t i = 0; i < sum.count; i++)
            if (sum.parts[i]->verdict == VERDICT_UNKNOWN &&
                near_number(numeral_of(j, sum.parts[i])->value, numeral->value - sum.known))
                set_wrong(j, sum.parts[i], numeral->value - sum.known);
    }
}
