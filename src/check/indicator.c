/* content/indicators/ → indicators, every name in them looked up. What they are computed from
 * is linked when all are known (derive.c). */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const KEYS[] = {"label",        "unit",        "from",    "where",
                                   "sum",          "average",     "min",     "max",
                                   "median",       "distinct",    "of",      "add",
                                   "subtract",     "quotient",    "share",   "change",
                                   "by",           "style",       "places",  "missing",
                                   "sum_to_100",   "published",   "words",   "visibility",
                                   "minimum_cell", "given",       "concept", "period",
                                   "source",       "responsible", NULL};

/* keys that say how a number comes about and leave no room for another way */
static void alone(struct checker *checker, const struct tree *tree, const char *way,
                  const char *const *others) {
    for (size_t i = 0; others[i]; i++) {
        const struct tree *other = tree_get(tree, str_of(others[i]));
        if (other)
            DIAG(checker->diags, DIAG_NOT_TOGETHER, tree_key_span(other), str_of(others[i]),
                 str_of(way));
    }
}

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

static enum field_type amount_type(const struct indicator *indicator) {
    return path_type(&indicator->amount);
}

/* sum and its like want numbers; distinct takes whatever can be told apart */
static bool amount_fits(struct checker *checker, const struct tree *amount,
                        const struct indicator *indicator) {
    enum field_type type = amount_type(indicator);
    if (indicator->amount.many) {
        struct str list = indicator->amount.text, first;
        str_cut(&list, '.', &first);
        DIAG(checker->diags, DIAG_THROUGH_LIST, amount->span, amount->text,
             str_format(checker->arena, "%.*s.%.*s", STR_ARG(indicator->from->name),
                        STR_ARG(first)));
        return false;
    }
    bool number = field_is_number(type) || indicator->amount.counted;
    if (indicator->aggregation == AGGREGATE_DISTINCT ? type != FIELD_LIST : number)
        return true;
    DIAG(checker->diags, DIAG_NOT_SUMMABLE, amount->span, amount->text,
         str_of(field_type_name(type)));
    return false;
}

static void read_amount(struct checker *checker, const struct tree *tree,
                        struct indicator *indicator) {
    const struct tree *amount = NULL;
    for (int way = AGGREGATE_SUM; way <= AGGREGATE_DISTINCT; way++) {
        const struct tree *entry =
            tree_get(tree, str_of(aggregation_name((enum aggregation)way)));
        if (entry && amount)
            DIAG(checker->diags, DIAG_NOT_TOGETHER, tree_key_span(entry), entry->key,
                 amount->key);
        if (!entry || amount)
            continue;
        amount = entry;
        indicator->aggregation = (enum aggregation)way;
    }
    if (!amount)
        return;
    if (!path_read(checker, indicator->from, amount->text, amount->span, &indicator->amount) ||
        !amount_fits(checker, amount, indicator)) {
        indicator->aggregation = AGGREGATE_COUNT;
        return;
    }
    if (indicator->aggregation == AGGREGATE_DISTINCT)
        return;
    indicator->money = amount_type(indicator) == FIELD_MONEY;
    indicator->scale = path_scale(&indicator->amount);
    if (indicator->unit.size == 0 && indicator->amount.field)
        indicator->unit = indicator->amount.field->unit;
}

static void read_missing(struct checker *checker, const struct tree *tree,
                         struct indicator *indicator) {
    static const char *const NAMES[] = {"error", "note", "skip"};
    struct str missing = mapping_text(checker, tree, "missing");
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (missing.size == 0 || str_equal(missing, str_of(NAMES[i]))) {
            indicator->missing = (enum missing)i;
            return;
        }
    DIAG(checker->diags, DIAG_BAD_MISSING, tree_get(tree, STR("missing"))->span, missing);
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
        by_read(checker, by, indicator);
    indicator->of_name = mapping_text(checker, tree, "of");
    if (indicator->of_name.size)
        indicator->of_span = tree_get(tree, STR("of"))->span;
    read_missing(checker, tree, indicator);
}

