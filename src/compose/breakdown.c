/* A breakdown as a table: each number leading to its contributors, subtotals under the groups
 * of a crossed one, ranks where they are asked for. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/internal.h"

struct str key_label(struct composer *composer, const struct path *path) {
    if (path->part == DATE_YEAR)
        return text_of(composer, "year");
    if (path->part == DATE_QUARTER)
        return text_of(composer, "quarter");
    if (path->part == DATE_MONTH)
        return text_of(composer, "month");
    if (path->field && path->field->label.size)
        return path->field->label;
    return path->target ? path->target->label : path->text;
}

/* Of all cells, of their subtotals, and of the total. The last two may hold what has no cell
 * that is shown. */
struct scaling breakdown_scaling(struct composer *composer, const struct table *table,
                                 const struct breakdown *breakdown) {
    struct scaling scaling = scaling_start();
    scaling_add_cell(composer, &scaling, table, &table->total);
    for (size_t i = 0; i < breakdown->count; i++)
        scaling_add_cell(composer, &scaling, table, &breakdown->cells[i]);
    for (size_t count = 1; count < breakdown->by->count; count++) {
        const struct breakdown *beginning =
            table_breakdown(table, by_beginning(composer->arena, breakdown->by, count));
        for (size_t i = 0; beginning && i < beginning->count; i++)
            scaling_add_cell(composer, &scaling, table, &beginning->cells[i]);
    }
    return scaling;
}

struct token breakdown_token(struct composer *composer, const struct table *table,
                             const struct breakdown *breakdown, const struct cell *cell,
                             const struct scaling *scaling) {
    struct token token = cell_token(composer, table, breakdown, cell, FORM_EXACT);
    scaled_cell(composer, scaling, table, cell, &token.text);
    return token;
}

/* what the rows of one table of a breakdown share */
struct breakdown_rows {
    struct composer *composer;
    const struct table *table;
    const struct breakdown_view *view;
    struct scaling scaling;
    struct doc_node *node;
    size_t keys;
};

static void add_cell(struct breakdown_rows *rows, const struct cell *cell, size_t rank) {
    struct composer *composer = rows->composer;
    const struct breakdown *breakdown = rows->view->breakdown;
    struct doc_node *row = table_row(composer, rows->node, DOC_ROW_BODY);
    struct str path = cell_path(composer, rows->table->indicator, breakdown, cell);
    if (rows->view->anchors)
        row->id = str_from(path, str_find_char(path, '#') + 1);
    if (rows->view->ranks)
        cell_add_text(composer, row,
                      rank ? str_format(composer->arena, "%zu", rank)
                           : text_of(composer, "not_applicable"));
    for (size_t k = 0; k < rows->keys; k++) {
        const struct value *key = &cell->keys[k];
        const struct path *by = &breakdown->by->keys[k];
        bool leads = key->state == VALUE_PRESENT && path_type(by) == FIELD_REF;
        cell_add_link(composer, row, key_text(composer, by, key),
                      leads ? record_path(composer, key->ref) : STR_EMPTY);
    }
    struct token token =
        breakdown_token(composer, rows->table, breakdown, cell, &rows->scaling);
    if (rows->view->anchors)
        token.target = STR_EMPTY;
    cell_add_value(composer, row, token);
}

/* the part of a cell's name that its first `count` keys make */
static struct str group_name(const struct cell *cell, size_t count) {
    return str_slice(cell->name, 0, cell->name_ends[count - 1]);
}

/* After the last cell of a group: the cell of the breakdown by its beginning. */
static void add_subtotal(struct breakdown_rows *rows, const struct cell *last, size_t count) {
    struct composer *composer = rows->composer;
    const struct by *by = rows->view->breakdown->by;
    const struct breakdown *beginning =
        table_breakdown(rows->table, by_beginning(composer->arena, by, count));
    const struct cell *cell =
        beginning ? breakdown_find(beginning, group_name(last, count)) : NULL;
    if (!cell)
        return;
    struct doc_node *row = table_row(composer, rows->node, DOC_ROW_SUBTOTAL);
    for (size_t k = 0; k < rows->keys; k++)
        cell_add_text(composer, row,
                      k + 1 == count ? key_text(composer, &by->keys[k], &cell->keys[k])
                      : k == count   ? text_of(composer, "subtotal")
                                     : STR_EMPTY);
    cell_add_value(composer, row,
                   breakdown_token(composer, rows->table, beginning, cell, &rows->scaling));
}

static void add_columns(struct breakdown_rows *rows) {
    struct composer *composer = rows->composer;
    const struct indicator *indicator = rows->table->indicator;
    size_t at = 0;
    if (rows->view->ranks)
        *table_column(rows->node, at++) = (struct doc_column){
            .label = text_of(composer, "rank"), .align = DOC_ALIGN_END, .number = true};
    for (size_t i = 0; i < rows->keys; i++)
        *table_column(rows->node, at++) = (struct doc_column){
            .label = key_label(composer, &rows->view->breakdown->by->keys[i]),
            .row_head = true};
    *table_column(rows->node, at) = (struct doc_column){
        .label = rows->keys ? text_of(composer, "value") : indicator->label,
        .unit = indicator->money ? scaling_unit(composer, &rows->scaling, indicator->unit)
                                 : indicator->unit,
        .align = DOC_ALIGN_END,
        .number = true};
    table_head(composer, rows->node);
}

static void add_total(struct breakdown_rows *rows) {
    struct composer *composer = rows->composer;
    struct doc_node *total = table_row(composer, rows->node, DOC_ROW_TOTAL);
    if (rows->view->ranks)
        cell_add_text(composer, total, STR_EMPTY);
    cell_add_text(composer, total, text_of(composer, "total"));
    for (size_t k = 1; k < rows->keys; k++)
        cell_add_text(composer, total, STR_EMPTY);
    cell_add_value(
        composer, total,
        breakdown_token(composer, rows->table, NULL, &rows->table->total, &rows->scaling));
}

struct doc_node *breakdown_table(struct composer *composer, const struct table *table,
                                 const struct breakdown_view *view) {
    const struct breakdown *breakdown = view->breakdown;
    size_t keys = breakdown->by->count;
    struct breakdown_rows rows = {
        .composer = composer,
        .table = table,
        .view = view,
        .scaling = breakdown_scaling(composer, table, breakdown),
        .node = table_new(composer, keys + (view->ranks ? 2 : 1)),
        .keys = keys,
    };
    add_columns(&rows);
    for (size_t i = 0; i < breakdown->count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        add_cell(&rows, cell, view->ranks ? view->ranks[i] : 0);
        for (size_t k = keys - 1; k > 0 && !view->sorted; k--)
            if (i + 1 == breakdown->count ||
                !str_equal(group_name(cell, k), group_name(cell + 1, k)))
                add_subtotal(&rows, cell, k);
    }
    add_total(&rows);
    return rows.node;
}
