/* internal.h: what the files of audit share. */
#ifndef AUDIT_INTERNAL_H
#define AUDIT_INTERNAL_H

#include "audit/audit.h"
#include "base/decimal.h"
#include "locale/language.h"

enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,
    TOKEN_SIGN, /* one of , ; : ( ) / - % and the like */
    TOKEN_END   /* of a sentence, an item, a cell */
};

struct audit_token {
    enum token_kind kind;
    struct str text; /* small letters */
    size_t from, to; /* in the article */
    bool glued;      /* nothing stands between it and the token before */
    bool capital;    /* a word that begins with a large letter */
    struct decimal number;
    bool grouped; /* "7.120" */
};

struct audit_tokens {
    struct audit_token *items;
    size_t count, capacity;
};

/* markup blanked out, byte for byte; in small letters */
struct str markup_blank(struct arena *arena, struct str text, enum audit_form form);
struct audit_tokens tokens_read(struct arena *arena, struct str text, struct str original,
                                const struct language *language);

/* what a run of words can mean */
struct meaning {
    const struct table *table; /* an indicator; or else a key: */
    const struct row *record;  /* a record by its title */
    const struct field *field; /* an enum by its label … */
    int64_t code;              /* … and place */
    bool unit;                 /* only a unit: weak */
};

struct phrase {
    struct str *words;
    size_t count;
    struct meaning meaning;
    struct phrase *next; /* with the same first word */
};

struct names {
    struct arena *arena;
    struct map by_first; /* → struct phrase * */
};

struct names names_make(struct arena *arena, const struct checked *checked,
                        const struct tables *tables, const struct language *language);
/* the longest phrases that begin at a token, chained by `next` through `found`; their length in
 * words, 0: none */
size_t names_at(const struct names *names, const struct audit_tokens *tokens, size_t at,
                struct meaning *found, size_t most, size_t *count);

enum { WINDOW = 7, MEANINGS_MOST = 24, MENTIONS_MOST = 32, CANDIDATES_MOST = 32 };

struct mention { /* a record, code or year named in the sentence */
    struct meaning meaning;
    int64_t year; /* 0: none */
    size_t at, end;
};

struct judging {
    struct arena *arena;
    const struct checked *checked;
    const struct language *language;
    const struct tables *tables;
    const struct source *source;
    struct names names;
    struct audit_tokens tokens;
    struct audit *audit;
    struct mention mentions[MENTIONS_MOST]; /* of the sentence at hand */
    size_t mention_count, sentence, sentence_end;
};

/* the number at hand: where it stands, what it says */
struct said {
    size_t at, after; /* tokens: the number, and the first behind it and its word of scale */
    enum bound bound;
    int64_t value; /* in units of 10^-scale */
    int scale;
    int power; /* of a word of scale, 0: none */
    bool fraction, percent;
    bool unsure;      /* a word says that it is of something else: each, more, planned */
    size_t unsure_at; /* where it stands, when before the number */
    int64_t denominator;
};

struct candidate {
    const struct table *table;
    const struct breakdown *breakdown; /* NULL: the total */
    const struct cell *cell;
};

struct evidence {
    const struct table *tables[CANDIDATES_MOST];
    size_t count;
    bool weak;          /* only a unit */
    struct mention key; /* the words name a part, such as a kind: count 0 then */
    bool has_key;
    size_t from, to; /* the words, as tokens */
};

struct scope {
    const struct mention *chosen[LIMIT_BY_KEYS];
    size_t count;
    bool doubtful; /* a rival is about as near, or something else is named */
};

/* --- reading what is said (said.c) */
const struct audit_token *token_at(const struct judging *j,
                                   size_t at); /* NULL behind the last */
bool is_sign(const struct audit_token *token, char sign);
bool is_year(const struct audit_token *token);
/* the sentence that begins there: its end and whom it names */
void read_sentence(struct judging *j, size_t from);
/* a date, a symbol, a period, an ordinal: no number of the programme */
bool left_out(const struct judging *j, size_t at);
/* does a word such as "of which" begin at this token? */
bool unsure_at(const struct judging *j, size_t at);
struct said read_said(const struct judging *j, size_t at);

/* --- what it is said of (evidence.c) */
struct evidence find_evidence(const struct judging *j, const struct said *said);
/* "24 nhà tình nghĩa": the tables that have a cell of that name */
void tables_of_key(const struct judging *j, const struct said *said, struct evidence *evidence);
/* the cell of a table of which the sentence speaks; false: it cannot be told */
bool choose(const struct judging *j, const struct said *said, const struct table *table,
            const struct evidence *evidence, struct candidate *candidate, bool *doubtful);

/* --- whether it is so (judge.c) */
bool agrees(const struct said *said, const struct candidate *candidate);
struct audited *audited_add(struct judging *j, const struct said *said);
void settle(struct judging *j, struct audited *item, const struct said *said,
            enum verdict verdict, const struct candidate *candidate);
void judge_by_words(struct judging *j, const struct said *said, struct audited *item);

#endif
