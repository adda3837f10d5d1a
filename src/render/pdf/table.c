/* Tables: columns solved from their contents, rows whole, the head repeated over the pages. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum {
    PAD_X = 4000,
    PAD_Y = 2200,
    TABLE_SIZE = 11000,      /* and smaller, down to … */
    TABLE_SIZE_LEAST = 9000, /* when the columns do not fit */
    RULE_STRONG = 900,
    RULE_THIN = 500,
    RULE_HAIR = 250
};

/* What a column would like, each more than the one before, padding included. */
enum wish {
    WISH_WORDS, /* no word sticks out */
    WISH_BODY,  /* no cell of the body wraps */
    WISH_HEAD,  /* the head wraps into about two lines */
    WISH_ALL,   /* nothing wraps */
    WISH_COUNT
};

struct column {
    int64_t wishes[WISH_COUNT], width;
};

struct grid {
    struct flow *flow;
    const struct doc_node *node;
    const struct doc_table *table;
    struct column *columns;
    int64_t size, leading, width;
    const struct doc_node *head;
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

static struct text_block cell_block(struct grid *grid, const struct doc_node *cell,
                                    size_t column, enum doc_row_role role) {
    bool bold = role != DOC_ROW_BODY;
    struct text_block block = {.type = {FONT_SERIF, bold ? FONT_BOLD : FONT_REGULAR, grid->size,
                                        grid->leading, INK_TEXT}};
    block_add_inlines(grid->flow, &block, cell, block.type.style);
    struct str unit = grid->table->columns[column].unit;
    if (role == DOC_ROW_HEAD && unit.size) {
        block.open = false;
        block_add_text(grid->flow, &block, unit_text(grid->flow->arena, unit), FONT_REGULAR,
                       cell);
    }
    return block;
}

/* a wish grows, and those after it grow along */
static void wish(int64_t *wishes, enum wish from, int64_t width) {
    for (int w = (int)from; w < WISH_COUNT; w++)
        if (width + 2 * PAD_X > wishes[w])
            wishes[w] = width + 2 * PAD_X;
}

static void measure(struct grid *grid) {
    for (size_t c = 0; c < grid->table->column_count; c++)
        grid->columns[c] = (struct column){0};
    for (const struct doc_node *row = grid->node->first; row; row = row->next) {
        size_t c = 0;
        for (const struct doc_node *cell = row->first; cell; cell = cell->next, c++) {
            struct text_block block = cell_block(grid, cell, c, row->role);
            int64_t *wishes = grid->columns[c].wishes;
            bool head = row->role == DOC_ROW_HEAD;
            block_break(grid->flow, &block, 0, 0);
            wish(wishes, WISH_WORDS, block.widest_word);
            wish(wishes, WISH_BODY, head ? 0 : block.natural);
            wish(wishes, WISH_HEAD, head ? block.natural / 2 + block.widest_word / 4 : 0);
            wish(wishes, WISH_ALL, block.natural);
        }
    }
}

/* The greatest wish that can be granted to all, and a share of the next. When everything fits,
 * the rest goes to the columns of text: numbers stand close to each other. */
static bool solve(struct grid *grid) {
    int64_t sums[WISH_COUNT] = {0}, used = 0, text = 0;
    size_t count = grid->table->column_count;
    for (size_t c = 0; c < count; c++) {
        for (int w = 0; w < WISH_COUNT; w++)
            sums[w] += grid->columns[c].wishes[w];
        text += grid->table->columns[c].number ? 0 : grid->columns[c].wishes[WISH_ALL];
    }
    int level = WISH_ALL;
    while (level > WISH_WORDS && sums[level] > grid->width)
        level--;
    int64_t spare = grid->width - sums[level];
    for (size_t c = 0; c < count && spare >= 0; c++) {
        struct column *column = &grid->columns[c];
        column->width = column->wishes[level];
        if (level < WISH_ALL)
            column->width += spare * (column->wishes[level + 1] - column->wishes[level]) /
                             (sums[level + 1] - sums[level]);
        else if (text == 0)
            column->width += spare / (int64_t)count;
        else if (!grid->table->columns[c].number)
            column->width += spare * column->wishes[WISH_ALL] / text;
        used += column->width;
    }
    for (size_t c = 0; c < count && spare < 0; c++)
        grid->columns[c].width = grid->columns[c].wishes[WISH_WORDS];
    if (spare >= 0)
        grid->columns[0].width += grid->width - used;
    return spare >= 0 && level >= WISH_BODY;
}

static void grid_fit(struct grid *grid) {
    for (grid->size = TABLE_SIZE;; grid->size -= 500) {
        grid->leading = grid->size * 125 / 100;
        measure(grid);
        if (solve(grid) || grid->size <= TABLE_SIZE_LEAST)
            return;
    }
}

static struct text_block *row_blocks(struct grid *grid, const struct doc_node *row,
                                     int64_t *height) {
    size_t count = grid->table->column_count, c = 0, most = 1;
    struct text_block *blocks = ARENA_ARRAY(grid->flow->arena, struct text_block, count);
    for (const struct doc_node *cell = row->first; cell; cell = cell->next, c++) {
        blocks[c] = cell_block(grid, cell, c, row->role);
        block_break(grid->flow, &blocks[c], grid->columns[c].width - 2 * PAD_X, 0);
        if (blocks[c].line_count > most)
            most = blocks[c].line_count;
    }
    *height = (int64_t)most * grid->leading + 2 * PAD_Y;
    return blocks;
}

static enum line_align align_of(const struct doc_column *column) {
    switch (column->align) {
    case DOC_ALIGN_START:
        return LINE_START;
    case DOC_ALIGN_END:
        return LINE_END;
    case DOC_ALIGN_CENTER:
        return LINE_CENTER;
    }
    return LINE_START;
}

/* a cell of the head, one that names its row, or any other */
static struct element cell_element(const struct grid *grid, const struct doc_node *row,
                                   size_t column) {
    if (row->role == DOC_ROW_HEAD)
        return (struct element){.kind = ELEMENT_HEAD_CELL, .scope = SCOPE_COLUMN};
    if (grid->table->columns[column].row_head)
        return (struct element){.kind = ELEMENT_HEAD_CELL, .scope = SCOPE_ROW};
    return (struct element){.kind = ELEMENT_CELL};
}

static void place_row(struct grid *grid, const struct doc_node *row, struct text_block *blocks,
                      int64_t height, bool artifact) {
    struct flow *flow = grid->flow;
    int64_t x = flow->left;
    if (row->role == DOC_ROW_TOTAL)
        flow_rule(flow, flow->left, flow->y, grid->width, RULE_THIN, INK_TEXT);
    if (!artifact)
        flow_open(flow, (struct element){.kind = ELEMENT_ROW});
    for (size_t c = 0; c < grid->table->column_count; c++) {
        struct text_block *block = &blocks[c];
        int64_t used = (int64_t)block->line_count * grid->leading;
        int64_t top =
            flow->y + PAD_Y; /* heads stand on their rule, the rest begins at the top */
        if (row->role == DOC_ROW_HEAD)
            top = flow->y + height - PAD_Y - used;
        if (!artifact)
            flow_open(flow, cell_element(grid, row, c));
        for (size_t i = 0; i < block->line_count; i++)
            block_place(flow, block, i, x + PAD_X,
                        top + (int64_t)(i + 1) * grid->leading - grid->size * 35 / 100,
                        grid->columns[c].width - 2 * PAD_X, align_of(&grid->table->columns[c]),
                        artifact);
        if (!artifact)
            flow_close(flow);
        x += grid->columns[c].width;
    }
    if (!artifact)
        flow_close(flow);
    flow->y += height;
}

static void place_head(struct grid *grid, bool repeated) {
    if (!grid->head)
        return;
    int64_t height;
    struct flow *flow = grid->flow;
    struct text_block *blocks = row_blocks(grid, grid->head, &height);
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_STRONG, INK_TEXT);
    place_row(grid, grid->head, blocks, height, repeated);
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_THIN, INK_TEXT);
}

