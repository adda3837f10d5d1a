/* embed.h: the characters a document uses, and the fonts that show them.
 *
 * Each face is a Type0 font: a character identifier per code point, in the order of the code
 * points, a map from it to the glyph of the subset, its width, and its Unicode for copying.
 */
#ifndef RENDER_PDF_EMBED_H
#define RENDER_PDF_EMBED_H

#include "font/font.h"
#include "render/pdf/object.h"

enum {
    EMBED_FACES = FONT_FAMILY_COUNT * FONT_STYLE_COUNT,
    EMBED_CODES = 0x10000,
    EMBED_BLOCK = 0x100, /* codes are kept in blocks: a text uses few of them */
    EMBED_BLOCKS = EMBED_CODES / EMBED_BLOCK
};

struct embedding {
    const struct fonts *fonts;
    uint16_t
        *identifiers[EMBED_FACES][EMBED_BLOCKS]; /* code → 1 when used, then its identifier */
    size_t used[EMBED_FACES];                    /* codes */
    int names[EMBED_FACES];                      /* face → n of "Fn", or -1 */
    size_t count;
    struct str resources; /* what a page's resources say of them: "/Font<<…>>" */
};

struct embedding *embedding_new(struct arena *arena, const struct fonts *fonts);
/* Remembers the characters of a text; the first that the face lacks, or 0. */
uint32_t embedding_use(struct arena *arena, struct embedding *embedding,
                       enum font_family family, enum font_style style, struct str text);
/* Gives each character its identifier and writes the fonts, with the set of identifiers that
 * PDF/A-1 asks for. false: HarfBuzz could not. */
bool embedding_write(struct arena *arena, struct embedding *embedding, struct pdf_file *file,
                     bool identifier_set);

static inline uint16_t embedding_identifier(const struct embedding *embedding, size_t face,
                                            uint32_t code) {
    const uint16_t *block =
        code < EMBED_CODES ? embedding->identifiers[face][code / EMBED_BLOCK] : NULL;
    return block ? block[code % EMBED_BLOCK] : 0;
}

#endif
