/* Indicators that are computed from others: found by their ids, put in an order in which each
 * comes after what it needs, and given the breakdowns that all its operands have. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

enum visit { VISIT_NEW, VISIT_OPEN, VISIT_DONE };

struct linking {
    struct checker *checker;
    enum visit *visits; /* by indicator.index */
    size_t ordered;
};

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

/* A share needs parts that add up to their total; the others one whole number in each cell. */
static bool operand_fits(const struct indicator *indicator, const struct indicator *operand) {
    enum aggregation way = operand->aggregation;
    if (operand->of_name.size ||
        (way == AGGREGATE_GIVEN &&
         (operand->given.fraction || operand->given.bound != BOUND_NONE)))
        return false;
    if (indicator->aggregation == AGGREGATE_SHARE)
        return indicator_adds_up(operand) && way != AGGREGATE_GIVEN;
    return indicator_adds_up(operand) || way == AGGREGATE_MIN || way == AGGREGATE_MAX ||
           way == AGGREGATE_DISTINCT;
}

static bool visit(struct linking *linking, struct indicator *indicator);

static bool link_operand(struct linking *linking, struct indicator *indicator,
                         const struct tree *name) {
    struct checker *checker = linking->checker;
    const struct map *by_id = &checker->checked->indicators.by_id;
    struct indicator *operand = name->kind == TREE_SCALAR ? map_get(by_id, name->text) : NULL;
    if (!operand) {
        DIAG(checker->diags, DIAG_UNKNOWN_INDICATOR, name->span, name->text,
             map_nearest(by_id, name->text));
        return false;
    }
    if (!visit(linking, operand)) {
        DIAG(checker->diags, DIAG_COMPUTED_FROM_ITSELF, name->span, indicator->id, name->text);
        return false;
    }
    if (!operand_fits(indicator, operand)) {
        DIAG(checker->diags, DIAG_BAD_OPERAND, name->span, name->text,
             str_of(aggregation_name(operand->aggregation)),
             str_of(aggregation_name(indicator->aggregation)));
        return false;
    }
    indicator->operands[indicator->operand_count++] = operand;
    return true;
}

static bool link_operands(struct linking *linking, struct indicator *indicator) {
    const struct tree *names = indicator->operand_names;
    bool list = names->kind == TREE_LIST;
    size_t count = list ? names->count : 1;
    bool two = indicator->aggregation == AGGREGATE_QUOTIENT ||
               indicator->aggregation == AGGREGATE_CHANGE;
    size_t least = indicator->aggregation == AGGREGATE_SHARE ? 1 : 2;
    if (count < least || (two && count > 2) || (least == 1 && count > 1)) {
        DIAG(linking->checker->diags, DIAG_OPERAND_COUNT, names->span, names->key,
             least == 1 ? STR("1")
             : two      ? STR("2")
                        : STR("2 …"));
        return false;
    }
    indicator->operands = ARENA_ARRAY(linking->checker->arena, const struct indicator *, count);
    bool ok = true;
    for (const struct tree *name = list ? names->first : names; name;
         name = list ? name->next : NULL)
        ok &= link_operand(linking, indicator, name);
    return ok;
}

/* the unit, the decimals and the currency of its operands */
static void inherit(struct indicator *indicator) {
    const struct indicator *first = indicator->operands[0];
    for (size_t i = 0; i < indicator->operand_count; i++)
        if (indicator->operands[i]->scale > indicator->scale)
            indicator->scale = indicator->operands[i]->scale;
    bool quotient = indicator->aggregation == AGGREGATE_QUOTIENT;
    indicator->money = first->money && !(quotient && indicator->operands[1]->money);
    if (quotient)
        indicator->scale = 0; /* both sides are brought to one scale, which falls out */
    else if (indicator->unit.size == 0 && indicator->aggregation != AGGREGATE_SHARE)
        indicator->unit = first->unit;
}

static struct str names_joined(struct arena *arena, const struct tree *item) {
    struct str name = STR_EMPTY;
    bool list = item->kind == TREE_LIST;
    for (const struct tree *key = list ? item->first : item; key;
         key = list ? key->next : NULL) {
        struct str rest = key->text, last;
        while (str_cut(&rest, '.', &last))
            continue;
        name = name.size ? str_format(arena, "%.*s.%.*s", STR_ARG(name), STR_ARG(last)) : last;
    }
    return name;
}

