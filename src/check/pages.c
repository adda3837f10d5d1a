/* The typed conditions in pages: `where` of a page made once per record, and of table blocks.
 * They are compiled here, so that compose only evaluates. */
#include "base/arena.h"
#include "check/internal.h"

static void add_filter(struct checker *checker, const struct record_type *type,
                       const struct tree *where, const struct record_type *here) {
    struct checked *checked = checker->checked;
    if (!type || !where)
        return;
    struct expression *expression = expression_read(checker, type, where, here);
    if (!expression)
        return;
    checked->filters = ARENA_PUSH(checker->arena, checked->filters, checked->filter_count,
                                  &checked->filter_capacity);
    checked->filters[checked->filter_count++] = (struct filter){where, expression};
}

/* the type that `rows:` names: a record type, or a list of the page's records */
static const struct record_type *rows_type(struct checker *checker, const struct tree *rows,
                                           const struct record_type *here) {
    const struct schema *schema = &checker->checked->schema;
    const struct field *field = here ? schema_field(here, rows->text) : NULL;
    if (field && field->rows)
        return field->rows;
    const struct record_type *type = map_get(&schema->by_name, rows->text);
    if (!type)
        DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, rows->span, rows->text,
             map_nearest(&schema->by_name, rows->text));
    return type;
}

void pages_check(struct checker *checker) {
    const struct content_pages *pages = &checker->content->pages;
    const struct schema *schema = &checker->checked->schema;
    for (size_t i = 0; i < pages->count; i++) {
        const struct content_page *page = &pages->items[i];
        const struct record_type *here = NULL;
        const struct tree *for_type = tree_get(page->front, STR("for"));
        if (for_type) {
            here = map_get(&schema->by_name, for_type->text);
            if (!here || here->parent)
                DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, for_type->span, for_type->text,
                     map_nearest(&schema->by_name, for_type->text));
            add_filter(checker, here, tree_get(page->front, STR("where")), NULL);
        }
        for (size_t j = 0; j < page->block_count; j++) {
            const struct tree *rows = tree_get(page->blocks[j].body, STR("rows"));
            if (!rows)
                rows = tree_get(page->blocks[j].body, STR("tiles"));
            if (!rows)
                rows = tree_get(page->blocks[j].body, STR("records"));
            if (rows)
                add_filter(checker, rows_type(checker, rows, here),
                           tree_get(page->blocks[j].body, STR("where")), here);
        }
    }
}
