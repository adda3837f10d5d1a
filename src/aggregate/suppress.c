/* Small cells are hidden, and as many others as are needed that none can be had by subtraction.
 *
 * The published cells and totals are linear equations: each cell of a breakdown is the sum of
 * the cells of every breakdown that divides it further. A hidden cell is exposed when these
 * equations determine it (elimination over a prime field), or when the least that its
 * companions can be leaves it one value (bounds). While one is exposed, the smallest visible
 * companion in one of its equations is hidden too; in the end a total itself, when nothing else
 * is left.
 */
#include <stdlib.h>

#include "aggregate/internal.h"
#include "base/arena.h"

enum { PRIME = 2147483647, BOUND_ROUNDS = 64 };

struct node { /* a cell or the total */
    struct cell *cell;
    size_t column; /* among the hidden ones */
    int64_t least, most;
    bool exposed;
};

struct equation { /* whole = sum of parts */
    size_t whole, *parts;
    size_t count, capacity;
};

struct suppression {
    struct arena *arena;
    struct table *table;
    struct node *nodes;   /* the total, then the cells of each breakdown */
    size_t count, *first; /* of each breakdown */
    struct equation *equations;
    size_t equation_count, equation_capacity;
    bool bounded;  /* anyone knows that a number is no less than `floor` in a cell with rows */
    int64_t floor; /* 1 for a count; of a sum what its smallest amount shows */
};

/* --- equations */

/* the place of S's key k among T's keys, or SIZE_MAX */
static size_t key_in(const struct by *by, const struct path *key) {
    for (size_t i = 0; i < by->count; i++)
        if (str_equal(by->keys[i].text, key->text))
            return i;
    return SIZE_MAX;
}

static bool divides(const struct by *whole, const struct by *parts) {
    for (size_t k = 0; k < whole->count; k++)
        if (key_in(parts, &whole->keys[k]) == SIZE_MAX)
            return false;
    return whole->count < parts->count;
}

/* the cell of the coarser breakdown to which a finer cell belongs */
static struct cell *coarser(struct suppression *s, const struct breakdown *whole,
                            const struct breakdown *parts, const struct cell *cell) {
    struct buf name = buf_make(s->arena);
    for (size_t k = 0; k < whole->by->count; k++) {
        size_t i = key_in(parts->by, &whole->by->keys[k]);
        size_t from = i ? cell->name_ends[i - 1] + 1 : 0;
        if (k)
            buf_add_char(&name, '.');
        buf_add(&name, str_slice(cell->name, from, cell->name_ends[i]));
    }
    return breakdown_find(whole, buf_str(&name));
}

static struct equation *equation_new(struct suppression *s, size_t whole) {
    s->equations = ARENA_PUSH(s->arena, s->equations, s->equation_count, &s->equation_capacity);
    struct equation *equation = &s->equations[s->equation_count++];
    *equation = (struct equation){.whole = whole};
    return equation;
}

static void add_part(struct suppression *s, struct equation *equation, size_t part) {
    equation->parts =
        ARENA_PUSH(s->arena, equation->parts, equation->count, &equation->capacity);
    equation->parts[equation->count++] = part;
}

static void relate(struct suppression *s, size_t whole, size_t parts) {
    const struct breakdown *coarse = &s->table->breakdowns[whole];
    const struct breakdown *fine = &s->table->breakdowns[parts];
    size_t first = s->equation_count;
    for (size_t i = 0; i < coarse->count; i++)
        equation_new(s, s->first[whole] + i);
    for (size_t i = 0; i < fine->count; i++) {
        const struct cell *cell = coarser(s, coarse, fine, &fine->cells[i]);
        ASSERT(cell || fine->cells[i].row_count == 0);
        if (cell)
            add_part(s, &s->equations[first + (size_t)(cell - coarse->cells)],
                     s->first[parts] + i);
    }
}

static void make_equations(struct suppression *s) {
    size_t breakdowns = s->table->indicator->breakdown_count;
    for (size_t b = 0; b < breakdowns; b++) {
        const struct breakdown *breakdown = &s->table->breakdowns[b];
        struct equation *total = equation_new(s, 0);
        for (size_t i = 0; i < breakdown->count; i++)
            add_part(s, total, s->first[b] + i);
        for (size_t whole = 0; whole < breakdowns; whole++)
            if (divides(s->table->breakdowns[whole].by, breakdown->by))
                relate(s, whole, b);
    }
}

/* --- is a hidden cell determined by the equations alone? */

static int64_t power(int64_t base, int64_t exponent) {
    int64_t result = 1;
    for (; exponent; exponent >>= 1, base = base * base % PRIME)
        if (exponent & 1)
            result = result * base % PRIME;
    return result;
}

