/* Evaluation over typed values; depth is bounded by LIMIT_EXPRESSION_DEPTH when it is read. */
#include "model/expression.h"

#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"

/* What a value of the path is compared with, in one row. */
struct question {
    const struct expression *expression;
    const struct row *row;
};

/* Two values of which `a` is at the end of `path`; `b` too, or at the end of `other`. Values
 * without an order are equal (0) or not. */
static int order_of(const struct path *path, const struct value *a, const struct path *other,
                    const struct value *b) {
    switch (path_type(path)) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        return str_compare(a->text, b->text);
    case FIELD_REF:
        return a->ref == b->ref ? 0 : 1;
    case FIELD_ENUM:
        return other ? str_compare(path->field->codes[a->number].name,
                                   other->field->codes[b->number].name)
                     : (a->number > b->number) - (a->number < b->number);
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
    case FIELD_DATE:
    case FIELD_YEAR:
    case FIELD_BOOLEAN:
    case FIELD_LIST:
    case FIELD_TYPE_COUNT:
        break;
    }
    return decimal_compare((struct decimal){a->number, path_scale(path)},
                           (struct decimal){b->number, path_scale(other ? other : path)});
}

static bool satisfies(enum comparison comparison, int order) {
    switch (comparison) {
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

static bool operand_satisfies(const struct question *question, const struct value *value,
                              enum comparison comparison, const struct operand *operand) {
    struct value scratch;
    const struct value *other = &operand->value;
    if (operand->path)
        other = path_at(operand->path, question->row, &scratch);
    return other->state == VALUE_PRESENT &&
           satisfies(comparison,
                     order_of(&question->expression->path, value, operand->path, other));
}

static bool value_holds(const struct value *value, const void *context) {
    const struct question *question = context;
    const struct expression *e = question->expression;
    if (e->kind == EXPRESSION_STATE)
        return value->state == e->state;
    if (value->state != VALUE_PRESENT)
        return false;
    if (e->kind == EXPRESSION_COMPARE)
        return operand_satisfies(question, value, e->comparison, &e->operands[0]);
    if (e->kind == EXPRESSION_BETWEEN)
        return operand_satisfies(question, value, COMPARE_GREATER_EQUAL, &e->operands[0]) &&
               operand_satisfies(question, value, COMPARE_LESS_EQUAL, &e->operands[1]);
    for (size_t i = 0; i < e->operand_count; i++)
        if (operand_satisfies(question, value, COMPARE_EQUAL, &e->operands[i]))
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
    case EXPRESSION_BETWEEN:
    case EXPRESSION_IN:
    case EXPRESSION_STATE:
        return path_some(&e->path, row, value_holds, &(struct question){e, row});
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
        copy->operands = ARENA_ARRAY(arena, struct operand, e->operand_count);
        for (size_t i = 0; i < e->operand_count; i++) {
            copy->operands[i] = e->operands[i];
            if (!e->operands[i].path && !e->operands[i].value.ref)
                copy->operands[i].value.ref = here;
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

enum audience expression_visibility(const struct expression *e) {
    if (!e)
        return AUDIENCE_PUBLIC;
    if (e->kind == EXPRESSION_AND || e->kind == EXPRESSION_OR || e->kind == EXPRESSION_NOT) {
        enum audience left = expression_visibility(e->left);
        enum audience right = expression_visibility(e->right);
        return left > right ? left : right;
    }
    enum audience widest = path_visibility(&e->path);
    for (size_t i = 0; i < e->operand_count; i++)
        if (e->operands[i].path && path_visibility(e->operands[i].path) > widest)
            widest = path_visibility(e->operands[i].path);
    return widest;
}
