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
    bool identifier_set;
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

static uint16_t *identifier_of(struct arena *arena, struct embedding *embedding, size_t face,
                               uint32_t code) {
    uint16_t **block = &embedding->identifiers[face][code / EMBED_BLOCK];
    if (!*block)
        *block = ARENA_ARRAY(arena, uint16_t, EMBED_BLOCK);
    return &(*block)[code % EMBED_BLOCK];
}

uint32_t embedding_use(struct arena *arena, struct embedding *embedding,
                       enum font_family family, enum font_style style, struct str text) {
    size_t face = face_index(family, style);
    uint32_t missing = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t code = str_next(text, &at);
        if (embedding_identifier(embedding, face, code))
            continue;
        if (code < EMBED_CODES && font_covers(embedding->fonts, family, style, code)) {
            *identifier_of(arena, embedding, face, code) = 1;
            embedding->used[face]++;
        } else if (missing == 0) {
            missing = code;
        }
    }
    return missing;
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
    return pdf_stream_put(use->file, STR_EMPTY, buf_str(&map), PDF_DEFLATE);
}

static int write_glyph_map(const struct face_use *use, const struct font_subset *subset) {
    struct buf map = buf_make(use->arena);
    buf_add_char(&map, 0);
    buf_add_char(&map, 0);
    for (size_t i = 0; i < use->count; i++) {
        buf_add_char(&map, (char)(subset->glyphs[i] >> 8));
        buf_add_char(&map, (char)(subset->glyphs[i] & 0xFF));
    }
    return pdf_stream_put(use->file, STR_EMPTY, buf_str(&map), PDF_DEFLATE);
}

/* a bit for each identifier (ISO 19005-1, 6.3.5) */
static int write_identifier_set(const struct face_use *use) {
    struct buf set = buf_make(use->arena);
    for (size_t first = 0; first <= use->count; first += 8) {
        unsigned byte = 0;
        for (size_t i = first; i < first + 8 && i <= use->count; i++)
            byte |= 0x80u >> (i - first);
        buf_add_char(&set, (char)byte);
    }
    return pdf_stream_put(use->file, STR_EMPTY, buf_str(&set), PDF_DEFLATE);
}

static int write_descriptor(const struct face_use *use, const struct font_subset *subset) {
    struct face_info info = font_info(use->fonts, use->family, use->style);
    bool italic = info.italic_angle != 0;
    int flags = 4 | (use->family == FONT_SERIF ? 2 : 0) | (italic ? 64 : 0);
    struct buf text = buf_make(use->arena);
    int data =
        pdf_stream_put(use->file, str_format(use->arena, "/Length1 %zu", subset->bytes.size),
                       subset->bytes, PDF_DEFLATE);
    buf_format(&text,
               "<</Type/FontDescriptor/FontName/%.*s/Flags %d/FontBBox[%d %d %d %d]"
               "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %d 0 R",
               STR_ARG(use->name), flags, info.box[0], info.box[1], info.box[2], info.box[3],
               info.italic_angle, info.ascent, info.descent, info.cap_height, info.weight,
               data);
    if (use->identifier_set)
        buf_format(&text, "/CIDSet %d 0 R", write_identifier_set(use));
    buf_add(&text, STR(">>"));
    int number = pdf_number_new(use->file);
    pdf_object_put(use->file, number, buf_str(&text));
    return number;
}

static int write_descendant(const struct face_use *use, const struct font_subset *subset) {
    int descriptor = write_descriptor(use, subset);
    int glyphs = write_glyph_map(use, subset);
    struct buf text = buf_make(use->arena);
    buf_format(&text,
               "<</Type/Font/Subtype/CIDFontType2/BaseFont/%.*s"
               "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
               "/FontDescriptor %d 0 R/CIDToGIDMap %d 0 R/DW 0/W[1[",
               STR_ARG(use->name), descriptor, glyphs);
    for (size_t i = 0; i < use->count; i++)
        buf_format(&text, "%s%d", i ? " " : "",
                   font_advance(use->fonts, use->family, use->style, use->codes[i]));
    buf_add(&text, STR("]]>>"));
    int number = pdf_number_new(use->file);
    pdf_object_put(use->file, number, buf_str(&text));
    return number;
}

/* the number of the font, or 0 */
static int write_face(const struct face_use *use) {
    struct font_subset subset;
    if (!font_subset_make(use->arena, use->fonts, use->family, use->style, use->codes,
                          use->count, &subset))
        return 0;
    int descendant = write_descendant(use, &subset);
    int unicode = write_unicode(use), number = pdf_number_new(use->file);
    pdf_object_put(use->file, number,
                   str_format(use->arena,
                              "<</Type/Font/Subtype/Type0/BaseFont/%.*s/Encoding/Identity-H"
                              "/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
                              STR_ARG(use->name), descendant, unicode));
    return number;
}

/* the codes in their order; each gets its identifier, from 1 */
static void number_codes(struct embedding *embedding, size_t face, struct face_use *use) {
    use->codes = ARENA_ARRAY(use->arena, uint32_t, embedding->used[face]);
    for (uint32_t b = 0; b < EMBED_BLOCKS; b++) {
        uint16_t *block = embedding->identifiers[face][b];
        for (uint32_t i = 0; block && i < EMBED_BLOCK; i++)
            if (block[i]) {
                use->codes[use->count++] = b * EMBED_BLOCK + i;
                block[i] = (uint16_t)use->count;
            }
    }
}

bool embedding_write(struct arena *arena, struct embedding *embedding, struct pdf_file *file,
                     bool identifier_set) {
    struct buf resources = buf_make(arena);
    buf_add(&resources, STR("/Font<<"));
    for (size_t i = 0; i < EMBED_FACES; i++) {
        if (embedding->used[i] == 0)
            continue;
        struct face_use use = {.arena = arena,
                               .file = file,
                               .fonts = embedding->fonts,
                               .family = (enum font_family)(i / FONT_STYLE_COUNT),
                               .style = (enum font_style)(i % FONT_STYLE_COUNT),
                               .identifier_set = identifier_set};
        number_codes(embedding, i, &use);
        struct str face = font_info(use.fonts, use.family, use.style).name;
        use.name = str_format(arena, "TNGHO%c+%.*s", (int)('A' + i), STR_ARG(face));
        int number = write_face(&use);
        if (number == 0)
            return false;
        embedding->names[i] = (int)embedding->count;
        buf_format(&resources, "/F%zu %d 0 R", embedding->count++, number);
    }
    buf_add(&resources, STR(">>"));
    embedding->resources = buf_str(&resources);
    return true;
}
