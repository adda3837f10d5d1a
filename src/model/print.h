/* print.h: how a report looks on paper (templates/pdf/NAME.yaml), and what stands at its head.
 *
 * A style is plain data with a value for every key: a file says what is different from
 * print_style_default. Lengths are thousandths of a point.
 */
#ifndef MODEL_PRINT_H
#define MODEL_PRINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum print_family { PRINT_SERIF, PRINT_SANS };

struct print_colours { /* 0xRRGGBB */
    int64_t text, muted, rule, accent, stripe;
};

struct print_style {
    int64_t margin_top, margin_bottom, margin_left, margin_right; /* of an upright A4 page */
    int64_t body_family, heading_family, table_family;            /* enum print_family */
    int64_t body_size, body_leading, body_indent, body_gap;
    int64_t title_size, heading_size, subheading_size, caption_size, note_size, code_size;
    int64_t table_size, table_size_least; /* tables are set smaller when columns do not fit */
    int64_t table_striped;                /* every other row on a tint, instead of lines */
    struct print_colours colours;
};

/* A4 in the manner of Vietnamese documents: Times-like, 14 pt, margins 25, 25, 35, 15 mm */
struct print_style print_style_default(void);

enum letterhead_kind {
    LETTERHEAD_PUBLICATION, /* who publishes, a short rule, the title */
    LETTERHEAD_PARTY,       /* the issuer at left, the party's name at right */
    LETTERHEAD_STATE        /* the issuer at left, the state's name and motto at right */
};

struct letterhead {
    enum letterhead_kind kind;
    struct str superior; /* the body above the issuer; may be empty */
    struct str issuer;
    struct str symbol;     /* behind the number, which is left blank: "BC/TU" */
    struct str place;      /* of the date: "Ninh Bình" */
    struct str *signature; /* lines above the space for the signature, which is left blank */
    size_t signature_count;
    struct str *recipients;
    size_t recipient_count;
};

#endif
