/* Indicators → SQL, from their declarations alone. Each statement gives one row a cell: its
 * keys as texts, value, denominator, rows, missing.
 *
 * SQLite's sum() fails when it passes 64 bits on the way, so a sum is taken in two halves of 32
 * bits and put together at the end; a final value that does not fit is NULL there.
 */
#include "base/arena.h"
#include "base/guard.h"
#include "store/internal.h"

static const char EXACT_SUM[] = "CASE WHEN sum(%s >> 32) + (sum(%s & 4294967295) >> 32) "
                                "BETWEEN -2147483648 AND 2147483647 "
                                "THEN ((sum(%s >> 32) + (sum(%s & 4294967295) >> 32)) << 32) "
                                "| (sum(%s & 4294967295) & 4294967295) END";

static void exact_sum(struct buf *out, const char *column) {
    for (const char *at = EXACT_SUM; *at; at++) {
        if (at[0] == '%') {
            buf_add(out, str_of(column));
            at++;
        } else {
            buf_add_char(out, *at);
        }
    }
}

/* a key as the text by which a cell is named */
static void key_sql(struct sql *sql, const struct path *key) {
    buf_add(&sql->out, STR("coalesce("));
    if (path_type(key) == FIELD_BOOLEAN) {
        buf_add(&sql->out, STR("CASE "));
        path_sql(sql, key, 0);
        buf_add(&sql->out, STR(" WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"));
    } else {
        buf_add(&sql->out, STR("CAST("));
        path_sql(sql, key, 0);
        buf_add(&sql->out, STR(" AS TEXT)"));
    }
    buf_add(&sql->out, STR(", CASE WHEN "));
    not_applicable_sql(sql, key, 0);
    buf_add(&sql->out, STR(" THEN 'n/a' ELSE 'missing' END)"));
}

/* "k0, k1" */
static void key_names(struct buf *out, const struct by *by, const char *before) {
    for (size_t i = 0; by && i < by->count; i++)
        buf_format(out, "%sk%zu", i ? ", " : before, i);
}

/* FROM (SELECT the keys, the amount, whether it belongs, …): one row a record */
static void rows_sql(struct sql *sql, const struct indicator *indicator, const struct by *by) {
    bool amount = indicator->aggregation != AGGREGATE_COUNT;
    buf_add(&sql->out, STR("(SELECT "));
    for (size_t i = 0; by && i < by->count; i++) {
        key_sql(sql, &by->keys[i]);
        buf_format(&sql->out, " AS k%zu, ", i);
    }
    if (amount) {
        path_sql(sql, &indicator->amount, 0);
        buf_add(&sql->out, STR(" AS amount, "));
        not_applicable_sql(sql, &indicator->amount, 0);
        buf_add(&sql->out, STR(" AS inapplicable"));
    } else if (indicator->of) {
        condition_sql(sql, indicator->where, 0);
        buf_add(&sql->out, STR(" AS counted, "));
        condition_sql(sql, indicator->of->where, 0);
        buf_add(&sql->out, STR(" AS population"));
    } else {
        buf_add(&sql->out, STR("1 AS counted"));
    }
    buf_add(&sql->out, STR("\n      FROM "));
    sql_table(&sql->out, indicator->from);
    buf_add(&sql->out, STR(" r0"));
    if (indicator->where && !indicator->of) {
        buf_add(&sql->out, STR("\n      WHERE "));
        condition_sql(sql, indicator->where, 0);
    }
    buf_add_char(&sql->out, ')');
}

/* value, denominator */
static void numbers_sql(struct buf *out, const struct indicator *indicator) {
    switch (indicator->aggregation) {
    case AGGREGATE_COUNT:
        if (indicator->of)
            buf_add(out, STR("count(*) FILTER (WHERE counted) AS value, "
                             "count(*) FILTER (WHERE population) AS denominator"));
        else
            buf_add(out, STR("count(*) AS value, NULL AS denominator"));
        return;
    case AGGREGATE_SUM:
        buf_add(out, STR("CASE WHEN count(amount) = 0 THEN 0 ELSE "));
        exact_sum(out, "amount");
        buf_add(out, STR(" END AS value, NULL AS denominator"));
        return;
    case AGGREGATE_AVERAGE:
        exact_sum(out, "amount");
        buf_add(out, STR(" AS value, count(amount) AS denominator"));
        return;
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
        buf_format(out, "%s(amount) AS value, NULL AS denominator",
                   aggregation_name(indicator->aggregation));
        return;
    case AGGREGATE_DISTINCT:
        buf_add(out, STR("count(DISTINCT amount) AS value, NULL AS denominator"));
        return;
    case AGGREGATE_MEDIAN: /* the two in the middle, which may be one */
        buf_add(
            out,
            STR("CASE WHEN (min(amount) FILTER (WHERE middle) & 1) = "
                "(max(amount) FILTER (WHERE middle) & 1) "
                "THEN (min(amount) FILTER (WHERE middle) >> 1) "
                "+ (max(amount) FILTER (WHERE middle) >> 1) "
                "+ (min(amount) FILTER (WHERE middle) & 1) "
                "ELSE min(amount) FILTER (WHERE middle) + max(amount) FILTER (WHERE middle) "
                "END AS value, "
                "CASE WHEN (min(amount) FILTER (WHERE middle) & 1) <> "
                "(max(amount) FILTER (WHERE middle) & 1) THEN 2 END AS denominator"));
        return;
    case AGGREGATE_GIVEN:
    case AGGREGATE_ADD:
    case AGGREGATE_SUBTRACT:
    case AGGREGATE_QUOTIENT:
    case AGGREGATE_SHARE:
    case AGGREGATE_CHANGE:
    case AGGREGATION_COUNT:
        break;
    }
    ASSERT(false && "not computed from rows");
}

