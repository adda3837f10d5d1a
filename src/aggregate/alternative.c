/* For each target another table of whole numbers: one that fits everything published, and in
 * which the target is another number. Looked for among the changes that no published sum
 * notices: each of them both ways, then several together. A hidden cell is known not to be
 * empty, and so is a column of its own here, the sum of its columns. */
#include "aggregate/suppress.h"

#include <string.h>

#include "base/arena.h"

struct search {
    struct suppression *s;
    struct arena *scratch;
    struct vector *changes;
    size_t count;
    struct unknown *columns; /* those of the system, then the hidden cells */
    size_t column_count;
    bool *free; /* by target: it has another value */
    int64_t *dense;
};

/* --- hidden cells */

/* to which hidden cells each column belongs */
struct membership {
    size_t *cells, count, capacity;
};

static void add_cell(struct search *search, struct membership *of,
                     const struct vector *vector) {
    const struct unknown *columns = search->s->columns;
    struct unknown cell = {.bounded = true,
                           .least = columns[vector->terms[0].column].cell_least};
    int128_t value = 0;
    for (size_t i = 0; i < vector->count; i++) {
        const struct unknown *column = &columns[vector->terms[i].column];
        value += column->value;
        cell.bounded &= column->bounded;
    }
    cell.value = value > INT64_MAX ? INT64_MAX : (int64_t)value;
    if (!cell.bounded || cell.value < cell.least)
        return;
    for (size_t i = 0; i < vector->count; i++) {
        struct membership *member = &of[vector->terms[i].column];
        member->cells =
            ARENA_PUSH(search->scratch, member->cells, member->count, &member->capacity);
        member->cells[member->count++] = search->column_count;
    }
    search->columns[search->column_count++] = cell;
}

/* a change of columns is one of the cells that hold them */
static void extend(struct search *search, const struct membership *of, struct vector *change) {
    size_t count = change->count, most = count;
    for (size_t i = 0; i < change->count; i++)
        most += of[change->terms[i].column].count;
    struct term *terms = ARENA_ARRAY(search->scratch, struct term, most + 1);
    memcpy(terms, change->terms, count * sizeof *terms);
    for (size_t i = 0; i < change->count; i++) {
        const struct membership *member = &of[change->terms[i].column];
        for (size_t j = 0; j < member->count; j++) {
            if (search->dense[member->cells[j]] == 0)
                terms[count++] = (struct term){member->cells[j], 0};
            search->dense[member->cells[j]] += change->terms[i].factor;
        }
    }
    size_t kept = change->count;
    for (size_t i = change->count; i < count;
         i++) { /* one may stand there twice, as 0 between */
        terms[kept] = (struct term){terms[i].column, search->dense[terms[i].column]};
        search->dense[terms[i].column] = 0;
        kept += terms[kept].factor != 0;
    }
    *change = (struct vector){terms, kept};
}

static void add_hidden_cells(struct search *search) {
    struct suppression *s = search->s;
    struct membership *of =
        ARENA_ARRAY(search->scratch, struct membership, s->column_count + 1);
    struct map seen = map_make(search->scratch);
    size_t most = s->column_count + s->node_count * NODE_VECTORS;
    search->columns = ARENA_ARRAY(search->scratch, struct unknown, most + 1);
    search->dense = ARENA_ARRAY(search->scratch, int64_t, most + 1);
    memcpy(search->columns, s->columns, s->column_count * sizeof *s->columns);
    search->column_count = s->column_count;
    for (size_t i = 0; i < s->node_count; i++)
        for (size_t v = 0; v < s->nodes[i].vector_count; v++) {
            const struct vector *vector = &s->nodes[i].vectors[v];
            struct str bytes = {(const char *)vector->terms,
                                vector->count * sizeof *vector->terms};
            if (!s->nodes[i].shown && s->nodes[i].table->indicator->from &&
                !map_put(&seen, bytes, search))
                add_cell(search, of, vector);
        }
    for (size_t i = 0; i < search->count; i++)
        extend(search, of, &search->changes[i]);
}

