/* ```table rows: … — records as rows; columns are fields and indicators. */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "compose/internal.h"

enum rows_kind { ROWS_NUMBER, ROWS_TITLE, ROWS_FIELD, ROWS_INDICATOR };

struct rows_column {
    enum rows_kind kind;
    const struct field *field;
    const struct table *table;
    const struct breakdown *breakdown;
    struct scaling scaling;
    int128_t sum, denominator; /* of what is shown */
    bool hidden;               /* one of them may not be known, so their sum neither */
};

struct rows {
    struct scope *scope;
    struct composer *composer;
    const struct record_type *type;
    struct row **items; /* the ones shown */
    size_t count;
    bool all; /* every record of the type is shown */
    struct rows_column *columns;
    size_t column_count;
    struct doc_node *table;
};

static bool rows_select(struct rows *rows, const struct content_block *block) {
    struct selection selection;
    bool ok = select_rows(rows->scope, block, "rows", &selection);
    rows->type = selection.type;
    rows->items = selection.items;
    rows->count = selection.count;
    rows->all = selection.all;
    return ok;
}

static struct str type_key(const struct record_type *type) {
    return type->parent ? type->parent_field->name : type->name;
}

static bool read_column(struct rows *rows, const struct tree *item,
                        struct rows_column *column) {
    struct composer *composer = rows->composer;
    *column = (struct rows_column){.scaling = scaling_start()};
    if (str_equal(item->text, STR("title"))) {
        column->kind = ROWS_TITLE;
        return true;
    }
    column->field = schema_field(rows->type, item->text);
    if (column->field) {
        column->kind = ROWS_FIELD;
        return refuse_hidden(composer, column->field->visibility, column->field->name,
                             item->span);
    }
    const struct indicator *indicator =
        map_get(&composer->checked->indicators.by_id, item->text);
    if (!indicator) {
        struct str near = map_nearest(&rows->type->by_name, item->text);
        if (near.size == 0)
            near = map_nearest(&composer->checked->indicators.by_id, item->text);
        DIAG(composer->diags, DIAG_UNKNOWN_COLUMN, item->span, item->text,
             near.size ? near : STR("title"));
        return false;
    }
    if (!refuse_hidden(composer, indicator->visibility, indicator->id, item->span))
        return false;
    column->kind = ROWS_INDICATOR;
    column->table = table_of(composer, indicator);
    column->breakdown =
        block_breakdown(rows->scope, column->table, type_key(rows->type), item->span);
    return column->breakdown != NULL;
}

/* a label for a column that is not there would be lost in silence */
static bool check_labels(struct rows *rows, const struct tree *labels,
                         const struct tree *columns) {
    bool ok = true;
    for (const struct tree *label = labels ? labels->first : NULL; label; label = label->next) {
        bool known = false;
        for (const struct tree *column = columns->first; column; column = column->next)
            known |= str_equal(column->text, label->key);
        if (!known)
            DIAG(rows->composer->diags, DIAG_UNKNOWN_COLUMN, tree_key_span(label), label->key,
                 STR("labels"));
        ok &= known;
    }
    return ok;
}

static bool read_columns(struct rows *rows, const struct content_block *block) {
    const struct tree *list = tree_get(block->body, STR("columns"));
    bool ok = true;
    if (!list || list->kind != TREE_LIST || list->count == 0 ||
        list->count > LIMIT_TABLE_COLUMNS) {
        DIAG(rows->composer->diags, DIAG_MISSING_KEY, block->span, STR("columns"));
        return false;
    }
    rows->columns = ARENA_ARRAY(rows->composer->arena, struct rows_column, list->count + 1);
    if (block_flag(rows->scope, block, "numbered"))
        rows->columns[rows->column_count++].kind = ROWS_NUMBER;
    for (const struct tree *item = list->first; item; item = item->next)
        ok &= read_column(rows, item, &rows->columns[rows->column_count++]);
    return ok && check_labels(rows, tree_get(block->body, STR("labels")), list);
}

static const struct cell *cell_of(const struct rows_column *column, const struct row *row) {
    const struct cell *cell = breakdown_find(column->breakdown, row->id);
    return cell ? cell : cell_absent(column->table->indicator);
}

/* money is summed and scaled over the column before the first cell is written; false: a sum is
 * too large to be shown */
