/* What every table and chart may say of itself: its caption, a note under it, the name by which
 * the text refers to it, heads over groups of columns, and that it is too wide for a page. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

static struct doc_table *table_in(struct doc_node *node) {
    return node->kind == DOC_CHART ? node->first->table : node->table;
}

/* a name that another thing of the document has would lead to either */
static bool take_id(struct scope *scope, const struct content_block *block,
                    struct doc_node *node) {
    struct composer *composer = scope->composer;
    const struct tree *id = tree_get(block->body, STR("id"));
    if (!id)
        return true;
    struct str slug = text_slug(composer->arena, id->text);
    if (id->kind != TREE_SCALAR || slug.size == 0 || !str_equal(slug, id->text)) {
        DIAG(composer->diags, DIAG_BAD_ANCHOR, id->span, id->text, slug);
        return false;
    }
    node->id = slug;
    if (!map_put(&scope->ids, slug, node))
        return true;
    DIAG(composer->diags, DIAG_ANCHOR_TAKEN, id->span, slug);
    return false;
}

bool block_append(struct scope *scope, const struct content_block *block, struct doc_node *node,
                  struct doc_node *parent) {
    struct str caption = block_text(scope, block, "caption");
    struct str note = block_text(scope, block, "note");
    if (caption.size && node->kind == DOC_TABLE)
        node->table->caption = caption;
    if (note.size)
        table_in(node)->note = note;
    if (tree_get(block->body, STR("landscape")))
        table_in(node)->landscape = block_flag(scope, block, "landscape");
    if (!take_id(scope, block, node))
        return false;
    doc_append(parent, node);
    return true;
}

bool block_empty(struct scope *scope, const struct content_block *block, size_t count,
                 struct doc_node *parent) {
    struct str text = block_text(scope, block, "empty");
    struct arena *arena = scope->composer->arena;
    bool named = tree_get(block->body, STR("id")) != NULL; /* something leads to it */
    if (count || (text.size == 0 && named))
        return false;
    if (text.size == 0)
        text = text_of(scope->composer, "no_records");
    doc_add_text(arena, doc_add(arena, parent, DOC_PARAGRAPH), text);
    return true;
}

/* the position of a name in a list, or SIZE_MAX */
static size_t position(const struct tree *names, struct str name) {
    size_t i = 0;
    for (const struct tree *item = names->first; item; item = item->next, i++)
        if (str_equal(item->text, name))
            return i;
    return SIZE_MAX;
}

static bool add_group(struct scope *scope, const struct tree *group, const struct tree *names,
                      size_t skipped, struct doc_node *table) {
    struct diags *diags = scope->composer->diags;
    size_t last = SIZE_MAX;
    for (const struct tree *item = group->first; item; item = item->next) {
        size_t at = position(names, item->text);
        if (at == SIZE_MAX) {
            DIAG(diags, DIAG_UNKNOWN_COLUMN, item->span, item->text, STR("columns"));
            return false;
        }
        struct doc_column *column = table_column(table, at + skipped);
        if (column->group.size || (last != SIZE_MAX && at != last + 1)) {
            DIAG(diags, DIAG_BAD_GROUP, item->span, item->text, group->key);
            return false;
        }
        column->group = group->key;
        last = at;
    }
    return true;
}

bool block_groups(struct scope *scope, const struct content_block *block,
                  const struct tree *names, size_t skipped, struct doc_node *table) {
    const struct tree *groups = tree_get(block->body, STR("groups"));
    bool ok = true;
    for (const struct tree *group = groups ? groups->first : NULL; group; group = group->next)
        ok &= add_group(scope, group, names, skipped, table);
    return ok;
}