static void gathered_sql(struct sql *sql, const struct indicator *indicator,
                         const struct by *by) {
    struct buf *out = &sql->out;
    bool amount = indicator->aggregation != AGGREGATE_COUNT;
    bool median = indicator->aggregation == AGGREGATE_MEDIAN;
    buf_add(out, STR("SELECT "));
    key_names(out, by, "");
    buf_add(out, by ? STR(", ") : STR_EMPTY);
    numbers_sql(out, indicator);
    if (amount)
        buf_add(out,
                STR(", count(amount) AS rows,\n  count(*) FILTER (WHERE amount IS NULL AND NOT "
                    "inapplicable) AS missing\n FROM "));
    else
        buf_add(out, indicator->of ? STR(", count(*) FILTER (WHERE counted) AS rows, "
                                         "0 AS missing\n FROM ")
                                   : STR(", count(*) AS rows, 0 AS missing\n FROM "));
    if (median) {
        buf_add(out, STR("(SELECT *, row_number() OVER (PARTITION BY amount IS NULL"));
        key_names(out, by, ", ");
        buf_add(out,
                STR(" ORDER BY amount) IN ((count(amount) OVER (PARTITION BY amount IS NULL"));
        key_names(out, by, ", ");
        buf_add(out, STR(") + 1) / 2, (count(amount) OVER (PARTITION BY amount IS NULL"));
        key_names(out, by, ", ");
        buf_add(out, STR(") + 2) / 2) AND amount IS NOT NULL AS middle FROM "));
    }
    rows_sql(sql, indicator, by);
    buf_add(out, median ? STR(")") : STR_EMPTY);
    key_names(out, by, "\n GROUP BY ");
}

/* --- from other indicators */

static void table_sql(struct sql *sql, const struct indicator *indicator, const struct by *by);

static const struct by *same_by(const struct indicator *indicator, const struct by *by) {
    for (size_t i = 0; by && i < indicator->breakdown_count; i++)
        if (str_equal(indicator->breakdowns[i].name, by->name))
            return &indicator->breakdowns[i];
    return NULL;
}

static int64_t scale_factor(const struct indicator *indicator, size_t operand) {
    int scale = 0;
    for (size_t i = 0; i < indicator->operand_count; i++)
        if (indicator->operands[i]->scale > scale)
            scale = indicator->operands[i]->scale;
    int64_t factor = 1;
    for (int i = indicator->operands[operand]->scale; i < scale; i++)
        factor *= 10;
    return factor;
}

/* WITH o0(k0, value, …) AS (…), o1 …, every(k0) AS (all keys) */
static void operands_sql(struct sql *sql, const struct indicator *indicator,
                         const struct by *by) {
    struct buf *out = &sql->out;
    buf_add(out, STR("WITH "));
    for (size_t i = 0; i < indicator->operand_count; i++) {
        buf_format(out, "o%zu(", i);
        key_names(out, by, "");
        buf_add(out, by ? STR(", ") : STR_EMPTY);
        buf_add(out, STR("value, denominator, counted, missing) AS (\n"));
        table_sql(sql, indicator->operands[i], same_by(indicator->operands[i], by));
        buf_add(out, STR("),\n"));
    }
    buf_add(out, STR("every("));
    key_names(out, by, "");
    buf_add(out, by ? STR(") AS (") : STR("one) AS ("));
    for (size_t i = 0; i < indicator->operand_count; i++) {
        buf_add(out, i ? STR(" UNION SELECT ") : STR("SELECT "));
        key_names(out, by, "");
        buf_format(out, "%s FROM o%zu", by ? "" : "1", i);
    }
    buf_add(out, STR(")\n"));
}

/* the value of an operand's cell; 0 in a cell that it lacks, where nothing is 0 */
static void operand_sql(struct buf *out, const struct indicator *indicator, size_t i) {
    const struct cell *absent = cell_absent(indicator->operands[i]);
    buf_format(out, absent->none ? "o%zu.value" : "coalesce(o%zu.value, 0)", i);
}

