/* The words by which numbers and their parts are called: those that the indicators list, their
 * labels and units, the titles of the records and the labels of the codes that divide them. */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

static void add_phrase(struct names *names, const struct language *language, struct str text,
                       struct meaning meaning) {
    struct audit_tokens tokens = tokens_read(names->arena, text, language);
    struct phrase *phrase = ARENA_NEW(names->arena, struct phrase);
    *phrase = (struct phrase){.meaning = meaning};
    phrase->words = ARENA_ARRAY(names->arena, struct str, tokens.count + 1);
    for (size_t i = 0; i < tokens.count; i++)
        if (tokens.items[i].kind == TOKEN_WORD || tokens.items[i].kind == TOKEN_NUMBER)
            phrase->words[phrase->count++] = tokens.items[i].text;
    if (phrase->count == 0)
        return;
    struct phrase *first = map_put(&names->by_first, phrase->words[0], phrase);
    if (first) { /* it stays the first of its chain */
        phrase->next = first->next;
        first->next = phrase;
    }
}

/* "Huyện Đồi Sim" is "Đồi Sim" too: without a leading word on which names are not sorted */
static void add_record(struct names *names, const struct language *language,
                       const struct row *row, bool aside) {
    struct meaning meaning = {.record = row, .aside = aside};
    add_phrase(names, language, row->title, meaning);
    struct str lower = text_lower(names->arena, row->title);
    for (size_t i = 0; i < language->sort_ignored_count; i++) {
        struct str word = text_lower(names->arena, language->sort_ignored[i]);
        if (lower.size == row->title.size && str_starts(lower, word) &&
            lower.size > word.size + 1 && lower.data[word.size] == ' ')
            add_phrase(names, language, str_from(row->title, word.size + 1), meaning);
    }
}

static void add_key(struct names *names, const struct checked *checked,
                    const struct language *language, const struct path *key, struct map *done) {
    struct str id = key->target  ? key->target->name
                    : key->field ? str_format(names->arena, "%p", (const void *)key->field)
                                 : STR_EMPTY;
    if (id.size == 0 || map_put(done, id, names))
        return;
    if (key->target) {
        const struct rowset *set = dataset_rows(&checked->dataset, key->target);
        for (size_t i = 0; i < set->count; i++)
            if (set->items[i]->title.size)
                add_record(names, language, set->items[i], false);
    } else if (key->field->type == FIELD_ENUM) {
        for (size_t i = 0; i < key->field->code_count; i++)
            add_phrase(names, language, key->field->codes[i].label,
                       (struct meaning){.field = key->field, .code = (int64_t)i});
    }
}

static bool has_digit(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            return true;
    return false;
}

/* "Agency 01": records that divide nothing, when their titles hold digits that are no number of
 * the article */
static void add_asides(struct names *names, const struct checked *checked,
                       const struct language *language, const struct map *done) {
    for (size_t t = 0; t < checked->schema.count; t++) {
        const struct record_type *type = checked->schema.types[t];
        const struct rowset *set = dataset_rows(&checked->dataset, type);
        for (size_t i = 0; !map_get(done, type->name) && i < set->count; i++)
            if (has_digit(set->items[i]->title))
                add_record(names, language, set->items[i], true);
    }
}

struct names *audit_names(struct arena *arena, const struct checked *checked,
                          const struct tables *tables, const struct language *language) {
    struct names *names = ARENA_NEW(arena, struct names);
    *names = (struct names){.arena = arena, .by_first = map_make(arena)};
    struct map done = map_make(arena);
    for (size_t i = 0; i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        const struct indicator *indicator = table->indicator;
        for (size_t w = 0; w < indicator->word_count; w++)
            add_phrase(names, language, indicator->words[w], (struct meaning){.table = table});
        add_phrase(names, language, indicator->label, (struct meaning){.table = table});
        add_phrase(names, language, indicator->unit,
                   (struct meaning){.table = table, .unit = true});
        for (size_t b = 0; b < indicator->breakdown_count; b++)
            for (size_t k = 0; k < indicator->breakdowns[b].count; k++)
                add_key(names, checked, language, &indicator->breakdowns[b].keys[k], &done);
    }
    add_asides(names, checked, language, &done);
    return names;
}

static bool matches(const struct phrase *phrase, const struct audit_tokens *tokens, size_t at) {
    if (at + phrase->count > tokens->count)
        return false;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct audit_token *token = &tokens->items[at + i];
        if ((token->kind != TOKEN_WORD && token->kind != TOKEN_NUMBER) ||
            !str_equal(token->text, phrase->words[i]))
            return false;
    }
    return true;
}

size_t names_at(const struct names *names, const struct audit_tokens *tokens, size_t at,
                struct meaning *found, size_t most, size_t *count) {
    size_t longest = 0;
    *count = 0;
    if (tokens->items[at].kind != TOKEN_WORD)
        return 0;
    const struct phrase *first = map_get(&names->by_first, tokens->items[at].text);
    for (const struct phrase *phrase = first; phrase; phrase = phrase->next)
        if (phrase->count > longest && matches(phrase, tokens, at))
            longest = phrase->count;
    for (const struct phrase *phrase = first; longest && phrase; phrase = phrase->next)
        if (phrase->count == longest && matches(phrase, tokens, at) && *count < most)
            found[(*count)++] = phrase->meaning;
    return longest;
}
