/* The rows of one type, divided by all the tables over them: each cell is a set of atoms. */
#include "aggregate/suppress.h"
#include "base/arena.h"
#include "model/dataset.h"

struct partition { /* to which cell of a breakdown each row belongs; 0: to none, else its number
                     and 1 */
    uint32_t *cell_of;
    const struct breakdown *breakdown; /* NULL: the whole */
};

struct divided { /* one table */
    const struct table *table;
    struct partition *rows, *population; /* the whole, then each breakdown */
    uint32_t first_amount;               /* column of the first atom's amount, of a sum */
};

struct group {
    struct suppression *s;
    struct arena *scratch;
    const struct rowset *set;
    struct divided *tables;
    size_t count;
    uint32_t *atom_of;
    size_t atom_count, *sizes, *sample; /* rows of each atom, and one of them */
    uint32_t first_column;
};

static bool sums(const struct indicator *indicator) {
    return indicator->aggregation == AGGREGATE_SUM ||
           indicator->aggregation == AGGREGATE_AVERAGE;
}

/* The rows that the number is about. Those that report no amount belong to them, but for an
 * average, which tells how many did. */
static bool *rows_of(struct group *group, const struct table *table) {
    bool *in = ARENA_ARRAY(group->scratch, bool, group->set->count + 1);
    bool average = table->indicator->aggregation == AGGREGATE_AVERAGE;
    const struct selection *all = rows_selected(group->s->shared, table->indicator);
    for (size_t i = 0; i < (average ? table->count : all->count); i++)
        in[average ? table->contributors[i] : all->rows[i]] = true;
    return in;
}

static uint32_t cell_of_row(const struct breakdown *breakdown, size_t row) {
    uint32_t key = breakdown->key_of[row];
    return breakdown->place ? breakdown->place[key] : key;
}

static struct partition divide(struct group *group, const bool *in,
                               const struct breakdown *breakdown) {
    struct partition partition = {ARENA_ARRAY(group->scratch, uint32_t, group->set->count + 1),
                                  breakdown};
    for (size_t i = 0; i < group->set->count; i++) {
        uint32_t cell = !in[i] ? CELL_NONE : breakdown ? cell_of_row(breakdown, i) : 0;
        partition.cell_of[i] = cell == CELL_NONE ? 0 : cell + 1;
    }
    return partition;
}

static struct partition *divide_all(struct group *group, const bool *in,
                                    const struct table *table) {
    size_t count = table->indicator->breakdown_count;
    struct partition *partitions = ARENA_ARRAY(group->scratch, struct partition, count + 1);
    partitions[0] = divide(group, in, NULL);
    for (size_t i = 0; i < count; i++)
        partitions[i + 1] = divide(group, in, &table->breakdowns[i]);
    return partitions;
}

/* Rows that were one atom are one no longer when this puts them into different cells. */
static void refine(struct group *group, const struct partition *partition) {
    struct map parts = map_make(group->scratch);
    size_t count = 0;
    for (size_t i = 0; i < group->set->count; i++) {
        uint32_t key[2] = {group->atom_of[i], partition->cell_of[i]};
        struct str bytes = {(const char *)key, sizeof key};
        void *part = map_get(&parts, bytes);
        if (!part) {
            part = (void *)(uintptr_t)++count;
            map_put(&parts, str_copy(group->scratch, bytes), part);
        }
        group->atom_of[i] = (uint32_t)((uintptr_t)part - 1);
    }
}

static void find_atoms(struct group *group) {
    size_t rows = group->set->count;
    group->atom_of = ARENA_ARRAY(group->scratch, uint32_t, rows + 1);
    for (size_t t = 0; t < group->count; t++)
        for (size_t b = 0; b <= group->tables[t].table->indicator->breakdown_count; b++) {
            refine(group, &group->tables[t].rows[b]);
            if (group->tables[t].population)
                refine(group, &group->tables[t].population[b]);
        }
    for (size_t i = 0; i < rows; i++)
        if (group->atom_of[i] >= group->atom_count)
            group->atom_count = group->atom_of[i] + 1u;
    group->sizes = ARENA_ARRAY(group->scratch, size_t, group->atom_count + 1);
    group->sample = ARENA_ARRAY(group->scratch, size_t, group->atom_count + 1);
    for (size_t i = 0; i < rows; i++) {
        group->sizes[group->atom_of[i]]++;
        group->sample[group->atom_of[i]] = i;
    }
}

