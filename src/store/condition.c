/* Paths and conditions → SQL. A step to another record is a subquery of its own, so that no
 * join can multiply rows; every comparison ends in IS TRUE, so that NULL is false and NOT is
 * two-valued. */
#include "base/arena.h"
#include "base/date.h"
#include "base/guard.h"
#include "store/internal.h"

void sql_name(struct buf *out, struct str name) {
    buf_add_char(out, '"');
    for (size_t i = 0; i < name.size; i++) {
        if (name.data[i] == '"')
            buf_add_char(out, '"');
        buf_add_char(out, name.data[i]);
    }
    buf_add_char(out, '"');
}

void sql_text(struct buf *out, struct str text) {
    buf_add_char(out, '\'');
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\'')
            buf_add_char(out, '\'');
        buf_add_char(out, text.data[i]);
    }
    buf_add_char(out, '\'');
}

static struct str joined(struct arena *arena, const struct record_type *type) {
    struct buf name = buf_make(arena);
    for (size_t i = 0; i < type->name.size; i++)
        buf_add_char(&name, type->name.data[i] == '.' ? '_' : type->name.data[i]);
    return buf_str(&name);
}

void sql_table(struct buf *out, const struct record_type *type) {
    sql_name(out, joined(out->arena, type));
}

void sql_list_table(struct buf *out, const struct record_type *type,
                    const struct field *field) {
    struct str owner = joined(out->arena, type);
    sql_name(out, str_format(out->arena, "%.*s_%.*s", STR_ARG(owner), STR_ARG(field->name)));
}

/* a path on its way: the next step, the type of the row it has come to, and that row */
struct walk {
    const struct path *path;
    size_t step;
    const struct record_type *type;
    int row;
};

static void column(struct sql *sql, int row, struct str name) {
    buf_format(&sql->out, "r%d.", row);
    sql_name(&sql->out, name);
}

/* a date column, or the part of it that the path asks for */
static void dated(struct sql *sql, enum date_part part, int row, struct str name) {
    static const char *const OPEN[] = {"", "CAST(substr(", "(CAST(substr(", "(CAST(substr("};
    buf_add(&sql->out, str_of(OPEN[part]));
    column(sql, row, name);
    if (part == DATE_YEAR)
        buf_add(&sql->out, STR(", 1, 4) AS INTEGER)"));
    if (part == DATE_QUARTER || part == DATE_MONTH) {
        buf_format(&sql->out, ", 1, 4) AS INTEGER) * %d + ", part == DATE_MONTH ? 100 : 10);
        buf_add(&sql->out, part == DATE_MONTH ? STR("CAST(substr(") : STR("(CAST(substr("));
        column(sql, row, name);
        buf_add(&sql->out, part == DATE_MONTH ? STR(", 6, 2) AS INTEGER))")
                                              : STR(", 6, 2) AS INTEGER) + 2) / 3)"));
    }
}

/* The records that lead from a row to a step of its path: FROM these WHERE each is the one that
 * the row before it names. One level, however long the path: SQLite's parser has a small stack.
 */
struct chain {
    struct buf from, where; /* "t1 r1, t2 r2"; empty when the step is on the row itself */
    const struct record_type *type;
    int row; /* the last */
};

static void chain_add(struct sql *sql, struct chain *chain, const struct record_type *type,
                      struct str column_name) {
    int row = ++sql->rows;
    buf_add(&chain->from, chain->from.size ? STR(", ") : STR_EMPTY);
    sql_table(&chain->from, type);
    buf_format(&chain->from, " r%d", row);
    buf_format(&chain->where, "%sr%d.\"id\" = r%d.", chain->where.size ? " AND " : "", row,
               chain->row);
    sql_name(&chain->where, column_name);
    chain->type = type;
    chain->row = row;
}

static struct chain chain_to(struct sql *sql, struct walk at, size_t upto) {
    struct chain chain = {buf_make(sql->arena), buf_make(sql->arena), at.type, at.row};
    for (size_t i = at.step; i < upto; i++) {
        const struct path_step *step = &at.path->steps[i];
        const struct record_type *type = chain.type;
        if (step->kind == PATH_PARENT)
            chain_add(sql, &chain, type->parent, STR("_parent"));
        else
            chain_add(sql, &chain, type->fields[step->field].target,
                      type->fields[step->field].name);
    }
    return chain;
}

