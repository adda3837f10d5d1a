/* svg.h: a drawing → an inline svg element, for pages and for whoever shows a chart in HTML.
 *
 * The viewBox is in points, written from the drawing's integers: no floating point, the same
 * bytes everywhere. Colours and type come from the page's style: each mark has the class of its
 * ink (ink-text ink-muted ink-grid ink-bar ink-paper ink-over ink-series-1 … 5 ink-class-1 … 4)
 * and is painted in currentColor.
 *
 * Neighbouring marks with one target share one link. A drawing without links is an image to a
 * screen reader; one with links is a group, since links inside an image cannot be reached. A
 * link around marks without words is for the pointer only: the words beside it lead to the same
 * place.
 */
#ifndef RENDER_SVG_SVG_H
#define RENDER_SVG_SVG_H

#include "base/buf.h"
#include "model/drawing.h"

/* `page` is the output path of the page that it stands in; links are relative to it. `id`
 * begins the ids of title and description and must be unique in the page. */
void svg_write(struct buf *out, const struct drawing *drawing, struct str page, struct str id);

#endif
