/* site.h: what is true of the whole site (content/site.yaml). Plain data; text is ready to
 * show. */
#ifndef MODEL_SITE_H
#define MODEL_SITE_H

#include "model/schema.h"

struct site {
    struct str title;
    struct str description;
    struct str publisher; /* who publishes; printed under the title of reports */
    struct str base_url;  /* optional; without it no canonical link */
    struct str language;  /* code of the language file, "vi" */
    struct str period;    /* "giai đoạn 2016-2020" */
    struct str notice;    /* shown on every page, sheet, chart and file when illustrative */
    struct str licence;
    struct str contact;
    struct str updated;     /* ISO date of the last change of the content */
    enum audience audience; /* of this build */
    bool illustrative;      /* the data are invented: see DESIGN, "illustrative" */
    struct span span;
};

#endif
