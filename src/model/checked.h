/* checked.h: content that has been checked: what every later stage works from. */
#ifndef MODEL_CHECKED_H
#define MODEL_CHECKED_H

#include "model/content.h"
#include "model/indicator.h"
#include "model/print.h"
#include "model/rule.h"
#include "model/site.h"

struct language; /* locale/language.h */
struct locale;   /* locale/locale.h */

struct filter { /* a condition of a page or block, found by the scalar that holds it */
    const struct tree *where;
    struct expression *expression;
};

struct checked {
    struct site site;
    const struct language *language;   /* the site's */
    const struct language **languages; /* all that there are */
    size_t language_count;
    struct locale *locale; /* opened on it; whoever ran check closes it */
    struct map styles;     /* of reports: name → struct print_style * */
    struct schema schema;
    struct dataset dataset;
    struct indicators indicators;
    struct rules rules;
    struct filter *filters;
    size_t filter_count, filter_capacity;
};

/* NULL when the scalar is NULL: then every row holds */
struct expression *checked_filter(const struct checked *checked, const struct tree *where);

#endif