static void value_sql(struct sql *sql, struct walk at) {
    size_t last = at.path->count - 1;
    const struct path_step *step = &at.path->steps[last];
    struct chain chain = chain_to(sql, at, last);
    bool far = chain.from.size > 0;
    buf_add(&sql->out, far ? STR("(SELECT ") : STR_EMPTY);
    if (step->kind == PATH_VALUE)
        dated(sql, at.path->part, chain.row, chain.type->fields[step->field].name);
    else
        column(sql, chain.row,
               step->kind == PATH_COUNT ? chain.type->fields[step->field].name : STR("id"));
    if (far)
        buf_format(&sql->out, " FROM %.*s WHERE %.*s)", STR_ARG(buf_str(&chain.from)),
                   STR_ARG(buf_str(&chain.where)));
}

/* is one of the steps marked as not applicable? behind one that is, nothing is found */
static void state_sql(struct sql *sql, struct walk at) {
    bool any = false;
    buf_add_char(&sql->out, '(');
    for (size_t i = at.step; i < at.path->count; i++) {
        const struct path_step *step = &at.path->steps[i];
        if (step->kind == PATH_PARENT || step->kind == PATH_SELF || step->kind == PATH_ID)
            continue;
        struct chain chain = chain_to(sql, at, i);
        bool far = chain.from.size > 0;
        buf_format(&sql->out,
                   "%sEXISTS (SELECT 1 FROM \"_not_applicable\" n%s%.*s WHERE n.\"type\" = ",
                   any ? " OR " : "", far ? ", " : "", STR_ARG(buf_str(&chain.from)));
        sql_text(&sql->out, joined(sql->arena, chain.type));
        buf_format(&sql->out, " AND n.\"row\" = r%d.\"_row\" AND n.\"field\" = ", chain.row);
        sql_text(&sql->out, chain.type->fields[step->field].name);
        buf_format(&sql->out, "%s%.*s)", far ? " AND " : "", STR_ARG(buf_str(&chain.where)));
        any = true;
    }
    buf_add(&sql->out, any ? STR(")") : STR("0)"));
}

void path_sql(struct sql *sql, const struct path *path, int row) {
    value_sql(sql, (struct walk){path, 0, path->from, row});
}

void not_applicable_sql(struct sql *sql, const struct path *path, int row) {
    state_sql(sql, (struct walk){path, 0, path->from, row});
}

/* --- comparisons */

/* What is compared: the rest of a path from a row, or the item of a list of scalars. */
struct subject {
    const struct expression *expression;
    struct walk at;
    bool item;   /* of a list: the column `value` */
    int outside; /* the row to which `[path]` belongs */
};

static void subject_sql(struct sql *sql, const struct subject *subject) {
    if (subject->item)
        dated(sql, subject->at.path->part, subject->at.row, STR("value"));
    else
        value_sql(sql, subject->at);
}

static void literal_sql(struct sql *sql, const struct path *path, const struct value *value) {
    switch (path_type(path)) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        sql_text(&sql->out, value->text);
        return;
    case FIELD_REF:
        sql_text(&sql->out, value->ref->id);
        return;
    case FIELD_ENUM:
        sql_text(&sql->out, path->field->codes[value->number].name);
        return;
    case FIELD_DATE:
        sql_text(&sql->out, date_iso(sql->arena, date_from_number(value->number)));
        return;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
    case FIELD_YEAR:
    case FIELD_BOOLEAN:
    case FIELD_LIST:
    case FIELD_TYPE_COUNT:
        break;
    }
    buf_number(&sql->out, value->number);
}

static int64_t power_of_ten(int power) {
    int64_t result = 1;
    for (int i = 0; i < power; i++)
        result *= 10;
    return result;
}

/* One side of a comparison between decimals of different places: the coarser as (a, 0), the
 * finer as (b / 10^k, b % 10^k), which order as the numbers do and cannot overflow. */
static void side_sql(struct sql *sql, const struct subject *subject, const struct path *other,
                     int finer_by) { /* `other`: instead of the subject */
    bool split = finer_by > 0;
    for (int part = 0; part < (finer_by ? 2 : 1); part++) {
        if (part && !split) {
            buf_add(&sql->out, STR(", 0"));
            continue;
        }
        buf_add(&sql->out, part ? STR(", ") : STR_EMPTY);
        if (other)
            path_sql(sql, other, subject->outside);
        else
            subject_sql(sql, subject);
        if (split)
            buf_format(&sql->out, " %c %lld", part ? '%' : '/',
                       (long long)power_of_ten(finer_by));
    }
}

