/* The rows that an indicator selects → its numbers. First the rows that contribute and their
 * amounts, as columns; then these are added up for the whole and for each breakdown. Nothing
 * here knows what is counted. */
#include "aggregate/internal.h"

#include <stdlib.h>

#include "base/arena.h"

struct gathering {
    struct shared *shared;
    const struct indicator *indicator;
    struct table *table;
    const struct selection *population; /* of the denominator, or NULL */
    const struct column *column;        /* of the amounts, or NULL: rows are counted */
    const struct division *distinct;    /* of the amounts that are told apart, or NULL */
    struct amounts amounts;
    uint32_t *missing; /* rows that belong here and report no amount */
    size_t missing_count;
    bool fits;
};

/* A row that belongs here and reports nothing: an error, or counted as missing, as declared. */
static void missing_amount(struct gathering *g, const struct row *row) {
    if (g->indicator->missing == MISSING_ERROR)
        DIAG_IN(g->shared->diags, DIAG_MISSING_AMOUNT, row->span,
                row_name(g->shared->arena, row), g->indicator->id, g->indicator->amount.text);
    else
        g->missing[g->missing_count++] = (uint32_t)row->index;
}

static bool inside_population(struct gathering *g, const struct row *row) {
    const struct indicator *of = g->indicator->of;
    if (expression_holds(of->where, row))
        return true;
    DIAG_IN(g->shared->diags, DIAG_OUTSIDE_POPULATION, row->span, STR_EMPTY,
            row_name(g->shared->arena, row), g->indicator->id, of->id);
    return false;
}

/* the amount of a row; false: it has none */
static bool amount_of(struct gathering *g, uint32_t row, int64_t *number) {
    *number = 1;
    if (!g->column)
        return true;
    if (g->column->states[row] == VALUE_MISSING)
        missing_amount(g, g->table->rows->items[row]);
    if (indicator_has_amount(g->indicator))
        *number = g->column->numbers[row];
    return g->column->states[row] == VALUE_PRESENT;
}

static void find_contributors(struct gathering *g) {
    const struct selection *selected = rows_selected(g->shared, g->indicator);
    struct arena *scratch = g->shared->scratch;
    uint32_t *rows = ARENA_ARRAY(scratch, uint32_t, selected->count + 1);
    int64_t *numbers = ARENA_ARRAY(scratch, int64_t, selected->count + 1);
    g->missing = ARENA_ARRAY(scratch, uint32_t, selected->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < selected->count; i++) {
        uint32_t row = selected->rows[i];
        if ((!g->indicator->of || inside_population(g, g->table->rows->items[row])) &&
            amount_of(g, row, &numbers[count]))
            rows[count++] = row;
    }
    g->amounts = (struct amounts){selected->rows, numbers, count};
    if (count < selected->count) { /* else the selection itself is the list */
        uint32_t *kept = ARENA_ARRAY(g->shared->arena, uint32_t, count + 1);
        for (size_t i = 0; i < count; i++)
            kept[i] = rows[i];
        g->amounts.rows = kept;
    }
    g->table->contributors = g->amounts.rows;
    g->table->count = count;
}

/* one more amount: of a sum, or of the least or largest so far */
static void accumulate(enum aggregation way, int128_t *so_far, size_t before, int64_t number) {
    bool least = way == AGGREGATE_MIN, largest = way == AGGREGATE_MAX;
    if (!least && !largest)
        *so_far += number;
    else if (before == 0 || (least ? number < *so_far : number > *so_far))
        *so_far = number;
}

