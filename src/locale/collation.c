/* Order. ICU knows the Vietnamese alphabet and its tones; what it does not know is done before
 * it: unit words in front of a name, and the two ways to place a tone mark. */
#include <unicode/uloc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "locale/internal.h"

struct locale *locale_open(struct arena *arena, const struct language *language) {
    UErrorCode error = U_ZERO_ERROR;
    struct locale *locale = ARENA_NEW(arena, struct locale);
    const char *code = str_zero(arena, language->code);
    locale->language = language;
    /* many languages, English among them, order as the root does; an unknown code would too */
    bool known = uloc_getISO3Language(code)[0] != '\0';
    if (known) {
        locale->collator = ucol_open(code, &error);
        ucol_setAttribute(locale->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &error);
        locale->words = rules_open(arena, language->words, UNUM_SPELLOUT, code, &error);
        locale->ordinals = rules_open(arena, language->ordinal, UNUM_ORDINAL, code, &error);
    }
    if (known && U_SUCCESS(error))
        return locale;
    locale_close(locale);
    return NULL;
}

void locale_close(struct locale *locale) {
    if (!locale)
        return;
    if (locale->collator)
        ucol_close(locale->collator);
    if (locale->words)
        unum_close(locale->words);
    if (locale->ordinals)
        unum_close(locale->ordinals);
    patterns_close(locale);
    locale->collator = NULL;
    locale->words = locale->ordinals = NULL;
}

const struct language *locale_language(const struct locale *locale) {
    return locale->language;
}

/* "Xã Yếm Thắm" → "Yếm Thắm": a leading word of the list, when something follows it */
static struct str without_unit_word(struct arena *arena, const struct language *language,
                                    struct str text) {
    struct str lower = text_lower(arena, text);
    for (size_t i = 0; i < language->sort_ignored_count; i++) {
        struct str word = text_lower(arena, language->sort_ignored[i]);
        if (str_starts(lower, word) && lower.size > word.size + 1 &&
            lower.data[word.size] == ' ' && lower.size == text.size)
            return str_from(text, word.size + 1);
    }
    return text;
}

/* The open diphthongs oa, oe, uy carry their tone on the first vowel in one school and on the
 * second in the other. Both are written here with the tone on the second; after q the u is part
 * of the consonant and nothing is moved. Works on NFD, where a tone is a mark of its own. */
static bool is_tone(uint32_t code) {
    return code == 0x300 || code == 0x301 || code == 0x303 || code == 0x309 || code == 0x323;
}

static uint32_t lower_letter(uint32_t code) {
    return code >= 'A' && code <= 'Z' ? code + 32 : code;
}

static bool is_letter(uint32_t code) {
    uint32_t lower = lower_letter(code);
    return (lower >= 'a' && lower <= 'z') || code == 0x111 || code == 0x110 ||
           (code >= 0x300 && code < 0x370);
}

static bool open_pair(uint32_t first, uint32_t second) {
    first = lower_letter(first);
    second = lower_letter(second);
    return (first == 'o' && (second == 'a' || second == 'e')) ||
           (first == 'u' && second == 'y');
}

static void move_tones(uint32_t *codes, size_t count) {
    for (size_t i = 0; i + 2 < count; i++) {
        bool ends = i + 3 == count || !is_letter(codes[i + 3]);
        bool after_q = i > 0 && lower_letter(codes[i - 1]) == 'q';
        if (ends && !after_q && is_tone(codes[i + 1]) && open_pair(codes[i], codes[i + 2])) {
            uint32_t tone = codes[i + 1];
            codes[i + 1] = codes[i + 2];
            codes[i + 2] = tone;
        }
    }
}

static struct str with_one_placement(struct arena *arena, struct str text) {
    struct str apart = text_nfd(arena, text);
    uint32_t *codes = ARENA_ARRAY(arena, uint32_t, apart.size + 1);
    size_t count = 0;
    for (size_t at = 0; at < apart.size;)
        codes[count++] = str_next(apart, &at);
    move_tones(codes, count);
    struct buf out = buf_make(arena);
    for (size_t i = 0; i < count; i++)
        buf_add_code_point(&out, codes[i]);
    return buf_str(&out);
}

struct str locale_sort_key(struct arena *arena, struct locale *locale, struct str text) {
    struct arena *scratch = arena_new();
    struct str name = without_unit_word(scratch, locale->language, text);
    struct str placed = with_one_placement(scratch, name);
    struct utf16 wide = utf16_from(scratch, placed);
    int32_t size = ucol_getSortKey(locale->collator, wide.data, wide.size, NULL, 0);
    uint8_t *key = arena_alloc(scratch, (size_t)size + 1);
    ucol_getSortKey(locale->collator, wide.data, wide.size, key, size);
    struct str result = str_join(arena, (struct str){(const char *)key, (size_t)size}, text);
    arena_free(scratch);
    return result;
}
