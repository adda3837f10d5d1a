/* Messages are kept as id and arguments and put into words only when they are shown. */
#include "base/diag.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "base/limits.h"

struct diag {
    enum diag_id id;
    struct span span;
    struct str context;
    struct str arguments[DIAG_ARGUMENTS_MOST];
    size_t argument_count;
    size_t order; /* of arrival: keeps equal places stable */
};

struct diags {
    struct arena *arena;
    struct diag *items;
    size_t count, capacity, shown;
    size_t by_severity[DIAG_FAILURE + 1];
};

static const struct {
    const char *name;
    enum diag_severity severity;
    const char *text[2], *mend[2]; /* by diag_language */
} MESSAGES[DIAG_ID_COUNT] = {
#define DIAG_ROW(id, name, severity, english, english_mend, vietnamese, vietnamese_mend)       \
    {name, DIAG_##severity, {english, vietnamese}, {english_mend, vietnamese_mend}},
#include "base/diag_ids.h"
#undef DIAG_ROW
};

struct diags *diags_new(struct arena *arena) {
    struct diags *diags = ARENA_NEW(arena, struct diags);
    diags->arena = arena;
    return diags;
}

void diag_add(struct diags *diags, enum diag_id id, struct span span, struct str context,
              const struct str *arguments, size_t count) {
    ASSERT(count <= DIAG_ARGUMENTS_MOST);
    diags->items = ARENA_PUSH(diags->arena, diags->items, diags->count, &diags->capacity);
    struct diag *diag = &diags->items[diags->count];
    *diag = (struct diag){.id = id,
                          .span = span,
                          .context = str_copy(diags->arena, context),
                          .argument_count = count,
                          .order = diags->count};
    for (size_t i = 0; i < count; i++)
        diag->arguments[i] = str_copy(diags->arena, arguments[i]);
    diags->count++;
    diags->by_severity[MESSAGES[id].severity]++;
}

void diags_append(struct diags *diags, const struct diags *from) {
    for (size_t i = 0; i < from->count; i++) {
        const struct diag *diag = &from->items[i];
        diag_add(diags, diag->id, diag->span, diag->context, diag->arguments,
                 diag->argument_count);
    }
}

size_t diags_errors(const struct diags *diags) {
    return diags->by_severity[DIAG_ERROR] + diags->by_severity[DIAG_FAILURE];
}

size_t diags_warnings(const struct diags *diags) {
    return diags->by_severity[DIAG_WARNING];
}

bool diags_has(const struct diags *diags, enum diag_id id) {
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].id == id)
            return true;
    return false;
}

int diags_exit_status(const struct diags *diags) {
    if (diags->by_severity[DIAG_FAILURE])
        return 3;
    return diags->by_severity[DIAG_ERROR] ? 1 : 0;
}

static int by_place(const void *left, const void *right) {
    const struct diag *a = left, *b = right;
    struct str a_path = a->span.source ? a->span.source->path : STR_EMPTY;
    struct str b_path = b->span.source ? b->span.source->path : STR_EMPTY;
    int order = str_compare(a_path, b_path);
    if (order)
        return order;
    if (a->span.offset != b->span.offset)
        return a->span.offset < b->span.offset ? -1 : 1;
    return a->order < b->order ? -1 : 1;
}

static void add_text(struct buf *out, const char *pattern, const struct diag *diag,
                     enum diag_language language) {
    words_fill(out, pattern, language, diag->arguments, diag->argument_count);
}

/* without the blanks that an empty last argument leaves: there is nothing near */
static void add_mend(struct buf *out, const struct diag *diag, enum diag_language language) {
    add_text(out, MESSAGES[diag->id].mend[language], diag, language);
    while (out->size && out->data[out->size - 1] == ' ')
        out->size--;
}

/* A part of a line, control characters blank and bytes that are no text replaced: they would
 * spoil the terminal; what is cut off is shown by an ellipsis. */
static void add_line(struct buf *out, struct str line, size_t from, size_t to) {
    size_t column = 1;
    buf_add(out, from > 1 ? STR("…") : STR_EMPTY);
    for (size_t at = 0; at < line.size && column < to; column++) {
        size_t start = at;
        uint32_t code = str_next(line, &at);
        if (column < from)
            continue;
        if (code < 0x20 || code == 0x7F)
            buf_add_char(out, ' ');
        else if (code == 0xFFFD)
            buf_add(out, STR("\xEF\xBF\xBD"));
        else
            buf_add(out, str_slice(line, start, at));
    }
    buf_add(out, str_code_points(line) >= to ? STR("…") : STR_EMPTY);
}

