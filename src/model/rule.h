/* rule.h: what must hold between fields and records. Made by check from content/rules/.
 *
 * A rule is a condition that every row of a type must satisfy, or SQL that must return no rows.
 * Its message is said once for each that breaks it; {name} in it is a field of the row or a
 * column.
 */
#ifndef MODEL_RULE_H
#define MODEL_RULE_H

#include "model/expression.h"

enum rule_severity { RULE_ERROR, RULE_WARNING, RULE_NOTE };

struct rule {
    struct str id, label, message, mend;
    enum rule_severity severity;
    const struct record_type *type;     /* of a condition; NULL: SQL */
    struct expression *where, *require; /* where NULL: every row */
    struct str sql;
    enum audience visibility; /* of a condition: who may see what it looks at */
    struct span span;
};

struct rules {
    struct rule **items; /* in the order of files and of lines */
    size_t count, capacity;
    struct map by_id;
};

struct finding { /* one breach of a rule, or what a note has to say */
    const struct rule *rule;
    struct str message; /* complete */
    struct span span;   /* of the row, or of the rule */
    enum audience visibility;
};

struct findings {
    struct finding *items;
    size_t count, capacity;
};

#endif
