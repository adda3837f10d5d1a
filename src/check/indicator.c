/* content/indicators/ → indicators, every name in them looked up. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const KEYS[] = {"label",       "unit",  "from",    "where",  "sum",
                                   "distinct",    "of",    "by",      "style",  "missing",
                                   "published",   "given", "concept", "period", "source",
                                   "responsible", NULL};

static void read_from(struct checker *checker, const struct tree *tree,
                      struct indicator *indicator) {
    const struct schema *schema = &checker->checked->schema;
    struct str name = mapping_need(checker, tree, "from");
    if (name.size == 0)
        return;
    indicator->from = map_get(&schema->by_name, name);
    if (!indicator->from)
        DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, tree_get(tree, STR("from"))->span, name,
             map_nearest(&schema->by_name, name));
}

static void read_amount(struct checker *checker, const struct tree *tree,
                        struct indicator *indicator) {
    const struct tree *sum = tree_get(tree, STR("sum"));
    const struct tree *distinct = tree_get(tree, STR("distinct"));
    const struct tree *amount = sum ? sum : distinct;
    if (!amount)
        return;
    if (sum && distinct)
        DIAG(checker->diags, DIAG_TWO_AGGREGATIONS, distinct->key_span, STR_EMPTY);
    if (!path_read(checker, indicator->from, amount->text, amount->span, &indicator->amount))
        return;
    indicator->aggregation = sum ? AGGREGATE_SUM : AGGREGATE_DISTINCT;
    enum field_type type = path_type(&indicator->amount);
    if (sum && !field_is_number(type))
        DIAG(checker->diags, DIAG_NOT_SUMMABLE, sum->span, sum->text,
             str_of(field_type_name(type)));
    if (distinct && type == FIELD_LIST)
        DIAG(checker->diags, DIAG_NOT_SUMMABLE, distinct->span, distinct->text, STR("list"));
    indicator->money = sum && type == FIELD_MONEY;
    if (sum && type == FIELD_DECIMAL)
        indicator->scale = indicator->amount.field->places;
    if (indicator->unit.size == 0 && sum && indicator->amount.field)
        indicator->unit = indicator->amount.field->unit;
}

/* "date.year" → "year", "district" → "district" */
static struct str last_name(struct str text) {
    struct str rest = text, part;
    while (str_cut(&rest, '.', &part))
        continue;
    return part;
}

static bool read_key(struct checker *checker, const struct tree *scalar,
                     const struct record_type *from, struct by *by) {
    if (scalar->kind != TREE_SCALAR || by->count == LIMIT_BY_KEYS) {
        DIAG(checker->diags, DIAG_BAD_BY, scalar->span, STR_EMPTY);
        return false;
    }
    struct path *path = &by->keys[by->count];
    if (!path_read(checker, from, scalar->text, scalar->span, path))
        return false;
    enum field_type type = path_type(path);
    if (path->many || type == FIELD_LIST || type == FIELD_MARKDOWN || type == FIELD_DECIMAL) {
        DIAG(checker->diags, DIAG_BAD_KEY_TYPE, scalar->span, scalar->text,
             str_of(field_type_name(type)));
        return false;
    }
    by->names[by->count] = last_name(scalar->text);
    by->name = by->count ? str_format(checker->arena, "%.*s.%.*s", STR_ARG(by->name),
                                      STR_ARG(by->names[by->count]))
                         : by->names[0];
    by->count++;
    return true;
}

static void read_by(struct checker *checker, const struct tree *tree,
                    struct indicator *indicator) {
    size_t most = tree->kind == TREE_LIST ? tree->count : 1;
    indicator->breakdowns = ARENA_ARRAY(checker->arena, struct by, most);
    const struct tree *item = tree->kind == TREE_LIST ? tree->first : tree;
    for (; item; item = tree->kind == TREE_LIST ? item->next : NULL) {
        struct by *by = &indicator->breakdowns[indicator->breakdown_count];
        *by = (struct by){.span = item->span};
        bool ok = true;
        if (item->kind == TREE_LIST)
            for (const struct tree *key = item->first; key; key = key->next)
                ok &= read_key(checker, key, indicator->from, by);
        else
            ok = read_key(checker, item, indicator->from, by);
        for (size_t i = 0; ok && i < indicator->breakdown_count; i++)
            if (str_equal(indicator->breakdowns[i].name, by->name)) {
                DIAG(checker->diags, DIAG_DUPLICATE_BY, item->span, by->name);
                ok = false;
            }
        indicator->breakdown_count += ok && by->count;
    }
}

static void read_style(struct checker *checker, const struct tree *tree,
                       struct indicator *indicator) {
    static const char *const STYLE_KEYS[] = {"over", NULL};
    struct style *style = &indicator->style;
    if (tree->kind == TREE_MAPPING) {
        const struct tree *over = tree_get(tree, STR("over"));
        if (!mapping_check(checker, tree, STYLE_KEYS) || !over)
            return;
        style->kind = STYLE_OVER;
        struct decimal step = {0};
        bool ok = indicator->money
                      ? money_read(checker, over, indicator->unit, &style->step)
                      : decimal_parse(over->text, indicator->scale, &step) == DECIMAL_OK;
        if (!indicator->money)
            style->step = step.units;
        if (!ok || style->step <= 0)
            DIAG(checker->diags, DIAG_BAD_STEP, over->span, over->text);
        return;
    }
    static const struct str NAMES[] = {{"plain", 5}, {"fraction", 8}, {"percent", 7}};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (str_equal(tree->text, NAMES[i])) {
            style->kind = (enum style_kind)i;
            return;
        }
    DIAG(checker->diags, DIAG_BAD_STYLE, tree->span, tree->text);
}

