/* One walk over the lines: definitions are taken out, marks become tokens. What is in a fence
 * is passed over; marks in other code become tokens too, and text again when the code is read
 * (inline.c). */
#include "compose/notes.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/pipes.h"

static bool name_end(char c) {
    return c == ']' || c == '[' || c == '^' || c == ' ' || c == '\t' || c == '`';
}

/* "[^name]" at the start of a text: its name, or nothing */
static struct str mark_name(struct str text) {
    size_t end = 2;
    if (!str_starts(text, STR("[^")))
        return STR_EMPTY;
    while (end < text.size && !name_end(text.data[end]))
        end++;
    return end < text.size && text.data[end] == ']' ? str_slice(text, 2, end) : STR_EMPTY;
}

/* "[^name]: …": what follows the colon */
static bool is_definition(struct str line, struct str *name, struct str *text) {
    *name = mark_name(line);
    struct str behind = str_from(line, name->size + 3);
    if (name->size == 0 || !str_starts(behind, STR(":")))
        return false;
    *text = str_trim(str_from(behind, 1));
    return true;
}

/* where the file says it for the nth time, or the last: the mark, or with `colon` its
 * definition */
static struct span mark_span(const struct scope *scope, struct str name, bool colon,
                             size_t nth) {
    const struct source *file = scope->page->text;
    struct str mark =
        str_format(scope->composer->arena, "[^%.*s]%s", STR_ARG(name), colon ? ":" : "");
    struct span span = {file, 0, 0};
    for (size_t at = 0;;) {
        size_t found = str_find(str_from(file->text, at), mark);
        if (found == STR_NONE)
            return span;
        at += found;
        bool defines = str_starts(str_from(file->text, at + name.size + 3), STR(":")) &&
                       (at == 0 || file->text.data[at - 1] == '\n');
        if (defines == colon)
            span = (struct span){file, (uint32_t)at, (uint32_t)(name.size + 3)};
        if (defines == colon && nth-- == 0)
            return span;
        at += mark.size;
    }
}

static struct note *note_named(const struct notes *notes, struct str name) {
    for (size_t i = 0; i < notes->count; i++)
        if (str_equal(notes->items[i].name, name))
            return &notes->items[i];
    return NULL;
}

struct note_walk {
    struct scope *scope;
    struct notes *notes;
    struct buf out;
    struct note *open; /* the definition whose lines go on */
    bool ok;
};

static void add_marks(struct note_walk *walk, struct str line, struct buf *out) {
    struct arena *arena = walk->scope->composer->arena;
    struct notes *notes = walk->notes;
    for (size_t at = 0; at < line.size; at++) {
        struct str name = mark_name(str_from(line, at));
        if (name.size == 0 || (at > 0 && line.data[at - 1] == '\\')) {
            buf_add_char(out, line.data[at]);
            continue;
        }
        buf_format(out, "%sn%zu%s", TOKEN_OPEN, notes->mark_count, TOKEN_CLOSE);
        notes->marks =
            ARENA_PUSH(arena, notes->marks, notes->mark_count, &notes->mark_capacity);
        notes->marks[notes->mark_count++] = name;
        at += name.size + 2;
    }
}

/* the text of a definition and one more line; a mark in it is reported when it is read */
static struct str with_marks(struct note_walk *walk, struct str text, struct str line) {
    struct buf out = buf_make(walk->scope->composer->arena);
    buf_format(&out, "%.*s%s", STR_ARG(text), text.size ? " " : "");
    add_marks(walk, line, &out);
    return buf_str(&out);
}

static void open_definition(struct note_walk *walk, struct str line, struct str name,
                            struct str text) {
    struct composer *composer = walk->scope->composer;
    struct notes *notes = walk->notes;
    bool repeated = note_named(notes, name) != NULL;
    if (repeated) {
        DIAG(composer->diags, DIAG_NOTE_REPEATED, mark_span(walk->scope, name, true, 1), name);
        walk->ok = false;
    }
    notes->items = ARENA_PUSH(composer->arena, notes->items, notes->count, &notes->capacity);
    notes->items[notes->count] = (struct note){.name = name,
                                               .line = line,
                                               .text = with_marks(walk, STR_EMPTY, text),
                                               .used = repeated};
    walk->open = &notes->items[notes->count++];
}

/* a line outside fences */
static void take_line(struct note_walk *walk, struct str line) {
    struct str name, text;
    if (is_definition(line, &name, &text)) {
        open_definition(walk, line, name, text);
    } else if (walk->open && str_trim(line).size) {
        walk->open->text = with_marks(walk, walk->open->text, str_trim(line));
    } else {
        walk->open = NULL;
        add_marks(walk, line, &walk->out);
    }
}

bool notes_find(struct scope *scope, struct str text, struct notes *notes) {
    struct arena *arena = scope->composer->arena;
    *notes = (struct notes){.text = text};
    if (str_find(text, STR("[^")) == STR_NONE)
        return true;
    struct note_walk walk = {
        .scope = scope, .notes = notes, .out = buf_make(arena), .ok = true};
    struct str rest = text, line, fence = STR_EMPTY;
    for (bool more = true; more;) {
        more = str_cut(&rest, '\n', &line);
        bool inside = fence.size > 0;
        if (inside || fence_of(line)) {
            bool closes =
                inside && fence_of(line) >= fence_of(fence) && line.data[0] == fence.data[0];
            fence = closes ? STR_EMPTY : inside ? fence : line;
            walk.open = NULL;
            buf_add(&walk.out, line);
        } else {
            take_line(&walk, line);
        }
        if (more)
            buf_add_char(&walk.out, '\n');
    }
    notes->text = buf_str(&walk.out);
    return walk.ok;
}

static bool inside(const struct doc_node *node, enum doc_kind kind) {
    for (; node; node = node->parent)
        if (node->kind == kind)
            return true;
    return false;
}

void note_add(struct scope *scope, struct doc_node *parent, size_t mark) {
    struct composer *composer = scope->composer;
    struct str name = scope->notes->marks[mark];
    struct note *note = note_named(scope->notes, name);
    if (inside(parent, DOC_LINK) || inside(parent, DOC_NOTE)) {
        DIAG(composer->diags, DIAG_NOTE_INSIDE, mark_span(scope, name, false, 0), name);
        if (note)
            note->used = true;
        return;
    }
    if (!note) {
        struct map names = map_make(composer->arena);
        for (size_t i = 0; i < scope->notes->count; i++)
            map_put(&names, scope->notes->items[i].name, scope);
        DIAG(composer->diags, DIAG_NOTE_UNKNOWN, mark_span(scope, name, false, 0), name,
             map_nearest(&names, name));
        return;
    }
    if (note->used) {
        DIAG(composer->diags, DIAG_NOTE_TWICE, mark_span(scope, name, false, 1), name);
        return;
    }
    note->used = true;
    if (note->node)
        doc_append(parent, note->node);
}

bool notes_finish(struct scope *scope, const struct notes *notes) {
    bool ok = true;
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = &notes->items[i];
        if (note->used)
            continue;
        DIAG(scope->composer->diags, DIAG_NOTE_UNUSED, mark_span(scope, note->name, true, 0),
             note->name);
        ok = false;
    }
    return ok;
}