/* a sum of operands that passes 64 bits on the way is still exact: two halves again */
static void signed_sum_sql(struct buf *out, const struct indicator *indicator) {
    struct buf high = buf_make(out->arena), low = buf_make(out->arena);
    for (size_t i = 0; i < indicator->operand_count; i++) {
        struct buf value = buf_make(out->arena);
        bool minus = i && indicator->aggregation == AGGREGATE_SUBTRACT;
        long long factor = (long long)scale_factor(indicator, i);
        operand_sql(&value, indicator, i);
        buf_format(&high, " %c ((%.*s >> 32) * %lld + (((%.*s & 4294967295) * %lld) >> 32))",
                   minus ? '-' : '+', STR_ARG(buf_str(&value)), factor,
                   STR_ARG(buf_str(&value)), factor);
        buf_format(&low, " %c (((%.*s & 4294967295) * %lld) & 4294967295)", minus ? '-' : '+',
                   STR_ARG(buf_str(&value)), factor);
    }
    buf_format(out,
               "CASE WHEN (0%.*s) + ((0%.*s) >> 32) BETWEEN -2147483648 AND 2147483647 "
               "THEN (((0%.*s) + ((0%.*s) >> 32)) << 32) | ((0%.*s) & 4294967295) END, NULL",
               STR_ARG(buf_str(&high)), STR_ARG(buf_str(&low)), STR_ARG(buf_str(&high)),
               STR_ARG(buf_str(&low)), STR_ARG(buf_str(&low)));
}

static void scaled_operand_sql(struct buf *out, const struct indicator *indicator, size_t i) {
    buf_add_char(out, '(');
    operand_sql(out, indicator, i);
    buf_format(out, " * %lld)", (long long)scale_factor(indicator, i));
}

static void derived_numbers_sql(struct buf *out, const struct indicator *indicator) {
    if (indicator->aggregation == AGGREGATE_QUOTIENT) {
        for (int part = 0; part < 2; part++) { /* the denominator is not negative */
            buf_add(out, part ? STR(", abs(nullif(") : STR("CASE sign("));
            scaled_operand_sql(out, indicator, 1);
            buf_add(out, part ? STR(", 0))") : STR(") WHEN 1 THEN "));
            if (part)
                continue;
            scaled_operand_sql(out, indicator, 0);
            buf_add(out, STR(" WHEN -1 THEN -"));
            scaled_operand_sql(out, indicator, 0);
            buf_add(out, STR(" END"));
        }
    } else if (indicator->aggregation == AGGREGATE_SHARE) {
        buf_add(out, STR("CASE WHEN whole.value > 0 THEN "));
        operand_sql(out, indicator, 0);
        buf_add(out, STR(" END, CASE WHEN whole.value > 0 THEN whole.value END"));
    } else if (indicator->aggregation == AGGREGATE_CHANGE) {
        scaled_operand_sql(out, indicator, 1);
        buf_add(out, STR(" - "));
        scaled_operand_sql(out, indicator, 0);
        buf_add(out, STR(", "));
        scaled_operand_sql(out, indicator, 0);
    } else {
        signed_sum_sql(out, indicator);
    }
}

static void derived_sql(struct sql *sql, const struct indicator *indicator,
                        const struct by *by) {
    struct buf *out = &sql->out;
    operands_sql(sql, indicator, by);
    buf_add(out, STR("SELECT "));
    for (size_t k = 0; by && k < by->count; k++)
        buf_format(out, "every.k%zu, ", k);
    derived_numbers_sql(out, indicator);
    buf_add(out, STR(", 0, 0\n FROM every"));
    for (size_t i = 0; i < indicator->operand_count; i++) {
        buf_format(out, " LEFT JOIN o%zu", i);
        for (size_t k = 0; by && k < by->count; k++)
            buf_format(out, "%s o%zu.k%zu = every.k%zu", k ? " AND" : " ON", i, k, k);
    }
    if (indicator->aggregation == AGGREGATE_SHARE) {
        buf_add(out, STR(", (SELECT value FROM ("));
        struct sql whole = {buf_make(sql->arena), sql->arena, 0};
        buf_add(&whole.out, STR("WITH w(value, denominator, counted, missing) AS ("));
        table_sql(&whole, indicator->operands[0], NULL);
        buf_add(&whole.out, STR(") SELECT value FROM w"));
        buf_add(out, buf_str(&whole.out));
        buf_add(out, STR(")) whole"));
    }
}

static void given_sql(struct sql *sql, const struct indicator *indicator) {
    buf_format(&sql->out, "SELECT %lld, NULL, 0, 0", (long long)indicator->given.value);
}

static void table_sql(struct sql *sql, const struct indicator *indicator, const struct by *by) {
    sql->rows = 0;
    if (indicator->aggregation == AGGREGATE_GIVEN)
        given_sql(sql, indicator);
    else if (indicator_is_derived(indicator))
        derived_sql(sql, indicator, by);
    else
        gathered_sql(sql, indicator, by);
}

struct str store_sql(struct arena *arena, const struct indicator *indicator,
                     const struct by *by) {
    struct sql sql = {buf_make(arena), arena, 0};
    if (indicator->aggregation != AGGREGATE_GIVEN)
        table_sql(&sql, indicator, by);
    return buf_str(&sql.out);
}
