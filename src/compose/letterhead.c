/* The front matter of a report that says how it is printed: its style, and what stands at its
 * head and foot. Nothing is drawn that is not true: numbers and signatures are blank places,
 * and invented data never stand under the name of a party or a state. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

static struct str front_text(struct scope *scope, const char *key) {
    return scope_plain(scope, tree_get(scope->page->front, str_of(key)));
}

static struct str *front_lines(struct scope *scope, const char *key, size_t *count) {
    struct composer *composer = scope->composer;
    const struct tree *list = tree_get(scope->page->front, str_of(key));
    *count = 0;
    if (!list)
        return NULL;
    if (list->kind != TREE_LIST) {
        DIAG(composer->diags, DIAG_NOT_A_LIST, list->span, str_of(key), list->text);
        return NULL;
    }
    struct str *lines = ARENA_ARRAY(composer->arena, struct str, list->count);
    for (const struct tree *item = list->first; item; item = item->next)
        if (item->kind == TREE_SCALAR)
            lines[(*count)++] = scope_plain(scope, item);
    return lines;
}

static enum letterhead_kind letterhead_kind(struct scope *scope, const struct tree *entry) {
    static const char *const NAMES[] = {"publication", "party", "state"};
    struct composer *composer = scope->composer;
    for (size_t i = 0; i < COUNT_OF(NAMES); i++) {
        if (!str_equal(entry->text, str_of(NAMES[i])))
            continue;
        if (i != LETTERHEAD_PUBLICATION && composer->checked->site.illustrative)
            DIAG(composer->diags, DIAG_LETTERHEAD_REFUSED, entry->span, entry->text);
        return (enum letterhead_kind)i;
    }
    DIAG(composer->diags, DIAG_BAD_CHOICE, entry->span, STR("letterhead"), entry->text,
         STR("publication, party, state"));
    return LETTERHEAD_PUBLICATION;
}

const struct letterhead *letterhead_read(struct scope *scope) {
    struct composer *composer = scope->composer;
    const struct tree *entry = tree_get(scope->page->front, STR("letterhead"));
    struct letterhead *head = ARENA_NEW(composer->arena, struct letterhead);
    *head = (struct letterhead){.kind = entry ? letterhead_kind(scope, entry)
                                              : LETTERHEAD_PUBLICATION,
                                .superior = front_text(scope, "superior"),
                                .issuer = front_text(scope, "issuer"),
                                .symbol = front_text(scope, "symbol"),
                                .place = front_text(scope, "place")};
    head->signature = front_lines(scope, "signature", &head->signature_count);
    head->recipients = front_lines(scope, "recipients", &head->recipient_count);
    if (head->issuer.size == 0)
        head->issuer = composer->checked->site.publisher;
    return head;
}

const struct print_style *print_style_of(struct scope *scope) {
    struct composer *composer = scope->composer;
    const struct map *styles = &composer->checked->styles;
    const struct tree *entry = tree_get(scope->page->front, STR("style"));
    if (!entry)
        return map_get(styles, STR("publication")); /* NULL: the default */
    const struct print_style *style = map_get(styles, entry->text);
    if (!style)
        DIAG(composer->diags, DIAG_UNKNOWN_PRINT_STYLE, entry->span, entry->text,
             map_nearest(styles, entry->text));
    return style;
}
