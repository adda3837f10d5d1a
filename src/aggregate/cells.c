/* Keys → cells. One lookup a row and breakdown: an array for a single reference, else a hash of
 * the key's bytes. */
#include <stdlib.h>

#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/date.h"

struct cells cells_make(struct arena *arena, const struct dataset *dataset,
                        const struct by *by) {
    struct cells cells = {.arena = arena,
                          .by = by,
                          .key = buf_make(arena),
                          .index = map_make(arena),
                          .distinct = map_make(arena)};
    if (by->count == 1 && path_type(&by->keys[0]) == FIELD_REF)
        cells.direct =
            ARENA_ARRAY(arena, uint32_t, dataset_rows(dataset, by->keys[0].target)->count + 1);
    return cells;
}

void value_bytes(const struct path *path, const struct value *value, struct buf *out) {
    buf_add_char(out, (char)('0' + (int)value->state));
    if (value->state != VALUE_PRESENT)
        return;
    enum field_type type = path_type(path);
    if (type == FIELD_TEXT || type == FIELD_MARKDOWN) {
        buf_number(out, (int64_t)value->text.size);
        buf_add_char(out, ':');
        buf_add(out, value->text);
        return;
    }
    int64_t number = type == FIELD_REF ? (int64_t)value->ref->index : value->number;
    buf_add(out, (struct str){(const char *)&number, sizeof number});
}

static uint32_t cell_add(struct cells *cells, const struct value *keys) {
    cells->items = ARENA_PUSH(cells->arena, cells->items, cells->count, &cells->capacity);
    cells->sums = ARENA_PUSH(cells->arena, cells->sums, cells->count, &cells->sum_capacity);
    cells->sums[cells->count] = 0;
    struct cell *cell = &cells->items[cells->count];
    *cell = (struct cell){.keys = ARENA_ARRAY(cells->arena, struct value, cells->by->count)};
    for (size_t i = 0; i < cells->by->count; i++)
        cell->keys[i] = keys[i];
    return (uint32_t)cells->count++;
}

uint32_t cells_of(struct cells *cells, const struct value *keys) {
    if (cells->direct && keys[0].state == VALUE_PRESENT) {
        uint32_t *position = &cells->direct[keys[0].ref->index];
        if (*position == 0)
            *position = cell_add(cells, keys) + 1;
        return *position - 1;
    }
    buf_clear(&cells->key);
    for (size_t i = 0; i < cells->by->count; i++)
        value_bytes(&cells->by->keys[i], &keys[i], &cells->key);
    void *position = map_get(&cells->index, buf_str(&cells->key));
    if (!position) {
        position = (void *)(uintptr_t)(cell_add(cells, keys) + 1u);
        map_put(&cells->index, str_copy(cells->arena, buf_str(&cells->key)), position);
    }
    return (uint32_t)((uintptr_t)position - 1u);
}

uint32_t cells_find(struct cells *cells, const struct row *row) {
    struct value keys[LIMIT_BY_KEYS];
    for (size_t i = 0; i < cells->by->count; i++)
        keys[i] = path_value(&cells->by->keys[i], row);
    return cells_of(cells, keys);
}

static void cells_reserve(struct cells *cells, size_t capacity) {
    cells->items = ARENA_ARRAY(cells->arena, struct cell, capacity);
    cells->sums = ARENA_ARRAY(cells->arena, int128_t, capacity);
    cells->capacity = cells->sum_capacity = capacity;
}

/* A path through the parent, walked from a parent row itself. */
static struct path from_parent(const struct path *path) {
    struct path shorter = *path;
    ASSERT(path->steps[0].kind == PATH_PARENT);
    shorter.count--;
    for (size_t i = 0; i < shorter.count; i++)
        shorter.steps[i] = path->steps[i + 1];
    return shorter;
}

/* The different values of a key over all rows of a type; found once, however many indicators
 * are divided by it. */
static const struct cells *seeds_of(struct seeds *seeds, const struct dataset *dataset,
                                    const struct record_type *type, const struct by *by) {
    struct str name =
        str_format(seeds->arena, "%.*s %.*s", STR_ARG(type->name), STR_ARG(by->keys[0].text));
    struct cells *found = map_get(&seeds->by_name, name);
    if (found)
        return found;
    found = ARENA_NEW(seeds->arena, struct cells);
    *found = cells_make(seeds->arena, dataset, by);
    map_put(&seeds->by_name, name, found);
    const struct rowset *set = dataset_rows(dataset, type);
    for (size_t i = 0; i < set->count; i++)
        if (path_value(&by->keys[0], set->items[i]).state == VALUE_PRESENT)
            cells_find(found, set->items[i]);
    return found;
}

