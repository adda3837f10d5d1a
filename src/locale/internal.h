/* internal.h: ICU works in UTF-16; what the files of locale share to get there and back. */
#ifndef LOCALE_INTERNAL_H
#define LOCALE_INTERNAL_H

#include <unicode/ucol.h>
#include <unicode/unum.h>

#include "locale/locale.h"

struct locale {
    const struct language *language;
    UCollator *collator;
    UNumberFormat *words, *ordinals;
    struct pattern *patterns; /* opened on it, the newest first */
};

void patterns_close(struct locale *locale);

struct utf16 {
    UChar *data;
    int32_t size; /* code units */
};

/* numbers in words by the rules of a language file, or by ICU's own when it has none */
UNumberFormat *rules_open(struct arena *arena, struct str rules, UNumberFormatStyle otherwise,
                          const char *code, UErrorCode *error);

struct utf16 utf16_from(struct arena *arena, struct str text); /* valid UTF-8 only */
struct str utf16_to(struct arena *arena, const UChar *data, int32_t size);

#endif
