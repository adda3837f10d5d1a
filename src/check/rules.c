/* content/rules/ → rules, their conditions typed like any other. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const KEYS[] = {"label",    "for",     "where", "require", "sql",
                                   "severity", "message", "mend",  NULL};

static void read_severity(struct checker *checker, const struct tree *tree, struct rule *rule) {
    static const char *const NAMES[] = {"error", "warning", "note"};
    struct str severity = mapping_text(checker, tree, "severity");
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (severity.size == 0 || str_equal(severity, str_of(NAMES[i]))) {
            rule->severity = (enum rule_severity)i;
            return;
        }
    DIAG(checker->diags, DIAG_BAD_SEVERITY, tree_get(tree, STR("severity"))->span, severity);
}

/* {name} must be a field of the type, title or id; of SQL it is known when it is run */
static void check_message(struct checker *checker, const struct tree *tree, struct rule *rule) {
    const struct tree *message = tree_get(tree, STR("message"));
    struct str rest = rule->message, before, name;
    while (rule->type && str_cut(&rest, '{', &before)) {
        if (!str_cut(&rest, '}', &name))
            name = STR("{");
        const struct field *field = schema_field(rule->type, name);
        if (field && field->visibility > rule->visibility)
            rule->visibility = field->visibility;
        if (!field && !str_equal(name, STR("title")) && !str_equal(name, STR("id")))
            DIAG(checker->diags, DIAG_UNKNOWN_FIELD_IN_MESSAGE, message->span, name,
                 rule->type->name);
    }
}

static void read_condition(struct checker *checker, const struct tree *tree,
                           struct rule *rule) {
    const struct map *types = &checker->checked->schema.by_name;
    struct str name = mapping_need(checker, tree, "for");
    rule->type = name.size ? map_get(types, name) : NULL;
    if (name.size && !rule->type)
        DIAG(checker->diags, DIAG_UNKNOWN_RECORD_TYPE, tree_get(tree, STR("for"))->span, name,
             map_nearest(types, name));
    if (!rule->type)
        return;
    const struct tree *where = tree_get(tree, STR("where"));
    if (where)
        rule->where = expression_read(checker, rule->type, where, NULL);
    rule->require = expression_read(checker, rule->type, tree_get(tree, STR("require")), NULL);
}

static void read_rule(struct checker *checker, const struct tree *tree) {
    struct rules *all = &checker->checked->rules;
    if (!id_check(checker, tree->key, tree_key_span(tree)) ||
        !mapping_check(checker, tree, KEYS))
        return;
    struct rule *rule = ARENA_NEW(checker->arena, struct rule);
    *rule = (struct rule){.id = tree->key,
                          .label = mapping_text(checker, tree, "label"),
                          .message = mapping_need(checker, tree, "message"),
                          .mend = mapping_text(checker, tree, "mend"),
                          .sql = mapping_text(checker, tree, "sql"),
                          .span = tree_key_span(tree)};
    const struct tree *require = tree_get(tree, STR("require"));
    read_severity(checker, tree, rule);
    if ((rule->sql.size > 0) == (require != NULL))
        DIAG(checker->diags, DIAG_REQUIRE_OR_SQL, tree_key_span(tree), rule->id);
    else if (require)
        read_condition(checker, tree, rule);
    check_message(checker, tree, rule);
    const struct rule *first = map_put(&all->by_id, rule->id, rule);
    if (first) {
        DIAG(checker->diags, DIAG_DUPLICATE_ID, tree_key_span(tree), STR("rule"), tree->key,
             str_format(checker->arena, "%.*s:%zu", STR_ARG(first->span.source->path),
                        span_place(first->span).line));
        return;
    }
    all->items = ARENA_PUSH(checker->arena, all->items, all->count, &all->capacity);
    all->items[all->count++] = rule;
}

void rules_check(struct checker *checker) {
    const struct content_files *files = &checker->content->rules;
    checker->checked->rules.by_id = map_make(checker->arena);
    for (size_t i = 0; i < files->count; i++) {
        const struct tree *root = files->items[i].root;
        if (root && root->kind != TREE_MAPPING)
            DIAG(checker->diags, DIAG_NOT_A_MAPPING, root->span,
                 STR("id: {for: …, require: …, message: …}"));
        else
            for (const struct tree *entry = root ? root->first : NULL; entry;
                 entry = entry->next)
                read_rule(checker, entry);
    }
}
