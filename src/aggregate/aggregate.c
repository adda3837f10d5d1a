/* One pass over the rows of each indicator: filter, gather the contribution, put it into its
 * cells. A population is a second pass over the same rows. Nothing here knows what is counted.
 */
#include "aggregate/aggregate.h"

#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/buf.h"

struct gathering {
    struct arena *arena;
    struct diags *diags;
    const struct checked *checked;
    const struct indicator *indicator;
    struct table *table;
    struct cells *cells; /* one for each breakdown */
    int128_t sum;
    struct map distinct; /* values seen in the whole */
};

/* Has this value been seen in this cell (or in the whole: CELL_NONE)? Remembers it. */
static bool seen(struct gathering *g, struct map *map, uint32_t cell,
                 const struct value *value) {
    struct buf bytes = buf_make(g->arena);
    buf_number(&bytes, cell);
    buf_add_char(&bytes, '/');
    value_bytes(&g->indicator->amount, value, &bytes);
    return map_put(map, buf_str(&bytes), g->table) != NULL;
}

static void contribute(struct gathering *g, const struct row *row, const struct value *amount) {
    struct table *table = g->table;
    size_t capacity = table->capacity;
    table->contributions =
        ARENA_PUSH(g->arena, table->contributions, table->count, &table->capacity);
    bool distinct = g->indicator->aggregation == AGGREGATE_DISTINCT;
    int64_t number = g->indicator->aggregation == AGGREGATE_SUM ? amount->number : 1;
    table->contributions[table->count] =
        (struct contribution){row, number, amount ? amount->span : row->span};
    if (!distinct || !seen(g, &g->distinct, CELL_NONE, amount))
        g->sum += number;
    table->total.row_count++;
    for (size_t i = 0; i < g->indicator->breakdown_count; i++) {
        struct breakdown *breakdown = &table->breakdowns[i];
        if (capacity != table->capacity)
            breakdown->cell_of =
                arena_grow(g->arena, breakdown->cell_of, capacity * sizeof(uint32_t),
                           table->capacity * sizeof(uint32_t));
        uint32_t cell = cells_find(&g->cells[i], row);
        breakdown->cell_of[table->count] = cell;
        g->cells[i].items[cell].row_count++;
        if (!distinct || !seen(g, &g->cells[i].distinct, cell, amount))
            g->cells[i].sums[cell] += number;
    }
    table->count++;
}

/* A row that belongs here and reports nothing: an error, or counted as missing, as declared. */
static void missing_amount(struct gathering *g, const struct row *row) {
    if (!g->indicator->missing_skipped) {
        DIAG_IN(g->diags, DIAG_MISSING_AMOUNT, row->span, row_name(g->arena, row),
                g->indicator->id, g->indicator->amount.text);
        return;
    }
    g->table->total.missing_count++;
    for (size_t i = 0; i < g->indicator->breakdown_count; i++)
        g->cells[i].items[cells_find(&g->cells[i], row)].missing_count++;
}

static void gather(struct gathering *g, const struct row *row) {
    const struct indicator *indicator = g->indicator;
    if (!expression_holds(indicator->where, row))
        return;
    if (indicator->of && !expression_holds(indicator->of->where, row)) {
        DIAG_IN(g->diags, DIAG_OUTSIDE_POPULATION, row->span, STR_EMPTY,
                row_name(g->arena, row), indicator->id, indicator->of->id);
        return;
    }
    if (indicator->aggregation == AGGREGATE_COUNT) {
        contribute(g, row, NULL);
        return;
    }
    struct value amount = path_value(&indicator->amount, row);
    if (amount.state == VALUE_PRESENT)
        contribute(g, row, &amount);
    else if (amount.state == VALUE_MISSING)
        missing_amount(g, row);
}

static void count_population(struct gathering *g, const struct rowset *set) {
    for (size_t i = 0; i < set->count; i++) {
        if (!expression_holds(g->indicator->of->where, set->items[i]))
            continue;
        g->table->total.denominator++;
        for (size_t j = 0; j < g->indicator->breakdown_count; j++) {
            uint32_t cell = cells_find(&g->cells[j], set->items[i]);
            g->cells[j].items[cell].denominator++;
        }
    }
}

static bool settle(int128_t sum, struct cell *cell) {
    cell->value = (int64_t)sum;
    return (int128_t)cell->value == sum;
}

static void compute(struct gathering *g) {
    const struct indicator *indicator = g->indicator;
    const struct rowset *set = dataset_rows(&g->checked->dataset, indicator->from);
    size_t count = indicator->breakdown_count;
    g->cells = ARENA_ARRAY(g->arena, struct cells, count + 1);
    g->table->breakdowns = ARENA_ARRAY(g->arena, struct breakdown, count + 1);
    g->distinct = map_make(g->arena);
    for (size_t i = 0; i < count; i++) {
        g->cells[i] = cells_make(g->arena, &g->checked->dataset, &indicator->breakdowns[i]);
        cells_seed(&g->cells[i], &g->checked->dataset, indicator);
    }
    for (size_t i = 0; i < set->count; i++)
        gather(g, set->items[i]);
    if (indicator->of)
        count_population(g, set);
    bool fits = settle(g->sum, &g->table->total);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < g->cells[i].count; j++)
            fits &= settle(g->cells[i].sums[j], &g->cells[i].items[j]);
        cells_finish(&g->cells[i], &g->table->breakdowns[i], g->table->count);
    }
    if (!fits)
        DIAG(g->diags, DIAG_SUM_OVERFLOW, indicator->span, indicator->id);
}

bool aggregate(struct arena *arena, struct diags *diags, const struct checked *checked,
               struct tables **tables) {
    size_t before = diags_errors(diags);
    *tables = ARENA_NEW(arena, struct tables);
    (*tables)->count = checked->indicators.count;
    (*tables)->items = ARENA_ARRAY(arena, struct table, checked->indicators.count + 1);
    for (size_t i = 0; i < checked->indicators.count; i++) {
        const struct indicator *indicator = checked->indicators.items[i];
        struct table *table = &(*tables)->items[i];
        struct gathering g = {.arena = arena,
                              .diags = diags,
                              .checked = checked,
                              .indicator = indicator,
                              .table = table};
        table->indicator = indicator;
        if (indicator->aggregation == AGGREGATE_GIVEN) {
            table->total.value = indicator->given.value;
            table->total.denominator = indicator->given.denominator;
        } else {
            compute(&g);
        }
        published_compare(arena, diags, table);
    }
    return diags_errors(diags) == before;
}
