/* Pictures: is the file what it says, and whole? Nothing is unpacked. A PNG is walked chunk by
 * chunk with their checksums (PNG 3rd edition, 5.3 and 11.2), a JPEG marker by marker to its
 * end (ITU T.81, annex B); nothing may follow either. */
#include <string.h>
#include <zlib.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "load/internal.h"
#include "model/doc.h"
#include "model/output.h"

static const char PNG_SIGNATURE[] = "\x89PNG\r\n\x1a\n";
enum { PNG_SIGNATURE_SIZE = 8, PNG_FRAME = 12, PNG_HEAD_SIZE = 13 };

static uint32_t big_endian(struct str bytes, size_t at, size_t size) {
    uint32_t number = 0;
    for (size_t i = 0; i < size; i++)
        number = number << 8 | (unsigned char)bytes.data[at + i];
    return number;
}

static enum image_fault measure(struct doc_image *image, uint32_t width, uint32_t height) {
    if (width == 0 || height == 0)
        return IMAGE_DAMAGED;
    if (width > LIMIT_IMAGE_SIDE || height > LIMIT_IMAGE_SIDE ||
        (uint64_t)width * height > LIMIT_IMAGE_PIXELS)
        return IMAGE_TOO_LARGE;
    image->width = (int)width;
    image->height = (int)height;
    return IMAGE_SOUND;
}

/* --- PNG */

/* the combinations of the standard: depth by kind of colour */
static bool png_colours(uint32_t depth, uint32_t colour) {
    static const uint32_t DEPTHS[7] = {[0] = 31, [2] = 24, [3] = 15, [4] = 24, [6] = 24};
    return colour < COUNT_OF(DEPTHS) && (depth & (depth - 1)) == 0 && depth <= 16 &&
           (DEPTHS[colour] & depth) != 0;
}

static enum image_fault png_head(struct str body, struct doc_image *image) {
    if (body.size != PNG_HEAD_SIZE || body.data[10] || body.data[11] ||
        (unsigned char)body.data[12] > 1)
        return IMAGE_DAMAGED;
    if (!png_colours(big_endian(body, 8, 1), big_endian(body, 9, 1)))
        return IMAGE_ODD_COLOURS;
    image->grey = big_endian(body, 9, 1) == 0 || big_endian(body, 9, 1) == 4;
    return measure(image, big_endian(body, 0, 4), big_endian(body, 4, 4));
}

/* one chunk at *at: its name and body, when its length and checksum are right */
static enum image_fault png_chunk(struct str bytes, size_t *at, struct str *name,
                                  struct str *body) {
    if (bytes.size - *at < PNG_FRAME)
        return IMAGE_CUT_SHORT;
    size_t size = big_endian(bytes, *at, 4);
    if (size > bytes.size - *at - PNG_FRAME)
        return IMAGE_CUT_SHORT;
    *name = str_slice(bytes, *at + 4, *at + 8);
    *body = str_slice(bytes, *at + 8, *at + 8 + size);
    const Bytef *summed = (const Bytef *)bytes.data + *at + 4;
    if (crc32(0, summed, (uInt)size + 4) != big_endian(bytes, *at + 8 + size, 4))
        return IMAGE_DAMAGED;
    *at += size + PNG_FRAME;
    return IMAGE_SOUND;
}

static enum image_fault png_walk(struct str bytes, struct doc_image *image) {
    struct str name, body;
    bool first = true, palette = false, data = false;
    for (size_t at = PNG_SIGNATURE_SIZE; at <= bytes.size; first = false) {
        enum image_fault fault = png_chunk(bytes, &at, &name, &body);
        if (fault == IMAGE_SOUND && first != str_equal(name, STR("IHDR")))
            fault = IMAGE_DAMAGED;
        if (fault == IMAGE_SOUND && first)
            fault = png_head(body, image);
        if (fault != IMAGE_SOUND)
            return fault;
        palette |= str_equal(name, STR("PLTE"));
        data |= str_equal(name, STR("IDAT"));
        if (!str_equal(name, STR("IEND")))
            continue;
        bool indexed = bytes.data[PNG_SIGNATURE_SIZE + 8 + 9] == 3;
        return data && (palette || !indexed) && at == bytes.size ? IMAGE_SOUND : IMAGE_DAMAGED;
    }
    return IMAGE_CUT_SHORT;
}

/* --- JPEG */

enum { JPEG_START = 0xD8, JPEG_END = 0xD9, JPEG_SCAN = 0xDA };

static bool jpeg_frame(unsigned marker) { /* the baseline and progressive frames */
    return marker >= 0xC0 && marker <= 0xC2;
}

static bool jpeg_other_frame(unsigned marker) { /* lossless, arithmetic, hierarchical */
    return marker >= 0xC3 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 &&
           marker != 0xCC;
}

static bool jpeg_alone(unsigned marker) { /* no length follows */
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
}

static enum image_fault jpeg_head(struct str body, struct doc_image *image) {
    enum { HEAD_LEAST = 6 };
    if (body.size < HEAD_LEAST)
        return IMAGE_DAMAGED;
    uint32_t depth = big_endian(body, 0, 1), parts = big_endian(body, 5, 1);
    if (depth != 8 || (parts != 1 && parts != 3))
        return IMAGE_ODD_COLOURS;
    image->grey = parts == 1;
    return measure(image, big_endian(body, 3, 2), big_endian(body, 1, 2));
}

