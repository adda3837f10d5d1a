/* object.h: a PDF file as objects. The only part that sees libharu, and its internals.
 *
 * libharu keeps the document, the tree of pages and the outline, and numbers them; so those
 * come first. With the first other object the numbering goes over to the writer (writer.h), and
 * what is put is written at once. Values come as text (syntax.h). Errors of libharu stick; they
 * are asked once, at the end.
 */
#ifndef RENDER_PDF_OBJECT_H
#define RENDER_PDF_OBJECT_H

#include "base/buf.h"
#include "render/pdf/writer.h"

struct pdf_file;

/* packed: PDF 1.7 with object streams; else PDF 1.4. NULL: libharu could not start, or is not
 * the version of its header (an ASSERT) */
struct pdf_file *pdf_file_new(struct arena *arena, bool packed);
void pdf_file_free(struct pdf_file *file); /* NULL is allowed */

/* --- first */

/* A page of this size in thousandths of a point. Returns its object number. */
int pdf_page_new(struct pdf_file *file, int64_t width, int64_t height);

/* A bookmark below the newest one of a smaller level (from 1); `entries` are its title and its
 * place: "/Title(…)/Dest[…]". */
void pdf_bookmark_new(struct pdf_file *file, int level, struct str entries);

/* --- then */

int pdf_number_new(struct pdf_file *file);
int pdf_numbers_new(struct pdf_file *file, size_t count); /* in a row; the first of them */
void pdf_object_put(struct pdf_file *file, int number, struct str text);

/* `entries` beside its length, which may be empty. Returns its object number. */
int pdf_stream_put(struct pdf_file *file, struct str entries, struct str bytes,
                   enum pdf_coding coding);

/* The page at an index from 0: what stands on it, and what its dictionary says besides; that
 * text is kept by the caller until the end. */
void pdf_page_put(struct pdf_file *file, size_t page, struct str content, struct str entries);

void pdf_catalog_add(struct pdf_file *file, struct str entries);
void pdf_info_set(struct pdf_file *file, struct str entries);

/* The whole file, in the arena. false: libharu failed, *code is its error; or 0, the file
 * is larger than a file may be. */
bool pdf_file_bytes(struct pdf_file *file, struct str *bytes, unsigned long *code);

#endif
