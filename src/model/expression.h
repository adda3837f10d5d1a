/* expression.h: a condition on a row, typed and resolved: what `where` says.
 *
 *     condition  = term { "or" term }
 *     term       = factor { "and" factor }
 *     factor     = "not" factor | "(" condition ")" | comparison
 *     comparison = path ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) literal
 *                | path [ "not" ] "in" "(" literal { "," literal } ")"
 *                | path "is" [ "not" ] "missing"
 *
 * A literal is a word (a code, an id, true, false), a number, a date, or a text in quotes; it
 * is read by the type of the path beside it. A comparison with a missing or not applicable
 * value is false; `not` is two-valued.
 */
#ifndef MODEL_EXPRESSION_H
#define MODEL_EXPRESSION_H

#include "model/path.h"

enum expression_kind {
    EXPRESSION_AND,
    EXPRESSION_OR,
    EXPRESSION_NOT,
    EXPRESSION_COMPARE,
    EXPRESSION_IN,
    EXPRESSION_MISSING
};

enum comparison {
    COMPARE_EQUAL,
    COMPARE_UNEQUAL,
    COMPARE_LESS,
    COMPARE_LESS_EQUAL,
    COMPARE_GREATER,
    COMPARE_GREATER_EQUAL
};

struct expression {
    enum expression_kind kind;
    enum comparison comparison;
    struct expression *left, *right; /* AND, OR; NOT uses left */
    struct path path;
    struct value *literals; /* COMPARE: one; IN: several. REF: `ref` is set */
    size_t literal_count;
    bool here; /* a literal is the record of the page, not yet bound */
    struct span span;
};

bool expression_holds(const struct expression *expression,
                      const struct row *row); /* NULL: true */

/* A literal `here` is a reference that is bound later, to the record of a page: the copy in
 * which it is. Without one the expression itself. */
struct expression *expression_bind(struct arena *arena, struct expression *expression,
                                   const struct row *here);

/* does it look at this field of its rows (directly, not through the parent)? */
bool expression_uses(const struct expression *expression, size_t field);

#endif
