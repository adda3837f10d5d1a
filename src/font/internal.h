/* internal.h: a face, as HarfBuzz has it, and a table of the characters that documents use. */
#ifndef FONT_INTERNAL_H
#define FONT_INTERNAL_H

#include <hb-ot.h>

#include "font/font.h"

enum { FONT_TABLE_CODES = 0x2300 }; /* Latin with Vietnamese, punctuation, currency, arrows */

struct face_entry {
    uint16_t glyph; /* 0: none */
    uint16_t advance;
};

struct face {
    hb_face_t *hb_face;
    hb_font_t *hb_font;
    int units_per_em;
    struct face_entry table[FONT_TABLE_CODES];
};

struct fonts {
    struct face faces[FONT_FAMILY_COUNT][FONT_STYLE_COUNT];
};

struct face_entry face_entry(const struct face *face, uint32_t code);

#endif
