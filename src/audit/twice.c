/* The same thing told twice with different numbers: "45 xe lăn … tổng cộng 46 xe lăn". */
#include "audit/internal.h"
#include "base/guard.h"

enum {
    LEAST = 10,     /* smaller ones are soon of two things */
    LOOKED_AT = 500 /* numbers on either side */
};

/* the words of small letters behind the number: their count */
static size_t unit_words(const struct judging *j, const struct numeral *numeral) {
    size_t at = numeral->after;
    while (at < j->tokens.count && at - numeral->after < WINDOW &&
           j->tokens.items[at].kind == TOKEN_WORD && !j->tokens.items[at].capital)
        at++;
    return at - numeral->after;
}

/* "xe lăn" and "xe lăn cho người già"; one long word, or three short ones */
static bool same_unit(const struct judging *j, const struct numeral *a,
                      const struct numeral *b) {
    enum { LONG_WORD = 9, WORDS = 3 };
    size_t first = unit_words(j, a), second = unit_words(j, b);
    size_t least = first < second ? first : second, same = 0, letters = 0;
    while (same < least) {
        struct str word = j->tokens.items[a->after + same].text;
        if (!str_equal(word, j->tokens.items[b->after + same].text))
            break;
        letters += same == 0 || letters < LONG_WORD ? str_code_points(word) : 0;
        same++;
    }
    bool all = same == least && same > 1;
    bool one = same > 0 && str_code_points(j->tokens.items[a->after].text) >= LONG_WORD;
    return all || one || same >= WORDS;
}

static bool may_be_told(const struct audited *item, const struct numeral *numeral) {
    return numeral->plain && numeral->value >= LEAST && !numeral->strange && !numeral->named &&
           item->verdict != VERDICT_WRONG;
}

/* Is there a third number of that unit? Then they may be parts of each other. */
static bool others(const struct judging *j, size_t a, size_t b, size_t from, size_t to) {
    for (size_t i = from; i < to; i++) {
        const struct numeral *numeral = &j->numerals[i];
        if (i != a && i != b && numeral->plain && numeral->value != j->numerals[a].value &&
            numeral->value != j->numerals[b].value && same_unit(j, numeral, &j->numerals[a]))
            return true;
    }
    return false;
}

static void tell(struct audited *item, const struct audited *other) {
    if (item->verdict != VERDICT_UNKNOWN)
        return;
    item->verdict = VERDICT_TWICE;
    item->told = other->span;
    item->told_text = other->text;
}

void judge_twice(struct judging *j) {
    struct audited *items = j->audit->items;
    for (size_t a = 0; a < j->audit->count; a++) {
        const struct numeral *whole = &j->numerals[a];
        if (!whole->whole || !may_be_told(&items[a], whole))
            continue;
        size_t from = a > LOOKED_AT ? a - LOOKED_AT : 0;
        size_t to = a + LOOKED_AT < j->audit->count ? a + LOOKED_AT : j->audit->count;
        for (size_t b = from; b < to; b++) {
            const struct numeral *other = &j->numerals[b];
            if (b == a || other->value == whole->value || !may_be_told(&items[b], other) ||
                !near_number(other->value, whole->value) || !same_unit(j, whole, other) ||
                others(j, a, b, from, to))
                continue;
            tell(&items[a], &items[b]);
            tell(&items[b], &items[a]);
        }
    }
}
