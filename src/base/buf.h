/* buf.h: bytes that grow, in an arena.
 *
 * Writers fail stickily: past `limit` bytes the buffer drops what comes and remembers it, so a
 * writer asks once, at the end (buf_ok). The text may be read as buf_str at any time; it is
 * valid until the next write.
 *
 *     struct buf buf = buf_make(arena);
 *     buf_add(&buf, STR("xã "));
 *     buf_number(&buf, 56);
 *     if (!buf_ok(&buf)) …
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/str.h"

struct buf {
    struct arena *arena;
    char *data;
    size_t size, capacity, limit;
    bool failed;
};

struct buf buf_make(struct arena *arena); /* limit: LIMIT_BUFFER_BYTES */
void buf_add(struct buf *buf, struct str s);
void buf_add_char(struct buf *buf, char c);
void buf_add_code_point(struct buf *buf, uint32_t code); /* as UTF-8 */
void buf_number(struct buf *buf, int64_t number);        /* plain decimal digits */
void buf_format(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_clear(struct buf *buf); /* empties, keeps the memory */
bool buf_ok(const struct buf *buf);
struct str buf_str(const struct buf *buf);

#endif
