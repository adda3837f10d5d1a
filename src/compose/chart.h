/* chart.h: what the files that draw charts share: a breakdown as categories by series, measures
 * of text, axes, legends.
 *
 * Every text is taken to be a good tenth wider than it measures, since browsers have other
 * fonts, and keeps its place under that: labels never overlap. What does not fit is wrapped,
 * ends in an ellipsis, or is left to an axis; the table that goes with the chart has it whole.
 *
 * A number that may not be published has no length, no mark and no place on an axis; it is said
 * in words that it is withheld. The same holds for a number that does not exist.
 */
#ifndef COMPOSE_CHART_H
#define COMPOSE_CHART_H

#include "compose/internal.h"

enum { /* mpt: legible on a phone of 320 pixels, and not larger than the text on paper */
       CHART_WIDTH = 360000,
       CHART_TEXT = 11000,
       CHART_SMALL = 10000,
       CHART_LEADING = 13000,
       CHART_GAP = 8000,
       CHART_TOP = 6000,
       CHART_LABEL_MOST = 130000,
       CHART_NUMBER_MOST = 60000, /* of those that stand on both sides of a line */
       CHART_HAIR = 750,
       CHART_LINES_MOST = 2 /* of a label */
};

struct chart_category {
    struct str name;
    const struct value *key;    /* NULL: several keys at once */
    const struct cell *total;   /* of all its series, NULL: there is no such cell */
    const struct breakdown *in; /* to which `total` belongs */
    int64_t place;              /* on an ordered axis */
};

struct chart {
    struct composer *composer;
    const struct table *table;
    const struct breakdown *breakdown; /* NULL: the total alone */
    struct scaling scaling;
    bool scaled; /* ticks are in the unit of the scaling, which the title says */
    struct drawing *drawing;
    int64_t y; /* where the next part begins; in the end the height */
    struct chart_category *categories;
    struct str *series; /* their names; one without a name when they are not crossed */
    size_t category_count, series_count;
    const struct cell **cells; /* of category × series_count + series; never NULL */
    const struct path *axis;   /* the key of the categories; NULL: several at once, or none */
};

/* --- chart_series.c: the breakdown as categories by series */

/* every cell is a category of one series */
void chart_flat(struct chart *chart);
/* The key `category` of two divides into categories, the other into series. false: there are
 * more series than inks, and a diagnostic at `span` says so. */
bool chart_cross(struct chart *chart, size_t category, struct span span);
const struct cell *chart_cell(const struct chart *chart, size_t category, size_t series);
enum drawing_ink chart_ink(const struct chart *chart, size_t series);
/* for words on that ink */
enum drawing_ink chart_ink_over(enum drawing_ink ink);

/* --- chart_period.c */

/* can this key be the axis of a line? */
bool chart_is_ordered(const struct path *key);
/* Gives the categories of an ordered axis their places, and puts in the periods between the
 * first and the last that have no cell; those without a place come last. */
void chart_fill_periods(struct chart *chart);

/* --- chart_text.c */
void chart_add(struct chart *chart, struct drawing_item item);
int64_t chart_text_width(const struct chart *chart, struct str text, int64_t size);
/* one line of at most `most`, ending in an ellipsis when it is cut */
struct str chart_fitted(const struct chart *chart, struct str text, int64_t size, int64_t most);
struct chart_label {
    struct str lines[CHART_LINES_MOST];
    size_t count;
    int64_t width; /* of the longest line */
    bool cut;      /* not all of it is there */
};
struct chart_label chart_label(const struct chart *chart, struct str text, int64_t size,
                               int64_t most);
/* the lines of a label, the middle of all of them at `item.y` */
void chart_add_label(struct chart *chart, const struct chart_label *label,
                     struct drawing_item item);
