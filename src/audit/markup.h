/* markup.h: the text of an article without its markup: byte for byte, so that places stay.
 *
 * What is not text becomes blanks or one of the marks. Code, quotations of Markdown, scripts,
 * and front matter but its title and description are left out.
 */
#ifndef AUDIT_MARKUP_H
#define AUDIT_MARKUP_H

#include "audit/audit.h"

enum mark {
    MARK_TABLE = 0x19, /* a table begins or ends */
    MARK_JOIN = 0x1A,  /* nothing: "1<b>4</b>" is 14 */
    MARK_ROW = 0x1C,   /* a row of a table ends */
    MARK_CELL = 0x1D,  /* a cell of a table ends */
    MARK_END = 0x1E,   /* an end that a sentence does not pass */
    MARK_VALUE = 0x1F  /* a computed value stands here */
};

/* as many bytes as `text` */
struct str markup_blank(struct arena *arena, struct str text, enum audit_form form);

/* --- its parts */
/* the bytes but for the ends of lines */
void markup_fill(char *out, size_t from, size_t to, char with);
/* where `what` stands from there on, else the end of the text */
size_t markup_find(struct str text, size_t from, struct str what);
void markup_html(struct arena *arena, char *out, struct str text);
/* decodes the entity that begins at `at`, fills up with MARK_JOIN; bytes looked at, at least 1
 */
size_t entity_decode(char *out, struct str text, size_t at);
void markup_blocks(char *out, struct str text); /* of Markdown: front matter, code, tables */
void markup_spans(char *out, struct str text);  /* within its lines; `text` is `out` */

#endif
