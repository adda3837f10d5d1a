/* The rows that a path leads from to one record: "district = here" on the page of each district
 * would else look at every commune, for every district. Found for all records at once, when the
 * first page asks. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

struct bucket {
    struct row **items;
    size_t count, capacity;
};

struct collecting {
    struct arena *arena;
    struct map *buckets; /* where a record is → struct bucket * */
    struct row *row;
};

static struct str key_of(const struct row *const *record) {
    return (struct str){(const char *)record, sizeof *record};
}

static bool collect(const struct value *value, const void *context) {
    const struct collecting *to = context;
    if (value->state != VALUE_PRESENT)
        return false;
    struct bucket *bucket = map_get(to->buckets, key_of(&value->ref));
    if (!bucket) {
        const struct row **record = ARENA_NEW(to->arena, const struct row *);
        *record = value->ref;
        bucket = ARENA_NEW(to->arena, struct bucket);
        map_put(to->buckets, key_of(record), bucket);
    }
    if (bucket->count && bucket->items[bucket->count - 1] == to->row)
        return false; /* a list that names the record twice */
    bucket->items = ARENA_PUSH(to->arena, bucket->items, bucket->count, &bucket->capacity);
    bucket->items[bucket->count++] = to->row;
    return false;
}

static struct map *buckets_of(struct composer *composer, const struct rowset *set,
                              const struct path *path) {
    struct arena *arena = composer->lasting;
    struct str name =
        str_format(arena, "%.*s %.*s", STR_ARG(set->type->name), STR_ARG(path->text));
    struct map *buckets = map_get(&composer->related, name);
    if (buckets)
        return buckets;
    buckets = ARENA_NEW(arena, struct map);
    *buckets = map_make(arena);
    map_put(&composer->related, name, buckets);
    for (size_t i = 0; i < set->count; i++)
        path_some(path, set->items[i], collect,
                  &(struct collecting){arena, buckets, set->items[i]});
    return buckets;
}

/* the part of a condition that all rows must satisfy and that asks for the page's own record */
static const struct expression *own_record(const struct expression *e) {
    if (!e)
        return NULL;
    if (e->kind == EXPRESSION_AND) {
        const struct expression *left = own_record(e->left);
        return left ? left : own_record(e->right);
    }
    bool own = e->kind == EXPRESSION_COMPARE && e->comparison == COMPARE_EQUAL && e->here &&
               path_type(&e->path) == FIELD_REF && !e->operands[0].path;
    return own ? e : NULL;
}

void related_rows(struct composer *composer, const struct rowset *set,
                  const struct expression *filter, const struct row *record,
                  struct row *const **items, size_t *count) {
    const struct expression *own = record ? own_record(filter) : NULL;
    *items = set->items;
    *count = set->count;
    if (!own)
        return;
    const struct bucket *bucket =
        map_get(buckets_of(composer, set, &own->path), key_of(&record));
    *items = bucket ? bucket->items : NULL;
    *count = bucket ? bucket->count : 0;
}
