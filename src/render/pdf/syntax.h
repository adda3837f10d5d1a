/* syntax.h: numbers, strings and references as PDF writes them (ISO 32000-1, 7.3).
 *
 * Everything is written with integers: the same bytes on every machine. Text from content
 * reaches a file through put_text or put_address only, which can write any of it.
 *
 *     buf_add(out, STR("/Title"));
 *     put_text(out, title);
 */
#ifndef RENDER_PDF_SYNTAX_H
#define RENDER_PDF_SYNTAX_H

#include "base/buf.h"
#include "base/date.h"

void put_length(struct buf *out, int64_t mpt);   /* thousandths, as a decimal number */
void put_reference(struct buf *out, int number); /* "12 0 R" */

/* A text string: of ASCII as it is, else UTF-16 with its mark. Longer than a string may be
 * (LIMIT_PDF_STRING), it ends with an ellipsis. */
void put_text(struct buf *out, struct str text);

/* An address: what ASCII cannot say in it becomes %XX. */
void put_address(struct buf *out, struct str address);

void put_date(struct buf *out, struct date date); /* (D:20190522000000Z) */

/* a place on a page, "[7 0 R/XYZ null 800 null]": its top edge in thousandths from below */
void put_place(struct buf *out, int page, int64_t top);

#endif
