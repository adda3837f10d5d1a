/* audit.h: a finished article → every number in it, what it is taken for, and whether it is
 * right.
 *
 * A number is taken for an indicator only by the words around it (its `words:`, label, unit,
 * and the names of records and codes for a cell of a breakdown), never because it happens to be
 * equal. A false alarm is worse than a "not known": where the words fit several numbers, or say
 * "each" or "of which", the verdict is not known unless one of them is equal.
 */
#ifndef AUDIT_AUDIT_H
#define AUDIT_AUDIT_H

#include "model/checked.h"
#include "model/table.h"

enum verdict { VERDICT_RIGHT, VERDICT_WRONG, VERDICT_UNKNOWN };

struct audited { /* one number of the article */
    struct span span;
    enum verdict verdict;
    const struct indicator *indicator; /* NULL: taken for none */
    const struct breakdown *breakdown; /* of a cell; NULL: the total */
    const struct cell *cell;
    struct str should; /* WRONG: what is true, in plain digits */
    struct str why;    /* the words by which it was known; or "parts", "names", "percent" */
    bool reference; /* it stands for the total or a cell exactly, so that a page can cite it */
};

struct audit {
    struct audited *items; /* in the order of the text */
    size_t count, capacity;
    size_t verdicts[3];
};

enum audit_form { AUDIT_TEXT, AUDIT_MARKDOWN, AUDIT_HTML };

/* `language` is that of the article, which need not be the site's. The text of `source` keeps
 * its places: markup is left out, not moved. */
struct audit *audit_article(struct arena *arena, const struct checked *checked,
                            const struct tables *tables, const struct language *language,
                            const struct source *source, enum audit_form form);

#endif