struct chart_entry { /* of a legend */
    struct str text;
    enum drawing_ink ink;
    bool plain; /* no ink, an edge only */
};
/* in rows at chart->y, which moves below them */
void chart_legend(struct chart *chart, const struct chart_entry *entries, size_t count);
void chart_series_legend(struct chart *chart);
/* small print in lines at chart->y, which moves below them */
void chart_small_print(struct chart *chart, struct str text);
/* "Withheld: A, 2016; B, 2016": cells that have no place of their own to say it at */
void chart_add_absent(struct chart *chart);
/* a rectangle with an edge */
void chart_add_edged(struct chart *chart, struct drawing_item rect, bool plain);

/* --- chart_axis.c */

/* what a length is in proportion to; of a ratio its percentage; false: there is no number, or
 * none to be published */
bool chart_amount(const struct chart *chart, const struct cell *cell, int64_t *amount);
/* the number as a table has it */
struct str chart_value(const struct chart *chart, const struct cell *cell);
struct str chart_target(const struct chart *chart, const struct cell *cell);
/* where a part of a whole is the whole */
bool chart_is_part(const struct chart *chart, int64_t *whole);

/* what a pile lacks of its published total because parts of it are withheld, else 0 */
int64_t chart_withheld(const struct chart *chart, size_t category);

struct chart_axis {
    int64_t low, high; /* low ≤ 0 ≤ high, and never both 0 */
    int64_t step;      /* between ticks */
};
/* just what the chart's cells need; a part of a whole needs the whole */
struct chart_axis chart_axis_exact(const struct chart *chart, bool stacked);
/* with round numbers, at most `steps` + 1 of them on either side of 0 */
struct chart_axis chart_axis_round(struct chart_axis exact, int64_t steps);
/* how far from the end of `length` where `low` is */
int64_t chart_axis_place(const struct chart_axis *axis, int64_t amount, int64_t length);
struct str chart_tick_text(const struct chart *chart, int64_t amount);
int64_t chart_tick_width(const struct chart *chart, const struct chart_axis *axis);
/* the next tick, from `low` on; false: that was the last */
bool chart_tick_next(const struct chart_axis *axis, int64_t *tick);

/* Round steps for an axis that lies, few enough that their numbers stand apart. */
struct chart_axis chart_axis_spread(const struct chart *chart, struct chart_axis exact,
                                    int64_t length);
/* Lines through rows from `top` to `bottom`, with their numbers below; a number that would
 * stand on the one before is left out. chart->y moves below them. */
void chart_add_ticks(struct chart *chart, const struct chart_axis *axis, int64_t left,
                     int64_t length, int64_t top, int64_t bottom);

/* --- one file a kind; each draws at chart->y and moves it */

enum chart_way { CHART_SINGLE, CHART_GROUPED, CHART_STACKED };

void chart_bars(struct chart *chart, enum chart_way way);
/* upright; false: its labels do not fit, and nothing was drawn */
bool chart_columns(struct chart *chart, enum chart_way way);
void chart_dots(struct chart *chart);
void chart_lines(struct chart *chart);
void chart_progress(struct chart *chart);
void chart_pictogram(struct chart *chart, int64_t each);
bool tiles_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent);

/* the number of marks of a pictogram; each at least 1 */
int64_t chart_mark_count(const struct chart *chart, int64_t each);

/* rows of categories with their labels at left: bars, dots, progress, pictograms */
struct chart_rows {
    struct chart_label *labels;
    int64_t label_width, left; /* where what is beside the labels begins */
    int64_t value_width;       /* of the widest number */
    size_t lines;              /* of the longest label */
    bool opposite; /* numbers below 0 are so long that they stand on the other side of the
                      line, where their bars are not */
};
struct chart_rows chart_rows(const struct chart *chart, int64_t value_size);
void chart_add_row_label(struct chart *chart, const struct chart_rows *rows, size_t category,
                         int64_t middle);
/* the baseline of text whose middle is there */
int64_t chart_baseline(int64_t middle, int64_t size);

/* --- chart.c */
void chart_start(struct chart *chart);
/* the node with its drawing; where nothing was drawn, the drawing says that there is no data */
struct doc_node *chart_finish(struct chart *chart);
/* what it shows, in sentences; that the data are invented, where they are: a drawing may be
 * passed on alone */
void chart_describe(struct chart *chart, struct str text);

#endif
