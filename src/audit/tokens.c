/* Text → words, numbers and signs, each with its place. */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "locale/locale.h"

/* --- markup: every byte that is not text becomes a blank, so that places stay */

static void blank(char *text, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (text[i] != '\n')
            text[i] = ' ';
}

static size_t find_from(struct str text, size_t from, struct str what) {
    size_t at = str_find(str_from(text, from), what);
    return at == STR_NONE ? text.size : from + at;
}

static bool tag_starts(struct str text, size_t at, struct str name) {
    return str_starts(str_from(text, at + 1), name);
}

static void blank_html(struct arena *arena, char *out, struct str text) {
    struct str lower = text_lower(arena, text);
    bool same = lower.size == text.size;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '&') {
            size_t end = find_from(text, i, STR(";"));
            if (end < text.size && end - i < 10)
                blank(out, i, end + 1);
        }
        if (text.data[i] != '<')
            continue;
        size_t end = find_from(text, i, STR(">"));
        struct str stop = same && tag_starts(lower, i, STR("script"))  ? STR("</script")
                          : same && tag_starts(lower, i, STR("style")) ? STR("</style")
                          : same && tag_starts(lower, i, STR("!--"))   ? STR("-->")
                                                                       : STR_EMPTY;
        if (stop.size)
            end = find_from(text, find_from(lower, i, stop), STR(">"));
        bool block =
            same && (tag_starts(lower, i, STR("/p")) || tag_starts(lower, i, STR("/li")) ||
                     tag_starts(lower, i, STR("/h")) || tag_starts(lower, i, STR("/td")) ||
                     tag_starts(lower, i, STR("/th")) || tag_starts(lower, i, STR("br")) ||
                     tag_starts(lower, i, STR("/div")));
        blank(out, i, end < text.size ? end + 1 : text.size);
        if (block)
            out[i] = '\x1e'; /* an end that a sentence does not pass */
        i = end;
    }
}

static size_t line_end(struct str text, size_t at) {
    return find_from(text, at, STR("\n"));
}

/* bytes of a quotation mark that stands here; 0: none */
static size_t quote_size(struct str text, size_t at) {
    struct str rest = str_from(text, at);
    if (str_starts(rest, STR("\"")))
        return 1;
    bool curly = str_starts(rest, STR("\xE2\x80\x9C")) || str_starts(rest, STR("\xE2\x80\x9D"));
    return curly ? 3 : 0;
}

/* front matter, fenced code, code spans, link targets, comments */
static void blank_markdown(char *out, struct str text) {
    size_t at = 0;
    if (str_starts(text, STR("---\n"))) {
        at = find_from(text, 3, STR("\n---"));
        blank(out, 0, at + 4 < text.size ? at + 4 : text.size);
    }
    while (at < text.size) {
        if (text.data[at] == '`') {
            size_t ticks = 0;
            while (at + ticks < text.size && text.data[at + ticks] == '`')
                ticks++;
            size_t end = find_from(text, at + ticks, str_slice(text, at, at + ticks));
            end = end < text.size ? end + ticks : at + ticks;
            blank(out, at, end);
            at = end;
        } else if (text.data[at] == ']' && at + 1 < text.size && text.data[at + 1] == '(') {
            size_t end = find_from(text, at, STR(")"));
            blank(out, at, end + 1 < text.size ? end + 1 : text.size);
            at = end;
        } else if (str_starts(str_from(text, at), STR("<!--"))) {
            size_t end = find_from(text, at, STR("-->"));
            blank(out, at, end + 3 < text.size ? end + 3 : text.size);
            at = end;
        } else if (str_starts(str_from(text, at), STR("{{"))) {
            size_t end = find_from(text, at, STR("}}"));
            blank(out, at, end + 2 < text.size ? end + 2 : text.size);
            if (at < text.size)
                out[at] = '\x1f'; /* a value stands here */
            at = end;
        } else if (quote_size(text, at)) { /* a quotation inside a line */
            size_t open = quote_size(text, at), end = at + open, most = line_end(text, at);
            while (end < most && !quote_size(text, end))
                end++;
            if (end < most)
                blank(out, at, end);
            at = end < most ? end + quote_size(text, end) : at + open;
        } else if (str_starts(str_from(text, at), STR("\n>"))) { /* a quotation */
            size_t end = line_end(text, at + 1);
            blank(out, at, end);
            at = end;
        } else {
            at++;
        }
    }
}