static size_t number_hidden(struct suppression *s) {
    size_t columns = 0;
    for (size_t i = 0; i < s->count; i++)
        if (s->nodes[i].cell->hidden)
            s->nodes[i].column = columns++;
    return columns;
}

/* one row of coefficients an equation; the known parts do not matter */
static int64_t *make_matrix(struct suppression *s, size_t columns) {
    int64_t *matrix =
        ARENA_ARRAY(s->arena, int64_t, size_add(size_mul(s->equation_count, columns), 1));
    for (size_t e = 0; e < s->equation_count; e++) {
        const struct equation *equation = &s->equations[e];
        int64_t *row = &matrix[e * columns];
        const struct node *whole = &s->nodes[equation->whole];
        if (whole->cell->hidden)
            row[whole->column] = 1;
        for (size_t i = 0; i < equation->count; i++)
            if (s->nodes[equation->parts[i]].cell->hidden)
                row[s->nodes[equation->parts[i]].column] = PRIME - 1;
    }
    return matrix;
}

static void eliminate(int64_t *matrix, size_t rows, size_t columns) {
    for (size_t column = 0, top = 0; column < columns && top < rows; column++) {
        size_t pivot = top;
        while (pivot < rows && matrix[pivot * columns + column] == 0)
            pivot++;
        if (pivot == rows)
            continue;
        int64_t inverse = power(matrix[pivot * columns + column], PRIME - 2);
        for (size_t i = 0; i < columns; i++) {
            int64_t swap = matrix[top * columns + i];
            matrix[top * columns + i] = matrix[pivot * columns + i] * inverse % PRIME;
            if (pivot != top)
                matrix[pivot * columns + i] = swap;
        }
        for (size_t r = 0; r < rows; r++) {
            int64_t factor = matrix[r * columns + column];
            for (size_t i = column; r != top && factor && i < columns; i++)
                matrix[r * columns + i] =
                    (matrix[r * columns + i] + (PRIME - factor) * matrix[top * columns + i]) %
                    PRIME;
        }
        top++;
    }
}

/* marks the nodes that stand alone in a row; false: there is none */
static bool find_determined(struct suppression *s) {
    size_t columns = number_hidden(s), rows = s->equation_count;
    int64_t *matrix = make_matrix(s, columns);
    bool any = false;
    eliminate(matrix, rows, columns);
    for (size_t r = 0; r < rows; r++) {
        size_t used = 0, only = 0;
        for (size_t i = 0; i < columns; i++)
            if (matrix[r * columns + i]) {
                used++;
                only = i;
            }
        for (size_t n = 0; used == 1 && n < s->count; n++)
            if (s->nodes[n].cell->hidden && s->nodes[n].column == only)
                any = s->nodes[n].exposed = true;
    }
    return any;
}

/* --- is a hidden count the only one that fits? */

static bool narrow(struct node *node, int64_t least, int64_t most) {
    bool changed = false;
    if (!node->cell->hidden)
        return false;
    if (least > node->least) {
        node->least = least;
        changed = true;
    }
    if (most < node->most) {
        node->most = most;
        changed = true;
    }
    return changed;
}

/* what one equation says of the bounds of its members */
static bool narrow_by(struct suppression *s, const struct equation *equation) {
    struct node *whole = &s->nodes[equation->whole];
    int128_t least = 0, most = 0;
    for (size_t i = 0; i < equation->count; i++) {
        least += s->nodes[equation->parts[i]].least;
        most += s->nodes[equation->parts[i]].most;
    }
    int64_t top = most > INT64_MAX ? INT64_MAX : (int64_t)most;
    bool changed = narrow(whole, least > INT64_MAX ? INT64_MAX : (int64_t)least, top);
    for (size_t i = 0; i < equation->count; i++) {
        struct node *part = &s->nodes[equation->parts[i]];
        int128_t low = whole->least - (most - part->most);
        int128_t high = whole->most - (least - part->least);
        changed |= narrow(part, low < s->floor ? s->floor : (int64_t)low,
                          high > INT64_MAX ? INT64_MAX : (int64_t)high);
    }
    return changed;
}

static bool find_squeezed(struct suppression *s) {
    bool any = false;
    for (size_t i = 0; i < s->count; i++) {
        const struct cell *cell = s->nodes[i].cell;
        s->nodes[i].least = cell->hidden ? s->floor : cell->value;
        s->nodes[i].most = cell->hidden ? INT64_MAX : cell->value;
    }
    bool changed = true;
    for (int round = 0; changed && round < BOUND_ROUNDS; round++) {
        changed = false;
        for (size_t e = 0; e < s->equation_count; e++)
            changed |= narrow_by(s, &s->equations[e]);
    }
    for (size_t i = 0; i < s->count; i++)
        if (s->nodes[i].cell->hidden && s->nodes[i].least == s->nodes[i].most)
            any = s->nodes[i].exposed = true;
    return any;
}

