/* Conditions: recursive descent over words and signs, every name and literal typed as it is
 * read. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

struct token {
    struct str text;
    size_t from;
    bool quoted;
};

struct parser {
    struct checker *checker;
    const struct record_type *type;
    const struct record_type *here; /* what the word `here` stands for, or NULL */
    const struct tree *scalar;
    struct span whole;  /* of the text, when it stands in the file as it is */
    struct token token; /* the next one; empty text at the end */
    size_t at;
    int depth, terms;
    bool listed; /* inside the brackets of `in` */
    bool failed;
};

static bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '_' || c == '-' || c == '.' || c == '/' || (unsigned char)c >= 0x80;
}

static struct span token_span(const struct parser *parser) {
    size_t size = parser->token.text.size ? parser->token.text.size : 1;
    struct span span = parser->whole;
    if (!span.source)
        return parser->scalar->span;
    return (struct span){span.source, span.offset + (uint32_t)parser->token.from,
                         (uint32_t)size};
}

static void fail(struct parser *parser, struct str expected) {
    if (!parser->failed)
        DIAG(parser->checker->diags, DIAG_BAD_CONDITION, token_span(parser),
             parser->token.text.size ? parser->token.text : STR("…"), expected);
    parser->failed = true;
}

/* one more comparison or listed value */
static void count_term(struct parser *parser) {
    if (++parser->terms <= LIMIT_EXPRESSION_TERMS || parser->failed)
        return;
    DIAG(parser->checker->diags, DIAG_CONDITION_TOO_LONG, token_span(parser),
         str_format(parser->checker->arena, "%d", LIMIT_EXPRESSION_TERMS));
    parser->failed = true;
}

static void advance(struct parser *parser) {
    struct str text = parser->scalar->text;
    while (parser->at < text.size &&
           (text.data[parser->at] == ' ' || text.data[parser->at] == '\n'))
        parser->at++;
    size_t from = parser->at, end = from;
    parser->token = (struct token){.from = from};
    if (from == text.size)
        return;
    char c = text.data[from];
    if (c == '"' || c == '\'') {
        size_t close = str_find_char(str_from(text, from + 1), c);
        if (close == STR_NONE) {
            parser->token.text = str_from(text, from);
            fail(parser, str_format(parser->checker->arena, "%c", c));
            parser->at = text.size;
            return;
        }
        parser->token =
            (struct token){str_slice(text, from + 1, from + 1 + close), from + 1, true};
        parser->at = from + close + 2;
        return;
    }
    if (is_word(c))
        while (end < text.size && is_word(text.data[end]))
            end++;
    else if (end + 1 < text.size && text.data[end + 1] == '=' &&
             (c == '!' || c == '<' || c == '>'))
        end += 2;
    else
        end++;
    parser->token.text = str_slice(text, from, end);
    parser->at = end;
}

static bool take(struct parser *parser, struct str word) {
    if (parser->token.quoted || !str_equal(parser->token.text, word))
        return false;
    advance(parser);
    return true;
}

static struct expression *new_expression(struct parser *parser, enum expression_kind kind,
                                         struct expression *left, struct expression *right) {
    struct expression *e = ARENA_NEW(parser->checker->arena, struct expression);
    e->kind = kind;
    e->left = left;
    e->right = right;
    e->span = token_span(parser);
    return e;
}

/* "is not missing" and "not in": the comparison, turned round */
static struct expression *negated(struct parser *parser, struct expression *e) {
    return new_expression(parser, EXPRESSION_NOT, e, NULL);
}

static bool ref_literal(struct parser *parser, const struct path *path, struct value *value) {
    const struct dataset *dataset = &parser->checker->checked->dataset;
    const struct rowset *set = dataset_rows(dataset, path->target);
    value->ref = map_get(&set->by_id, value->text);
    if (value->ref)
        return true;
    struct str near = map_nearest(&set->by_id, value->text);
    DIAG(parser->checker->diags, near.size ? DIAG_DANGLING : DIAG_DANGLING_FAR,
         token_span(parser), path->text, value->text, path->target->name, near);
    return false;
}

/* the record of the page, bound when the page is made */
static bool read_here(struct parser *parser, struct expression *e, struct value *value) {
    if (!parser->here || e->path.target != parser->here || !take(parser, STR("here")))
        return false;
    *value = (struct value){.state = VALUE_PRESENT, .text = STR("here")};
    e->here = true;
    return true;
}

/* does the next token begin a name or a value? */
static bool at_word(const struct parser *parser) {
    return parser->token.quoted ||
           (parser->token.text.size && is_word(parser->token.text.data[0]));
}

static size_t past(struct str text, size_t at, bool (*is)(char)) {
    while (at < text.size && is(text.data[at]))
        at++;
    return at;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n';
}

