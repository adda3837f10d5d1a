/* libyaml events → tree. libyaml resolves nothing and allows much; this reads the part of YAML
 * that a careful person writes, and refuses the rest by name: anchors, aliases, tags, merge
 * keys, complex keys, second documents. The only file that sees <yaml.h>. */
#include <string.h>
#include <yaml.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "base/map.h"
#include "load/internal.h"

struct level {
    struct tree *node, *last; /* and its newest entry */
    struct map keys;          /* MAPPING with many entries: key text → its entry */
    bool has_key;
    struct str key;
    struct span key_span;
};

struct reader {
    struct arena *arena; /* of texts that stand otherwise in the file */
    struct arena *nodes;
    struct diags *diags;
    const struct source *source;
    struct source_cursor cursor;
    struct span span;  /* of the event that is read */
    size_t first_line; /* of the part that is read, from 0 */
    struct rows_taken rows;
    size_t row_count; /* those that it has come to */
    bool quiet; /* rows were taken out: a fault is not told, but the part read again as it is */
    size_t document_count;
    struct level levels[LIMIT_YAML_DEPTH];
    size_t depth;
    struct tree *root;
    bool ok;
};

static struct span span_of(struct reader *reader, yaml_mark_t start, yaml_mark_t end) {
    uint32_t from = source_offset(reader->source, &reader->cursor,
                                  reader->first_line + start.line, start.column);
    uint32_t to = source_offset(reader->source, &reader->cursor, reader->first_line + end.line,
                                end.column);
    return (struct span){reader->source, from, to > from ? to - from : 0};
}

static void refuse(struct reader *reader, enum diag_id id, struct span span, struct str what) {
    if (!reader->quiet)
        DIAG(reader->diags, id, span, what);
    reader->ok = false;
}

/* libyaml's words for the mistakes people make, in ours; the others are about parts of YAML
 * that nobody here writes, and have one message. */
static void syntax_error(struct reader *reader, const yaml_parser_t *parser) {
    static const struct {
        const char *theirs;
        enum diag_id id;
    } KNOWN[] = {
        {"found character that cannot start any token", DIAG_YAML_BAD_START},
        {"mapping values are not allowed in this context", DIAG_YAML_COLON},
        {"could not find expected ':'", DIAG_YAML_NO_COLON},
        {"did not find expected key", DIAG_YAML_INDENT},
        {"did not find expected '-' indicator", DIAG_YAML_INDENT},
        {"did not find expected ',' or '}'", DIAG_YAML_UNCLOSED},
        {"did not find expected ',' or ']'", DIAG_YAML_UNCLOSED},
        {"found unexpected end of stream", DIAG_YAML_QUOTE},
        {"found unknown escape character", DIAG_YAML_ESCAPE},
        {"did not find expected hexdecimal number", DIAG_YAML_ESCAPE},
        {"found invalid Unicode character escape code", DIAG_YAML_ESCAPE},
        {"found unexpected document indicator", DIAG_YAML_QUOTE},
        {"block sequence entries are not allowed in this context", DIAG_YAML_DASH},
        {"found a tab character that violates indentation", DIAG_YAML_BAD_START},
        {"found a tab character where an indentation space is expected", DIAG_YAML_BAD_START},
        {"did not find expected alphabetic or numeric character", DIAG_YAML_BAD_START},
    };
    struct span span = span_of(reader, parser->problem_mark, parser->problem_mark);
    const char *problem = parser->problem ? parser->problem : "unknown";
    for (size_t i = 0; i < COUNT_OF(KNOWN); i++)
        if (strcmp(problem, KNOWN[i].theirs) == 0) {
            /* what was opened and not closed is shown where it was opened */
            bool opened = KNOWN[i].id == DIAG_YAML_UNCLOSED || KNOWN[i].id == DIAG_YAML_QUOTE;
            if (opened && parser->context)
                span = span_of(reader, parser->context_mark, parser->context_mark);
            refuse(reader, KNOWN[i].id, span, STR_EMPTY);
            return;
        }
    refuse(reader, DIAG_YAML_SYNTAX, span, STR_EMPTY);
}

