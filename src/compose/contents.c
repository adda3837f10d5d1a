/* ```contents: what the document holds; ```break: where paper begins a new page. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "compose/internal.h"

enum { CONTENTS_DEPTH = 2 }; /* without `depth:` */

static bool contents_of(struct scope *scope, const struct content_block *block,
                        enum doc_contents *contents) {
    static const char *const NAMES[] = {"headings", "tables", "figures"};
    const struct tree *of = tree_get(block->body, STR("of"));
    *contents = DOC_CONTENTS_HEADINGS;
    if (!of)
        return true;
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        *contents = (enum doc_contents)i;
        if (str_equal(of->text, str_of(NAMES[i])))
            return true;
    }
    DIAG(scope->composer->diags, DIAG_BAD_BLOCK, of->span, block->info,
         word_argument(WORD_BLOCK_CONTENTS));
    return false;
}

bool contents_compose(struct scope *scope, const struct content_block *block,
                      struct doc_node *parent) {
    static const char *const KEYS[] = {"of", "depth", NULL};
    struct decimal depth = {CONTENTS_DEPTH, 0};
    enum doc_contents contents;
    const struct tree *entry = tree_get(block->body, STR("depth"));
    if (!block_keys(scope, block, KEYS) || !contents_of(scope, block, &contents))
        return false;
    if (entry && (decimal_parse(entry->text, 0, &depth) != DECIMAL_OK || depth.units < 1 ||
                  depth.units > 6)) {
        DIAG(scope->composer->diags, DIAG_BAD_BLOCK, entry->span, block->info,
             word_argument(WORD_BLOCK_DEPTH));
        return false;
    }
    struct doc_node *node = doc_add(scope->composer->arena, parent, DOC_CONTENTS);
    node->contents = contents;
    node->level = (int)depth.units;
    node->span = block->span;
    return true;
}

bool break_of(struct scope *scope, const struct tree *entry, struct str block,
              enum doc_break *breaks) {
    *breaks = str_equal(entry->text, STR("right")) ? DOC_BREAK_RIGHT : DOC_BREAK_PAGE;
    if (*breaks == DOC_BREAK_RIGHT || str_equal(entry->text, STR("page")))
        return true;
    DIAG(scope->composer->diags, DIAG_BAD_BLOCK, entry->span, block,
         word_argument(WORD_BLOCK_BREAK));
    return false;
}

bool break_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent) {
    enum doc_break breaks;
    if (!break_of(scope, block->body, block->info, &breaks))
        return false;
    struct doc_node *node = doc_add(scope->composer->arena, parent, DOC_BREAK);
    node->breaks = breaks;
    node->span = block->span;
    return true;
}