/* add: [a, b]; share: a */
static bool read_operands(struct checker *checker, const struct tree *tree,
                          struct indicator *indicator) {
    static const char *const OTHERS[] = {"from",   "where",    "sum", "average", "min",   "max",
                                         "median", "distinct", "of",  "missing", "given", NULL};
    for (int way = AGGREGATE_ADD; way <= AGGREGATE_CHANGE; way++) {
        const char *name = aggregation_name((enum aggregation)way);
        const struct tree *entry = tree_get(tree, str_of(name));
        if (!entry)
            continue;
        if (indicator->operand_names) {
            DIAG(checker->diags, DIAG_NOT_TOGETHER, tree_key_span(entry), entry->key,
                 indicator->operand_names->key);
            continue;
        }
        indicator->aggregation = (enum aggregation)way;
        indicator->operand_names = entry;
        indicator->by_names = tree_get(tree, STR("by"));
        alone(checker, tree, name, OTHERS);
    }
    return indicator->operand_names != NULL;
}

static void read_places(struct checker *checker, const struct tree *tree,
                        struct indicator *indicator) {
    int64_t usual = indicator->money ? 0 : indicator->scale ? indicator->scale : 1;
    int64_t places = mapping_number(checker, tree, "places", usual);
    if (places < 0 || places > DECIMAL_SCALE_MOST)
        DIAG(checker->diags, DIAG_BAD_PLACES, tree_get(tree, STR("places"))->span,
             indicator->id);
    else
        indicator->places = (int)places;
}

static void read_way(struct checker *checker, const struct tree *tree,
                     struct indicator *indicator) {
    static const char *const OTHERS[] = {"from", "where", "sum",     "average",
                                         "min",  "max",   "median",  "distinct",
                                         "of",   "by",    "missing", NULL};
    const struct tree *given = tree_get(tree, STR("given"));
    if (read_operands(checker, tree, indicator))
        return;
    if (given) {
        alone(checker, tree, "given", OTHERS);
        given_read(checker, given, indicator);
    } else {
        read_computed(checker, tree, indicator);
        read_places(checker, tree, indicator);
    }
}

static void read_indicator(struct checker *checker, const struct tree *tree) {
    struct indicators *all = &checker->checked->indicators;
    if (!id_check(checker, tree->key, tree_key_span(tree)) ||
        !mapping_check(checker, tree, KEYS))
        return;
    struct indicator *indicator = ARENA_NEW(checker->arena, struct indicator);
    *indicator = (struct indicator){.id = tree->key,
                                    .label = mapping_need(checker, tree, "label"),
                                    .unit = mapping_text(checker, tree, "unit"),
                                    .concept = mapping_text(checker, tree, "concept"),
                                    .period = mapping_text(checker, tree, "period"),
                                    .source_note = mapping_text(checker, tree, "source"),
                                    .responsible = mapping_text(checker, tree, "responsible"),
                                    .to_hundred = mapping_flag(checker, tree, "sum_to_100"),
                                    .tree = tree,
                                    .span = tree_key_span(tree),
                                    .index = all->count};
    read_way(checker, tree, indicator);
    const struct indicator *first = map_put(&all->by_id, indicator->id, indicator);
    if (first) {
        DIAG(checker->diags, DIAG_DUPLICATE_ID, tree_key_span(tree), STR("indicator"),
             tree->key,
             str_format(checker->arena, "%.*s:%zu", STR_ARG(first->span.source->path),
                        span_place(first->span).line));
        return;
    }
    all->items = ARENA_PUSH(checker->arena, all->items, all->count, &all->capacity);
    all->items[all->count++] = indicator;
}

static void read_words(struct checker *checker, struct indicator *indicator) {
    const struct tree *list = tree_get(indicator->tree, STR("words"));
    if (!list)
        return;
    if (list->kind != TREE_LIST) {
        DIAG(checker->diags, DIAG_NOT_A_LIST, list->span, STR("words"), list->text);
        return;
    }
    indicator->words = ARENA_ARRAY(checker->arena, struct str, list->count);
    for (const struct tree *item = list->first; item; item = item->next)
        if (item->kind == TREE_SCALAR && item->text.size)
            indicator->words[indicator->word_count++] = item->text;
}

/* what is read in the light of how the number comes about */
static void read_form(struct checker *checker, struct indicator *indicator) {
    const struct tree *tree = indicator->tree;
    if (indicator_is_derived(indicator))
        read_places(checker, tree, indicator);
    read_words(checker, indicator);
    style_read(checker, tree_get(tree, STR("style")), indicator);
    const struct tree *published = tree_get(tree, STR("published"));
    if (published)
        published_read(checker, published, indicator);
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
    indicators_link(checker);
    indicators_visibility(checker);
    for (size_t i = 0; i < all->count; i++)
        read_form(checker, all->items[i]);
}
