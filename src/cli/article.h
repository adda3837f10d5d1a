/* article.h: a finished article of any form → its text. */
#ifndef CLI_ARTICLE_H
#define CLI_ARTICLE_H

#include "audit/audit.h"
#include "base/diag.h"

/* By the ending of its name: .md, .html, .htm; .docx (a line a paragraph); .pdf (through
 * pdftotext); anything else is plain text. NULL: a diagnostic says why. */
const struct source *article_read(struct arena *arena, struct diags *diags, const char *path,
                                  enum audit_form *form);

#endif
