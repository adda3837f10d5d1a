/* Tables down the pages: rows whole, the head repeated, totals not alone. Only a row that is
 * taller than a page is cut, between its lines. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/grid.h"

enum { PAD_Y = 2200, RULE_STRONG = 900, RULE_THIN = 500, RULE_HAIR = 250 };

bool table_landscape(struct flow *flow, const struct doc_node *table) {
    int64_t width = frame_of(flow->style, flow->permille, false).text_width;
    if (table->table->landscape)
        return true;
    if (flow->solved && flow->solved->node == table) /* its heading has asked before */
        return flow->solved->width != width || flow->solved->cramped;
    struct grid *grid = grid_at(flow, table, width);
    if (!grid->cramped)
        flow->solved = grid;
    return grid->cramped;
}

struct row { /* a row cut into lines */
    const struct doc_node *node;
    struct text_block *blocks;
    uint32_t *cells; /* their elements, once begun */
    uint32_t element;
    size_t line_count; /* of its tallest cell */
    int64_t height, notes;
};

/* The row is in flow->scratch: whoever makes it releases it. */
static struct row row_make(struct flow *flow, const struct grid *grid,
                           const struct doc_node *node) {
    struct arena *arena = flow->arena;
    flow->arena = flow->scratch;
    size_t count = grid->table->column_count, c = 0;
    struct row row = {.node = node,
                      .blocks = ARENA_ARRAY(flow->arena, struct text_block, count),
                      .cells = ARENA_ARRAY(flow->arena, uint32_t, count),
                      .line_count = 1};
    for (const struct doc_node *cell = node->first; cell; cell = cell->next, c++) {
        struct text_block *block = &row.blocks[c];
        *block = grid_cell(flow, grid, cell, c, node->role);
        block_break(flow, block, grid->columns[c].width - 2 * grid->pad, 0);
        if (block->line_count > row.line_count)
            row.line_count = block->line_count;
        for (size_t i = 0; block->notes && i < block->line_count; i++)
            row.notes += notes_height(flow, block, i);
    }
    row.height = (int64_t)row.line_count * grid->leading + 2 * PAD_Y;
    flow->arena = arena;
    return row;
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

static void open_cell(struct flow *flow, const struct grid *grid, struct row *row, size_t c) {
    if (row->cells[c])
        flow->element = row->cells[c];
    else
        row->cells[c] = flow_open(flow, cell_element(grid, row->node, c));
}

/* numbers with and without decimals stand under each other by their decimal mark */
static int64_t decimal_shift(struct flow *flow, const struct grid *grid,
                             const struct doc_node *cell, size_t c) {
    if (grid->columns[c].decimals == 0 || cell->parent->role == DOC_ROW_HEAD)
        return 0;
    return grid->columns[c].decimals - grid_decimals(flow, grid, cell, c);
}

/* the lines from `from` up to `to` of each cell */
static void place_lines(struct flow *flow, const struct grid *grid, struct row *row,
                        size_t from, size_t to, bool artifact) {
    int64_t x = flow->left;
    const struct doc_node *cell = row->node->first;
    for (size_t c = 0; c < grid->table->column_count; c++, cell = cell->next) {
        struct text_block *block = &row->blocks[c];
        const struct column *column = &grid->columns[c];
        bool head = row->node->role == DOC_ROW_HEAD; /* heads stand on their rule */
        size_t empty = head ? row->line_count - block->line_count : 0;
        int64_t width = column->width - 2 * grid->pad - decimal_shift(flow, grid, cell, c);
        if (!artifact)
            open_cell(flow, grid, row, c);
        for (size_t i = from; i < to && i < block->line_count; i++) {
            int64_t y = flow->y + PAD_Y + (int64_t)(i + empty - from + 1) * grid->leading;
            block_place(flow, block, i, x + grid->pad, y - grid->size * 35 / 100, width,
                        align_of(&grid->table->columns[c]), artifact);
            if (!artifact)
                notes_add(flow, block, i);
        }
        if (!artifact)
            flow_close(flow);
        x += column->width;
    }
    flow->y += (int64_t)(to - from) * grid->leading + 2 * PAD_Y;
}

static void open_row(struct flow *flow, struct row *row) {
    if (row->element)
        flow->element = row->element;
    else
        row->element = flow_open(flow, (struct element){.kind = ELEMENT_ROW});
}

static void place_row(struct flow *flow, const struct grid *grid, struct row *row) {
    if (row->node->role == DOC_ROW_TOTAL)
        flow_rule(flow, flow->left, flow->y, grid->width, RULE_THIN, INK_TEXT);
    open_row(flow, row);
    place_lines(flow, grid, row, 0, row->line_count, false);
    flow_close(flow);
}

/* --- the head */

/* the columns from `c` on that share a head; 1 when it has none */
static size_t group_size(const struct grid *grid, size_t c) {
    const struct doc_column *columns = grid->table->columns;
    size_t size = 1;
    while (columns[c].group.size && c + size < grid->table->column_count &&
           str_equal(columns[c + size].group, columns[c].group))
        size++;
    return size;
}

static int64_t groups_height(const struct grid *grid) {
    return grid->grouped ? grid->leading + 2 * PAD_Y : 0;
}

static void place_group(struct flow *flow, const struct grid *grid, size_t c, size_t size,
                        int64_t x, int64_t width, bool artifact) {
    struct str label = grid->table->columns[c].group;
    struct text_block block = {.type = {(enum font_family)flow->style->table_family, FONT_BOLD,
                                        grid->size, grid->leading, INK_TEXT}};
    struct element element = {.kind = label.size ? ELEMENT_HEAD_CELL : ELEMENT_CELL,
                              .scope = SCOPE_COLUMN,
                              .columns = (uint8_t)size};
    label = text_shortened(flow, label, &block.type, width - 2 * grid->pad);
    block_add_text(flow, &block, label, FONT_BOLD, grid->node);
    block_break(flow, &block, width - 2 * grid->pad, 0);
    if (!artifact)
        flow_open(flow, element);
    if (block.line_count)
        block_place(flow, &block, 0, x + grid->pad,
                    flow->y + PAD_Y + grid->leading - grid->size * 35 / 100,
                    width - 2 * grid->pad, LINE_CENTER, artifact);
    if (!artifact)
        flow_close(flow);
    if (label.size)
        flow_rule(flow, x + grid->pad, flow->y + groups_height(grid), width - 2 * grid->pad,
                  RULE_HAIR, INK_TEXT);
}

static void place_groups(struct flow *flow, const struct grid *grid, bool artifact) {
    int64_t x = flow->left;
    if (!artifact)
        flow_open(flow, (struct element){.kind = ELEMENT_ROW});
    for (size_t c = 0, size; c < grid->table->column_count; c += size) {
        int64_t width = 0;
        size = group_size(grid, c);
        for (size_t i = c; i < c + size; i++)
            width += grid->columns[i].width;
        place_group(flow, grid, c, size, x, width, artifact);
        x += width;
    }
    if (!artifact)
        flow_close(flow);
    flow->y += groups_height(grid);
}

static void place_head(struct flow *flow, const struct grid *grid, bool repeated) {
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_STRONG, INK_TEXT);
    if (grid->grouped)
        place_groups(flow, grid, repeated);
    if (!grid->head)
        return;
    struct arena_mark mark = arena_mark(flow->scratch);
    struct row row = row_make(flow, grid, grid->head);
    if (!repeated)
        open_row(flow, &row);
    place_lines(flow, grid, &row, 0, row.line_count, repeated);
    if (!repeated)
        flow_close(flow);
    arena_release(flow->scratch, mark);
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_THIN, INK_TEXT);
}

