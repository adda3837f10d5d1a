/* query.h: the rows of an answer as text (columns between tabs), CSV or JSON. */
#ifndef CLI_QUERY_H
#define CLI_QUERY_H

#include "base/buf.h"
#include "cli/options.h"
#include "store/store.h"

struct query_output {
    struct buf *out;
    enum format format;
    struct str *names; /* JSON: the keys */
    size_t rows;
};

/* Asks, and writes the answer into `out`. false: a diagnostic says why. */
bool query(struct arena *arena, struct diags *diags, const struct pipeline_result *result,
           const struct options *options, struct buf *out);

#endif
