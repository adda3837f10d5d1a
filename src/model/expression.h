/* expression.h: a condition on a row, typed and resolved: what `where` says.
 *
 *     condition  = term { "or" term }
 *     term       = factor { "and" factor }
 *     factor     = "not" factor | "(" condition ")" | comparison
 *     comparison = path ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) operand
 *                | path [ "not" ] "between" operand "and" operand
 *                | path [ "not" ] "in" "(" literal { "," literal } ")"
 *                | path "is" [ "not" ] ( "missing" | "n/a" )
 *     operand    = literal | "[" path "]"
 *     path       = name { "." name }
 *
 * A literal is a word (a code, an id, true, false), a number, a date, or a text in quotes; it
 * is read by the type of the path beside it; beside money also an amount in words of scale (50
 * tỷ; with a comma, 1,5 tỷ, in a list only in quotes). `[path]` is another field of the same
 * row. Both ends of `between` are included; order is asked only of numbers, dates and years.
 *
 * A path leads through references (item.group), into dates (date.year, date.quarter as 20161,
 * date.month as 201603), to the record itself (its type's name) and its id, and through one
 * list. A comparison through a list holds when one of its entries satisfies it; `list.count` is
 * the number of its entries.
 *
 * LIMIT_EXPRESSION_DEPTH bounds parentheses and `not`, LIMIT_EXPRESSION_TERMS the comparisons
 * and listed values.
 *
 * A comparison with a missing or not applicable value is false; `not` is two-valued, and
 * `a not in (…)` is `not (a in (…))`.
 */
#ifndef MODEL_EXPRESSION_H
#define MODEL_EXPRESSION_H

#include "model/path.h"

enum expression_kind {
    EXPRESSION_AND,
    EXPRESSION_OR,
    EXPRESSION_NOT,
    EXPRESSION_COMPARE,
    EXPRESSION_BETWEEN,
    EXPRESSION_IN,
    EXPRESSION_STATE /* missing, or not applicable */
};

enum comparison {
    COMPARE_EQUAL,
    COMPARE_UNEQUAL,
    COMPARE_LESS,
    COMPARE_LESS_EQUAL,
    COMPARE_GREATER,
    COMPARE_GREATER_EQUAL
};

struct operand {
    struct value value;      /* REF: `ref` is set */
    const struct path *path; /* another field; then there is no value */
};

struct expression {
    enum expression_kind kind;
    enum comparison comparison;
    struct expression *left, *right; /* AND, OR; NOT uses left */
    struct path path;
    struct operand *operands; /* COMPARE: one; BETWEEN: two; IN: several */
    size_t operand_count;
    enum value_state state; /* STATE */
    bool here;              /* an operand is the record of the page, not yet bound */
    struct span span;
};

bool expression_holds(const struct expression *expression,
                      const struct row *row); /* NULL: true */

/* An operand `here` is a reference that is bound later, to the record of a page: the copy in
 * which it is. Without one the expression itself. */
struct expression *expression_bind(struct arena *arena, struct expression *expression,
                                   const struct row *here);

/* the narrowest audience of all that it looks at; of NULL: public */
enum audience expression_visibility(const struct expression *expression);

/* does it look at this field of its rows (directly, not through the parent)? */
bool expression_uses(const struct expression *expression, size_t field);

#endif
