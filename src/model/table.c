/* Questions about computed tables; aggregate fills them. */
#include "model/table.h"

#include "base/buf.h"
#include "base/guard.h"

const struct breakdown *table_breakdown(const struct table *table, struct str name) {
    for (size_t i = 0; i < table->indicator->breakdown_count; i++)
        if (str_equal(table->breakdowns[i].by->name, name))
            return &table->breakdowns[i];
    return NULL;
}

/* "district.date.year" of a breakdown by district and date.year */
static bool has_paths(const struct by *by, struct str paths) {
    for (size_t k = 0; k < by->count; k++) {
        if (!str_starts(paths, by->keys[k].text))
            return false;
        paths = str_from(paths, by->keys[k].text.size);
        if (k + 1 < by->count && !str_starts(paths, STR(".")))
            return false;
        paths = k + 1 < by->count ? str_from(paths, 1) : paths;
    }
    return paths.size == 0;
}

const struct breakdown *table_breakdown_asked(const struct table *table, struct str asked) {
    const struct breakdown *found = table_breakdown(table, asked);
    for (size_t i = 0; !found && i < table->indicator->breakdown_count; i++)
        if (has_paths(table->breakdowns[i].by, asked))
            found = &table->breakdowns[i];
    return found;
}

static struct cell *cell_of_key(const struct breakdown *breakdown, size_t key) {
    uint32_t at = breakdown->place ? breakdown->place[key] : (uint32_t)key;
    return at == CELL_NONE ? NULL : &breakdown->cells[at];
}

struct cell *breakdown_find(const struct breakdown *breakdown, struct str name) {
    uintptr_t number = (uintptr_t)map_get(breakdown->by_name, name);
    return number ? cell_of_key(breakdown, number - 1) : NULL;
}

const struct cell *breakdown_cell(const struct table *table, const struct breakdown *breakdown,
                                  size_t contribution) {
    return cell_of_key(breakdown, breakdown->key_of[table->contributors[contribution]]);
}

struct contribution table_contribution(const struct table *table, size_t i) {
    const struct row *row = table->rows->items[table->contributors[i]];
    const struct indicator *indicator = table->indicator;
    if (indicator->aggregation == AGGREGATE_COUNT)
        return (struct contribution){row, 1, row->span};
    struct value amount = path_value(&indicator->amount, row);
    return (struct contribution){row, indicator_has_amount(indicator) ? amount.number : 1,
                                 amount.span};
}

struct map breakdown_names(struct arena *arena, const struct breakdown *breakdown) {
    struct map names = map_make(arena);
    for (size_t i = 0; i < breakdown->count; i++)
        map_put(&names, breakdown->cells[i].name, &breakdown->cells[i]);
    return names;
}

int64_t quantity_step(const struct quantity *quantity) {
    if (quantity->step)
        return quantity->step;
    int64_t step = 1;
    while (quantity->value && step <= INT64_MAX / 10 && quantity->value % (step * 10) == 0)
        step *= 10;
    return step;
}

const struct cell *cell_absent(const struct indicator *indicator) {
    static const struct cell ZERO = {0}, NONE = {.none = true};
    bool zero = indicator_adds_up(indicator) || indicator->aggregation == AGGREGATE_DISTINCT;
    for (size_t i = 0; i < indicator->operand_count; i++) /* no deeper than they were linked */
        zero &= !cell_absent(indicator->operands[i])->none;
    return zero ? &ZERO : &NONE;
}

bool cell_number(const struct indicator *indicator, const struct cell *cell,
                 struct decimal *number) {
    int places = indicator_places(indicator);
    *number = (struct decimal){cell->value, places};
    if (cell->none)
        return false;
    if (places == indicator->scale &&
        (cell->denominator == 0 || indicator_is_ratio(indicator) ||
         indicator->aggregation == AGGREGATE_CHANGE))
        return true;
    int64_t denominator = cell->denominator ? cell->denominator : 1;
    int scale = indicator->aggregation == AGGREGATE_QUOTIENT ? 0 : indicator->scale;
    return decimal_quotient(cell->value, denominator, places - scale, &number->units);
}

bool cell_percent(const struct cell *cell, int places, struct decimal *number) {
    *number = (struct decimal){cell->percent, places};
    if (cell->none || cell->denominator <= 0)
        return false;
    return cell->rounded ||
           decimal_quotient(cell->value, cell->denominator, 2 + places, &number->units);
}

