/* style: how a number is written where nothing else is said. */
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

/* {over: 100}: a step, in the indicator's own units */
static void read_bound(struct checker *checker, const struct tree *step, enum bound bound,
                       struct indicator *indicator) {
    struct decimal number = {0};
    bool ok = indicator->money ? money_read(checker, step, indicator->unit, &number.units)
                               : decimal_parse(step->text, indicator_places(indicator),
                                               &number) == DECIMAL_OK;
    if (!ok || number.units <= 0)
        DIAG(checker->diags, DIAG_BAD_STEP, step->span, step->text);
    else
        indicator->style =
            (struct style){.kind = STYLE_BOUND, .bound = bound, .step = number.units};
}

static void read_mapping(struct checker *checker, const struct tree *tree,
                         struct indicator *indicator) {
    static const char *const KEYS[] = {"over", "under", "about", "percent", NULL};
    if (!mapping_check(checker, tree, KEYS))
        return;
    if (!tree->first || tree->first->next || tree->first->kind != TREE_SCALAR) {
        DIAG(checker->diags, DIAG_BAD_STYLE, tree->span, STR("{…}"));
        return;
    }
    if (str_equal(tree->first->key, STR("percent"))) {
        int64_t places = mapping_number(checker, tree, "percent", 1);
        if (places < 0 || places > DECIMAL_SCALE_MOST)
            DIAG(checker->diags, DIAG_BAD_PLACES, tree->first->span, indicator->id);
        else
            indicator->style = (struct style){.kind = STYLE_PERCENT, .places = (int)places};
        return;
    }
    for (enum bound bound = BOUND_OVER; bound <= BOUND_ABOUT; bound++)
        if (str_equal(tree->first->key, str_of(bound_name(bound))))
            read_bound(checker, tree->first, bound, indicator);
}

/* a denominator is there to be shown */
static bool may_be_ratio(const struct indicator *indicator) {
    struct indicator as_percent = *indicator;
    as_percent.style.kind = STYLE_PERCENT;
    return indicator_is_ratio(&as_percent);
}

void style_read(struct checker *checker, const struct tree *tree, struct indicator *indicator) {
    static const struct str NAMES[] = {{"plain", 5}, {"fraction", 8}, {"percent", 7}};
    bool named = !tree || tree->kind == TREE_MAPPING;
    if (tree && tree->kind == TREE_MAPPING)
        read_mapping(checker, tree, indicator);
    for (size_t i = 0; !named && i < COUNT_OF(NAMES); i++)
        if (str_equal(tree->text, NAMES[i])) {
            indicator->style = (struct style){.kind = (enum style_kind)i, .places = 1};
            named = true;
        }
    if (!named)
        DIAG(checker->diags, DIAG_BAD_STYLE, tree->span, tree->text);
    enum style_kind kind = indicator->style.kind;
    if ((kind == STYLE_FRACTION || kind == STYLE_PERCENT) && !may_be_ratio(indicator))
        DIAG(checker->diags, DIAG_STYLE_NEEDS_OF, indicator->span, indicator->id);
    if (kind == STYLE_BOUND && indicator_is_ratio(indicator))
        DIAG(checker->diags, DIAG_BAD_STYLE, tree->span, tree->first->key);
    if (kind == STYLE_PLAIN && indicator_is_ratio(indicator)) {
        bool share = indicator->aggregation == AGGREGATE_SHARE;
        indicator->style.kind = share ? STYLE_PERCENT : STYLE_FRACTION;
        indicator->style.places = 1;
    }
    if (indicator->to_hundred &&
        (indicator->aggregation != AGGREGATE_SHARE || indicator->style.kind != STYLE_PERCENT))
        DIAG(checker->diags, DIAG_HUNDRED_OF_SHARE,
             tree_get(indicator->tree, STR("sum_to_100"))->span, indicator->id);
}