static void add_caret(struct buf *out, const struct diag *diag, struct place place) {
    struct str line = source_line(diag->span.source, place.line);
    size_t half = LIMIT_LINE_SHOWN / 2;
    size_t from = place.column > half ? place.column - half : 1;
    bool whole = str_code_points(line) <= LIMIT_LINE_SHOWN;
    if (whole)
        from = 1;
    size_t to = whole ? SIZE_MAX : from + LIMIT_LINE_SHOWN;
    buf_format(out, "%6zu | ", place.line);
    add_line(out, line, from, to);
    struct str marked = span_text(diag->span);
    marked = str_slice(marked, 0, str_find_char(marked, '\n'));
    size_t caret_size = str_code_points(marked);
    buf_add(out, from > 1 ? STR("\n       |  ") : STR("\n       | "));
    for (size_t column = from; column < place.column; column++)
        buf_add_char(out, ' ');
    buf_add_char(out, '^');
    for (size_t i = 1; i < caret_size && place.column + i < to; i++)
        buf_add_char(out, '~');
    buf_add_char(out, '\n');
}

static const enum word SEVERITY[] = {WORD_NOTE, WORD_WARNING, WORD_ERROR, WORD_FAILURE};

static void add_diag(struct buf *out, const struct diag *diag, enum diag_language language) {
    struct place place = span_place(diag->span);
    if (diag->span.source) {
        buf_add(out, diag->span.source->path);
        buf_format(out, ":%zu:%zu: ", place.line, place.column);
    } else {
        buf_add(out, STR("tonghop: "));
    }
    buf_format(out, "%s: ", word_text(SEVERITY[MESSAGES[diag->id].severity], language));
    add_text(out, MESSAGES[diag->id].text[language], diag, language);
    if (MESSAGES[diag->id].mend[language][0]) {
        buf_add(out, STR(": "));
        add_mend(out, diag, language);
    }
    buf_format(out, " [%s]\n", MESSAGES[diag->id].name);
    if (diag->span.source)
        add_caret(out, diag, place);
    if (diag->context.size) {
        buf_format(out, "       = %s ", word_text(WORD_INSIDE, language));
        words_fill(out, "{0}", language, &diag->context, 1);
        buf_add_char(out, '\n');
    }
}

static void sort_from(struct diags *diags, size_t first) {
    if (diags->count > first)
        qsort(diags->items + first, diags->count - first, sizeof *diags->items, by_place);
}

void diags_print(struct diags *diags, FILE *stream, enum diag_language language,
                 enum diag_severity least) {
    struct arena *scratch = arena_new();
    struct buf out = buf_make(scratch);
    size_t count = 0, shown = 0;
    sort_from(diags, diags->shown);
    for (size_t i = diags->shown; i < diags->count; i++) {
        if (MESSAGES[diags->items[i].id].severity < least)
            continue;
        if (count++ < LIMIT_DIAGNOSTICS_SHOWN) {
            add_diag(&out, &diags->items[i], language);
            shown++;
        }
    }
    if (count > shown) {
        WORDS(&out, language, WORD_AND_MORE, str_format(scratch, "%zu", count - shown));
        buf_add_char(&out, '\n');
    }
    diags->shown = diags->count;
    if (out.size)
        fwrite(out.data, 1, out.size, stream);
    arena_free(scratch);
}

size_t diags_notes(const struct diags *diags) {
    return diags->by_severity[DIAG_NOTE];
}

size_t diags_count(const struct diags *diags) {
    return diags->count;
}

struct diag_view diags_view(struct arena *arena, struct diags *diags, size_t index,
                            enum diag_language language) {
    ASSERT(index < diags->count);
    if (index == 0)
        sort_from(diags, 0);
    const struct diag *diag = &diags->items[index];
    struct buf message = buf_make(arena), mend = buf_make(arena);
    add_text(&message, MESSAGES[diag->id].text[language], diag, language);
    add_mend(&mend, diag, language);
    return (struct diag_view){diag->id,          MESSAGES[diag->id].severity,
                              buf_str(&message), buf_str(&mend),
                              diag->context,     diag->span};
}

const char *diag_name(enum diag_id id) {
    return MESSAGES[id].name;
}

enum diag_severity diag_severity_of(enum diag_id id) {
    return MESSAGES[id].severity;
}

const char *diag_pattern(enum diag_id id, enum diag_language language) {
    return MESSAGES[id].text[language];
}

const char *diag_mend_pattern(enum diag_id id, enum diag_language language) {
    return MESSAGES[id].mend[language];
}
