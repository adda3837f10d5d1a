/* Font dictionaries as text (ISO 32000-1, 9.6 to 9.10). */
#include "render/pdf/embed.h"

#include "base/arena.h"
#include "base/guard.h"

struct face_use {
    struct arena *arena;
    struct pdf_file *file;
    const struct fonts *fonts;
    enum font_family family;
    enum font_style style;
    uint32_t *codes; /* used, rising; identifier i + 1 is codes[i] */
    size_t count;
    struct str name; /* "TNGAAA+LiberationSerif" */
};

struct embedding *embedding_new(struct arena *arena, const struct fonts *fonts) {
    struct embedding *embedding = ARENA_NEW(arena, struct embedding);
    embedding->fonts = fonts;
    for (size_t i = 0; i < EMBED_FACES; i++)
        embedding->names[i] = -1;
    return embedding;
}

static size_t face_index(enum font_family family, enum font_style style) {
    return (size_t)family * FONT_STYLE_COUNT + (size_t)style;
}

uint32_t embedding_use(struct arena *arena, struct embedding *embedding,
                       enum font_family family, enum font_style style, struct str text) {
    uint16_t **used = &embedding->identifiers[face_index(family, style)];
    uint32_t missing = 0;
    if (!*used)
        *used = ARENA_ARRAY(arena, uint16_t, EMBED_CODES);
    for (size_t at = 0; at < text.size;) {
        uint32_t code = str_next(text, &at);
        bool covered = code < EMBED_CODES && font_covers(embedding->fonts, family, style, code);
        if (covered)
            (*used)[code] = 1;
        else if (missing == 0)
            missing = code;
    }
    return missing;
}

uint16_t embedding_identifier(const struct embedding *embedding, enum font_family family,
                              enum font_style style, uint32_t code) {
    const uint16_t *used = embedding->identifiers[face_index(family, style)];
    return used && code < EMBED_CODES ? used[code] : 0;
}

/* identifiers to Unicode, in blocks of a hundred (ISO 32000-1, 9.10.3) */
static int write_unicode(const struct face_use *use) {
    struct buf map = buf_make(use->arena);
    buf_add(&map, STR("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"));
    for (size_t i = 0; i < use->count;) {
        size_t block = use->count - i < 100 ? use->count - i : 100;
        buf_format(&map, "%zu beginbfchar\n", block);
        for (size_t end = i + block; i < end; i++)
            buf_format(&map, "<%04zX><%04X>\n", i + 1, (unsigned)use->codes[i]);
        buf_add(&map, STR("endbfchar\n"));
    }
    buf_add(&map, STR("endcmap\nCMapName currentdict/CMap defineresource pop\nend end\n"));
    return pdf_stream(use->file, buf_str(&map), NULL);
}

static int write_glyph_map(const struct face_use *use, const struct font_subset *subset) {
    struct buf map = buf_make(use->arena);
    buf_add_char(&map, 0);
    buf_add_char(&map, 0);
    for (size_t i = 0; i < use->count; i++) {
        buf_add_char(&map, (char)(subset->glyphs[i] >> 8));
        buf_add_char(&map, (char)(subset->glyphs[i] & 0xFF));
    }
    return pdf_stream(use->file, buf_str(&map), NULL);
}

static size_t write_descriptor(const struct face_use *use, const struct font_subset *subset) {
    struct face_info info = font_info(use->fonts, use->family, use->style);
    bool italic = info.italic_angle != 0;
    int flags = 4 | (use->family == FONT_SERIF ? 2 : 0) | (italic ? 64 : 0);
    int data = pdf_stream(use->file, subset->bytes, "Length1");
    size_t dict = pdf_dict_new(use->file);
    pdf_dict_set(use->file, dict,
                 str_format(use->arena,
                            "/Type/FontDescriptor/FontName/%.*s/Flags %d/FontBBox[%d %d %d %d]"
                            "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d"
                            "/FontFile2 %d 0 R",
                            STR_ARG(use->name), flags, info.box[0], info.box[1], info.box[2],
                            info.box[3], info.italic_angle, info.ascent, info.descent,
                            info.cap_height, info.weight, data));
    return dict;
}

static size_t write_descendant(const struct face_use *use, const struct font_subset *subset) {
    size_t descriptor = write_descriptor(use, subset);
    int glyphs = write_glyph_map(use, subset);
    struct buf text = buf_make(use->arena);
    buf_format(&text,
               "/Type/Font/Subtype/CIDFontType2/BaseFont/%.*s"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
               "/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 0/W[1[",
               STR_ARG(use->name), pdf_reference(use->file, descriptor), glyphs);
    for (size_t i = 0; i < use->count; i++)
        buf_format(&text, "%s%d", i ? " " : "",
                   font_advance(use->fonts, use->family, use->style, use->codes[i]));
    buf_add(&text, STR("]]"));
    size_t dict = pdf_dict_new(use->file);
    pdf_dict_set(use->file, dict, buf_str(&text));
    return dict;
}

static bool write_face(const struct face_use *use, size_t type0) {
    struct font_subset subset;
    if (!font_subset_make(use->arena, use->fonts, use->family, use->style, use->codes,
                          use->count, &subset))
        return false;
    size_t descendant = write_descendant(use, &subset);
    int unicode = write_unicode(use);
    pdf_dict_set(use->file, type0,
                 str_format(use->arena,
                            "/Type/Font/Subtype/Type0/BaseFont/%.*s/Encoding/Identity-H"
                            "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R",
                            STR_ARG(use->name), pdf_reference(use->file, descendant), unicode));
    return true;
}

bool embedding_write(struct arena *arena, struct embedding *embedding, struct pdf_file *file) {
    bool ok = true;
    for (size_t i = 0; i < EMBED_FACES; i++) {
        uint16_t *used = embedding->identifiers[i];
        if (!used)
            continue;
        struct face_use use = {.arena = arena,
                               .file = file,
                               .fonts = embedding->fonts,
                               .family = (enum font_family)(i / FONT_STYLE_COUNT),
                               .style = (enum font_style)(i % FONT_STYLE_COUNT),
                               .codes = ARENA_ARRAY(arena, uint32_t, EMBED_CODES)};
        for (uint32_t code = 0; code < EMBED_CODES; code++)
            if (used[code]) {
                use.codes[use.count++] = code;
                used[code] = (uint16_t)use.count;
            }
        struct str face = font_info(use.fonts, use.family, use.style).name;
        use.name = str_format(arena, "TNGHO%c+%.*s", (int)('A' + i), STR_ARG(face));
        size_t type0 = pdf_dict_new(file);
        embedding->names[i] = (int)embedding->count;
        embedding->dicts[embedding->count++] = type0;
        ok &= write_face(&use, type0);
    }
    return ok;
}
