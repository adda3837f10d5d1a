/* chart_tiles.h: a tile a record, as chart_tiles.c reads it and tile_ink.c inks it. */
#ifndef COMPOSE_CHART_TILES_H
#define COMPOSE_CHART_TILES_H

#include "compose/chart.h"

enum { TILE_CLASSES_MOST = 12 /* of a legend */ };

struct tiles {
    struct chart chart; /* of the indicator, when it gives the ink; its composer always */
    struct scope *scope;
    const struct content_block *block;
    const struct record_type *type;
    const struct field *by, *ink, *label;
    struct row **items;
    size_t count;
    struct chart_axis axis; /* classes of numbers */
    struct chart_entry entries[TILE_CLASSES_MOST];
    size_t entry_count;
    size_t *entry_of; /* for each record */
    int64_t left, per_row, tile_width, tile_height;
    bool *plain_codes;
};

/* the cell of a record; of the indicator that gives the ink */
const struct cell *tiles_cell(const struct tiles *tiles, size_t record);
/* fills `entries` and `entry_of`; false: there are more codes than inks, and a diagnostic says
 * so
 */
bool tiles_ink(struct tiles *tiles);

#endif
