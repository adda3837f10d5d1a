/* tags.h: the elements of a layout → the structure tree of the file (ISO 32000-1, 14.7
 * and 14.8), as PDF/UA-1 (ISO 14289-1) wants it.
 *
 * Elements are written one after the other as the pages are done with, none is kept. The way
 * back, from a piece of content on a page or from a link to its element, is the parent tree:
 * keys below the number of pages are pages, those above are links.
 *
 *     struct tags *tags = tags_new(arena, file, layout, page_numbers);
 *     for each page: pdf_page_put(file, page, content, tags_page(tags, page));
 *     pdf_catalog_add(file, tags_write(tags));
 */
#ifndef RENDER_PDF_TAGS_H
#define RENDER_PDF_TAGS_H

#include "render/pdf/layout.h"
#include "render/pdf/object.h"

struct tags;

/* "H1", "TD": the role of an element, one of the standard ones */
struct str tag_name(const struct element *element);

/* `pages` are the object numbers of the sheets. */
struct tags *tags_new(struct arena *arena, struct pdf_file *file, const struct layout *layout,
                      const int *pages);

/* Before tags_write: no array is longer than PDF/A-1 allows (ISO 19005-1, 6.1.12); where an
 * element has more below it, they stand in groups. */
void tags_limit(struct tags *tags);

/* Writes the links of a page and what leads back from its content; what the page says of both.
 */
struct str tags_page(struct tags *tags, size_t sheet);

/* After the last page: writes the tree. What the catalog says of it. */
struct str tags_write(struct tags *tags);

#endif
