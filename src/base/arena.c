/* Blocks of growing size, a bump pointer in the newest. Larger blocks keep the number of blocks
 * logarithmic; a reset keeps the largest one. */
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/guard.h"

enum {
    ARENA_ALIGN = 16,
    ARENA_FIRST_BYTES = 16 << 10,
    ARENA_PAGE = 4096,
    ARENA_HUGE_BYTES = 4 << 20,
    ARENA_LARGEST_BYTES = 32 << 20
};

struct block {
    struct block *older;
    size_t size;
    size_t used;
    size_t dirty; /* bytes that were handed out before a reset; the rest is still zero */
    _Alignas(ARENA_ALIGN) unsigned char data[];
};

struct arena {
    struct block *newest;
    void *last; /* the newest allocation, which may grow in place */
    size_t used;
};

static _Noreturn void out_of_memory(void) {
    /* no allocation here: write(2) through an unbuffered stream */
    fputs("tonghop: error: not enough memory; nothing was published [out-of-memory]\n", stderr);
    _Exit(3);
}

void *memory_get(size_t count, size_t size) {
    void *result = calloc(count ? count : 1, size ? size : 1);
    if (!result)
        out_of_memory();
    return result;
}

void *memory_resize(void *old, size_t size) {
    void *result = realloc(old, size ? size : 1);
    if (!result)
        out_of_memory();
    return result;
}

void memory_release(void *old) {
    free(old);
}

struct arena *arena_new(void) {
    return memory_get(1, sizeof(struct arena));
}

static void blocks_free(struct block *block) {
    while (block) {
        struct block *older = block->older;
        memory_release(block);
        block = older;
    }
}

void arena_free(struct arena *arena) {
    if (!arena)
        return;
    blocks_free(arena->newest);
    memory_release(arena);
}

void arena_reset(struct arena *arena) {
    struct block *keep = arena->newest;
    if (keep) {
        blocks_free(keep->older);
        keep->older = NULL;
        keep->dirty = keep->used > keep->dirty ? keep->used : keep->dirty;
        keep->used = 0;
    }
    arena->last = NULL;
    arena->used = 0;
}

struct arena_mark arena_mark(const struct arena *arena) {
    struct block *block = arena->newest;
    return (struct arena_mark){block, block ? block->used : 0, arena->used};
}

void arena_release(struct arena *arena, struct arena_mark mark) {
    if (!mark.block) {
        arena_reset(arena);
        return;
    }
    while (arena->newest != mark.block) {
        struct block *newest = arena->newest;
        ASSERT(newest); /* else the mark is of another arena, or was released before */
        arena->newest = newest->older;
        memory_release(newest);
    }
    struct block *block = arena->newest;
    block->dirty = block->used > block->dirty ? block->used : block->dirty;
    block->used = mark.block_used;
    arena->last = NULL;
    arena->used = mark.used;
}

static void block_add(struct arena *arena, size_t needed) {
    size_t size = ARENA_FIRST_BYTES;
    if (arena->newest)
        size = arena->newest->size < ARENA_LARGEST_BYTES ? arena->newest->size * 2
                                                         : (size_t)ARENA_LARGEST_BYTES;
    if (size < needed)
        size = needed;
    struct block *block = memory_get(1, size_add(sizeof *block, size)); /* zeroed */
    if (size >=
        ARENA_HUGE_BYTES) { /* a hint: fewer page faults, a fifth of the time of a build */
        uintptr_t start = ((uintptr_t)block + ARENA_PAGE - 1) & ~(uintptr_t)(ARENA_PAGE - 1);
        madvise((void *)start, size - ARENA_PAGE, MADV_HUGEPAGE);
    }
    block->older = arena->newest;
    block->size = size;
    arena->newest = block;
}

/* Takes `size` bytes more of the block, and makes those zero that were in use before. */
static void *block_take(struct arena *arena, struct block *block, size_t size) {
    unsigned char *start = block->data + block->used;
    size_t stale = block->dirty > block->used ? block->dirty - block->used : 0;
    memset(start, 0, stale < size ? stale : size);
    block->used += size;
    arena->used += size;
    return start;
}

static size_t aligned(size_t size) {
    return size_add(size, ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
}

void *arena_alloc(struct arena *arena, size_t size) {
    size_t needed = aligned(size ? size : 1);
    if (!arena->newest || arena->newest->size - arena->newest->used < needed)
        block_add(arena, needed);
    arena->last = block_take(arena, arena->newest, needed);
    return arena->last;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size) {
    ASSERT(new_size >= old_size);
    if (old && old == arena->last) {
        struct block *block = arena->newest;
        size_t offset = (size_t)((unsigned char *)old - block->data);
        size_t needed = aligned(new_size ? new_size : 1);
        if (needed <= block->size - offset) {
            size_t end = offset + needed;
            if (end > block->used)
                block_take(arena, block, end - block->used);
            return old;
        }
    }
    void *result = arena_alloc(arena, new_size);
    if (old_size)
        memcpy(result, old, old_size);
    return result;
}

void *arena_push(struct arena *arena, void *items, size_t count, size_t *capacity,
                 size_t item_size) {
    if (count < *capacity)
        return items;
    size_t larger = *capacity ? size_mul(*capacity, 2) : 8;
    void *result =
        arena_grow(arena, items, size_mul(count, item_size), size_mul(larger, item_size));
    *capacity = larger;
    return result;
}

size_t arena_used(const struct arena *arena) {
    return arena->used;
}
