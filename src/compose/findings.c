/* The rules as a table: what each demands, what follows when it is broken, and whether it
 * holds. A rule whose severity is error holds on every page that is published; warnings and
 * notes say what they found. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

static struct str severity_text(const struct composer *composer, enum rule_severity severity) {
    switch (severity) {
    case RULE_ERROR:
        return text_of(composer, "severity_error");
    case RULE_WARNING:
        return text_of(composer, "severity_warning");
    case RULE_NOTE:
        break;
    }
    return text_of(composer, "severity_note");
}

static void add_rule(struct composer *composer, const struct rule *rule,
                     struct doc_node *table) {
    const struct findings *findings = composer->input->findings;
    struct doc_node *row = table_row(composer, table, DOC_ROW_BODY);
    bool any = false;
    cell_add_text(composer, row, rule->label.size ? rule->label : rule->id);
    cell_add_text(composer, row, severity_text(composer, rule->severity));
    struct doc_node *cell = row_cell(composer, row);
    for (size_t i = 0; i < findings->count; i++) {
        if (findings->items[i].rule != rule)
            continue;
        if (any)
            doc_add(composer->arena, cell, DOC_LINE_BREAK);
        doc_add_text(composer->arena, cell, findings->items[i].message);
        any = true;
    }
    if (!any)
        doc_add_text(composer->arena, cell, text_of(composer, "rule_holds"));
}

/* of a rule in SQL: what its answers looked at */
static enum audience rule_visibility(const struct findings *findings, const struct rule *rule) {
    enum audience visibility = rule->visibility;
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].rule == rule && findings->items[i].visibility > visibility)
            visibility = findings->items[i].visibility;
    return visibility;
}

struct doc_node *rules_table(struct composer *composer) {
    const struct rules *rules = &composer->checked->rules;
    struct doc_node *table = table_new(composer, 3);
    *table_column(table, 0) =
        (struct doc_column){.label = text_of(composer, "rule"), .row_head = true};
    *table_column(table, 1) = (struct doc_column){.label = text_of(composer, "severity")};
    *table_column(table, 2) = (struct doc_column){.label = text_of(composer, "state")};
    table_head(composer, table);
    for (size_t i = 0; i < rules->count; i++)
        if (may_show(composer, rule_visibility(composer->input->findings, rules->items[i])))
            add_rule(composer, rules->items[i], table);
    return table;
}
