/* Roles, the tree, the parent tree, and the links, which are both annotations and elements. */
#include "render/pdf/tags.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/syntax.h"

enum { NODE_KIDS = 64 /* of the trees of numbers and names */ };

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
    struct str words = tags->layout->elements[mark->element].alternative;
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
        int64_t height = tags->layout->sheets[element->sheet].height;
        const int64_t *box = element->box;
        buf_add(text, STR("/A<</O/Layout/Placement/Block/BBox"));
        put_rectangle(text,
                      (const int64_t[]){box[0], height - box[3], box[2], height - box[1]});
        buf_add(text, STR(">>/Alt"));
        put_text(text, element->alternative);
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
    const struct element_kid *kids = tags->layout->kids;
    struct buf *text = &tags->text;
    uint32_t home = UINT32_MAX, at = element->first;
    while (at && kids[at].kind == KID_ELEMENT)
        at = kids[at].next;
    if (at) {
        home = kids[at].sheet;
        buf_add(text, STR("/Pg "));
        put_reference(text, tags->pages[home]);
    }
    if (element->first == 0)
        return;
    bool single = element->first == element->last;
    buf_add(text, single ? STR("/K ") : STR("/K["));
    for (at = element->first; at; at = kids[at].next) {
        put_kid(tags, &kids[at], home);
        buf_add(text, kids[at].next ? STR(" ") : STR_EMPTY);
    }
    buf_add(text, single ? STR_EMPTY : STR("]"));
}

static void put_note_name(struct buf *text, uint32_t element) {
    buf_format(text, "(note%010u)", (unsigned)element); /* in the order of their numbers */
}

static void write_element(struct tags *tags, uint32_t index) {
    const struct element *element = &tags->layout->elements[index];
    struct buf *text = &tags->text;
    buf_clear(text);
    buf_add(text, STR("<</S/"));
    buf_add(text, tag_name(element));
    buf_add(text, STR("/P "));
    put_reference(text, index ? element_number(tags, element->parent) : tags->root);
    put_attributes(tags, element);
    if (element->kind == ELEMENT_NOTE) {
        buf_add(text, STR("/ID"));
        put_note_name(text, index);
    }
    put_kids(tags, element);
    buf_add(text, STR(">>"));
    pdf_object_put(tags->file, element_number(tags, index), buf_str(text));
}

/* --- trees of numbers and names (ISO 32000-1, 7.9.6 and 7.9.7) */

struct tree_leaves { /* of a tree: "/Nums" with numbers, or "/Names" with strings */
    struct tags *tags;
    const char *key;
    size_t count;
    void (*put_key)(const struct tree_leaves *leaves, size_t item);
    int (*value)(const struct tree_leaves *leaves, size_t item);
    const uint32_t *notes;
};

static void put_limits(const struct tree_leaves *leaves, size_t first, size_t last) {
    buf_add(&leaves->tags->text, STR("/Limits["));
    leaves->put_key(leaves, first);
    buf_add_char(&leaves->tags->text, ' ');
    leaves->put_key(leaves, last);
    buf_add_char(&leaves->tags->text, ']');
}

static int write_leaf(const struct tree_leaves *leaves, size_t first, size_t last) {
    struct buf *text = &leaves->tags->text;
    int number = pdf_number_new(leaves->tags->file);
    buf_clear(text);
    buf_add(text, STR("<<"));
    put_limits(leaves, first, last);
    buf_format(text, "/%s[", leaves->key);
    for (size_t i = first; i <= last; i++) {
        leaves->put_key(leaves, i);
        buf_add_char(text, ' ');
        put_reference(text, leaves->value(leaves, i));
        buf_add_char(text, ' ');
    }
    buf_add(text, STR("]>>"));
    pdf_object_put(leaves->tags->file, number, buf_str(text));
    return number;
}

/* a level of nodes, each over NODE_KIDS below it; `step` items stand below each of those */
static size_t write_level(const struct tree_leaves *leaves, int *numbers, size_t count,
                          size_t step) {
    struct buf *text = &leaves->tags->text;
    size_t above = 0;
    for (size_t i = 0; i < count; i += NODE_KIDS) {
        size_t end = i + NODE_KIDS < count ? i + NODE_KIDS : count;
        size_t last = end * step < leaves->count ? end * step : leaves->count;
        int number = pdf_number_new(leaves->tags->file);
        buf_clear(text);
        buf_add(text, STR("<<"));
        if (count > NODE_KIDS) /* the root has none */
            put_limits(leaves, i * step, last - 1);
        buf_add(text, STR("/Kids["));
        for (size_t k = i; k < end; k++) {
            put_reference(text, numbers[k]);
            buf_add_char(text, ' ');
        }
        buf_add(text, STR("]>>"));
        pdf_object_put(leaves->tags->file, number, buf_str(text));
        numbers[above++] = number;
    }
    return above;
}

/* the number of the root */
static int write_tree(const struct tree_leaves *leaves) {
    ASSERT(leaves->count > 0);
    size_t count = (leaves->count + NODE_KIDS - 1) / NODE_KIDS, step = NODE_KIDS;
    int *numbers = ARENA_ARRAY(leaves->tags->arena, int, count);
    for (size_t i = 0; i < count; i++) {
        size_t last = (i + 1) * NODE_KIDS < leaves->count ? (i + 1) * NODE_KIDS : leaves->count;
        numbers[i] = write_leaf(leaves, i * NODE_KIDS, last - 1);
    }
    do {
        count = write_level(leaves, numbers, count, step);
        step *= NODE_KIDS;
    } while (count > 1);
    return numbers[0];
}

static void put_parent_key(const struct tree_leaves *leaves, size_t item) {
    buf_number(&leaves->tags->text, (int64_t)item);
}

static int parent_value(const struct tree_leaves *leaves, size_t item) {
    const struct tags *tags = leaves->tags;
    return item < tags->layout->count
               ? tags->parents[item]
               : element_number(tags, tags->owners[item - tags->layout->count]);
}

static void put_note_key(const struct tree_leaves *leaves, size_t item) {
    put_note_name(&leaves->tags->text, leaves->notes[item]);
}

static int note_value(const struct tree_leaves *leaves, size_t item) {
    return element_number(leaves->tags, leaves->notes[item]);
}

/* Notes have names, which are found in a tree of their own. 0: there are no notes. */
static int write_names(struct tags *tags) {
    uint32_t *notes = NULL;
    size_t count = 0, capacity = 0;
    for (uint32_t i = 0; i < tags->layout->element_count; i++)
        if (tags->layout->elements[i].kind == ELEMENT_NOTE) {
            notes = ARENA_PUSH(tags->arena, notes, count, &capacity);
            notes[count++] = i;
        }
    struct tree_leaves leaves = {.tags = tags,
                                 .key = "Names",
                                 .count = count,
                                 .put_key = put_note_key,
                                 .value = note_value,
                                 .notes = notes};
    return count ? write_tree(&leaves) : 0;
}

struct str tags_write(struct tags *tags) {
    for (uint32_t i = 0; i < tags->layout->element_count; i++)
        write_element(tags, i);
    struct tree_leaves leaves = {.tags = tags,
                                 .key = "Nums",
                                 .count = tags->layout->count + tags->link_count,
                                 .put_key = put_parent_key,
                                 .value = parent_value};
    int parents = write_tree(&leaves), names = write_names(tags);
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
