/* Rules: conditions over the rows, SQL over the tables. Each breach is a diagnostic at its row;
 * a note is said too, and kept for the pages. */
#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "store/internal.h"

struct judging {
    struct store *store;
    struct diags *diags;
    struct findings *findings;
    const struct rule *rule;
    /* SQL: the names of the columns of the answer */
    struct str *columns;
    size_t column_count;
};

static void add_finding(struct judging *judging, struct str message, struct span span) {
    static const enum diag_id IDS[][2] = {{DIAG_RULE_BROKEN, DIAG_RULE_BROKEN_MEND},
                                          {DIAG_RULE_WARNING, DIAG_RULE_WARNING_MEND},
                                          {DIAG_RULE_NOTE, DIAG_RULE_NOTE_MEND}};
    struct arena *arena = judging->store->arena;
    struct findings *findings = judging->findings;
    const struct rule *rule = judging->rule;
    struct place place = span_place(rule->span);
    struct str mend =
        rule->mend.size
            ? rule->mend
            : str_format(arena, "%.*s:%zu", STR_ARG(rule->span.source->path), place.line);
    DIAG(judging->diags, IDS[rule->severity][rule->mend.size > 0], span, message, rule->id,
         mend);
    findings->items = ARENA_PUSH(arena, findings->items, findings->count, &findings->capacity);
    findings->items[findings->count++] = (struct finding){
        .rule = rule, .message = message, .span = span, .visibility = judging->store->reads};
}

/* --- conditions */

static void add_value(struct buf *out, const struct field *field, const struct value *value) {
    if (value->state != VALUE_PRESENT) {
        buf_add(out, value->state == VALUE_MISSING ? STR("…") : STR("–"));
        return;
    }
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
        buf_add(out, value->text);
        return;
    case FIELD_REF:
        buf_add(out, value->ref->title.size ? value->ref->title : value->ref->id);
        return;
    case FIELD_ENUM:
        buf_add(out, field->codes[value->number].label);
        return;
    case FIELD_DATE:
        buf_add(out, date_iso(out->arena, date_from_number(value->number)));
        return;
    case FIELD_LIST:
        buf_number(out, (int64_t)value->count);
        return;
    case FIELD_BOOLEAN:
        buf_add(out, value->number ? STR("true") : STR("false"));
        return;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
    case FIELD_MONEY:
    case FIELD_YEAR:
    case FIELD_TYPE_COUNT:
        break;
    }
    buf_add(out, decimal_text(out->arena, (struct decimal){value->number, field->places}));
}

static struct str row_message(struct judging *judging, const struct row *row) {
    struct buf out = buf_make(judging->store->arena);
    struct str rest = judging->rule->message, before, name;
    while (str_cut(&rest, '{', &before)) {
        str_cut(&rest, '}', &name);
        buf_add(&out, before);
        const struct field *field = schema_field(row->type, name);
        if (field)
            add_value(&out, field, &row->values[field->index]);
        else
            buf_add(&out, str_equal(name, STR("id")) ? row->id : row->title);
    }
    buf_add(&out, before);
    return buf_str(&out);
}

static void judge_rows(struct judging *judging) {
    const struct rule *rule = judging->rule;
    const struct rowset *set = dataset_rows(&judging->store->checked->dataset, rule->type);
    for (size_t i = 0; i < set->count; i++) {
        const struct row *row = set->items[i];
        if (expression_holds(rule->where, row) && !expression_holds(rule->require, row))
            add_finding(judging, row_message(judging, row), row->span);
    }
}

/* --- SQL */

static const struct store_value *column(const struct judging *judging,
                                        const struct store_value *values, struct str name) {
    for (size_t i = 0; i < judging->column_count; i++)
        if (str_equal(judging->columns[i], name))
            return &values[i];
    return NULL;
}

/* a row that gives type and _row is said at the record's own line */
static struct span place_of(const struct judging *judging, const struct store_value *values) {
    const struct checked *checked = judging->store->checked;
    const struct store_value *type = column(judging, values, STR("_type"));
    const struct store_value *at = column(judging, values, STR("_row"));
    struct decimal number;
    const struct record_type *record =
        type ? map_get(&checked->schema.by_name, type->text) : NULL;
    if (!record || !at || decimal_parse(at->text, 0, &number) != DECIMAL_OK)
        return judging->rule->span;
    const struct rowset *set = dataset_rows(&checked->dataset, record);
    bool inside = number.units >= 1 && (size_t)number.units <= set->count;
    return inside ? set->items[number.units - 1]->span : judging->rule->span;
}

static void take_row(void *user, const struct store_value *values, size_t count, bool names) {
    struct judging *judging = user;
    struct arena *arena = judging->store->arena;
    if (names) {
        judging->columns = ARENA_ARRAY(arena, struct str, count + 1);
        judging->column_count = count;
        for (size_t i = 0; i < count; i++)
            judging->columns[i] = str_copy(arena, values[i].text);
        return;
    }
    struct buf out = buf_make(arena);
    struct str rest = judging->rule->message, before, name;
    while (str_cut(&rest, '{', &before)) {
        str_cut(&rest, '}', &name);
        const struct store_value *value = column(judging, values, name);
        buf_add(&out, before);
        buf_add(&out, value ? value->text : STR("?"));
        if (!value)
            DIAG(judging->diags, DIAG_NO_COLUMN, judging->rule->span, judging->rule->id, name);
    }
    buf_add(&out, before);
    add_finding(judging, buf_str(&out), place_of(judging, values));
}

bool store_rules(struct store *store, struct diags *diags, struct findings *findings) {
    const struct rules *rules = &store->checked->rules;
    size_t before = diags_errors(diags);
    for (size_t i = 0; i < rules->count; i++) {
        struct judging judging = {
            .store = store, .diags = diags, .findings = findings, .rule = rules->items[i]};
        struct store_rows rows = {&judging, take_row};
        store->reads = judging.rule->visibility;
        if (judging.rule->type)
            judge_rows(&judging);
        else
            store_query_at(store, diags, judging.rule->sql, judging.rule->span, &rows);
    }
    return diags_errors(diags) == before;
}