static const struct by *find_by(const struct indicator *indicator, struct str name) {
    for (size_t i = 0; i < indicator->breakdown_count; i++)
        if (str_equal(indicator->breakdowns[i].name, name))
            return &indicator->breakdowns[i];
    return NULL;
}

/* keys whose values mean the same in both */
static bool same_keys(const struct by *a, const struct by *b) {
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = path_type(&a->keys[i]) == path_type(&b->keys[i]) &&
               a->keys[i].target == b->keys[i].target &&
               (path_type(&a->keys[i]) != FIELD_ENUM || a->keys[i].field == b->keys[i].field);
    return same;
}

static void inherit_breakdown(struct linking *linking, struct indicator *indicator,
                              const struct tree *item) {
    struct checker *checker = linking->checker;
    bool exact =
        item->kind == TREE_SCALAR && find_by(indicator->operands[0], item->text) != NULL;
    struct str name = exact ? item->text : names_joined(checker->arena, item);
    const struct by *by = NULL;
    for (size_t i = 0; i < indicator->operand_count; i++) {
        const struct by *found = find_by(indicator->operands[i], name);
        if (!found || (by && !same_keys(by, found))) {
            DIAG(checker->diags, DIAG_OPERAND_BY, item->span, indicator->operands[i]->id, name);
            return;
        }
        by = by ? by : found;
    }
    if (find_by(indicator, name)) {
        DIAG(checker->diags, DIAG_DUPLICATE_BY, item->span, name);
        return;
    }
    struct by *copy = &indicator->breakdowns[indicator->breakdown_count++];
    *copy = *by;
    copy->implied = false;
    copy->span = item->span;
}

/* subtotals come with a crossed breakdown: all operands have them too */
static void inherit_beginnings(struct arena *arena, struct indicator *indicator) {
    size_t declared = indicator->breakdown_count;
    for (size_t i = 0; i < declared; i++)
        for (size_t count = 1; count < indicator->breakdowns[i].count; count++) {
            struct str name = by_beginning(arena, &indicator->breakdowns[i], count);
            if (find_by(indicator, name))
                continue;
            struct by *copy = &indicator->breakdowns[indicator->breakdown_count++];
            *copy = *find_by(indicator->operands[0], name);
            copy->implied = true;
        }
}

static void inherit_breakdowns(struct linking *linking, struct indicator *indicator) {
    const struct tree *names = indicator->by_names;
    if (!names || tree_is_empty(names))
        return;
    bool list = names->kind == TREE_LIST;
    size_t most = (list ? names->count : 1) * LIMIT_BY_KEYS;
    indicator->breakdowns = ARENA_ARRAY(linking->checker->arena, struct by, most);
    for (const struct tree *item = list ? names->first : names; item;
         item = list ? item->next : NULL)
        inherit_breakdown(linking, indicator, item);
    inherit_beginnings(linking->checker->arena, indicator);
}

/* false: it is being visited already, so it is computed from itself */
static bool visit(struct linking *linking, struct indicator *indicator) {
    enum visit *state = &linking->visits[indicator->index];
    if (*state != VISIT_NEW)
        return *state == VISIT_DONE;
    *state = VISIT_OPEN;
    if (indicator_is_derived(indicator) && link_operands(linking, indicator)) {
        inherit(indicator);
        inherit_breakdowns(linking, indicator);
    }
    *state = VISIT_DONE;
    linking->checker->checked->indicators.order[linking->ordered++] = indicator;
    return true;
}

void indicators_link(struct checker *checker) {
    struct indicators *all = &checker->checked->indicators;
    struct linking linking = {
        .checker = checker, .visits = ARENA_ARRAY(checker->arena, enum visit, all->count + 1)};
    all->order = ARENA_ARRAY(checker->arena, struct indicator *, all->count + 1);
    for (size_t i = 0; i < all->count; i++) {
        link_population(checker, all->items[i]);
        visit(&linking, all->items[i]);
    }
}
