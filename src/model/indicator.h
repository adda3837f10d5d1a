/* indicator.h: one published number or breakdown: how it is computed, over which population,
 * how it is written, what was published before. Made by check from content/indicators/. */
#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include "model/expression.h"

enum aggregation { AGGREGATE_COUNT, AGGREGATE_SUM, AGGREGATE_DISTINCT, AGGREGATE_GIVEN };

enum style_kind {
    STYLE_PLAIN,    /* 7.120 */
    STYLE_FRACTION, /* 23/56 */
    STYLE_PERCENT,  /* 41,1% */
    STYLE_OVER      /* trên 2.700: rounded down to a step */
};

struct style {
    enum style_kind kind;
    int64_t step; /* OVER */
};

struct by {          /* one breakdown: one key, or several crossed */
    struct str name; /* "district", "district.year": how references and anchors call it */
    struct path keys[LIMIT_BY_KEYS];
    struct str names[LIMIT_BY_KEYS]; /* short name of each key: the last word of its path */
    size_t count;
    struct span span;
};

/* a number as written in a document: exact, a fraction, or a bound */
struct quantity {
    bool fraction;
    bool over; /* more than `value`, and less than its next step */
    int64_t value, denominator;
    int64_t step; /* OVER: 0 takes the last non-zero place of the value */
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
    struct path amount;         /* SUM, DISTINCT */
    int scale;                  /* decimals of a sum */
    bool money;                 /* a sum of money */
    bool missing_skipped;       /* rows without an amount are left out, and counted */
    const struct indicator *of; /* the denominator */
    struct str of_name;
    struct span of_span;
    struct by *breakdowns;
    size_t breakdown_count;
    struct style style;
    struct published *published;
    size_t published_count;
    struct quantity given;
    const struct row *given_source;
    struct str *given_names;
    size_t given_name_count;
    struct str concept, period, source_note, responsible; /* the indicator card */
    size_t index;
    struct span span;
};

struct indicators {
    struct indicator **items; /* in the order of files and of lines */
    size_t count, capacity;
    struct map by_id;
};

#endif
