/* internal.h: what the files of the JSON Schema share. */
#ifndef EXCHANGE_INTERNAL_H
#define EXCHANGE_INTERNAL_H

#include "exchange/json.h"
#include "exchange/json_schema.h"

struct writer {
    struct json json;
    const struct checked *checked;
    enum diag_language language;
    struct arena *arena; /* of what is written */
    struct map readings; /* of the names of one choice: a number goes with one of them */
};

static inline struct json *in(struct writer *writer) {
    return &writer->json;
}

/* A code or id in each way that an editor may see it: 1 without quotes is a number to it. The
 * caller makes writer->readings anew before the first of a choice. */
void json_schema_choice(struct writer *writer, struct str name, struct str title,
                        struct str description);
/* in the field's units, as it is written in a record */
struct str json_schema_number(struct writer *writer, const struct field *field, int64_t number);
/* what the field may be when it is something: one or more members of an open list */
void json_schema_value(struct writer *writer, const struct field *field);
/* the members of an object that is open already */
void json_schema_record(struct writer *writer, const struct record_type *type, bool with_id);

/* --- texts (json_text.c) */

/* What a parser of YAML 1.2 (core schema) makes of a plain scalar that it does not take for a
 * text, as JSON: 1 for 01, 255 for 0xff. Empty: it is a text, or nothing. */
struct str yaml_reading(struct arena *arena, struct str text);

/* The pattern as ECMA-262 reads it with the flag u, where a backslash before most signs is an
 * error; \d is the ten digits everywhere. */
void regex_portable(struct buf *out, struct str pattern);
/* a text that stands for itself in a regular expression */
void regex_literal(struct buf *out, struct str text);

#endif
