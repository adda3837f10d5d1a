/* Making tables node by node. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

struct doc_node *table_new(struct composer *composer, size_t column_count) {
    struct doc_node *node = doc_new(composer->arena, DOC_TABLE, SPAN_NONE);
    node->table = ARENA_NEW(composer->arena, struct doc_table);
    node->table->column_count = column_count;
    node->table->columns = ARENA_ARRAY(composer->arena, struct doc_column, column_count);
    return node;
}

struct doc_column *table_column(struct doc_node *table, size_t index) {
    ASSERT(index < table->table->column_count);
    return &table->table->columns[index];
}

struct doc_node *table_row(struct composer *composer, struct doc_node *table,
                           enum doc_row_role role) {
    struct doc_node *row = doc_add(composer->arena, table, DOC_ROW);
    row->role = role;
    return row;
}

struct doc_node *row_cell(struct composer *composer, struct doc_node *row) {
    return doc_add(composer->arena, row, DOC_CELL);
}

void table_head(struct composer *composer, struct doc_node *table) {
    struct doc_node *row = table_row(composer, table, DOC_ROW_HEAD);
    for (size_t i = 0; i < table->table->column_count; i++)
        cell_add_text(composer, row, table->table->columns[i].label);
}

void cell_add_text(struct composer *composer, struct doc_node *row, struct str text) {
    struct doc_node *cell = row_cell(composer, row);
    if (text.size)
        doc_add_text(composer->arena, cell, text);
}

void cell_add_link(struct composer *composer, struct doc_node *row, struct str text,
                   struct str target) {
    struct doc_node *cell = row_cell(composer, row);
    if (target.size)
        doc_add_link(composer->arena, cell, text, target);
    else if (text.size)
        doc_add_text(composer->arena, cell, text);
}

void value_add(struct composer *composer, struct doc_node *parent, const struct token *token) {
    if (token->kind == DOC_LINK && token->target.size) {
        doc_add_link(composer->arena, parent, token->text, token->target);
        return;
    }
    if (token->kind != DOC_VALUE) {
        doc_add_text(composer->arena, parent, token->text);
        return;
    }
    struct doc_node *node = doc_add(composer->arena, parent, DOC_VALUE);
    node->span = token->span;
    node->text = token->text;
    node->lead->raw = token->raw;
    node->lead->target = token->target;
    node->lead->hint = token->hint;
}

void cell_add_value(struct composer *composer, struct doc_node *row, struct token token) {
    value_add(composer, row_cell(composer, row), &token);
}
