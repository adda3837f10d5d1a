/* libharu 2.3.0 from the inside: Debian installs hpdf_objects.h and hpdf_pages.h and exports
 * what they declare. Kept in this one file. */
#include "render/pdf/object.h"

#include <hpdf.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/guard.h"

enum { PAGES_A_NODE = 64, LEVELS_MOST = 6 };

struct dict { /* an indirect dictionary that writes its own text */
    HPDF_Dict object;
    struct str text;
};

struct pdf_file {
    struct arena *arena;
    HPDF_Doc doc;
    HPDF_Encoder utf8;
    unsigned long error; /* the first */
    struct dict **dicts;
    size_t dict_count, dict_capacity;
    HPDF_Page *pages;
    size_t page_count, page_capacity;
    HPDF_Outline outlines[LEVELS_MOST + 1]; /* the newest of each level */
    uint64_t hash[2];
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

static void hash_add(struct pdf_file *file, struct str bytes) {
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        file->hash[0] = (file->hash[0] ^ byte) * 1099511628211u;
        file->hash[1] = (file->hash[1] ^ (byte + 0x9Eu)) * 1099511628211u;
    }
}

static void set_info(struct pdf_file *file, const struct pdf_info *info) {
    const struct {
        HPDF_InfoType type;
        struct str text;
    } texts[] = {{HPDF_INFO_TITLE, info->title},
                 {HPDF_INFO_AUTHOR, info->author},
                 {HPDF_INFO_SUBJECT, info->subject},
                 {HPDF_INFO_CREATOR, info->producer},
                 {HPDF_INFO_PRODUCER, info->producer}};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        hash_add(file, texts[i].text);
        if (texts[i].text.size)
            HPDF_SetInfoAttr(file->doc, texts[i].type, str_zero(file->arena, texts[i].text));
    }
    struct date date;
    if (!date_parse(info->date, &date))
        return;
    HPDF_Date when = {date.year, date.month, date.day, 0, 0, 0, 'Z', 0, 0};
    HPDF_SetInfoDateAttr(file->doc, HPDF_INFO_CREATION_DATE, when);
    HPDF_SetInfoDateAttr(file->doc, HPDF_INFO_MOD_DATE, when);
}

struct pdf_file *pdf_file_new(struct arena *arena, const struct pdf_info *info) {
    ASSERT(strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT) == 0);
    struct pdf_file *file = ARENA_NEW(arena, struct pdf_file);
    file->arena = arena;
    file->hash[0] = 1469598103934665603u;
    file->hash[1] = 0x9E3779B97F4A7C15u;
    file->doc = HPDF_NewEx(on_error, hook_alloc, hook_free, 0, file);
    if (!file->doc)
        return NULL;
    HPDF_Doc doc = file->doc;
    doc->pdf_version = HPDF_VER_14;
    HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(doc);
    HPDF_SetCurrentEncoder(doc, "UTF-8");
    HPDF_SetPagesConfiguration(doc, PAGES_A_NODE); /* the flat tree ends at 32,767 */
    file->utf8 = HPDF_GetEncoder(doc, "UTF-8");
    set_info(file, info);
    HPDF_Dict_Add(doc->catalog, "Lang",
                  HPDF_String_New(doc->mmgr, str_zero(arena, info->language), NULL));
    HPDF_Dict preferences = HPDF_Dict_New(doc->mmgr);
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(doc->catalog, "ViewerPreferences", preferences);
    return file;
}

void pdf_file_free(struct pdf_file *file) {
    if (file->doc)
        HPDF_Free(file->doc);
    file->doc = NULL;
}

static HPDF_STATUS dict_write(HPDF_Dict object, HPDF_Stream stream) {
    const struct dict *dict = object->attr;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)dict->text.data,
                             (HPDF_UINT)dict->text.size);
}

size_t pdf_dict_new(struct pdf_file *file) {
    struct dict *dict = ARENA_NEW(file->arena, struct dict);
    dict->object = HPDF_Dict_New(file->doc->mmgr);
    HPDF_Xref_Add(file->doc->xref, dict->object);
    dict->object->attr = dict;
    dict->object->write_fn = dict_write;
    file->dicts = ARENA_PUSH(file->arena, file->dicts, file->dict_count, &file->dict_capacity);
    file->dicts[file->dict_count] = dict;
    return file->dict_count++;
}

void pdf_dict_set(struct pdf_file *file, size_t dict, struct str text) {
    hash_add(file, text);
    file->dicts[dict]->text = str_join(file->arena, text, STR("\n"));
}