/* An amount goes on behind its first word: "50 tỷ", "1,5 tỷ đồng". The longest that is one is
 * taken; in a list a comma parts the values. */
static void take_money(struct parser *parser, struct str unit) {
    struct str text = parser->scalar->text;
    size_t from = parser->token.from, end = from + parser->token.text.size;
    if (parser->token.quoted)
        return;
    if (!parser->listed && end + 1 < text.size && text.data[end] == ',' &&
        text.data[end + 1] >= '0' && text.data[end + 1] <= '9')
        end = past(text, end + 1, is_word);
    for (int words = 0; words < 3; words++) { /* the number, its scale, its unit */
        struct tree amount = {.kind = TREE_SCALAR, .text = str_slice(text, from, end)};
        int64_t ignored;
        if (money_read(parser->checker, &amount, unit, &ignored)) {
            parser->token.text = amount.text;
            parser->at = end;
        }
        end = past(text, past(text, end, is_blank), is_word);
    }
}

static void read_literal(struct parser *parser, struct expression *e, struct value *value) {
    const struct path *path = &e->path;
    if (read_here(parser, e, value))
        return;
    if (!at_word(parser)) {
        fail(parser, word_argument(WORD_A_VALUE));
        return;
    }
    struct field field = {.name = path->text, .type = path_type(path)};
    if (path->field && path->part == DATE_WHOLE) {
        field = *path->field;
        field.has_min = field.has_max = false;
    }
    if (field.type == FIELD_MONEY)
        take_money(parser, field.unit);
    struct tree literal = {.kind = TREE_SCALAR,
                           .quoted = true,
                           .text = parser->token.text,
                           .span = token_span(parser)};
    if (!value_read(parser->checker, &field, &literal, NULL, value) ||
        (field.type == FIELD_REF && !ref_literal(parser, path, value)))
        parser->failed = true;
    else if (value->state != VALUE_PRESENT)
        fail(parser, word_argument(WORD_A_VALUE));
    advance(parser);
}

/* Types whose values may be held against each other: numbers of every kind are one class. */
static enum field_type class_of(const struct path *path) {
    enum field_type type = path_type(path);
    if (field_is_number(type) || type == FIELD_YEAR)
        return FIELD_INTEGER;
    return type == FIELD_MARKDOWN ? FIELD_TEXT : type;
}

/* `[path]`: another field of the same row */
static void read_field_operand(struct parser *parser, struct expression *e,
                               struct operand *operand) {
    struct checker *checker = parser->checker;
    struct path *path = ARENA_NEW(checker->arena, struct path);
    struct span span = token_span(parser);
    if (!at_word(parser)) {
        fail(parser, word_argument(WORD_A_NAME));
        return;
    }
    if (!path_read(checker, parser->type, parser->token.text, span, path)) {
        parser->failed = true;
        return;
    }
    if (path->many || class_of(path) != class_of(&e->path) || path->target != e->path.target ||
        path_type(path) == FIELD_LIST) {
        DIAG(checker->diags, DIAG_OTHER_TYPE, span, path->text,
             str_of(field_type_name(path_type(path))), e->path.text,
             str_of(field_type_name(path_type(&e->path))));
        parser->failed = true;
        return;
    }
    advance(parser);
    operand->path = path;
    if (!take(parser, STR("]")))
        fail(parser, STR("]"));
}

static void read_operand(struct parser *parser, struct expression *e) {
    struct operand *operand = &e->operands[e->operand_count++];
    *operand = (struct operand){0};
    if (take(parser, STR("[")))
        read_field_operand(parser, e, operand);
    else
        read_literal(parser, e, &operand->value);
}

static bool read_operator(struct parser *parser, enum comparison *comparison) {
    static const struct str SIGNS[] = {{"=", 1},  {"!=", 2}, {"<", 1},
                                       {"<=", 2}, {">", 1},  {">=", 2}};
    for (size_t i = 0; i < COUNT_OF(SIGNS); i++)
        if (take(parser, SIGNS[i])) {
            *comparison = (enum comparison)i;
            return true;
        }
    return false;
}

static void read_members(struct parser *parser, struct expression *e) {
    size_t capacity = 0;
    if (!take(parser, STR("(")))
        fail(parser, STR("("));
    parser->listed = true;
    while (!parser->failed) {
        count_term(parser);
        e->operands =
            ARENA_PUSH(parser->checker->arena, e->operands, e->operand_count, &capacity);
        e->operands[e->operand_count] = (struct operand){0};
        read_literal(parser, e, &e->operands[e->operand_count++].value);
        if (take(parser, STR(")")))
            break;
        if (!parser->failed && !take(parser, STR(",")))
            fail(parser, STR(", )"));
    }
    parser->listed = false;
}

