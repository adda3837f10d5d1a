/* The page of an indicator: its value, its definition, what was published, its breakdowns, and
 * every row it was made from (provenance.c). */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

static struct doc_node *heading(struct composer *composer, struct doc_node *root,
                                struct str text, struct str id) {
    struct doc_node *node = doc_add(composer->arena, root, DOC_HEADING);
    node->level = 2;
    node->id = id;
    doc_add_text(composer->arena, node, text);
    return node;
}

static struct str difference_text(struct composer *composer,
                                  const struct published *published) {
    switch (published->differs) {
    case DIFFERENCE_OPEN:
        return text_of(composer, "difference_open");
    case DIFFERENCE_EXPLAINED:
        return text_of(composer, "difference_explained");
    case DIFFERENCE_NONE:
        break;
    }
    return text_of(composer,
                   composer->checked->site.illustrative ? "constructed_to_match" : "matches");
}

static void add_published(struct composer *composer, const struct indicator *indicator,
                          bool named, struct doc_node *table) {
    const struct table *computed = table_of(composer, indicator);
    for (size_t i = 0; i < indicator->published_count; i++) {
        const struct published *published = &indicator->published[i];
        struct doc_node *row = table_row(composer, table, DOC_ROW_BODY);
        if (named)
            cell_add_link(composer, row, indicator->label, indicator_path(composer, indicator));
        cell_add_text(composer, row,
                      quantity_text(composer, indicator, &published->quantity, FORM_TABLE));
        cell_add_value(composer, row,
                       cell_token(composer, computed, NULL, &computed->total, FORM_EXACT));
        cell_add_text(composer, row, published->source->title);
        struct doc_node *cell = row_cell(composer, row);
        struct str state = difference_text(composer, published);
        if (published->note.size)
            state = str_format(composer->arena, "%.*s: %.*s", STR_ARG(state),
                               STR_ARG(published->note));
        struct doc_node *at = published->differs == DIFFERENCE_NONE
                                  ? cell
                                  : doc_add(composer->arena, cell, DOC_STRONG);
        doc_add_text(composer->arena, at, state);
    }
}

struct doc_node *published_table(struct composer *composer, const struct indicator *only) {
    static const char *const HEADS[] = {"indicator", "published", "computed", "source",
                                        "state"};
    size_t skipped = only ? 1 : 0;
    struct doc_node *table = table_new(composer, COUNT_OF(HEADS) - skipped);
    for (size_t i = skipped; i < COUNT_OF(HEADS); i++) {
        bool number = i == 1 || i == 2;
        *table_column(table, i - skipped) =
            (struct doc_column){.label = text_of(composer, HEADS[i]),
                                .align = number ? DOC_ALIGN_END : DOC_ALIGN_START,
                                .number = number,
                                .row_head = i == 0};
    }
    table_head(composer, table);
    const struct indicators *all = &composer->checked->indicators;
    for (size_t i = 0; i < all->count; i++)
        if (only ? only == all->items[i] : may_show(composer, all->items[i]->visibility))
            add_published(composer, all->items[i], !only, table);
    return table;
}

/* --- the page */

static void add_value(struct composer *composer, const struct table *table,
                      struct doc_node *root) {
    struct doc_node *paragraph = doc_add(composer->arena, root, DOC_PARAGRAPH);
    struct doc_node *strong = doc_add(composer->arena, paragraph, DOC_STRONG);
    struct token token = cell_token(composer, table, NULL, &table->total, FORM_UNIT);
    token.target = STR_EMPTY;
    value_add(composer, strong, &token);
    if (table->indicator->style.kind == STYLE_BOUND) {
        struct str exact = cell_text(composer, table->indicator, &table->total, FORM_EXACT);
        doc_add_text(composer->arena, paragraph,
                     str_format(composer->arena, " (%.*s: %.*s)",
                                STR_ARG(text_of(composer, "exactly")), STR_ARG(exact)));
    }
    if (table->indicator->given_name_count) {
        struct buf names = buf_make(composer->arena);
        for (size_t i = 0; i < table->indicator->given_name_count; i++)
            buf_format(&names, "%s%.*s", i ? ", " : ": ",
                       STR_ARG(table->indicator->given_names[i]));
        doc_add_text(composer->arena, paragraph, buf_str(&names));
    }
}

static void add_breakdowns(struct composer *composer, const struct table *table,
                           struct doc_node *root) {
    for (size_t i = 0; i < table->indicator->breakdown_count; i++) {
        const struct breakdown *breakdown = &table->breakdowns[i];
        struct doc_node *grid = breakdown_table(
            composer, table, &(struct breakdown_view){.breakdown = breakdown, .anchors = true});
        struct buf title = buf_make(composer->arena);
        buf_add(&title, text_of(composer, "by"));
        for (size_t k = 0; k < breakdown->by->count; k++)
            buf_format(
                &title, "%s%.*s", k ? ", " : " ",
                STR_ARG(text_lower_first(composer->arena, grid->table->columns[k].label)));
        heading(composer, root, buf_str(&title),
                str_format(composer->arena, "by-%.*s", STR_ARG(breakdown->by->name)));
        doc_append(root, grid);
    }
}

void indicator_compose(struct composer *composer, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    struct document *document = ARENA_NEW(composer->arena, struct document);
    struct maker *maker = ARENA_NEW(composer->arena, struct maker);
    *maker = (struct maker){.table = table};
    *document = (struct document){.kind = DOCUMENT_PAGE,
                                  .path = indicator_path(composer, indicator),
                                  .title = indicator->label,
                                  .description = indicator->concept,
                                  .template = STR("indicator"),
                                  .made_from = maker};
    document->crumbs = ARENA_NEW(composer->arena, struct crumb);
    document->crumbs[0] = (struct crumb){text_of(composer, "home"), STR("index.html")};
    document->crumb_count = 1;
    document_add(composer, document, indicator->span);
}

struct doc_node *indicator_root(struct composer *composer, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    struct doc_node *root = doc_new(composer->arena, DOC_DOCUMENT, indicator->span);
    add_value(composer, table, root);
    heading(composer, root, text_of(composer, "definition"), STR("definition"));
    doc_append(root, card_table(composer, table, false));
    if (indicator->published_count) {
        heading(composer, root, text_of(composer, "published_values"), STR("published"));
        doc_append(root, published_table(composer, indicator));
    }
    missing_add(composer, table, root);
    add_breakdowns(composer, table, root);
    if (indicator->operand_count || indicator->from)
        heading(composer, root,
                text_of(composer, indicator->from ? "contributors" : "operands"),
                STR("contributors"));
    contributors_add(composer, table, true, root);
    doc_check(root);
    return root;
}
