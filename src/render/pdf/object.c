/* libharu 2.3.0 from the inside: Debian installs hpdf_objects.h and hpdf_pages.h and exports
 * what they declare. Kept in this one file.
 *
 * An object of libharu is written by libharu (HPDF_Obj_WriteValue), which asks back for what we
 * add to it: texts, by object number. The streams that libharu makes with each page stay empty;
 * their numbers are used, one for the page's content, the other for something else. */
#include "render/pdf/object.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"

enum { PAGES_A_NODE = 64, LEVELS_MOST = 6, STREAM_BYTES = 4096 };

struct page {
    HPDF_Page object;
    int content; /* number of its stream */
};

struct pdf_file {
    struct arena *arena;
    HPDF_Doc doc;
    unsigned long error; /* the first */
    bool packed;
    struct page *pages;
    size_t page_count, page_capacity, page_put;
    int *spare; /* numbers that libharu gave to nothing */
    size_t spare_count, spare_capacity;
    HPDF_Outline outlines[LEVELS_MOST + 1]; /* the newest of each level */
    struct str *texts; /* by number: what our part of an object of libharu says */
    size_t text_count;
    struct str *outline_texts; /* until the numbers are known to the last */
    HPDF_Outline *outline_objects;
    size_t outline_count, outline_capacity, outline_object_capacity;
    struct pdf_writer *writer; /* NULL as long as libharu numbers */
};

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user) {
    struct pdf_file *file = user;
    UNUSED(detail);
    if (file->error == 0)
        file->error = error;
}

static void *hook_alloc(HPDF_UINT size) {
    return memory_get(1, size);
}

static void hook_free(void *memory) {
    memory_release(memory);
}

static int object_number(const void *object) {
    return (int)(((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF);
}

struct pdf_file *pdf_file_new(struct arena *arena, bool packed) {
    ASSERT(strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT) == 0);
    struct pdf_file *file = ARENA_NEW(arena, struct pdf_file);
    file->arena = arena;
    file->packed = packed;
    file->doc = HPDF_NewEx(on_error, hook_alloc, hook_free, 0, file);
    if (!file->doc)
        return NULL;
    HPDF_SetPagesConfiguration(file->doc, PAGES_A_NODE); /* a flat tree ends at 32,767 */
    HPDF_Dict_RemoveElement(file->doc->info, "Producer");
    return file;
}

void pdf_file_free(struct pdf_file *file) {
    if (!file)
        return;
    pdf_writer_free(file->writer);
    if (file->doc)
        HPDF_Free(file->doc);
    file->doc = NULL;
}

static float points(int64_t mpt) {
    return (float)mpt / 1000.0F;
}

/* a number that stands for nothing any more */
static void spare(struct pdf_file *file, int number) {
    file->spare =
        ARENA_PUSH(file->arena, file->spare, file->spare_count, &file->spare_capacity);
    file->spare[file->spare_count++] = number;
}

int pdf_page_new(struct pdf_file *file, int64_t width, int64_t height) {
    ASSERT(!file->writer);
    HPDF_Page page = HPDF_AddPage(file->doc);
    if (!page)
        return 0;
    HPDF_Page_SetWidth(page, points(width));
    HPDF_Page_SetHeight(page, points(height));
    HPDF_Dict_RemoveElement(page, "Resources");
    HPDF_Dict content = ((HPDF_PageAttr)page->attr)->contents;
    spare(file, object_number(HPDF_Dict_GetItem(content, "Length", HPDF_OCLASS_NUMBER)));
    file->pages = ARENA_PUSH(file->arena, file->pages, file->page_count, &file->page_capacity);
    file->pages[file->page_count++] = (struct page){page, object_number(content)};
    return object_number(page);
}

void pdf_bookmark_new(struct pdf_file *file, int level, struct str entries) {
    ASSERT(!file->writer);
    HPDF_Outline parent = NULL;
    level = level < 1 ? 1 : level > LEVELS_MOST ? LEVELS_MOST : level;
    for (int above = level - 1; above > 0 && !parent; above--)
        parent = file->outlines[above];
    HPDF_Outline outline = HPDF_CreateOutline(file->doc, parent, "-", NULL);
    if (!outline)
        return;
    HPDF_Dict_RemoveElement(outline, "Title"); /* ours says it, in any script */
    file->outline_texts = ARENA_PUSH(file->arena, file->outline_texts, file->outline_count,
                                     &file->outline_capacity);
    file->outline_objects = ARENA_PUSH(file->arena, file->outline_objects, file->outline_count,
                                       &file->outline_object_capacity);
    file->outline_texts[file->outline_count] = str_copy(file->arena, entries);
    file->outline_objects[file->outline_count++] = outline;
    file->outlines[level] = outline;
    for (int below = level + 1; below <= LEVELS_MOST; below++)
        file->outlines[below] = NULL;
}

static HPDF_STATUS write_text(HPDF_Dict object, HPDF_Stream stream) {
    struct pdf_file *file = object->error->user_data;
    struct str text = file->texts[object_number(object)];
    if (text.size == 0)
        return HPDF_OK;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)text.data, (HPDF_UINT)text.size);
}

