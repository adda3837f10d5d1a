/* A Markdown file: YAML between two lines of ---, then text. Fenced blocks whose info string is
 * one of ours hold YAML; they are read here (yaml.h stays in load) and stand in the masked text
 * as a token on their first line, so that every place keeps its line number. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "base/limits.h"
#include "load/internal.h"

static const char *const BLOCK_WORDS[] = {"table",    "chart", "checklist",  "matrix",
                                          "contents", "break", "provenance", "records"};

struct lines { /* a walk over the lines of a text, ends included */
    struct str text;
    size_t at;
};

static bool line_next(struct lines *lines, size_t *from, struct str *line) {
    if (lines->at >= lines->text.size)
        return false;
    *from = lines->at;
    struct str rest = str_from(lines->text, lines->at);
    size_t end = str_find_char(rest, '\n');
    *line = str_slice(rest, 0, end);
    lines->at += end == STR_NONE ? rest.size : end + 1;
    if (line->size && line->data[line->size - 1] == '\r')
        line->size--;
    return true;
}

static size_t fence_size(struct str line) {
    size_t size = 0;
    while (size < line.size && line.data[size] == '`')
        size++;
    if (size >= 3)
        return size;
    for (size = 0; size < line.size && line.data[size] == '~';)
        size++;
    return size >= 3 ? size : 0;
}

static bool is_block_word(struct str info) {
    for (size_t i = 0; i < COUNT_OF(BLOCK_WORDS); i++)
        if (str_equal(info, str_of(BLOCK_WORDS[i])))
            return true;
    return false;
}

static bool closes(struct str line, char mark, size_t size) {
    return fence_size(line) >= size && line.data[0] == mark &&
           str_trim(str_from(line, fence_size(line))).size == 0;
}

/* blanks out bytes but keeps the line ends */
static void blank(char *text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (text[i] != '\n' && text[i] != '\r')
            text[i] = ' ';
}

struct page_reader {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    struct content_page *page;
    struct buf masked;
    bool ok;
};

static struct span span_between(const struct page_reader *reader, size_t from, size_t to) {
    return (struct span){reader->source, (uint32_t)from, (uint32_t)(to - from)};
}

static void read_block(struct page_reader *reader, struct lines *lines, size_t fence_from,
                       struct str fence) {
    size_t size = fence_size(fence);
    struct str info = str_trim(str_from(fence, size));
    size_t info_from = (size_t)(info.data - reader->source->text.data);
    size_t body_from = lines->at, body_to = lines->at, from;
    struct str line;
    bool closed = false;
    while (!closed && line_next(lines, &from, &line)) {
        closed = closes(line, fence.data[0], size);
        body_to = closed ? from : lines->at;
    }
    struct span span = {reader->source, (uint32_t)info_from, (uint32_t)info.size};
    struct content_page *page = reader->page;
    struct content_block block = {info, span, NULL};
    if (!closed)
        DIAG(reader->diags, DIAG_BLOCK_UNCLOSED, span, info);
    else
        block.body = yaml_read(reader->arena, reader->arena, reader->diags,
                               span_between(reader, body_from, body_to));
    reader->ok &= block.body != NULL;
    /* the fence line becomes empty and the token stands on the next, so that it is a paragraph
     * of its own; the other lines become empty */
    bool written = false;
    for (size_t i = fence_from; i < lines->at; i++) {
        char c = reader->source->text.data[i];
        if (c != '\n' && c != '\r')
            continue;
        buf_add_char(&reader->masked, c);
        if (c == '\n' && !written)
            buf_format(&reader->masked, "%sb%zu%s", TOKEN_OPEN, page->block_count, TOKEN_CLOSE);
        written |= c == '\n';
    }
    page->blocks =
        ARENA_PUSH(reader->arena, page->blocks, page->block_count, &page->block_capacity);
    page->blocks[page->block_count++] = block;
}

/* any other fenced block is copied to its end, so that a ```table inside it stays text */
static void copy_code(struct page_reader *reader, struct lines *lines, struct str fence) {
    size_t from;
    struct str line;
    size_t start = lines->at;
    while (line_next(lines, &from, &line))
        if (closes(line, fence.data[0], fence_size(fence)))
            break;
    buf_add(&reader->masked, str_slice(lines->text, start, lines->at));
}

static void read_body(struct page_reader *reader, size_t from) {
    struct lines lines = {reader->source->text, from};
    size_t line_from;
    struct str line;
    while (line_next(&lines, &line_from, &line)) {
        size_t fence = fence_size(line);
        if (fence && is_block_word(str_trim(str_from(line, fence)))) {
            read_block(reader, &lines, line_from, line);
            continue;
        }
        buf_add(&reader->masked, str_slice(lines.text, line_from, lines.at));
        if (fence)
            copy_code(reader, &lines, line);
    }
}

/* front matter: *body is set to the offset of what follows it */
static bool read_front(struct page_reader *reader, size_t *body) {
    struct lines lines = {reader->source->text, 0};
    size_t from;
    struct str line;
    bool opened = line_next(&lines, &from, &line) && str_equal(line, STR("---"));
    struct span start = {reader->source, 0, opened ? 3 : 0};
    if (!opened) {
        DIAG(reader->diags, DIAG_NO_FRONT_MATTER, start, STR_EMPTY);
        return false;
    }
    size_t yaml_from = lines.at;
    while (line_next(&lines, &from, &line)) {
        if (!str_equal(line, STR("---")))
            continue;
        *body = lines.at;
        reader->page->front = yaml_read(reader->arena, reader->arena, reader->diags,
                                        span_between(reader, yaml_from, from));
        if (!reader->page->front)
            return false;
        if (reader->page->front->kind == TREE_MAPPING)
            return true;
        DIAG(reader->diags, DIAG_NO_FRONT_MATTER, reader->page->front->span, STR_EMPTY);
        return false;
    }
    DIAG(reader->diags, DIAG_NO_FRONT_MATTER, start, STR_EMPTY);
    return false;
}

bool page_read(struct arena *arena, struct diags *diags, const struct source *source,
               struct content_page *page) {
    struct page_reader reader = {arena, diags, source, page, buf_make(arena), true};
    size_t body = 0;
    bool front = read_front(&reader, &body);
    if (source->text.size - body > LIMIT_MARKDOWN_BYTES) {
        DIAG(diags, DIAG_PAGE_TOO_LARGE, ((struct span){source, (uint32_t)body, 0}),
             page->path);
        return false;
    }
    buf_add(&reader.masked, str_slice(source->text, 0, body));
    blank(reader.masked.data, 0, body);
    read_body(&reader, body);
    page->text = source_new(arena, source->path, buf_str(&reader.masked));
    return front && reader.ok;
}
