/* Reading mappings whose keys are known: one place for "unknown key", "missing key", "not a
 * text". */
#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

static struct str all_keys(struct checker *checker, const char *const *keys) {
    struct buf list = buf_make(checker->arena);
    for (size_t i = 0; keys[i]; i++)
        buf_format(&list, "%s%s", i ? ", " : "", keys[i]);
    return buf_str(&list);
}

static void unknown_key(struct checker *checker, const struct tree *entry,
                        const char *const *keys) {
    struct map names = map_make(checker->arena);
    for (size_t i = 0; keys[i]; i++)
        map_put(&names, str_of(keys[i]), &names);
    struct str near = map_nearest(&names, entry->key);
    if (near.size)
        DIAG(checker->diags, DIAG_UNKNOWN_KEY, tree_key_span(entry), entry->key, near);
    else
        DIAG(checker->diags, DIAG_UNKNOWN_KEY_FAR, tree_key_span(entry), entry->key,
             all_keys(checker, keys));
}

bool mapping_check(struct checker *checker, const struct tree *tree, const char *const *keys) {
    if (tree->kind != TREE_MAPPING) {
        DIAG(checker->diags, DIAG_NOT_A_MAPPING, tree->span, all_keys(checker, keys));
        return false;
    }
    bool ok = true;
    for (const struct tree *entry = tree->first; entry; entry = entry->next) {
        bool known = false;
        for (size_t i = 0; keys[i] && !known; i++)
            known = str_equal(entry->key, str_of(keys[i]));
        if (!known)
            unknown_key(checker, entry, keys);
        ok &= known;
    }
    return ok;
}

struct str mapping_text(struct checker *checker, const struct tree *tree, const char *key) {
    const struct tree *entry = tree_get(tree, str_of(key));
    if (!entry)
        return STR_EMPTY;
    if (entry->kind != TREE_SCALAR) {
        DIAG(checker->diags, DIAG_NOT_A_TEXT, entry->span, str_of(key));
        return STR_EMPTY;
    }
    return entry->text;
}

struct str mapping_need(struct checker *checker, const struct tree *tree, const char *key) {
    const struct tree *entry = tree_get(tree, str_of(key));
    struct str text = mapping_text(checker, tree, key);
    if (text.size == 0 && (!entry || entry->kind == TREE_SCALAR))
        DIAG(checker->diags, DIAG_MISSING_KEY, entry ? tree_key_span(entry) : tree->span,
             str_of(key));
    return text;
}

bool mapping_flag(struct checker *checker, const struct tree *tree, const char *key) {
    const struct tree *entry = tree_get(tree, str_of(key));
    struct str text = mapping_text(checker, tree, key);
    if (text.size && !str_equal(text, STR("true")) && !str_equal(text, STR("false")))
        DIAG(checker->diags, DIAG_BAD_BOOLEAN, entry->span, str_of(key), text);
    return str_equal(text, STR("true"));
}

int64_t mapping_number(struct checker *checker, const struct tree *tree, const char *key,
                       int64_t absent) {
    const struct tree *entry = tree_get(tree, str_of(key));
    struct str text = mapping_text(checker, tree, key);
    struct decimal number;
    if (text.size == 0)
        return absent;
    if (decimal_parse(text, 0, &number) == DECIMAL_OK)
        return number.units;
    DIAG(checker->diags, DIAG_BAD_INTEGER, entry->span, str_of(key), text);
    return absent;
}

bool id_check(struct checker *checker, struct str id, struct span span) {
    bool ok = id.size > 0 && id.size <= 100;
    for (size_t i = 0; ok && i < id.size; i++) {
        char c = id.data[i];
        bool first = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        ok = first || (i > 0 && (c == '-' || c == '_'));
    }
    if (!ok)
        DIAG(checker->diags, DIAG_BAD_ID, span, id);
    return ok;
}

struct span part_span(const struct tree *scalar, size_t from, size_t size) {
    struct str written = span_text(scalar->span);
    size_t at = str_find(written, scalar->text);
    if (at == STR_NONE || str_find_char(written, '\n') != STR_NONE)
        return scalar->span;
    struct span span = scalar->span;
    span.offset += (uint32_t)(at + from);
    span.size = (uint32_t)size;
    return span;
}
