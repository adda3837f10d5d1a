/* json_schema.h: what a record file may hold, as JSON Schema 2020-12, for editors that complete
 * and check a file while it is typed.
 *
 * An editor reads YAML by its own rules before it looks at the schema: 60000000 is a number to
 * it, `60 triệu` a text, an empty value null. The schema speaks of what it then sees, and is no
 * stricter than the program; what JSON Schema cannot say
 * (uniqueness across files, rules, 7.120 meant as thousands) remains for `tonghop check`.
 */
#ifndef EXCHANGE_JSON_SCHEMA_H
#define EXCHANGE_JSON_SCHEMA_H

#include "base/words.h"
#include "model/checked.h"

enum json_schema_form {
    JSON_SCHEMA_RECORD, /* one record a file */
    JSON_SCHEMA_LIST    /* a file that holds a list of records */
};

/* `language` is that of the few sentences which the schema's own texts do not give. */
void json_schema_of_type(const struct checked *checked, const struct record_type *type,
                         enum json_schema_form form, enum diag_language language,
                         struct buf *out);

/* all types: $defs/TYPE, $defs/TYPE.list and $defs/TYPE.ids */
void json_schema_of_all(const struct checked *checked, enum diag_language language,
                        struct buf *out);

#endif
