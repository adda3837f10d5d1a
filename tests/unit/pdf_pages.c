/* Pages of a report with letters of half an em: notes at their foot, contents, turned pages,
 * rows and words that are too large. */
#include "base/guard.h"
#include "base/limits.h"
#include "render/pdf/flow.h"
#include "unit.h"

static struct layout *lay_out(struct arena *arena, struct doc_node *root) {
    static const struct language ENGLISH = {.code = {"en", 2}, .decimal = {".", 1}};
    struct locale *locale = locale_open(arena, &ENGLISH);
    struct text_metrics metrics = text_metrics_fixed();
    struct site *site = ARENA_NEW(arena, struct site);
    struct document document = {.kind = DOCUMENT_REPORT, .title = STR("T"), .root = root};
    struct layout *layout = layout_make(arena, site, locale, &metrics, &document);
    locale_close(locale);
    return layout;
}

static struct doc_node *root_new(struct arena *arena) {
    return doc_new(arena, DOC_DOCUMENT, (struct span){0});
}

static struct doc_node *paragraph(struct arena *arena, struct doc_node *parent, size_t words) {
    struct doc_node *node = doc_add(arena, parent, DOC_PARAGRAPH);
    struct buf text = buf_make(arena);
    for (size_t i = 0; i < words; i++)
        buf_format(&text, "%sword%zu", i ? " " : "", i);
    doc_add_text(arena, node, buf_str(&text));
    return node;
}

static struct doc_node *table(struct arena *arena, struct doc_node *root, size_t columns) {
    struct doc_node *node = doc_add(arena, root, DOC_TABLE);
    node->table = ARENA_NEW(arena, struct doc_table);
    node->table->column_count = columns;
    node->table->columns = ARENA_ARRAY(arena, struct doc_column, columns);
    return node;
}

static void row(struct arena *arena, struct doc_node *table, enum doc_row_role role,
                struct str text) {
    struct doc_node *row = doc_add(arena, table, DOC_ROW);
    row->role = role;
    for (size_t i = 0; i < table->table->column_count; i++)
        doc_add_text(arena, doc_add(arena, row, DOC_CELL), text);
}

/* calls of texts that begin so, on all sheets */
static size_t count_texts(const struct layout *layout, struct str start) {
    size_t count = 0;
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++)
            count += layout->sheets[s].marks[i].kind == MARK_TEXT &&
                     str_starts(layout->sheets[s].marks[i].text, start);
    return count;
}

/* the sheet (from 1) of the first text that begins so, 0: none */
static size_t sheet_of(const struct layout *layout, struct str start) {
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++)
            if (layout->sheets[s].marks[i].kind == MARK_TEXT &&
                str_starts(layout->sheets[s].marks[i].text, start))
                return s + 1;
    return 0;
}

static void everything_is_inside(const struct layout *layout) {
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++) {
            const struct sheet *sheet = &layout->sheets[s];
            const struct mark *mark = &sheet->marks[i];
            CHECK(mark->x >= 0 && mark->x + mark->width <= sheet->width - 42000);
            CHECK(mark->y >= 0 && mark->y <= sheet->height - 40000);
        }
}

static struct doc_node *note(struct arena *arena, struct doc_node *paragraph, int number,
                             struct str text) {
    struct doc_node *node = doc_add(arena, paragraph, DOC_NOTE);
    node->number = number;
    doc_add_text(arena, node, text);
    return node;
}

static void notes_stand_on_the_page_that_refers_to_them(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    enum { COUNT = 200 };
    for (int i = 1; i <= COUNT; i++) {
        struct doc_node *node = paragraph(arena, root, 9);
        doc_add_text(arena, node, str_format(arena, " mark-%d-", i));
        note(arena, node, i, str_format(arena, "note-%d- of a few words", i));
    }
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    for (int i = 1; i <= COUNT; i++) {
        size_t mark = sheet_of(layout, str_format(arena, "mark-%d-", i));
        if (mark == 0) /* on the line with the words before it */
            continue;
        CHECK_INT(mark, sheet_of(layout, str_format(arena, "note-%d-", i)));
    }
    CHECK_INT(count_texts(layout, STR("note-")), COUNT);
    size_t notes = 0;
    for (size_t i = 0; i < layout->element_count; i++)
        notes += layout_element(layout, (uint32_t)i)->kind == ELEMENT_NOTE &&
                 layout_element(layout, (uint32_t)i)->first;
    CHECK_INT(notes, COUNT);
    for (int i = 1; i <= COUNT; i++)
        CHECK(map_get(&layout->anchors, str_format(arena, "_note%d", i)));
}