int cell_compare(const struct indicator *indicator, const struct cell *a,
                 const struct cell *b) {
    bool divided =
        indicator->aggregation != AGGREGATE_CHANGE || indicator->style.kind == STYLE_PERCENT;
    bool a_none = a->none || a->hidden, b_none = b->none || b->hidden;
    if (a_none || b_none)
        return (int)b_none - (int)a_none;
    int128_t left = a->value, right = b->value;
    if (divided && a->denominator && b->denominator) {
        left *= b->denominator;
        right *= a->denominator;
    } else if (divided && (a->denominator || b->denominator)) { /* a median between two */
        left *= b->denominator ? b->denominator : 1;
        right *= a->denominator ? a->denominator : 1;
    }
    return (left > right) - (left < right);
}

static bool bound_holds(enum bound bound, int64_t value, int64_t limit, int64_t step) {
    int128_t above = (int128_t)value - limit;
    switch (bound) {
    case BOUND_NONE:
        return above == 0;
    case BOUND_OVER:
        return above > 0 && above < step;
    case BOUND_UNDER:
        return above < 0 && above > -step;
    case BOUND_ABOUT:
        return 2 * above >= -step && 2 * above < step;
    case BOUND_AT_LEAST:
        return above >= 0;
    }
    return false;
}

int64_t bound_round(enum bound bound, int64_t value, int64_t step) {
    int64_t rest = value % step;
    if (rest == 0 || value < 0)
        return value;
    bool up = bound == BOUND_UNDER || (bound == BOUND_ABOUT && rest >= step - rest);
    int64_t result = 0;
    return checked_add(value - rest, up ? step : 0, &result) ? result : value;
}

bool quantity_agrees(const struct indicator *indicator, const struct quantity *quantity,
                     const struct cell *cell) {
    struct decimal number;
    if (quantity->percent)
        return cell_percent(cell, quantity->places, &number) && number.units == quantity->value;
    if (quantity->fraction || indicator_is_ratio(indicator))
        return quantity->fraction && !cell->none && quantity->value == cell->value &&
               quantity->denominator == cell->denominator;
    return cell_number(indicator, cell, &number) &&
           bound_holds(quantity->bound, number.units, quantity->value, quantity_step(quantity));
}

/* what is published in place of the exact number, in units of its last place */
static void dump_rounded(const struct indicator *indicator, const struct cell *cell,
                         struct buf *out) {
    bool percent = indicator->style.kind == STYLE_PERCENT;
    struct decimal number;
    if (!percent && (indicator_is_ratio(indicator) || !indicator_is_rounded(indicator)))
        return;
    if (percent ? cell_percent(cell, indicator->style.places, &number)
                : cell_number(indicator, cell, &number))
        buf_format(out, " ~ %lld", (long long)number.units);
}

static void dump_cell(const struct indicator *indicator, const struct cell *cell,
                      struct buf *out) {
    if (cell->none)
        buf_add(out, STR("none"));
    else
        buf_number(out, cell->value);
    if (cell->denominator) {
        buf_add_char(out, '/');
        buf_number(out, cell->denominator);
    }
    if (cell->hidden)
        buf_add(out, STR(" hidden"));
    dump_rounded(indicator, cell, out);
    buf_format(out, " (%zu rows", cell->row_count);
    if (cell->missing_count)
        buf_format(out, ", %zu missing", cell->missing_count);
    buf_add(out, STR(")\n"));
}

void tables_dump(const struct tables *tables, struct buf *out) {
    for (size_t i = 0; i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        buf_format(out, "%.*s = ", STR_ARG(table->indicator->id));
        dump_cell(table->indicator, &table->total, out);
        for (size_t j = 0; j < table->indicator->breakdown_count; j++) {
            const struct breakdown *breakdown = &table->breakdowns[j];
            buf_format(out, "  by %.*s\n", STR_ARG(breakdown->by->name));
            for (size_t k = 0; k < breakdown->count; k++) {
                buf_format(out, "    %.*s = ", STR_ARG(breakdown->cells[k].name));
                dump_cell(table->indicator, &breakdown->cells[k], out);
            }
        }
    }
}
