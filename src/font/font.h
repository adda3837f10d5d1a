/* font.h: faces, opened once, read-only after that: threads may share them.
 *
 * The scope is scripts without shaping: a character is a glyph. Those from Hebrew to Myanmar
 * count as not covered, whatever the font has. Text is NFC, so every Vietnamese letter is one.
 * Widths are in thousandths of an em, rounded as the PDF's own width table is, so what is
 * measured is what is drawn.
 */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/diag.h"
#include "font/metrics.h"

struct fonts; /* all families in all styles */

struct face_info {   /* in thousandths of an em */
    struct str name; /* PostScript: "LiberationSerif-Bold" */
    int ascent, descent, cap_height, italic_angle, weight;
    int box[4]; /* xMin yMin xMax yMax */
};

/* Opens the Liberation 2 faces of a folder. NULL: a diagnostic names the file and the package
 * that has it. Close frees HarfBuzz' own objects. */
struct fonts *fonts_open(struct arena *arena, struct diags *diags, const char *folder);
void fonts_close(struct fonts *fonts);

/* real advances; a character without a glyph has the width of the missing-glyph box */
struct text_metrics fonts_metrics(const struct fonts *fonts);

int font_advance(const struct fonts *fonts, enum font_family family, enum font_style style,
                 uint32_t code); /* thousandths of an em */
bool font_covers(const struct fonts *fonts, enum font_family family, enum font_style style,
                 uint32_t code);
struct face_info font_info(const struct fonts *fonts, enum font_family family,
                           enum font_style style);

struct font_subset {
    struct str bytes; /* a TrueType file with just these characters, without hints */
    uint16_t *glyphs; /* for each of `codes`, in order: its glyph in the subset */
};

/* The face reduced to `count` characters, all of which it covers. false: HarfBuzz could not. */
bool font_subset_make(struct arena *arena, const struct fonts *fonts, enum font_family family,
                      enum font_style style, const uint32_t *codes, size_t count,
                      struct font_subset *subset);

#endif
