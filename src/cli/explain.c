/* explain: numbers as computed, unrounded and unstyled, so that they can be added up by hand.
 */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "base/limits.h"
#include "store/store.h"

static void add_cell(struct buf *out, const struct indicator *indicator,
                     const struct cell *cell, enum diag_language language) {
    struct decimal number, percent;
    if (cell->hidden) {
        buf_add(out, str_of(word_text(WORD_WITHHELD, language)));
        return;
    }
    if (!cell_number(indicator, cell, &number)) {
        buf_add(out, str_of(word_text(WORD_NO_NUMBER, language)));
        return;
    }
    buf_add(out, decimal_text(out->arena, number));
    if (!indicator_is_ratio(indicator) || cell->denominator == 0)
        return;
    struct decimal below = {cell->denominator, number.scale};
    buf_format(out, "/%.*s", STR_ARG(decimal_text(out->arena, below)));
    if (indicator->style.kind == STYLE_PERCENT &&
        cell_percent(cell, indicator->style.places, &percent))
        buf_format(out, " = %.*s%%", STR_ARG(decimal_text(out->arena, percent)));
}

static void add_count(struct buf *out, const char *before, enum word word, size_t count,
                      const char *after, enum diag_language language) {
    buf_add(out, str_of(before));
    WORDS(out, language, word, str_format(out->arena, "%zu", count));
    buf_add(out, str_of(after));
}

static void add_contribution(struct buf *out, const struct indicator *indicator,
                             const struct contribution *item, struct str indent) {
    buf_format(out, "%.*s%.*s:%zu\t", STR_ARG(indent), STR_ARG(item->span.source->path),
               span_place(item->span).line);
    struct decimal amount = {item->amount, indicator->scale};
    buf_add(out, decimal_text(out->arena, amount));
    buf_format(out, "\t%.*s\n", STR_ARG(row_name(out->arena, item->row)));
}

struct explanation explain_start(struct arena *arena, const struct tables *tables,
                                 struct str by, enum audience audience) {
    return (struct explanation){
        .arena = arena,
        .tables = tables,
        .by = by,
        .audience = audience,
        .cells = ARENA_ARRAY(arena, struct explain_cells, tables->count + 1)};
}

/* one pass: counts, then places */
const struct explain_cells *explain_cells(struct explanation *explanation,
                                          const struct table *table) {
    struct explain_cells *cells = &explanation->cells[table->indicator->index];
    const struct breakdown *breakdown = table_breakdown(table, explanation->by);
    if (cells->order || !breakdown)
        return cells;
    cells->breakdown = breakdown;
    cells->order = ARENA_ARRAY(explanation->arena, uint32_t, table->count + 1);
    cells->from = ARENA_ARRAY(explanation->arena, size_t, breakdown->count + 1);
    size_t *next = ARENA_ARRAY(explanation->arena, size_t, breakdown->count + 1);
    for (size_t i = 0; i + 1 < breakdown->count; i++)
        next[i + 1] = cells->from[i + 1] = cells->from[i] + breakdown->cells[i].row_count;
    for (size_t i = 0; i < table->count; i++)
        cells->order[next[breakdown_cell(table, breakdown, i) - breakdown->cells]++] =
            (uint32_t)i;
    return cells;
}

struct explain_part explain_part(struct explanation *explanation, const struct table *table,
                                 struct str cell_name) {
    static const struct cell WITHHELD = {.hidden = true};
    bool shown = contributors_shown(table->indicator, explanation->audience);
    if (table->indicator->visibility > explanation->audience)
        return (struct explain_part){&WITHHELD, NULL, 0};
    if (explanation->by.size == 0)
        return (struct explain_part){&table->total, NULL, shown ? table->count : 0};
    const struct explain_cells *cells = explain_cells(explanation, table);
    const struct cell *cell =
        cells->breakdown ? breakdown_find(cells->breakdown, cell_name) : NULL;
    if (!cell)
        return (struct explain_part){cell_absent(table->indicator), NULL, 0};
    size_t count = table->indicator->from && shown ? cell->row_count : 0;
    return (struct explain_part){
        cell, &cells->order[cells->from[cell - cells->breakdown->cells]], count};
}

