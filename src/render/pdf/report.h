/* report.h: one document → the bytes of its file. Needs nothing but what it is given: documents
 * may be made side by side, each with an arena and a list of messages of its own. */
#ifndef RENDER_PDF_REPORT_H
#define RENDER_PDF_REPORT_H

#include "render/pdf/pdf.h"

/* The bytes are in `arena`. false: a message says why. */
bool report_make(struct arena *arena, struct diags *diags, const struct pdf_job *job,
                 const struct document *document, struct str *bytes);

#endif
