/* Objects are gathered in groups and deflated as they come; the table of places is the only
 * thing that grows with the number of objects. */
#include "render/pdf/writer.h"

#include <libdeflate.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"

enum {
    LEVEL = 6, /* of deflate */
    LEVEL_ONCE = 12,
    GROUP_OBJECTS = 250,   /* a reader that wants one object inflates its whole group */
    GROUP_BYTES = 1 << 16, /* of their text, about */
    FREE_GENERATION = 65535
};

enum place_kind { PLACE_FREE, PLACE_FILE, PLACE_GROUP }; /* as in a cross-reference stream */

struct place {
    uint32_t at; /* FILE: byte; GROUP: number of the object stream */
    uint16_t index;
    uint16_t kind;
};

enum { PIECE_BYTES = 64 << 10 };

struct piece { /* of the file: nothing is copied when it grows */
    struct piece *next;
    size_t size;
    char bytes[PIECE_BYTES];
};

struct pdf_writer {
    struct arena *arena;
    struct arena *file; /* of the pieces of the file */
    bool packed;
    struct libdeflate_compressor *compressor;
    struct piece *pieces, *newest;
    size_t written; /* bytes of all pieces */
    struct buf out; /* what is not yet in them */
    struct buf deflated;
    struct buf index, texts; /* of the group that is open */
    int members[GROUP_OBJECTS];
    size_t member_count;
    struct place *places;
    size_t place_count, place_capacity; /* one more than the highest number */
    uint64_t hash[2];
};

struct pdf_writer *pdf_writer_new(struct arena *arena, bool packed, int first) {
    struct pdf_writer *writer = ARENA_NEW(arena, struct pdf_writer);
    writer->arena = arena;
    writer->file = arena_new();
    writer->packed = packed;
    writer->compressor = libdeflate_alloc_compressor(LEVEL);
    ASSERT(writer->compressor);
    writer->out = buf_make(arena);
    writer->deflated = buf_make(arena);
    writer->index = buf_make(arena);
    writer->texts = buf_make(arena);
    writer->hash[0] = 0xCBF29CE484222325u;
    writer->hash[1] = 0x9E3779B97F4A7C15u;
    buf_add(&writer->out, packed ? STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
                                 : STR("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"));
    pdf_writer_numbers(writer, (size_t)first);
    return writer;
}

void pdf_writer_free(struct pdf_writer *writer) {
    if (!writer)
        return;
    libdeflate_free_compressor(writer->compressor);
    arena_free(writer->file);
}

int pdf_writer_numbers(struct pdf_writer *writer, size_t count) {
    size_t first = writer->place_count, last = size_add(first, count);
    size_t capacity = writer->place_capacity;
    while (capacity < last)
        capacity = capacity ? capacity * 2 : 1024;
    if (capacity != writer->place_capacity)
        writer->places = arena_grow(writer->arena, writer->places,
                                    size_mul(writer->place_capacity, sizeof(struct place)),
                                    size_mul(capacity, sizeof(struct place)));
    writer->place_capacity = capacity;
    writer->place_count = last;
    ASSERT(last < INT32_MAX);
    return (int)first;
}

static void piece_add(struct pdf_writer *writer, struct str bytes) {
    while (bytes.size) {
        struct piece *piece = writer->newest;
        if (!piece || piece->size == PIECE_BYTES) {
            piece = ARENA_NEW(writer->file, struct piece);
            *(writer->newest ? &writer->newest->next : &writer->pieces) = piece;
            writer->newest = piece;
        }
        size_t room = PIECE_BYTES - piece->size, some = bytes.size < room ? bytes.size : room;
        memcpy(piece->bytes + piece->size, bytes.data, some);
        piece->size += some;
        writer->written += some;
        bytes = str_from(bytes, some);
    }
}

/* where the next byte of the file goes; what came before is in the pieces then */
static size_t file_end(struct pdf_writer *writer) {
    piece_add(writer, buf_str(&writer->out));
    buf_clear(&writer->out);
    return writer->written;
}

