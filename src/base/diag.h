/* diag.h: what the program has to say about its input, and about the world.
 *
 * Any part adds; nobody prints until the end of a stage; then all are sorted by place and shown
 * with the source line and a caret. A function that returns false has added at least one here.
 * Texts live in one table (diag_ids.h), in each language; arguments are put in at {0} … {4}.
 *
 *     DIAG(diags, DIAG_BAD_INTEGER, value->span, field->label, value->text);
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdio.h>

#include "base/source.h"
#include "base/words.h"

enum diag_severity {
    DIAG_NOTE, /* worth knowing */
    DIAG_WARNING,
    DIAG_ERROR,  /* the content is wrong: exit status 1 */
    DIAG_FAILURE /* the outside world failed: exit status 3 */
};

enum diag_id {
#define DIAG_ROW(id, name, severity, english, english_mend, vietnamese, vietnamese_mend)       \
    DIAG_##id,
#include "base/diag_ids.h"
#undef DIAG_ROW
    DIAG_ID_COUNT
};

enum { DIAG_ARGUMENTS_MOST = 5 };

struct diags;

struct diags *diags_new(struct arena *arena);

/* Arguments are copied. `context` says in which record the place is; it may be empty. */
void diag_add(struct diags *diags, enum diag_id id, struct span span, struct str context,
              const struct str *arguments, size_t count);

#define DIAG(diags, id, span, ...) DIAG_IN(diags, id, span, STR_EMPTY, __VA_ARGS__)
#define DIAG_IN(diags, id, span, context, ...)                                                 \
    diag_add((diags), (id), (span), (context), (const struct str[]){__VA_ARGS__},              \
             sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* for messages about the program's surroundings, which have no place */
#define SPAN_NONE ((struct span){0})

/* Adds all that `from` has said, in its order. */
void diags_append(struct diags *diags, const struct diags *from);

size_t diags_errors(const struct diags *diags); /* errors and failures together */
size_t diags_warnings(const struct diags *diags);
bool diags_has(const struct diags *diags, enum diag_id id);

size_t diags_notes(const struct diags *diags);

/* 0 no error, 1 the content has errors, 3 the outside world failed */
int diags_exit_status(const struct diags *diags);

/* One message in words, for programs that read it (cli/report.h). */
struct diag_view {
    enum diag_id id;
    enum diag_severity severity;
    struct str message, mend, context; /* mend and context may be empty */
    struct span span;
};

size_t diags_count(const struct diags *diags);
/* the message at `index` in the order of files and places; in `arena` */
struct diag_view diags_view(struct arena *arena, struct diags *diags, size_t index,
                            enum diag_language language);

/* What the table says of an id: its public name, and the texts with {0} in them. */
const char *diag_name(enum diag_id id);
enum diag_severity diag_severity_of(enum diag_id id);
const char *diag_pattern(enum diag_id id, enum diag_language language);
const char *diag_mend_pattern(enum diag_id id, enum diag_language language);

/* Writes all, sorted by file and place, at most LIMIT_DIAGNOSTICS_SHOWN, then how many were
 * left out; what is less severe than `least` is not. What was shown is not shown again by the
 * next call. */
void diags_print(struct diags *diags, FILE *stream, enum diag_language language,
                 enum diag_severity least);

#endif
