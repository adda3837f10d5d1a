/* What an indicator computed from others publishes, and what nobody may find out. */
#include <stdlib.h>
#include <string.h>

#include "aggregate/suppress.h"
#include "base/arena.h"

struct node *node_new(struct suppression *s, const struct table *table,
                      const struct breakdown *breakdown, struct cell *cell) {
    s->nodes = ARENA_PUSH(s->arena, s->nodes, s->node_count, &s->node_capacity);
    s->nodes[s->node_count] =
        (struct node){.table = table, .breakdown = breakdown, .cell = cell};
    return &s->nodes[s->node_count++];
}

uint32_t column_new(struct suppression *s, struct unknown column) {
    s->columns = ARENA_PUSH(s->arena, s->columns, s->column_count, &s->column_capacity);
    s->columns[s->column_count] = column;
    return (uint32_t)s->column_count++;
}

void target_add(struct suppression *s, const struct vector *vector) {
    struct str bytes = {(const char *)vector->terms, vector->count * sizeof *vector->terms};
    if (vector->count == 0 || map_put(&s->targets_by_terms, bytes, s))
        return;
    s->targets = ARENA_PUSH(s->arena, s->targets, s->target_count, &s->target_capacity);
    s->targets[s->target_count++] = *vector;
}

bool is_small(const struct node *node, size_t row_count) {
    return row_count && row_count < (size_t)node->table->indicator->minimum_cell;
}

/* --- from other indicators */

/* one vector and a multiple of another; a column that both have is added up */
static struct vector vector_plus(struct arena *arena, const struct vector *a,
                                 const struct vector *b, int64_t factor) {
    struct vector sum = {ARENA_ARRAY(arena, struct term, a->count + b->count + 1), 0};
    size_t i = 0, j = 0;
    while (i < a->count || j < b->count) {
        bool left = j == b->count || (i < a->count && a->terms[i].column <= b->terms[j].column);
        bool right =
            i == a->count || (j < b->count && b->terms[j].column <= a->terms[i].column);
        struct term term = {left ? a->terms[i].column : b->terms[j].column,
                            left ? a->terms[i].factor : 0};
        if (right)
            term.factor += factor * b->terms[j].factor;
        i += left;
        j += right;
        if (term.factor)
            sum.terms[sum.count++] = term;
    }
    return sum;
}

/* what brings an operand to the decimals that all share; a limit of the schema keeps it small
 */
static int64_t widening(const struct indicator *indicator, size_t operand) {
    int scale = 0;
    int64_t factor = 1;
    for (size_t i = 0; i < indicator->operand_count; i++)
        if (indicator->operands[i]->scale > scale)
            scale = indicator->operands[i]->scale;
    for (int i = indicator->operands[operand]->scale; i < scale; i++)
        factor *= 10;
    return factor;
}

/* the node of an operand's cell of that name, or of its total; NULL: there is none, or its
 * table has nothing to hide */
static const struct node *operand_node(const struct suppression *s,
                                       const struct indicator *operand,
                                       const struct breakdown *breakdown, struct str name) {
    const struct table *table = &s->tables->items[operand->index];
    size_t node = s->first[operand->index];
    if (node == SIZE_MAX || !breakdown)
        return node == SIZE_MAX ? NULL : &s->nodes[node];
    node++;
    for (size_t b = 0; b < operand->breakdown_count; b++) {
        const struct breakdown *own = &table->breakdowns[b];
        const struct cell *cell =
            str_equal(own->by->name, breakdown->by->name) ? breakdown_find(own, name) : NULL;
        if (cell)
            return &s->nodes[node + (size_t)(cell - own->cells)];
        node += own->count;
    }
    return NULL;
}

/* the rows of all atoms that a sum is about */
static size_t rows_about(const struct suppression *s, const struct vector *vector) {
    struct arena *scratch = arena_new();
    bool *seen = ARENA_ARRAY(scratch, bool, s->atom_count + 1);
    size_t rows = 0;
    for (size_t i = 0; i < vector->count; i++) {
        const struct unknown *column = &s->columns[vector->terms[i].column];
        if (column->atom != UINT32_MAX && seen[column->atom])
            continue;
        if (column->atom != UINT32_MAX)
            seen[column->atom] = true;
        rows += column->row_count;
    }
    arena_free(scratch);
    return rows;
}

static void publish_with(struct node *node, struct vector vector) {
    if (vector.count)
        node->vectors[node->vector_count++] = vector;
}