/* what libharu writes between the brackets, and then this */
static void text_set(struct pdf_file *file, HPDF_Dict object, struct str text) {
    size_t number = (size_t)object_number(object);
    ASSERT(number > 0 && number < file->text_count && !object->write_fn);
    object->write_fn = write_text;
    file->texts[number] = text;
}

static struct pdf_writer *writer_of(struct pdf_file *file) {
    if (file->writer)
        return file->writer;
    file->text_count = file->doc->xref->entries->count;
    file->texts = ARENA_ARRAY(file->arena, struct str, file->text_count);
    file->writer = pdf_writer_new(file->arena, file->packed, (int)file->text_count);
    for (size_t i = 0; i < file->outline_count; i++)
        text_set(file, file->outline_objects[i], file->outline_texts[i]);
    return file->writer;
}

int pdf_number_new(struct pdf_file *file) {
    struct pdf_writer *writer = writer_of(file);
    return file->spare_count ? file->spare[--file->spare_count] : pdf_writer_numbers(writer, 1);
}

int pdf_numbers_new(struct pdf_file *file, size_t count) {
    return pdf_writer_numbers(writer_of(file), count);
}

void pdf_object_put(struct pdf_file *file, int number, struct str text) {
    pdf_writer_object(writer_of(file), number, text);
}

int pdf_stream_put(struct pdf_file *file, struct str entries, struct str bytes,
                   enum pdf_coding coding) {
    int number = pdf_number_new(file);
    pdf_writer_stream(file->writer, number, entries, bytes, coding);
    return number;
}

void pdf_page_put(struct pdf_file *file, size_t page, struct str content, struct str entries) {
    struct pdf_writer *writer = writer_of(file);
    ASSERT(page == file->page_put && page < file->page_count);
    file->page_put++;
    pdf_writer_stream(writer, file->pages[page].content, STR_EMPTY, content, PDF_DEFLATE);
    text_set(file, file->pages[page].object, entries);
}

void pdf_catalog_add(struct pdf_file *file, struct str entries) {
    writer_of(file);
    text_set(file, file->doc->catalog, entries);
}

void pdf_info_set(struct pdf_file *file, struct str entries) {
    writer_of(file);
    text_set(file, file->doc->info, entries);
}

/* one object as libharu writes it */
static void put_own(struct pdf_file *file, const void *object, struct buf *text) {
    HPDF_Stream stream = HPDF_MemStream_New(file->doc->mmgr, STREAM_BYTES);
    if (!stream)
        return;
    buf_clear(text);
    HPDF_Obj_WriteValue((void *)(uintptr_t)object, stream, NULL);
    for (HPDF_UINT i = 0, size = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
        const HPDF_BYTE *bytes = HPDF_MemStream_GetBufPtr(stream, i, &size);
        buf_add(text, (struct str){(const char *)bytes, size});
    }
    HPDF_Stream_Free(stream);
    pdf_writer_object(file->writer, object_number(object), buf_str(text));
}

static void put_all_own(struct pdf_file *file) {
    HPDF_List entries = file->doc->xref->entries;
    struct buf text = buf_make(file->arena);
    for (HPDF_UINT i = 1; i < entries->count && file->error == 0; i++) {
        const HPDF_XrefEntry_Rec *entry = HPDF_List_ItemAt(entries, i);
        const HPDF_Obj_Header *header = entry->obj;
        bool dict = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT;
        bool stream = dict && ((HPDF_Dict)entry->obj)->stream;
        if (dict && !stream) /* else the content of a page, or its length */
            put_own(file, entry->obj, &text);
    }
}

bool pdf_file_bytes(struct pdf_file *file, struct str *bytes, unsigned long *code) {
    struct pdf_writer *writer = writer_of(file);
    ASSERT(file->error || file->page_put == file->page_count);
    if (file->error == 0)
        put_all_own(file);
    while (file->spare_count) /* every number is something */
        pdf_writer_object(writer, file->spare[--file->spare_count], STR("null"));
    *code = file->error;
    struct str trailer =
        str_format(file->arena, "/Root %d 0 R/Info %d 0 R", object_number(file->doc->catalog),
                   object_number(file->doc->info));
    return pdf_writer_finish(writer, trailer, bytes) && file->error == 0;
}
