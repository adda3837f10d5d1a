/* Fenced blocks: what they may say, key by key, and who makes them. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "compose/internal.h"

bool block_keys(struct scope *scope, const struct content_block *block,
                const char *const *keys) {
    struct composer *composer = scope->composer;
    bool ok = true;
    struct map known = map_make(composer->arena);
    struct buf all = buf_make(composer->arena);
    for (size_t i = 0; keys[i]; i++) {
        map_put(&known, str_of(keys[i]), scope);
        buf_format(&all, "%s%s", i ? ", " : "", keys[i]);
    }
    for (const struct tree *entry = block->body->first; entry; entry = entry->next) {
        if (map_get(&known, entry->key))
            continue;
        struct str near = map_nearest(&known, entry->key);
        if (near.size)
            DIAG(composer->diags, DIAG_UNKNOWN_KEY, tree_key_span(entry), entry->key, near);
        else
            DIAG(composer->diags, DIAG_UNKNOWN_KEY_FAR, tree_key_span(entry), entry->key,
                 buf_str(&all));
        ok = false;
    }
    return ok;
}

struct str block_text(struct scope *scope, const struct content_block *block, const char *key) {
    return scope_plain(scope, tree_get(block->body, str_of(key)));
}

bool block_flag(struct scope *scope, const struct content_block *block, const char *key) {
    const struct tree *entry = tree_get(block->body, str_of(key));
    if (!entry)
        return false;
    bool value = str_equal(entry->text, STR("true"));
    if (!value && !str_equal(entry->text, STR("false")))
        DIAG(scope->composer->diags, DIAG_BAD_BOOLEAN, entry->span, str_of(key), entry->text);
    return value;
}

const struct indicator *block_indicator(struct scope *scope, const struct tree *scalar) {
    const struct indicators *all = &scope->composer->checked->indicators;
    const struct indicator *indicator =
        scalar->kind == TREE_SCALAR ? map_get(&all->by_id, scalar->text) : NULL;
    if (!indicator)
        DIAG(scope->composer->diags, DIAG_UNKNOWN_INDICATOR, scalar->span, scalar->text,
             map_nearest(&all->by_id, scalar->text));
    else if (!refuse_hidden(scope->composer, indicator->visibility, indicator->id,
                            scalar->span))
        return NULL;
    return indicator;
}

const struct breakdown *block_breakdown(struct scope *scope, const struct table *table,
                                        struct str name, struct span span) {
    const struct breakdown *breakdown = table_breakdown_asked(table, name);
    if (!breakdown)
        no_breakdown(scope->composer, table->indicator, name, span);
    return breakdown;
}

void no_breakdown(struct composer *composer, const struct indicator *indicator, struct str name,
                  struct span span) {
    DIAG(composer->diags, indicator->breakdown_count ? DIAG_NO_BREAKDOWN : DIAG_NO_BREAKDOWNS,
         span, indicator->id, name, indicator_breakdowns(composer->arena, indicator));
}

struct str block_by(struct composer *composer, const struct tree *by) {
    if (by->kind == TREE_SCALAR)
        return by->text;
    struct buf name = buf_make(composer->arena);
    for (const struct tree *item = by->first; item; item = item->next) {
        struct str rest = item->text, last = item->text;
        for (bool more = true; more;)
            more = str_cut(&rest, '.', &last);
        if (name.size)
            buf_add_char(&name, '.');
        buf_add(&name, last);
    }
    return buf_str(&name);
}

/* --- indicators: [houses, gifts] */

enum list_column { LIST_LABEL, LIST_VALUE, LIST_UNIT, LIST_PUBLISHED, LIST_HERE, LIST_SOURCE };

static const char *const LIST_COLUMNS[] = {"label",     "value", "unit",
                                           "published", "here",  "source"};
static const char *const LIST_HEADS[] = {"indicator", "value",      "unit",
                                         "published", "here_value", "source"};

static bool list_columns(struct scope *scope, const struct tree *columns,
                         enum list_column *result, size_t *count) {
    *count = 0;
    if (!columns) {
        result[(*count)++] = LIST_LABEL;
        result[(*count)++] = LIST_VALUE;
        result[(*count)++] = LIST_UNIT;
        return true;
    }
    for (const struct tree *item = columns->first; item; item = item->next) {
        size_t i = 0;
        while (i < COUNT_OF(LIST_COLUMNS) && !str_equal(item->text, str_of(LIST_COLUMNS[i])))
            i++;
        if (i == COUNT_OF(LIST_COLUMNS) || *count == COUNT_OF(LIST_COLUMNS)) {
            DIAG(scope->composer->diags, DIAG_UNKNOWN_COLUMN, item->span, item->text,
                 STR("label, value, unit, published, here, source"));
            return false;
        }
        result[(*count)++] = (enum list_column)i;
    }
    return *count > 0;
}

