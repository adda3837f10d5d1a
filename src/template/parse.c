/* Text → parts in one pass. A tag that stands alone on its line takes the whole line with it.
 */
#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "template/internal.h"

struct parser {
    struct arena *arena;
    struct diags *diags;
    struct template *result;
    struct str text, open, close; /* delimiters */
    struct span place;            /* of the text in its file */
    bool exact;                   /* … where it stands as it is, from there */
    size_t at;
    size_t stack[LIMIT_TEMPLATE_DEPTH]; /* parts whose body is open */
    size_t depth;
    bool failed;
};

struct tag {
    char sigil; /* 0, '&', '{', '#', '^', '/', '!', '>', '<', '$', '=' */
    struct str name;
    size_t from, to; /* of the whole tag */
};

static struct span span_at(const struct parser *parser, size_t from, size_t to) {
    if (!parser->exact)
        return parser->place;
    return (struct span){parser->place.source, parser->place.offset + (uint32_t)from,
                         (uint32_t)(to - from)};
}

static void fail(struct parser *parser, enum diag_id id, struct span span, struct str what) {
    DIAG(parser->diags, id, span, what);
    parser->failed = true;
}

static bool at_line_start(const struct parser *parser, size_t at) {
    return at == 0 || parser->text.data[at - 1] == '\n';
}

static size_t part_add(struct parser *parser, struct part part) {
    struct template *result = parser->result;
    result->parts = ARENA_PUSH(parser->arena, result->parts, result->count, &result->capacity);
    result->parts[result->count] = part;
    return result->count++;
}

static void literal_add(struct parser *parser, size_t from, size_t to) {
    if (to > from)
        part_add(parser, (struct part){.kind = PART_LITERAL,
                                       .text = str_slice(parser->text, from, to),
                                       .span = span_at(parser, from, to),
                                       .line_start = at_line_start(parser, from)});
}

/* Reads the tag that begins at `from`; false when it is not closed. */
static bool tag_read(struct parser *parser, size_t from, struct tag *tag) {
    size_t inner = from + parser->open.size;
    struct str rest = str_from(parser->text, inner), close = parser->close;
    *tag = (struct tag){.from = from};
    char first = rest.size ? rest.data[0] : 0;
    bool triple = first == '{' && str_equal(parser->open, STR("{{"));
    for (const char *sigil = "&#^/!><$="; *sigil; sigil++)
        if (first == *sigil)
            tag->sigil = first;
    if (triple) {
        tag->sigil = '{';
        close = STR("}}}");
    }
    if (tag->sigil)
        rest = str_from(rest, 1);
    size_t end = str_find(rest, close);
    if (end == STR_NONE)
        return false;
    tag->name = str_trim(str_slice(rest, 0, end));
    tag->to = (size_t)(rest.data - parser->text.data) + end + close.size;
    return true;
}

static void delimiters_set(struct parser *parser, const struct tag *tag) {
    struct str rest = tag->name, open;
    if (str_ends(rest, STR("=")))
        rest.size--;
    rest = str_trim(rest);
    str_cut(&rest, ' ', &open);
    rest = str_trim(rest);
    if (open.size == 0 || rest.size == 0 || str_find_char(rest, ' ') != STR_NONE) {
        fail(parser, DIAG_TEMPLATE_DELIMITERS, span_at(parser, tag->from, tag->to), tag->name);
        return;
    }
    parser->open = open;
    parser->close = rest;
}

static void body_open(struct parser *parser, size_t part) {
    if (parser->depth == LIMIT_TEMPLATE_DEPTH) {
        fail(parser, DIAG_TEMPLATE_DEPTH, parser->result->parts[part].span,
             parser->result->parts[part].text);
        parser->at = parser->text.size;
        return;
    }
    parser->stack[parser->depth++] = part;
}

static void body_close(struct parser *parser, const struct tag *tag) {
    struct span span = span_at(parser, tag->from, tag->to);
    if (parser->depth == 0) {
        fail(parser, DIAG_TEMPLATE_STRAY, span, tag->name);
        return;
    }
    struct part *part = &parser->result->parts[parser->stack[--parser->depth]];
    part->end = parser->result->count;
    if (!str_equal(part->text, tag->name)) {
        struct str line = str_format(parser->arena, "%zu", span_place(part->span).line);
        DIAG(parser->diags, DIAG_TEMPLATE_MISMATCH, span, tag->name, part->text, line);
        parser->failed = true;
    }
}