static void derived_node(struct suppression *s, const struct table *table,
                         const struct breakdown *breakdown, struct cell *cell) {
    const struct indicator *indicator = table->indicator;
    struct vector values[2] = {{0}, {0}}, sum = {0};
    enum aggregation way = indicator->aggregation;
    bool minus = way == AGGREGATE_SUBTRACT || way == AGGREGATE_CHANGE;
    struct node *node = node_new(s, table, breakdown, cell);
    for (size_t i = 0; i < indicator->operand_count; i++) {
        const struct node *from =
            operand_node(s, indicator->operands[i], breakdown, cell->name);
        int64_t factor = widening(indicator, i) * (minus && i ? -1 : 1);
        if (!from)
            continue;
        if (i < COUNT_OF(values))
            values[i] = from->value;
        sum = vector_plus(s->arena, &sum, &from->value, factor);
    }
    if (way == AGGREGATE_SHARE) {
        const struct node *whole = operand_node(s, indicator->operands[0], NULL, STR_EMPTY);
        values[1] = whole ? whole->value : (struct vector){0};
    }
    if (way == AGGREGATE_ADD || way == AGGREGATE_SUBTRACT) {
        node->value = sum;
        node->row_count = rows_about(s, &sum);
        publish_with(node, sum);
        return;
    }
    node->row_count = rows_about(s, &values[0]);
    publish_with(node, values[0]); /* of a change too: its difference is given with the first */
    publish_with(node, values[1]);
}

void derived_nodes(struct suppression *s, const struct table *table) {
    struct table *own = &s->tables->items[table->indicator->index];
    s->first[table->indicator->index] = s->node_count;
    derived_node(s, table, NULL, &own->total);
    for (size_t b = 0; b < table->indicator->breakdown_count; b++)
        for (size_t i = 0; i < own->breakdowns[b].count; i++)
            derived_node(s, table, &own->breakdowns[b], &own->breakdowns[b].cells[i]);
}

/* --- what nobody may find out */

static void small_cells(struct suppression *s) {
    for (size_t i = 0; i < s->node_count; i++) {
        const struct node *node = &s->nodes[i];
        enum aggregation way = node->table->indicator->aggregation;
        bool published =
            way != AGGREGATE_SHARE && way != AGGREGATE_QUOTIENT && way != AGGREGATE_CHANGE;
        for (size_t v = 0; v < node->vector_count && published; v++)
            if (is_small(node, rows_about(s, &node->vectors[v])))
                target_add(s, &node->vectors[v]);
    }
}

static bool holds_all(const struct vector *whole, const struct vector *part) {
    size_t i = 0;
    for (size_t j = 0; j < part->count; j++) {
        while (i < whole->count && whole->terms[i].column < part->terms[j].column)
            i++;
        if (i == whole->count || whole->terms[i].column != part->terms[j].column)
            return false;
    }
    return true;
}

struct sized { /* a sum of rows or of amounts, and how many rows it is about */
    const struct vector *vector;
    size_t rows, minimum;
};

static int compare_sized(const void *left, const void *right) {
    const struct sized *a = left, *b = right;
    if (a->rows != b->rows)
        return a->rows < b->rows ? -1 : 1;
    size_t least = a->vector->count < b->vector->count ? a->vector->count : b->vector->count;
    int order = memcmp(a->vector->terms, b->vector->terms, least * sizeof(struct term));
    return order
               ? order
               : (a->vector->count > b->vector->count) - (a->vector->count < b->vector->count);
}

/* each different sum once */
static struct sized *sized_sums(struct suppression *s, size_t *count) {
    struct sized *sums = ARENA_ARRAY(s->arena, struct sized, s->node_count * NODE_VECTORS + 1);
    size_t all = 0;
    for (size_t i = 0; i < s->node_count; i++)
        for (size_t v = 0; v < s->nodes[i].vector_count; v++)
            if (s->nodes[i].table->indicator->from) {
                const struct vector *vector = &s->nodes[i].vectors[v];
                sums[all++] =
                    (struct sized){vector, rows_about(s, vector),
                                   (size_t)s->nodes[i].table->indicator->minimum_cell};
            }
    qsort(sums, all, sizeof *sums, compare_sized);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (*count == 0 || compare_sized(&sums[*count - 1], &sums[i]) != 0)
            sums[(*count)++] = sums[i];
    return sums;
}

/* Of two groups of which one holds the other, the rest between them is a group too. */
static void rests_between(struct suppression *s) {
    size_t count;
    const struct sized *sums = sized_sums(s, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count && sums[j].rows < sums[i].rows + sums[i].minimum; j++)
            if (sums[j].rows > sums[i].rows && holds_all(sums[j].vector, sums[i].vector)) {
                struct vector rest = vector_plus(s->arena, sums[j].vector, sums[i].vector, -1);
                target_add(s, &rest);
            }
}

void targets_make(struct suppression *s) {
    small_cells(s);
    rests_between(s);
}
