/* indicator.h: one published number or breakdown: how it is computed, over which population,
 * how it is written, what was published before. Made by check from content/indicators/. */
#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include "model/expression.h"
#include "model/tree.h"

enum aggregation {
    AGGREGATE_COUNT,
    AGGREGATE_SUM,
    AGGREGATE_AVERAGE,
    AGGREGATE_MIN,
    AGGREGATE_MAX,
    AGGREGATE_MEDIAN,
    AGGREGATE_DISTINCT,
    AGGREGATE_GIVEN, /* no records, a source instead */
    /* from other indicators, cell by cell */
    AGGREGATE_ADD,
    AGGREGATE_SUBTRACT,
    AGGREGATE_QUOTIENT, /* first / second */
    AGGREGATE_SHARE,    /* each cell over the total */
    AGGREGATE_CHANGE,   /* second − first, to be held against the first */
    AGGREGATION_COUNT
};

/* words of approximation are predicates of the exact value v (FACTS, rules of writing) */
enum bound {
    BOUND_NONE,    /* v = N */
    BOUND_OVER,    /* N < v < N + step */
    BOUND_UNDER,   /* N − step < v < N */
    BOUND_ABOUT,   /* N − step/2 ≤ v < N + step/2 */
    BOUND_AT_LEAST /* v ≥ N */
};

enum style_kind {
    STYLE_PLAIN,    /* 7.120 */
    STYLE_FRACTION, /* 23/56 */
    STYLE_PERCENT,  /* 41,1% */
    STYLE_BOUND     /* trên 2.700: rounded to a step, with the word that is true */
};

struct style {
    enum style_kind kind;
    enum bound bound; /* BOUND: OVER, UNDER or ABOUT */
    int64_t step;     /* BOUND */
    int places;       /* PERCENT: decimals */
};

/* a contributor whose amount is not reported */
enum missing { MISSING_ERROR, MISSING_NOTE, MISSING_SKIP };

struct by {          /* one breakdown: one key, or several crossed */
    struct str name; /* "district", "district.year": how references and anchors call it */
    struct path keys[LIMIT_BY_KEYS];
    struct str names[LIMIT_BY_KEYS]; /* short name of each key: the last word of its path */
    size_t count;
    bool implied; /* the beginning of a crossed one, for its subtotals */
    struct span span;
};

/* a number as written in a document: exact, a fraction, a percentage, or a bound */
struct quantity {
    bool fraction, percent;
    enum bound bound;
    int64_t value, denominator; /* in units of indicator_places; a fraction in whole units */
    int places;                 /* of a percentage: decimals as written */
    int64_t step;               /* of a bound: 0 takes the last non-zero place of the value */
};

enum difference { DIFFERENCE_NONE, DIFFERENCE_OPEN, DIFFERENCE_EXPLAINED };

struct published {
    struct quantity quantity;
    const struct row *source; /* a record of the type `source` */
    enum difference differs;
    struct str note;
    struct span span;
};

struct indicator {
    struct str id, label, unit;
    const struct record_type *from; /* NULL: given */
    struct expression *where;
    struct span where_span;
    enum aggregation aggregation;
    struct path amount; /* SUM … DISTINCT */
    int scale;          /* decimals of the values in its cells */
    int places;         /* decimals of an average, a median, a quotient: rounded once */
    bool money;         /* an amount of money */
    enum missing missing;
    const struct indicator *of; /* the denominator */
    struct str of_name;
    struct span of_span;
    const struct indicator **operands; /* ADD … CHANGE */
    size_t operand_count;
    const struct tree *operand_names; /* as written, until they are linked */
    const struct tree *by_names;      /* of a derived one: breakdowns of its operands */
    bool to_hundred;                  /* SHARE: the percentages of a breakdown add up to 100 */
    struct by *breakdowns;
    size_t breakdown_count;
    struct style style;
    struct published *published;
    size_t published_count;
    struct quantity given;
    const struct row *given_source;
    struct str *given_names;
    size_t given_name_count;
    struct str *words; /* by which prose calls it, besides its label */
    size_t word_count;
    struct str concept, period, source_note, responsible; /* the indicator card */
    enum audience visibility;                             /* who may see its numbers */
    enum audience reads;     /* who may see all that it is computed from: its contributors */
    int64_t minimum_cell;    /* smaller cells are hidden: the largest minimum of all indicators
                              * of the same rows and of what it is computed from; 0: none */
    const struct tree *tree; /* as written */
    size_t index;
    struct span span;
};

struct indicators {
    struct indicator **items; /* in the order of files and of lines */
    struct indicator **order; /* the same, each after those it is computed from */
    size_t count, capacity;
    struct map by_id;
};

/* the name of the breakdown by the first `count` keys of this one: "district" of
 * "district.year" */
struct str by_beginning(struct arena *arena, const struct by *by, size_t count);

/* "district, district.year": what it is divided by */
struct str indicator_breakdowns(struct arena *arena, const struct indicator *indicator);

const char *aggregation_name(enum aggregation aggregation); /* its key: "sum"; "count" */
const char *bound_name(enum bound bound);                   /* its key: "over"; "value" */

/* computed from amounts of rows: sum, average, min, max, median */
bool indicator_has_amount(const struct indicator *indicator);
/* the cells of a breakdown add up to the total: counts, sums and what is made of them */
bool indicator_adds_up(const struct indicator *indicator);
/* computed from other indicators */
bool indicator_is_derived(const struct indicator *indicator);
/* its cells are two numbers to be shown as a fraction or a percentage */
bool indicator_is_ratio(const struct indicator *indicator);
/* are small cells hidden from that audience? */
bool small_cells_hidden(const struct indicator *indicator, enum audience audience);
/* may that audience see how many rows are in a cell that it sees, and how many of them report
 * nothing? */
bool rows_shown(const struct indicator *indicator, enum audience audience);
/* may that audience see the rows it comes from? */
bool contributors_shown(const struct indicator *indicator, enum audience audience);
/* an average, a median, a quotient: divided, and rounded to `places` */
bool indicator_is_rounded(const struct indicator *indicator);
/* decimals with which it is written as one number */
int indicator_places(const struct indicator *indicator);

#endif
