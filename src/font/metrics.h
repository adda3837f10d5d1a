/* metrics.h: how wide a text is. Charts and pages are laid out through this one interface, so a
 * chart is the same in HTML and PDF, and layout is tested with a fixed-width stand-in. */
#ifndef FONT_METRICS_H
#define FONT_METRICS_H

#include "base/str.h"

enum font_style { FONT_REGULAR, FONT_BOLD, FONT_ITALIC, FONT_BOLD_ITALIC, FONT_STYLE_COUNT };

enum font_family { FONT_SERIF, FONT_SANS, FONT_MONO, FONT_FAMILY_COUNT };

struct text_metrics {
    const void *user;
    /* advance width of a text in mpt (thousandths of a point) at a font size in mpt */
    int64_t (*width)(const void *user, struct str text, enum font_family family,
                     enum font_style style, int64_t size);
};

/* every code point is half an em wide: for tests, and where no font can be opened */
struct text_metrics text_metrics_fixed(void);

#endif