struct str markup_blank(struct arena *arena, struct str text, enum audit_form form) {
    struct str copy = str_copy(arena, text);
    char *out = (char *)copy.data;
    if (form == AUDIT_HTML)
        blank_html(arena, out, text);
    if (form == AUDIT_MARKDOWN)
        blank_markdown(out, text);
    for (size_t i = 0; i + 1 < copy.size; i++)
        if (out[i] == '\xC2' && out[i + 1] == '\xA0')
            out[i] = out[i + 1] = ' ';
    for (size_t i = 0; i + 2 < copy.size; i++)
        if (out[i] == '\xE2' && out[i + 1] == '\x80') { /* dashes and quotation marks */
            bool dash = (unsigned char)out[i + 2] >= 0x90 && (unsigned char)out[i + 2] <= 0x95;
            out[i] = dash ? '-' : '"';
            out[i + 1] = out[i + 2] = ' ';
        }
    struct str lower = text_lower(arena, copy);
    return lower.size == copy.size ? lower : copy;
}

/* --- tokens */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* "7.120", "50,4", "06": the digits of the language's own form */
static size_t number_end(struct str text, size_t from, const struct language *language,
                         struct audit_token *token) {
    size_t end = from;
    while (end < text.size && is_digit(text.data[end]))
        end++;
    size_t whole = end;
    while (language->group.size == 1 && whole - from <= 3 && end + 4 <= text.size &&
           text.data[end] == language->group.data[0] && is_digit(text.data[end + 1]) &&
           is_digit(text.data[end + 2]) && is_digit(text.data[end + 3]) &&
           !(end + 4 < text.size && is_digit(text.data[end + 4]))) {
        end += 4;
        token->grouped = true;
    }
    if (language->decimal.size == 1 && end + 1 < text.size &&
        text.data[end] == language->decimal.data[0] && is_digit(text.data[end + 1])) {
        size_t point = end++;
        while (end < text.size && is_digit(text.data[end]))
            end++;
        token->number.scale = (int)(end - point - 1);
    }
    return end;
}

static bool number_value(struct str text, struct audit_token *token) {
    int64_t value = 0;
    for (size_t i = 0; i < text.size; i++)
        if (is_digit(text.data[i]) && (!checked_mul(value, 10, &value) ||
                                       !checked_add(value, text.data[i] - '0', &value)))
            return false;
    token->number.units = value;
    return token->number.scale <= DECIMAL_SCALE_MOST;
}

/* does a line break end a sentence? before an empty line, an item, a heading, a row of a table
 */
static bool line_ends_sentence(struct str text, size_t newline) {
    size_t at = newline + 1;
    while (at < text.size &&
           (text.data[at] == ' ' || text.data[at] == '\t' || text.data[at] == '\r'))
        at++;
    if (at >= text.size || text.data[at] == '\n')
        return true;
    char c = text.data[at];
    return c == '-' || c == '*' || c == '+' || c == '#' || c == '|' || c == '>' ||
           (is_digit(c) && at + 1 < text.size &&
            (text.data[at + 1] == '.' || text.data[at + 1] == ')'));
}

static void push(struct arena *arena, struct audit_tokens *tokens, struct audit_token token) {
    tokens->items = ARENA_PUSH(arena, tokens->items, tokens->count, &tokens->capacity);
    token.glued = tokens->count && tokens->items[tokens->count - 1].to == token.from;
    tokens->items[tokens->count++] = token;
}

static bool begins_large(struct str text, struct str original, size_t at) {
    size_t end = at;
    if (original.size != text.size)
        return false;
    str_next(text, &end);
    return !str_equal(str_slice(text, at, end), str_slice(original, at, end));
}

struct audit_tokens tokens_read(struct arena *arena, struct str text, struct str original,
                                const struct language *language) {
    struct audit_tokens tokens = {0};
    for (size_t at = 0; at < text.size;) {
        char c = text.data[at];
        struct audit_token token = {.from = at, .to = at + 1};
        if (is_digit(c)) {
            token.to = number_end(text, at, language, &token);
            token.text = str_slice(text, at, token.to);
            token.kind = number_value(token.text, &token) ? TOKEN_NUMBER : TOKEN_WORD;
        } else if (is_letter(c)) {
            while (token.to < text.size && is_letter(text.data[token.to]))
                token.to++;
            token.kind = TOKEN_WORD;
            token.text = str_slice(text, at, token.to);
            token.capital = begins_large(text, original, at);
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
            continue;
        } else if (c == '\n') {
            if (!line_ends_sentence(text, at)) {
                at++;
                continue;
            }
            token.kind = TOKEN_END;
        } else {
            bool end = c == '.' || c == '!' || c == '?' || c == '|' || c == '\x1e';
            token.kind = end ? TOKEN_END : TOKEN_SIGN;
            token.text = str_slice(text, at, at + 1);
        }
        push(arena, &tokens, token);
        at = token.to;
    }
    return tokens;
}