/* eight bytes at a time, least significant first on every machine */
static void hash_add(struct pdf_writer *writer, struct str bytes) {
    for (size_t i = 0; i < bytes.size; i += 8) {
        uint64_t word = 0;
        if (i + 8 <= bytes.size)
            for (size_t k = 0; k < 8; k++)
                word |= (uint64_t)(unsigned char)bytes.data[i + k] << 8 * k;
        else
            for (size_t k = 0; i + k < bytes.size; k++)
                word |= (uint64_t)(unsigned char)bytes.data[i + k] << 8 * k;
        writer->hash[0] = (writer->hash[0] ^ word) * 0x9DDFEA08EB382D69u;
        writer->hash[0] ^= writer->hash[0] >> 29;
        writer->hash[1] = (writer->hash[1] + word) * 0xC2B2AE3D27D4EB4Fu;
        writer->hash[1] ^= writer->hash[1] >> 31;
    }
    writer->hash[0] ^= bytes.size * 0x9E3779B97F4A7C15u;
}

static void place_set(struct pdf_writer *writer, int number, struct place place) {
    ASSERT(number > 0 && (size_t)number < writer->place_count);
    ASSERT(writer->places[number].kind == PLACE_FREE);
    writer->places[number] = place;
}

struct str pdf_deflated(struct arena *arena, struct str bytes) {
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL_ONCE);
    ASSERT(compressor);
    size_t most = libdeflate_zlib_compress_bound(compressor, bytes.size);
    char *data = arena_alloc(arena, most);
    size_t size = libdeflate_zlib_compress(compressor, bytes.data, bytes.size, data, most);
    libdeflate_free_compressor(compressor);
    ASSERT(size > 0);
    return (struct str){data, size};
}

static struct str deflated(struct pdf_writer *writer, struct str bytes) {
    size_t most = libdeflate_zlib_compress_bound(writer->compressor, bytes.size);
    struct buf *out = &writer->deflated;
    if (most > out->capacity) {
        out->data = arena_grow(writer->arena, out->data, out->capacity, most * 2);
        out->capacity = most * 2;
    }
    size_t size = libdeflate_zlib_compress(writer->compressor, bytes.data, bytes.size,
                                           out->data, out->capacity);
    ASSERT(size > 0);
    return (struct str){out->data, size};
}

static void stream_put(struct pdf_writer *writer, int number, struct str entries,
                       struct str bytes, enum pdf_coding coding) {
    struct str stored = coding == PDF_DEFLATE ? deflated(writer, bytes) : bytes;
    place_set(writer, number, (struct place){(uint32_t)file_end(writer), 0, PLACE_FILE});
    buf_format(&writer->out, "%d 0 obj\n<<%.*s%s/Length %zu>>\nstream\n", number,
               STR_ARG(entries), coding == PDF_STORED ? "" : "/Filter/FlateDecode",
               stored.size);
    file_end(writer);
    piece_add(writer, stored);
    buf_add(&writer->out, STR("\nendstream\nendobj\n"));
}

static void group_close(struct pdf_writer *writer) {
    if (writer->member_count == 0)
        return;
    int number = pdf_writer_numbers(writer, 1);
    for (size_t i = 0; i < writer->member_count; i++)
        place_set(writer, writer->members[i],
                  (struct place){(uint32_t)number, (uint16_t)i, PLACE_GROUP});
    char entries[64];
    int size = snprintf(entries, sizeof entries, "/Type/ObjStm/N %zu/First %zu",
                        writer->member_count, writer->index.size);
    buf_add(&writer->index, buf_str(&writer->texts));
    stream_put(writer, number, (struct str){entries, (size_t)size}, buf_str(&writer->index),
               PDF_DEFLATE);
    buf_clear(&writer->index);
    buf_clear(&writer->texts);
    writer->member_count = 0;
}

void pdf_writer_object(struct pdf_writer *writer, int number, struct str text) {
    hash_add(writer, text);
    if (!writer->packed) {
        place_set(writer, number, (struct place){(uint32_t)file_end(writer), 0, PLACE_FILE});
        buf_number(&writer->out, number);
        buf_add(&writer->out, STR(" 0 obj\n"));
        buf_add(&writer->out, text);
        buf_add(&writer->out, STR("\nendobj\n"));
        return;
    }
    writer->members[writer->member_count++] = number;
    buf_number(&writer->index, number);
    buf_add_char(&writer->index, ' ');
    buf_number(&writer->index, (int64_t)writer->texts.size);
    buf_add_char(&writer->index, ' ');
    buf_add(&writer->texts, text);
    buf_add_char(&writer->texts, '\n');
    if (writer->member_count == GROUP_OBJECTS || writer->texts.size >= GROUP_BYTES)
        group_close(writer);
}

