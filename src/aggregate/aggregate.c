/* Each indicator after those it is computed from; then its published values are held against
 * it. */
#include "aggregate/aggregate.h"

#include "aggregate/internal.h"
#include "base/arena.h"

/* can a cell be written in the form of its indicator? */
static bool rounds(const struct indicator *indicator, const struct cell *cell) {
    struct decimal number;
    bool percent = indicator->style.kind == STYLE_PERCENT && cell->denominator > 0;
    return cell->none || (cell_number(indicator, cell, &number) &&
                          (!percent || cell_percent(cell, indicator->style.places, &number)));
}

/* With more decimals a number may not fit any longer; that there is none would be a lie. */
static void check_rounding(struct diags *diags, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    bool ok = rounds(indicator, &table->total);
    for (size_t b = 0; b < indicator->breakdown_count; b++)
        for (size_t i = 0; i < table->breakdowns[b].count; i++)
            ok &= rounds(indicator, &table->breakdowns[b].cells[i]);
    if (!ok)
        DIAG(diags, DIAG_ROUNDING_OVERFLOW, indicator->span, indicator->id);
}

bool aggregate(struct arena *arena, struct diags *diags, const struct checked *checked,
               struct tables **tables) {
    size_t before = diags_errors(diags);
    const struct indicators *indicators = &checked->indicators;
    struct shared shared = {arena,           arena_new(),     diags,          checked,
                            map_make(arena), map_make(arena), map_make(arena)};
    *tables = ARENA_NEW(arena, struct tables);
    (*tables)->count = indicators->count;
    (*tables)->items = ARENA_ARRAY(arena, struct table, indicators->count + 1);
    for (size_t i = 0; i < indicators->count; i++) {
        const struct indicator *indicator = indicators->order[i];
        struct table *table = &(*tables)->items[indicator->index];
        table->indicator = indicator;
        if (indicator->aggregation == AGGREGATE_GIVEN) {
            table->total.value = indicator->given.value;
            table->total.denominator = indicator->given.denominator;
        } else if (indicator_is_derived(indicator)) {
            derive_table(arena, diags, checked, *tables, table);
        } else {
            gather_table(&shared, table);
        }
        check_rounding(diags, table);
    }
    if (checked->site.audience != AUDIENCE_INTERNAL && diags_errors(diags) == before)
        suppress_small(&shared, *tables);
    arena_free(shared.scratch);
    for (size_t i = 0; i < indicators->count; i++)
        published_compare(arena, diags, &(*tables)->items[i]);
    return diags_errors(diags) == before;
}
