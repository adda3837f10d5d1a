/* UTF-8 to UTF-16 and back. */
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/guard.h"
#include "locale/internal.h"

struct utf16 utf16_from(struct arena *arena, struct str text) {
    ASSERT(text.size < INT32_MAX / 4);
    UErrorCode error = U_ZERO_ERROR;
    struct utf16 result = {ARENA_ARRAY(arena, UChar, text.size + 1), 0};
    u_strFromUTF8(result.data, (int32_t)text.size + 1, &result.size, text.data ? text.data : "",
                  (int32_t)text.size, &error);
    ASSERT(U_SUCCESS(error));
    return result;
}

struct str utf16_to(struct arena *arena, const UChar *data, int32_t size) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t capacity = size * 3 + 1, length = 0;
    char *text = arena_alloc(arena, (size_t)capacity);
    u_strToUTF8(text, capacity, &length, data, size, &error);
    ASSERT(U_SUCCESS(error));
    return (struct str){text, (size_t)length};
}
