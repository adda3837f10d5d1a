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

struct pdf_attachment { /* a file of records, CSV; its fields are those of the build's audience
                         */
    struct str name;    /* ASCII: "commune.csv" */
    struct str bytes;
};

struct pdf_job {
    const struct site *site;
    const struct locale *locale;
    const struct fonts *fonts;
    const struct document_set *documents; /* the reports among them are made */
    const char *producer;                 /* "tonghop 0.1.0" */
    struct str profile;                   /* an sRGB colour profile, prepared by pdf_profile */
    struct str date;                      /* of documents without one: ISO, or empty */
    const struct pdf_attachment *attachments; /* of documents that want the records, by name */
    size_t attachment_count;
    size_t threads; /* documents made at once; 0 as 1. The files do not depend on it */
};

bool pdf_wants_records(const struct document_set *documents);

/* Checks the bytes of a colour profile and compresses them for all documents. false: it is none
 * for screens (red, green, blue). */
bool pdf_profile(struct arena *arena, struct str bytes, struct str *profile);

/* Puts each report at its path and counts it in output->pdf_count. A character that no font has
 * is a diagnostic with its place; the other reports are still made. */
bool render_pdf(struct diags *diags, const struct pdf_job *job, struct output *output);

/* The laid-out reports as text, with letters of half an em: what tests compare. */
void render_pdf_dump(struct arena *arena, const struct pdf_job *job, struct buf *out);

#endif