static int64_t row_height(struct flow *flow, const struct grid *grid,
                          const struct doc_node *node) {
    struct arena_mark mark = arena_mark(flow->scratch);
    struct row row = row_make(flow, grid, node);
    arena_release(flow->scratch, mark);
    return row.height + row.notes;
}

static int64_t head_height(struct flow *flow, const struct grid *grid) {
    return groups_height(grid) + (grid->head ? row_height(flow, grid, grid->head) : 0);
}

/* --- the whole */

/* All of a small table, or the first rows of a larger one. */
int64_t table_start_height(struct flow *flow, const struct doc_node *table) {
    enum { ROWS = 5, ROWS_SMALL = 16 };
    struct grid *grid = grid_of(flow, table);
    int64_t total = groups_height(grid), start = 0;
    int64_t page = flow->frame.height - flow->frame.top - flow->frame.bottom;
    size_t rows = 0;
    if (table->table->caption.size)
        total += flow_caption_height(flow, "table", table, table->table->caption);
    for (const struct doc_node *row = table->first; row; row = row->next, rows++) {
        start = rows == ROWS ? total : start;
        if (rows == ROWS_SMALL)
            return start;
        int64_t height = row_height(flow, grid, row);
        if (rows < ROWS && rows && total + height > page / 2)
            return total + 3 * grid->leading; /* of a row that may be taller than a page */
        total += height;
        if (rows >= ROWS && total > page * 2 / 5)
            return start;
    }
    return total;
}