/* --- hiding */

static bool in_equation(const struct equation *equation, size_t node) {
    bool found = equation->whole == node;
    for (size_t i = 0; i < equation->count; i++)
        found |= equation->parts[i] == node;
    return found;
}

static size_t hidden_in(const struct suppression *s, const struct equation *equation) {
    size_t hidden = s->nodes[equation->whole].cell->hidden;
    for (size_t i = 0; i < equation->count; i++)
        hidden += s->nodes[equation->parts[i]].cell->hidden;
    return hidden;
}

/* in how many equations it would be the only hidden one, and so exposed itself */
static size_t loneliness(const struct suppression *s, size_t node) {
    size_t lonely = 0;
    for (size_t e = 0; e < s->equation_count; e++)
        lonely += in_equation(&s->equations[e], node) && hidden_in(s, &s->equations[e]) == 0;
    return lonely;
}

struct choice { /* what to hide next */
    struct cell *cell;
    size_t lonely;
};

static void consider(const struct suppression *s, size_t node, struct choice *best) {
    struct cell *cell = s->nodes[node].cell;
    if (cell->hidden || cell->row_count == 0)
        return;
    size_t lonely = loneliness(s, node);
    if (best->cell && (lonely > best->lonely ||
                       (lonely == best->lonely && cell->row_count >= best->cell->row_count)))
        return;
    *best = (struct choice){cell, lonely};
}

/* Hides a companion of an exposed cell: one that closes a circle of hidden cells if there is
 * such, else the smallest; else what they add up to. false: all around it is hidden already. */
static bool hide_companion(struct suppression *s, size_t exposed) {
    struct choice part = {0}, whole = {0};
    size_t fewest = SIZE_MAX;
    for (size_t e = 0; e < s->equation_count; e++)
        if (in_equation(&s->equations[e], exposed) && hidden_in(s, &s->equations[e]) < fewest)
            fewest = hidden_in(s, &s->equations[e]);
    for (size_t pass = 0; pass < 2 && !part.cell && !whole.cell; pass++)
        for (size_t e = 0; e < s->equation_count; e++) {
            const struct equation *equation = &s->equations[e];
            if (!in_equation(equation, exposed) ||
                (pass == 0 && hidden_in(s, equation) > fewest))
                continue;
            for (size_t i = 0; i < equation->count; i++)
                consider(s, equation->parts[i], &part);
            consider(s, equation->whole, &whole);
        }
    struct cell *best = part.cell ? part.cell : whole.cell;
    if (!best)
        return false;
    best->hidden = true;
    return true;
}

/* one more cell, for one of those that are exposed; false: none is, or all is hidden */
static bool hide_more(struct suppression *s) {
    for (size_t i = 0; i < s->count; i++)
        s->nodes[i].exposed = false;
    if (!find_determined(s) && !(s->bounded && find_squeezed(s)))
        return false;
    for (size_t i = 0; i < s->count; i++)
        if (s->nodes[i].exposed && hide_companion(s, i))
            return true;
    return false;
}

/* A count is at least 1; of a sum of amounts that are all positive, or none negative, readers
 * will think so too. */
static void know_floor(struct suppression *s) {
    enum aggregation way = s->table->indicator->aggregation;
    int64_t smallest = 1;
    for (size_t i = 0; i < s->table->count; i++) {
        int64_t amount = table_contribution(s->table, i).amount;
        smallest = amount < smallest ? amount : smallest;
    }
    s->floor = smallest;
    s->bounded = smallest >= 0 && (way == AGGREGATE_COUNT || way == AGGREGATE_SUM);
}

void suppress_small(struct table *table) {
    const struct indicator *indicator = table->indicator;
    struct suppression s = {.arena = arena_new(), .table = table, .count = 1};
    size_t minimum = (size_t)indicator->minimum_cell;
    know_floor(&s);
    s.first = ARENA_ARRAY(s.arena, size_t, indicator->breakdown_count + 1);
    for (size_t b = 0; b < indicator->breakdown_count; b++) {
        s.first[b] = s.count;
        s.count += table->breakdowns[b].count;
    }
    s.nodes = ARENA_ARRAY(s.arena, struct node, s.count);
    s.nodes[0].cell = &table->total;
    for (size_t b = 0; b < indicator->breakdown_count; b++)
        for (size_t i = 0; i < table->breakdowns[b].count; i++)
            s.nodes[s.first[b] + i].cell = &table->breakdowns[b].cells[i];
    for (size_t i = 0; i < s.count; i++)
        s.nodes[i].cell->hidden =
            s.nodes[i].cell->row_count && s.nodes[i].cell->row_count < minimum;
    make_equations(&s);
    while (hide_more(&s))
        continue;
    arena_free(s.arena);
}
