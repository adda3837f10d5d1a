/* HTML without its tags, and what all forms have in common. */
#include "audit/markup.h"

#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

void markup_fill(char *out, size_t from, size_t to, char with) {
    for (size_t i = from; i < to; i++)
        if (out[i] != '\n')
            out[i] = with;
}

size_t markup_find(struct str text, size_t from, struct str what) {
    size_t at = str_find(str_from(text, from), what);
    return at == STR_NONE ? text.size : from + at;
}

static bool among(struct str name, const char *const *names) {
    for (; *names; names++)
        if (str_equal(name, str_of(*names)))
            return true;
    return false;
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* "</Table …" → "table"; `closes` says whether it is an end */
static struct str tag_name(struct str lower, size_t at, bool *closes) {
    size_t from = at + 1;
    *closes = from < lower.size && lower.data[from] == '/';
    from += *closes;
    size_t end = from;
    while (end < lower.size && is_letter(lower.data[end]))
        end++;
    return str_slice(lower, from, end);
}

/* tags between which nothing is running text */
static const char *const SILENT[] = {"script", "style", "code", "pre", "kbd", "samp", NULL};
/* tags that do not part a word from the next letter */
static const char *const INLINE[] = {
    "a",   "abbr", "b", "bdi",   "bdo",  "cite",   "data", "del", "dfn", "em",  "font",  "i",
    "ins", "mark", "s", "small", "span", "strong", "time", "u",   "var", "wbr", "label", NULL};

static char mark_of(struct str name, bool closes) {
    if (str_equal(name, STR("table")))
        return MARK_TABLE;
    if (str_equal(name, STR("tr")))
        return MARK_ROW;
    if (str_equal(name, STR("td")) || str_equal(name, STR("th")))
        return closes ? MARK_CELL : ' ';
    if (str_equal(name, STR("sup")) || str_equal(name, STR("sub")))
        return '^';
    return MARK_END;
}

/* the end of "<pre> … </pre>", behind its last '>' */
static size_t silent_end(struct arena *arena, struct str lower, size_t at, struct str name) {
    struct str close = str_format(arena, "</%.*s", STR_ARG(name));
    return markup_find(lower, markup_find(lower, at, close), STR(">"));
}

void markup_html(struct arena *arena, char *out, struct str text) {
    struct str lower = text_lower(arena, text);
    if (lower.size != text.size)
        lower = text;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '&')
            i += entity_decode(out, text, i) - 1;
        char next = i + 1 < text.size ? lower.data[i + 1] : ' ';
        if (text.data[i] != '<' ||
            (!is_letter(next) && next != '/' && next != '!' && next != '?'))
            continue;
        bool closes, comment = str_starts(str_from(text, i), STR("<!--"));
        struct str name = tag_name(lower, i, &closes);
        size_t end = markup_find(text, i, comment ? STR("-->") : STR(">"));
        end += comment ? 2 : 0;
        if (!closes && among(name, SILENT))
            end = silent_end(arena, lower, i, name);
        size_t to = end < text.size ? end + 1 : text.size;
        bool joins = comment || among(name, INLINE);
        markup_fill(out, i, to, joins ? MARK_JOIN : ' ');
        if (!joins)
            out[i] = among(name, SILENT) && !str_equal(name, STR("pre"))
                         ? ' '
                         : mark_of(name, closes);
        i = end;
    }
}

/* what stands for a sign of U+2000 … U+203F in plain text */
static char plain_sign(unsigned char last) {
    if (last >= 0x90 && last <= 0x95)
        return '-';
    if (last == 0x98 || last == 0x99)
        return '\'';
    if (last >= 0x9C && last <= 0x9F)
        return '"';
    if (last == 0xA6) /* "…" */
        return ',';
    return last == 0xA2 ? MARK_END : ' '; /* a bullet begins an item */
}

static void plain_signs(char *out, size_t size) {
    for (size_t i = 0; i + 1 < size; i++)
        if (out[i] == '\xC2' && out[i + 1] == '\xA0')
            out[i] = out[i + 1] = ' ';
    for (size_t i = 0; i + 2 < size; i++)
        if (out[i] == '\xE2' && out[i + 1] == '\x80') {
            out[i] = plain_sign((unsigned char)out[i + 2]);
            out[i + 1] = out[i + 2] = ' ';
        }
}

struct str markup_blank(struct arena *arena, struct str text, enum audit_form form) {
    struct str copy = str_copy(arena, text);
    char *out = (char *)copy.data;
    if (form == AUDIT_HTML)
        markup_html(arena, out, text);
    if (form == AUDIT_MARKDOWN) {
        markup_blocks(out, text);
        markup_spans(out, copy);
    }
    plain_signs(out, copy.size);
    return copy;
}
