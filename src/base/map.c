/* Open addressing over a dense array of entries. The hash is FNV-1a with a final mix: keys come
 * from files of the site's owner, not from strangers. */
#include "base/map.h"

#include "base/arena.h"
#include "base/guard.h"

static uint64_t hash_of(struct str key) {
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < key.size; i++)
        hash = (hash ^ (unsigned char)key.data[i]) * 1099511628211u;
    hash ^= hash >> 32;
    return hash * 0x9E3779B97F4A7C15u;
}

struct map map_make(struct arena *arena) {
    return (struct map){.arena = arena};
}

/* the slot that holds the key, or the free one where it belongs */
static size_t slot_of(const struct map *map, struct str key, uint64_t hash) {
    size_t mask = map->slot_count - 1;
    size_t slot = (size_t)(hash >> 20) & mask;
    for (;; slot = (slot + 1) & mask) {
        uint32_t position = map->slots[slot];
        if (position == 0)
            return slot;
        const struct map_entry *entry = &map->entries[position - 1];
        if (entry->hash == hash && str_equal(entry->key, key))
            return slot;
    }
}

static void map_rehash(struct map *map) {
    map->slot_count = map->slot_count ? map->slot_count * 2 : 16;
    map->slots = ARENA_ARRAY(map->arena, uint32_t, map->slot_count);
    for (size_t i = 0; i < map->count; i++) {
        size_t slot = slot_of(map, map->entries[i].key, map->entries[i].hash);
        map->slots[slot] = (uint32_t)(i + 1);
    }
}

void *map_put(struct map *map, struct str key, void *value) {
    ASSERT(value != NULL && map->count < UINT32_MAX - 1);
    if (map->count * 2 >= map->slot_count)
        map_rehash(map);
    uint64_t hash = hash_of(key);
    size_t slot = slot_of(map, key, hash);
    if (map->slots[slot])
        return map->entries[map->slots[slot] - 1].value;
    map->entries = ARENA_PUSH(map->arena, map->entries, map->count, &map->capacity);
    map->entries[map->count++] = (struct map_entry){key, value, hash};
    map->slots[slot] = (uint32_t)map->count;
    return NULL;
}

void *map_get(const struct map *map, struct str key) {
    if (map->count == 0)
        return NULL;
    uint32_t position = map->slots[slot_of(map, key, hash_of(key))];
    return position ? map->entries[position - 1].value : NULL;
}

struct str map_nearest(const struct map *map, struct str key) {
    size_t most = key.size < 4 ? 1 : key.size < 8 ? 2 : 3;
    struct str nearest = STR_EMPTY;
    for (size_t i = 0; i < map->count; i++) {
        size_t distance = str_distance(key, map->entries[i].key, most);
        if (distance <= most && distance < key.size) {
            nearest = map->entries[i].key;
            if (distance == 0)
                break;
            most = distance - 1;
        }
    }
    return nearest;
}