/* codes, references, texts and truth values have no order that a reader would expect */
static bool ordered(const struct path *path) {
    enum field_type type = path_type(path);
    return field_is_number(type) || type == FIELD_DATE || type == FIELD_YEAR;
}

/* what may follow a path of this type */
static struct str operators_of(const struct path *path) {
    return ordered(path) ? STR("= != < <= > >= between in is") : STR("= != in is");
}

/* "is missing", "is not n/a": of the value, or of the list itself */
static struct expression *read_state(struct parser *parser, struct expression *e) {
    bool not = take(parser, STR("not"));
    e->kind = EXPRESSION_STATE;
    if (take(parser, STR("missing")))
        e->state = VALUE_MISSING;
    else if (take(parser, STR("n/a")))
        e->state = VALUE_NOT_APPLICABLE;
    else
        fail(parser, STR("missing, n/a"));
    return not ? negated(parser, e) : e;
}

static void read_operands(struct parser *parser, struct expression *e) {
    e->operands = ARENA_ARRAY(parser->checker->arena, struct operand, 2);
    if (e->kind == EXPRESSION_BETWEEN) {
        read_operand(parser, e);
        if (!parser->failed && !take(parser, STR("and")))
            fail(parser, STR("and"));
    }
    if (!parser->failed)
        read_operand(parser, e);
}

static struct expression *read_comparison(struct parser *parser) {
    struct expression *e = new_expression(parser, EXPRESSION_COMPARE, NULL, NULL);
    count_term(parser);
    if (parser->token.quoted || !at_word(parser)) {
        fail(parser, word_argument(WORD_A_NAME));
        return e;
    }
    if (!path_read(parser->checker, parser->type, parser->token.text, token_span(parser),
                   &e->path)) {
        parser->failed = true;
        return e;
    }
    advance(parser);
    if (take(parser, STR("is")))
        return read_state(parser, e);
    if (path_type(&e->path) == FIELD_LIST && !path_into_items(&e->path)) {
        fail(parser, STR("is missing"));
        return e;
    }
    bool not = take(parser, STR("not"));
    if (take(parser, STR("in"))) {
        e->kind = EXPRESSION_IN;
        read_members(parser, e);
    } else if (ordered(&e->path) && take(parser, STR("between"))) {
        e->kind = EXPRESSION_BETWEEN;
        read_operands(parser, e);
    } else if (not || !read_operator(parser, &e->comparison) ||
               (e->comparison > COMPARE_UNEQUAL && !ordered(&e->path))) {
        fail(parser, !not                ? operators_of(&e->path)
                     : ordered(&e->path) ? STR("between, in")
                                         : STR("in"));
    } else {
        read_operands(parser, e);
    }
    return not ? negated(parser, e) : e;
}

static struct expression *read_condition(struct parser *parser);

static struct expression *read_factor(struct parser *parser) {
    if (parser->depth >= LIMIT_EXPRESSION_DEPTH) {
        fail(parser, word_argument(WORD_FEWER_PARENTHESES));
        return NULL;
    }
    parser->depth++;
    struct expression *e;
    if (take(parser, STR("not"))) {
        e = negated(parser, read_factor(parser));
    } else if (take(parser, STR("("))) {
        e = read_condition(parser);
        if (!parser->failed && !take(parser, STR(")")))
            fail(parser, STR(")"));
    } else {
        e = read_comparison(parser);
    }
    parser->depth--;
    return e;
}

static struct expression *read_term(struct parser *parser) {
    struct expression *e = read_factor(parser);
    while (!parser->failed && take(parser, STR("and")))
        e = new_expression(parser, EXPRESSION_AND, e, read_factor(parser));
    return e;
}

static struct expression *read_condition(struct parser *parser) {
    struct expression *e = read_term(parser);
    while (!parser->failed && take(parser, STR("or")))
        e = new_expression(parser, EXPRESSION_OR, e, read_term(parser));
    return e;
}

struct expression *expression_read(struct checker *checker, const struct record_type *from,
                                   const struct tree *scalar, const struct record_type *here) {
    if (scalar->kind != TREE_SCALAR) {
        DIAG(checker->diags, DIAG_NOT_A_TEXT, scalar->span, STR("where"));
        return NULL;
    }
    struct parser parser = {.checker = checker, .type = from, .here = here, .scalar = scalar};
    struct span whole = part_span(scalar, 0, scalar->text.size);
    if (str_equal(span_text(whole), scalar->text))
        parser.whole = whole;
    advance(&parser);
    struct expression *e = read_condition(&parser);
    if (!parser.failed && parser.token.text.size)
        fail(&parser, STR("and, or"));
    return parser.failed ? NULL : e;
}