static void a_long_note_goes_on_over_the_pages(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *node = paragraph(arena, root, 3);
    struct buf text = buf_make(arena);
    for (int i = 0; i < 6000; i++)
        buf_format(&text, "%sn%d", i ? " " : "", i);
    note(arena, node, 1, buf_str(&text));
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    CHECK(layout->count > 5);
    struct buf all = buf_make(arena);
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++)
            if (layout->sheets[s].marks[i].size == 11000 && layout->sheets[s].marks[i].element)
                buf_format(&all, "%.*s ", STR_ARG(layout->sheets[s].marks[i].text));
    CHECK(str_equal(str_trim(buf_str(&all)), buf_str(&text)));
}

static void contents_name_the_pages(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *contents = doc_add(arena, root, DOC_CONTENTS);
    contents->level = 3;
    enum { COUNT = 70 };
    for (int i = 0; i < COUNT; i++) {
        struct doc_node *heading = doc_add(arena, root, DOC_HEADING);
        heading->level = 2 + i % 3;
        heading->id = str_format(arena, "h%d", i);
        doc_add_text(arena, heading, str_format(arena, "Heading-%d-", i));
        paragraph(arena, root, 40);
    }
    struct doc_node *last = paragraph(arena, root, 3);
    struct doc_node *reference = doc_add(arena, last, DOC_REFERENCE);
    reference->text = STR("page");
    reference->page = true;
    reference->lead->target = STR("#h3");
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    size_t entries = 0;
    for (size_t i = 0; i < layout->element_count; i++)
        entries += layout_element(layout, (uint32_t)i)->kind == ELEMENT_CONTENTS_ITEM;
    CHECK_INT(entries, COUNT * 2 / 3 + 1); /* the third level, 4, is deeper than asked */
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i + 1 < layout->sheets[s].count; i++) {
            const struct mark *mark = &layout->sheets[s].marks[i];
            if (mark->kind != MARK_LINK || mark->text.data[0] != '#')
                continue;
            const struct anchor *anchor = map_get(&layout->anchors, str_from(mark->text, 1));
            CHECK(anchor != NULL);
            const struct mark *words = mark - 1;
            if (words->kind == MARK_TEXT && words->text.data[0] >= '0' &&
                words->text.data[0] <= '9')
                CHECK(str_equal(words->text, str_format(arena, "%u", anchor->sheet + 1)));
        }
    const struct anchor *third = map_get(&layout->anchors, STR("h3"));
    CHECK(count_texts(layout, str_format(arena, "page\xC2\xA0%u", third->sheet + 1)) == 1);
}

static void a_wide_table_turns_its_page(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    paragraph(arena, root, 10);
    struct doc_node *heading = doc_add(arena, root, DOC_HEADING);
    heading->level = 2;
    doc_add_text(arena, heading, STR("Wide"));
    struct doc_node *wide = table(arena, root, 3);
    wide->table->landscape = true;
    row(arena, wide, DOC_ROW_HEAD, STR("H"));
    row(arena, wide, DOC_ROW_BODY, STR("cell"));
    paragraph(arena, root, 5);
    struct doc_node *many =
        table(arena, root, 16); /* words of 5 letters: wider than the page */
    row(arena, many, DOC_ROW_HEAD, STR("Headx"));
    row(arena, many, DOC_ROW_BODY, STR("bodyx"));
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    CHECK_INT(layout->count, 4);
    for (size_t s = 0; s < layout->count; s++)
        CHECK((layout->sheets[s].width > layout->sheets[s].height) == (s % 2 == 1));
    CHECK_INT(sheet_of(layout, STR("Wide")), 2);
    CHECK_INT(sheet_of(layout, STR("bodyx")), 4);
}