static void place_note(struct flow *flow, const struct doc_node *node) {
    int64_t size = flow->style->table_size - 500;
    struct text_block block = {.type = {(enum font_family)flow->style->body_family, FONT_ITALIC,
                                        size, size * 13 / 10, INK_MUTED}};
    block_add_text(flow, &block, node->table->note, FONT_ITALIC, node);
    flow->y += 3000;
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, 0, LINE_START);
    flow_close(flow);
}

static void next_sheet(struct flow *flow, const struct grid *grid) {
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_STRONG, INK_TEXT);
    flow_new_sheet(flow);
    int64_t body = flow->frame.height - flow->frame.top - flow->frame.bottom;
    if (head_height(flow, grid) < body / 2)
        place_head(flow, grid, true);
    else
        flow_rule(flow, flow->left, flow->y, grid->width, RULE_STRONG, INK_TEXT);
}

/* a row that no page can hold: as many of its lines as fit, page by page */
static void place_tall(struct flow *flow, const struct grid *grid, struct row *row) {
    for (size_t done = 0; done < row->line_count;) {
        int64_t room = flow_room(flow) - 2 * PAD_Y;
        size_t fit = room > grid->leading ? (size_t)(room / grid->leading) : 1;
        size_t to = done + fit < row->line_count ? done + fit : row->line_count;
        open_row(flow, row);
        place_lines(flow, grid, row, done, to, false);
        flow_close(flow);
        done = to;
        if (done < row->line_count)
            next_sheet(flow, grid);
    }
}

static void stripe(struct flow *flow, const struct grid *grid, const struct row *row,
                   size_t index) {
    if (flow->style->table_striped && index % 2 && row->node->role == DOC_ROW_BODY)
        flow_rule(flow, flow->left, flow->y, grid->width, row->height, INK_STRIPE);
}

static void place_body(struct flow *flow, const struct grid *grid) {
    int64_t body = flow->frame.height - flow->frame.top - flow->frame.bottom;
    int64_t tallest = body - head_height(flow, grid);
    size_t index = 0;
    for (const struct doc_node *node = grid->node->first; node; node = node->next) {
        if (node == grid->head)
            continue;
        struct arena_mark mark = arena_mark(flow->scratch);
        struct row row = row_make(flow, grid, node);
        int64_t next = 0; /* a total or the last row does not stand alone on a page */
        if (node->next && (node->next->role >= DOC_ROW_SUBTOTAL || !node->next->next))
            next = row_height(flow, grid, node->next);
        bool tall = row.height + row.notes > tallest;
        bool first = index == 0;
        if (flow_room(flow) < row.height + row.notes + next && !flow_fresh(flow) &&
            !(tall && first)) {
            next_sheet(flow, grid);
            row.notes = 0;
        } else if (node->role != DOC_ROW_TOTAL && !first && !flow->style->table_striped) {
            flow_rule(flow, flow->left, flow->y, grid->width, RULE_HAIR, INK_GRID);
        }
        stripe(flow, grid, &row, index++);
        if (tall)
            place_tall(flow, grid, &row);
        else
            place_row(flow, grid, &row);
        arena_release(flow->scratch, mark);
    }
}

void flow_table(struct flow *flow, const struct doc_node *node) {
    flow->y += flow_fresh(flow) ? 0 : 6000;
    flow_need(flow, table_start_height(flow, node));
    flow_anchor(flow, node->id);
    flow_open(flow, (struct element){.kind = ELEMENT_TABLE});
    if (node->table->caption.size)
        flow_caption(flow, "table", node, node->table->caption);
    struct grid *grid = grid_of(flow, node);
    place_head(flow, grid, false);
    place_body(flow, grid);
    flow_rule(flow, flow->left, flow->y, grid->width, RULE_STRONG, INK_TEXT);
    flow_close(flow);
    if (node->table->note.size)
        place_note(flow, node);
    flow->y += 12000;
}
