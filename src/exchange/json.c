/* Two blanks a level, one member a line, so that two schemas can be compared line by line. */
#include "exchange/json.h"

#include "render/escape.h"

static void next(struct json *json) {
    if (json->started)
        buf_add_char(json->out, ',');
    if (json->flat) {
        if (json->started)
            buf_add_char(json->out, ' ');
    } else if (json->depth) {
        buf_add_char(json->out, '\n');
        for (int i = 0; i < json->depth; i++)
            buf_add(json->out, STR("  "));
    }
    json->started = true;
}

static void key_add(struct json *json, struct str key) {
    next(json);
    escape_json(json->out, key);
    buf_add(json->out, STR(": "));
}

static void enter(struct json *json, char bracket) {
    buf_add_char(json->out, bracket);
    json->depth++;
    json->started = false;
}

void json_open(struct json *json, char bracket) {
    next(json);
    enter(json, bracket);
}

void json_open_named(struct json *json, struct str key, char bracket) {
    key_add(json, key);
    enter(json, bracket);
}

void json_open_at(struct json *json, const char *key, char bracket) {
    json_open_named(json, str_of(key), bracket);
}

void json_open_flat(struct json *json, char bracket) {
    json_open(json, bracket);
    if (!json->flat)
        json->flat = json->depth;
}

void json_open_flat_at(struct json *json, const char *key, char bracket) {
    json_open_at(json, key, bracket);
    if (!json->flat)
        json->flat = json->depth;
}

void json_close(struct json *json, char bracket) {
    bool flat = json->flat != 0;
    if (json->flat == json->depth)
        json->flat = 0;
    json->depth--;
    if (!flat && json->started) {
        buf_add_char(json->out, '\n');
        for (int i = 0; i < json->depth; i++)
            buf_add(json->out, STR("  "));
    }
    buf_add_char(json->out, bracket);
    json->started = true;
}

void json_text(struct json *json, const char *key, struct str text) {
    key_add(json, str_of(key));
    escape_json(json->out, text);
}

void json_raw(struct json *json, const char *key, struct str raw) {
    key_add(json, str_of(key));
    buf_add(json->out, raw);
}

void json_item(struct json *json, struct str text) {
    next(json);
    escape_json(json->out, text);
}

void json_item_raw(struct json *json, struct str raw) {
    next(json);
    buf_add(json->out, raw);
}
