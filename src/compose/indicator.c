/* The page of an indicator: its value, its definition, what was published, its breakdowns, and
 * every row it was made from, with file and line. */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
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

/* --- the card */

static void card_row(struct composer *composer, struct doc_node *table, const char *key,
                     struct str text) {
    if (text.size == 0)
        return;
    struct doc_node *row = table_row(composer, table, DOC_ROW_BODY);
    cell_add_text(composer, row, text_of(composer, key));
    cell_add_text(composer, row, text);
}

static struct str breakdown_list(struct composer *composer, const struct indicator *indicator) {
    struct buf list = buf_make(composer->arena);
    for (size_t i = 0; i < indicator->breakdown_count; i++) {
        const struct by *by = &indicator->breakdowns[i];
        buf_add(&list, i ? STR("; ") : STR_EMPTY);
        for (size_t k = 0; k < by->count; k++)
            buf_format(&list, "%s%.*s", k ? " × " : "",
                       STR_ARG(key_label(composer, &by->keys[k])));
    }
    return buf_str(&list);
}

static struct str computation(struct composer *composer, const struct indicator *indicator) {
    struct buf text = buf_make(composer->arena);
    static const char *const KEYS[AGGREGATION_COUNT] = {
        "count_of",    "sum_of",      "average_of", "min_of",      "max_of",
        "median_of",   "distinct_of", "given",      "addition_of", "subtraction_of",
        "quotient_of", "share_of",    "change_of"};
    buf_add(&text, text_of(composer, KEYS[indicator->aggregation]));
    buf_add_char(&text, ' ');
    for (size_t i = 0; i < indicator->operand_count; i++)
        buf_format(&text, "%s%.*s", i ? "; " : "", STR_ARG(indicator->operands[i]->label));
    if (!indicator->from)
        return buf_str(&text);
    if (indicator->aggregation != AGGREGATE_COUNT) {
        const struct field *field = indicator->amount.field;
        buf_add(&text, field ? field_name(composer->arena, field) : indicator->amount.text);
        buf_format(&text, " %.*s ", STR_ARG(text_of(composer, "over_rows")));
    }
    buf_format(&text, "%.*s (%.*s)", STR_ARG(indicator->from->label),
               STR_ARG(indicator->from->name));
    return buf_str(&text);
}

static void add_card(struct composer *composer, const struct indicator *indicator,
                     struct doc_node *root) {
    heading(composer, root, text_of(composer, "definition"), STR("definition"));
    struct doc_node *table = table_new(composer, 2);
    table_column(table, 0)->row_head = true;
    card_row(composer, table, "concept", indicator->concept);
    if (indicator->aggregation != AGGREGATE_GIVEN)
        card_row(composer, table, "computation", computation(composer, indicator));
    if (indicator->where)
        card_row(composer, table, "condition", span_text(indicator->where_span));
    if (indicator->of)
        card_row(composer, table, "population", indicator->of->label);
    card_row(composer, table, "unit", indicator->unit);
    card_row(composer, table, "breakdowns", breakdown_list(composer, indicator));
    card_row(composer, table, "period", indicator->period);
    card_row(composer, table, "source",
             indicator->given_source ? indicator->given_source->title : indicator->source_note);
    card_row(composer, table, "responsible", indicator->responsible);
    doc_append(root, table);
}

/* --- contributors */

static struct doc_node *contributors_table(struct composer *composer,
                                           const struct table *table) {
    const struct indicator *indicator = table->indicator;
    bool sum = indicator_has_amount(indicator);
    struct doc_node *node = table_new(composer, sum ? 3 : 2);
    *table_column(node, 0) =
        (struct doc_column){.label = text_of(composer, "record"), .row_head = true};
    if (sum)
        *table_column(node, 1) = (struct doc_column){.label = text_of(composer, "amount"),
                                                     .unit = indicator->unit,
                                                     .align = DOC_ALIGN_END,
                                                     .number = true};
    *table_column(node, sum ? 2 : 1) =
        (struct doc_column){.label = text_of(composer, "file_line")};
    table_head(composer, node);
    return node;
}

