/* audit.h: the numbers of a finished article, judged and printed. */
#ifndef CLI_AUDIT_H
#define CLI_AUDIT_H

#include "base/buf.h"
#include "cli/options.h"

/* Reads options->argument, writes its numbers into `out`. `wrong` counts those that are, or are
 * told otherwise elsewhere. false:
 * the file cannot be read, and a diagnostic says why. */
bool audit(struct arena *arena, struct diags *diags, const struct pipeline_result *result,
           const struct options *options, struct buf *out, size_t *wrong);

#endif
