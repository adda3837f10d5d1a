/* Numbers as documents print them: published values to hold ours against, and given ones. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

/* in units of the last of `scale` places, which must all be written */
static bool plain(struct str text, int scale, int64_t *number) {
    struct decimal value;
    if (decimal_parse(text, scale, &value) != DECIMAL_OK || value.units < 0)
        return false;
    *number = value.units;
    return true;
}

static bool one_number(struct checker *checker, const struct tree *scalar,
                       const struct indicator *indicator, int64_t *number) {
    if (scalar->kind == TREE_SCALAR &&
        (plain(scalar->text, indicator->scale, number) ||
         (indicator->money && money_read(checker, scalar, indicator->unit, number))))
        return true;
    DIAG(checker->diags, DIAG_BAD_QUANTITY, scalar->span, scalar->text,
         str_format(checker->arena, "%d", indicator->scale));
    return false;
}

bool quantity_read(struct checker *checker, const struct tree *tree,
                   const struct indicator *indicator, struct quantity *quantity) {
    const struct tree *over = tree_get(tree, STR("over"));
    const struct tree *value = tree_get(tree, STR("value"));
    const struct tree *step = tree_get(tree, STR("step"));
    *quantity = (struct quantity){.over = over != NULL};
    if ((over != NULL) == (value != NULL)) {
        DIAG(checker->diags, DIAG_VALUE_OR_OVER, tree->span, STR_EMPTY);
        return false;
    }
    if (step && !one_number(checker, step, indicator, &quantity->step))
        return false;
    if (over)
        return one_number(checker, over, indicator, &quantity->value);
    struct str rest = value->text, part;
    if (value->kind == TREE_SCALAR && str_cut(&rest, '/', &part)) {
        quantity->fraction = true;
        if (plain(part, 0, &quantity->value) && plain(rest, 0, &quantity->denominator) &&
            quantity->denominator > 0)
            return true;
        DIAG(checker->diags, DIAG_BAD_QUANTITY, value->span, value->text, STR("0"));
        return false;
    }
    return one_number(checker, value, indicator, &quantity->value);
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
    static const char *const KEYS[] = {"value", "over",    "step", "source",
                                       "note",  "differs", NULL};
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
        const struct tree *value = tree_get(item, STR("value"));
        const struct tree *over = tree_get(item, STR("over"));
        published->span = value ? value->span : over ? over->span : item->span;
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
             str_format(checker->arena, "%zu", names->count),
             str_format(checker->arena, "%lld", (long long)indicator->given.value));
}