/* the end of the coded data that begins at `at`: the next marker that belongs to no data */
static size_t jpeg_data_end(struct str bytes, size_t at) {
    for (; at + 1 < bytes.size; at++) {
        unsigned next = (unsigned char)bytes.data[at + 1];
        if ((unsigned char)bytes.data[at] == 0xFF && next != 0 && next != 0xFF &&
            !jpeg_alone(next))
            return at;
    }
    return bytes.size;
}

static enum image_fault jpeg_walk(struct str bytes, struct doc_image *image) {
    bool frame = false, scan = false;
    for (size_t at = 2; at + 1 < bytes.size;) {
        unsigned marker = (unsigned char)bytes.data[at + 1];
        if ((unsigned char)bytes.data[at] != 0xFF)
            return IMAGE_DAMAGED;
        if (marker == 0xFF) { /* a byte of filling */
            at++;
            continue;
        }
        at += 2;
        if (marker == JPEG_END)
            return frame && scan && at == bytes.size ? IMAGE_SOUND : IMAGE_DAMAGED;
        if (jpeg_alone(marker))
            continue;
        if (bytes.size - at < 2)
            return IMAGE_CUT_SHORT;
        size_t size = big_endian(bytes, at, 2);
        if (size < 2)
            return IMAGE_DAMAGED;
        if (size > bytes.size - at)
            return IMAGE_CUT_SHORT;
        if (jpeg_other_frame(marker))
            return IMAGE_ODD_COLOURS;
        if (jpeg_frame(marker)) {
            enum image_fault fault = jpeg_head(str_slice(bytes, at + 2, at + size), image);
            if (fault != IMAGE_SOUND || frame)
                return fault != IMAGE_SOUND ? fault : IMAGE_DAMAGED;
            frame = true;
        }
        at += size;
        if (marker != JPEG_SCAN)
            continue;
        if (!frame)
            return IMAGE_DAMAGED;
        scan = true;
        at = jpeg_data_end(bytes, at);
    }
    return IMAGE_CUT_SHORT;
}

enum image_fault image_check(struct str bytes, struct doc_image *image) {
    struct str signature = {PNG_SIGNATURE, PNG_SIGNATURE_SIZE};
    image->bytes = bytes;
    if (str_starts(bytes, signature)) {
        image->kind = DOC_IMAGE_PNG;
        return png_walk(bytes, image);
    }
    if (str_starts(bytes, STR("\xFF\xD8\xFF"))) {
        image->kind = DOC_IMAGE_JPEG;
        return jpeg_walk(bytes, image);
    }
    return IMAGE_OTHER_KIND;
}

/* --- which ones */

/* "images/…", ending in .png, .jpg or .jpeg: it is published under the same name */
static bool path_valid(struct str path) {
    return str_starts(path, STR("images/")) && output_path_valid(path) &&
           (str_ends(path, STR(".png")) || str_ends(path, STR(".jpg")) ||
            str_ends(path, STR(".jpeg")));
}

enum { ALTERNATIVE_MOST = 4096 }; /* bytes in which the bracket is looked for */

/* The next "![…](path" of a text from *at on; *at moves past it. What is not alone in its
 * paragraph, or code, is found too: it is read and never shown. */
static bool next_path(struct str text, size_t *at, struct str *path) {
    for (;;) {
        size_t mark = str_find(str_from(text, *at), STR("!["));
        if (mark == STR_NONE)
            return false;
        *at += mark + 2;
        size_t close = str_find(str_slice(text, *at, *at + ALTERNATIVE_MOST), STR("]("));
        if (close == STR_NONE)
            continue;
        size_t from = *at + close + 2, to = from;
        while (to < text.size && !strchr(" )>\r\n", text.data[to]))
            to++;
        *path = str_slice(text, from, to);
        if (str_starts(*path, STR("<")))
            *path = str_from(*path, 1);
        return true;
    }
}

static bool is_known(const struct content *content, struct str path) {
    for (size_t i = 0; i < content->image_count; i++)
        if (str_equal(content->images[i].path, path))
            return true;
    return false;
}

bool images_read(struct arena *arena, struct diags *diags, struct str folder,
                 struct content *content) {
    bool ok = true;
    for (size_t i = 0; i < content->pages.count; i++) {
        struct str path, bytes;
        for (size_t at = 0; next_path(content->pages.items[i].text->text, &at, &path);) {
            struct str full = str_format(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
            if (!path_valid(path) || is_known(content, path) || !file_exists(full.data))
                continue;
            if (!file_read(arena, diags, full.data, LIMIT_IMAGE_BYTES, &bytes)) {
                ok = false;
                continue;
            }
            struct content_image image = {.path = path,
                                          .image = ARENA_NEW(arena, struct doc_image)};
            image.image->path = str_format(arena, "assets/%.*s", STR_ARG(path));
            image.fault = image_check(bytes, image.image);
            content->images = ARENA_PUSH(arena, content->images, content->image_count,
                                         &content->image_capacity);
            content->images[content->image_count++] = image;
        }
    }
    return ok;
}
