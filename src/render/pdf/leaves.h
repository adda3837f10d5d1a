/* leaves.h: long lists of pairs as trees of short nodes (ISO 32000-1, 7.9.6 and 7.9.7): readers
 * find a key without reading all of them, and no array grows with the document. */
#ifndef RENDER_PDF_LEAVES_H
#define RENDER_PDF_LEAVES_H

#include "render/pdf/object.h"

struct pdf_leaves {
    const char *key; /* "Nums" for numbers, "Names" for strings */
    size_t count;    /* of the pairs, in the order of their keys */
    void (*put_key)(const void *user, size_t item, struct buf *out);
    int (*value)(const void *user, size_t item); /* number of the object */
    const void *user;
};

/* Writes the tree; the number of its root. At least one pair. */
int pdf_leaves_write(struct arena *arena, struct pdf_file *file,
                     const struct pdf_leaves *leaves);

#endif
