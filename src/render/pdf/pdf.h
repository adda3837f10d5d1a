/* pdf.h: reports → PDF files.
 *
 * libharu is used as a writer of PDF objects only: layout, fonts and text are ours (layout.h,
 * font.h). A file is a function of its document: no clock, no identifier but a hash of its
 * content.
 */
#ifndef RENDER_PDF_PDF_H
#define RENDER_PDF_PDF_H

#include "base/diag.h"
#include "font/font.h"
#include "locale/locale.h"
#include "model/doc.h"
#include "model/output.h"

struct pdf_job {
    const struct site *site;
    const struct locale *locale;
    const struct fonts *fonts;
    const struct document_set *documents; /* the reports among them are made */
    const char *producer;                 /* "tonghop 0.1.0" */
};

/* Puts each report at its path and counts it in output->pdf_count. A character that no font has
 * is a diagnostic with its place; the other reports are still made. */
bool render_pdf(struct diags *diags, const struct pdf_job *job, struct output *output);

/* The laid-out reports as text, with letters of half an em: what tests compare. */
void render_pdf_dump(struct arena *arena, const struct pdf_job *job, struct buf *out);

#endif
