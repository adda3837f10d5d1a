/* Selections and divisions. Conditions and paths are the same when they are of the same type of
 * row and written the same. */
#include "aggregate/internal.h"
#include "base/arena.h"

static struct selection *find_rows(struct shared *shared, const struct rowset *set,
                                   const struct expression *where) {
    struct selection *selection = ARENA_NEW(shared->arena, struct selection);
    uint32_t *found = ARENA_ARRAY(shared->scratch, uint32_t, set->count + 1);
    for (size_t i = 0; i < set->count; i++)
        if (expression_holds(where, set->items[i]))
            found[selection->count++] = (uint32_t)i;
    uint32_t *rows = ARENA_ARRAY(shared->arena, uint32_t, selection->count + 1);
    for (size_t i = 0; i < selection->count; i++)
        rows[i] = found[i];
    selection->rows = rows;
    return selection;
}

const struct selection *rows_selected(struct shared *shared,
                                      const struct indicator *indicator) {
    struct str where = indicator->where ? span_text(indicator->where_span) : STR_EMPTY;
    struct str name =
        str_format(shared->arena, "%.*s %.*s", STR_ARG(indicator->from->name), STR_ARG(where));
    const struct selection *known = map_get(&shared->selections, name);
    if (known)
        return known;
    struct selection *selection = find_rows(
        shared, dataset_rows(&shared->checked->dataset, indicator->from), indicator->where);
    map_put(&shared->selections, name, selection);
    return selection;
}

const struct column *rows_measured(struct shared *shared, const struct record_type *type,
                                   const struct path *path) {
    struct str name =
        str_format(shared->arena, "%.*s %.*s", STR_ARG(type->name), STR_ARG(path->text));
    struct column *column = map_get(&shared->columns, name);
    if (column)
        return column;
    const struct rowset *set = dataset_rows(&shared->checked->dataset, type);
    column = ARENA_NEW(shared->arena, struct column);
    column->numbers = ARENA_ARRAY(shared->arena, int64_t, set->count + 1);
    column->states = ARENA_ARRAY(shared->arena, unsigned char, set->count + 1);
    for (size_t i = 0; i < set->count; i++) {
        struct value made;
        const struct value *value = path_at(path, set->items[i], &made);
        column->states[i] = (unsigned char)value->state;
        column->numbers[i] = value->number;
    }
    map_put(&shared->columns, name, column);
    return column;
}

static uint32_t key_of(struct keys *keys, const struct by *by, const struct row *row) {
    struct value made[LIMIT_BY_KEYS];
    const struct value *values[LIMIT_BY_KEYS];
    for (size_t i = 0; i < by->count; i++)
        values[i] = path_at(&by->keys[i], row, &made[i]);
    return keys_of(keys, values);
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

/* All that a single key divides the population into is shown: every value that it has, of the
 * parents also where they have no rows. */
static void seed_keys(struct shared *shared, struct division *division,
                      const struct record_type *type, const struct by *by) {
    if (by->count != 1)
        return;
    struct by own = *by;
    if (by->keys[0].through_parent) {
        own.keys[0] = from_parent(&by->keys[0]);
        const struct rowset *parents = dataset_rows(&shared->checked->dataset, type->parent);
        for (size_t i = 0; i < parents->count; i++) {
            struct value made;
            if (path_at(&own.keys[0], parents->items[i], &made)->state == VALUE_PRESENT)
                key_of(&division->keys, &own, parents->items[i]);
        }
    }
    for (size_t i = 0; i < division->keys.count; i++)
        division->keys.items[i].seeded =
            division->keys.items[i].values[0].state == VALUE_PRESENT;
}

static struct division *make_division(struct shared *shared, const struct record_type *type,
                                      const struct by *by) {
    struct division *division = ARENA_NEW(shared->arena, struct division);
    const struct rowset *set = dataset_rows(&shared->checked->dataset, type);
    division->keys = keys_make(shared->arena, &shared->checked->dataset, by);
    division->key_of = ARENA_ARRAY(shared->arena, uint32_t, set->count + 1);
    for (size_t i = 0; i < set->count; i++)
        division->key_of[i] = key_of(&division->keys, by, set->items[i]);
    seed_keys(shared, division, type, by);
    const uint32_t *place = keys_sort(&division->keys);
    for (size_t i = 0; i < set->count; i++)
        division->key_of[i] = place[division->key_of[i]];
    return division;
}

const struct division *rows_divided(struct shared *shared, const struct record_type *type,
                                    const struct by *by) {
    struct buf name = buf_make(shared->arena);
    buf_add(&name, type->name);
    for (size_t i = 0; i < by->count; i++) {
        buf_add_char(&name, ' ');
        buf_add(&name, by->keys[i].text);
    }
    struct division *division = map_get(&shared->divisions, buf_str(&name));
    if (!division) {
        division = make_division(shared, type, by);
        map_put(&shared->divisions, buf_str(&name), division);
    }
    return division;
}