static void row_columns(struct group *group) {
    struct suppression *s = group->s;
    group->first_column = (uint32_t)s->column_count;
    for (size_t a = 0; a < group->atom_count; a++)
        column_new(s, (struct unknown){.value = (int64_t)group->sizes[a],
                                       .bounded = true,
                                       .cell_least = 1,
                                       .atom = (uint32_t)(s->atom_count + a),
                                       .row_count = group->sizes[a]});
    s->atom_count += group->atom_count;
}

static int64_t clamped(int128_t number) {
    return number > INT64_MAX ? INT64_MAX : number < INT64_MIN ? INT64_MIN : (int64_t)number;
}

/* Amounts of the same field are the same unknowns in all tables. Of amounts that are all
 * positive, or none negative, readers will think so. */
static void amount_columns(struct group *group, struct divided *divided) {
    struct suppression *s = group->s;
    for (struct divided *other = group->tables; other < divided; other++)
        if (sums(other->table->indicator) &&
            str_equal(other->table->indicator->amount.text,
                      divided->table->indicator->amount.text)) {
            divided->first_amount = other->first_amount;
            return;
        }
    divided->first_amount = (uint32_t)s->column_count;
    for (size_t a = 0; a < group->atom_count; a++)
        column_new(s, (struct unknown){.atom = s->columns[group->first_column + a].atom});
}

/* the values of the amounts' columns, from the tables that have them */
static void fill_amounts(struct group *group, const struct divided *divided) {
    const struct table *table = divided->table;
    int128_t *amounts = ARENA_ARRAY(group->scratch, int128_t, group->atom_count + 1);
    size_t *counts = ARENA_ARRAY(group->scratch, size_t, group->atom_count + 1);
    int64_t least = 1;
    for (size_t i = 0; i < table->count; i++) {
        int64_t amount = table_contribution(table, i).amount;
        counts[group->atom_of[table->contributors[i]]]++;
        amounts[group->atom_of[table->contributors[i]]] += amount;
        least = amount < least ? amount : least;
    }
    for (size_t a = 0; a < group->atom_count; a++) {
        struct unknown *column = &group->s->columns[divided->first_amount + a];
        if (divided->rows[0].cell_of[group->sample[a]] == 0)
            continue;
        column->value = clamped(amounts[a]);
        column->bounded = least >= 0;
        column->cell_least = least;
        column->row_count = counts[a]; /* those that report none have no part in the sum */
    }
}

/* the sum of the columns of those atoms that are in that cell */
static struct vector cell_vector(struct group *group, const struct partition *partition,
                                 uint32_t cell, uint32_t first_column) {
    struct vector vector = {0};
    for (size_t a = 0; a < group->atom_count; a++)
        vector.count += partition->cell_of[group->sample[a]] == cell;
    vector.terms = ARENA_ARRAY(group->s->arena, struct term, vector.count + 1);
    for (size_t a = 0, at = 0; at < vector.count; a++)
        if (partition->cell_of[group->sample[a]] == cell)
            vector.terms[at++] = (struct term){first_column + a, 1};
    return vector;
}

static size_t vector_rows(const struct suppression *s, const struct vector *vector) {
    size_t rows = 0;
    for (size_t i = 0; i < vector->count; i++)
        rows += s->columns[vector->terms[i].column].row_count;
    return rows;
}

static void publish_with(struct node *node, struct vector vector) {
    if (vector.count)
        node->vectors[node->vector_count++] = vector;
}