static void compare_sql(struct sql *sql, const struct subject *subject, const char *sign,
                        const struct operand *operand) {
    const struct path *path = &subject->expression->path;
    if (!operand->path) {
        buf_add_char(&sql->out, '(');
        subject_sql(sql, subject);
        buf_format(&sql->out, " %s ", sign);
        literal_sql(sql, path, &operand->value);
        buf_add(&sql->out, STR(") IS TRUE"));
        return;
    }
    int finer_by = path_scale(path) - path_scale(operand->path);
    buf_add_char(&sql->out, '(');
    if (finer_by) { /* pairs that differ in one place are unequal even beside a NULL */
        subject_sql(sql, subject);
        buf_add(&sql->out, STR(" IS NOT NULL AND "));
        path_sql(sql, operand->path, subject->outside);
        buf_add(&sql->out, STR(" IS NOT NULL AND "));
    }
    buf_add_char(&sql->out, '(');
    side_sql(sql, subject, NULL, finer_by);
    buf_format(&sql->out, ") %s (", sign);
    side_sql(sql, subject, operand->path, -finer_by);
    buf_add(&sql->out, STR(")) IS TRUE"));
}

static void state_leaf_sql(struct sql *sql, const struct subject *subject) {
    bool missing = subject->expression->state == VALUE_MISSING;
    if (subject->item) { /* an entry of a list always says something */
        buf_add_char(&sql->out, '0');
        return;
    }
    buf_add_char(&sql->out, '(');
    if (missing) {
        value_sql(sql, subject->at);
        buf_add(&sql->out, STR(" IS NULL AND NOT "));
    }
    state_sql(sql, subject->at);
    buf_add_char(&sql->out, ')');
}

static void leaf_sql(struct sql *sql, const struct subject *subject) {
    static const char *const SIGNS[] = {"=", "<>", "<", "<=", ">", ">="};
    const struct expression *e = subject->expression;
    if (e->kind == EXPRESSION_COMPARE) {
        compare_sql(sql, subject, SIGNS[e->comparison], &e->operands[0]);
    } else if (e->kind == EXPRESSION_BETWEEN) {
        buf_add_char(&sql->out, '(');
        compare_sql(sql, subject, ">=", &e->operands[0]);
        buf_add(&sql->out, STR(" AND "));
        compare_sql(sql, subject, "<=", &e->operands[1]);
        buf_add_char(&sql->out, ')');
    } else if (e->kind == EXPRESSION_IN) {
        buf_add_char(&sql->out, '(');
        subject_sql(sql, subject);
        buf_add(&sql->out, STR(" IN ("));
        for (size_t i = 0; i < e->operand_count; i++) {
            buf_add(&sql->out, i ? STR(", ") : STR_EMPTY);
            literal_sql(sql, &e->path, &e->operands[i].value);
        }
        buf_add(&sql->out, STR(")) IS TRUE"));
    } else {
        state_leaf_sql(sql, subject);
    }
}

/* EXISTS (an entry of the list that satisfies the rest) */
static void some_sql(struct sql *sql, struct subject subject) {
    const struct path *path = subject.at.path;
    size_t list = subject.at.step;
    while (path->steps[list].kind != PATH_ENTRIES && path->steps[list].kind != PATH_ITEMS)
        list++;
    struct chain chain = chain_to(sql, subject.at, list);
    const struct field *field = &chain.type->fields[path->steps[list].field];
    bool entries = path->steps[list].kind == PATH_ENTRIES;
    int row = ++sql->rows;
    buf_format(&sql->out, "EXISTS (SELECT 1 FROM %.*s%s", STR_ARG(buf_str(&chain.from)),
               chain.from.size ? ", " : "");
    if (entries)
        sql_table(&sql->out, field->rows);
    else
        sql_list_table(&sql->out, chain.type, field);
    subject.item = !entries && list + 1 == path->count;
    bool target = !entries && !subject.item; /* the records that the items refer to */
    int last = target ? ++sql->rows : row;
    buf_format(&sql->out, " r%d%s", row, target ? ", " : "");
    if (target) {
        sql_table(&sql->out, field->item->target);
        buf_format(&sql->out, " r%d", last);
    }
    buf_format(&sql->out, " WHERE %.*s%sr%d.\"_parent\" = r%d.\"id\"",
               STR_ARG(buf_str(&chain.where)), chain.where.size ? " AND " : "", row, chain.row);
    if (target)
        buf_format(&sql->out, " AND r%d.\"id\" = r%d.\"value\"", last, row);
    buf_add(&sql->out, STR(" AND "));
    subject.at =
        (struct walk){path, list + 1, entries ? field->rows : field->item->target, last};
    leaf_sql(sql, &subject);
    buf_add_char(&sql->out, ')');
}