void pdf_writer_stream(struct pdf_writer *writer, int number, struct str entries,
                       struct str bytes, enum pdf_coding coding) {
    hash_add(writer, entries);
    if (coding != PDF_DEFLATED)
        hash_add(writer, bytes);
    stream_put(writer, number, entries, bytes, coding);
}

static void put_identifier(struct pdf_writer *writer, struct buf *out) {
    buf_add(out, STR("/ID["));
    for (int i = 0; i < 2; i++)
        buf_format(out, "<%016llX%016llX>", (unsigned long long)writer->hash[0],
                   (unsigned long long)writer->hash[1]);
    buf_add_char(out, ']');
}

/* the numbers that nothing was written for, as the list that begins at 0 */
static uint32_t next_free(const struct pdf_writer *writer, size_t after) {
    for (size_t i = after + 1; i < writer->place_count; i++)
        if (writer->places[i].kind == PLACE_FREE)
            return (uint32_t)i;
    return 0;
}

static void put_table(struct pdf_writer *writer, struct buf *out) {
    buf_format(out, "xref\n0 %zu\n", writer->place_count);
    for (size_t i = 0; i < writer->place_count; i++) {
        struct place place = writer->places[i];
        if (place.kind == PLACE_FILE)
            buf_format(out, "%010u 00000 n \n", (unsigned)place.at);
        else
            buf_format(out, "%010u %05d f \n", (unsigned)next_free(writer, i),
                       i ? 0 : FREE_GENERATION);
    }
}

/* Rows of a kind, four bytes and two. The stream's own place is that of the end so far. */
static void put_places(struct pdf_writer *writer, struct str trailer) {
    struct buf rows = buf_make(writer->arena), entries = buf_make(writer->arena);
    size_t own = (size_t)pdf_writer_numbers(writer, 1);
    for (size_t i = 0; i < writer->place_count; i++) {
        struct place place = writer->places[i];
        if (i == own)
            place = (struct place){(uint32_t)file_end(writer), 0, PLACE_FILE};
        else if (place.kind == PLACE_FREE)
            place = (struct place){next_free(writer, i), i ? 0 : FREE_GENERATION, PLACE_FREE};
        buf_add_char(&rows, (char)place.kind);
        for (int shift = 24; shift >= 0; shift -= 8)
            buf_add_char(&rows, (char)(place.at >> shift & 0xFF));
        buf_add_char(&rows, (char)(place.index >> 8));
        buf_add_char(&rows, (char)(place.index & 0xFF));
    }
    buf_format(&entries, "/Type/XRef/W[1 4 2]/Size %zu%.*s", writer->place_count,
               STR_ARG(trailer));
    stream_put(writer, (int)own, buf_str(&entries), buf_str(&rows), PDF_DEFLATE);
}

bool pdf_writer_finish(struct pdf_writer *writer, struct str trailer, struct str *bytes) {
    struct buf entries = buf_make(writer->arena);
    struct buf *out = &writer->out;
    group_close(writer);
    size_t start = file_end(writer);
    buf_add(&entries, trailer);
    put_identifier(writer, &entries);
    if (writer->packed) {
        put_places(writer, buf_str(&entries));
    } else {
        put_table(writer, out);
        buf_format(out, "trailer\n<</Size %zu%.*s>>\n", writer->place_count,
                   STR_ARG(buf_str(&entries)));
    }
    buf_format(out, "startxref\n%zu\n%%%%EOF\n", start);
    size_t size = file_end(writer), at = 0;
    if (size > LIMIT_BUFFER_BYTES || writer->place_count > LIMIT_PDF_OBJECTS)
        return false;
    char *data = arena_alloc(writer->arena, size);
    for (const struct piece *piece = writer->pieces; piece; piece = piece->next) {
        memcpy(data + at, piece->bytes, piece->size);
        at += piece->size;
    }
    *bytes = (struct str){data, size};
    return buf_ok(out);
}
