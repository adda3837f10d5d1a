/* Roles, the tree, the parent tree, and the links, which are both annotations and elements. */
#include "render/pdf/tags.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/leaves.h"
#include "render/pdf/syntax.h"

enum { KIDS_MOST = 8191 /* of an array in PDF/A-1 */ };

struct tags {
    struct arena *arena;
    struct pdf_file *file;
    const struct layout *layout;
    const int *pages;
    int root, first;  /* numbers of the tree's root and of the document's element */
    int *parents;     /* by sheet: number of the array from content to element */
    uint32_t **links; /* by sheet and mark: number of the annotation; NULL: no links */
    uint32_t *owners; /* by link: its element */
    size_t link_count, link_capacity;
    int *homes; /* by element: number of the group it stands in, 0: of its parent; or NULL */
    struct buf text; /* of the object at hand */
};

struct str tag_name(const struct element *element) {
    static const char *const HEADINGS[] = {"H1", "H2", "H3", "H4", "H5", "H6"};
    switch (element->kind) {
    case ELEMENT_DOCUMENT:
        return STR("Document");
    case ELEMENT_HEADING:
        ASSERT(element->level >= 1);
        return str_of(HEADINGS[(element->level < 6 ? element->level : 6) - 1]);
    case ELEMENT_PARAGRAPH:
        return STR("P");
    case ELEMENT_LIST:
        return STR("L");
    case ELEMENT_ITEM:
        return STR("LI");
    case ELEMENT_LABEL:
        return STR("Lbl");
    case ELEMENT_ITEM_BODY:
        return STR("LBody");
    case ELEMENT_QUOTE:
        return STR("BlockQuote");
    case ELEMENT_CODE:
        return STR("Code");
    case ELEMENT_TABLE:
        return STR("Table");
    case ELEMENT_ROW:
        return STR("TR");
    case ELEMENT_HEAD_CELL:
        return STR("TH");
    case ELEMENT_CELL:
        return STR("TD");
    case ELEMENT_FIGURE:
        return STR("Figure");
    case ELEMENT_CAPTION:
        return STR("Caption");
    case ELEMENT_LINK:
        return STR("Link");
    case ELEMENT_CONTENTS:
        return STR("TOC");
    case ELEMENT_CONTENTS_ITEM:
        return STR("TOCI");
    case ELEMENT_NOTE:
        return STR("Note");
    case ELEMENT_REFERENCE:
        return STR("Reference");
    }
    ASSERT(false);
    return STR_EMPTY;
}

struct tags *tags_new(struct arena *arena, struct pdf_file *file, const struct layout *layout,
                      const int *pages) {
    struct tags *tags = ARENA_NEW(arena, struct tags);
    *tags = (struct tags){.arena = arena,
                          .file = file,
                          .layout = layout,
                          .pages = pages,
                          .root = pdf_number_new(file),
                          .first = pdf_numbers_new(file, layout->element_count),
                          .parents = ARENA_ARRAY(arena, int, layout->count),
                          .links = ARENA_ARRAY(arena, uint32_t *, layout->count),
                          .text = buf_make(arena)};
    return tags;
}

void tags_limit(struct tags *tags) {
    tags->homes = ARENA_ARRAY(tags->arena, int, tags->layout->element_count);
}

static int element_number(const struct tags *tags, uint32_t element) {
    return tags->first + (int)element;
}

/* --- links */

static void put_target(struct tags *tags, size_t sheet, struct str target) {
    struct buf *text = &tags->text;
    if (!str_starts(target, STR("#"))) {
        buf_add(text, STR("/A<</S/URI/URI"));
        put_address(text, target);
        buf_add(text, STR(">>"));
        return;
    }
    const struct anchor *anchor = map_get(&tags->layout->anchors, str_from(target, 1));
    size_t at = anchor ? anchor->sheet : sheet; /* compose has looked whether there is one */
    int64_t height = tags->layout->sheets[at].height;
    buf_add(text, STR("/Dest"));
    put_place(text, tags->pages[at], anchor ? height - anchor->y : height);
}

