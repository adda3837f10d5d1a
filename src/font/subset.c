/* Subsets by HarfBuzz: it follows composite glyphs to their end, so the marks of Vietnamese
 * letters come along. */
#include <hb-subset.h>

#include "base/arena.h"
#include "base/guard.h"
#include "font/internal.h"

static hb_face_t *reduce(const struct face *face, const uint32_t *codes, size_t count) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *unicodes = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < count; i++)
        hb_set_add(unicodes, codes[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    static const hb_tag_t UNUSED_TABLES[] = {
        HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
        HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
        HB_TAG('g', 'a', 's', 'p'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('D', 'S', 'I', 'G'),
        HB_TAG('F', 'F', 'T', 'M')};
    for (size_t i = 0; i < COUNT_OF(UNUSED_TABLES); i++)
        hb_set_add(dropped, UNUSED_TABLES[i]);
    hb_face_t *result = hb_subset_or_fail(face->hb_face, input);
    hb_subset_input_destroy(input);
    return result;
}

bool font_subset_make(struct arena *arena, const struct fonts *fonts, enum font_family family,
                      enum font_style style, const uint32_t *codes, size_t count,
                      struct font_subset *subset) {
    hb_face_t *reduced = reduce(&fonts->faces[family][style], codes, count);
    if (!reduced)
        return false;
    hb_font_t *font = hb_font_create(reduced);
    subset->glyphs = ARENA_ARRAY(arena, uint16_t, count + 1);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        hb_codepoint_t glyph = 0;
        ok &= hb_font_get_nominal_glyph(font, codes[i], &glyph) != 0;
        subset->glyphs[i] = (uint16_t)glyph;
    }
    hb_font_destroy(font);
    hb_blob_t *blob = hb_face_reference_blob(reduced);
    unsigned size = 0;
    const char *data = hb_blob_get_data(blob, &size);
    subset->bytes = str_copy(arena, (struct str){data, size});
    hb_blob_destroy(blob);
    hb_face_destroy(reduced);
    return ok && size > 0;
}
