/* ```checklist field: … — every record of the type that a list field refers to: met, or not
 * yet. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

bool list_has(const struct value *list, const struct row *row) {
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].ref == row)
            return true;
    return false;
}

static void add_row(struct composer *composer, const struct row *record, bool met,
                    struct doc_node *table) {
    struct doc_node *row = table_row(composer, table, DOC_ROW_BODY);
    cell_add_text(composer, row, record->title);
    struct doc_node *cell = row_cell(composer, row);
    struct str state = text_of(composer, met ? "met" : "not_met");
    doc_add_text(composer->arena, met ? cell : doc_add(composer->arena, cell, DOC_STRONG),
                 state);
}

static void add_rows(struct composer *composer, const struct field *field,
                     const struct value *value, bool open_only, struct doc_node *table) {
    const struct rowset *set = dataset_rows(&composer->checked->dataset, field->item->target);
    size_t met = 0;
    for (size_t i = 0; i < set->count; i++) {
        bool has = list_has(value, set->items[i]);
        if (!has || !open_only)
            add_row(composer, set->items[i], has, table);
        met += has;
    }
    struct doc_node *total = table_row(composer, table, DOC_ROW_TOTAL);
    cell_add_text(composer, total, text_of(composer, "met_count"));
    cell_add_text(composer, total, str_format(composer->arena, "%zu/%zu", met, set->count));
}

static size_t open_count(struct composer *composer, const struct field *field,
                         const struct value *value) {
    const struct rowset *set = dataset_rows(&composer->checked->dataset, field->item->target);
    size_t open = 0;
    for (size_t i = 0; i < set->count; i++)
        open += !list_has(value, set->items[i]);
    return open;
}

static bool add_all_met(struct composer *composer, const struct value *value,
                        struct doc_node *parent) {
    struct doc_node *paragraph = doc_add(composer->arena, parent, DOC_PARAGRAPH);
    doc_add_text(composer->arena, paragraph,
                 str_format(composer->arena, "%.*s: %u/%u.",
                            STR_ARG(text_of(composer, "met_count")), value->count,
                            value->count));
    return true;
}

bool checklist_compose(struct scope *scope, const struct content_block *block,
                       struct doc_node *parent) {
    static const char *const KEYS[] = {"field", "show", "empty", TABLE_KEYS, NULL};
    struct composer *composer = scope->composer;
    const struct tree *name = tree_get(block->body, STR("field"));
    if (!block_keys(scope, block, KEYS))
        return false;
    const struct field *field =
        name && scope->record ? schema_field(scope->record->type, name->text) : NULL;
    if (!field || !field->item || !field->item->target) {
        DIAG(composer->diags, DIAG_BAD_BLOCK, name ? name->span : block->span, block->info,
             word_argument(WORD_BLOCK_CHECKLIST_FIELD));
        return false;
    }
    if (!refuse_hidden(composer, field->visibility, field->name, name->span))
        return false;
    const struct value *value = &scope->record->values[field->index];
    if (value->state != VALUE_PRESENT) {
        struct doc_node *paragraph = doc_add(composer->arena, parent, DOC_PARAGRAPH);
        struct str empty = block_text(scope, block, "empty");
        doc_add_text(composer->arena, paragraph,
                     empty.size ? empty : field_text(composer, field, value));
        return true;
    }
    const struct tree *show = tree_get(block->body, STR("show"));
    bool open_only = show && str_equal(show->text, STR("open"));
    if (show && !open_only && !str_equal(show->text, STR("all"))) {
        DIAG(composer->diags, DIAG_BAD_BLOCK, show->span, block->info,
             word_argument(WORD_BLOCK_SHOW));
        return false;
    }
    if (open_only && open_count(composer, field, value) == 0)
        return add_all_met(composer, value, parent);
    struct doc_node *table = table_new(composer, 2);
    *table_column(table, 0) =
        (struct doc_column){.label = field->item->target->label, .row_head = true};
    *table_column(table, 1) = (struct doc_column){.label = text_of(composer, "state")};
    table_head(composer, table);
    add_rows(composer, field, value, open_only, table);
    return block_append(scope, block, table, parent);
}