/* --- AND, OR and NOT. SQLite's parser has a stack of 100, so a condition becomes as flat as it
 * can: NOT goes down to the comparisons (all are true or false), a chain of ANDs or ORs is one
 * level, and of its parts the deepest comes first, where nothing else waits on the stack. */

struct part {
    const struct expression *expression;
    bool negated;
};

struct parts {
    struct part *items;
    size_t count, capacity;
};

static struct part past_not(struct part part) {
    while (part.expression->kind == EXPRESSION_NOT)
        part = (struct part){part.expression->left, !part.negated};
    return part;
}

/* AND or OR as it is after its NOT; of a comparison its own kind */
static enum expression_kind kind_of(struct part part) {
    enum expression_kind kind = part.expression->kind;
    if (!part.negated || (kind != EXPRESSION_AND && kind != EXPRESSION_OR))
        return kind;
    return kind == EXPRESSION_AND ? EXPRESSION_OR : EXPRESSION_AND;
}

/* Recursion goes as deep as a condition has terms: LIMIT_EXPRESSION_TERMS. */
static void collect(struct sql *sql, struct part part, enum expression_kind kind,
                    struct parts *parts) {
    part = past_not(part);
    if (kind_of(part) == kind) {
        collect(sql, (struct part){part.expression->left, part.negated}, kind, parts);
        collect(sql, (struct part){part.expression->right, part.negated}, kind, parts);
        return;
    }
    parts->items = ARENA_PUSH(sql->arena, parts->items, parts->count, &parts->capacity);
    parts->items[parts->count++] = part;
}

static bool is_chain(struct part part) {
    return part.expression->kind == EXPRESSION_AND || part.expression->kind == EXPRESSION_OR;
}

/* how much of the stack it takes; 0 for a comparison */
static size_t depth_of(struct sql *sql, struct part part) {
    part = past_not(part);
    if (!is_chain(part))
        return 0;
    struct parts parts = {0};
    collect(sql, part, kind_of(part), &parts);
    size_t deepest = 0, second = 0;
    for (size_t i = 0; i < parts.count; i++) {
        size_t depth = depth_of(sql, parts.items[i]);
        second = depth > deepest ? deepest : depth > second ? depth : second;
        deepest = depth > deepest ? depth : deepest;
    }
    return 1 + (deepest > second + 2 ? deepest : second + 2);
}

static void deepest_first(struct sql *sql, struct parts *parts) {
    size_t deepest = 0, depth = depth_of(sql, parts->items[0]);
    for (size_t i = 1; i < parts->count; i++)
        if (depth_of(sql, parts->items[i]) > depth) {
            deepest = i;
            depth = depth_of(sql, parts->items[i]);
        }
    struct part first = parts->items[deepest];
    for (size_t i = deepest; i > 0; i--)
        parts->items[i] = parts->items[i - 1];
    parts->items[0] = first;
}

static void part_sql(struct sql *sql, struct part part, int row) {
    part = past_not(part);
    const struct expression *e = part.expression;
    if (is_chain(part)) {
        struct parts parts = {0};
        collect(sql, part, kind_of(part), &parts);
        deepest_first(sql, &parts);
        for (size_t i = 0; i < parts.count; i++) {
            buf_add(&sql->out, i == 0                           ? STR("(")
                               : kind_of(part) == EXPRESSION_OR ? STR(" OR ")
                                                                : STR(" AND "));
            part_sql(sql, parts.items[i], row);
        }
        buf_add_char(&sql->out, ')');
        return;
    }
    buf_add(&sql->out, part.negated ? STR("NOT ") : STR_EMPTY);
    struct subject subject = {e, {&e->path, 0, e->path.from, row}, false, row};
    if (e->path.many)
        some_sql(sql, subject);
    else
        leaf_sql(sql, &subject);
}

void condition_sql(struct sql *sql, const struct expression *e, int row) {
    if (e)
        part_sql(sql, (struct part){e, false}, row);
    else
        buf_add_char(&sql->out, '1');
}
