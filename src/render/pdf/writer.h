/* writer.h: numbered objects → the bytes of a PDF file, in the order they come.
 *
 * Nothing is kept but where each object went: a document of any length needs the room of its
 * file and sixteen bytes an object. Packed (PDF 1.7), objects stand compressed in groups and
 * the file ends with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8); else (PDF 1.4)
 * one stands after the other, and a table ends the file. The file's identifier is a hash of
 * what was written, taken before compression, so that it says the same with every library.
 */
#ifndef RENDER_PDF_WRITER_H
#define RENDER_PDF_WRITER_H

#include "base/buf.h"

struct pdf_writer;

enum pdf_coding {
    PDF_STORED,
    PDF_DEFLATE, /* compressed by the writer */
    PDF_DEFLATED /* compressed before, by pdf_deflated; not part of the hash */
};

/* for what is the same in many files */
struct str pdf_deflated(struct arena *arena, struct str bytes);

/* `first` is the number after those that are taken. */
struct pdf_writer *pdf_writer_new(struct arena *arena, bool packed, int first);
void pdf_writer_free(struct pdf_writer *writer); /* NULL is allowed */

/* So many numbers in a row for objects to come; the first of them. */
int pdf_writer_numbers(struct pdf_writer *writer, size_t count);

/* Each number comes once. `text` is the value: a dictionary with its brackets, an array. */
void pdf_writer_object(struct pdf_writer *writer, int number, struct str text);

/* `entries` stand in the stream's dictionary beside its length. */
void pdf_writer_stream(struct pdf_writer *writer, int number, struct str entries,
                       struct str bytes, enum pdf_coding coding);

/* `trailer` names the root and the info. The bytes are in the writer's arena. false: larger
 * than LIMIT_BUFFER_BYTES, or more objects than readers take (LIMIT_PDF_OBJECTS). */
bool pdf_writer_finish(struct pdf_writer *writer, struct str trailer, struct str *bytes);

#endif
