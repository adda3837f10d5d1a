/* The stand-in for tests. */
#include "font/metrics.h"

#include "base/guard.h"

static int64_t half_em(const void *user, struct str text, enum font_family family,
                       enum font_style style, int64_t size) {
    UNUSED(user);
    UNUSED(family);
    UNUSED(style);
    return (int64_t)str_code_points(text) * size / 2;
}

struct text_metrics text_metrics_fixed(void) {
    return (struct text_metrics){NULL, half_em};
}
