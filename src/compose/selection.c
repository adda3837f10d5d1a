/* Which records a block shows: all of a type, or a list of the page's record; then the
 * condition. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

bool select_rows(struct scope *scope, const struct content_block *block, const char *key,
                 struct selection *selection) {
    struct composer *composer = scope->composer;
    const struct checked *checked = composer->checked;
    const struct tree *name = tree_get(block->body, str_of(key));
    const struct row *record = scope->record;
    const struct field *field = record ? schema_field(record->type, name->text) : NULL;
    const struct tree *where = tree_get(block->body, STR("where"));
    struct expression *condition = checked_filter(checked, where);
    struct row *const *items;
    size_t count, all = 0;
    *selection = (struct selection){0};
    if (field && field->rows) {
        selection->type = field->rows;
        items = record->values[field->index].rows;
        count = record->values[field->index].count;
    } else {
        selection->type = map_get(&checked->schema.by_name, name->text);
        if (!selection->type)
            return false; /* check has said so */
        const struct rowset *set = dataset_rows(&checked->dataset, selection->type);
        related_rows(composer, set, condition, record, &items, &count);
        all = set->count;
        selection->all = true;
    }
    if (!refuse_hidden(composer, selection->type->visibility, selection->type->name,
                       name->span) ||
        !refuse_hidden(composer, expression_visibility(condition), STR("where"),
                       where ? where->span : name->span))
        return false;
    struct expression *filter = expression_bind(composer->arena, condition, record);
    selection->items = ARENA_ARRAY(composer->arena, struct row *, count + 1);
    for (size_t i = 0; i < count; i++)
        if (expression_holds(filter, items[i]))
            selection->items[selection->count++] = items[i];
    selection->all = selection->all && selection->count == all;
    return true;
}