static void add_node(struct group *group, const struct divided *divided, size_t b,
                     uint32_t number, struct cell *cell) {
    struct suppression *s = group->s;
    const struct partition *rows = &divided->rows[b];
    struct node *node = node_new(s, divided->table, rows->breakdown, cell);
    struct vector counted = cell_vector(group, rows, number + 1, group->first_column);
    node->row_count = vector_rows(s, &counted);
    publish_with(node, counted);
    node->value = counted;
    enum aggregation way = divided->table->indicator->aggregation;
    if (divided->population)
        publish_with(
            node, cell_vector(group, &divided->population[b], number + 1, group->first_column));
    if (sums(divided->table->indicator))
        node->value = cell_vector(group, rows, number + 1, divided->first_amount);
    if (way >= AGGREGATE_MIN && way <= AGGREGATE_DISTINCT && cell->row_count) {
        node->value = (struct vector){ARENA_ARRAY(s->arena, struct term, 1), 1};
        node->value.terms[0] = (struct term){
            column_new(s, (struct unknown){.atom = UINT32_MAX, .row_count = cell->row_count}),
            1};
    }
    if (way != AGGREGATE_COUNT)
        publish_with(node, node->value);
}

static void add_nodes(struct group *group, const struct divided *divided) {
    struct suppression *s = group->s;
    struct table *table = &s->tables->items[divided->table->indicator->index];
    s->first[table->indicator->index] = s->node_count;
    add_node(group, divided, 0, 0, &table->total);
    for (size_t b = 0; b < table->indicator->breakdown_count; b++)
        for (size_t i = 0; i < table->breakdowns[b].count; i++)
            add_node(group, divided, b + 1, (uint32_t)i, &table->breakdowns[b].cells[i]);
}

static void atom_targets(struct group *group, size_t minimum) {
    struct suppression *s = group->s;
    for (size_t a = 0; a < group->atom_count; a++) {
        struct vector rows = {ARENA_ARRAY(s->arena, struct term, 1), 1};
        rows.terms[0] = (struct term){group->first_column + a, 1};
        if (group->sizes[a] < minimum)
            target_add(s, &rows);
        for (size_t t = 0; t < group->count; t++) {
            const struct divided *divided = &group->tables[t];
            size_t count = sums(divided->table->indicator)
                               ? s->columns[divided->first_amount + a].row_count
                               : 0;
            if (count == 0 || count >= minimum)
                continue;
            struct vector amount = {ARENA_ARRAY(s->arena, struct term, 1), 1};
            amount.terms[0] = (struct term){divided->first_amount + a, 1};
            target_add(s, &amount);
        }
    }
}

void atoms_make(struct suppression *s, const struct record_type *type) {
    struct group group = {
        .s = s, .scratch = arena_new(), .set = dataset_rows(&s->checked->dataset, type)};
    size_t minimum = 0;
    group.tables = ARENA_ARRAY(group.scratch, struct divided, s->tables->count + 1);
    for (size_t i = 0; i < s->tables->count; i++) {
        const struct table *table = &s->tables->items[i];
        const struct indicator *indicator = table->indicator;
        if (indicator->from != type || !s->needed[indicator->index])
            continue;
        struct divided *divided = &group.tables[group.count++];
        *divided = (struct divided){.table = table,
                                    .rows = divide_all(&group, rows_of(&group, table), table)};
        if (indicator->of)
            divided->population = divide_all(
                &group, rows_of(&group, &s->tables->items[indicator->of->index]), table);
        if ((size_t)indicator->minimum_cell > minimum)
            minimum = (size_t)indicator->minimum_cell;
    }
    find_atoms(&group);
    row_columns(&group);
    for (size_t t = 0; t < group.count; t++)
        if (sums(group.tables[t].table->indicator)) {
            amount_columns(&group, &group.tables[t]);
            fill_amounts(&group, &group.tables[t]);
        }
    for (size_t t = 0; t < group.count; t++)
        add_nodes(&group, &group.tables[t]);
    atom_targets(&group, minimum);
    arena_free(group.scratch);
}
