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

struct tree {
    enum tree_kind kind;
    bool quoted;      /* SCALAR: written in quotes or as a block */
    struct span span; /* of the value */
    struct str text;  /* SCALAR */
    struct str key;   /* of an entry of a MAPPING */
    struct span key_span;
    struct tree *first, *last, *next; /* items or entries */
    size_t count;
};

void tree_append(struct tree *parent, struct tree *child);
const struct tree *tree_get(const struct tree *mapping, struct str key); /* NULL when absent */

/* true for a scalar without text: the key is there and says nothing ("not reported") */
bool tree_is_empty(const struct tree *node);

struct buf;
void tree_dump(const struct tree *root, struct buf *out);

#endif