static void a_word_longer_than_its_cell_is_cut(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *node = table(arena, root, 2);
    struct buf word = buf_make(arena);
    for (int i = 0; i < 300; i++)
        buf_add_char(&word, (char)('a' + i % 26));
    row(arena, node, DOC_ROW_HEAD, STR("H"));
    row(arena, node, DOC_ROW_BODY, buf_str(&word));
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    size_t letters = 0;
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++)
            if (layout->sheets[s].marks[i].kind == MARK_TEXT &&
                layout->sheets[s].marks[i].size < 12000)
                letters += layout->sheets[s].marks[i].text.size;
    CHECK_INT(letters, 2 * 300 + 2 + (layout->count - 1)); /* and the number of a second page */
}

static void a_row_taller_than_the_page_goes_on(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *node = table(arena, root, 2);
    struct buf text = buf_make(arena);
    enum { COUNT = 3000 };
    for (int i = 0; i < COUNT; i++)
        buf_format(&text, "%sx%05d", i ? " " : "", i);
    row(arena, node, DOC_ROW_HEAD, STR("HEAD"));
    row(arena, node, DOC_ROW_BODY, buf_str(&text));
    row(arena, node, DOC_ROW_BODY, STR("after"));
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    CHECK(layout->count > 3);
    size_t words = 0;
    for (size_t s = 0; s < layout->count; s++)
        for (size_t i = 0; i < layout->sheets[s].count; i++) {
            struct str rest = layout->sheets[s].marks[i].text, part;
            for (bool more = true; more && layout->sheets[s].marks[i].kind == MARK_TEXT;) {
                more = str_cut(&rest, ' ', &part);
                words += part.size == 6 && part.data[0] == 'x';
            }
        }
    CHECK_INT(words, 2 * COUNT);
    CHECK_INT(sheet_of(layout, STR("after")), layout->count);
    CHECK_INT(count_texts(layout, STR("HEAD")), 2 * layout->count);
}

static void ten_thousand_rows(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *node = table(arena, root, 3);
    row(arena, node, DOC_ROW_HEAD, STR("HEAD"));
    for (int i = 0; i < 10000; i++)
        row(arena, node, DOC_ROW_BODY, str_format(arena, "r%d", i));
    struct layout *layout = lay_out(arena, root);
    CHECK_INT(count_texts(layout, STR("r")), 30000);
    CHECK_INT(count_texts(layout, STR("HEAD")), 3 * layout->count);
    everything_is_inside(layout);
}

static void sheets_start_on_the_right(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    for (int i = 0; i < 5; i++) {
        paragraph(arena, root, i == 2 ? 900 : 5);
        doc_add_text(arena, doc_add(arena, root, DOC_PARAGRAPH),
                     str_format(arena, "end-%d", i));
        doc_add(arena, root, DOC_BREAK)->breaks = DOC_BREAK_RIGHT;
        struct doc_node *start = doc_add(arena, root, DOC_PARAGRAPH);
        doc_add_text(arena, start, str_format(arena, "start-%d", i));
    }
    struct layout *layout = lay_out(arena, root);
    for (int i = 0; i < 5; i++)
        CHECK_INT(sheet_of(layout, str_format(arena, "start-%d", i)) % 2, 1);
    doc_add(arena, root, DOC_BREAK); /* at the very end: no empty page */
    CHECK_INT(lay_out(arena, root)->count, layout->count);
}

