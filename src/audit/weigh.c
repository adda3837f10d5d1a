/* Which suspects are wrong. A number of few digits is soon like the truth; so the fewer it has,
 * the more must say that it means the programme. */
#include "audit/internal.h"
#include "base/guard.h"

enum {
    TELLING = 10,      /* a right number of that size is hardly so by chance */
    STRONG = 3,        /* what such a one in the same sentence weighs */
    STRONG_MOST = 6,   /* and several of them */
    ARTICLE_RIGHTS = 5 /* so many, and the article is about the programme */
};

static bool is_right(const struct audited *item) {
    return item->verdict == VERDICT_RIGHT && item->indicator;
}

static bool is_strong(const struct audited *item, const struct numeral *numeral) {
    return is_right(item) && numeral->value >= TELLING && !numeral->strange;
}

/* the same sentence; in a table the same row or column */
static bool beside(const struct numeral *a, const struct numeral *b) {
    if (a->table || b->table)
        return a->table == b->table && (a->row == b->row || a->column == b->column);
    return a->sentence == b->sentence;
}

static bool around(const struct numeral *a, const struct numeral *b) {
    size_t distance =
        a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
    return distance <= 2;
}

struct support {
    int own;     /* by right numbers beside it */
    int near;    /* by those around */
    int related; /* around it the same indicator is right; 2: another cell of the same breakdown
                  */
    int rights, misses; /* beside it, that have words for it */
    int row, column;    /* of a table: rights less misses */
    int around;         /* in the sentences around: rights less misses */
};

static void add_support(const struct judging *j, size_t suspect, size_t other,
                        struct support *support) {
    const struct numeral *a = &j->numerals[suspect], *b = &j->numerals[other];
    const struct audited *item = &j->audit->items[other];
    bool own = beside(a, b), right = is_right(item), strong = is_strong(item, b);
    int told = right - (!right && b->missed);
    support->around += !own && around(a, b) ? told : 0;
    told = own ? told : 0;
    support->rights += told > 0;
    support->misses += told < 0;
    support->row += a->row == b->row ? told : 0;
    support->column += a->column == b->column ? told : 0;
    if (own && right)
        support->own += strong ? STRONG : !b->strange;
    if (own || !right || !around(a, b))
        return;
    support->near |= strong;
    bool same = item->indicator == a->suspect.table->indicator;
    int related = !same                                                        ? 0
                  : item->breakdown && item->breakdown == a->suspect.breakdown ? 2
                                                                               : 1;
    support->related = related > support->related ? related : support->related;
}

/* Where most of what stands beside it differs as well, all of it is of something else; and what
 * stands around it, where nothing beside it is known. */
static bool of_something_else(const struct numeral *numeral, const struct support *support) {
    int misses = support->misses + 1;
    if (numeral->table)
        return support->rights < 2 * misses || support->row < numeral->whole ||
               support->column < 0;
    if (support->rights)
        return support->rights < misses;
    return misses > 1 || support->around < 0;
}

/* −1 when what stands beside it speaks against it */
static int support_of(const struct judging *j, size_t at, int article, bool *certain) {
    enum { LOOKED_AT = 200 }; /* numbers on either side */
    const struct numeral *numeral = &j->numerals[at];
    int values = numeral->table ? 0 : j->value_count[numeral->sentence];
    struct support support = {.own = STRONG * values, .rights = values};
    size_t from = at > LOOKED_AT ? at - LOOKED_AT : 0;
    for (size_t i = from; i < j->audit->count && i < at + LOOKED_AT; i++)
        if (i != at)
            add_support(j, at, i, &support);
    *certain = support.own >= STRONG;
    if (of_something_else(numeral, &support))
        return -1;
    int own = support.own > STRONG_MOST ? STRONG_MOST : support.own;
    own += numeral->support;
    int rest = support.near + support.related + article;
    return own ? own + rest : rest - 1; /* the sentence itself says nothing for it */
}

static bool about_the_programme(const struct judging *j) {
    size_t rights = 0;
    for (size_t i = 0; i < j->sentence_count; i++)
        rights += j->value_count[i];
    for (size_t i = 0; i < j->audit->count; i++)
        rights += is_strong(&j->audit->items[i], &j->numerals[i]);
    return rights >= ARTICLE_RIGHTS;
}

void weigh(struct judging *j) {
    static const int NEEDED[] = {0, 4, 3, 3, 1}; /* by digits that are like the truth */
    int article = about_the_programme(j);
    for (size_t i = 0; i < j->audit->count; i++) {
        const struct numeral *numeral = &j->numerals[i];
        struct audited *item = &j->audit->items[i];
        if (!numeral->suspect.table || item->verdict != VERDICT_UNKNOWN)
            continue;
        size_t digits = (size_t)numeral->digits;
        bool certain;
        int support = support_of(j, i, article, &certain);
        if (support < NEEDED[digits < COUNT_OF(NEEDED) ? digits : COUNT_OF(NEEDED) - 1])
            continue;
        item->verdict = VERDICT_WRONG;
        item->indicator = numeral->suspect.table->indicator;
        item->breakdown = numeral->suspect.breakdown;
        item->cell = numeral->suspect.cell;
        item->should = numeral->should;
        item->reason = REASON_WORDS;
        item->why = numeral->why;
        item->certain = certain;
    }
}
