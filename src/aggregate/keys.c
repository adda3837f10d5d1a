/* The different keys of a breakdown. One lookup a row: an array for a single reference, else a
 * hash of the values' bytes. */
#include "aggregate/internal.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"

struct keys keys_make(struct arena *arena, const struct dataset *dataset, const struct by *by) {
    struct keys keys = {.arena = arena,
                        .by = by,
                        .by_name = map_make(arena),
                        .index = map_make(arena),
                        .bytes = buf_make(arena)};
    if (by->count == 1 && path_type(&by->keys[0]) == FIELD_REF)
        keys.direct =
            ARENA_ARRAY(arena, uint32_t, dataset_rows(dataset, by->keys[0].target)->count + 1);
    return keys;
}

/* bytes that tell two values of a path apart */
static void value_bytes(const struct path *path, const struct value *value, struct buf *out) {
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

static uint32_t key_add(struct keys *keys, const struct value *const *values) {
    keys->items = ARENA_PUSH(keys->arena, keys->items, keys->count, &keys->capacity);
    struct value *copy = ARENA_ARRAY(keys->arena, struct value, keys->by->count);
    for (size_t i = 0; i < keys->by->count; i++)
        copy[i] = *values[i];
    keys->items[keys->count] = (struct key){.values = copy};
    return (uint32_t)keys->count++;
}

uint32_t keys_of(struct keys *keys, const struct value *const *values) {
    if (keys->direct && values[0]->state == VALUE_PRESENT) {
        uint32_t *position = &keys->direct[values[0]->ref->index];
        if (*position == 0)
            *position = key_add(keys, values) + 1;
        return *position - 1;
    }
    buf_clear(&keys->bytes);
    for (size_t i = 0; i < keys->by->count; i++)
        value_bytes(&keys->by->keys[i], values[i], &keys->bytes);
    void *position = map_get(&keys->index, buf_str(&keys->bytes));
    if (!position) {
        position = (void *)(uintptr_t)(key_add(keys, values) + 1u);
        map_put(&keys->index, str_copy(keys->arena, buf_str(&keys->bytes)), position);
    }
    return (uint32_t)((uintptr_t)position - 1u);
}

static int compare_values(const struct path *path, const struct value *a,
                          const struct value *b) {
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

static int compare_keys(const void *left, const void *right, void *keys_pointer) {
    const struct keys *keys = keys_pointer;
    const struct key *a = &keys->items[*(const uint32_t *)left];
    const struct key *b = &keys->items[*(const uint32_t *)right];
    for (size_t i = 0; i < keys->by->count; i++) {
        int order = compare_values(&keys->by->keys[i], &a->values[i], &b->values[i]);
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

static void key_name(const struct keys *keys, struct key *key) {
    struct buf name = buf_make(keys->arena);
    for (size_t i = 0; i < keys->by->count; i++) {
        if (i)
            buf_add_char(&name, '.');
        add_name(&keys->by->keys[i], &key->values[i], &name);
        key->name_ends[i] = (uint32_t)name.size;
    }
    key->name = buf_str(&name);
}

uint32_t *keys_sort(struct keys *keys) {
    size_t count = keys->count;
    uint32_t *order = ARENA_ARRAY(keys->arena, uint32_t, count + 1);
    uint32_t *place = ARENA_ARRAY(keys->arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    qsort_r(order, count, sizeof *order, compare_keys, keys);
    struct key *sorted = ARENA_ARRAY(keys->arena, struct key, count + 1);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = keys->items[order[i]];
        place[order[i]] = (uint32_t)i;
        key_name(keys, &sorted[i]);
        map_put(&keys->by_name, sorted[i].name, (void *)(uintptr_t)(i + 1));
    }
    keys->items = sorted;
    return place;
}

struct cell keys_cell(const struct keys *keys, size_t position) {
    const struct key *key = &keys->items[position];
    return (struct cell){.keys = key->values, .name = key->name, .name_ends = key->name_ends};
}
