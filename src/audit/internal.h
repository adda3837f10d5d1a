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
    struct str text; /* small letters; a slice of `lower` */
    size_t from, to; /* in the article */
    bool glued;      /* nothing stands between it and the token before */
    bool capital;    /* a word that begins with a large letter */
    bool line;       /* the first of its line */
    bool quoted;     /* between quotation marks */
    char sign;       /* of a sign or an end */
    struct decimal number;
    bool grouped; /* "7.120" */
};

struct audit_tokens {
    struct audit_token *items;
    size_t count, capacity;
    struct str plain, lower; /* without what markup leaves out; same size */
};

/* `text` is that of markup_blank */
struct audit_tokens tokens_read(struct arena *arena, struct str text,
                                const struct language *language);

/* what a run of words can mean */
struct meaning {
    const struct table *table; /* an indicator; or else a key: */
    const struct row *record;  /* a record by its title */
    const struct field *field; /* an enum by its label … */
    int64_t code;              /* … and place */
    bool unit;                 /* only a unit: weak */
    bool aside; /* a record that divides no number: its name is known, not what it did */
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

/* the longest phrases that begin at a token, chained by `next` through `found`; their length in
 * words, 0: none */
size_t names_at(const struct names *names, const struct audit_tokens *tokens, size_t at,
                struct meaning *found, size_t most, size_t *count);

enum {
    WINDOW = 7, /* words beside a number that are looked at */
    SENTENCE_MOST =
        400, /* tokens; a longer one is cut: what is told of a number stands nearer */
    MEANINGS_MOST = 24,
    MENTIONS_MOST = 32,
    CANDIDATES_MOST = 32,
    STRANGE_MOST = 32
};

struct mention { /* a record, code or year named in the sentence */
    struct meaning meaning;
    int64_t year; /* 0: none */
    size_t at, end;
};

struct range { /* of tokens */
    size_t from, to;
};

struct candidate {
    const struct table *table;
    const struct breakdown *breakdown; /* NULL: the total */
    const struct cell *cell;
};

/* what is kept of each number until the whole article has been read */
struct numeral {
    size_t at;       /* its token */
    size_t sentence; /* which one, counted; a cell of a table is one */
    size_t after;    /* the first token behind the number */
    int64_t value;
    bool plain;                /* a count, without bound, scale or fraction */
    bool whole;                /* said to be the sum of all */
    bool strange;              /* its sentence speaks of something else, too */
    bool named;                /* or of one record, year or day */
    size_t table, row, column; /* table 0: none */
    bool missed;               /* its words call a number that differs */
    struct candidate suspect;  /* it differs from this; table NULL: from nothing known */
    struct str should, why;    /* what is said when it is wrong */
    int digits;                /* by how many it is like the truth */
    int support;               /* its own words and form speak for the programme */
};

struct judging {
    struct arena *arena;
    const struct checked *checked;
    const struct language *language;
    const struct tables *tables;
    const struct source *source;
    const struct names *names;
    struct audit_tokens tokens;
    struct audit *audit;
    struct numeral *numerals; /* one for each audit->items */
    size_t numeral_capacity;
    uint8_t *value_count; /* computed values in each sentence, for the check of pages */
    size_t sentence_count;
    /* of the sentence at hand */
    struct mention mentions[MENTIONS_MOST];
    struct range strange[STRANGE_MOST]; /* other scopes, plans, unknown names */
    struct range whole[STRANGE_MOST];   /* "in total" */
    size_t mention_count, strange_count, whole_count;
    size_t sentence, sentence_end;
    bool cell; /* of a table: labels and heads are told beside it */
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
    struct range clause; /* of the sentence, between semicolons */
};

struct evidence {
    const struct table *tables[CANDIDATES_MOST];
    size_t count;
    bool weak;          /* only a unit */
    struct mention key; /* the words name a part, such as a kind: count 0 then */
    bool has_key;
    bool left;       /* the words stand before the number */
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
bool is_break(const struct audit_token *token); /* a comma, a bracket, an end … */
bool is_year(const struct audit_token *token);
/* the sentence that begins there: its end, whom it names, and what else it speaks of */
void read_sentence(struct judging *j, size_t from);
/* the same of a part of it, such as the head of a table: adds */
void read_names(struct judging *j, struct range range);
/* a date, a symbol, a period, an ordinal: no number of the programme */
bool left_out(const struct judging *j, size_t at);
/* does one of these phrases end just before this token? begin at it? */
bool any_before(const struct judging *j, size_t at, const struct words *words);
bool any_at(const struct judging *j, size_t at, const struct words *words);
/* does a word such as "of which" begin at this token? */
bool unsure_at(const struct judging *j, size_t at);
struct said read_said(const struct judging *j, size_t at);

/* --- of what else the sentence speaks (doubt.c) */
void read_strange(struct judging *j, struct range range);
/* another scope, a plan, an unknown name, a quotation */
bool is_strange(const struct judging *j, const struct said *said);
bool is_whole(const struct judging *j, const struct said *said);

/* --- what it is said of (evidence.c, words.c) */
struct evidence find_evidence(const struct judging *j, const struct said *said);
/* "24 nhà tình nghĩa": the tables that have a cell of that name */
void tables_of_key(const struct judging *j, const struct said *said, struct evidence *evidence);
void evidence_add(struct evidence *evidence, const struct table *table); /* once */
bool same_kind(const struct said *said, const struct indicator *indicator);
/* the breakdown by exactly these mentions, and its cell; false: there is no such breakdown */
bool cell_of(const struct table *table, const struct mention *const *mentions, size_t count,
             struct candidate *candidate);
/* same kind of thing: two districts, two items, two years */
bool rivals(const struct mention *a, const struct mention *b);
/* the cell of a table of which the sentence speaks; false: it cannot be told */
bool choose(const struct judging *j, const struct said *said, const struct table *table,
            const struct evidence *evidence, struct candidate *candidate, struct scope *scope);

/* --- whether it is so (judge.c) */
bool agrees(const struct said *said, const struct candidate *candidate);
bool in_units(const struct said *said, const struct indicator *indicator, int64_t *value,
              int64_t *place);
struct audited *audited_add(struct judging *j, const struct said *said);
void settle(struct audited *item, const struct said *said, enum verdict verdict,
            const struct candidate *candidate);
struct str true_text(const struct judging *j, const struct said *said,
                     const struct candidate *candidate);
struct str words_text(const struct judging *j, struct range range);
void judge_by_words(struct judging *j, const struct said *said, struct audited *item);
void judge_by(struct judging *j, const struct said *said, struct audited *item,
              struct evidence *evidence);
/* keep that it may be wrong, when it is like the truth */
void suspect(struct judging *j, const struct said *said, const struct audited *item,
             const struct candidate *candidate, struct range words, const struct scope *scope);
struct numeral *numeral_of(const struct judging *j, const struct audited *item);

/* --- how like the truth (near.c): the number of digits that agree but for a slip; 0: none */
int near_number(int64_t said, int64_t truth);
int near_candidate(const struct judging *j, const struct said *said,
                   const struct candidate *candidate, const struct scope *scope);

/* --- numbers of each other (article.c, parts.c, twice.c, grid.c), once all have been read */
void judge_names(struct judging *j, const struct said *said, struct audited *item);
void judge_parts(struct judging *j, const size_t *item_of);
/* a number in a table by the words of its row and its column */
void judge_tables(struct judging *j, const size_t *item_of);
void judge_twice(struct judging *j);
/* which suspects are wrong: enough speaks for it */
void weigh(struct judging *j);

#endif
