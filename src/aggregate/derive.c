/* Indicators from indicators, cell by cell: sums, differences, quotients, shares, changes. A
 * cell that an operand lacks is 0 where nothing counted is nothing, and none where it is not.
 */
#include <stdlib.h>

#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/decimal.h"

struct deriving {
    struct arena *arena;
    struct diags *diags;
    const struct checked *checked;
    const struct tables *tables;
    struct table *table;
    const struct indicator *indicator;
    bool fits;
};

static const struct table *operand(const struct deriving *d, size_t i) {
    return &d->tables->items[d->indicator->operands[i]->index];
}

/* the value of an operand's cell, with the decimals that all share */
static int128_t widened(const struct deriving *d, size_t i, const struct cell *cell) {
    int scale = 0;
    for (size_t j = 0; j < d->indicator->operand_count; j++)
        if (d->indicator->operands[j]->scale > scale)
            scale = d->indicator->operands[j]->scale;
    int128_t value = cell->value;
    for (int k = d->indicator->operands[i]->scale; k < scale; k++)
        value *= 10;
    return value;
}

static int64_t fitted(int128_t value, bool *fits) {
    *fits &= (int128_t)(int64_t)value == value;
    return (int64_t)value;
}

/* `cells`: of each operand, never NULL */
static void derive_cell(struct deriving *d, const struct cell *const *cells, struct cell *out) {
    const struct indicator *indicator = d->indicator;
    bool fits = true;
    int128_t first = widened(d, 0, cells[0]);
    int128_t second = indicator->operand_count > 1 ? widened(d, 1, cells[1]) : 0;
    for (size_t i = 0; i < indicator->operand_count; i++)
        out->none |= cells[i]->none;
    int128_t sum = first;
    for (size_t i = 1; i < indicator->operand_count; i++)
        sum += (indicator->aggregation == AGGREGATE_ADD ? 1 : -1) * widened(d, i, cells[i]);
    if (indicator->aggregation == AGGREGATE_QUOTIENT) {
        out->none |= second == 0;
        /* the denominator is positive, so that -2^63 cannot be one */
        out->value = fitted(second < 0 ? -first : first, &fits);
        out->denominator = fitted(second < 0 ? -second : second, &fits);
    } else if (indicator->aggregation == AGGREGATE_SHARE) {
        out->value = cells[0]->value;
        out->denominator = operand(d, 0)->total.value;
        out->none |= out->denominator <= 0;
    } else if (indicator->aggregation == AGGREGATE_CHANGE) {
        out->value = fitted(second - first, &fits);
        out->denominator = fitted(first, &fits);
    } else {
        out->value = fitted(sum, &fits);
    }
    if (out->none)
        out->value = out->denominator = 0;
    d->fits &= fits || out->none; /* what is not there cannot be too large */
}

static void derive_breakdown(struct deriving *d, struct breakdown *out, const struct by *by) {
    size_t count = d->indicator->operand_count;
    struct keys *keys = ARENA_NEW(d->arena, struct keys);
    *keys = keys_make(d->arena, &d->checked->dataset, by);
    const struct breakdown **parts = ARENA_ARRAY(d->arena, const struct breakdown *, count);
    const struct cell **operands = ARENA_ARRAY(d->arena, const struct cell *, count);
    for (size_t i = 0; i < count; i++) {
        parts[i] = table_breakdown(operand(d, i), by->name);
        for (size_t j = 0; j < parts[i]->count; j++) {
            const struct value *values[LIMIT_BY_KEYS];
            for (size_t k = 0; k < by->count; k++)
                values[k] = &parts[i]->cells[j].keys[k];
            keys_of(keys, values);
        }
    }
    keys_sort(keys);
    out->by = by;
    out->by_name = &keys->by_name;
    out->count = keys->count;
    out->cells = ARENA_ARRAY(d->arena, struct cell, keys->count + 1);
    for (size_t j = 0; j < keys->count; j++)
        out->cells[j] = keys_cell(keys, j);
    for (size_t j = 0; j < out->count; j++) {
        for (size_t i = 0; i < count; i++) {
            operands[i] = breakdown_find(parts[i], out->cells[j].name);
            if (!operands[i])
                operands[i] = cell_absent(d->indicator->operands[i]);
        }
        derive_cell(d, operands, &out->cells[j]);
    }
}

/* --- percentages that add up to 100: each rounded down, and the largest remainders take what
 * is left; the first of equal ones wins */

struct remainder {
    size_t cell;
    int64_t rest;
};

static int larger_rest(const void *left, const void *right) {
    const struct remainder *a = left, *b = right;
    if (a->rest != b->rest)
        return a->rest > b->rest ? -1 : 1;
    return (a->cell > b->cell) - (a->cell < b->cell);
}

static void to_hundred(struct deriving *d, struct breakdown *breakdown) {
    int128_t whole = 100;
    for (int i = 0; i < d->indicator->style.places; i++)
        whole *= 10;
    struct remainder *rests = ARENA_ARRAY(d->arena, struct remainder, breakdown->count + 1);
    int64_t left = (int64_t)whole;
    for (size_t i = 0; i < breakdown->count; i++) {
        struct cell *cell = &breakdown->cells[i];
        if (cell->none) /* there is no whole to have parts */
            return;
        if (cell->value < 0) {
            DIAG(d->diags, DIAG_NEGATIVE_PART, d->indicator->span, d->indicator->id,
                 str_format(d->arena, "%.*s.%.*s", STR_ARG(breakdown->by->name),
                            STR_ARG(cell->name)),
                 d->indicator->operands[0]->id);
            return;
        }
        int128_t scaled = cell->value * whole;
        cell->percent = (int64_t)(scaled / cell->denominator);
        rests[i] = (struct remainder){i, (int64_t)(scaled % cell->denominator)};
        left -= cell->percent;
    }
    if (breakdown->count == 0)
        return;
    ASSERT(left >= 0 && (size_t)left <= breakdown->count); /* the parts make the whole */
    qsort(rests, breakdown->count, sizeof *rests, larger_rest);
    for (size_t i = 0; i < (size_t)left; i++)
        breakdown->cells[rests[i].cell].percent++;
    for (size_t i = 0; i < breakdown->count; i++)
        breakdown->cells[i].rounded = true;
}

void derive_table(struct arena *arena, struct diags *diags, const struct checked *checked,
                  const struct tables *tables, struct table *table) {
    const struct indicator *indicator = table->indicator;
    struct deriving d = {arena, diags, checked, tables, table, indicator, true};
    const struct cell **totals =
        ARENA_ARRAY(arena, const struct cell *, indicator->operand_count);
    for (size_t i = 0; i < indicator->operand_count; i++)
        totals[i] = &operand(&d, i)->total;
    derive_cell(&d, totals, &table->total);
    table->breakdowns = ARENA_ARRAY(arena, struct breakdown, indicator->breakdown_count + 1);
    for (size_t i = 0; i < indicator->breakdown_count; i++) {
        derive_breakdown(&d, &table->breakdowns[i], &indicator->breakdowns[i]);
        if (indicator->to_hundred)
            to_hundred(&d, &table->breakdowns[i]);
    }
    if (!d.fits)
        DIAG(diags, DIAG_SUM_OVERFLOW, indicator->span, indicator->id);
}
