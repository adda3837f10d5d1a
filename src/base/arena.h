/* arena.h: memory that is freed all at once.
 *
 * A function that returns something allocated takes the arena first: the result lives as long
 * as that arena. Nothing is freed on its own. Allocation never returns NULL: when memory ends
 * the program says so and exits with status 3 before anything is published (out/ changes last,
 * in one step, so the old site stays). Memory is zeroed. malloc and free stand in arena.c only.
 *
 *     struct arena *arena = arena_new();
 *     struct row *rows = ARENA_ARRAY(arena, struct row, count);
 *     arena_free(arena);
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/guard.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */

/* forgets all allocations and keeps the memory for the next ones */
void arena_reset(struct arena *arena);

/* A place to go back to: what is allocated after it is forgotten by arena_release, so that work
 * done item by item needs the room of one.
 *     struct arena_mark mark = arena_mark(scratch);
 *     …
 *     arena_release(scratch, mark); */
struct arena_mark {
    void *block;
    size_t block_used, used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

void *arena_alloc(struct arena *arena, size_t size);

/* Grows an allocation, in place when it is the newest one. The new bytes are zero, the old ones
 * kept. old may be NULL with old_size 0. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

/* bytes handed out since the arena was made or reset */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count)                                                        \
    ((type *)arena_alloc((arena), size_mul((count), sizeof(type))))

/* Room for one more item in a growing array: doubles `items` when count reaches *capacity.
 *     list->items = ARENA_PUSH(arena, list->items, list->count, &list->capacity);
 *     list->items[list->count++] = item; */
#define ARENA_PUSH(arena, items, count, capacity)                                              \
    arena_push((arena), (items), (count), (capacity), sizeof *(items))
void *arena_push(struct arena *arena, void *items, size_t count, size_t *capacity,
                 size_t item_size);

/* For libraries that bring their own allocation hooks (cmark, libharu): the same promise,
 * memory or a clean exit with status 3. */
void *memory_get(size_t count, size_t size);
void *memory_resize(void *old, size_t size);
void memory_release(void *old);

#endif
