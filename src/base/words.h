/* words.h: the program's own sentences, in each of its languages, from one table (word_ids.h).
 *
 * What is wrong with content is said by diagnostics (diag.h); here is the rest: help, usage,
 * what a build did, the words of explain, and phrases that stand as arguments inside messages.
 * Texts of a site are in its language file instead. {0} … {4} are the arguments.
 *
 *     WORDS(&out, language, WORD_ERRORS, str_format(arena, "%zu", count));
 *     DIAG(diags, DIAG_YAML_PROFILE, span, word_argument(WORD_ANCHOR));
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/buf.h"

enum diag_language { DIAG_ENGLISH, DIAG_VIETNAMESE };

enum word {
#define WORD_ROW(id, english, vietnamese) WORD_##id,
#include "base/word_ids.h"
#undef WORD_ROW
    WORD_COUNT
};

const char *word_text(enum word word, enum diag_language language);

/* A word as the argument of a message: put into the message's language when it is shown. */
struct str word_argument(enum word word);

/* Fills a pattern. Control characters and broken bytes of an argument are shown as \xNN: they
 * are text or the name of a file, and must not reach a terminal. */
void words_fill(struct buf *out, const char *pattern, enum diag_language language,
                const struct str *arguments, size_t count);

#define WORDS(out, language, word, ...)                                                        \
    words_fill((out), word_text((word), (language)), (language),                               \
               (const struct str[]){__VA_ARGS__},                                              \
               sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

#endif
