/* Small cells are hidden, and as many others as are needed: see suppress.h. */
#include "aggregate/suppress.h"

#include <stdlib.h>

#include "base/arena.h"

/* --- the system */

/* what is published, and what that is computed from */
static void mark_needed(struct suppression *s) {
    const struct indicators *all = &s->checked->indicators;
    s->needed = ARENA_ARRAY(s->arena, bool, all->count + 1);
    for (size_t i = all->count; i-- > 0;) {
        const struct indicator *indicator = all->order[i];
        s->needed[indicator->index] |= indicator->visibility <= s->checked->site.audience;
        for (size_t j = 0; s->needed[indicator->index] && j < indicator->operand_count; j++)
            s->needed[indicator->operands[j]->index] = true;
    }
}

static void make_nodes(struct suppression *s) {
    const struct schema *schema = &s->checked->schema;
    const struct indicators *all = &s->checked->indicators;
    s->first = ARENA_ARRAY(s->arena, size_t, all->count + 1);
    for (size_t i = 0; i < all->count; i++)
        s->first[i] = SIZE_MAX;
    for (size_t t = 0; t < schema->count; t++) {
        bool concerned = false;
        for (size_t i = 0; i < all->count; i++)
            concerned |= s->needed[i] && all->items[i]->from == schema->types[t] &&
                         all->items[i]->minimum_cell > 0;
        if (concerned)
            atoms_make(s, schema->types[t]);
    }
    for (size_t i = 0; i < all->count; i++) {
        const struct indicator *indicator = all->order[i];
        if (indicator_is_derived(indicator) && indicator->minimum_cell &&
            s->needed[indicator->index])
            derived_nodes(s, &s->tables->items[indicator->index]);
    }
}

/* --- what may be shown */

/* totals first, then what has fewer keys, then what has more rows */
static int compare_nodes(const void *left, const void *right) {
    const struct node *a = *(struct node *const *)left, *b = *(struct node *const *)right;
    size_t a_keys = a->breakdown ? a->breakdown->by->count : 0;
    size_t b_keys = b->breakdown ? b->breakdown->by->count : 0;
    if (a_keys != b_keys)
        return a_keys < b_keys ? -1 : 1;
    if (a->row_count != b->row_count)
        return a->row_count > b->row_count ? -1 : 1;
    return (a > b) - (a < b);
}

struct showing {
    struct arena *scratch;
    struct space *space;
    struct vector *targets; /* what is not determined of them */
    size_t target_count;
};

/* Would these sums, with what is shown already, determine a target? */
static bool exposes(const struct showing *showing, const struct vector *rests, size_t count) {
    for (size_t t = 0; t < showing->target_count; t++) {
        struct vector target = showing->targets[t];
        for (size_t i = 0; i < count && target.count; i++)
            target = vector_without(showing->scratch, &target, &rests[i]);
        if (target.count == 0)
            return true;
    }
    return false;
}

static bool show(struct showing *showing, const struct node *node) {
    struct vector rests[NODE_VECTORS];
    size_t count = 0;
    for (size_t v = 0; v < node->vector_count; v++) {
        struct vector rest = space_reduce(showing->space, &node->vectors[v]);
        for (size_t i = 0; i < count && rest.count; i++)
            rest = vector_without(showing->scratch, &rest, &rests[i]);
        if (rest.count)
            rests[count++] = rest;
    }
    if (count && exposes(showing, rests, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        space_add(showing->space, &rests[i]);
        for (size_t t = 0; t < showing->target_count; t++)
            showing->targets[t] =
                vector_without(showing->scratch, &showing->targets[t], &rests[i]);
    }
    return true;
}

static bool is_published(const struct suppression *s, const struct node *node) {
    return node->table->indicator->visibility <= s->checked->site.audience;
}

static bool is_determined(struct space *space, const struct node *node) {
    bool determined = true;
    for (size_t v = 0; v < node->vector_count && determined; v++)
        determined = space_reduce(space, &node->vectors[v]).count == 0;
    return determined;
}

/* one attempt; false: more had to be barred */
static bool show_all(struct suppression *s, struct node *const *order) {
    struct arena *scratch = arena_new();
    struct showing showing = {.scratch = scratch,
                              .space = space_new(scratch, s->column_count),
                              .targets = ARENA_ARRAY(scratch, struct vector, s->target_count),
                              .target_count = s->target_count};
    for (size_t t = 0; t < s->target_count; t++)
        showing.targets[t] = space_reduce(showing.space, &s->targets[t]);
    for (size_t i = 0; i < s->node_count; i++) {
        order[i]->shown =
            is_published(s, order[i]) && !order[i]->barred && show(&showing, order[i]);
    }
    for (size_t i = 0; i < s->node_count; i++) /* to hide what anyone can add up is no use */
        if (!order[i]->shown && is_determined(showing.space, order[i]))
            order[i]->shown = is_published(s, order[i]);
    bool done = !bar_more(s, showing.space);
    arena_free(scratch);
    return done;
}

void suppress_small(struct shared *shared, const struct tables *tables) {
    struct suppression s = {
        .arena = arena_new(), .shared = shared, .checked = shared->checked, .tables = tables};
    s.targets_by_terms = map_make(s.arena);
    mark_needed(&s);
    make_nodes(&s);
    targets_make(&s);
    struct node **order = ARENA_ARRAY(s.arena, struct node *, s.node_count + 1);
    for (size_t i = 0; i < s.node_count; i++)
        order[i] = &s.nodes[i];
    qsort(order, s.node_count, sizeof *order, compare_nodes);
    while (s.target_count && !show_all(&s, order))
        continue;
    for (size_t i = 0; i < s.node_count && s.target_count; i++)
        s.nodes[i].cell->hidden = !s.nodes[i].shown;
    arena_free(s.arena);
}
