/* Columns solved from their contents: every cell is measured once, at the largest size; smaller
 * sizes are in proportion. */
#include "render/pdf/grid.h"

#include "base/arena.h"
#include "base/guard.h"

enum {
    HEAD_WHOLE = 36000,
    BODY_SHARE = 2, /* a text wider than half of the table takes several lines at full size */
    PAD = 4000,
    SIZE_STEP = 500,
    ROUNDING = 60 /* of widths in proportion */
};

/* "(triệu đồng)": one word, so that it is not torn */
static struct str unit_text(struct arena *arena, struct str unit) {
    struct buf text = buf_make(arena);
    buf_add_char(&text, '(');
    for (size_t i = 0; i < unit.size; i++)
        if (unit.data[i] == ' ')
            buf_add(&text, STR("\xC2\xA0"));
        else
            buf_add_char(&text, unit.data[i]);
    buf_add_char(&text, ')');
    return buf_str(&text);
}

struct text_block grid_cell(struct flow *flow, const struct grid *grid,
                            const struct doc_node *cell, size_t column,
                            enum doc_row_role role) {
    bool bold = role != DOC_ROW_BODY;
    struct text_block block = {.type = {(enum font_family)flow->style->table_family,
                                        bold ? FONT_BOLD : FONT_REGULAR, grid->size,
                                        grid->leading, INK_TEXT}};
    block_add_inlines(flow, &block, cell, block.type.style);
    struct str unit = grid->table->columns[column].unit;
    if (role == DOC_ROW_HEAD && unit.size) {
        block.open = false;
        block_add_text(flow, &block, unit_text(flow->arena, unit), FONT_REGULAR, cell);
    }
    return block;
}

static bool is_digit(struct str text, size_t at) {
    return at < text.size && text.data[at] >= '0' && text.data[at] <= '9';
}

int64_t grid_decimals(struct flow *flow, const struct grid *grid, const struct doc_node *cell,
                      size_t column) {
    const struct doc_node *only = cell->first;
    struct str mark = locale_language(flow->locale)->decimal;
    const struct doc_column *own = &grid->table->columns[column];
    if ((!own->number && own->align != DOC_ALIGN_END) || !only || only->next ||
        mark.size == 0 || (only->kind != DOC_VALUE && only->kind != DOC_TEXT))
        return 0;
    size_t at = str_find(only->text, mark);
    if (at == STR_NONE || at == 0 || !is_digit(only->text, at - 1) ||
        !is_digit(only->text, at + mark.size))
        return 0;
    bool bold = cell->parent->role != DOC_ROW_BODY;
    return flow->metrics->width(flow->metrics->user, str_from(only->text, at),
                                (enum font_family)flow->style->table_family,
                                bold ? FONT_BOLD : FONT_REGULAR, grid->size);
}

/* a wish grows, and those after it grow along */
static void wish(int64_t *wishes, enum wish from, int64_t width) {
    for (int w = (int)from; w < WISH_COUNT; w++)
        if (width > wishes[w])
            wishes[w] = width;
}

static void measure_cell(struct flow *flow, struct grid *grid, const struct doc_node *cell,
                         size_t c, enum doc_row_role role) {
    struct text_block block = grid_cell(flow, grid, cell, c, role);
    int64_t *wishes = grid->columns[c].wishes;
    bool head = role == DOC_ROW_HEAD;
    block_break(flow, &block, 0, 0);
    int64_t decimals = head ? 0 : grid_decimals(flow, grid, cell, c);
    if (decimals > grid->columns[c].decimals)
        grid->columns[c].decimals = decimals;
    int64_t whole = block.natural - decimals; /* room for the decimals of other rows is added */
    bool label = head && block.natural <= HEAD_WHOLE; /* "Đơn vị" is not torn */
    wish(wishes, WISH_WORDS,
         label  ? block.natural
         : head ? block.widest_word
                : block.widest_word - decimals);
    int64_t body = whole < grid->width / BODY_SHARE ? whole : grid->width / BODY_SHARE;
    wish(wishes, WISH_BODY, head ? block.natural / 3 + block.widest_word / 4 : body);
    wish(wishes, WISH_HEAD, head ? block.natural / 2 + block.widest_word / 4 : 0);
    wish(wishes, WISH_ALL, head ? block.natural : whole);
}

static void measure(struct flow *flow, struct grid *grid) {
    struct arena *arena = flow->arena;
    flow->arena = flow->scratch; /* only widths are kept */
    for (const struct doc_node *row = grid->node->first; row; row = row->next) {
        struct arena_mark mark = arena_mark(flow->scratch);
        size_t c = 0;
        for (const struct doc_node *cell = row->first; cell; cell = cell->next, c++)
            measure_cell(flow, grid, cell, c, row->role);
        arena_release(flow->scratch, mark);
    }
    flow->arena = arena;
    for (size_t c = 0; c < grid->table->column_count; c++)
        for (int w = 0; w < WISH_COUNT; w++)
            grid->columns[c].wishes[w] += grid->columns[c].decimals;
}

/* a column's wish at the size of the grid; measured at `full` */
static int64_t wished(const struct grid *grid, size_t c, int level, int64_t full) {
    return grid->columns[c].wishes[level] * grid->size / full + ROUNDING + 2 * grid->pad;
}

