/* The line index is made once; a place is found in it by halving. */
#include "base/source.h"

#include "base/arena.h"
#include "base/guard.h"

struct source *source_new(struct arena *arena, struct str path, struct str text) {
    ASSERT(text.size < UINT32_MAX);
    struct source *source = ARENA_NEW(arena, struct source);
    size_t lines = 1;
    for (size_t i = 0; i < text.size; i++)
        lines += text.data[i] == '\n' || text.data[i] == '\r';
    *source = (struct source){path, text, ARENA_ARRAY(arena, uint32_t, lines), 1};
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '\r' && i + 1 < text.size && text.data[i + 1] == '\n')
            continue;
        if (text.data[i] == '\n' || text.data[i] == '\r')
            source->line_starts[source->line_count++] = (uint32_t)(i + 1);
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

struct place span_place_next(struct span span, struct source_cursor *cursor) {
    size_t line = line_of(span.source, span.offset);
    bool ahead = cursor->column && cursor->line == line + 1 && cursor->offset <= span.offset;
    size_t from = ahead ? cursor->offset : span.source->line_starts[line];
    size_t column = ahead ? cursor->column : 1;
    column += str_code_points(str_slice(span.source->text, from, span.offset));
    *cursor = (struct source_cursor){line + 1, column, span.offset};
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

uint32_t source_offset(const struct source *source, struct source_cursor *cursor, size_t line,
                       size_t column) {
    if (line >= source->line_count)
        return (uint32_t)source->text.size;
    bool ahead = cursor->offset && cursor->line == line && cursor->column <= column;
    size_t at = ahead ? cursor->offset : source->line_starts[line];
    const char *text = source->text.data;
    for (size_t left = column - (ahead ? cursor->column : 0); left && at < source->text.size;
         left--) { /* past one code point and its tail */
        at++;
        while (at < source->text.size && ((unsigned char)text[at] & 0xC0) == 0x80)
            at++;
    }
    *cursor = (struct source_cursor){line, column, at};
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
