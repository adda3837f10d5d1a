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

/* FROM "district" r2 WHERE r2.id = …: the record to which a step leads; the row's new number */
static struct walk follow(struct sql *sql, struct walk at) {
    const struct path_step *step = &at.path->steps[at.step];
    bool parent = step->kind == PATH_PARENT;
    const struct record_type *type =
        parent ? at.type->parent : at.type->fields[step->field].target;
    int row = ++sql->rows;
    buf_add(&sql->out, STR(" FROM "));
    sql_table(&sql->out, type);
    buf_format(&sql->out, " r%d WHERE r%d.\"id\" = ", row, row);
    column(sql, at.row, parent ? STR("_parent") : at.type->fields[step->field].name);
    return (struct walk){at.path, at.step + 1, type, row};
}

static void value_sql(struct sql *sql, struct walk at);

/* SELECT the rest of the path of the record to which this step leads */
static void through(struct sql *sql, struct walk at, void (*rest)(struct sql *, struct walk)) {
    struct buf outside = sql->out;
    sql->out = buf_make(sql->arena);
    struct walk next = follow(sql, at);
    struct str from = buf_str(&sql->out);
    sql->out = outside;
    buf_add(&sql->out, STR("(SELECT "));
    rest(sql, next);
    buf_add(&sql->out, from);
    buf_add_char(&sql->out, ')');
}

static void value_sql(struct sql *sql, struct walk at) {
    const struct path_step *step = &at.path->steps[at.step];
    switch (step->kind) {
    case PATH_PARENT:
    case PATH_FOLLOW:
        through(sql, at, value_sql);
        return;
    case PATH_VALUE:
        dated(sql, at.path->part, at.row, at.type->fields[step->field].name);
        return;
    case PATH_COUNT:
        column(sql, at.row, at.type->fields[step->field].name);
        return;
    case PATH_SELF:
    case PATH_ID:
        column(sql, at.row, STR("id"));
        return;
    case PATH_ENTRIES:
    case PATH_ITEMS:
        break;
    }
    ASSERT(false && "a path through a list has no single value");
}

static void marked(struct sql *sql, struct str table, struct str field, int row) {
    buf_add(&sql->out, STR("EXISTS (SELECT 1 FROM \"_not_applicable\" n WHERE n.\"type\" = "));
    sql_text(&sql->out, table);
    buf_format(&sql->out, " AND n.\"row\" = r%d.\"_row\" AND n.\"field\" = ", row);
    sql_text(&sql->out, field);
    buf_add_char(&sql->out, ')');
}

static void state_sql(struct sql *sql, struct walk at) {
    const struct path_step *step = &at.path->steps[at.step];
    switch (step->kind) {
    case PATH_PARENT:
        through(sql, at, state_sql);
        return;
    case PATH_FOLLOW:
        buf_add(&sql->out, STR("(CASE WHEN "));
        column(sql, at.row, at.type->fields[step->field].name);
        buf_add(&sql->out, STR(" IS NULL THEN "));
        marked(sql, joined(sql->arena, at.type), at.type->fields[step->field].name, at.row);
        buf_add(&sql->out, STR(" ELSE "));
        through(sql, at, state_sql);
        buf_add(&sql->out, STR(" END)"));
        return;
    case PATH_VALUE:
    case PATH_COUNT:
        marked(sql, joined(sql->arena, at.type), at.type->fields[step->field].name, at.row);
        return;
    case PATH_SELF:
    case PATH_ID:
        buf_add_char(&sql->out, '0');
        return;
    case PATH_ENTRIES:
    case PATH_ITEMS:
        break;
    }
    ASSERT(false && "a path through a list has no single value");
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
    const struct path_step *step = &subject.at.path->steps[subject.at.step];
    const struct record_type *type = subject.at.type;
    buf_add(&sql->out, STR("EXISTS (SELECT 1"));
    if (step->kind == PATH_PARENT || step->kind == PATH_FOLLOW) {
        subject.at = follow(sql, subject.at);
        buf_add(&sql->out, STR(" AND "));
        some_sql(sql, subject);
        buf_add_char(&sql->out, ')');
        return;
    }
    const struct field *field = &type->fields[step->field];
    int row = ++sql->rows;
    buf_add(&sql->out, STR(" FROM "));
    if (step->kind == PATH_ENTRIES)
        sql_table(&sql->out, field->rows);
    else
        sql_list_table(&sql->out, type, field);
    buf_format(&sql->out, " r%d WHERE r%d.\"_parent\" = r%d.\"id\" AND ", row, row,
               subject.at.row);
    subject.at.step++;
    subject.at.row = row;
    if (step->kind == PATH_ENTRIES) {
        subject.at.type = field->rows;
    } else if (subject.at.step == subject.at.path->count) {
        subject.item = true;
    } else { /* the records that the items refer to */
        int target = ++sql->rows;
        buf_add(&sql->out, STR("EXISTS (SELECT 1 FROM "));
        sql_table(&sql->out, field->item->target);
        buf_format(&sql->out, " r%d WHERE r%d.\"id\" = r%d.\"value\" AND ", target, target,
                   row);
        subject.at.type = field->item->target;
        subject.at.row = target;
        leaf_sql(sql, &subject);
        buf_add_char(&sql->out, ')');
        buf_add_char(&sql->out, ')');
        return;
    }
    leaf_sql(sql, &subject);
    buf_add_char(&sql->out, ')');
}

void condition_sql(struct sql *sql, const struct expression *e, int row) {
    if (!e) {
        buf_add_char(&sql->out, '1');
        return;
    }
    struct subject subject = {e, {&e->path, 0, e->path.from, row}, false, row};
    switch (e->kind) {
    case EXPRESSION_AND:
    case EXPRESSION_OR:
        buf_add_char(&sql->out, '(');
        condition_sql(sql, e->left, row);
        buf_add(&sql->out, e->kind == EXPRESSION_AND ? STR(" AND ") : STR(" OR "));
        condition_sql(sql, e->right, row);
        buf_add_char(&sql->out, ')');
        return;
    case EXPRESSION_NOT:
        buf_add(&sql->out, STR("NOT ("));
        condition_sql(sql, e->left, row);
        buf_add_char(&sql->out, ')');
        return;
    case EXPRESSION_COMPARE:
    case EXPRESSION_BETWEEN:
    case EXPRESSION_IN:
    case EXPRESSION_STATE:
        break;
    }
    if (e->path.many)
        some_sql(sql, subject);
    else
        leaf_sql(sql, &subject);
}
