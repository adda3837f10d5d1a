/* map.h: names to pointers; iteration is in the order of insertion, so output never depends on
 * a hash. Keys are borrowed slices and must outlive the map.
 *
 *     struct map map = map_make(arena);
 *     void *old = map_put(&map, key, value);     // NULL, or the value that stays in its place
 *     for (size_t i = 0; i < map.count; i++) map.entries[i].key …
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/str.h"

struct map_entry {
    struct str key;
    void *value;
    uint64_t hash;
};

struct map {
    struct arena *arena;
    struct map_entry *entries;
    size_t count, capacity;
    uint32_t *slots; /* position + 1 in entries, 0 is free */
    size_t slot_count;
};

struct map map_make(struct arena *arena);

/* Inserts a key that is not there and returns NULL; when it is there, returns the value it has
 * and changes nothing. The value must not be NULL. */
void *map_put(struct map *map, struct str key, void *value);

void *map_get(const struct map *map, struct str key); /* NULL when absent */

/* The key nearest in spelling (for "did you mean"), or an empty slice. */
struct str map_nearest(const struct map *map, struct str key);

#endif