static void add_contributors(struct composer *composer, const struct table *table,
                             struct doc_node *root) {
    const struct indicator *indicator = table->indicator;
    bool sum = indicator_has_amount(indicator);
    heading(composer, root, text_of(composer, "contributors"), STR("contributors"));
    struct doc_node *node = contributors_table(composer, table);
    size_t shown =
        table->count < LIMIT_CONTRIBUTORS_SHOWN ? table->count : LIMIT_CONTRIBUTORS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        const struct contribution *contribution = &table->contributions[i];
        const struct row *record = contribution->row, *top = record;
        while (top->parent)
            top = top->parent;
        struct str name = top->title;
        if (record != top && record->id.size)
            name =
                str_format(composer->arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(record->id));
        struct doc_node *row = table_row(composer, node, DOC_ROW_BODY);
        cell_add_link(composer, row, name, record_path(composer, top));
        if (sum) {
            struct decimal amount = {contribution->amount, indicator->scale};
            cell_add_value(
                composer, row,
                (struct token){.kind = DOC_VALUE,
                               .text = locale_number(composer->arena, composer->locale, amount),
                               .raw = decimal_text(composer->arena, amount)});
        }
        struct doc_node *place = doc_add(composer->arena, row_cell(composer, row), DOC_CODE);
        place->text = place_text(composer, contribution->span);
    }
    if (shown < table->count)
        node->table->note =
            str_format(composer->arena, "%.*s %zu/%zu",
                       STR_ARG(text_of(composer, "shown_first")), shown, table->count);
    doc_append(root, node);
}

/* --- what a derived one is computed from: each leads on to its own contributors */

static void add_operands(struct composer *composer, const struct indicator *indicator,
                         struct doc_node *root) {
    if (indicator->operand_count == 0)
        return;
    heading(composer, root, text_of(composer, "operands"), STR("contributors"));
    struct doc_node *node = table_new(composer, 2);
    *table_column(node, 0) =
        (struct doc_column){.label = text_of(composer, "indicator"), .row_head = true};
    *table_column(node, 1) = (struct doc_column){
        .label = text_of(composer, "value"), .align = DOC_ALIGN_END, .number = true};
    table_head(composer, node);
    for (size_t i = 0; i < indicator->operand_count; i++) {
        if (!may_show(composer, indicator->operands[i]->visibility))
            continue;
        const struct table *table = table_of(composer, indicator->operands[i]);
        struct doc_node *row = table_row(composer, node, DOC_ROW_BODY);
        cell_add_link(composer, row, table->indicator->label,
                      indicator_path(composer, table->indicator));
        cell_add_value(composer, row,
                       cell_token(composer, table, NULL, &table->total, FORM_UNIT));
    }
    doc_append(root, node);
}

/* the number is for more people than the records it comes from */
static void add_withheld(struct composer *composer, struct doc_node *root) {
    heading(composer, root, text_of(composer, "contributors"), STR("contributors"));
    struct doc_node *paragraph = doc_add(composer->arena, root, DOC_PARAGRAPH);
    doc_add_text(composer->arena, paragraph, text_of(composer, "contributors_withheld"));
}

/* the rows that a contributor did not report */
static void add_missing(struct composer *composer, const struct table *table,
                        struct doc_node *root) {
    if (table->total.missing_count == 0 || table->indicator->missing != MISSING_NOTE)
        return;
    struct doc_node *paragraph = doc_add(composer->arena, root, DOC_PARAGRAPH);
    doc_add_text(composer->arena, paragraph,
                 str_format(composer->arena, "%.*s: %zu.",
                            STR_ARG(text_of(composer, "rows_missing")),
                            table->total.missing_count));
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
    struct doc_node *root = doc_new(composer->arena, DOC_DOCUMENT, indicator->span);
    *document = (struct document){.kind = DOCUMENT_PAGE,
                                  .path = indicator_path(composer, indicator),
                                  .title = indicator->label,
                                  .description = indicator->concept,
                                  .template = STR("indicator"),
                                  .root = root};
    document->crumbs = ARENA_NEW(composer->arena, struct crumb);
    document->crumbs[0] = (struct crumb){text_of(composer, "home"), STR("index.html")};
    document->crumb_count = 1;
    add_value(composer, table, root);
    add_card(composer, indicator, root);
    if (indicator->published_count) {
        heading(composer, root, text_of(composer, "published_values"), STR("published"));
        doc_append(root, published_table(composer, indicator));
    }
    add_missing(composer, table, root);
    add_breakdowns(composer, table, root);
    add_operands(composer, indicator, root);
    if (indicator->from && !contributors_shown(indicator, composer->checked->site.audience))
        add_withheld(composer, root);
    else if (indicator->from)
        add_contributors(composer, table, root);
    doc_check(root);
    document_add(composer, document, indicator->span);
}
