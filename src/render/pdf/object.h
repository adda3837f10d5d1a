/* object.h: a PDF file as objects. The only part that sees libharu, and its internals.
 *
 * Objects are made with their text ready: a dictionary is written as it is given. Errors of
 * libharu stick; they are asked once, at the end.
 */
#ifndef RENDER_PDF_OBJECT_H
#define RENDER_PDF_OBJECT_H

#include "base/buf.h"

struct pdf_file;

struct pdf_info {
    struct str title, author, subject, producer, language;
    struct str date; /* ISO, or empty */
};

/* NULL: libharu could not start, or is not the version of its header (an ASSERT) */
struct pdf_file *pdf_file_new(struct arena *arena, const struct pdf_info *info);
void pdf_file_free(struct pdf_file *file);

/* An indirect dictionary whose inside is `text`; set later by pdf_dict_set. Returns its number.
 */
size_t pdf_dict_new(struct pdf_file *file);
void pdf_dict_set(struct pdf_file *file, size_t dict, struct str text);
/* the object number by which other objects refer to it: "12 0 R" */
int pdf_reference(struct pdf_file *file, size_t dict);

/* a compressed stream; `entries` stand in its dictionary as numbers. Returns its object number.
 */
int pdf_stream(struct pdf_file *file, struct str bytes, const char *length_key);

/* a page with its content; `fonts` are dictionaries, named F0, F1 … in its resources */
size_t pdf_page(struct pdf_file *file, int64_t width, int64_t height, struct str content,
                const size_t *fonts, size_t font_count);
void pdf_page_link(struct pdf_file *file, size_t page, const int64_t rectangle[4],
                   struct str address);

/* a bookmark below the newest one of a smaller level */
void pdf_bookmark(struct pdf_file *file, struct str title, int level, size_t page, int64_t top);

/* The whole file. false: libharu failed; *code is its error. */
bool pdf_file_bytes(struct pdf_file *file, struct arena *arena, struct str *bytes,
                    unsigned long *code);

#endif
