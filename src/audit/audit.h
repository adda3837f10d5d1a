/* audit.h: a finished article → every number in it, what it is taken for, and whether it is
 * right.
 *
 * A number is taken for an indicator only by the words around it (its `words:`, label, unit,
 * and the names of records and codes for a cell of a breakdown), never because it happens to be
 * equal. A false alarm is worse than a "not known". A number is called wrong only when it is
 * like the truth (a digit or two neighbours changed, ten times as much, the number of another
 * indicator, a bound that does not hold) *and* enough says that it means the programme: other
 * numbers of its sentence that are right, words such as "in total", a label, a named record,
 * the rest of the article; the fewer digits it has, the more of that. Where the sentence speaks
 * of a plan, of another scope, or names somebody unknown, it is never called wrong; nor is it
 * where a breakdown has no such cell.
 *
 * Two numbers of the article for the same thing, of which one is said to be the whole, are
 * *told otherwise* when they differ by such a slip, whatever the truth is.
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "model/checked.h"
#include "model/table.h"

enum verdict { VERDICT_RIGHT, VERDICT_WRONG, VERDICT_TWICE, VERDICT_UNKNOWN, VERDICT_COUNT };

enum reason {
    REASON_NONE,
    REASON_WORDS,    /* the words in `why` */
    REASON_FRACTION, /* a percentage of the fraction in `why` */
    REASON_PARTS,    /* the sum in brackets */
    REASON_NAMES     /* the list of names behind it */
};

struct audited { /* one number of the article */
    struct span span;
    struct str text; /* as written, without markup */
    enum verdict verdict;
    const struct indicator *indicator; /* NULL: taken for none */
    const struct breakdown *breakdown; /* of a cell; NULL: the total */
    const struct cell *cell;
    struct str should; /* WRONG: what is true, in plain digits */
    enum reason reason;
    struct str why;   /* of the article */
    struct span told; /* TWICE: the other number … */
    struct str told_text;
    bool certain;   /* WRONG: other numbers of the same sentence or table are right */
    bool reference; /* it stands for the total or a cell exactly, so that a page can cite it */
};

struct audit {
    struct audited *items; /* in the order of the text */
    size_t count, capacity;
    size_t verdicts[VERDICT_COUNT];
};

enum audit_form { AUDIT_TEXT, AUDIT_MARKDOWN, AUDIT_HTML };

/* What everything is called, in the language of the articles: made once for all of them. */
struct names;
struct names *audit_names(struct arena *arena, const struct checked *checked,
                          const struct tables *tables, const struct language *language);

/* `language` is that of the article, which need not be the site's. The text of `source` keeps
 * its places: markup is left out, not moved (markup.h, whose marks a text may have too). */
struct audit *audit_article(struct arena *arena, const struct checked *checked,
                            const struct tables *tables, const struct language *language,
                            const struct names *names, const struct source *source,
                            enum audit_form form);

#endif
