/* One pass over the rows of an indicator: filter, gather the contribution, put it into its
 * cells. A population is a second pass over the same rows. Nothing here knows what is counted.
 */
#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/buf.h"

struct gathering {
    struct arena *arena;
    struct diags *diags;
    const struct checked *checked;
    struct seeds *seeds;
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

/* one more amount: of a sum, or of the least or largest so far */
static void accumulate(enum aggregation way, int128_t *so_far, size_t before, int64_t number) {
    bool least = way == AGGREGATE_MIN, largest = way == AGGREGATE_MAX;
    if (!least && !largest)
        *so_far += number;
    else if (before == 0 || (least ? number < *so_far : number > *so_far))
        *so_far = number;
}

static void contribute(struct gathering *g, const struct row *row, const struct value *amount) {
    struct table *table = g->table;
    size_t capacity = table->capacity;
    table->contributions =
        ARENA_PUSH(g->arena, table->contributions, table->count, &table->capacity);
    enum aggregation way = g->indicator->aggregation;
    bool distinct = way == AGGREGATE_DISTINCT;
    int64_t number = indicator_has_amount(g->indicator) ? amount->number : 1;
    table->contributions[table->count] =
        (struct contribution){row, number, amount ? amount->span : row->span};
    if (!distinct || !seen(g, &g->distinct, CELL_NONE, amount))
        accumulate(way, &g->sum, table->total.row_count, number);
    table->total.row_count++;
    for (size_t i = 0; i < g->indicator->breakdown_count; i++) {
        struct breakdown *breakdown = &table->breakdowns[i];
        if (capacity != table->capacity)
            breakdown->cell_of =
                arena_grow(g->arena, breakdown->cell_of, capacity * sizeof(uint32_t),
                           table->capacity * sizeof(uint32_t));
        uint32_t cell = cells_find(&g->cells[i], row);
        breakdown->cell_of[table->count] = cell;
        if (!distinct || !seen(g, &g->cells[i].distinct, cell, amount))
            accumulate(way, &g->cells[i].sums[cell], g->cells[i].items[cell].row_count, number);
        g->cells[i].items[cell].row_count++;
    }
    table->count++;
}

/* A row that belongs here and reports nothing: an error, or counted as missing, as declared. */
static void missing_amount(struct gathering *g, const struct row *row) {
    if (g->indicator->missing == MISSING_ERROR) {
        DIAG_IN(g->diags, DIAG_MISSING_AMOUNT, row->span, row_name(g->arena, row),
                g->indicator->id, g->indicator->amount.text);
        return;
    }
    g->table->total.missing_count++;
    for (size_t i = 0; i < g->indicator->breakdown_count; i++) {
        uint32_t cell = cells_find(&g->cells[i], row); /* it may move the items */
        g->cells[i].items[cell].missing_count++;
    }
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

/* What was gathered → the number of a cell; false: it does not fit. */
static bool settle(const struct indicator *indicator, int128_t sum, struct cell *cell) {
    bool empty = cell->row_count == 0;
    switch (indicator->aggregation) {
    case AGGREGATE_AVERAGE:
        cell->denominator = (int64_t)cell->row_count;
        cell->none = empty;
        break;
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        cell->none = empty;
        break;
    case AGGREGATE_MEDIAN: /* medians.c has done it */
        return true;
    case AGGREGATE_COUNT:
    case AGGREGATE_SUM:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_GIVEN:
    case AGGREGATE_ADD:
    case AGGREGATE_SUBTRACT:
    case AGGREGATE_QUOTIENT:
    case AGGREGATE_SHARE:
    case AGGREGATE_CHANGE:
    case AGGREGATION_COUNT:
        break;
    }
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
        cells_seed(&g->cells[i], g->seeds, &g->checked->dataset, indicator);
    }
    for (size_t i = 0; i < set->count; i++)
        gather(g, set->items[i]);
    if (indicator->of)
        count_population(g, set);
    bool fits = settle(indicator, g->sum, &g->table->total);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < g->cells[i].count; j++)
            fits &= settle(indicator, g->cells[i].sums[j], &g->cells[i].items[j]);
        cells_finish(&g->cells[i], &g->table->breakdowns[i], g->table->count);
    }
    if (indicator->aggregation == AGGREGATE_MEDIAN)
        fits &= medians(g->arena, g->table);
    if (!fits)
        DIAG(g->diags, DIAG_SUM_OVERFLOW, indicator->span, indicator->id);
}

void gather_table(struct arena *arena, struct diags *diags, const struct checked *checked,
                  struct seeds *seeds, struct table *table) {
    struct gathering gathering = {.arena = arena,
                                  .diags = diags,
                                  .checked = checked,
                                  .seeds = seeds,
                                  .indicator = table->indicator,
                                  .table = table};
    compute(&gathering);
}