static bool measure(struct rows *rows, const struct content_block *block) {
    bool ok = true;
    for (size_t c = 0; c < rows->column_count; c++) {
        struct rows_column *column = &rows->columns[c];
        for (size_t i = 0; i < rows->count; i++) {
            if (column->kind == ROWS_INDICATOR) {
                const struct cell *cell = cell_of(column, rows->items[i]);
                column->sum += cell->value;
                column->hidden |= cell->hidden;
                column->denominator += cell->denominator;
                scaling_add_cell(rows->composer, &column->scaling, column->table, cell);
            } else if (column->kind == ROWS_FIELD && field_is_number(column->field->type)) {
                const struct value *value = &rows->items[i]->values[column->field->index];
                if (value->state != VALUE_PRESENT)
                    continue;
                column->sum += value->number;
                scaling_add(rows->composer, &column->scaling, value->number);
            }
        }
        if (column->kind == ROWS_INDICATOR) /* the foot may show what no row has */
            scaling_add_cell(rows->composer, &column->scaling, column->table,
                             &column->table->total);
        if ((int64_t)column->sum != column->sum) {
            DIAG(rows->composer->diags, DIAG_SUM_OVERFLOW, block->span,
                 column->field ? column->field->name : column->table->indicator->id);
            ok = false;
        }
    }
    return ok;
}

static bool is_money(const struct rows_column *column) {
    return column->kind == ROWS_INDICATOR
               ? column->table->indicator->money
               : column->kind == ROWS_FIELD && column->field->type == FIELD_MONEY;
}

static void describe_columns(struct rows *rows, const struct tree *labels,
                             const struct tree *names) {
    struct composer *composer = rows->composer;
    const struct tree *name = names->first;
    for (size_t c = 0; c < rows->column_count; c++) {
        const struct rows_column *column = &rows->columns[c];
        struct doc_column *shown = table_column(rows->table, c);
        bool number = column->kind == ROWS_INDICATOR || column->kind == ROWS_NUMBER ||
                      (column->kind == ROWS_FIELD && field_is_number(column->field->type));
        *shown = (struct doc_column){.align = number ? DOC_ALIGN_END : DOC_ALIGN_START,
                                     .number = number,
                                     .row_head = column->kind == ROWS_TITLE};
        if (column->kind == ROWS_NUMBER) {
            shown->label = text_of(composer, "row_number");
            continue;
        }
        struct str unit = STR_EMPTY;
        if (column->kind == ROWS_TITLE) {
            shown->label = rows->type->label;
        } else if (column->kind == ROWS_FIELD) {
            shown->label = column->field->label;
            unit = column->field->unit;
        } else {
            shown->label = column->table->indicator->label;
            unit = column->table->indicator->unit;
        }
        shown->unit = is_money(column) ? scaling_unit(composer, &column->scaling, unit) : unit;
        const struct tree *label = labels ? tree_get(labels, name->text) : NULL;
        if (label)
            shown->label = label->text;
        if (str_equal(text_lower(composer->arena, shown->label),
                      text_lower(composer->arena, shown->unit)))
            shown->unit = STR_EMPTY;
        name = name->next;
    }
}

static void add_field(struct rows *rows, const struct rows_column *column,
                      const struct row *record, struct doc_node *row) {
    struct composer *composer = rows->composer;
    const struct value *value = &record->values[column->field->index];
    struct str text = field_text(composer, column->field, value);
    if (value->state == VALUE_PRESENT && column->field->type == FIELD_REF) {
        cell_add_link(composer, row, text,
                      rows->scope->report ? STR_EMPTY : record_path(composer, value->ref));
    } else if (value->state == VALUE_PRESENT && field_is_number(column->field->type)) {
        struct token token = {.kind = DOC_VALUE, .text = text};
        struct decimal number = {value->number, column->field->places};
        token.raw = decimal_text(composer->arena, number);
        if (column->field->type == FIELD_MONEY)
            token.text = scaled_text(composer, &column->scaling, value->number);
        cell_add_value(composer, row, token);
    } else {
        cell_add_text(composer, row, text);
    }
}

