/* ```matrix: records against all that their list field may refer to: met, or not; how many of
 * them each record has met, and by how many records each is met. */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "compose/internal.h"

struct matrix {
    struct composer *composer;
    struct selection rows;
    const struct field *field;
    const struct rowset *heads;
    bool titles; /* heads are titles, else ids */
    size_t *met; /* by head */
    struct doc_node *table;
};

static bool read_matrix(struct matrix *matrix, struct scope *scope,
                        const struct content_block *block) {
    static const char *const KEYS[] = {"rows", "field", "where",    "heads",
                                       "sort", "empty", TABLE_KEYS, NULL};
    struct composer *composer = matrix->composer;
    const struct tree *name = tree_get(block->body, STR("field"));
    const struct tree *heads = tree_get(block->body, STR("heads"));
    if (!block_keys(scope, block, KEYS))
        return false;
    if (!tree_get(block->body, STR("rows"))) {
        DIAG(composer->diags, DIAG_MISSING_KEY, block->span, STR("rows"));
        return false;
    }
    if (!select_rows(scope, block, "rows", &matrix->rows))
        return false;
    matrix->field = name ? schema_field(matrix->rows.type, name->text) : NULL;
    matrix->titles = heads && str_equal(heads->text, STR("title"));
    const struct tree *sort = tree_get(block->body, STR("sort"));
    const struct tree *odd = NULL;
    if (heads && !matrix->titles && !str_equal(heads->text, STR("id")))
        odd = heads;
    else if (sort && !str_equal(sort->text, STR("met")))
        odd = sort;
    if (odd || !matrix->field || !matrix->field->item || !matrix->field->item->target) {
        odd = odd ? odd : name;
        DIAG(composer->diags, DIAG_BAD_BLOCK, odd ? odd->span : block->span, block->info,
             word_argument(WORD_BLOCK_MATRIX));
        return false;
    }
    if (!refuse_hidden(composer, matrix->field->visibility, matrix->field->name, name->span))
        return false;
    matrix->heads = dataset_rows(&composer->checked->dataset, matrix->field->item->target);
    if (matrix->heads->count + 2 <= LIMIT_TABLE_COLUMNS)
        return true;
    DIAG(composer->diags, DIAG_TOO_MANY_COLUMNS, name->span,
         str_format(composer->arena, "%zu", matrix->heads->count + 2),
         str_format(composer->arena, "%d", LIMIT_TABLE_COLUMNS));
    return false;
}

/* one more than the number of heads that a record has met; 0: it does not say */
static size_t met_by(const struct matrix *matrix, const struct row *record) {
    const struct value *value = &record->values[matrix->field->index];
    size_t met = 0;
    for (size_t i = 0; i < matrix->heads->count && value->state == VALUE_PRESENT; i++)
        met += list_has(value, matrix->heads->items[i]);
    return value->state == VALUE_PRESENT ? met + 1 : 0;
}

/* those that have met most come first; of equals the order stays */
static void sort_records(struct matrix *matrix) {
    struct arena *arena = matrix->composer->arena;
    size_t count = matrix->rows.count, placed = 0;
    size_t *met = ARENA_ARRAY(arena, size_t, count + 1);
    struct row **sorted = ARENA_ARRAY(arena, struct row *, count + 1);
    for (size_t i = 0; i < count; i++)
        met[i] = met_by(matrix, matrix->rows.items[i]);
    for (size_t most = matrix->heads->count + 2; most-- > 0;)
        for (size_t i = 0; i < count; i++)
            if (met[i] == most)
                sorted[placed++] = matrix->rows.items[i];
    ASSERT(placed == count);
    matrix->rows.items = sorted;
}

static void describe_columns(struct matrix *matrix) {
    struct composer *composer = matrix->composer;
    size_t count = matrix->heads->count;
    *table_column(matrix->table, 0) =
        (struct doc_column){.label = matrix->rows.type->label, .row_head = true};
    for (size_t i = 0; i < count; i++) {
        const struct row *head = matrix->heads->items[i];
        *table_column(matrix->table, i + 1) =
            (struct doc_column){.label = matrix->titles ? head->title : head->id,
                                .group = matrix->field->item->target->label,
                                .align = DOC_ALIGN_CENTER};
    }
    *table_column(matrix->table, count + 1) = (struct doc_column){
        .label = text_of(composer, "met_count"), .align = DOC_ALIGN_END, .number = true};
    table_head(composer, matrix->table);
}

static void add_count(struct matrix *matrix, struct doc_node *row, size_t count, size_t of) {
    struct arena *arena = matrix->composer->arena;
    struct str text = str_format(arena, "%zu/%zu", count, of);
    cell_add_value(matrix->composer, row,
                   (struct token){.kind = DOC_VALUE, .text = text, .raw = text});
}

static void add_record(struct matrix *matrix, struct scope *scope, const struct row *record) {
    struct composer *composer = matrix->composer;
    const struct value *value = &record->values[matrix->field->index];
    bool present = value->state == VALUE_PRESENT;
    size_t count = 0;
    struct doc_node *row = table_row(composer, matrix->table, DOC_ROW_BODY);
    cell_add_link(composer, row, record->title.size ? record->title : record->id,
                  scope->report ? STR_EMPTY : record_path(composer, record));
    for (size_t i = 0; i < matrix->heads->count; i++) {
        bool met = present && list_has(value, matrix->heads->items[i]);
        cell_add_text(composer, row,
                      present ? text_of(composer, met ? "mark_met" : "mark_not_met")
                              : field_text(composer, matrix->field, value));
        matrix->met[i] += met;
        count += met;
    }
    if (present)
        add_count(matrix, row, count, matrix->heads->count);
    else
        cell_add_text(composer, row, field_text(composer, matrix->field, value));
}

static void add_total(struct matrix *matrix) {
    struct composer *composer = matrix->composer;
    struct doc_node *row = table_row(composer, matrix->table, DOC_ROW_TOTAL);
    cell_add_text(composer, row, text_of(composer, "total"));
    for (size_t i = 0; i < matrix->heads->count; i++)
        cell_add_text(composer, row, str_format(composer->arena, "%zu", matrix->met[i]));
    cell_add_text(composer, row, STR_EMPTY);
}

bool matrix_compose(struct scope *scope, const struct content_block *block,
                    struct doc_node *parent) {
    struct composer *composer = scope->composer;
    struct matrix matrix = {.composer = composer};
    if (!read_matrix(&matrix, scope, block))
        return false;
    if (block_empty(scope, block, matrix.rows.count, parent))
        return true;
    if (tree_get(block->body, STR("sort")))
        sort_records(&matrix);
    matrix.met = ARENA_ARRAY(composer->arena, size_t, matrix.heads->count + 1);
    matrix.table = table_new(composer, matrix.heads->count + 2);
    matrix.table->table->landscape = true;
    describe_columns(&matrix);
    for (size_t i = 0; i < matrix.rows.count; i++)
        add_record(&matrix, scope, matrix.rows.items[i]);
    add_total(&matrix);
    matrix.table->table->note = text_of(composer, "marks_of_matrix");
    return block_append(scope, block, matrix.table, parent);
}
