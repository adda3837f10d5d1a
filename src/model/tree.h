/* tree.h: YAML as it was written: scalars with their raw text, lists, mappings, each with its
 * place.
 *
 * Nothing is guessed: "06", "no" and "7.120" are texts until a schema reads them. load makes it
 * and has refused duplicate keys, anchors, tags and all that RELIABILITY's profile leaves out.
 */
#ifndef MODEL_TREE_H
#define MODEL_TREE_H

#include "base/source.h"

enum tree_kind { TREE_SCALAR, TREE_LIST, TREE_MAPPING };

struct tree {                      /* one for each scalar of all records, so it is kept small */
    struct span span;              /* of the value */
    struct str text;               /* SCALAR */
    struct str key;                /* of an entry of a MAPPING */
    struct tree *first, *next;     /* items or entries */
    uint32_t key_offset, key_size; /* where the key stands: tree_key_span */
    enum tree_kind kind;
    unsigned quoted : 1; /* SCALAR: written in quotes or as a block */
    unsigned count : 31; /* items or entries */
};

struct span tree_key_span(const struct tree *entry);
const struct tree *tree_get(const struct tree *mapping, struct str key); /* NULL when absent */

/* true for a scalar without text: the key is there and says nothing ("not reported") */
bool tree_is_empty(const struct tree *node);

struct buf;
void tree_dump(const struct tree *root, struct buf *out);

#endif