static void put_rectangle(struct buf *text, const int64_t corners[4]) {
    buf_add_char(text, '[');
    for (size_t i = 0; i < 4; i++) {
        buf_add(text, i ? STR(" ") : STR_EMPTY);
        put_length(text, corners[i]);
    }
    buf_add_char(text, ']');
}

/* An annotation says in words where it leads, and is printed (ISO 14289-1, 7.18). */
static int write_link(struct tags *tags, size_t sheet, const struct mark *mark) {
    struct buf *text = &tags->text;
    int number = pdf_number_new(tags->file);
    int64_t bottom = tags->layout->sheets[sheet].height - mark->y - mark->height;
    struct str words = layout_wording(tags->layout, mark->element)->alternative;
    buf_clear(text);
    buf_add(text, STR("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"));
    put_rectangle(
        text, (const int64_t[]){mark->x, bottom, mark->x + mark->width, bottom + mark->height});
    buf_add(text, STR("/Contents"));
    put_text(text, words.size ? words : mark->text);
    buf_format(text, "/StructParent %zu", tags->layout->count + tags->link_count);
    put_target(tags, sheet, mark->text);
    buf_add(text, STR(">>"));
    pdf_object_put(tags->file, number, buf_str(text));
    tags->owners =
        ARENA_PUSH(tags->arena, tags->owners, tags->link_count, &tags->link_capacity);
    tags->owners[tags->link_count++] = mark->element;
    return number;
}

/* the array from the pieces of content of a page to their elements */
static void write_parents(struct tags *tags, size_t sheet) {
    const struct sheet *page = &tags->layout->sheets[sheet];
    struct buf *text = &tags->text;
    uint32_t next = 0;
    buf_clear(text);
    buf_add_char(text, '[');
    for (size_t i = 0; i < page->count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind == MARK_LINK || mark->element == ELEMENT_NONE || mark->content < next)
            continue;
        ASSERT(mark->content == next); /* in reading order */
        next++;
        put_reference(text, element_number(tags, mark->element));
        buf_add_char(text, ' ');
    }
    ASSERT(next == page->content_count);
    buf_add_char(text, ']');
    tags->parents[sheet] = pdf_number_new(tags->file);
    pdf_object_put(tags->file, tags->parents[sheet], buf_str(text));
}

struct str tags_page(struct tags *tags, size_t sheet) {
    const struct sheet *page = &tags->layout->sheets[sheet];
    struct buf entries = buf_make(tags->arena);
    write_parents(tags, sheet);
    buf_format(&entries, "/StructParents %zu/Tabs/S", sheet);
    for (size_t i = 0; i < page->count; i++) {
        if (page->marks[i].kind != MARK_LINK)
            continue;
        if (!tags->links[sheet]) {
            tags->links[sheet] = ARENA_ARRAY(tags->arena, uint32_t, page->count);
            buf_add(&entries, STR("/Annots["));
        }
        int number = write_link(tags, sheet, &page->marks[i]);
        tags->links[sheet][i] = (uint32_t)number;
        put_reference(&entries, number);
        buf_add_char(&entries, ' ');
    }
    buf_add(&entries, tags->links[sheet] ? STR("]") : STR_EMPTY);
    return buf_str(&entries);
}

/* --- elements */

