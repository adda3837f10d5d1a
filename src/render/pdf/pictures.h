/* pictures.h: the pictures of a report as objects of its file, each once.
 *
 * A JPEG goes in as it is. A PNG is unpacked by libpng, what is transparent in it on white, as
 * archives take no transparency; it is packed again by the writer.
 */
#ifndef RENDER_PDF_PICTURES_H
#define RENDER_PDF_PICTURES_H

#include "render/pdf/layout.h"
#include "render/pdf/object.h"

struct pictures {
    const char **keys; /* the bytes of each file: where they are says which it is */
    size_t count, capacity;
    struct str resources; /* "/XObject<</I0 7 0 R…>>", or empty */
};

/* false: a picture cannot be unpacked; *broken is its node */
bool pictures_write(struct arena *arena, struct pdf_file *file, const struct layout *layout,
                    struct pictures *pictures, const struct doc_node **broken);
/* n of "In" */
size_t pictures_name(const struct pictures *pictures, const struct doc_image *image);

#endif
