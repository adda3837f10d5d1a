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

/* An argument is text of a file: control characters must not reach a terminal. */
static void add_visible(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < 0x20 || c == 0x7F)
            buf_format(out, "\\x%02X", c);
        else
            buf_add_char(out, text.data[i]);
    }
}

static void add_text(struct buf *out, const char *pattern, const struct diag *diag) {
    for (const char *p = pattern; *p; p++) {
        bool place = p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}';
        if (!place) {
            buf_add_char(out, *p);
            continue;
        }
        size_t index = (size_t)(p[1] - '0');
        ASSERT(index < diag->argument_count);
        add_visible(out, diag->arguments[index]);
        p += 2;
    }
}

static void add_caret(struct buf *out, const struct diag *diag, struct place place) {
    struct str line = source_line(diag->span.source, place.line);
    if (str_invalid_utf8(line) != STR_NONE)
        return; /* the bytes would spoil the terminal; the place is named above */
    buf_format(out, "%6zu | ", place.line);
    size_t column = 1, caret_size = 0;
    for (size_t at = 0; at < line.size;) {
        size_t from = at;
        uint32_t code = str_next(line, &at);
        if (code < 0x20 || code == 0x7F)
            buf_add_char(out, ' ');
        else
            buf_add(out, str_slice(line, from, at));
    }
    struct str marked = span_text(diag->span);
    marked = str_slice(marked, 0, str_find_char(marked, '\n'));
    caret_size = str_code_points(marked);
    buf_add(out, STR("\n       | "));
    for (; column < place.column; column++)
        buf_add_char(out, ' ');
    buf_add_char(out, '^');
    for (size_t i = 1; i < caret_size; i++)
        buf_add_char(out, '~');
    buf_add_char(out, '\n');
}

static void add_diag(struct buf *out, const struct diag *diag, enum diag_language language) {
    static const char *const SEVERITY[2][4] = {{"note", "warning", "error", "failure"},
                                               {"ghi chú", "lưu ý", "lỗi", "sự cố"}};
    static const char *const INSIDE[2] = {"in", "ở"};
    struct place place = span_place(diag->span);
    if (diag->span.source) {
        buf_add(out, diag->span.source->path);
        buf_format(out, ":%zu:%zu: ", place.line, place.column);
    } else {
        buf_add(out, STR("tonghop: "));
    }
    buf_format(out, "%s: ", SEVERITY[language][MESSAGES[diag->id].severity]);
    add_text(out, MESSAGES[diag->id].text[language], diag);
    if (MESSAGES[diag->id].mend[language][0]) {
        buf_add(out, STR(": "));
        add_text(out, MESSAGES[diag->id].mend[language], diag);
        while (out->size && out->data[out->size - 1] == ' ')
            out->size--; /* a mend whose last argument is empty: there is nothing near */
    }
    buf_format(out, " [%s]\n", MESSAGES[diag->id].name);
    if (diag->span.source)
        add_caret(out, diag, place);
    if (diag->context.size) {
        buf_format(out, "       = %s ", INSIDE[language]);
        add_visible(out, diag->context);
        buf_add_char(out, '\n');
    }
}

void diags_print(struct diags *diags, FILE *stream, enum diag_language language) {
    struct arena *scratch = arena_new();
    struct buf out = buf_make(scratch);
    size_t fresh = diags->count - diags->shown;
    if (fresh)
        qsort(diags->items + diags->shown, fresh, sizeof *diags->items, by_place);
    size_t shown = fresh < LIMIT_DIAGNOSTICS_SHOWN ? fresh : LIMIT_DIAGNOSTICS_SHOWN;
    for (size_t i = 0; i < shown; i++)
        add_diag(&out, &diags->items[diags->shown + i], language);
    if (fresh > shown)
        buf_format(&out, language == DIAG_ENGLISH ? "… and %zu more\n" : "… và %zu điều nữa\n",
                   fresh - shown);
    diags->shown = diags->count;
    if (out.size)
        fwrite(out.data, 1, out.size, stream);
    arena_free(scratch);
}