static void put_attributes(struct tags *tags, const struct element *element) {
    static const char *const SCOPES[] = {"Column", "Row", "Both"};
    struct buf *text = &tags->text;
    bool head = element->kind == ELEMENT_HEAD_CELL;
    if (head || (element->kind == ELEMENT_CELL && element->columns > 1)) {
        buf_add(text, STR("/A<</O/Table"));
        if (head)
            buf_format(text, "/Scope/%s", SCOPES[element->scope]);
        if (element->columns > 1)
            buf_format(text, "/ColSpan %u", (unsigned)element->columns);
        buf_add(text, STR(">>"));
    } else if (element->kind == ELEMENT_FIGURE) {
        const struct wording *wording = &tags->layout->wordings[element->wording];
        int64_t height = tags->layout->sheets[wording->sheet].height;
        const int64_t *box = wording->box;
        buf_add(text, STR("/A<</O/Layout/Placement/Block/BBox"));
        put_rectangle(text,
                      (const int64_t[]){box[0], height - box[3], box[2], height - box[1]});
        buf_add(text, STR(">>/Alt"));
        put_text(text, wording->alternative);
    } else if (element->kind == ELEMENT_LIST) {
        buf_format(text, "/A<</O/List/ListNumbering/%s>>",
                   element->level > 0 ? "Decimal" : "Disc");
    }
}

static void put_kid(struct tags *tags, const struct element_kid *kid, uint32_t home) {
    struct buf *text = &tags->text;
    switch (kid->kind) {
    case KID_ELEMENT:
        put_reference(text, element_number(tags, kid->index));
        return;
    case KID_CONTENT:
        if (kid->sheet == home)
            buf_number(text, kid->index);
        else
            buf_format(text, "<</Type/MCR/Pg %d 0 R/MCID %u>>", tags->pages[kid->sheet],
                       (unsigned)kid->index);
        return;
    case KID_LINK:
        buf_format(text, "<</Type/OBJR/Obj %u 0 R/Pg %d 0 R>>",
                   (unsigned)tags->links[kid->sheet][kid->index], tags->pages[kid->sheet]);
        return;
    }
}

/* The page of the element is that of its first content. */
static void put_kids(struct tags *tags, const struct element *element) {
    struct buf *text = &tags->text;
    uint32_t home = UINT32_MAX, at = element->first;
    while (at && layout_kid(tags->layout, at)->kind == KID_ELEMENT)
        at = layout_kid(tags->layout, at)->next;
    if (at) {
        home = layout_kid(tags->layout, at)->sheet;
        buf_add(text, STR("/Pg "));
        put_reference(text, tags->pages[home]);
    }
    if (element->first == 0)
        return;
    bool single = element->first == element->last;
    buf_add(text, single ? STR("/K ") : STR("/K["));
    for (at = element->first; at; at = layout_kid(tags->layout, at)->next) {
        put_kid(tags, layout_kid(tags->layout, at), home);
        buf_add(text, layout_kid(tags->layout, at)->next ? STR(" ") : STR_EMPTY);
    }
    buf_add(text, single ? STR_EMPTY : STR("]"));
}

static bool is_crowded(const struct tags *tags, const struct element *element) {
    size_t count = 0;
    for (uint32_t at = element->first; at && tags->homes;
         at = layout_kid(tags->layout, at)->next)
        count++;
    return count > KIDS_MOST;
}

/* So many kids from `at` on as a group below the element; the first that is left, or 0. */
static uint32_t write_group(struct tags *tags, uint32_t index, uint32_t at, int number) {
    const struct element *element = layout_element(tags->layout, index);
    struct buf *text = &tags->text;
    buf_clear(text);
    buf_format(text, "<</S/%s/P ", element->kind == ELEMENT_TABLE ? "TBody" : "Div");
    put_reference(text, element_number(tags, index));
    buf_add(text, STR("/K["));
    for (size_t i = 0; i < KIDS_MOST && at; i++, at = layout_kid(tags->layout, at)->next) {
        put_kid(tags, layout_kid(tags->layout, at), UINT32_MAX);
        buf_add_char(text, ' ');
        if (layout_kid(tags->layout, at)->kind == KID_ELEMENT)
            tags->homes[layout_kid(tags->layout, at)->index] = number;
    }
    buf_add(text, STR("]>>"));
    pdf_object_put(tags->file, number, buf_str(text));
    return at;
}