static struct grid grid_make(struct flow *flow, const struct doc_node *node) {
    struct grid grid = {.flow = flow, .node = node, .table = node->table, .width = flow->width};
    grid.columns = ARENA_ARRAY(flow->arena, struct column, node->table->column_count);
    if (node->first && node->first->role == DOC_ROW_HEAD)
        grid.head = node->first;
    grid_fit(&grid);
    return grid;
}

int64_t table_start_height(struct flow *flow, const struct doc_node *table) {
    struct grid grid = grid_make(flow, table);
    int64_t height = 0, total = table->table->caption.size ? 19000 : 0;
    size_t rows = 0;
    for (const struct doc_node *row = table->first; row && rows < 5; row = row->next, rows++) {
        row_blocks(&grid, row, &height);
        total += height;
    }
    return total;
}

static void place_note(struct flow *flow, const struct doc_node *node) {
    struct text_block block = {.type = {FONT_SERIF, FONT_ITALIC, 10500, 13500, INK_MUTED}};
    block_add_text(flow, &block, node->table->note, FONT_ITALIC, node);
    flow->y += 3000;
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
}

void flow_table(struct flow *flow, const struct doc_node *node) {
    flow->y += flow->y > flow->frame.top ? 6000 : 0;
    flow_need(flow, table_start_height(flow, node));
    flow_anchor(flow, node->id);
    flow_open(flow, (struct element){.kind = ELEMENT_TABLE});
    if (node->table->caption.size)
        flow_caption(flow, "table", ++flow->table_count, node->table->caption, node);
    struct grid grid = grid_make(flow, node);
    place_head(&grid, false);
    if (!grid.head)
        flow_rule(flow, flow->left, flow->y, grid.width, RULE_STRONG, INK_TEXT);
    for (const struct doc_node *row = node->first; row; row = row->next) {
        int64_t height, next_height = 0;
        if (row == grid.head)
            continue;
        struct text_block *blocks = row_blocks(&grid, row, &height);
        /* a total does not stand alone on a page */
        if (row->next && row->next->role >= DOC_ROW_SUBTOTAL)
            row_blocks(&grid, row->next, &next_height);
        if (flow_room(flow) < height + next_height && flow->y > flow->frame.top) {
            flow_rule(flow, flow->left, flow->y, grid.width, RULE_STRONG, INK_TEXT);
            flow_new_sheet(flow);
            place_head(&grid, true);
        } else if (row->role != DOC_ROW_TOTAL && row != node->first && row != grid.head &&
                   row != (grid.head ? grid.head->next : node->first)) {
            flow_rule(flow, flow->left, flow->y, grid.width, RULE_HAIR, INK_GRID);
        }
        place_row(&grid, row, blocks, height, false);
    }
    flow_rule(flow, flow->left, flow->y, grid.width, RULE_STRONG, INK_TEXT);
    flow_close(flow);
    if (node->table->note.size)
        place_note(flow, node);
    flow->y += 12000;
}
