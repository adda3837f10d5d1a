/* Rows of a list, `- {id: a, day: 2016-03-01, sum: 50 million}`: nearly all of a large content,
 * and so plain that they need no parser of YAML. They are taken out before libyaml reads the
 * file, which finds `- {}` there, and are read here when it comes to that place. What is not
 * exactly of this form stays for libyaml. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/limits.h"
#include "load/internal.h"

static bool is_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* letters and digits, which may begin a value; the signs and blanks only stand inside one */
static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static bool is_inner(char c) {
    return is_letter(c) || c == ' ' || c == '-' || c == '_' || c == '.' || c == '/';
}

enum { KEY_LONGEST = 100 }; /* YAML allows 1,024 */

bool row_entry(struct str text, size_t *at, struct row_entry *entry) {
    size_t i = *at;
    entry->key = i;
    while (i < text.size && is_key(text.data[i]))
        i++;
    entry->key_end = i;
    bool key = i > entry->key && i - entry->key <= KEY_LONGEST && text.data[entry->key] >= 'a';
    if (!key || !str_starts(str_from(text, i), STR(": ")))
        return false;
    entry->value = i += 2;
    if (i == text.size || !is_letter(text.data[i]))
        return false;
    while (i < text.size && is_inner(text.data[i]))
        i++;
    entry->value_end = i;
    entry->last = i < text.size && text.data[i] == '}';
    *at = entry->last ? i + 1 : i + 2;
    return text.data[i - 1] != ' ' && i - entry->value <= LIMIT_SCALAR_BYTES &&
           (entry->last || str_starts(str_from(text, i), STR(", ")));
}

/* the place of the brace in a line that is a row */
static bool row_in(struct str line, size_t *brace) {
    size_t at = 0;
    while (at < line.size && line.data[at] == ' ')
        at++;
    if (!str_starts(str_from(line, at), STR("- {")))
        return false;
    *brace = at + 2;
    at += 3;
    for (struct row_entry entry; row_entry(line, &at, &entry);)
        if (entry.last)
            return at == line.size;
    return false;
}

struct str rows_take(struct arena *arena, struct span part, struct rows_taken *rows) {
    struct str rest = span_text(part), line;
    struct buf left = buf_make(arena);
    *rows = (struct rows_taken){0};
    for (bool more = true; more;) {
        size_t from = part.offset + part.size - rest.size, brace;
        more = str_cut(&rest, '\n', &line);
        if (row_in(line, &brace)) {
            rows->braces = ARENA_PUSH(arena, rows->braces, rows->count, &rows->capacity);
            rows->braces[rows->count++] = (uint32_t)(from + brace);
            buf_add(&left, str_slice(line, 0, brace));
            buf_add(&left, STR("{}"));
        } else {
            buf_add(&left, line);
        }
        if (more)
            buf_add_char(&left, '\n');
    }
    return rows->count ? buf_str(&left) : span_text(part);
}