static struct str first_published(struct composer *composer,
                                  const struct indicator *indicator) {
    if (indicator->aggregation == AGGREGATE_GIVEN)
        return quantity_text(composer, indicator, &indicator->given, FORM_TABLE);
    if (indicator->published_count == 0)
        return text_of(composer, "none");
    return quantity_text(composer, indicator, &indicator->published[0].quantity, FORM_TABLE);
}

static struct str source_title(const struct indicator *indicator) {
    const struct row *source = indicator->given_source;
    if (!source && indicator->published_count)
        source = indicator->published[0].source;
    return source ? source->title : indicator->source_note;
}

static bool here_value(struct scope *scope, const struct tree *at, const struct table *table,
                       struct doc_node *row) {
    struct composer *composer = scope->composer;
    if (!scope->record) {
        DIAG(composer->diags, DIAG_HERE_NOWHERE, at->span, table->indicator->id);
        return false;
    }
    const struct breakdown *breakdown =
        block_breakdown(scope, table, scope->record->type->name, at->span);
    if (!breakdown)
        return false;
    const struct cell *cell = breakdown_find(breakdown, scope->record->id);
    cell_add_value(
        composer, row,
        cell ? cell_token(composer, table, breakdown, cell, FORM_EXACT)
             : cell_token(composer, table, NULL, cell_absent(table->indicator), FORM_EXACT));
    return true;
}

static bool list_cell(struct scope *scope, const struct tree *at, const struct table *table,
                      enum list_column column, struct doc_node *row) {
    struct composer *composer = scope->composer;
    const struct indicator *indicator = table->indicator;
    switch (column) {
    case LIST_LABEL:
        cell_add_link(composer, row, indicator->label,
                      scope->report ? STR_EMPTY : indicator_path(composer, indicator));
        return true;
    case LIST_VALUE:
        cell_add_value(composer, row,
                       cell_token(composer, table, NULL, &table->total, FORM_TABLE));
        return true;
    case LIST_UNIT:
        cell_add_text(composer, row, indicator->unit);
        return true;
    case LIST_PUBLISHED:
        cell_add_text(composer, row, first_published(composer, indicator));
        return true;
    case LIST_SOURCE:
        cell_add_text(composer, row, source_title(indicator));
        return true;
    case LIST_HERE:
        return here_value(scope, at, table, row);
    }
    return false;
}

static bool list_labels(struct scope *scope, const struct content_block *block,
                        const enum list_column *columns, size_t count, struct doc_node *table) {
    const struct tree *labels = tree_get(block->body, STR("labels"));
    bool ok = true;
    for (const struct tree *label = labels ? labels->first : NULL; label; label = label->next) {
        bool known = false;
        for (size_t i = 0; i < count; i++) {
            if (!str_equal(label->key, str_of(LIST_COLUMNS[columns[i]])))
                continue;
            table_column(table, i)->label = label->text;
            known = true;
        }
        if (!known) /* it would be lost in silence */
            DIAG(scope->composer->diags, DIAG_UNKNOWN_COLUMN, tree_key_span(label), label->key,
                 STR("labels"));
        ok &= known;
    }
    return ok;
}

static bool list_compose(struct scope *scope, const struct content_block *block,
                         const struct tree *ids, struct doc_node *parent) {
    static const char *const KEYS[] = {"indicators", "columns",  "labels",
                                       "groups",     TABLE_KEYS, NULL};
    struct composer *composer = scope->composer;
    enum list_column columns[COUNT_OF(LIST_COLUMNS)];
    size_t count;
    if (!block_keys(scope, block, KEYS) ||
        !list_columns(scope, tree_get(block->body, STR("columns")), columns, &count))
        return false;
    struct doc_node *table = table_new(composer, count);
    for (size_t i = 0; i < count; i++) {
        bool number =
            columns[i] == LIST_VALUE || columns[i] == LIST_HERE || columns[i] == LIST_PUBLISHED;
        *table_column(table, i) =
            (struct doc_column){.label = text_of(composer, LIST_HEADS[columns[i]]),
                                .align = number ? DOC_ALIGN_END : DOC_ALIGN_START,
                                .number = number,
                                .row_head = columns[i] == LIST_LABEL};
    }
    const struct tree *names = tree_get(block->body, STR("columns"));
    if (!list_labels(scope, block, columns, count, table))
        return false;
    if (names && !block_groups(scope, block, names, 0, table))
        return false;
    table_head(composer, table);
    bool ok = true;
    for (const struct tree *item = ids->first; item; item = item->next) {
        const struct indicator *indicator = block_indicator(scope, item);
        struct doc_node *row = indicator ? table_row(composer, table, DOC_ROW_BODY) : NULL;
        for (size_t i = 0; row && i < count; i++)
            ok &= list_cell(scope, item, table_of(composer, indicator), columns[i], row);
        ok &= indicator != NULL;
    }
    return ok && block_append(scope, block, table, parent);
}

