/* explain for programs: one CSV row a contributor, or a JSON tree. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "base/limits.h"
#include "cli/explain.h"
#include "render/escape.h"

static struct str number_text(struct arena *arena, const struct indicator *indicator,
                              const struct cell *cell) {
    struct decimal number;
    bool any = !cell->hidden && cell_number(indicator, cell, &number);
    return any ? decimal_text(arena, number) : STR_EMPTY;
}

static struct str below_text(struct arena *arena, const struct indicator *indicator,
                             const struct cell *cell) {
    if (cell->hidden || !indicator_is_ratio(indicator) || cell->denominator == 0)
        return STR_EMPTY;
    return decimal_text(arena,
                        (struct decimal){cell->denominator, indicator_places(indicator)});
}

static const struct row *record_of(const struct row *row) {
    return row->parent ? row->parent : row;
}

/* --- CSV */

static void csv_row(struct buf *out, const struct str *fields, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add_char(out, ',');
        escape_csv(out, fields[i]);
    }
    buf_add(out, STR("\r\n"));
}

static void csv_contribution(const struct explanation *explanation, struct buf *out,
                             const struct table *table, const struct cell *cell,
                             const struct contribution *item) {
    struct arena *arena = out->arena;
    const struct indicator *indicator = table->indicator;
    const struct row *record = record_of(item->row);
    csv_row(out,
            (struct str[]){
                indicator->id, explanation->by, cell->name, number_text(arena, indicator, cell),
                below_text(arena, indicator, cell), record->id,
                item->row == record ? STR_EMPTY : item->row->id,
                decimal_text(arena, (struct decimal){item->amount, indicator->scale}),
                item->span.source->path, str_format(arena, "%zu", span_place(item->span).line)},
            10);
}

static void csv_table(const struct explanation *explanation, struct buf *out,
                      const struct table *table, size_t depth) {
    const struct indicator *indicator = table->indicator;
    const struct breakdown *breakdown =
        explanation->by.size ? table_breakdown(table, explanation->by) : NULL;
    bool shown = indicator->visibility <= explanation->audience &&
                 contributors_shown(indicator, explanation->audience);
    size_t count = shown ? table->count : 0;
    for (size_t i = 0; i < count; i++) {
        struct contribution contribution = table_contribution(table, i);
        csv_contribution(explanation, out, table,
                         breakdown ? breakdown_cell(table, breakdown, i) : &table->total,
                         &contribution);
    }
    for (size_t i = 0; i < indicator->operand_count && depth < LIMIT_EXPLAIN_DEPTH; i++)
        csv_table(explanation, out, &explanation->tables->items[indicator->operands[i]->index],
                  depth + 1);
}

void explain_csv(struct explanation *explanation, const struct table *table,
                 const struct breakdown *breakdown, struct buf *out) {
    UNUSED(breakdown);
    csv_row(out,
            (struct str[]){STR("indicator"), STR("by"), STR("cell"), STR("value"), STR("of"),
                           STR("record"), STR("entry"), STR("amount"), STR("file"),
                           STR("line")},
            10);
    csv_table(explanation, out, table, 0);
}

/* --- JSON */

static void member(struct buf *out, const char *key, struct str text) {
    if (text.size == 0)
        return;
    buf_format(out, ", \"%s\": ", key);
    escape_json(out, text);
}

static void number(struct buf *out, const char *key, struct str digits) {
    buf_format(out, "%s\"%s\": ", key[0] == 'v' ? "" : ", ", key);
    buf_add(out, digits.size ? digits : STR("null"));
}

static void json_numbers(struct buf *out, const struct indicator *indicator,
                         const struct cell *cell) {
    struct str below = below_text(out->arena, indicator, cell);
    number(out, "value", number_text(out->arena, indicator, cell));
    if (below.size)
        number(out, "of", below);
}

static void json_contribution(struct buf *out, const struct indicator *indicator,
                              const struct contribution *item) {
    const struct row *record = record_of(item->row);
    buf_add(out, STR("{\"type\": "));
    escape_json(out, item->row->type->name);
    member(out, "record", record->id);
    member(out, "entry", item->row == record ? STR_EMPTY : item->row->id);
    number(out, "amount",
           decimal_text(out->arena, (struct decimal){item->amount, indicator->scale}));
    member(out, "file", item->span.source->path);
    buf_format(out, ", \"line\": %zu}", span_place(item->span).line);
}

static void json_contributors(struct explanation *explanation, struct buf *out,
                              const struct table *table, struct str cell_name) {
    struct explain_part part = explain_part(explanation, table, cell_name);
    buf_add(out, STR(", \"contributors\": ["));
    for (size_t i = 0; i < part.count; i++) {
        buf_add(out, i ? STR(",\n  ") : STR("\n  "));
        struct contribution contribution =
            table_contribution(table, part.order ? part.order[i] : i);
        json_contribution(out, table->indicator, &contribution);
    }
    buf_add_char(out, ']');
}

static void json_number(struct explanation *explanation, struct buf *out,
                        const struct table *table, struct str cell_name, size_t depth) {
    const struct indicator *indicator = table->indicator;
    buf_add(out, STR("{"));
    json_numbers(out, indicator, explain_part(explanation, table, cell_name).cell);
    member(out, "indicator", indicator->id);
    member(out, "by", explanation->by);
    member(out, "cell", cell_name);
    member(out, "unit", indicator->unit);
    member(out, "computed", str_of(aggregation_name(indicator->aggregation)));
    if (indicator->visibility > explanation->audience) { /* an operand: it has a name only */
        buf_add_char(out, '}');
        return;
    }
    member(out, "where", span_text(indicator->where_span));
    member(out, "file", indicator->span.source->path);
    buf_format(out, ", \"line\": %zu", span_place(indicator->span).line);
    if (indicator->from)
        json_contributors(explanation, out, table, cell_name);
    if (indicator->operand_count && depth < LIMIT_EXPLAIN_DEPTH) {
        buf_add(out, STR(", \"indicators\": ["));
        for (size_t i = 0; i < indicator->operand_count; i++) {
            buf_add(out, i ? STR(",\n ") : STR("\n "));
            json_number(explanation, out,
                        &explanation->tables->items[indicator->operands[i]->index], cell_name,
                        depth + 1);
        }
        buf_add_char(out, ']');
    }
    buf_add_char(out, '}');
}

void explain_json(struct explanation *explanation, const struct table *table,
                  const struct breakdown *breakdown, struct buf *out) {
    buf_add(out, breakdown ? STR("[") : STR_EMPTY);
    for (size_t i = 0; breakdown && i < breakdown->count; i++) {
        buf_add(out, i ? STR(",\n") : STR("\n"));
        json_number(explanation, out, table, breakdown->cells[i].name, 0);
    }
    if (!breakdown)
        json_number(explanation, out, table, STR_EMPTY, 0);
    buf_add(out, breakdown ? STR("]\n") : STR("\n"));
}
