/* One walk over the lines. Fenced code is passed over; an indented line begins no table. */
#include "compose/pipes.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "base/limits.h"
#include "model/content.h"

size_t fence_of(struct str line) {
    size_t size = 0;
    while (size < line.size && (line.data[size] == '`' || line.data[size] == '~') &&
           line.data[size] == line.data[0])
        size++;
    return size >= 3 ? size : 0;
}

static bool has_pipe(struct str line) {
    for (size_t i = 0; i < line.size; i++)
        if (line.data[i] == '|' && (i == 0 || line.data[i - 1] != '\\'))
            return true;
    return false;
}

/* The cells between unescaped pipes; the pipes at the ends are optional. */
static struct pipe_row cut_row(struct arena *arena, struct str line, size_t number) {
    struct pipe_row row = {.line = number};
    size_t capacity = 0;
    struct buf cell = buf_make(arena);
    struct str rest = str_trim(line);
    if (str_starts(rest, STR("|")))
        rest = str_from(rest, 1);
    for (size_t i = 0; i <= rest.size; i++) {
        bool end = i == rest.size;
        if (!end && rest.data[i] == '\\' && i + 1 < rest.size && rest.data[i + 1] == '|') {
            buf_add_char(&cell, '|');
            i++;
            continue;
        }
        if (!end && rest.data[i] != '|') {
            buf_add_char(&cell, rest.data[i]);
            continue;
        }
        if (end && row.count && str_trim(buf_str(&cell)).size == 0)
            break; /* what follows the last pipe */
        row.cells = ARENA_PUSH(arena, row.cells, row.count, &capacity);
        row.cells[row.count++] = str_copy(arena, str_trim(buf_str(&cell)));
        buf_clear(&cell);
    }
    return row;
}

/* ":---", "---:", ":-:" or "---" */
static bool delimiter(struct str cell, enum doc_align *align) {
    bool left = str_starts(cell, STR(":")), right = str_ends(cell, STR(":"));
    struct str dashes = str_slice(cell, left ? 1 : 0, cell.size - (right && cell.size ? 1 : 0));
    for (size_t i = 0; i < dashes.size; i++)
        if (dashes.data[i] != '-')
            return false;
    *align = left && right ? DOC_ALIGN_CENTER : right ? DOC_ALIGN_END : DOC_ALIGN_START;
    return dashes.size > 0;
}

/* Are these two lines the head of a table? Then its columns are set. */
static bool begins_table(struct arena *arena, struct str head, struct str under,
                         struct pipe_table *table) {
    if (!has_pipe(head) || !has_pipe(under) || str_starts(head, STR("    ")))
        return false;
    struct pipe_row names = cut_row(arena, head, 0), marks = cut_row(arena, under, 0);
    if (names.count != marks.count || names.count > LIMIT_TABLE_COLUMNS)
        return false;
    *table = (struct pipe_table){.column_count = names.count};
    table->aligns = ARENA_ARRAY(arena, enum doc_align, names.count);
    for (size_t i = 0; i < names.count; i++)
        if (!delimiter(marks.cells[i], &table->aligns[i]))
            return false;
    return true;
}

struct walk {
    struct arena *arena;
    const struct source *lines;
    struct pipe_tables *result;
    struct buf out;
    size_t line; /* from 1 */
};

static struct str line_at(const struct walk *walk, size_t line) {
    return source_line(walk->lines, line);
}

static void add_line(struct walk *walk, struct str line) {
    buf_add(&walk->out, line);
    if (walk->line < walk->lines->line_count)
        buf_add_char(&walk->out, '\n');
    walk->line++;
}

static void take_table(struct walk *walk, struct pipe_table table) {
    struct pipe_tables *result = walk->result;
    struct str token =
        str_format(walk->arena, "%st%zu%s", TOKEN_OPEN, result->count, TOKEN_CLOSE);
    size_t first = walk->line;
    while (walk->line <= walk->lines->line_count) {
        struct str line = line_at(walk, walk->line);
        if (str_trim(line).size == 0)
            break;
        if (walk->line != first + 1) {
            table.rows =
                ARENA_PUSH(walk->arena, table.rows, table.row_count, &table.row_capacity);
            table.rows[table.row_count++] = cut_row(walk->arena, line, walk->line);
        }
        add_line(walk, walk->line == first ? token : STR_EMPTY);
    }
    result->items = ARENA_PUSH(walk->arena, result->items, result->count, &result->capacity);
    result->items[result->count++] = table;
}

static void pass_code(struct walk *walk) {
    struct str fence = line_at(walk, walk->line);
    size_t size = fence_of(fence);
    add_line(walk, fence);
    while (walk->line <= walk->lines->line_count) {
        struct str line = line_at(walk, walk->line);
        add_line(walk, line);
        if (fence_of(line) >= size && line.data[0] == fence.data[0])
            return;
    }
}

struct pipe_tables pipes_find(struct arena *arena, struct str text) {
    struct pipe_tables result = {.text = text};
    if (str_find_char(text, '|') == STR_NONE)
        return result;
    struct walk walk = {.arena = arena,
                        .lines = source_new(arena, STR_EMPTY, text),
                        .result = &result,
                        .out = buf_make(arena),
                        .line = 1};
    bool fresh = true; /* the line before was empty */
    while (walk.line <= walk.lines->line_count) {
        struct str line = line_at(&walk, walk.line);
        struct pipe_table table;
        if (fence_of(line)) {
            pass_code(&walk);
        } else if (fresh && begins_table(arena, line, line_at(&walk, walk.line + 1), &table)) {
            take_table(&walk, table);
        } else {
            add_line(&walk, line);
        }
        fresh = str_trim(line).size == 0;
    }
    result.text = buf_str(&walk.out);
    return result;
}