/* What no further wish can be granted with: to the columns that still wrap, as they need. */
static void share(struct grid *grid, int level, int64_t spare, int64_t full) {
    int64_t needs = 0;
    for (size_t c = 0; c < grid->table->column_count; c++) {
        int64_t own = wished(grid, c, level + 1, full) - grid->columns[c].width;
        needs += own > 0 ? own : 0;
    }
    for (size_t c = 0; c < grid->table->column_count && needs; c++) {
        int64_t own = wished(grid, c, level + 1, full) - grid->columns[c].width;
        if (own <= 0)
            continue;
        int64_t part = spare * own / needs;
        grid->columns[c].width += part;
        spare -= part;
        needs -= own;
    }
}

/* What is left when all have their wish of `level`: the least of the next wishes are granted
 * one after the other, as each saves a line. */
static void grant(struct grid *grid, int level, int64_t spare, int64_t full) {
    size_t count = grid->table->column_count;
    for (;;) {
        struct column *least = NULL;
        int64_t need = 0;
        for (size_t c = 0; c < count; c++) {
            int64_t own = wished(grid, c, level + 1, full) - grid->columns[c].width;
            if (own > 0 && own <= spare && (!least || own < need)) {
                least = &grid->columns[c];
                need = own;
            }
        }
        if (!least)
            break;
        least->width += need;
        spare -= need;
    }
    share(grid, level, spare, full);
}

/* The greatest wish that can be granted to all, and some of the next. When everything fits,
 * the rest goes to the columns of text: numbers stand close to each other. */
static bool solve(struct grid *grid, int64_t full) {
    int64_t sums[WISH_COUNT] = {0}, used = 0, text = 0;
    size_t count = grid->table->column_count;
    for (size_t c = 0; c < count; c++) {
        for (int w = 0; w < WISH_COUNT; w++)
            sums[w] += wished(grid, c, w, full);
        text += grid->table->columns[c].number ? 0 : wished(grid, c, WISH_ALL, full);
    }
    int level = WISH_ALL;
    while (level > WISH_WORDS && sums[level] > grid->width)
        level--;
    int64_t spare = grid->width - sums[level];
    if (spare < 0)
        return false;
    for (size_t c = 0; c < count; c++) {
        struct column *column = &grid->columns[c];
        column->width = wished(grid, c, level, full);
        if (level < WISH_ALL)
            continue;
        if (text == 0)
            column->width += spare / (int64_t)count;
        else if (!grid->table->columns[c].number)
            column->width += spare * wished(grid, c, WISH_ALL, full) / text;
    }
    if (level < WISH_ALL)
        grant(grid, level, spare, full);
    for (size_t c = 0; c < count; c++)
        used += grid->columns[c].width;
    grid->columns[0].width += grid->width - used;
    return level >= WISH_BODY;
}

/* Not even words fit: columns that want less than their share get what they want, the others
 * share the rest; their words are cut. */
static void cramp(struct grid *grid, int64_t full) {
    size_t count = grid->table->column_count, open = count;
    int64_t rest = grid->width;
    for (size_t c = 0; c < count; c++)
        grid->columns[c].width = 0;
    for (bool settled = true; settled && open;) {
        int64_t share = rest / (int64_t)open;
        settled = false;
        for (size_t c = 0; c < count; c++) {
            int64_t least = wished(grid, c, WISH_WORDS, full);
            if (grid->columns[c].width || least > share)
                continue;
            grid->columns[c].width = least;
            rest -= least;
            open--;
            settled = true;
        }
    }
    for (size_t c = 0; c < count && open; c++)
        if (grid->columns[c].width == 0)
            grid->columns[c].width = rest / (int64_t)open;
    grid->cramped = true;
}

struct grid *grid_at(struct flow *flow, const struct doc_node *node, int64_t width) {
    const struct print_style *style = flow->style;
    struct grid *grid = ARENA_NEW(flow->arena, struct grid);
    size_t count = node->table->column_count;
    *grid = (struct grid){.node = node,
                          .table = node->table,
                          .columns = ARENA_ARRAY(flow->arena, struct column, count),
                          .size = style->table_size,
                          .width = width,
                          .pad = width / (int64_t)count / 8};
    if (grid->pad > PAD)
        grid->pad = PAD;
    if (node->first && node->first->role == DOC_ROW_HEAD)
        grid->head = node->first;
    for (size_t c = 0; c < count; c++)
        grid->grouped |= node->table->columns[c].group.size > 0;
    int64_t full = grid->size, least = style->table_size_least;
    measure(flow, grid);
    bool fits = solve(grid, full), placed = fits;
    while (!fits && grid->size - SIZE_STEP >= least) {
        grid->size -= SIZE_STEP;
        fits = solve(grid, full);
    }
    placed = fits || grid->columns[0].width > 0;
    for (size_t c = 0; c < count; c++)
        grid->columns[c].decimals = grid->columns[c].decimals * grid->size / full;
    if (!placed)
        cramp(grid, full);
    grid->leading = grid->size * 125 / 100;
    return grid;
}

struct grid *grid_of(struct flow *flow, const struct doc_node *node) {
    struct grid *solved = flow->solved;
    if (!solved || solved->node != node || solved->width != flow->width)
        flow->solved = grid_at(flow, node, flow->width);
    return flow->solved;
}
