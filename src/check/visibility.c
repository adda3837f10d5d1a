/* Who may see what: declared on types, fields and indicators, and made consistent: nothing is
 * for more people than what it shows. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

bool audience_read(struct checker *checker, const struct tree *tree, const char *key,
                   enum audience *audience) {
    struct str name = mapping_text(checker, tree, key);
    if (name.size == 0)
        return false;
    if (audience_of(name, audience))
        return true;
    DIAG(checker->diags, DIAG_BAD_AUDIENCE, tree_get(tree, str_of(key))->span, name);
    return false;
}

static enum audience narrower(enum audience a, enum audience b) {
    return a > b ? a : b;
}

static void settle_field(struct field *field, const struct record_type *type) {
    const struct field *item = field->item ? field->item : field;
    field->visibility = narrower(field->visibility, type->visibility);
    if (item->target)
        field->visibility = narrower(field->visibility, item->target->visibility);
    if (field->rows)
        field->rows->visibility = field->visibility;
}

/* a record is called by its title wherever it is named */
static void check_title(struct checker *checker, const struct record_type *type) {
    for (size_t i = 0; i < type->title_count; i++)
        if (type->title[i]->visibility > type->visibility)
            DIAG(checker->diags, DIAG_TITLE_HIDDEN, type->title[i]->span, type->title[i]->name,
                 str_of(audience_name(type->title[i]->visibility)), type->name);
}

/* the order in which records are published tells which has more */
static void check_sort(struct checker *checker, const struct record_type *type) {
    if (type->sort && type->sort->visibility > type->visibility)
        DIAG(checker->diags, DIAG_SORT_HIDDEN, type->sort->span, type->sort->name,
             str_of(audience_name(type->sort->visibility)), type->name);
}

void visibility_settle(struct checker *checker) {
    const struct schema *schema = &checker->checked->schema;
    for (size_t i = 0; i < schema->count; i++) /* parents stand before their children */
        for (size_t j = 0; j < schema->types[i]->field_count; j++)
            settle_field(&schema->types[i]->fields[j], schema->types[i]);
    for (size_t i = 0; i < schema->count; i++) {
        check_title(checker, schema->types[i]);
        check_sort(checker, schema->types[i]);
    }
}

/* --- indicators */

static enum audience reads_of(const struct indicator *indicator) {
    enum audience reads = AUDIENCE_PUBLIC;
    if (indicator->from) {
        reads = narrower(indicator->from->visibility, expression_visibility(indicator->where));
        if (indicator->of)
            reads = narrower(reads, expression_visibility(indicator->of->where));
        if (indicator->amount.count)
            reads = narrower(reads, path_visibility(&indicator->amount));
        for (size_t i = 0; i < indicator->breakdown_count; i++)
            for (size_t k = 0; k < indicator->breakdowns[i].count; k++)
                reads = narrower(reads, path_visibility(&indicator->breakdowns[i].keys[k]));
    }
    for (size_t i = 0; i < indicator->operand_count; i++)
        reads = narrower(reads, indicator->operands[i]->reads);
    return reads;
}

/* the cells of a breakdown are called by the titles of the records they stand for */
static void check_keys(struct checker *checker, const struct indicator *indicator) {
    for (size_t i = 0; i < indicator->breakdown_count; i++)
        for (size_t k = 0; k < indicator->breakdowns[i].count; k++) {
            const struct path *key = &indicator->breakdowns[i].keys[k];
            if (key->target && key->target->visibility > indicator->visibility)
                DIAG(checker->diags, DIAG_KEY_HIDDEN, key->span, key->text, key->target->name,
                     str_of(audience_name(key->target->visibility)),
                     str_of(audience_name(indicator->visibility)));
        }
}

/* Small cells are hidden in vain when the rows themselves are published. */
static void read_minimum(struct checker *checker, struct indicator *indicator) {
    const struct tree *minimum = tree_get(indicator->tree, STR("minimum_cell"));
    if (!minimum)
        return;
    indicator->minimum_cell = mapping_number(checker, indicator->tree, "minimum_cell", 0);
    if (indicator->minimum_cell < 2 || indicator->aggregation == AGGREGATE_GIVEN)
        DIAG(checker->diags, DIAG_BAD_MINIMUM, minimum->span, minimum->text);
    else if (indicator->from && indicator->from->visibility <= indicator->visibility)
        DIAG(checker->diags, DIAG_MINIMUM_IN_VAIN, minimum->span, indicator->id,
             indicator->from->name, str_of(audience_name(indicator->visibility)));
}

static int64_t larger(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* What is hidden of some rows must not be had from other numbers of the same rows, nor from
 * what is computed from them; and what is hidden of a computed number, not from its operands.
 */
static void spread_minimum(const struct indicators *all) {
    for (size_t i = all->count; i-- > 0;)
        for (size_t j = 0; j < all->order[i]->operand_count; j++) {
            struct indicator *operand = all->items[all->order[i]->operands[j]->index];
            operand->minimum_cell = larger(operand->minimum_cell, all->order[i]->minimum_cell);
        }
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < all->count && all->items[i]->from; j++)
            if (all->items[j]->from == all->items[i]->from)
                all->items[i]->minimum_cell =
                    larger(all->items[i]->minimum_cell, all->items[j]->minimum_cell);
    for (size_t i = 0; i < all->count; i++)
        for (size_t j = 0; j < all->order[i]->operand_count; j++)
            all->order[i]->minimum_cell =
                larger(all->order[i]->minimum_cell, all->order[i]->operands[j]->minimum_cell);
}

void indicators_visibility(struct checker *checker) {
    const struct indicators *all = &checker->checked->indicators;
    for (size_t i = 0; i < all->count; i++) {
        struct indicator *indicator = all->order[i];
        indicator->reads = reads_of(indicator);
        indicator->visibility = indicator->reads;
        for (size_t j = 0; j < indicator->operand_count; j++) {
            indicator->visibility =
                j ? narrower(indicator->visibility, indicator->operands[j]->visibility)
                  : indicator->operands[j]->visibility;
        }
        audience_read(checker, indicator->tree, "visibility", &indicator->visibility);
        check_keys(checker, indicator);
        read_minimum(checker, indicator);
    }
    spread_minimum(all);
}
