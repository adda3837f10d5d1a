/* json.h: JSON written member by member; commas and indentation look after themselves.
 *
 *     struct json json = {.out = &out};
 *     json_open(&json, '{');
 *     json_text(&json, "title", title);
 *     json_open_at(&json, "type", '[');
 *     json_item(&json, STR("string"));
 *     json_close(&json, ']');
 *     json_close(&json, '}');
 */
#ifndef EXCHANGE_JSON_H
#define EXCHANGE_JSON_H

#include "base/buf.h"

struct json {
    struct buf *out;
    int depth;
    int flat;     /* from this depth on all stands on one line; 0: nothing does */
    bool started; /* something stands in the innermost object or list */
};

void json_open(struct json *json, char bracket);
void json_open_at(struct json *json, const char *key, char bracket);
void json_open_named(struct json *json, struct str key, char bracket);
void json_close(struct json *json, char bracket);
/* the same on one line, with all that stands inside */
void json_open_flat(struct json *json, char bracket);
void json_open_flat_at(struct json *json, const char *key, char bracket);

void json_text(struct json *json, const char *key, struct str text);
void json_raw(struct json *json, const char *key, struct str raw); /* number, true, null */
void json_item(struct json *json, struct str text);                /* in a list */
void json_item_raw(struct json *json, struct str raw);

#endif
