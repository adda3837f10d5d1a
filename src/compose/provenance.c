/* How a number came about: its definition, and the rows that it was computed from with file and
 * line, or the indicators. On its page, and in the annex of a report (```provenance). */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "compose/internal.h"

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

struct doc_node *card_table(struct composer *composer, const struct table *of, bool value) {
    const struct indicator *indicator = of->indicator;
    struct doc_node *table = table_new(composer, 2);
    table_column(table, 0)->row_head = true;
    if (value) {
        struct doc_node *row = table_row(composer, table, DOC_ROW_BODY);
        cell_add_text(composer, row, text_of(composer, "value"));
        cell_add_value(composer, row, cell_token(composer, of, NULL, &of->total, FORM_EXACT));
    }
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
    return table;
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

static void add_contributors(struct composer *composer, const struct table *table, bool links,
                             struct doc_node *root) {
    const struct indicator *indicator = table->indicator;
    bool sum = indicator_has_amount(indicator);
    struct doc_node *node = contributors_table(composer, table);
    size_t shown =
        table->count < LIMIT_CONTRIBUTORS_SHOWN ? table->count : LIMIT_CONTRIBUTORS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        struct contribution contribution = table_contribution(table, i);
        const struct row *record = contribution.row, *top = record;
        while (top->parent)
            top = top->parent;
        struct str name = top->title;
        if (record != top && record->id.size)
            name =
                str_format(composer->arena, "%.*s, %.*s", STR_ARG(name), STR_ARG(record->id));
        struct doc_node *row = table_row(composer, node, DOC_ROW_BODY);
        cell_add_link(composer, row, name, links ? record_path(composer, top) : STR_EMPTY);
        if (sum) {
            struct decimal amount = {contribution.amount, indicator->scale};
            cell_add_value(
                composer, row,
                (struct token){.kind = DOC_VALUE,
                               .text = locale_number(composer->arena, composer->locale, amount),
                               .raw = decimal_text(composer->arena, amount)});
        }
        struct doc_node *place = doc_add(composer->arena, row_cell(composer, row), DOC_CODE);
        place->text = place_text(composer, contribution.span);
    }
    if (shown < table->count)
        node->table->note =
            str_format(composer->arena, "%.*s %zu/%zu",
                       STR_ARG(text_of(composer, "shown_first")), shown, table->count);
    doc_append(root, node);
}

/* --- what a derived one is computed from: each leads on to its own contributors */

static void add_operands(struct composer *composer, const struct indicator *indicator,
                         bool links, struct doc_node *root) {
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
                      links ? indicator_path(composer, table->indicator) : STR_EMPTY);
        cell_add_value(composer, row,
                       cell_token(composer, table, NULL, &table->total, FORM_UNIT));
    }
    doc_append(root, node);
}

/* the number is for more people than the records it comes from */
static void add_withheld(struct composer *composer, struct doc_node *root) {
    struct doc_node *paragraph = doc_add(composer->arena, root, DOC_PARAGRAPH);
    doc_add_text(composer->arena, paragraph, text_of(composer, "contributors_withheld"));
}

/* the rows that a contributor did not report */
void missing_add(struct composer *composer, const struct table *table, struct doc_node *root) {
    if (table->total.missing_count == 0 || table->indicator->missing != MISSING_NOTE ||
        !rows_shown(table->indicator, composer->checked->site.audience))
        return;
    struct doc_node *paragraph = doc_add(composer->arena, root, DOC_PARAGRAPH);
    doc_add_text(composer->arena, paragraph,
                 str_format(composer->arena, "%.*s: %zu.",
                            STR_ARG(text_of(composer, "rows_missing")),
                            table->total.missing_count));
}

void contributors_add(struct composer *composer, const struct table *table, bool links,
                      struct doc_node *parent) {
    const struct indicator *indicator = table->indicator;
    if (indicator->operand_count)
        add_operands(composer, indicator, links, parent);
    if (indicator->from && !contributors_shown(indicator, composer->checked->site.audience))
        add_withheld(composer, parent);
    else if (indicator->from)
        add_contributors(composer, table, links, parent);
}

/* --- the annex */

struct str annex_id(struct arena *arena, struct str indicator) {
    return text_slug(arena, str_format(arena, "provenance-%.*s", STR_ARG(indicator)));
}

static void add_annex(struct scope *scope, const struct table *table, int level,
                      struct doc_node *parent) {
    struct composer *composer = scope->composer;
    struct doc_node *heading = doc_add(composer->arena, parent, DOC_HEADING);
    heading->level = level;
    id_give(scope, heading, annex_id(composer->arena, table->indicator->id));
    doc_add_text(composer->arena, heading, table->indicator->label);
    doc_append(parent, card_table(composer, table, true));
    missing_add(composer, table, parent);
    contributors_add(composer, table, !scope->report, parent);
}

/* one below the heading that the block stands under */
static int annex_level(const struct doc_node *parent) {
    int level = 1;
    for (const struct doc_node *node = parent->first; node; node = node->next)
        level = node->kind == DOC_HEADING ? node->level : level;
    return level < 6 ? level + 1 : level;
}

bool provenance_compose(struct scope *scope, const struct content_block *block,
                        struct doc_node *parent) {
    static const char *const KEYS[] = {"indicators", NULL};
    struct composer *composer = scope->composer;
    const struct tree *ids = tree_get(block->body, STR("indicators"));
    int level = annex_level(parent);
    bool ok = true;
    if (!block_keys(scope, block, KEYS))
        return false;
    if (ids && ids->kind == TREE_LIST && ids->count) {
        for (const struct tree *id = ids->first; id; id = id->next) {
            const struct indicator *indicator = block_indicator(scope, id);
            if (indicator)
                add_annex(scope, table_of(composer, indicator), level, parent);
            ok &= indicator != NULL;
        }
        return ok;
    }
    if (!ids || !str_equal(ids->text, STR("all"))) {
        DIAG(composer->diags, DIAG_BAD_BLOCK, ids ? ids->span : block->span, block->info,
             word_argument(WORD_BLOCK_PROVENANCE));
        return false;
    }
    const struct indicators *all = &composer->checked->indicators;
    for (size_t i = 0; i < all->count; i++)
        if (may_show(composer, all->items[i]->visibility))
            add_annex(scope, table_of(composer, all->items[i]), level, parent);
    return true;
}
