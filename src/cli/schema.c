/* Which type, and in which form. */
#include "cli/schema.h"

#include "exchange/json_schema.h"

bool schema_print(struct diags *diags, const struct checked *checked,
                  const struct options *options, struct buf *out) {
    struct str name = str_of(options->argument);
    if (name.size == 0) {
        json_schema_of_all(checked, options->language, out);
        return true;
    }
    const struct record_type *type = map_get(&checked->schema.by_name, name);
    if (!type || type->parent) {
        DIAG(diags, DIAG_UNKNOWN_RECORD_TYPE, SPAN_NONE, name,
             map_nearest(&checked->schema.by_name, name));
        return false;
    }
    json_schema_of_type(checked, type, options->list ? JSON_SCHEMA_LIST : JSON_SCHEMA_RECORD,
                        options->language, out);
    return true;
}