static struct level *top(struct reader *reader) {
    return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

enum { KEYS_WALKED = 16 }; /* mappings are short: below this a walk is faster than a map */

/* the entry that has the node's key already, or NULL; remembers the node */
static const struct tree *same_key(struct reader *reader, struct level *level,
                                   struct tree *node) {
    struct tree *mapping = level->node;
    if (mapping->count < KEYS_WALKED)
        return tree_get(mapping, node->key);
    if (level->keys.count == 0) {
        level->keys = map_make(reader->arena);
        for (struct tree *entry = mapping->first; entry; entry = entry->next)
            map_put(&level->keys, entry->key, entry);
    }
    return map_put(&level->keys, node->key, node);
}

/* Puts a finished or opened node under the current one. A repeated key is refused and its node
 * kept out of the tree, but read, so that faults inside it are found too. */
static void place_node(struct reader *reader, struct tree *node) {
    struct level *level = top(reader);
    if (!level) {
        reader->root = node;
        return;
    }
    if (level->node->kind == TREE_MAPPING) {
        node->key = level->key;
        node->key_offset = level->key_span.offset;
        node->key_size = level->key_span.size;
        level->has_key = false;
        const struct tree *first = same_key(reader, level, node);
        if (first) {
            if (!reader->quiet)
                DIAG(reader->diags, DIAG_DUPLICATE_KEY, tree_key_span(node), node->key,
                     str_format(reader->arena, "%zu", span_place(tree_key_span(first)).line));
            reader->ok = false;
            return;
        }
    }
    if (level->last)
        level->last->next = node;
    else
        level->node->first = node;
    level->last = node;
    level->node->count++;
}

static void open_node(struct reader *reader, enum tree_kind kind) {
    struct span span = reader->span;
    struct level *level = top(reader);
    if (level && level->node->kind == TREE_MAPPING && !level->has_key) {
        refuse(reader, DIAG_YAML_PROFILE, span, word_argument(WORD_COMPLEX_KEY));
        level->key = STR("?");
        level->key_span = span;
        level->has_key = true;
    }
    struct tree *node = ARENA_NEW(reader->nodes, struct tree);
    node->kind = kind;
    node->span = span;
    place_node(reader, node);
    reader->levels[reader->depth++] = (struct level){.node = node};
}

static struct span span_between(const struct reader *reader, size_t from, size_t to) {
    return (struct span){reader->source, (uint32_t)from, (uint32_t)(to - from)};
}

/* The entries of a row that was taken out, if the mapping just opened stands for one. */
static void fill_row(struct reader *reader) {
    if (reader->row_count == reader->rows.count ||
        reader->span.offset != reader->rows.braces[reader->row_count])
        return;
    reader->row_count++;
    struct level *level = top(reader);
    size_t at = (size_t)reader->span.offset + 1;
    for (struct row_entry entry = {0}; !entry.last;) {
        row_entry(reader->source->text, &at, &entry);
        level->key_span = span_between(reader, entry.key, entry.key_end);
        level->key = span_text(level->key_span);
        struct tree *node = ARENA_NEW(reader->nodes, struct tree);
        node->kind = TREE_SCALAR;
        node->span = span_between(reader, entry.value, entry.value_end);
        node->text = span_text(node->span);
        place_node(reader, node);
    }
}

/* "So #5 x" without quotes becomes "So": the rest is a comment nobody meant. */
static void warn_lost_text(struct reader *reader, struct span span) {
    struct str text = reader->source->text;
    size_t at = (size_t)span.offset + span.size;
    while (at < text.size && text.data[at] == ' ')
        at++;
    if (at + 1 >= text.size || text.data[at] != '#' || at == (size_t)span.offset + span.size ||
        strchr(" \r\n#", text.data[at + 1]))
        return;
    reader->ok &= !reader->quiet;
    if (!reader->quiet)
        DIAG(reader->diags, DIAG_LOST_AFTER_HASH,
             ((struct span){reader->source, (uint32_t)at, 1}), span_text(span));
}

/* A scalar's text, where it stands in the file if it stands there as it is. */
static struct str text_of(struct reader *reader, struct str raw, bool plain) {
    struct str written = span_text(reader->span);
    if (!plain && written.size > 2)
        written = str_slice(written, 1, written.size - 1);
    return str_equal(written, raw) ? written : str_copy(reader->arena, raw);
}

static void read_scalar(struct reader *reader, const yaml_event_t *event) {
    struct span span = reader->span;
    struct str raw = {(const char *)event->data.scalar.value, event->data.scalar.length};
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (raw.size > LIMIT_SCALAR_BYTES)
        refuse(reader, DIAG_SCALAR_TOO_LARGE, span, STR_EMPTY);
    if (raw.size && memchr(raw.data, 0, raw.size))
        refuse(reader, DIAG_BAD_CHARACTER, span, STR("U+0000"));
    if (!plain && (str_find(raw, STR(TOKEN_OPEN)) != STR_NONE || /* by an escape */
                   str_find(raw, STR(TOKEN_CLOSE)) != STR_NONE))
        refuse(reader, DIAG_BAD_CHARACTER, span, STR("U+E000"));
    struct str text = text_of(reader, raw, plain);
    if (plain)
        warn_lost_text(reader, span);
    struct level *level = top(reader);
    if (level && level->node->kind == TREE_MAPPING && !level->has_key) {
        if (plain && str_equal(text, STR("<<")))
            refuse(reader, DIAG_YAML_PROFILE, span, word_argument(WORD_MERGE_KEY));
        level->key = text;
        level->key_span = span;
        level->has_key = true;
        return;
    }
    struct tree *node = ARENA_NEW(reader->nodes, struct tree);
    node->kind = TREE_SCALAR;
    node->quoted = !plain;
    node->span = span;
    node->text = text;
    place_node(reader, node);
}

static void refuse_properties(struct reader *reader, const yaml_event_t *event) {
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (anchor)
        refuse(reader, DIAG_YAML_PROFILE, reader->span, word_argument(WORD_ANCHOR));
    if (tag)
        refuse(reader, DIAG_YAML_PROFILE, reader->span, word_argument(WORD_TAG));
}

/* false: stop reading */
static bool read_event(struct reader *reader, const yaml_event_t *event) {
    struct span span = reader->span = span_of(reader, event->start_mark, event->end_mark);
    refuse_properties(reader, event);
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (reader->document_count++ == 0)
            return true;
        refuse(reader, DIAG_YAML_PROFILE, span, word_argument(WORD_SECOND_DOCUMENT));
        return false;
    case YAML_ALIAS_EVENT:
        refuse(reader, DIAG_YAML_PROFILE, span, word_argument(WORD_ALIAS));
        return false;
    case YAML_SCALAR_EVENT:
        read_scalar(reader, event);
        return true;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (reader->depth == LIMIT_YAML_DEPTH) {
            refuse(reader, DIAG_YAML_TOO_DEEP, span, STR_EMPTY);
            return false;
        }
        open_node(reader, event->type == YAML_MAPPING_START_EVENT ? TREE_MAPPING : TREE_LIST);
        fill_row(reader);
        return true;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        reader->depth--;
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return event->type != YAML_STREAM_END_EVENT;
}

/* false: a fault, or rows that stood inside of something else */
static bool read_text(struct reader *reader, struct str text) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        DIAG(reader->diags, DIAG_NO_MEMORY, SPAN_NONE, STR("libyaml"));
        return false;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text.data, text.size);
    for (bool more = true; more;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            syntax_error(reader, &parser);
            break;
        }
        more = read_event(reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return reader->ok && reader->row_count == reader->rows.count;
}

struct tree *yaml_read(struct arena *arena, struct arena *nodes, struct diags *diags,
                       struct span part) {
    struct reader whole = {.arena = arena,
                           .nodes = nodes,
                           .diags = diags,
                           .source = part.source,
                           .first_line = span_place(part).line - 1,
                           .cursor = {.line = SIZE_MAX},
                           .ok = true};
    struct reader reader = whole;
    struct arena *scratch = arena_new();
    struct str text = rows_take(scratch, part, &reader.rows);
    reader.quiet = reader.rows.count > 0;
    bool ok = read_text(&reader, text);
    if (!ok && reader.quiet) {
        reader = whole;
        ok = read_text(&reader, span_text(part));
    }
    arena_free(scratch);
    if (!ok)
        return NULL;
    if (!reader.root) {
        reader.root = ARENA_NEW(nodes, struct tree);
        reader.root->kind = TREE_MAPPING;
        reader.root->span = (struct span){part.source, part.offset, 0};
    }
    return reader.root;
}