static void add_indicator(struct rows *rows, const struct rows_column *column,
                          const struct row *record, struct doc_node *row) {
    struct composer *composer = rows->composer;
    const struct cell *cell = cell_of(column, record);
    struct token token =
        cell_token(composer, column->table, column->breakdown, cell, FORM_EXACT);
    if (cell->name.size == 0) /* no cell of its own: a zero that leads to the whole */
        token.target = indicator_path(composer, column->table->indicator);
    scaled_cell(composer, &column->scaling, column->table, cell, &token.text);
    cell_add_value(composer, row, token);
}

static void add_record(struct rows *rows, size_t index) {
    struct composer *composer = rows->composer;
    const struct row *record = rows->items[index];
    struct doc_node *row = table_row(composer, rows->table, DOC_ROW_BODY);
    for (size_t c = 0; c < rows->column_count; c++) {
        const struct rows_column *column = &rows->columns[c];
        switch (column->kind) {
        case ROWS_NUMBER:
            cell_add_text(composer, row, str_format(composer->arena, "%zu", index + 1));
            break;
        case ROWS_TITLE:
            cell_add_link(composer, row, record->title.size ? record->title : record->id,
                          rows->scope->report ? STR_EMPTY : record_path(composer, record));
            break;
        case ROWS_FIELD:
            add_field(rows, column, record, row);
            break;
        case ROWS_INDICATOR:
            add_indicator(rows, column, record, row);
        }
    }
}

/* the foot of an indicator's column: its own total when all records are shown, else what is
 * shown */
static void add_indicator_total(struct rows *rows, const struct rows_column *column,
                                struct doc_node *row) {
    struct composer *composer = rows->composer;
    const struct indicator *indicator = column->table->indicator;
    struct cell shown = {.value = (int64_t)column->sum,
                         .denominator = (int64_t)column->denominator,
                         .hidden = column->hidden};
    bool same = rows->all || indicator_adds_up(indicator);
    if (!same) {
        cell_add_text(composer, row, STR_EMPTY);
        return;
    }
    const struct cell *cell = rows->all ? &column->table->total : &shown;
    struct token token = cell_token(composer, column->table, NULL, cell, FORM_EXACT);
    scaled_cell(composer, &column->scaling, column->table, cell, &token.text);
    cell_add_value(composer, row, token);
}

static void add_total(struct rows *rows) {
    struct composer *composer = rows->composer;
    struct doc_node *row = table_row(composer, rows->table, DOC_ROW_TOTAL);
    bool named = false;
    for (size_t c = 0; c < rows->column_count; c++) {
        const struct rows_column *column = &rows->columns[c];
        bool number = column->kind == ROWS_FIELD && field_is_number(column->field->type);
        if (column->kind == ROWS_INDICATOR) {
            add_indicator_total(rows, column, row);
        } else if (number && column->field->type == FIELD_MONEY) {
            cell_add_text(composer, row,
                          scaled_text(composer, &column->scaling, (int64_t)column->sum));
        } else {
            /* quantities of different things are not added up */
            bool name = !named && column->kind != ROWS_NUMBER;
            cell_add_text(composer, row, name ? text_of(composer, "total") : STR_EMPTY);
            named |= name;
        }
    }
}

bool rows_compose(struct scope *scope, const struct content_block *block,
                  struct doc_node *parent) {
    static const char *const KEYS[] = {"rows",   "columns", "where", "total",    "numbered",
                                       "labels", "groups",  "empty", TABLE_KEYS, NULL};
    struct rows rows = {.scope = scope, .composer = scope->composer};
    if (!block_keys(scope, block, KEYS) || !rows_select(&rows, block) ||
        !read_columns(&rows, block))
        return false;
    if (block_empty(scope, block, rows.count, parent))
        return true;
    if (!measure(&rows, block))
        return false;
    const struct tree *names = tree_get(block->body, STR("columns"));
    rows.table = table_new(rows.composer, rows.column_count);
    describe_columns(&rows, tree_get(block->body, STR("labels")), names);
    if (!block_groups(scope, block, names, rows.column_count - names->count, rows.table))
        return false;
    table_head(rows.composer, rows.table);
    for (size_t i = 0; i < rows.count; i++)
        add_record(&rows, i);
    if (block_flag(scope, block, "total"))
        add_total(&rows);
    return block_append(scope, block, rows.table, parent);
}
