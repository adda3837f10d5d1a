/* archive.h: what makes a PDF an archive's: what it says of itself, its colours, its
 * attachments.
 *
 * 2a: PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1). 3a: the same with PDF/A-3a (ISO
 * 19005-3), and the records attached. 1b: PDF/A-1b (ISO 19005-1), for archives that take
 * nothing newer. `make conformance` holds every claim against a validator.
 */
#ifndef RENDER_PDF_ARCHIVE_H
#define RENDER_PDF_ARCHIVE_H

#include "base/date.h"
#include "model/doc.h"
#include "render/pdf/object.h"
#include "render/pdf/pdf.h"

/* What a file says of itself, twice: in its info dictionary and, the same, as XMP. Texts are
 * clean: see archive_text. */
struct archive_facts {
    struct str title, author, subject, producer;
    struct str language;
    bool dated;
    struct date date;
};

/* One line that both may say: controls and line ends are blanks, and what is longer than
 * ARCHIVE_TEXT_MOST ends with an ellipsis. */
enum { ARCHIVE_TEXT_MOST = 8000 /* code points */ };
struct str archive_text(struct arena *arena, struct str text);

/* Writes info, metadata, colour profile and, for 3a, attachments. What the catalog says of
 * them.
 */
struct str archive_write(struct arena *arena, struct pdf_file *file, enum doc_archive level,
                         const struct archive_facts *facts, const struct pdf_job *job);

#endif