/* --- one change at a time */

/* can the columns all be changed so, that many times? */
static bool possible(const struct search *search, const struct vector *change, int times) {
    for (size_t i = 0; i < change->count; i++) {
        const struct unknown *column = &search->columns[change->terms[i].column];
        int128_t value = (int128_t)column->value + times * change->terms[i].factor;
        if (column->bounded && value < column->least)
            return false;
    }
    return true;
}

static bool changed(const struct vector *target, const int64_t *dense) {
    int128_t difference = 0;
    for (size_t i = 0; i < target->count; i++)
        difference += (int128_t)target->terms[i].factor * dense[target->terms[i].column];
    return difference != 0;
}

/* frees the targets that the change in the scratch alters */
static void free_targets(struct search *search) {
    for (size_t t = 0; t < search->s->target_count; t++)
        search->free[t] = search->free[t] || changed(&search->s->targets[t], search->dense);
}

static void apply(struct search *search, const struct vector *change) {
    for (size_t i = 0; i < change->count; i++)
        search->dense[change->terms[i].column] = change->terms[i].factor;
    free_targets(search);
    for (size_t i = 0; i < change->count; i++)
        search->dense[change->terms[i].column] = 0;
}

static void find_changes(struct search *search) {
    for (size_t i = 0; i < search->count; i++)
        if (possible(search, &search->changes[i], 1) ||
            possible(search, &search->changes[i], -1))
            apply(search, &search->changes[i]);
}

/* --- several changes at once */

enum { STEPS = 12, STARTS = 12 };

/* by how much the columns fall below what they can be, with that change added so many times */
static int128_t shortfall(const struct search *search, const struct vector *change, int times,
                          int128_t before) {
    int128_t short_by = before;
    for (size_t i = 0; i < change->count; i++) {
        uint64_t at = change->terms[i].column;
        const struct unknown *column = &search->columns[at];
        int128_t room = (int128_t)column->value - column->least + search->dense[at];
        int128_t after = room + times * change->terms[i].factor;
        if (column->bounded)
            short_by += (after < 0 ? -after : 0) - (room < 0 ? -room : 0);
    }
    return short_by;
}

static void add_change(struct search *search, const struct vector *change, int times) {
    for (size_t i = 0; i < change->count; i++)
        search->dense[change->terms[i].column] += times * change->terms[i].factor;
}

/* the change that brings the columns nearest to what they can be; 0: none does */
static int best_step(struct search *search, const struct vector *target, int128_t short_by,
                     size_t *best) {
    int times = 0;
    int128_t least = short_by;
    for (size_t i = 0; i < search->count; i++)
        for (int way = -1; way <= 1; way += 2) {
            int128_t after = shortfall(search, &search->changes[i], way, short_by);
            if (after >= least)
                continue;
            add_change(search, &search->changes[i], way);
            bool still = changed(target, search->dense);
            add_change(search, &search->changes[i], -way);
            if (!still)
                continue;
            least = after;
            times = way;
            *best = i;
        }
    return times;
}

/* from one change, step by step, to one that is possible */
static bool reaches(struct search *search, const struct vector *target, size_t start,
                    int times) {
    int128_t short_by = shortfall(search, &search->changes[start], times, 0);
    add_change(search, &search->changes[start], times);
    bool ok = changed(target, search->dense);
    for (int step = 0; ok && short_by && step < STEPS; step++) {
        size_t next = 0;
        int way = best_step(search, target, short_by, &next);
        ok = way != 0;
        if (!ok)
            break;
        short_by = shortfall(search, &search->changes[next], way, short_by);
        add_change(search, &search->changes[next], way);
    }
    ok = ok && short_by == 0;
    if (ok)
        free_targets(search); /* of others, which need not be searched */
    memset(search->dense, 0, search->column_count * sizeof *search->dense);
    return ok;
}

