/* template.h: Mustache: a text with tags, and a way to look names up, give bytes.
 *
 * The Mustache specification: variables, sections, inverted sections, comments, partials with
 * indentation, set delimiters, dotted names, dynamic names ({{>*name}}), and inheritance
 * ({{<layout}}
 * {{$block}}…{{/block}}{{/layout}}), of which one part is left out: a block that stands alone
 * on its lines is not re-indented to the place where the parent has it. Knows no records:
 * values come from a context of callbacks, or from a ready-made tree (view.h).
 *
 * Two modes. TEMPLATE_SPECIFICATION does what the specification says. TEMPLATE_STRICT is for
 * publishing, where a misspelt name must not print nothing and an inner scope must not borrow
 * an outer value unasked:
 *   - a name is looked up in the innermost object only; {{name}} that is not there is an error
 * at its line and column (the optional ones are there, and empty). The root is reached by
 * `@root.`:
 *     {{@root.site.title}};
 *   - {{{x}}} and {{&x}} take TEMPLATE_MARKUP only (bytes made by our own escaping writers),
 * {{x}} takes anything but that;
 *   - a partial or parent that does not exist is an error.
 * A parsed template is read-only: threads may share it.
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/buf.h"
#include "base/diag.h"

enum template_mode { TEMPLATE_STRICT, TEMPLATE_SPECIFICATION };

enum template_kind {
    TEMPLATE_ABSENT, /* no such name */
    TEMPLATE_FALSE,  /* known, and empty: an optional value without content */
    TEMPLATE_TRUE,
    TEMPLATE_TEXT,   /* is escaped when printed; as a section: true unless empty */
    TEMPLATE_MARKUP, /* printed as it is, by {{{ }}} only */
    TEMPLATE_LIST,   /* a section repeats for its `count` items */
    TEMPLATE_OBJECT  /* has members; a section enters it */
};

struct template_value {
    enum template_kind kind;
    struct str text;    /* TEXT, MARKUP; OBJECT: what {{.}} prints, may be empty */
    size_t count;       /* LIST */
    const void *object; /* for the callbacks: whatever identifies a LIST or OBJECT */
    int64_t number;     /* likewise */
};

/* Where rendered bytes come from: a stretch of them is a copy of the template's text, byte for
 * byte, or stands for one tag. */
struct template_piece {
    size_t at; /* its first byte in the output; it ends where the next begins */
    struct span span;
    bool copied;
};

struct template_trail { /* pieces in the order of the output */
    struct template_piece *items;
    size_t count, capacity;
};

/* The place in the template of a byte of the output: of the byte itself in a copied stretch
 * (with a size of 0), else the tag. Without a piece there: no place. */
struct span template_trail_place(const struct template_trail *trail, size_t at);

struct template_context {
    void *user;
    struct template_value root;
    /* The member `name` (one step, without dots) of an OBJECT. `tag` is the place of the whole
     * tag in the template, for callbacks that keep positions. */
    struct template_value (*member)(void *user, struct template_value object, struct str name,
                                    struct span tag);
    struct template_value (*item)(void *user, struct template_value list, size_t index);
    /* NULL: text is written as it is */
    void (*escape)(struct buf *out, struct str text);
    struct template_trail *trail; /* NULL: not kept; grows in the arena of the output */
};

struct template;

/* Parses; NULL when a diagnostic says why not (unclosed section, stray end, depth …): all
 * faults of the text are reported, not the first. The source must outlive the template. */
struct template *template_parse(struct arena *arena, struct diags *diags,
                                const struct source *source, enum template_mode mode);
/* The same for a text that stands in a file at `span`. Where it stands there as it is, also
 * between quotes, each tag has its own place, else that of the whole. */
struct template *template_parse_part(struct arena *arena, struct diags *diags, struct str text,
                                     struct span span, enum template_mode mode);

struct template_set; /* templates by name, so that partials and parents find each other */

struct template_set *template_set_new(struct arena *arena);
/* false: a template of that name is there already, which then stays */
bool template_set_add(struct template_set *set, struct str name, const struct template *parsed);
const struct template *template_set_get(const struct template_set *set, struct str name);

/* Renders into `out`. `scratch` is used while rendering. false: a diagnostic with the tag's
 * place says why; `out` is then unfinished. `set` may be NULL when there are no partials. */
bool template_render(struct arena *scratch, struct diags *diags, const struct template *parsed,
                     const struct template_set *set, const struct template_context *context,
                     struct buf *out);

/* < > & " ' as HTML 5 entities: right in text and in quoted attributes */
void template_escape_html(struct buf *out, struct str text);

#endif