static int compare_pairs(const void *left, const void *right) {
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* How many different values each cell has: pairs of cell and value, sorted. */
static void count_distinct(struct gathering *g, const uint32_t *key_of, int128_t *sums) {
    size_t count = g->amounts.count;
    uint64_t *pairs = ARENA_ARRAY(g->shared->scratch, uint64_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        uint32_t row = g->amounts.rows[i];
        pairs[i] = (uint64_t)(key_of ? key_of[row] : 0) << 32 | g->distinct->key_of[row];
    }
    qsort(pairs, count, sizeof *pairs, compare_pairs);
    for (size_t i = 0; i < count; i++)
        sums[pairs[i] >> 32] += i == 0 || pairs[i] != pairs[i - 1];
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

/* Adds up into cells; key_of says to which of them a row belongs, NULL: all to the first. */
static void add_up(struct gathering *g, const uint32_t *key_of, struct cell *cells,
                   size_t count) {
    enum aggregation way = g->indicator->aggregation;
    const struct amounts *amounts = &g->amounts;
    int128_t *sums = ARENA_ARRAY(g->shared->scratch, int128_t, count + 1);
    for (size_t i = 0; i < amounts->count; i++) {
        size_t at = key_of ? key_of[amounts->rows[i]] : 0;
        if (!g->distinct)
            accumulate(way, &sums[at], cells[at].row_count, amounts->numbers[i]);
        cells[at].row_count++;
    }
    for (size_t i = 0; i < g->missing_count; i++)
        cells[key_of ? key_of[g->missing[i]] : 0].missing_count++;
    for (size_t i = 0; g->population && i < g->population->count; i++)
        cells[key_of ? key_of[g->population->rows[i]] : 0].denominator++;
    if (g->distinct)
        count_distinct(g, key_of, sums);
    if (way == AGGREGATE_MEDIAN)
        g->fits &= medians(g->shared->scratch, amounts, key_of, cells, count);
    for (size_t i = 0; i < count; i++)
        g->fits &= settle(g->indicator, sums[i], &cells[i]);
}

/* A key that the condition itself chooses among has only the cells that occur. */
static bool chosen(const struct indicator *indicator, const struct by *by) {
    const struct path_step *first = &by->keys[0].steps[0];
    return !by->keys[0].through_parent &&
           (first->kind == PATH_VALUE || first->kind == PATH_FOLLOW ||
            first->kind == PATH_COUNT) &&
           expression_uses(indicator->where, first->field);
}

/* Leaves out the cells that are not to be shown. */
static void show_cells(struct gathering *g, const struct keys *keys, bool seeded,
                       struct breakdown *breakdown) {
    uint32_t *place = ARENA_ARRAY(g->shared->scratch, uint32_t, keys->count + 1);
    for (size_t i = 0; i < keys->count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        bool shown = (seeded && keys->items[i].seeded) || cell->row_count ||
                     cell->missing_count || cell->denominator;
        place[i] = shown ? (uint32_t)breakdown->count : CELL_NONE;
        if (shown)
            breakdown->cells[breakdown->count++] = *cell;
    }
    if (breakdown->count == keys->count)
        return;
    uint32_t *kept = ARENA_ARRAY(g->shared->arena, uint32_t, keys->count + 1);
    for (size_t i = 0; i < keys->count; i++)
        kept[i] = place[i];
    breakdown->place = kept;
}

static void break_down(struct gathering *g, const struct by *by, struct breakdown *breakdown) {
    const struct division *division = rows_divided(g->shared, g->indicator->from, by);
    const struct keys *keys = &division->keys;
    breakdown->by = by;
    breakdown->by_name = &keys->by_name;
    breakdown->key_of = division->key_of;
    breakdown->cells = ARENA_ARRAY(g->shared->arena, struct cell, keys->count + 1);
    for (size_t i = 0; i < keys->count; i++)
        breakdown->cells[i] = keys_cell(keys, i);
    add_up(g, division->key_of, breakdown->cells, keys->count);
    show_cells(g, keys, !chosen(g->indicator, by), breakdown);
}

void gather_table(struct shared *shared, struct table *table) {
    const struct indicator *indicator = table->indicator;
    struct gathering g = {
        .shared = shared, .indicator = indicator, .table = table, .fits = true};
    size_t count = indicator->breakdown_count;
    table->rows = dataset_rows(&shared->checked->dataset, indicator->from);
    table->breakdowns = ARENA_ARRAY(shared->arena, struct breakdown, count + 1);
    arena_reset(shared->scratch);
    if (indicator->aggregation != AGGREGATE_COUNT)
        g.column = rows_measured(shared, indicator->from, &indicator->amount);
    find_contributors(&g);
    if (indicator->of)
        g.population = rows_selected(shared, indicator->of);
    struct by *value = ARENA_NEW(shared->arena, struct by);
    *value = (struct by){.keys = {indicator->amount}, .count = 1};
    if (indicator->aggregation == AGGREGATE_DISTINCT)
        g.distinct = rows_divided(shared, indicator->from, value);
    add_up(&g, NULL, &table->total, 1);
    for (size_t i = 0; i < count; i++)
        break_down(&g, &indicator->breakdowns[i], &table->breakdowns[i]);
    if (!g.fits)
        DIAG(shared->diags, DIAG_SUM_OVERFLOW, indicator->span, indicator->id);
}
