/* data/indicators.json: indented by hand so that a diff between two builds reads well. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "render/data/internal.h"
#include "render/escape.h"

struct json {
    struct buf *out;
    struct arena *scratch;
    enum audience audience;
    size_t prefix; /* bytes of source paths that are left out */
};

static void key(struct json *json, const char *name) {
    escape_json(json->out, str_of(name));
    buf_add(json->out, STR(": "));
}

static void member(struct json *json, const char *name, struct str text) {
    if (text.size == 0)
        return;
    buf_add(json->out, STR(", "));
    key(json, name);
    escape_json(json->out, text);
}

/* a plain number; a whole one is exact in every reader up to 2^53, so larger ones are texts */
static void number(struct json *json, int64_t value, int scale) {
    struct str text = decimal_text(json->scratch, (struct decimal){value, scale});
    int64_t most = (int64_t)1 << 53;
    if (value > most || value < -most)
        escape_json(json->out, text);
    else
        buf_add(json->out, text);
}

static void cell(struct json *json, const struct indicator *indicator,
                 const struct cell *cell) {
    struct decimal value;
    key(json, "value");
    if (cell->hidden) {
        buf_add(json->out, STR("null, \"withheld\": true"));
        return;
    }
    if (cell_number(indicator, cell, &value))
        number(json, value.units, value.scale);
    else
        buf_add(json->out, STR("null"));
    if (indicator_is_ratio(indicator) && !cell->none) {
        buf_add(json->out, STR(", "));
        key(json, "of");
        number(json, cell->denominator, indicator_places(indicator));
    }
    if (cell->rounded) {
        buf_add(json->out, STR(", "));
        key(json, "percent");
        number(json, cell->percent, indicator->style.places);
    }
    if (!rows_shown(indicator, json->audience))
        return;
    buf_format(json->out, ", \"rows\": %zu", cell->row_count);
    if (cell->missing_count)
        buf_format(json->out, ", \"missing\": %zu", cell->missing_count);
}

static void published(struct json *json, const struct indicator *indicator) {
    static const char *const STATUS[] = {"", "open", "explained"};
    buf_add(json->out, STR(",\n     \"published\": ["));
    for (size_t i = 0; i < indicator->published_count; i++) {
        const struct published *item = &indicator->published[i];
        buf_add(json->out, i ? STR(", {") : STR("{"));
        const struct quantity *quantity = &item->quantity;
        key(json, quantity->percent ? "percent" : bound_name(quantity->bound));
        number(json, quantity->value,
               quantity->percent    ? quantity->places
               : quantity->fraction ? 0
                                    : indicator_places(indicator));
        if (quantity->fraction)
            buf_format(json->out, ", \"of\": %lld", (long long)item->quantity.denominator);
        member(json, "source", item->source->id);
        member(json, "differs", str_of(STATUS[item->differs]));
        member(json, "note", item->note);
        buf_add_char(json->out, '}');
    }
    buf_add_char(json->out, ']');
}

static void breakdowns(struct json *json, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    buf_add(json->out, STR(",\n     \"by\": {"));
    for (size_t i = 0; i < indicator->breakdown_count; i++) {
        const struct breakdown *breakdown = &table->breakdowns[i];
        buf_add(json->out, i ? STR(",\n       ") : STR("\n       "));
        escape_json(json->out, breakdown->by->name);
        buf_add(json->out, STR(": {"));
        for (size_t j = 0; j < breakdown->count; j++) {
            buf_add(json->out, j ? STR(", ") : STR(""));
            escape_json(json->out, breakdown->cells[j].name);
            buf_add(json->out, STR(": {"));
            cell(json, indicator, &breakdown->cells[j]);
            buf_add_char(json->out, '}');
        }
        buf_add_char(json->out, '}');
    }
    buf_add_char(json->out, '}');
}

/* the cell of each breakdown to which a contribution belongs */
static void cells_of(struct json *json, const struct table *table, size_t contribution) {
    bool first = true;
    for (size_t b = 0; b < table->indicator->breakdown_count; b++) {
        const struct breakdown *breakdown = &table->breakdowns[b];
        if (breakdown->by->implied)
            continue;
        buf_add(json->out, first ? STR(", \"in\": {") : STR(", "));
        first = false;
        escape_json(json->out, breakdown->by->name);
        buf_add(json->out, STR(": "));
        escape_json(json->out, breakdown_cell(table, breakdown, contribution)->name);
    }
    buf_add(json->out, first ? STR_EMPTY : STR("}"));
}