void cells_seed(struct cells *cells, struct seeds *seeds, const struct dataset *dataset,
                const struct indicator *indicator) {
    if (cells->by->count != 1)
        return;
    const struct path *key = &cells->by->keys[0];
    const struct record_type *type = indicator->from;
    struct by *by = ARENA_NEW(cells->arena, struct by); /* the seeds keep it */
    *by = *cells->by;
    if (key->through_parent) {
        by->keys[0] = from_parent(key);
        type = type->parent;
    } else if ((key->steps[0].kind == PATH_VALUE || key->steps[0].kind == PATH_FOLLOW ||
                key->steps[0].kind == PATH_COUNT) &&
               expression_uses(indicator->where, key->steps[0].field)) {
        return;
    }
    const struct cells *all = seeds_of(seeds, dataset, type, by);
    cells_reserve(cells, all->count + 2);
    for (size_t i = 0; i < all->count; i++)
        cells_of(cells, all->items[i].keys);
}

static int compare_keys(const struct path *path, const struct value *a, const struct value *b) {
    if (a->state != b->state)
        return a->state > b->state ? -1 : 1; /* what is not reported comes last */
    if (a->state != VALUE_PRESENT)
        return 0;
    enum field_type type = path_type(path);
    if (type == FIELD_TEXT || type == FIELD_MARKDOWN)
        return str_compare(a->text, b->text);
    int64_t left = type == FIELD_REF ? (int64_t)a->ref->index : a->number;
    int64_t right = type == FIELD_REF ? (int64_t)b->ref->index : b->number;
    return (left > right) - (left < right);
}

static int compare_cells(const void *left, const void *right, void *cells_pointer) {
    const struct cells *cells = cells_pointer;
    const struct cell *a = &cells->items[*(const uint32_t *)left];
    const struct cell *b = &cells->items[*(const uint32_t *)right];
    for (size_t i = 0; i < cells->by->count; i++) {
        int order = compare_keys(&cells->by->keys[i], &a->keys[i], &b->keys[i]);
        if (order)
            return order;
    }
    return 0;
}

static void add_name(const struct path *path, const struct value *value, struct buf *out) {
    enum field_type type = path_type(path);
    if (value->state != VALUE_PRESENT)
        buf_add(out, value->state == VALUE_MISSING ? STR("missing") : STR("n/a"));
    else if (type == FIELD_REF)
        buf_add(out, value->ref->id);
    else if (type == FIELD_TEXT)
        buf_add(out, value->text);
    else if (type == FIELD_ENUM)
        buf_add(out, path->field->codes[value->number].name);
    else if (type == FIELD_BOOLEAN)
        buf_add(out, value->number ? STR("true") : STR("false"));
    else if (type == FIELD_DATE)
        buf_add(out, date_iso(out->arena, date_from_number(value->number)));
    else
        buf_number(out, value->number);
}

void cells_finish(struct cells *cells, struct breakdown *breakdown, size_t contribution_count) {
    size_t count = cells->count;
    uint32_t *order = ARENA_ARRAY(cells->arena, uint32_t, count + 1);
    uint32_t *place = ARENA_ARRAY(cells->arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    qsort_r(order, count, sizeof *order, compare_cells, cells);
    breakdown->by = cells->by;
    breakdown->count = count;
    breakdown->cells = ARENA_ARRAY(cells->arena, struct cell, count + 1);
    breakdown->by_name = map_make(cells->arena);
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = &breakdown->cells[i];
        *cell = cells->items[order[i]];
        place[order[i]] = (uint32_t)i;
        struct buf name = buf_make(cells->arena);
        for (size_t k = 0; k < cells->by->count; k++) {
            if (k)
                buf_add_char(&name, '.');
            add_name(&cells->by->keys[k], &cell->keys[k], &name);
            cell->name_ends[k] = name.size;
        }
        cell->name = buf_str(&name);
        map_put(&breakdown->by_name, cell->name, cell);
    }
    for (size_t i = 0; i < contribution_count; i++)
        breakdown->cell_of[i] = place[breakdown->cell_of[i]];
}
