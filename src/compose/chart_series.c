/* Cells → categories by series. Categories and series stand in the order of publication of
 * their keys, each once; where a pair has no cell, nothing was counted. */
#include <stdlib.h>

#include "base/arena.h"
#include "compose/chart.h"

static struct str all_keys(const struct chart *chart, const struct cell *cell) {
    struct buf label = buf_make(chart->composer->arena);
    const struct by *by = chart->breakdown->by;
    for (size_t k = 0; k < by->count; k++) {
        if (k)
            buf_add(&label, STR(", "));
        buf_add(&label, key_text(chart->composer, &by->keys[k], &cell->keys[k]));
    }
    return buf_str(&label);
}

void chart_flat(struct chart *chart) {
    struct arena *arena = chart->composer->arena;
    const struct breakdown *breakdown = chart->breakdown;
    size_t count = breakdown ? breakdown->count : 1;
    chart->categories = ARENA_ARRAY(arena, struct chart_category, count + 1);
    chart->cells = ARENA_ARRAY(arena, const struct cell *, count + 1);
    chart->series = ARENA_NEW(arena, struct str);
    chart->series_count = 1;
    chart->category_count = count;
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = breakdown ? &breakdown->cells[i] : &chart->table->total;
        bool one = breakdown && breakdown->by->count == 1;
        chart->categories[i] = (struct chart_category){
            .name = breakdown ? all_keys(chart, cell) : chart->table->indicator->label,
            .key = one ? &cell->keys[0] : NULL,
            .total = cell,
            .in = breakdown,
        };
        chart->cells[i] = cell;
    }
}

struct key_part { /* a value of one key, met in the cells */
    struct str name;
    const struct value *value;
    size_t met; /* the order of meeting */
    size_t at;  /* its place in the end */
};

struct key_parts {
    struct key_part **items;
    size_t count, capacity;
    struct map by_name;
};

static struct str part_name(const struct cell *cell, size_t key) {
    return str_slice(cell->name, key ? cell->name_ends[key - 1] + 1 : 0, cell->name_ends[key]);
}

/* values without an order (texts) stay as they were met */
static int compare_parts(const void *left, const void *right) {
    const struct key_part *a = *(struct key_part *const *)left;
    const struct key_part *b = *(struct key_part *const *)right;
    bool a_here = a->value->state == VALUE_PRESENT, b_here = b->value->state == VALUE_PRESENT;
    if (a_here != b_here)
        return a_here ? -1 : 1;
    if (a->value->ref && b->value->ref && a->value->ref->index != b->value->ref->index)
        return a->value->ref->index < b->value->ref->index ? -1 : 1;
    if (a->value->number != b->value->number)
        return a->value->number < b->value->number ? -1 : 1;
    return (a->met > b->met) - (a->met < b->met);
}

static struct key_parts parts_of(const struct chart *chart, size_t key) {
    struct arena *arena = chart->composer->arena;
    struct key_parts parts = {.by_name = map_make(arena)};
    for (size_t i = 0; i < chart->breakdown->count; i++) {
        const struct cell *cell = &chart->breakdown->cells[i];
        struct str name = part_name(cell, key);
        if (map_get(&parts.by_name, name))
            continue;
        struct key_part *part = ARENA_NEW(arena, struct key_part);
        *part = (struct key_part){name, &cell->keys[key], i, 0};
        map_put(&parts.by_name, name, part);
        parts.items = ARENA_PUSH(arena, parts.items, parts.count, &parts.capacity);
        parts.items[parts.count++] = part;
    }
    if (parts.count)
        qsort(parts.items, parts.count, sizeof *parts.items, compare_parts);
    for (size_t i = 0; i < parts.count; i++)
        parts.items[i]->at = i;
    return parts;
}

bool chart_cross(struct chart *chart, size_t category, struct span span) {
    struct arena *arena = chart->composer->arena;
    const struct breakdown *breakdown = chart->breakdown;
    const struct by *by = breakdown->by;
    size_t other = 1 - category;
    struct key_parts rows = parts_of(chart, category), series = parts_of(chart, other);
    if (series.count > DRAWING_SERIES_MOST) {
        DIAG(chart->composer->diags, DIAG_TOO_MANY_SERIES, span, chart->table->indicator->id,
             str_format(arena, "%zu", series.count),
             str_format(arena, "%d", (int)DRAWING_SERIES_MOST));
        return false;
    }
    const struct breakdown *alone = table_breakdown(chart->table, by->names[category]);
    chart->category_count = rows.count;
    chart->series_count = series.count ? series.count : 1;
    chart->categories = ARENA_ARRAY(arena, struct chart_category, rows.count + 1);
    chart->series = ARENA_ARRAY(arena, struct str, chart->series_count);
    size_t cell_count = rows.count * chart->series_count;
    chart->cells = ARENA_ARRAY(arena, const struct cell *, cell_count + 1);
    for (size_t i = 0; i < series.count; i++)
        chart->series[i] = key_text(chart->composer, &by->keys[other], series.items[i]->value);
    for (size_t i = 0; i < rows.count; i++)
        chart->categories[i] = (struct chart_category){
            .name = key_text(chart->composer, &by->keys[category], rows.items[i]->value),
            .key = rows.items[i]->value,
            .total = alone ? breakdown_find(alone, rows.items[i]->name) : NULL,
            .in = alone};
    for (size_t i = 0; i < cell_count; i++)
        chart->cells[i] = cell_absent(chart->table->indicator);
    for (size_t i = 0; i < breakdown->count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        const struct key_part *row = map_get(&rows.by_name, part_name(cell, category));
        const struct key_part *one = map_get(&series.by_name, part_name(cell, other));
        chart->cells[row->at * chart->series_count + one->at] = cell;
    }
    return true;
}

const struct cell *chart_cell(const struct chart *chart, size_t category, size_t series) {
    ASSERT(category < chart->category_count && series < chart->series_count);
    return chart->cells[category * chart->series_count + series];
}

enum drawing_ink chart_ink(const struct chart *chart, size_t series) {
    ASSERT(series < DRAWING_SERIES_MOST);
    return chart->series[0].size == 0 ? INK_BAR
                                      : (enum drawing_ink)((size_t)INK_SERIES_1 + series);
}

enum drawing_ink chart_ink_over(enum drawing_ink ink) {
    if (ink == INK_SERIES_2)
        return INK_OVER;
    bool light = ink == INK_GRID || ink == INK_CLASS_1 || ink == INK_CLASS_2;
    return light ? INK_TEXT : INK_PAPER;
}
