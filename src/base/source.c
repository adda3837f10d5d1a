/* The line index is made once; a place is found in it by halving. */
#include "base/source.h"

#include <string.h>

#include "base/arena.h"
#include "base/guard.h"

/* the end of the line that begins at `from`: the beginning of the next, or the text's end */
static size_t line_end(struct str text, size_t from, bool returns) {
    if (from >= text.size)
        return text.size;
    const char *feed = memchr(text.data + from, '\n', text.size - from);
    size_t end = feed ? (size_t)(feed - text.data) + 1 : text.size;
    if (!returns)
        return end;
    const char *turn = memchr(text.data + from, '\r', end - from);
    size_t after = turn ? (size_t)(turn - text.data) + 1 : end;
    return after + 1 == end && feed ? end : after; /* CR LF is one end */
}

struct source *source_new(struct arena *arena, struct str path, struct str text) {
    ASSERT(text.size < UINT32_MAX);
    struct source *source = ARENA_NEW(arena, struct source);
    *source = (struct source){.path = path, .text = text};
    bool returns = text.size && memchr(text.data, '\r', text.size);
    size_t capacity = 0, end = 0;
    for (bool more = true; more;) {
        source->line_starts =
            ARENA_PUSH(arena, source->line_starts, source->line_count, &capacity);
        source->line_starts[source->line_count++] = (uint32_t)end;
        end = line_end(text, end, returns);
        more = end > source->line_starts[source->line_count - 1] &&
               (text.data[end - 1] == '\n' || text.data[end - 1] == '\r');
    }
    return source;
}

static size_t line_of(const struct source *source, uint32_t offset) {
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

struct place span_place(struct span span) {
    if (!span.source)
        return (struct place){0};
    size_t line = line_of(span.source, span.offset);
    struct str before =
        str_slice(span.source->text, span.source->line_starts[line], span.offset);
    return (struct place){line + 1, str_code_points(before) + 1};
}

struct place span_place_next(struct span span, struct place_cursor *cursor) {
    size_t line = line_of(span.source, span.offset);
    bool ahead = cursor->column && cursor->line == line + 1 && cursor->offset <= span.offset;
    size_t from = ahead ? cursor->offset : span.source->line_starts[line];
    size_t column = ahead ? cursor->column : 1;
    column += str_code_points(str_slice(span.source->text, from, span.offset));
    *cursor = (struct place_cursor){line + 1, column, span.offset};
    return (struct place){line + 1, column};
}

struct str span_text(struct span span) {
    if (!span.source)
        return STR_EMPTY;
    return str_slice(span.source->text, span.offset, (size_t)span.offset + span.size);
}

struct str source_line(const struct source *source, size_t line) {
    if (line == 0 || line > source->line_count)
        return STR_EMPTY;
    size_t end = line < source->line_count ? source->line_starts[line] : source->text.size;
    struct str text = str_slice(source->text, source->line_starts[line - 1], end);
    while (text.size && (text.data[text.size - 1] == '\n' || text.data[text.size - 1] == '\r'))
        text.size--;
    return text;
}

static bool is_tail(char byte) { /* of a code point of several bytes */
    return ((unsigned char)byte & 0xC0) == 0x80;
}

uint32_t source_offset(const struct source *source, struct source_cursor *cursor, size_t line,
                       size_t column) {
    struct str text = source->text;
    if (line >= source->line_count)
        return (uint32_t)text.size;
    if (cursor->line != line)
        *cursor = (struct source_cursor){line, 0, source->line_starts[line]};
    size_t at = cursor->offset, here = cursor->column;
    for (; here > column; here--)
        do
            at--;
        while (is_tail(text.data[at]));
    for (; here < column && at < text.size; here++)
        do
            at++;
        while (at < text.size && is_tail(text.data[at]));
    *cursor = (struct source_cursor){line, here, at};
    return (uint32_t)at;
}

struct span span_part(struct span span, size_t from, size_t size) {
    if (from >= span.size)
        return span;
    span.offset += (uint32_t)from;
    span.size -= (uint32_t)from;
    if (size < span.size)
        span.size = (uint32_t)size;
    return span;
}