static bool has_other(struct search *search, const struct vector *target) {
    int starts = 0;
    for (size_t i = 0; i < search->count && starts < STARTS; i++) {
        add_change(search, &search->changes[i], 1);
        bool concerns = changed(target, search->dense);
        add_change(search, &search->changes[i], -1);
        if (!concerns)
            continue;
        starts++;
        if (reaches(search, target, i, 1) || reaches(search, target, i, -1))
            return true;
    }
    return false;
}

/* --- what else to hide */

static bool overlap(const struct node *node, const bool *columns) {
    for (size_t v = 0; v < node->vector_count; v++)
        for (size_t i = 0; i < node->vectors[v].count; i++)
            if (columns[node->vectors[v].terms[i].column])
                return true;
    return false;
}

static void mark(bool *columns, const struct vector *vector, bool as) {
    for (size_t i = 0; i < vector->count; i++)
        columns[vector->terms[i].column] = as;
}

static bool finer(const struct node *a, const struct node *b) {
    size_t a_keys = a->breakdown ? a->breakdown->by->count : 0;
    size_t b_keys = b->breakdown ? b->breakdown->by->count : 0;
    return a_keys != b_keys ? a_keys > b_keys : a->row_count < b->row_count;
}

static bool same_vector(const struct vector *a, const struct vector *b) {
    return a->count == b->count &&
           (a->count == 0 || memcmp(a->terms, b->terms, a->count * sizeof *a->terms) == 0);
}

/* a cell in all tables that have it */
static void bar(struct suppression *s, struct node *node) {
    for (size_t i = 0; i < s->node_count; i++)
        for (size_t v = 0; v < s->nodes[i].vector_count; v++)
            for (size_t w = 0; w < node->vector_count; w++)
                s->nodes[i].barred |= same_vector(&s->nodes[i].vectors[v], &node->vectors[w]);
}

/* The smallest cell that is shown beside the target in the smallest shown sum with both; else
 * that sum itself. `taken`: columns that another target of this round has hidden something of;
 * that may help this one too. */
static bool bar_beside(struct search *search, const struct vector *target, bool *columns,
                       bool *taken) {
    struct suppression *s = search->s;
    struct node *sum = NULL, *beside = NULL;
    mark(columns, target, true);
    for (size_t i = 0; i < s->node_count; i++)
        if (s->nodes[i].shown && !s->nodes[i].barred && overlap(&s->nodes[i], columns) &&
            (!sum || finer(&s->nodes[i], sum)))
            sum = &s->nodes[i];
    mark(columns, target, false);
    if (!sum || overlap(sum, taken))
        return false;
    for (size_t v = 0; v < sum->vector_count; v++) {
        mark(columns, &sum->vectors[v], true);
        mark(taken, &sum->vectors[v], true);
    }
    for (size_t i = 0; i < s->node_count; i++)
        if (s->nodes[i].shown && !s->nodes[i].barred && s->nodes[i].row_count &&
            finer(&s->nodes[i], sum) && overlap(&s->nodes[i], columns) &&
            (!beside || finer(&s->nodes[i], beside)))
            beside = &s->nodes[i];
    for (size_t v = 0; v < sum->vector_count; v++)
        mark(columns, &sum->vectors[v], false);
    bar(s, beside ? beside : sum);
    return true;
}

bool bar_more(struct suppression *s, struct space *space) {
    struct search search = {.s = s, .scratch = arena_new()};
    search.changes = space_kernel(space, search.scratch, &search.count);
    search.free = ARENA_ARRAY(search.scratch, bool, s->target_count + 1);
    bool *columns = ARENA_ARRAY(search.scratch, bool, s->column_count + 1);
    bool *taken = ARENA_ARRAY(search.scratch, bool, s->column_count + 1), any = false;
    add_hidden_cells(&search);
    find_changes(&search);
    for (size_t t = 0; t < s->target_count; t++)
        if (!search.free[t] && !has_other(&search, &s->targets[t]))
            any |= bar_beside(&search, &s->targets[t], columns, taken);
    arena_free(search.scratch);
    return any;
}
