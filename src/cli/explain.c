/* explain: numbers as computed, unrounded and unstyled, so that they can be added up by hand.
 */
#include "cli/explain.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"

static void add_cell(struct buf *out, const struct indicator *indicator,
                     const struct cell *cell) {
    struct decimal number, percent;
    if (!cell_number(indicator, cell, &number)) {
        buf_add(out, STR("none"));
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

static void add_contribution(struct buf *out, const struct indicator *indicator,
                             const struct contribution *item, const char *indent) {
    buf_format(out, "%s%.*s:%zu\t", indent, STR_ARG(item->span.source->path),
               span_place(item->span).line);
    struct decimal amount = {item->amount, indicator->scale};
    buf_add(out, decimal_text(out->arena, amount));
    buf_format(out, "\t%.*s\n", STR_ARG(row_name(out->arena, item->row)));
}

/* The contributions sorted by their cells, in one pass: counts, then places. */
static uint32_t *by_cell(struct arena *arena, const struct table *table,
                         const struct breakdown *breakdown) {
    uint32_t *order = ARENA_ARRAY(arena, uint32_t, table->count + 1);
    size_t *next = ARENA_ARRAY(arena, size_t, breakdown->count + 1);
    for (size_t i = 0; i + 1 < breakdown->count; i++)
        next[i + 1] = next[i] + breakdown->cells[i].row_count;
    for (size_t i = 0; i < table->count; i++)
        order[next[breakdown->cell_of[i]]++] = (uint32_t)i;
    return order;
}

static void add_cells(struct buf *out, const struct table *table,
                      const struct breakdown *breakdown) {
    const uint32_t *order = by_cell(out->arena, table, breakdown);
    for (size_t i = 0; i < breakdown->count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        buf_format(out, "\n%.*s = %.*s: ", STR_ARG(breakdown->by->name), STR_ARG(cell->name));
        add_cell(out, table->indicator, cell);
        buf_format(out, " (%zu rows)\n", cell->row_count);
        for (size_t j = 0; j < cell->row_count; j++)
            add_contribution(out, table->indicator, &table->contributions[*order++], "  ");
    }
}

static void add_head(struct buf *out, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    buf_format(out, "%.*s = ", STR_ARG(indicator->id));
    add_cell(out, indicator, &table->total);
    buf_format(out, " %.*s\n%.*s\n", STR_ARG(indicator->unit), STR_ARG(indicator->label));
    buf_format(out, "%s", aggregation_name(indicator->aggregation));
    for (size_t i = 0; i < indicator->operand_count; i++)
        buf_format(out, "%s%.*s", i ? ", " : " of ", STR_ARG(indicator->operands[i]->id));
    if (indicator->amount.count)
        buf_format(out, " of %.*s", STR_ARG(indicator->amount.text));
    if (indicator->from)
        buf_format(out, " from %.*s", STR_ARG(indicator->from->name));
    if (indicator->where)
        buf_format(out, " where %.*s", STR_ARG(span_text(indicator->where_span)));
    if (indicator->of)
        buf_format(out, " of %.*s", STR_ARG(indicator->of->id));
    if (indicator->given_source)
        buf_format(out, " by %.*s", STR_ARG(row_name(out->arena, indicator->given_source)));
    buf_format(out, " (%.*s:%zu)\n", STR_ARG(indicator->span.source->path),
               span_place(indicator->span).line);
    if (table->total.missing_count)
        buf_format(out, "%zu rows report no amount\n", table->total.missing_count);
}

bool explain(struct diags *diags, const struct pipeline_result *result, struct str id,
             struct str by, struct buf *out) {
    const struct indicators *all = &result->checked.indicators;
    const struct indicator *indicator = map_get(&all->by_id, id);
    if (!indicator) {
        DIAG(diags, DIAG_UNKNOWN_INDICATOR, SPAN_NONE, id, map_nearest(&all->by_id, id));
        return false;
    }
    const struct table *table = &result->tables->items[indicator->index];
    const struct breakdown *breakdown = by.size ? table_breakdown(table, by) : NULL;
    if (by.size && !breakdown) {
        DIAG(diags, DIAG_NO_BREAKDOWN, indicator->span, id, by);
        return false;
    }
    add_head(out, table);
    if (breakdown) {
        add_cells(out, table, breakdown);
        return true;
    }
    buf_format(out, "\n%zu rows\n", table->count);
    for (size_t i = 0; i < table->count; i++)
        add_contribution(out, indicator, &table->contributions[i], "  ");
    return true;
}