/* "/K[…]" with the groups of an element */
static struct str write_groups(struct tags *tags, uint32_t index) {
    struct buf groups = buf_make(tags->arena);
    buf_add(&groups, STR("/K["));
    for (uint32_t at = layout_element(tags->layout, index)->first; at;) {
        int number = pdf_number_new(tags->file);
        put_reference(&groups, number);
        buf_add_char(&groups, ' ');
        at = write_group(tags, index, at, number);
    }
    buf_add_char(&groups, ']');
    return buf_str(&groups);
}

static void put_note_name(struct buf *text, uint32_t element) {
    buf_format(text, "(note%010u)", (unsigned)element); /* in the order of their numbers */
}

static void write_element(struct tags *tags, uint32_t index) {
    const struct element *element = layout_element(tags->layout, index);
    struct buf *text = &tags->text;
    struct str groups = is_crowded(tags, element) ? write_groups(tags, index) : STR_EMPTY;
    int parent = index ? element_number(tags, element->parent) : tags->root;
    if (tags->homes && tags->homes[index])
        parent = tags->homes[index];
    buf_clear(text);
    buf_add(text, STR("<</S/"));
    buf_add(text, tag_name(element));
    buf_add(text, STR("/P "));
    put_reference(text, parent);
    put_attributes(tags, element);
    if (element->kind == ELEMENT_NOTE) {
        buf_add(text, STR("/ID"));
        put_note_name(text, index);
    }
    if (groups.size)
        buf_add(text, groups);
    else
        put_kids(tags, element);
    buf_add(text, STR(">>"));
    pdf_object_put(tags->file, element_number(tags, index), buf_str(text));
}

/* --- the ways back */

static void put_parent_key(const void *user, size_t item, struct buf *out) {
    UNUSED(user);
    buf_number(out, (int64_t)item);
}

static int parent_value(const void *user, size_t item) {
    const struct tags *tags = user;
    return item < tags->layout->count
               ? tags->parents[item]
               : element_number(tags, tags->owners[item - tags->layout->count]);
}

struct notes_named {
    const struct tags *tags;
    uint32_t *items;
    size_t count, capacity;
};

static void put_note_key(const void *user, size_t item, struct buf *out) {
    const struct notes_named *notes = user;
    put_note_name(out, notes->items[item]);
}

static int note_value(const void *user, size_t item) {
    const struct notes_named *notes = user;
    return element_number(notes->tags, notes->items[item]);
}

/* Notes have names, which are found in a tree of their own. 0: there are no notes. */
static int write_names(struct tags *tags) {
    struct notes_named notes = {.tags = tags};
    for (uint32_t i = 0; i < tags->layout->element_count; i++)
        if (layout_element(tags->layout, i)->kind == ELEMENT_NOTE) {
            notes.items = ARENA_PUSH(tags->arena, notes.items, notes.count, &notes.capacity);
            notes.items[notes.count++] = i;
        }
    struct pdf_leaves leaves = {.key = "Names",
                                .count = notes.count,
                                .put_key = put_note_key,
                                .value = note_value,
                                .user = &notes};
    return notes.count ? pdf_leaves_write(tags->arena, tags->file, &leaves) : 0;
}

struct str tags_write(struct tags *tags) {
    for (uint32_t i = 0; i < tags->layout->element_count; i++)
        write_element(tags, i);
    struct pdf_leaves leaves = {.key = "Nums",
                                .count = tags->layout->count + tags->link_count,
                                .put_key = put_parent_key,
                                .value = parent_value,
                                .user = tags};
    int parents = pdf_leaves_write(tags->arena, tags->file, &leaves), names = write_names(tags);
    struct buf *text = &tags->text;
    buf_clear(text);
    buf_format(text, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %zu",
               tags->first, parents, leaves.count);
    if (names)
        buf_format(text, "/IDTree %d 0 R", names);
    buf_add(text, STR(">>"));
    pdf_object_put(tags->file, tags->root, buf_str(text));
    return str_format(tags->arena, "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R",
                      tags->root);
}
