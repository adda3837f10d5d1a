/* pattern.h: the form that a text must have, as a regular expression.
 *
 * Only what means the same in every program that reads patterns is taken, for the same pattern
 * goes into the JSON Schema that an editor reads: letters and signs, . * + ? {2,3} | ( ) (?: )
 * [a-z] [^a-z] \d (0 to 9) and a backslash before a sign. It must match the whole text. A match
 * that takes too many steps is given up and said so: (a+)+b would otherwise run for ever. The
 * steps are counted, not timed, so the answer is the same on every machine.
 *
 *     struct pattern_fault fault;
 *     struct pattern *pattern = pattern_open(arena, locale, STR("[A-Z]{2}\\d+"), &fault);
 *     if (pattern_match(arena, pattern, STR("VN12")) == PATTERN_MATCHES) …
 */
#ifndef LOCALE_PATTERN_H
#define LOCALE_PATTERN_H

#include "base/str.h"

struct locale;
struct pattern;

struct pattern_fault {
    size_t at, size;   /* bytes of the text that are to blame */
    bool not_portable; /* it could be read, but not everywhere with the same meaning */
};

enum pattern_match { PATTERN_MATCHES, PATTERN_DIFFERS, PATTERN_TOO_SLOW };

/* NULL: *fault says where. Lives as long as the locale is open. */
struct pattern *pattern_open(struct arena *arena, struct locale *locale, struct str text,
                             struct pattern_fault *fault);
enum pattern_match pattern_match(struct arena *arena, struct pattern *pattern, struct str text);

#endif
