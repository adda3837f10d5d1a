/* Evaluation over typed values; depth is bounded by LIMIT_EXPRESSION_DEPTH when it is read. */
#include "model/expression.h"

#include "base/arena.h"
#include "base/guard.h"

static int order_of(const struct path *path, const struct value *a, const struct value *b) {
    switch (path_type(path)) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        return str_compare(a->text, b->text);
    case FIELD_REF:
        return a->ref == b->ref ? 0 : 1;
    default:
        return (a->number > b->number) - (a->number < b->number);
    }
}

static bool compare(const struct expression *e, const struct row *row) {
    struct value value = path_value(&e->path, row);
    if (value.state != VALUE_PRESENT)
        return false;
    int order = order_of(&e->path, &value, &e->literals[0]);
    switch (e->comparison) {
    case COMPARE_EQUAL:
        return order == 0;
    case COMPARE_UNEQUAL:
        return order != 0;
    case COMPARE_LESS:
        return order < 0;
    case COMPARE_LESS_EQUAL:
        return order <= 0;
    case COMPARE_GREATER:
        return order > 0;
    case COMPARE_GREATER_EQUAL:
        return order >= 0;
    }
    return false;
}

static bool one_of(const struct expression *e, const struct row *row) {
    struct value value = path_value(&e->path, row);
    for (size_t i = 0; value.state == VALUE_PRESENT && i < e->literal_count; i++)
        if (order_of(&e->path, &value, &e->literals[i]) == 0)
            return true;
    return false;
}

bool expression_holds(const struct expression *e, const struct row *row) {
    if (!e)
        return true;
    switch (e->kind) {
    case EXPRESSION_AND:
        return expression_holds(e->left, row) && expression_holds(e->right, row);
    case EXPRESSION_OR:
        return expression_holds(e->left, row) || expression_holds(e->right, row);
    case EXPRESSION_NOT:
        return !expression_holds(e->left, row);
    case EXPRESSION_COMPARE:
        return compare(e, row);
    case EXPRESSION_IN:
        return one_of(e, row);
    case EXPRESSION_MISSING:
        return path_value(&e->path, row).state == VALUE_MISSING;
    }
    return false;
}

struct expression *expression_bind(struct arena *arena, struct expression *e,
                                   const struct row *here) {
    if (!e)
        return NULL;
    struct expression *copy = ARENA_NEW(arena, struct expression);
    *copy = *e;
    copy->left = expression_bind(arena, e->left, here);
    copy->right = expression_bind(arena, e->right, here);
    if (e->here) {
        copy->literals = ARENA_ARRAY(arena, struct value, e->literal_count);
        for (size_t i = 0; i < e->literal_count; i++) {
            copy->literals[i] = e->literals[i];
            if (!copy->literals[i].ref)
                copy->literals[i].ref = here;
        }
        copy->here = false;
    }
    return copy;
}

bool expression_uses(const struct expression *e, size_t field) {
    if (!e)
        return false;
    if (e->kind == EXPRESSION_AND || e->kind == EXPRESSION_OR || e->kind == EXPRESSION_NOT)
        return expression_uses(e->left, field) || expression_uses(e->right, field);
    return e->path.steps[0].kind != PATH_PARENT && e->path.steps[0].kind != PATH_SELF &&
           e->path.steps[0].kind != PATH_ID && e->path.steps[0].field == field;
}