/* --- the other forms */

bool block_view(struct scope *scope, const struct content_block *block,
                const struct indicator *indicator, struct breakdown_view *view) {
    struct composer *composer = scope->composer;
    bool ranked = block_flag(scope, block, "rank");
    const struct tree *sort = tree_get(block->body, STR("sort"));
    const struct tree *top = tree_get(block->body, STR("top"));
    struct decimal most = {INT32_MAX, 0};
    if (sort && !str_equal(sort->text, STR("value"))) {
        DIAG(composer->diags, DIAG_BAD_SORT, sort->span, sort->text);
        return false;
    }
    if (top && (decimal_parse(top->text, 0, &most) != DECIMAL_OK || most.units < 1)) {
        DIAG(composer->diags, DIAG_BAD_TOP, top->span, top->text);
        return false;
    }
    view->sorted = ranked || sort || top;
    if (!view->sorted)
        return true;
    size_t *ranks;
    view->breakdown = breakdown_ranked(composer->arena, indicator, view->breakdown,
                                       (size_t)most.units, &ranks);
    view->ranks = ranked ? ranks : NULL;
    return true;
}

static bool breakdown_compose(struct scope *scope, const struct content_block *block,
                              struct doc_node *parent) {
    static const char *const KEYS[] = {"indicator", "by",       "rank", "sort",
                                       "top",       TABLE_KEYS, NULL};
    struct composer *composer = scope->composer;
    const struct tree *id = tree_get(block->body, STR("indicator"));
    const struct tree *by = tree_get(block->body, STR("by"));
    if (!block_keys(scope, block, KEYS))
        return false;
    if (!by || by->kind == TREE_MAPPING) {
        DIAG(composer->diags, DIAG_MISSING_KEY, id->span, STR("by"));
        return false;
    }
    const struct indicator *indicator = block_indicator(scope, id);
    const struct table *table = indicator ? table_of(composer, indicator) : NULL;
    const struct breakdown *breakdown =
        table ? block_breakdown(scope, table, block_by(composer, by), by->span) : NULL;
    if (!breakdown)
        return false;
    struct breakdown_view view = {.breakdown = breakdown};
    if (!block_view(scope, block, indicator, &view))
        return false;
    struct doc_node *node = breakdown_table(composer, table, &view);
    struct str caption = block_text(scope, block, "caption");
    node->table->caption = caption.size ? caption : indicator->label;
    return block_append(scope, block, node, parent);
}

static bool rules_compose(struct scope *scope, const struct content_block *block,
                          struct doc_node *parent) {
    static const char *const KEYS[] = {"rules", TABLE_KEYS, NULL};
    if (!block_keys(scope, block, KEYS))
        return false;
    struct doc_node *table = rules_table(scope->composer);
    return block_append(scope, block, table, parent);
}

static bool published_compose(struct scope *scope, const struct content_block *block,
                              struct doc_node *parent) {
    static const char *const KEYS[] = {"published", TABLE_KEYS, NULL};
    if (!block_keys(scope, block, KEYS))
        return false;
    struct doc_node *table = published_table(scope->composer, NULL);
    return block_append(scope, block, table, parent);
}

static const struct {
    const char *word;
    bool (*compose)(struct scope *scope, const struct content_block *block,
                    struct doc_node *parent);
} MAKERS[] = {{"chart", chart_compose},          {"checklist", checklist_compose},
              {"matrix", matrix_compose},        {"contents", contents_compose},
              {"break", break_compose},          {"records", chapters_compose},
              {"provenance", provenance_compose}};

bool block_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent) {
    struct composer *composer = scope->composer;
    const struct tree *body = block->body;
    const struct tree *ids = tree_get(body, STR("indicators"));
    for (size_t i = 0; i < COUNT_OF(MAKERS); i++)
        if (str_equal(block->info, str_of(MAKERS[i].word)))
            return MAKERS[i].compose(scope, block, parent);
    if (str_equal(block->info, STR("table"))) {
        if (ids && ids->kind == TREE_LIST)
            return list_compose(scope, block, ids, parent);
        if (tree_get(body, STR("indicator")))
            return breakdown_compose(scope, block, parent);
        if (tree_get(body, STR("rows")))
            return rows_compose(scope, block, parent);
        if (tree_get(body, STR("rules")))
            return rules_compose(scope, block, parent);
        if (tree_get(body, STR("published")))
            return published_compose(scope, block, parent);
    }
    DIAG(composer->diags, DIAG_BAD_BLOCK, block->span, block->info,
         word_argument(WORD_BLOCK_TABLE));
    return false;
}
