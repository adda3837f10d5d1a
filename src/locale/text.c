/* Normal forms, folding and slugs. */
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "locale/internal.h"

static bool is_ascii(struct str text) {
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] >= 0x80)
            return false;
    return true;
}

static const UNormalizer2 *normalizer(bool composed) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *result =
        composed ? unorm2_getNFCInstance(&error) : unorm2_getNFDInstance(&error);
    ASSERT(U_SUCCESS(error)); /* built into the library: no data file */
    return result;
}

bool text_is_nfc(struct str text) {
    if (is_ascii(text))
        return true;
    struct arena *scratch = arena_new();
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 wide = utf16_from(scratch, text);
    bool result = unorm2_isNormalized(normalizer(true), wide.data, wide.size, &error);
    ASSERT(U_SUCCESS(error));
    arena_free(scratch);
    return result;
}

static struct utf16 normalized(struct arena *arena, struct str text, bool composed) {
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 wide = utf16_from(arena, text), result;
    int32_t capacity =
        wide.size * 4 + 1; /* no code unit becomes more than 4 here, else it grows */
    result.data = ARENA_ARRAY(arena, UChar, (size_t)capacity);
    result.size = unorm2_normalize(normalizer(composed), wide.data, wide.size, result.data,
                                   capacity, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        capacity = result.size + 1;
        result.data = ARENA_ARRAY(arena, UChar, (size_t)capacity);
        result.size = unorm2_normalize(normalizer(composed), wide.data, wide.size, result.data,
                                       capacity, &error);
    }
    ASSERT(U_SUCCESS(error));
    return result;
}

struct str text_nfc(struct arena *arena, struct str text) {
    ASSERT(str_invalid_utf8(text) == STR_NONE);
    if (is_ascii(text))
        return text;
    struct utf16 result = normalized(arena, text, true);
    return utf16_to(arena, result.data, result.size);
}

struct str text_nfd(struct arena *arena, struct str text) {
    if (is_ascii(text))
        return text;
    struct utf16 result = normalized(arena, text, false);
    return utf16_to(arena, result.data, result.size);
}

/* d with stroke has no decomposition: Vietnamese readers search it as d */
static UChar32 without_stroke(UChar32 code) {
    return code == 0x0111 ? 'd' : code == 0x0110 ? 'D' : code;
}

struct str text_fold(struct arena *arena, struct str text) {
    struct str apart = text_nfd(arena, text);
    struct buf out = buf_make(arena);
    for (size_t at = 0; at < apart.size;) {
        UChar32 code = (UChar32)str_next(apart, &at);
        if (u_charType(code) != U_NON_SPACING_MARK)
            buf_add_code_point(&out,
                               (uint32_t)u_foldCase(without_stroke(code), U_FOLD_CASE_DEFAULT));
    }
    return buf_str(&out);
}

enum { SLUG_MOST = 60 };

struct str text_slug(struct arena *arena, struct str text) {
    struct str folded = text_fold(arena, text);
    struct buf out = buf_make(arena);
    for (size_t i = 0; i < folded.size && out.size < SLUG_MOST; i++) {
        char c = folded.data[i];
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buf_add_char(&out, c);
        else if (out.size && out.data[out.size - 1] != '-')
            buf_add_char(&out, '-');
    }
    while (out.size && out.data[out.size - 1] == '-')
        out.size--;
    return out.size ? buf_str(&out) : STR("x");
}

static struct str cased(struct arena *arena, struct str text, bool upper) {
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 wide = utf16_from(arena, text);
    int32_t capacity = wide.size * 3 + 1;
    UChar *result = ARENA_ARRAY(arena, UChar, (size_t)capacity);
    /* the root locale: the same on every machine */
    int32_t size = upper ? u_strToUpper(result, capacity, wide.data, wide.size, "", &error)
                         : u_strToLower(result, capacity, wide.data, wide.size, "", &error);
    ASSERT(U_SUCCESS(error));
    return utf16_to(arena, result, size);
}

struct str text_lower(struct arena *arena, struct str text) {
    return cased(arena, text, false);
}

struct str text_capital(struct arena *arena, struct str text) {
    size_t first = 0;
    if (text.size == 0)
        return text;
    str_next(text, &first);
    return str_join(arena, cased(arena, str_slice(text, 0, first), true),
                    str_from(text, first));
}