static void read_computed(struct checker *checker, const struct tree *tree,
                          struct indicator *indicator) {
    read_from(checker, tree, indicator);
    if (!indicator->from)
        return;
    read_amount(checker, tree, indicator);
    const struct tree *where = tree_get(tree, STR("where"));
    if (where) {
        indicator->where = expression_read(checker, indicator->from, where, NULL);
        indicator->where_span = where->span;
    }
    const struct tree *by = tree_get(tree, STR("by"));
    if (by && !tree_is_empty(by))
        read_by(checker, by, indicator);
    indicator->of_name = mapping_text(checker, tree, "of");
    if (indicator->of_name.size)
        indicator->of_span = tree_get(tree, STR("of"))->span;
    struct str missing = mapping_text(checker, tree, "missing");
    indicator->missing_skipped = str_equal(missing, STR("skip"));
    if (missing.size && !indicator->missing_skipped && !str_equal(missing, STR("error")))
        DIAG(checker->diags, DIAG_BAD_MISSING, tree_get(tree, STR("missing"))->span, missing);
}

static void read_indicator(struct checker *checker, const struct tree *tree) {
    struct indicators *all = &checker->checked->indicators;
    if (!id_check(checker, tree->key, tree->key_span) || !mapping_check(checker, tree, KEYS))
        return;
    struct indicator *indicator = ARENA_NEW(checker->arena, struct indicator);
    *indicator = (struct indicator){.id = tree->key,
                                    .label = mapping_need(checker, tree, "label"),
                                    .unit = mapping_text(checker, tree, "unit"),
                                    .concept = mapping_text(checker, tree, "concept"),
                                    .period = mapping_text(checker, tree, "period"),
                                    .source_note = mapping_text(checker, tree, "source"),
                                    .responsible = mapping_text(checker, tree, "responsible"),
                                    .span = tree->key_span,
                                    .index = all->count};
    const struct tree *given = tree_get(tree, STR("given"));
    if (given)
        given_read(checker, given, indicator);
    else
        read_computed(checker, tree, indicator);
    const struct tree *style = tree_get(tree, STR("style"));
    if (style)
        read_style(checker, style, indicator);
    const struct tree *published = tree_get(tree, STR("published"));
    if (published)
        published_read(checker, published, indicator);
    const struct indicator *first = map_put(&all->by_id, indicator->id, indicator);
    if (first) {
        DIAG(checker->diags, DIAG_DUPLICATE_ID, tree->key_span, STR("indicator"), tree->key,
             str_format(checker->arena, "%.*s:%zu", STR_ARG(first->span.source->path),
                        span_place(first->span).line));
        return;
    }
    all->items = ARENA_PUSH(checker->arena, all->items, all->count, &all->capacity);
    all->items[all->count++] = indicator;
}

/* A denominator counts rows of the same type, so that each row of the numerator can be looked
 * for among them (aggregate does that). */
static void link_population(struct checker *checker, struct indicator *indicator) {
    if (indicator->of_name.size == 0 || !indicator->from)
        return;
    const struct indicators *all = &checker->checked->indicators;
    indicator->of = map_get(&all->by_id, indicator->of_name);
    if (!indicator->of) {
        DIAG(checker->diags, DIAG_UNKNOWN_INDICATOR, indicator->of_span, indicator->of_name,
             map_nearest(&all->by_id, indicator->of_name));
    } else if (indicator->of == indicator || indicator->of->of_name.size ||
               indicator->of->from != indicator->from ||
               indicator->of->aggregation != AGGREGATE_COUNT ||
               indicator->aggregation != AGGREGATE_COUNT) {
        DIAG(checker->diags, DIAG_BAD_POPULATION, indicator->of_span, indicator->of_name,
             indicator->from->name);
        indicator->of = NULL;
    }
}

void indicators_check(struct checker *checker) {
    struct indicators *all = &checker->checked->indicators;
    const struct content_files *files = &checker->content->indicators;
    all->by_id = map_make(checker->arena);
    for (size_t i = 0; i < files->count; i++) {
        const struct tree *root = files->items[i].root;
        if (root && root->kind != TREE_MAPPING)
            DIAG(checker->diags, DIAG_NOT_A_MAPPING, root->span, STR("id: {label: …}"));
        else
            for (const struct tree *entry = root ? root->first : NULL; entry;
                 entry = entry->next)
                read_indicator(checker, entry);
    }
    for (size_t i = 0; i < all->count; i++) {
        struct indicator *indicator = all->items[i];
        link_population(checker, indicator);
        bool ratio = indicator->of || (!indicator->from && indicator->given.fraction);
        enum style_kind style = indicator->style.kind;
        if (!ratio && (style == STYLE_FRACTION || style == STYLE_PERCENT))
            DIAG(checker->diags, DIAG_STYLE_NEEDS_OF, indicator->span, indicator->id);
        if (ratio && style == STYLE_PLAIN)
            indicator->style.kind = STYLE_FRACTION;
    }
}
