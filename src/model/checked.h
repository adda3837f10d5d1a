/* checked.h: content that has been checked: what every later stage works from. */
#ifndef MODEL_CHECKED_H
#define MODEL_CHECKED_H

#include "model/content.h"
#include "model/indicator.h"
#include "model/site.h"

struct language; /* locale/language.h */
struct locale;   /* locale/locale.h */

struct checked {
    struct site site;
    const struct language *language; /* the site's */
    struct locale *locale;           /* opened on it; whoever ran check closes it */
    struct schema schema;
    struct dataset dataset;
    struct indicators indicators;
};

#endif
