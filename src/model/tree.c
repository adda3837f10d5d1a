/* Mappings are short lists: looked up by walking. Depth is bounded by load (LIMIT_YAML_DEPTH).
 */
#include "model/tree.h"

#include "base/buf.h"

struct span tree_key_span(const struct tree *entry) {
    return (struct span){entry->span.source, entry->key_offset, entry->key_size};
}

const struct tree *tree_get(const struct tree *mapping, struct str key) {
    if (!mapping || mapping->kind != TREE_MAPPING)
        return NULL;
    for (const struct tree *entry = mapping->first; entry; entry = entry->next)
        if (str_equal(entry->key, key))
            return entry;
    return NULL;
}

bool tree_is_empty(const struct tree *node) {
    return node->kind == TREE_SCALAR && node->text.size == 0 && !node->quoted;
}

static void dump_node(const struct tree *node, struct buf *out, int depth) {
    static const char *const KINDS[] = {"scalar", "list", "mapping"};
    struct place place = span_place(node->span);
    buf_format(out, "%*s", depth * 2, "");
    if (node->key.size) {
        buf_add(out, node->key);
        buf_add(out, STR(": "));
    }
    buf_format(out, "%s", KINDS[node->kind]);
    if (node->kind == TREE_SCALAR) {
        buf_add(out, node->quoted ? STR(" quoted \"") : STR(" \""));
        for (size_t i = 0; i < node->text.size; i++)
            if (node->text.data[i] == '\n')
                buf_add(out, STR("\\n"));
            else
                buf_add_char(out, node->text.data[i]);
        buf_add_char(out, '"');
    }
    buf_format(out, " @%zu:%zu\n", place.line, place.column);
    for (const struct tree *child = node->first; child; child = child->next)
        dump_node(child, out, depth + 1);
}

void tree_dump(const struct tree *root, struct buf *out) {
    dump_node(root, out, 0);
}
