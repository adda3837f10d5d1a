/* Each indicator after those it is computed from; then its published values are held against
 * it. */
#include "aggregate/aggregate.h"

#include "aggregate/internal.h"
#include "base/arena.h"

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
            if (indicator->minimum_cell && checked->site.audience != AUDIENCE_INTERNAL)
                suppress_small(table);
        }
    }
    arena_free(shared.scratch);
    for (size_t i = 0; i < indicators->count; i++)
        published_compare(arena, diags, &(*tables)->items[i]);
    return diags_errors(diags) == before;
}
