/* templates/language/<code>.yaml → struct language. A language is data: no word of one is in C.
 */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"
#include "locale/locale.h"

static const char *const KEYS[] = {
    "code",       "name",      "group",        "decimal",
    "zero_below", "percent",   "scales",       "money_from_power",
    "over",       "under",     "about",        "at_least",
    "date_short", "date_long", "sort_ignored", "texts",
    "words",      "ordinal",   "audit",        NULL};

static void read_scales(struct checker *checker, const struct tree *list,
                        struct language *language) {
    static const char *const SCALE_KEYS[] = {"word", "power", NULL};
    if (!list || list->kind != TREE_LIST)
        return;
    language->scales = ARENA_ARRAY(checker->arena, struct scale_word, list->count);
    for (const struct tree *item = list->first; item; item = item->next)
        if (mapping_check(checker, item, SCALE_KEYS))
            language->scales[language->scale_count++] =
                (struct scale_word){mapping_need(checker, item, "word"),
                                    (int)mapping_number(checker, item, "power", 0)};
}

static void read_ignored(struct checker *checker, const struct tree *list,
                         struct language *language) {
    if (!list || list->kind != TREE_LIST)
        return;
    language->sort_ignored = ARENA_ARRAY(checker->arena, struct str, list->count);
    for (const struct tree *item = list->first; item; item = item->next)
        if (item->kind == TREE_SCALAR)
            language->sort_ignored[language->sort_ignored_count++] = item->text;
}

static void read_texts(struct checker *checker, const struct tree *tree,
                       struct language *language) {
    language->texts = map_make(checker->arena);
    const struct tree *texts = tree_get(tree, STR("texts"));
    for (const struct tree *entry = texts ? texts->first : NULL; entry; entry = entry->next) {
        struct str *text = ARENA_NEW(checker->arena, struct str);
        *text = entry->text;
        map_put(&language->texts, entry->key, text);
    }
    for (size_t i = 0; language_text_keys[i]; i++)
        if (!map_get(&language->texts, str_of(language_text_keys[i])))
            DIAG(checker->diags, DIAG_LANGUAGE_LACKS, tree->span,
                 str_of(language_text_keys[i]));
}

static struct str read_rules(struct checker *checker, const struct tree *tree,
                             const char *key) {
    struct str rules = mapping_text(checker, tree, key);
    if (rules.size && !locale_rules_valid(checker->arena, rules))
        DIAG(checker->diags, DIAG_BAD_RULES, tree_get(tree, str_of(key))->span, str_of(key));
    return rules;
}

static void read_words(struct checker *checker, const struct tree *mapping, const char *key,
                       struct words *words) {
    const struct tree *list = mapping ? tree_get(mapping, str_of(key)) : NULL;
    if (!list || list->kind != TREE_LIST)
        return;
    words->items = ARENA_ARRAY(checker->arena, struct str, list->count);
    for (const struct tree *item = list->first; item; item = item->next)
        if (item->kind == TREE_SCALAR)
            words->items[words->count++] = text_lower(checker->arena, item->text);
}

static void read_audit(struct checker *checker, const struct tree *tree,
                       struct audit_words *audit) {
    static const char *const AUDIT_KEYS[] = {
        "over",        "under",        "about",  "at_least",  "at_least_after",
        "skip_before", "skip_after",   "unsure", "elsewhere", "whole",
        "joins",       "names_follow", NULL};
    if (!tree || !mapping_check(checker, tree, AUDIT_KEYS))
        return;
    struct words *const words[] = {
        &audit->over,           &audit->under,       &audit->about,      &audit->at_least,
        &audit->at_least_after, &audit->skip_before, &audit->skip_after, &audit->unsure,
        &audit->elsewhere,      &audit->whole,       &audit->joins};
    audit->names_follow = mapping_flag(checker, tree, "names_follow");
    for (size_t i = 0; i < COUNT_OF(words); i++)
        read_words(checker, tree, AUDIT_KEYS[i], words[i]);
}

/* the words on which names are not sorted say what kind of place they are of */
static void read_places(struct checker *checker, struct language *language) {
    struct words *places = &language->audit.places;
    places->items = ARENA_ARRAY(checker->arena, struct str, language->sort_ignored_count + 1);
    for (size_t i = 0; i < language->sort_ignored_count; i++)
        places->items[places->count++] = text_lower(checker->arena, language->sort_ignored[i]);
}

static struct language *read_language(struct checker *checker, const struct tree *tree) {
    struct language *language = ARENA_NEW(checker->arena, struct language);
    mapping_check(checker, tree, KEYS);
    *language = (struct language){
        .code = mapping_need(checker, tree, "code"),
        .name = mapping_text(checker, tree, "name"),
        .group = mapping_text(checker, tree, "group"),
        .decimal = mapping_need(checker, tree, "decimal"),
        .zero_below = (int)mapping_number(checker, tree, "zero_below", 0),
        .percent = mapping_need(checker, tree, "percent"),
        .money_from_power = (int)mapping_number(checker, tree, "money_from_power", 6),
        .over = mapping_need(checker, tree, "over"),
        .under = mapping_need(checker, tree, "under"),
        .about = mapping_need(checker, tree, "about"),
        .at_least = mapping_need(checker, tree, "at_least"),
        .words = read_rules(checker, tree, "words"),
        .ordinal = read_rules(checker, tree, "ordinal"),
        .date_short = mapping_need(checker, tree, "date_short"),
        .date_long = mapping_need(checker, tree, "date_long")};
    read_scales(checker, tree_get(tree, STR("scales")), language);
    read_ignored(checker, tree_get(tree, STR("sort_ignored")), language);
    read_texts(checker, tree, language);
    read_audit(checker, tree_get(tree, STR("audit")), &language->audit);
    read_places(checker, language);
    return language;
}

bool language_check(struct checker *checker) {
    struct checked *checked = checker->checked;
    const struct content_files *files = &checker->content->languages;
    size_t before = diags_errors(checker->diags);
    const struct tree *own = NULL;
    checked->languages = ARENA_ARRAY(checker->arena, const struct language *, files->count + 1);
    for (size_t i = 0; i < files->count; i++) {
        if (!files->items[i].root)
            continue;
        const struct language *language = read_language(checker, files->items[i].root);
        checked->languages[checked->language_count++] = language;
        if (!str_equal(files->items[i].stem, checked->site.language))
            continue;
        own = files->items[i].root;
        checked->language = language;
    }
    if (own) {
        checked->locale = locale_open(checker->arena, checked->language);
        if (!checked->locale && diags_errors(checker->diags) == before)
            DIAG(checker->diags, DIAG_NO_LOCALE, own->span, checked->language->code);
        return diags_errors(checker->diags) == before;
    }
    const struct tree *entry = tree_get(checker->content->site.root, STR("language"));
    DIAG(checker->diags, DIAG_NO_LANGUAGE, entry ? entry->span : SPAN_NONE,
         checked->site.language);
    return false;
}
