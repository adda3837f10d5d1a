/* internal.h: what the files of load share. */
#ifndef LOAD_INTERNAL_H
#define LOAD_INTERNAL_H

#include "base/diag.h"
#include "model/content.h"

/* Reads a text file: size, UTF-8, NFC, no NUL, no odd line ends, no token characters. NULL:
 * said. */
const struct source *text_load(struct arena *arena, struct diags *diags, const char *path,
                               struct str shown);

/* Reads `size` bytes of a source from `from` (the start of a line) as one YAML document in the
 * restricted profile. NULL: said why. An empty document is an empty mapping. */
struct tree *yaml_read(struct arena *arena, struct diags *diags, const struct source *source,
                       size_t from, size_t size);

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
