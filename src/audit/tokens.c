/* Text → words, numbers and signs, each with its place. */
#include "audit/internal.h"
#include "audit/markup.h"
#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

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
    tokens->items[tokens->count++] = token;
}

static bool begins_large(const struct audit_tokens *tokens, size_t at) {
    size_t end = at;
    str_next(tokens->lower, &end);
    return !str_equal(str_slice(tokens->lower, at, end), str_slice(tokens->plain, at, end));
}

static struct audit_token word_token(const struct audit_tokens *tokens, size_t at) {
    struct audit_token token = {.kind = TOKEN_WORD, .to = at + 1};
    struct str text = tokens->lower;
    while (token.to < text.size && is_letter(text.data[token.to]))
        token.to++;
    token.capital = begins_large(tokens, at);
    return token;
}

/* of a sentence, an item, a cell */
static bool is_end(char c) {
    return c == '.' || c == '!' || c == '?' || c == '|' || c == MARK_END || c == MARK_ROW ||
           c == MARK_CELL || c == MARK_TABLE;
}

static void tokenize(struct arena *arena, struct audit_tokens *tokens,
                     const struct language *language, const uint32_t *places) {
    struct str text = tokens->lower;
    size_t before = STR_NONE; /* where the token before ended */
    bool line = true;
    for (size_t at = 0; at < text.size;) {
        char c = text.data[at];
        struct audit_token token = {.kind = TOKEN_SIGN, .to = at + 1, .sign = c};
        bool blank = c == ' ' || c == '\t' || c == '\r';
        if (blank || (c == '\n' && !line_ends_sentence(text, at))) {
            line |= c == '\n';
            at++;
            continue;
        }
        if (is_digit(c)) {
            token.to = number_end(text, at, language, &token);
            bool number = number_value(str_slice(text, at, token.to), &token);
            token.kind = number ? TOKEN_NUMBER : TOKEN_WORD;
        } else if (is_letter(c)) {
            token = word_token(tokens, at);
        } else if (c == '\n' || is_end(c)) {
            token.kind = TOKEN_END;
        }
        size_t end = token.to;
        token.text = str_slice(text, at, end);
        token.glued = before == at;
        token.line = line;
        line = c == '\n';
        token.from = places ? places[at] : at;
        token.to = places ? (size_t)places[end - 1] + 1 : end;
        push(arena, tokens, token);
        before = at = end;
    }
}

/* line by line: letters whose small form has another size leave their line as it is */
static struct str lowered(struct arena *arena, struct str text) {
    struct str copy = str_copy(arena, text);
    struct str lower = text_lower(arena, text);
    if (lower.size == text.size)
        return lower;
    for (size_t at = 0; at < text.size;) {
        size_t line = str_find_char(str_from(text, at), '\n');
        size_t end = line == STR_NONE ? text.size : at + line;
        lower = text_lower(arena, str_slice(text, at, end));
        for (size_t i = 0; lower.size == end - at && i < lower.size; i++)
            ((char *)copy.data)[at + i] = lower.data[i];
        at = end + 1;
    }
    return copy;
}

struct audit_tokens tokens_read(struct arena *arena, struct str text,
                                const struct language *language) {
    char *bytes = ARENA_ARRAY(arena, char, text.size + 1);
    uint32_t *places = ARENA_ARRAY(arena, uint32_t, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != MARK_JOIN) {
            places[size] = (uint32_t)i;
            bytes[size++] = text.data[i];
        }
    struct audit_tokens tokens = {.plain = {bytes, size}};
    tokens.lower = lowered(arena, tokens.plain);
    tokenize(arena, &tokens, language, size == text.size ? NULL : places);
    return tokens;
}
