/* A growing list; all meaning is in the header. */
#include "model/drawing.h"

#include "base/arena.h"
#include "base/guard.h"

struct drawing *drawing_new(struct arena *arena, int64_t width, int64_t height) {
    struct drawing *drawing = ARENA_NEW(arena, struct drawing);
    drawing->width = width;
    drawing->height = height;
    return drawing;
}

struct drawing_item *drawing_add(struct arena *arena, struct drawing *drawing,
                                 struct drawing_item item) {
    ASSERT(item.kind == DRAWING_RECT || item.kind == DRAWING_LINE || item.size > 0);
    drawing->items = ARENA_PUSH(arena, drawing->items, drawing->count, &drawing->capacity);
    drawing->items[drawing->count] = item;
    return &drawing->items[drawing->count++];
}

void drawing_cut(struct arena *arena, struct drawing *drawing, int64_t y) {
    ASSERT(drawing->cut_count == 0 || drawing->cuts[drawing->cut_count - 1] < y);
    drawing->cuts =
        ARENA_PUSH(arena, drawing->cuts, drawing->cut_count, &drawing->cut_capacity);
    drawing->cuts[drawing->cut_count++] = y;
}