static int object_number(const void *object) {
    return (int)(((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF);
}

int pdf_reference(struct pdf_file *file, size_t dict) {
    return object_number(file->dicts[dict]->object);
}

int pdf_stream(struct pdf_file *file, struct str bytes, const char *length_key) {
    HPDF_Dict stream = HPDF_DictStream_New(file->doc->mmgr, file->doc->xref);
    HPDF_Stream_Write(stream->stream, (const HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.size);
    stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    if (length_key)
        HPDF_Dict_AddNumber(stream, length_key, (HPDF_INT32)bytes.size);
    hash_add(file, bytes);
    return object_number(stream);
}

static float points(int64_t mpt) {
    return (float)mpt / 1000.0F;
}

size_t pdf_page(struct pdf_file *file, int64_t width, int64_t height, struct str content,
                const size_t *fonts, size_t font_count) {
    HPDF_Page page = HPDF_AddPage(file->doc);
    HPDF_Page_SetWidth(page, points(width));
    HPDF_Page_SetHeight(page, points(height));
    HPDF_Dict resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
    HPDF_Dict_RemoveElement(resources, "ProcSet");
    HPDF_Dict names = HPDF_Dict_New(file->doc->mmgr);
    HPDF_Dict_Add(resources, "Font", names);
    for (size_t i = 0; i < font_count; i++)
        HPDF_Dict_Add(names, str_format(file->arena, "F%zu", i).data,
                      file->dicts[fonts[i]]->object);
    HPDF_PageAttr attributes = page->attr;
    HPDF_Stream_Write(attributes->stream, (const HPDF_BYTE *)content.data,
                      (HPDF_UINT)content.size);
    hash_add(file, content);
    file->pages = ARENA_PUSH(file->arena, file->pages, file->page_count, &file->page_capacity);
    file->pages[file->page_count] = page;
    return file->page_count++;
}

void pdf_page_link(struct pdf_file *file, size_t page, const int64_t rectangle[4],
                   struct str address) {
    HPDF_Rect area = {points(rectangle[0]), points(rectangle[1]), points(rectangle[2]),
                      points(rectangle[3])};
    HPDF_Annotation link =
        HPDF_Page_CreateURILinkAnnot(file->pages[page], area, str_zero(file->arena, address));
    HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
    HPDF_Dict_AddNumber(link, "F", 4); /* printed */
    hash_add(file, address);
}

void pdf_bookmark(struct pdf_file *file, struct str title, int level, size_t page,
                  int64_t top) {
    HPDF_Outline parent = NULL;
    level = level < 1 ? 1 : level > LEVELS_MOST ? LEVELS_MOST : level;
    for (int above = level - 1; above > 0 && !parent; above--)
        parent = file->outlines[above];
    HPDF_Outline outline =
        HPDF_CreateOutline(file->doc, parent, str_zero(file->arena, title), file->utf8);
    HPDF_Array place = HPDF_Array_New(file->doc->mmgr);
    HPDF_Array_Add(place, file->pages[page]);
    HPDF_Array_AddName(place, "XYZ");
    HPDF_Array_Add(place, HPDF_Null_New(file->doc->mmgr));
    HPDF_Array_AddReal(place, points(top));
    HPDF_Array_Add(place, HPDF_Null_New(file->doc->mmgr));
    HPDF_Dict_Add(outline, "Dest", place);
    hash_add(file, title);
    file->outlines[level] = outline;
    for (int below = level + 1; below <= LEVELS_MOST; below++)
        file->outlines[below] = NULL;
}

static void add_identifier(struct pdf_file *file) {
    unsigned char bytes[16];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(file->hash[i / 8] >> (i % 8 * 8));
    HPDF_Array identifier = HPDF_Array_New(file->doc->mmgr);
    HPDF_Dict_Add(file->doc->trailer, "ID", identifier);
    HPDF_Array_Add(identifier, HPDF_Binary_New(file->doc->mmgr, bytes, sizeof bytes));
    HPDF_Array_Add(identifier, HPDF_Binary_New(file->doc->mmgr, bytes, sizeof bytes));
}

bool pdf_file_bytes(struct pdf_file *file, struct arena *arena, struct str *bytes,
                    unsigned long *code) {
    add_identifier(file);
    if (file->error == 0)
        HPDF_SaveToStream(file->doc);
    *code = file->error;
    if (file->error)
        return false;
    HPDF_UINT32 size = HPDF_GetStreamSize(file->doc), read = size;
    char *data = arena_alloc(arena, size);
    HPDF_GetContents(file->doc, (HPDF_BYTE *)data, &read);
    *bytes = (struct str){data, read};
    *code = file->error;
    return file->error == 0 && read == size;
}
