/* internal.h: what the two files of the JSON Schema share. */
#ifndef EXCHANGE_INTERNAL_H
#define EXCHANGE_INTERNAL_H

#include "exchange/json.h"
#include "exchange/json_schema.h"

struct writer {
    struct json json;
    const struct checked *checked;
    enum diag_language language;
    struct arena *arena; /* of what is written */
};

static inline struct json *in(struct writer *writer) {
    return &writer->json;
}

/* A code or id in each way that an editor may see it: 1 without quotes is a number to it. */
void json_schema_choice(struct writer *writer, struct str name, struct str title,
                        struct str description);
/* in the field's units, as it is written in a record */
struct str json_schema_number(struct writer *writer, const struct field *field, int64_t number);
/* what the field may be when it is something: one or more members of an open list */
void json_schema_value(struct writer *writer, const struct field *field);
/* the members of an object that is open already */
void json_schema_record(struct writer *writer, const struct record_type *type, bool with_id);

#endif