static void lists_of_five_levels(struct arena *arena) {
    struct doc_node *root = root_new(arena), *at = root;
    for (int i = 0; i < 5; i++) {
        struct doc_node *list = doc_add(arena, at, DOC_LIST);
        list->level = -1;
        list->tight = true;
        at = doc_add(arena, list, DOC_ITEM);
        doc_add_text(arena, doc_add(arena, at, DOC_PARAGRAPH),
                     str_format(arena, "level-%d", i));
    }
    struct layout *layout = lay_out(arena, root);
    int64_t x = 0;
    size_t labels = 0;
    for (size_t i = 0; i < layout->sheets[0].count; i++) {
        const struct mark *mark = &layout->sheets[0].marks[i];
        if (mark->kind == MARK_TEXT && str_starts(mark->text, STR("level-"))) {
            CHECK(mark->x > x);
            x = mark->x;
            CHECK_INT(mark[-1].y, mark->y); /* its label is on the same line */
            CHECK(layout_element(layout, mark[-1].element)->kind == ELEMENT_LABEL);
            labels++;
        }
    }
    CHECK_INT(labels, 5);
}

static void heads_over_columns_and_decimals_in_line(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    struct doc_node *node = table(arena, root, 4);
    for (size_t i = 1; i < 4; i++)
        node->table->columns[i] = (struct doc_column){.number = true, .align = DOC_ALIGN_END};
    node->table->columns[1].group = node->table->columns[2].group = STR("Both");
    row(arena, node, DOC_ROW_HEAD, STR("H"));
    row(arena, node, DOC_ROW_BODY, STR("7"));
    row(arena, node, DOC_ROW_BODY, STR("12.25"));
    row(arena, node, DOC_ROW_BODY, STR("3.5"));
    struct layout *layout = lay_out(arena, root);
    CHECK_INT(count_texts(layout, STR("Both")), 1);
    size_t spanning = 0;
    for (size_t i = 0; i < layout->element_count; i++)
        spanning += layout_element(layout, (uint32_t)i)->columns == 2;
    CHECK_INT(spanning, 1);
    static const struct {
        const char *text;
        int64_t digits; /* before the decimal mark */
    } NUMBERS[] = {{"7", 1}, {"12.25", 2}, {"3.5", 1}};
    int64_t ends[3] = {0}; /* where the digits of the last column end */
    for (size_t i = 0; i < layout->sheets[0].count; i++) {
        const struct mark *mark = &layout->sheets[0].marks[i];
        for (size_t n = 0; n < 3 && mark->kind == MARK_TEXT; n++)
            if (str_equal(mark->text, str_of(NUMBERS[n].text)))
                ends[n] = mark->x + NUMBERS[n].digits * mark->size / 2;
    }
    CHECK(ends[0] > 0);
    CHECK_INT(ends[0], ends[1]);
    CHECK_INT(ends[1], ends[2]);
}

static void empty_tables_take_no_harm(struct arena *arena) {
    struct doc_node *root = root_new(arena);
    table(arena, root, 2);
    row(arena, table(arena, root, 1), DOC_ROW_HEAD, STR("only a head"));
    row(arena, table(arena, root, 64), DOC_ROW_BODY, STR("x"));
    row(arena, table(arena, root, 2), DOC_ROW_TOTAL, STR_EMPTY);
    struct layout *layout = lay_out(arena, root);
    everything_is_inside(layout);
    CHECK_INT(count_texts(layout, STR("x")), 64);
}

UNIT_MAIN({"notes_stand_on_the_page_that_refers_to_them",
           notes_stand_on_the_page_that_refers_to_them},
          {"a_long_note_goes_on_over_the_pages", a_long_note_goes_on_over_the_pages},
          {"contents_name_the_pages", contents_name_the_pages},
          {"a_wide_table_turns_its_page", a_wide_table_turns_its_page},
          {"a_word_longer_than_its_cell_is_cut", a_word_longer_than_its_cell_is_cut},
          {"a_row_taller_than_the_page_goes_on", a_row_taller_than_the_page_goes_on},
          {"ten_thousand_rows", ten_thousand_rows},
          {"sheets_start_on_the_right", sheets_start_on_the_right},
          {"lists_of_five_levels", lists_of_five_levels},
          {"heads_over_columns_and_decimals_in_line", heads_over_columns_and_decimals_in_line},
          {"empty_tables_take_no_harm", empty_tables_take_no_harm})
