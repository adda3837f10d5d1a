/* by: → breakdowns. Each beginning of a crossed one is a breakdown too, for its subtotals. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

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

static bool has_breakdown(const struct indicator *indicator, struct str name) {
    for (size_t i = 0; i < indicator->breakdown_count; i++)
        if (str_equal(indicator->breakdowns[i].name, name))
            return true;
    return false;
}

/* the beginnings of crossed breakdowns that are not declared themselves */
static void add_beginnings(struct checker *checker, struct indicator *indicator) {
    size_t declared = indicator->breakdown_count;
    for (size_t i = 0; i < declared; i++) {
        struct by beginning = indicator->breakdowns[i];
        beginning.implied = true;
        for (size_t count = 1; count < indicator->breakdowns[i].count; count++) {
            beginning.count = count;
            beginning.name = by_beginning(checker->arena, &beginning, count);
            if (!has_breakdown(indicator, beginning.name))
                indicator->breakdowns[indicator->breakdown_count++] = beginning;
        }
    }
}

static bool read_keys(struct checker *checker, const struct tree *item,
                      const struct record_type *from, struct by *by) {
    *by = (struct by){.span = item->span};
    if (item->kind != TREE_LIST)
        return read_key(checker, item, from, by);
    bool ok = true;
    for (const struct tree *key = item->first; key; key = key->next)
        ok &= read_key(checker, key, from, by);
    return ok && by->count;
}

void by_read(struct checker *checker, const struct tree *tree, struct indicator *indicator) {
    size_t most = tree->kind == TREE_LIST ? tree->count : 1;
    indicator->breakdowns = ARENA_ARRAY(checker->arena, struct by, most * LIMIT_BY_KEYS);
    const struct tree *item = tree->kind == TREE_LIST ? tree->first : tree;
    for (; item; item = tree->kind == TREE_LIST ? item->next : NULL) {
        struct by by;
        if (!read_keys(checker, item, indicator->from, &by))
            continue;
        if (has_breakdown(indicator, by.name))
            DIAG(checker->diags, DIAG_DUPLICATE_BY, item->span, by.name);
        else
            indicator->breakdowns[indicator->breakdown_count++] = by;
    }
    add_beginnings(checker, indicator);
}
