/* paint.h: a laid-out page → the operators of its content stream. */
#ifndef RENDER_PDF_PAINT_H
#define RENDER_PDF_PAINT_H

#include "render/pdf/embed.h"
#include "render/pdf/layout.h"

void paint_sheet(const struct sheet *sheet, const struct embedding *embedding, struct buf *out);

#endif
