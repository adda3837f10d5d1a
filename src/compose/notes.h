/* notes.h: footnotes, found in Markdown before cmark reads it.
 *
 *     The people advised[^advice] …
 *
 *     [^advice]: With medicine given, or without.
 *
 * A definition begins a line and goes on to the next empty line or the next definition; it is
 * one paragraph, in which everything that stands in a sentence may stand. In the text that is
 * left each mark is a token of letter 'n'; the lines of definitions are empty, so lines keep
 * their numbers. `\[^x]` is text, and so is what stands in code. Each note is referred to
 * exactly once.
 */
#ifndef COMPOSE_NOTES_H
#define COMPOSE_NOTES_H

#include "compose/internal.h"

struct note {
    struct str name;
    struct str text;       /* Markdown of its paragraph, on one line */
    size_t at;             /* of its mark in the expanded text */
    struct doc_node *node; /* its DOC_NOTE; NULL while notes are read */
    bool used;
};

struct notes {
    struct str text;    /* with tokens in their places */
    struct note *items; /* as they are defined */
    size_t count, capacity;
    struct str *marks; /* the names in the text, by token; slices of the expanded text */
    size_t mark_count, mark_capacity;
};

/* Finds them in the expanded text. A second definition of a name is reported. */
bool notes_find(struct scope *scope, struct notes *notes);

/* A column, from 0 and in bytes, of the text with tokens → of that line of the expanded text,
 * which is a slice of it. */
size_t notes_column(const struct notes *notes, struct str line, size_t column);

/* Puts the note of a token where it is referred to; what is wrong with it is reported. */
void note_add(struct scope *scope, struct doc_node *parent, size_t mark);

/* Reports those that nothing refers to. */
bool notes_finish(struct scope *scope, const struct notes *notes);

#endif
