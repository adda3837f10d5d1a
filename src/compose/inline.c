/* Tokens in text: the one place where a value meets the words around it. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/internal.h"
#include "compose/notes.h"

struct piece { /* text before a token, and the token, or the rest and none */
    struct str before;
    char letter; /* 'v', 'b', 't', 'n' or 0 */
    size_t index;
};

static struct piece piece_cut(struct str *rest) {
    struct piece piece = {0};
    size_t open = str_find(*rest, STR(TOKEN_OPEN));
    piece.before = str_slice(*rest, 0, open);
    if (open == STR_NONE) {
        *rest = STR_EMPTY;
        return piece;
    }
    struct str body = str_from(*rest, open + sizeof TOKEN_OPEN - 1);
    size_t close = str_find(body, STR(TOKEN_CLOSE));
    ASSERT(close != STR_NONE && close >= 2); /* load refuses these characters in input */
    piece.letter = body.data[0];
    for (size_t i = 1; i < close; i++)
        piece.index = piece.index * 10 + (size_t)(body.data[i] - '0');
    *rest = str_from(body, close + sizeof TOKEN_CLOSE - 1);
    return piece;
}

static const struct token *token_at(const struct scope *scope, const struct piece *piece) {
    if (piece->letter != 'v')
        return NULL;
    ASSERT(piece->index < scope->token_count);
    return &scope->tokens[piece->index];
}

void inline_add(struct scope *scope, struct doc_node *parent, struct str text,
                struct span span) {
    struct arena *arena = scope->composer->arena;
    for (struct str rest = text; rest.size;) {
        struct piece piece = piece_cut(&rest);
        if (piece.before.size)
            doc_add_text(arena, parent, str_copy(arena, piece.before))->span = span;
        const struct token *token = token_at(scope, &piece);
        if (token && token->kind == DOC_REFERENCE)
            reference_add(scope, parent, token);
        else if (token)
            value_add(scope->composer, parent, token);
        else if (piece.letter == 'n')
            note_add(scope, parent, piece.index);
        else if (piece.letter == 'b')
            DIAG(scope->composer->diags, DIAG_BLOCK_INSIDE,
                 scope->page->blocks[piece.index].span, STR_EMPTY);
    }
}

struct str inline_plain(struct scope *scope, struct str text) {
    struct buf out = buf_make(scope->composer->arena);
    for (struct str rest = text; rest.size;) {
        struct piece piece = piece_cut(&rest);
        buf_add(&out, piece.before);
        const struct token *token = token_at(scope, &piece);
        if (token && token->kind == DOC_REFERENCE)
            DIAG(scope->composer->diags, DIAG_REFERENCE_PLAIN, token->span, token->target);
        else if (token)
            buf_add(&out, token->text);
        else if (piece.letter == 'n') /* in code a mark is what was written */
            buf_format(&out, "[^%.*s]", STR_ARG(scope->notes->marks[piece.index]));
    }
    return buf_str(&out);
}

size_t block_token(struct str text, char letter) {
    struct str rest = text;
    if (str_find(text, STR(TOKEN_OPEN)) != 0)
        return SIZE_MAX;
    struct piece piece = piece_cut(&rest);
    return piece.letter == letter && rest.size == 0 ? piece.index : SIZE_MAX;
}

size_t token_next(struct str *rest, char letter) {
    while (rest->size) {
        struct piece piece = piece_cut(rest);
        if (piece.letter == letter)
            return piece.index;
    }
    return SIZE_MAX;
}