/* the tree under a number: what it is computed from, down to rows */

static struct str indent(size_t depth) {
    static const struct str BLANKS = {"                                        ", 40};
    return str_slice(BLANKS, 0, 2 * depth);
}

static void tell(struct explanation *explanation, struct buf *out, const struct table *table,
                 struct str cell_name, size_t depth) {
    const struct indicator *indicator = table->indicator;
    struct explain_part part = explain_part(explanation, table, cell_name);
    for (size_t i = 0; i < part.count; i++) {
        struct contribution contribution =
            table_contribution(table, part.order ? part.order[i] : i);
        add_contribution(out, indicator, &contribution, indent(depth));
    }
    for (size_t i = 0; i < indicator->operand_count && depth < LIMIT_EXPLAIN_DEPTH; i++) {
        const struct indicator *operand = indicator->operands[i];
        const struct table *under = &explanation->tables->items[operand->index];
        buf_format(out, "%.*s%.*s = ", STR_ARG(indent(depth)), STR_ARG(operand->id));
        add_cell(out, operand, explain_part(explanation, under, cell_name).cell,
                 explanation->language);
        buf_format(out, " (%.*s:%zu)\n", STR_ARG(operand->span.source->path),
                   span_place(operand->span).line);
        if (operand->visibility <= explanation->audience)
            tell(explanation, out, under, cell_name, depth + 1);
    }
}

static void tell_cells(struct explanation *explanation, struct buf *out,
                       const struct table *table, const struct breakdown *breakdown) {
    for (size_t i = 0; i < breakdown->count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        buf_format(out, "\n%.*s = %.*s: ", STR_ARG(breakdown->by->name), STR_ARG(cell->name));
        add_cell(out, table->indicator, cell, explanation->language);
        if (table->indicator->from && !cell->hidden &&
            rows_shown(table->indicator, explanation->audience))
            add_count(out, " (", WORD_ROWS_IN, cell->row_count, ")", explanation->language);
        buf_add_char(out, '\n');
        tell(explanation, out, table, cell->name, 1);
    }
}

/* names and conditions stay as their file has them; what is said of them is in our words */
static void add_way(struct buf *out, const struct indicator *indicator,
                    enum diag_language language) {
    static const enum word WAYS[] = {
        [AGGREGATE_COUNT] = WORD_WAY_COUNT,       [AGGREGATE_SUM] = WORD_WAY_SUM,
        [AGGREGATE_AVERAGE] = WORD_WAY_AVERAGE,   [AGGREGATE_MIN] = WORD_WAY_MIN,
        [AGGREGATE_MAX] = WORD_WAY_MAX,           [AGGREGATE_MEDIAN] = WORD_WAY_MEDIAN,
        [AGGREGATE_DISTINCT] = WORD_WAY_DISTINCT, [AGGREGATE_GIVEN] = WORD_WAY_GIVEN,
        [AGGREGATE_ADD] = WORD_WAY_ADD,           [AGGREGATE_SUBTRACT] = WORD_WAY_SUBTRACT,
        [AGGREGATE_QUOTIENT] = WORD_WAY_QUOTIENT, [AGGREGATE_SHARE] = WORD_WAY_SHARE,
        [AGGREGATE_CHANGE] = WORD_WAY_CHANGE};
    struct buf operands = buf_make(out->arena);
    for (size_t i = 0; i < indicator->operand_count; i++)
        buf_format(&operands, "%s%.*s", i ? ", " : "", STR_ARG(indicator->operands[i]->id));
    buf_add(out, str_of(word_text(WAYS[indicator->aggregation], language)));
    if (operands.size)
        WORDS(out, language, WORD_WAY_OF, buf_str(&operands));
    if (indicator->amount.count)
        WORDS(out, language, WORD_WAY_OF, indicator->amount.text);
    if (indicator->from)
        WORDS(out, language, WORD_WAY_FROM, indicator->from->name);
    if (indicator->where)
        WORDS(out, language, WORD_WAY_WHERE, span_text(indicator->where_span));
    if (indicator->of)
        WORDS(out, language, WORD_WAY_OUT_OF, indicator->of->id);
    if (indicator->given_source)
        WORDS(out, language, WORD_WAY_SOURCE, row_name(out->arena, indicator->given_source));
}

