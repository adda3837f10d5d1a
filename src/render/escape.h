/* escape.h: text → bytes that mean just this text in the place they are written to.
 *
 * Every back end writes text through one of these; a bare buf_add is for markup that stands in
 * the program. Input is UTF-8. In HTML and XML a control character other than tab and line feed
 * (in XML also U+FFFE and U+FFFF) becomes U+FFFD. Nothing here fails; the buffer's own limit is
 * asked at the end.
 *
 *     buf_add(out, STR("<td title=\""));
 *     escape_html(out, hint);
 *     buf_add(out, STR("\">"));
 */
#ifndef RENDER_ESCAPE_H
#define RENDER_ESCAPE_H

#include "base/buf.h"

/* HTML: right in text and in quoted attributes; not in script, style, or an unquoted attribute
 */
void escape_html(struct buf *out, struct str text);

/* XML 1.0: right in text and in quoted attributes (where a reader sees a line end as a blank)
 */
void escape_xml(struct buf *out, struct str text);

/* A part of a URL's path or a fragment: everything but letters, digits and - . _ ~ / becomes
 * %XX, so the result is also safe in HTML and XML. */
void escape_url(struct buf *out, struct str text);

/* A JSON string with its quotes (RFC 8259). '<' is written \u003c and the line separators are
 * escaped, so that it may stand in a script element. */
void escape_json(struct buf *out, struct str text);

/* A CSV field (RFC 4180): quoted only when it has to be. The text comes back exactly as it was:
 * a leading '=' is not disarmed. */
void escape_csv(struct buf *out, struct str text);

/* true for http, https, mailto and tel; anything else is a place of this site */
bool link_is_external(struct str target);

/* The address of `target` as it is written in the page at output path `page`, ready for a
 * quoted attribute: seen from "commune/u29/index.html",
 * "indicator/houses/index.html#by-district" is
 * "../../indicator/houses/index.html#by-district". Works from a server and from file://. A
 * scheme that is not external ("javascript:") comes out as a harmless relative path. */
void escape_link(struct buf *out, struct str page, struct str target);

#endif
