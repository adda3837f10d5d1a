/* The whole document, in as many passes as it takes: numbers of pages are those of the pass
 * before until they no longer change, and a document that must fit its sheets is set smaller
 * until it does.
 */
#include "render/pdf/layout.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum {
    PERMILLE_LEAST = 700, /* 14 pt becomes 9.8 pt at the least */
    PERMILLE_STEP = 50,
    PASSES_MOST = 5
};

static void reduce(struct layout *layout, int64_t permille) {
    for (size_t i = 0; i < layout->count; i++) {
        struct sheet *sheet = &layout->sheets[i];
        bool landscape = sheet->width > sheet->height;
        sheet->width = landscape ? PAGE_HEIGHT : PAGE_WIDTH;
        sheet->height = landscape ? PAGE_WIDTH : PAGE_HEIGHT;
        for (size_t j = 0; j < sheet->count; j++) {
            struct mark *mark = &sheet->marks[j];
            int32_t *lengths[] = {&mark->x, &mark->y, &mark->width, &mark->height, &mark->size};
            for (size_t k = 0; k < COUNT_OF(lengths); k++) /* height may be stretch */
                *lengths[k] = mark_length(*lengths[k] * permille / 1000);
        }
    }
    for (size_t i = 0; i < layout->bookmark_count; i++)
        layout->bookmarks[i].y = layout->bookmarks[i].y * permille / 1000;
    for (size_t i = 0; i < layout->wording_count; i++)
        for (size_t k = 0; k < COUNT_OF(layout->wordings[i].box); k++)
            layout->wordings[i].box[k] = layout->wordings[i].box[k] * permille / 1000;
    for (size_t i = 0; i < layout->anchors.count; i++) {
        struct anchor *anchor = layout->anchors.entries[i].value;
        anchor->y = anchor->y * permille / 1000;
    }
}

static void one_pass(struct flow *flow) {
    flow->layout = ARENA_NEW(flow->arena, struct layout);
    flow->layout->style = flow->style;
    flow->frame = frame_of(flow->style, flow->permille, false);
    flow->left = flow->frame.left;
    flow->width = flow->frame.text_width;
    elements_start(flow);
    flow_new_sheet(flow);
    flow_title(flow);
    flow_blocks(flow, flow->document->root);
    flow_signature(flow);
    flow_end_sheet(flow);
    while (notes_left(flow) && !flow->layout->overfull) {
        flow_new_sheet(flow);
        flow_end_sheet(flow);
    }
}

/* are all places on the pages they were on in the pass before? */
static bool settled(const struct map *before, const struct map *now) {
    if (!before || before->count != now->count)
        return false;
    for (size_t i = 0; i < now->count; i++) {
        const struct anchor *then = map_get(before, now->entries[i].key);
        const struct anchor *here = now->entries[i].value;
        if (!then || then->sheet != here->sheet)
            return false;
    }
    return true;
}

/* the places of a pass, which outlive it */
static struct map *kept(struct arena *arena, const struct map *anchors) {
    struct map *map = ARENA_NEW(arena, struct map);
    *map = map_make(arena);
    for (size_t i = 0; i < anchors->count; i++) {
        struct anchor *anchor = ARENA_NEW(arena, struct anchor);
        *anchor = *(const struct anchor *)anchors->entries[i].value;
        map_put(map, str_copy(arena, anchors->entries[i].key), anchor);
    }
    return map;
}

/* Each pass takes the room of the one before. */
static struct layout *lay_out(const struct flow *start, struct arena *known, int64_t permille) {
    struct flow flow = *start;
    struct arena_mark mark = arena_mark(start->arena);
    for (int pass = 0; pass < PASSES_MOST; pass++) {
        const struct map *before = flow.known;
        flow = *start;
        flow.permille = permille;
        flow.known = before;
        one_pass(&flow);
        if (!flow.asked || settled(before, &flow.layout->anchors) || pass + 1 == PASSES_MOST)
            break;
        arena_reset(known);
        flow.known = kept(known, &flow.layout->anchors);
        arena_release(start->arena, mark);
    }
    if (permille != 1000)
        reduce(flow.layout, permille);
    return flow.layout;
}

struct layout *layout_make(struct arena *arena, const struct site *site,
                           const struct locale *locale, const struct text_metrics *metrics,
                           const struct document *document) {
    struct print_style *usual = ARENA_NEW(arena, struct print_style);
    *usual = print_style_default();
    struct arena *scratch = arena_new(), *page = arena_new(), *known = arena_new();
    struct flow flow = {.arena = arena,
                        .scratch = scratch,
                        .page = page,
                        .style = document->style ? document->style : usual,
                        .site = site,
                        .locale = locale,
                        .metrics = metrics,
                        .document = document};
    struct arena_mark mark = arena_mark(arena);
    struct layout *layout = lay_out(&flow, known, 1000);
    for (int64_t permille = 1000 - PERMILLE_STEP;
         document->sheets && layout->count > (size_t)document->sheets &&
         permille >= PERMILLE_LEAST;
         permille -= PERMILLE_STEP) {
        arena_release(arena, mark);
        layout = lay_out(&flow, known, permille);
    }
    arena_free(known);
    arena_free(scratch);
    arena_free(page);
    return layout;
}
