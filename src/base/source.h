/* source.h: a text that was read, and places in it.
 *
 * A span travels with every datum that came from a file: with it any later stage can point at
 * the line, and provenance needs no second bookkeeping. A span without a source ({0}) means "no
 * place".
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/str.h"

struct source {
    struct str path;       /* as shown to people */
    struct str text;       /* without a byte-order mark */
    uint32_t *line_starts; /* byte offset of each line */
    size_t line_count;
};

struct span {
    const struct source *source;
    uint32_t offset, size; /* bytes of source->text */
};

struct place {
    size_t line, column; /* from 1; the column counts code points */
};

/* Lines end with LF, CR LF or CR. The text is borrowed. */
struct source *source_new(struct arena *arena, struct str path, struct str text);

struct place span_place(struct span span);
struct str span_text(struct span span);
struct str source_line(const struct source *source, size_t line); /* without its end */

/* A place that was found, so that the next one on its line is found from there. {0} at first.
 */
struct source_cursor {
    size_t line, column, offset;
};

/* The offset of a place given as line and column from 0, the column in code points; at most the
 * end of the text. Costs as much as it is far from the last one on its line. */
uint32_t source_offset(const struct source *source, struct source_cursor *cursor, size_t line,
                       size_t column);

/* A place in lines and columns, so that the next one of the line is found from there. All 0 at
 * first. */
struct place_cursor {
    size_t line, column;
    size_t offset;
};

/* The place of a span that has a source, from the one that was found before: places asked for
 * in the order of the text cost no more than the text, however long its lines are. */
struct place span_place_next(struct span span, struct place_cursor *cursor);

/* A part of a span: `from` bytes after its start. Only where the span's bytes are the text
 * itself (a plain scalar), else the whole span stays the better place. */
struct span span_part(struct span span, size_t from, size_t size);

#endif
