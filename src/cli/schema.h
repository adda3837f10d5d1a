/* schema.h: `tonghop schema [TYPE]`. */
#ifndef CLI_SCHEMA_H
#define CLI_SCHEMA_H

#include "base/diag.h"
#include "cli/options.h"

/* The JSON Schema of options->argument, or of all types. false: there is no such type. */
bool schema_print(struct diags *diags, const struct checked *checked,
                  const struct options *options, struct buf *out);

#endif
