/* Opening faces and asking them. */
#include "font/font.h"

#include "base/arena.h"
#include "base/guard.h"
#include "font/internal.h"

static const char *const FILE_NAMES[FONT_FAMILY_COUNT][FONT_STYLE_COUNT] = {
    {"LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic",
     "LiberationSerif-BoldItalic"},
    {"LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic",
     "LiberationSans-BoldItalic"},
    {"LiberationMono-Regular", "LiberationMono-Bold", "LiberationMono-Italic",
     "LiberationMono-BoldItalic"}};

/* Scripts that are written from the right, or whose signs change with their neighbours: what
 * the font has of them would be printed wrong. */
enum { SHAPED_FIRST = 0x0590 /* Hebrew */, SHAPED_LAST = 0x109F /* Myanmar */ };

static struct face_entry look_up(const struct face *face, uint32_t code) {
    hb_codepoint_t glyph = 0;
    if ((code >= SHAPED_FIRST && code <= SHAPED_LAST) ||
        !hb_font_get_nominal_glyph(face->hb_font, code, &glyph))
        glyph = 0;
    int64_t advance = hb_font_get_glyph_h_advance(face->hb_font, glyph);
    int64_t em = face->units_per_em;
    return (struct face_entry){(uint16_t)glyph, (uint16_t)((advance * 1000 + em / 2) / em)};
}

struct face_entry face_entry(const struct face *face, uint32_t code) {
    return code < FONT_TABLE_CODES ? face->table[code] : look_up(face, code);
}

/* Every letter of Vietnamese: the older package of the same family name lacks most of the
 * block. */
static bool covers_vietnamese(const struct face *face) {
    static const uint32_t OTHERS[] = {0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168,
                                      0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x20AB /* ₫ */};
    enum { FIRST = 0x1EA0 /* Ạ */, LAST = 0x1EF9 /* ỹ */ };
    bool all = true;
    for (size_t i = 0; i < COUNT_OF(OTHERS); i++)
        all &= face_entry(face, OTHERS[i]).glyph != 0;
    for (uint32_t code = FIRST; code <= LAST; code++)
        all &= face_entry(face, code).glyph != 0;
    for (uint32_t code = 0xC0; code <= 0xFD; code++) /* À … ý */
        all &= face_entry(face, code).glyph != 0;
    return all;
}

static bool face_open(struct arena *arena, struct diags *diags, const char *folder,
                      const char *name, struct face *face) {
    struct str path = str_format(arena, "%s/%s.ttf", folder, name);
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path.data);
    if (!blob) {
        DIAG(diags, DIAG_NO_FONT, SPAN_NONE, path);
        return false;
    }
    face->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->hb_font = hb_font_create(face->hb_face);
    face->units_per_em = (int)hb_face_get_upem(face->hb_face);
    hb_font_set_scale(face->hb_font, face->units_per_em, face->units_per_em);
    for (uint32_t code = 0; code < FONT_TABLE_CODES; code++)
        face->table[code] = look_up(face, code);
    if (covers_vietnamese(face))
        return true;
    DIAG(diags, DIAG_OLD_FONT, SPAN_NONE, path);
    return false;
}

struct fonts *fonts_open(struct arena *arena, struct diags *diags, const char *folder) {
    struct fonts *fonts = ARENA_NEW(arena, struct fonts);
    for (int family = 0; family < FONT_FAMILY_COUNT; family++)
        for (int style = 0; style < FONT_STYLE_COUNT; style++)
            if (!face_open(arena, diags, folder, FILE_NAMES[family][style],
                           &fonts->faces[family][style])) {
                fonts_close(fonts);
                return NULL;
            }
    return fonts;
}

void fonts_close(struct fonts *fonts) {
    if (!fonts)
        return;
    for (int family = 0; family < FONT_FAMILY_COUNT; family++)
        for (int style = 0; style < FONT_STYLE_COUNT; style++) {
            hb_font_destroy(fonts->faces[family][style].hb_font); /* NULL is allowed */
            hb_face_destroy(fonts->faces[family][style].hb_face);
            fonts->faces[family][style].hb_font = NULL;
            fonts->faces[family][style].hb_face = NULL;
        }
}

int font_advance(const struct fonts *fonts, enum font_family family, enum font_style style,
                 uint32_t code) {
    return face_entry(&fonts->faces[family][style], code).advance;
}

bool font_covers(const struct fonts *fonts, enum font_family family, enum font_style style,
                 uint32_t code) {
    return face_entry(&fonts->faces[family][style], code).glyph != 0;
}

static int64_t width(const void *user, struct str text, enum font_family family,
                     enum font_style style, int64_t size) {
    const struct fonts *fonts = user;
    int64_t thousandths = 0;
    for (size_t at = 0; at < text.size;)
        thousandths += font_advance(fonts, family, style, str_next(text, &at));
    return thousandths * size / 1000;
}

struct text_metrics fonts_metrics(const struct fonts *fonts) {
    return (struct text_metrics){fonts, width};
}

static int metric(const struct face *face, hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position(face->hb_font, tag, &value);
    return (int)((int64_t)value * 1000 / face->units_per_em);
}

/* the union of all glyphs, from the head table: bytes 36 to 43, big-endian */
static void font_box(const struct face *face, int box[4]) {
    hb_blob_t *blob = hb_face_reference_table(face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned size = 0;
    const unsigned char *data = (const unsigned char *)hb_blob_get_data(blob, &size);
    ASSERT(size >= 44);
    for (int i = 0; i < 4; i++) {
        int16_t value = (int16_t)(uint16_t)(data[36 + 2 * i] << 8 | data[37 + 2 * i]);
        box[i] = (int)((int64_t)value * 1000 / face->units_per_em);
    }
    hb_blob_destroy(blob);
}

struct face_info font_info(const struct fonts *fonts, enum font_family family,
                           enum font_style style) {
    const struct face *face = &fonts->faces[family][style];
    bool italic = style == FONT_ITALIC || style == FONT_BOLD_ITALIC;
    bool bold = style == FONT_BOLD || style == FONT_BOLD_ITALIC;
    struct str name = str_of(FILE_NAMES[family][style]);
    if (str_ends(name, STR("-Regular")))
        name.size -= sizeof "-Regular" - 1;
    struct face_info info = {.name = name,
                             .ascent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
                             .descent = metric(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
                             .cap_height = metric(face, HB_OT_METRICS_TAG_CAP_HEIGHT),
                             .italic_angle = italic ? -12 : 0,
                             .weight = bold ? 140 : 80};
    font_box(face, info.box);
    return info;
}
