/* linebreak.h: where a paragraph's lines end. Knows widths only, no text.
 *
 * All words are looked at together: the breaks chosen are those for which the sum of the
 * squared stretch of all lines is least (total fit). The last line is not stretched. A word
 * wider than the line stands on a line of its own and sticks out; the caller sees that it does.
 */
#ifndef RENDER_PDF_LINEBREAK_H
#define RENDER_PDF_LINEBREAK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct break_word {
    int64_t width; /* mpt */
    int64_t space; /* the space before it, when it is not the first of a line */
    bool forced;   /* the line must end after it */
};

struct break_line {
    size_t from, to; /* words */
    int64_t width;   /* natural, spaces included */
    bool last;       /* of the paragraph, or before a forced end: not stretched */
};

/* `indent` shortens the first line. Returns the lines, at least one when there is a word. */
struct break_line *linebreak(struct arena *arena, const struct break_word *words, size_t count,
                             int64_t width, int64_t indent, size_t *line_count);

#endif