static void contributors(struct json *json, const struct table *table) {
    buf_add(json->out, STR(",\n     \"contributors\": ["));
    for (size_t i = 0; i < table->count; i++) {
        struct contribution contribution = table_contribution(table, i);
        const struct contribution *item = &contribution;
        const struct row *top = item->row;
        while (top->parent)
            top = top->parent;
        buf_add(json->out, i ? STR(",\n       {") : STR("\n       {"));
        key(json, "record");
        escape_json(json->out, top->id);
        if (top != item->row)
            member(json, "entry", item->row->id);
        buf_add(json->out, STR(", "));
        key(json, "amount");
        number(json, item->amount, table->indicator->scale);
        member(json, "file", str_from(item->span.source->path, json->prefix));
        buf_format(json->out, ", \"line\": %zu", span_place(item->span).line);
        cells_of(json, table, i);
        buf_add_char(json->out, '}');
    }
    buf_add_char(json->out, ']');
}

static void operands(struct json *json, const struct indicator *indicator) {
    if (indicator->operand_count == 0)
        return;
    buf_add(json->out, STR(", "));
    key(json, "indicators");
    buf_add_char(json->out, '[');
    for (size_t i = 0; i < indicator->operand_count; i++) {
        buf_add(json->out, i ? STR(", ") : STR_EMPTY);
        escape_json(json->out, indicator->operands[i]->id);
    }
    buf_add_char(json->out, ']');
}

static void names(struct json *json, const struct indicator *indicator) {
    if (indicator->given_name_count == 0)
        return;
    buf_add(json->out, STR(", "));
    key(json, "names");
    for (size_t i = 0; i < indicator->given_name_count; i++) {
        buf_add(json->out, i ? STR(", ") : STR("["));
        escape_json(json->out, indicator->given_names[i]);
    }
    buf_add_char(json->out, ']');
}

static void indicator_write(struct json *json, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    buf_add(json->out, STR("\n    {"));
    key(json, "id");
    escape_json(json->out, indicator->id);
    member(json, "label", indicator->label);
    member(json, "unit", indicator->unit);
    member(json, "concept", indicator->concept);
    member(json, "computed", str_of(aggregation_name(indicator->aggregation)));
    operands(json, indicator);
    member(json, "from", indicator->from ? indicator->from->name : STR_EMPTY);
    member(json, "where", span_text(indicator->where_span));
    buf_add(json->out, STR(",\n     "));
    cell(json, indicator, &table->total);
    if (indicator->given_source)
        member(json, "given_by", indicator->given_source->id);
    names(json, indicator);
    published(json, indicator);
    if (indicator->aggregation != AGGREGATE_GIVEN)
        breakdowns(json, table);
    if (indicator->from && contributors_shown(indicator, json->audience))
        contributors(json, table);
    buf_add_char(json->out, '}');
}

void json_write(const struct checked *checked, const struct tables *tables, struct buf *out) {
    struct json json = {.out = out, .scratch = arena_new(), .audience = checked->site.audience};
    const char site_file[] = "site.yaml";
    if (checked->site.span.source)
        json.prefix = checked->site.span.source->path.size - (sizeof site_file - 1);
    buf_add(out, STR("{\n  "));
    key(&json, "title");
    escape_json(out, checked->site.title);
    if (checked->site.illustrative) {
        buf_add(out, STR(",\n  "));
        key(&json, "notice");
        escape_json(out, checked->site.notice);
    }
    buf_add(out, STR(",\n  \"indicators\": ["));
    bool first = true;
    for (size_t i = 0; i < tables->count; i++) {
        if (tables->items[i].indicator->visibility > checked->site.audience)
            continue;
        if (!first)
            buf_add_char(out, ',');
        first = false;
        indicator_write(&json, &tables->items[i]);
        arena_reset(json.scratch);
    }
    buf_add(out, STR("\n  ]\n}\n"));
    arena_free(json.scratch);
}