static void add_head(struct explanation *explanation, const struct table *table,
                     struct buf *out) {
    enum diag_language language = explanation->language;
    const struct indicator *indicator = table->indicator;
    buf_format(out, "%.*s = ", STR_ARG(indicator->id));
    add_cell(out, indicator, &table->total, language);
    buf_format(out, " %.*s\n%.*s\n", STR_ARG(indicator->unit), STR_ARG(indicator->label));
    add_way(out, indicator, language);
    buf_format(out, " (%.*s:%zu)\n", STR_ARG(indicator->span.source->path),
               span_place(indicator->span).line);
    if (table->total.missing_count && !table->total.hidden &&
        rows_shown(indicator, explanation->audience))
        add_count(out, "", WORD_NO_AMOUNT, table->total.missing_count, "\n", language);
}

static void explain_text(struct explanation *explanation, const struct table *table,
                         const struct breakdown *breakdown, struct buf *out) {
    add_head(explanation, table, out);
    if (breakdown) {
        tell_cells(explanation, out, table, breakdown);
        return;
    }
    buf_add_char(out, '\n');
    if (!contributors_shown(table->indicator, explanation->audience))
        buf_format(out, "%s\n", word_text(WORD_OTHER_AUDIENCE, explanation->language));
    else if (table->indicator->from)
        add_count(out, "", WORD_ROWS_IN, table->count, "\n", explanation->language);
    tell(explanation, out, table, STR_EMPTY, 1);
}

bool explain(struct diags *diags, const struct pipeline_result *result,
             const struct options *options, struct buf *out) {
    const struct indicators *all = &result->checked.indicators;
    struct str id = str_of(options->argument), by = str_of(options->by);
    const struct indicator *indicator = map_get(&all->by_id, id);
    if (!indicator) {
        DIAG(diags, DIAG_UNKNOWN_INDICATOR, SPAN_NONE, id, map_nearest(&all->by_id, id));
        return false;
    }
    enum audience audience = result->checked.site.audience;
    if (indicator->visibility > audience) {
        DIAG(diags, DIAG_NOT_FOR_AUDIENCE, indicator->span, id,
             str_of(audience_name(indicator->visibility)), str_of(audience_name(audience)));
        return false;
    }
    const struct table *table = &result->tables->items[indicator->index];
    const struct breakdown *breakdown = by.size ? table_breakdown_asked(table, by) : NULL;
    if (by.size && !breakdown) {
        DIAG(diags, indicator->breakdown_count ? DIAG_NO_BREAKDOWN : DIAG_NO_BREAKDOWNS,
             indicator->span, id, by, indicator_breakdowns(out->arena, indicator));
        return false;
    }
    struct explanation explanation = explain_start(
        out->arena, result->tables, breakdown ? breakdown->by->name : STR_EMPTY, audience);
    explanation.language = options->language;
    if (options->sql)
        buf_format(out, "%.*s;\n",
                   STR_ARG(store_sql(out->arena, indicator, breakdown ? breakdown->by : NULL)));
    else if (options->format == FORMAT_CSV)
        explain_csv(&explanation, table, breakdown, out);
    else if (options->format == FORMAT_JSON)
        explain_json(&explanation, table, breakdown, out);
    else
        explain_text(&explanation, table, breakdown, out);
    return true;
}
