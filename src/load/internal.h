/* internal.h: what the files of load share. */
#ifndef LOAD_INTERNAL_H
#define LOAD_INTERNAL_H

#include "base/diag.h"
#include "model/content.h"

/* Reads a text file: size, UTF-8, NFC, no NUL, no odd line ends, no token characters. NULL:
 * said. */
const struct source *text_load(struct arena *arena, struct diags *diags, const char *path,
                               struct str shown);

/* --- rows that are read without a parser (row.c) */

struct row_entry { /* where the texts of `key: value` begin and end */
    size_t key, key_end, value, value_end;
    bool last; /* the brace follows */
};

struct rows_taken {
    uint32_t *braces; /* where they begin, in order */
    size_t count, capacity;
};

/* The part without its rows, with the same lines; `- {}` stands for each. */
struct str rows_take(struct arena *arena, struct span part, struct rows_taken *rows);
/* the entry at *at, which moves to the next; false: it is not plain enough */
bool row_entry(struct str text, size_t *at, struct row_entry *entry);

/* Reads a part of a source, from the start of a line, as one YAML document in the restricted
 * profile. NULL: said why. An empty document is an empty mapping. The tree lives in `nodes`;
 * its texts are those of the source, or live in `arena`. */
struct tree *yaml_read(struct arena *arena, struct arena *nodes, struct diags *diags,
                       struct span part);

/* Takes a Markdown file apart: front matter, blocks, masked text. false: said why. */
bool page_read(struct arena *arena, struct diags *diags, const struct source *source,
               struct content_page *page);

/* What a picture is and how large, without unpacking it. */
enum image_fault image_check(struct str bytes, struct doc_image *image);

/* Reads the pictures that the pages name, below `folder`; one that is not there is left to the
 * page that shows it. false: said why. */
bool images_read(struct arena *arena, struct diags *diags, struct str folder,
                 struct content *content);

#endif
