/* One growing allocation; the arena extends it in place while nothing else is allocated there.
 */
#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"

struct buf buf_make(struct arena *arena) {
    return (struct buf){.arena = arena, .limit = LIMIT_BUFFER_BYTES};
}

static bool buf_reserve(struct buf *buf, size_t more) {
    if (buf->failed || more > buf->limit - buf->size) {
        buf->failed = true;
        return false;
    }
    size_t needed = buf->size + more;
    if (needed <= buf->capacity)
        return true;
    size_t capacity = buf->capacity ? buf->capacity : 16; /* most are a number or a word */
    while (capacity < needed)
        capacity *= 2;
    buf->data = arena_grow(buf->arena, buf->data, buf->capacity, capacity);
    buf->capacity = capacity;
    return true;
}

void buf_add(struct buf *buf, struct str s) {
    if (s.size == 0 || !buf_reserve(buf, s.size))
        return;
    memcpy(buf->data + buf->size, s.data, s.size);
    buf->size += s.size;
}

void buf_add_char(struct buf *buf, char c) {
    buf_add(buf, (struct str){&c, 1});
}

void buf_add_code_point(struct buf *buf, uint32_t code) {
    char bytes[4];
    size_t size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char LEAD[5] = {0, 0x00, 0xC0, 0xE0, 0xF0};
    for (size_t i = size; i-- > 1; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(LEAD[size] | code);
    buf_add(buf, (struct str){bytes, size});
}

void buf_number(struct buf *buf, int64_t number) {
    char digits[21];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (number < 0)
        digits[--at] = '-';
    buf_add(buf, (struct str){digits + at, sizeof digits - at});
}

void buf_format(struct buf *buf, const char *format, ...) {
    char usual[STR_USUAL];
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(usual, sizeof usual, format, arguments);
    va_end(arguments);
    ASSERT(size >= 0);
    if ((size_t)size < sizeof usual) {
        buf_add(buf, (struct str){usual, (size_t)size});
    } else if (buf_reserve(buf, (size_t)size + 1)) {
        vsnprintf(buf->data + buf->size, (size_t)size + 1, format, again);
        buf->size += (size_t)size;
    }
    va_end(again);
}

void buf_clear(struct buf *buf) {
    buf->size = 0;
    buf->failed = false;
}

bool buf_ok(const struct buf *buf) {
    return !buf->failed;
}

struct str buf_str(const struct buf *buf) {
    return (struct str){buf->data, buf->size};
}
