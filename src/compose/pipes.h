/* pipes.h: pipe tables, found in Markdown before cmark reads it.
 *
 *     | Việc | Số |
 *     |------|---:|
 *     | một  | 10 |
 *
 * A head line with a pipe, at the start of a paragraph, and under it a delimiter row of as many
 * cells. In the text that is left each table is a token of letter 't' on its first line; its
 * other lines are empty, so lines keep their numbers. `\|` is a pipe inside a cell. A row with
 * fewer cells is filled; one with more is an error, not a silent loss.
 */
#ifndef COMPOSE_PIPES_H
#define COMPOSE_PIPES_H

#include "base/diag.h"
#include "model/doc.h"

struct pipe_row {
    struct str *cells; /* Markdown, without the pipes */
    size_t count;
    size_t line; /* of the text, from 1 */
};

struct pipe_table {
    enum doc_align *aligns;
    size_t column_count;
    struct pipe_row *rows; /* the first is the head */
    size_t row_count, row_capacity;
};

struct pipe_tables {
    struct str text; /* with tokens in their places */
    struct pipe_table *items;
    size_t count, capacity;
};

struct pipe_tables pipes_find(struct arena *arena, struct str text);

/* marks of the fence that a line is, at least three; 0: it is none */
size_t fence_of(struct str line);

#endif