/* Is the tag alone on its line? Then *from and *to are widened to the whole line. */
static bool standalone(const struct parser *parser, const struct tag *tag, size_t *from,
                       size_t *to) {
    size_t start = tag->from, end = tag->to;
    struct str text = parser->text;
    if (tag->sigil == 0 || tag->sigil == '&' || tag->sigil == '{')
        return false;
    while (start > 0 && (text.data[start - 1] == ' ' || text.data[start - 1] == '\t'))
        start--;
    while (end < text.size && (text.data[end] == ' ' || text.data[end] == '\t'))
        end++;
    if (!at_line_start(parser, start))
        return false;
    if (end + 1 < text.size && text.data[end] == '\r' && text.data[end + 1] == '\n')
        end++;
    if (end < text.size && text.data[end] != '\n')
        return false;
    *from = start;
    *to = end < text.size ? end + 1 : end;
    return true;
}

static void tag_take(struct parser *parser, const struct tag *tag, struct str indent) {
    static const struct {
        char sigil;
        enum part_kind kind;
        bool body;
    } KINDS[] = {{0, PART_VARIABLE, false},    {'&', PART_UNESCAPED, false},
                 {'{', PART_UNESCAPED, false}, {'#', PART_SECTION, true},
                 {'^', PART_INVERTED, true},   {'>', PART_PARTIAL, false},
                 {'<', PART_PARENT, true},     {'$', PART_BLOCK, true}};
    struct span span = span_at(parser, tag->from, tag->to);
    if (tag->sigil == '!')
        return;
    if (tag->sigil == '=') {
        delimiters_set(parser, tag);
        return;
    }
    if (tag->name.size == 0) {
        fail(parser, DIAG_TEMPLATE_NO_NAME, span, STR_EMPTY);
        return;
    }
    if (tag->sigil == '/') {
        body_close(parser, tag);
        return;
    }
    for (size_t i = 0; i < COUNT_OF(KINDS); i++) {
        if (KINDS[i].sigil != tag->sigil)
            continue;
        struct part part = {.kind = KINDS[i].kind,
                            .text = tag->name,
                            .indent = indent,
                            .span = span,
                            .line_start = at_line_start(parser, tag->from)};
        if ((part.kind == PART_PARTIAL || part.kind == PART_PARENT) &&
            part.text.data[0] == '*') {
            part.dynamic = true;
            part.text = str_trim(str_from(part.text, 1));
        }
        size_t index = part_add(parser, part);
        if (KINDS[i].body)
            body_open(parser, index);
    }
}

struct template *template_parse(struct arena *arena, struct diags *diags,
                                const struct source *source, enum template_mode mode) {
    struct span whole = {source, 0, (uint32_t)source->text.size};
    return template_parse_part(arena, diags, source->text, whole, mode);
}

/* Does the text stand in its file as it is, but for quotes? */
static void place_find(struct parser *parser) {
    struct str written = span_text(parser->place);
    size_t lead = written.size == parser->text.size + 2 ? 1 : 0;
    parser->exact = written.size == parser->text.size + 2 * lead &&
                    str_starts(str_from(written, lead), parser->text);
    if (parser->exact)
        parser->place.offset += (uint32_t)lead;
}

struct template *template_parse_part(struct arena *arena, struct diags *diags, struct str text,
                                     struct span span, enum template_mode mode) {
    struct template *result = ARENA_NEW(arena, struct template);
    *result = (struct template){.mode = mode};
    struct parser parser = {.arena = arena,
                            .diags = diags,
                            .result = result,
                            .text = text,
                            .place = span,
                            .open = STR("{{"),
                            .close = STR("}}")};
    place_find(&parser);
    while (parser.at < parser.text.size) {
        size_t found = str_find(str_from(parser.text, parser.at), parser.open);
        size_t from = found == STR_NONE ? parser.text.size : parser.at + found;
        struct tag tag;
        if (found == STR_NONE) {
            literal_add(&parser, parser.at, from);
            break;
        }
        if (!tag_read(&parser, from, &tag)) {
            fail(&parser, DIAG_TEMPLATE_UNCLOSED_TAG, span_at(&parser, from, from + 2),
                 STR_EMPTY);
            break;
        }
        size_t line_from = tag.from, line_to = tag.to;
        bool alone = standalone(&parser, &tag, &line_from, &line_to) && line_from >= parser.at;
        literal_add(&parser, parser.at, alone ? line_from : tag.from);
        parser.at = alone ? line_to : tag.to;
        tag_take(&parser, &tag,
                 alone ? str_slice(parser.text, line_from, tag.from) : STR_EMPTY);
    }
    while (parser.depth) {
        const struct part *part = &result->parts[parser.stack[--parser.depth]];
        fail(&parser, DIAG_TEMPLATE_UNCLOSED, part->span, part->text);
    }
    return parser.failed ? NULL : result;
}
