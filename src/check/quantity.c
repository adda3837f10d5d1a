/* Numbers as documents print them: published values to hold ours against, and given ones. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

/* in units of the last of `scale` places, which must all be written */
static bool plain(struct str text, int scale, int64_t *number) {
    struct decimal value;
    if (decimal_parse(text, scale, &value) != DECIMAL_OK)
        return false;
    *number = value.units;
    return true;
}

static bool one_number(struct checker *checker, const struct tree *scalar,
                       const struct indicator *indicator, int64_t *number) {
    if (scalar->kind == TREE_SCALAR &&
        (plain(scalar->text, indicator_places(indicator), number) ||
         (indicator->money && money_read(checker, scalar, indicator->unit, number))))
        return true;
    DIAG(checker->diags, DIAG_BAD_QUANTITY, scalar->span, scalar->text,
         str_format(checker->arena, "%d", indicator_places(indicator)));
    return false;
}

/* "23/56" */
static bool read_fraction(struct str text, struct quantity *quantity) {
    struct str below = text, above;
    if (!str_cut(&below, '/', &above))
        return false;
    quantity->fraction = plain(above, 0, &quantity->value) &&
                         plain(below, 0, &quantity->denominator) && quantity->denominator > 0;
    return quantity->fraction;
}

/* "41.1%", of an indicator that has a denominator */
static bool read_percent(struct str text, const struct indicator *indicator,
                         struct quantity *quantity) {
    if (!str_ends(text, STR("%")) || !indicator_is_ratio(indicator))
        return false;
    struct str number = str_slice(text, 0, text.size - 1);
    size_t dot = str_find_char(number, '.');
    quantity->places = dot == STR_NONE ? 0 : (int)(number.size - dot - 1);
    struct decimal value;
    quantity->percent = quantity->places <= DECIMAL_SCALE_MOST &&
                        decimal_parse(number, quantity->places, &value) == DECIMAL_OK;
    if (quantity->percent)
        quantity->value = value.units;
    return quantity->percent;
}

/* the one of value:, over:, under:, about:, at_least: that is there; NULL: reported */
static const struct tree *quantity_key(struct checker *checker, const struct tree *tree,
                                       enum bound *bound) {
    const struct tree *found = NULL;
    size_t count = 0;
    for (enum bound b = BOUND_NONE; b <= BOUND_AT_LEAST; b++) {
        const struct tree *entry = tree_get(tree, str_of(bound_name(b)));
        count += entry != NULL;
        if (!entry)
            continue;
        found = entry;
        *bound = b;
    }
    if (count == 1)
        return found;
    DIAG(checker->diags, DIAG_VALUE_OR_OVER, tree->span, STR_EMPTY);
    return NULL;
}

bool quantity_read(struct checker *checker, const struct tree *tree,
                   const struct indicator *indicator, struct quantity *quantity) {
    *quantity = (struct quantity){0};
    const struct tree *number = quantity_key(checker, tree, &quantity->bound);
    const struct tree *step = tree_get(tree, STR("step"));
    if (!number || (step && !one_number(checker, step, indicator, &quantity->step)))
        return false;
    if (quantity->bound == BOUND_NONE && number->kind == TREE_SCALAR &&
        (read_fraction(number->text, quantity) ||
         read_percent(number->text, indicator, quantity)))
        return true;
    return one_number(checker, number, indicator, &quantity->value);
}

const struct row *source_read(struct checker *checker, const struct tree *mapping) {
    const struct checked *checked = checker->checked;
    const struct record_type *type = map_get(&checked->schema.by_name, STR("source"));
    struct str id = mapping_need(checker, mapping, "source");
    if (id.size == 0)
        return NULL;
    struct span span = tree_get(mapping, STR("source"))->span;
    if (!type) {
        DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, span, STR("source"), STR_EMPTY);
        return NULL;
    }
    const struct rowset *set = dataset_rows(&checked->dataset, type);
    const struct row *row = map_get(&set->by_id, id);
    if (!row) {
        struct str near = map_nearest(&set->by_id, id);
        DIAG(checker->diags, near.size ? DIAG_DANGLING : DIAG_DANGLING_FAR, span, STR("source"),
             id, type->name, near);
    }
    return row;
}

static void read_difference(struct checker *checker, const struct tree *tree,
                            struct published *published) {
    static const char *const KEYS[] = {"status", "note", NULL};
    if (!mapping_check(checker, tree, KEYS))
        return;
    struct str status = mapping_need(checker, tree, "status");
    published->note = mapping_need(checker, tree, "note");
    if (str_equal(status, STR("open")))
        published->differs = DIFFERENCE_OPEN;
    else if (str_equal(status, STR("explained")))
        published->differs = DIFFERENCE_EXPLAINED;
    else if (status.size)
        DIAG(checker->diags, DIAG_BAD_STATUS, tree_get(tree, STR("status"))->span, status);
}

void published_read(struct checker *checker, const struct tree *list,
                    struct indicator *indicator) {
    static const char *const KEYS[] = {"value", "over",   "under", "about",   "at_least",
                                       "step",  "source", "note",  "differs", NULL};
    if (list->kind != TREE_LIST) {
        DIAG(checker->diags, DIAG_NOT_A_LIST, list->span, STR("published"), list->text);
        return;
    }
    indicator->published = ARENA_ARRAY(checker->arena, struct published, list->count);
    for (const struct tree *item = list->first; item; item = item->next) {
        if (!mapping_check(checker, item, KEYS))
            continue;
        struct published *published = &indicator->published[indicator->published_count];
        *published = (struct published){.source = source_read(checker, item),
                                        .note = mapping_text(checker, item, "note")};
        published->span = item->span;
        for (enum bound bound = BOUND_NONE; bound <= BOUND_AT_LEAST; bound++) {
            const struct tree *number = tree_get(item, str_of(bound_name(bound)));
            published->span = number ? number->span : published->span;
        }
        const struct tree *differs = tree_get(item, STR("differs"));
        if (differs)
            read_difference(checker, differs, published);
        if (quantity_read(checker, item, indicator, &published->quantity) && published->source)
            indicator->published_count++;
    }
}

void given_read(struct checker *checker, const struct tree *tree, struct indicator *indicator) {
    static const char *const KEYS[] = {"value", "source", "names", NULL};
    if (!mapping_check(checker, tree, KEYS))
        return;
    indicator->aggregation = AGGREGATE_GIVEN;
    indicator->given_source = source_read(checker, tree);
    if (!quantity_read(checker, tree, indicator, &indicator->given))
        return;
    const struct tree *names = tree_get(tree, STR("names"));
    if (!names)
        return;
    if (names->kind != TREE_LIST) {
        DIAG(checker->diags, DIAG_NOT_A_LIST, names->span, STR("names"), names->text);
        return;
    }
    indicator->given_names = ARENA_ARRAY(checker->arena, struct str, names->count);
    for (const struct tree *item = names->first; item; item = item->next)
        indicator->given_names[indicator->given_name_count++] = item->text;
    if ((int64_t)names->count != indicator->given.value)
        DIAG(checker->diags, DIAG_NAMES_COUNT, names->span,
             str_format(checker->arena, "%u", names->count),
             str_format(checker->arena, "%lld", (long long)indicator->given.value));
}
