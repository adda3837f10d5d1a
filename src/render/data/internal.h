/* internal.h: what the files of render/data share. */
#ifndef RENDER_DATA_INTERNAL_H
#define RENDER_DATA_INTERNAL_H

#include "base/buf.h"
#include "render/data/data.h"

void csv_write(const struct site *site, const struct rowset *set, struct buf *out);
void json_write(const struct checked *checked, const struct tables *tables, struct buf *out);

#endif
