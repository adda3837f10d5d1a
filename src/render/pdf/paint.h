/* paint.h: a laid-out page → the operators that draw it, each mark between the brackets that
 * say which element it belongs to, or that it is an artifact (ISO 32000-1, 8, 9.4 and 14.6). */
#ifndef RENDER_PDF_PAINT_H
#define RENDER_PDF_PAINT_H

#include "render/pdf/embed.h"
#include "render/pdf/layout.h"
#include "render/pdf/pictures.h"

void paint_sheet(const struct layout *layout, const struct sheet *sheet,
                 const struct embedding *embedding, const struct pictures *pictures,
                 struct buf *out);

#endif
