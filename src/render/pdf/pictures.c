/* The only user of libpng. */
#include "render/pdf/pictures.h"

#include <png.h>

#include "base/arena.h"
#include "base/guard.h"

static struct str entries_of(struct arena *arena, const struct doc_image *image,
                             const char *filter) {
    return str_format(arena,
                      "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8"
                      "/ColorSpace/%s%s",
                      image->width, image->height, image->grey ? "DeviceGray" : "DeviceRGB",
                      filter);
}

/* What is seen through is white, mixed as browsers do. Returns the bytes that are left. */
static size_t flatten(unsigned char *pixels, size_t count, size_t parts) {
    enum { WHITE = 255 };
    size_t to = 0;
    for (size_t i = 0; i < count; i++) {
        const unsigned char *from = pixels + i * (parts + 1);
        unsigned alpha = from[parts];
        for (size_t k = 0; k < parts; k++)
            pixels[to++] =
                (unsigned char)((from[k] * alpha + WHITE * (WHITE - alpha) + WHITE / 2) /
                                WHITE);
    }
    return to;
}

/* Returns the object number, 0: the picture cannot be unpacked. */
static int write_png(struct arena *arena, struct pdf_file *file,
                     const struct doc_image *image) {
    png_image png = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_memory(&png, image->bytes.data, image->bytes.size))
        return 0;
    png.format = image->grey ? PNG_FORMAT_GA : PNG_FORMAT_RGBA;
    unsigned char *pixels = arena_alloc(arena, PNG_IMAGE_SIZE(png));
    bool read = png_image_finish_read(&png, NULL, pixels, 0, NULL);
    size_t count = (size_t)png.width * png.height;
    png_image_free(&png);
    if (!read)
        return 0;
    struct str flat = {(const char *)pixels, flatten(pixels, count, image->grey ? 1 : 3)};
    return pdf_stream_put(file, entries_of(arena, image, ""), flat, PDF_DEFLATE);
}

static int write_jpeg(struct arena *arena, struct pdf_file *file,
                      const struct doc_image *image) {
    return pdf_stream_put(file, entries_of(arena, image, "/Filter/DCTDecode"), image->bytes,
                          PDF_STORED);
}

size_t pictures_name(const struct pictures *pictures, const struct doc_image *image) {
    size_t i = 0;
    while (i < pictures->count && pictures->keys[i] != image->bytes.data)
        i++;
    return i;
}

bool pictures_write(struct arena *arena, struct pdf_file *file, const struct layout *layout,
                    struct pictures *pictures, const struct doc_node **broken) {
    struct buf names = buf_make(arena);
    *pictures = (struct pictures){0};
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++) {
            const struct mark *mark = &layout->sheets[s].marks[i];
            if (mark->kind != MARK_IMAGE ||
                pictures_name(pictures, mark->node->image) < pictures->count)
                continue;
            const struct doc_image *image = mark->node->image;
            int number = image->kind == DOC_IMAGE_PNG ? write_png(arena, file, image)
                                                      : write_jpeg(arena, file, image);
            *broken = mark->node;
            if (number == 0)
                return false;
            buf_format(&names, "/I%zu %d 0 R", pictures->count, number);
            pictures->keys =
                ARENA_PUSH(arena, pictures->keys, pictures->count, &pictures->capacity);
            pictures->keys[pictures->count++] = image->bytes.data;
        }
    if (pictures->count)
        pictures->resources = str_format(arena, "/XObject<<%.*s>>", STR_ARG(buf_str(&names)));
    return true;
}
