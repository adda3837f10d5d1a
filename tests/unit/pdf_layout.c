/* Layout with letters of half an em: edges, heads and page breaks are then plain arithmetic. */
#include "render/pdf/layout.h"

#include "base/guard.h"
#include "render/pdf/flow.h"
#include "unit.h"

/* of the default style */
enum {
    BODY_SIZE = 14000,
    MARGIN_LEFT = 99213,
    MARGIN_BOTTOM = 70866,
    TEXT_WIDTH = PAGE_WIDTH - 99213 - 42520
};

static struct layout *lay_out(struct arena *arena, struct doc_node *root, int sheets) {
    static const struct language ENGLISH = {.code = {"en", 2}};
    struct locale *locale = locale_open(arena, &ENGLISH);
    struct text_metrics metrics = text_metrics_fixed();
    struct site *site = ARENA_NEW(arena, struct site);
    struct document document = {
        .kind = DOCUMENT_REPORT, .title = STR("T"), .root = root, .sheets = sheets};
    struct layout *layout = layout_make(arena, site, locale, &metrics, &document);
    locale_close(locale);
    return layout;
}

static struct doc_node *paragraph(struct arena *arena, struct doc_node *root, size_t words) {
    struct buf text = buf_make(arena);
    for (size_t i = 0; i < words; i++)
        buf_format(&text, "%sw%zu", i ? " " : "", i * i * 31);
    struct doc_node *node = doc_add(arena, root, DOC_PARAGRAPH);
    doc_add_text(arena, node, buf_str(&text));
    return node;
}

static void justified_lines_end_at_the_margin_exactly(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    paragraph(arena, root, 120);
    struct layout *layout = lay_out(arena, root, 0);
    size_t lines = 0;
    for (size_t i = 0; i < layout->sheets[0].count; i++) {
        const struct mark *mark = &layout->sheets[0].marks[i];
        if (mark->kind != MARK_TEXT || mark->size != BODY_SIZE || mark->stretch == 0)
            continue;
        CHECK_INT(mark->x + mark->width, MARGIN_LEFT + TEXT_WIDTH);
        lines++;
    }
    CHECK(lines > 5);
}

static struct doc_node *table(struct arena *arena, struct doc_node *root, size_t rows) {
    struct doc_node *node = doc_add(arena, root, DOC_TABLE);
    node->table = ARENA_NEW(arena, struct doc_table);
    node->table->column_count = 2;
    node->table->columns = ARENA_ARRAY(arena, struct doc_column, 2);
    for (size_t i = 0; i <= rows; i++) {
        struct doc_node *row = doc_add(arena, node, DOC_ROW);
        row->role = i ? DOC_ROW_BODY : DOC_ROW_HEAD;
        for (size_t c = 0; c < 2; c++)
            doc_add_text(arena, doc_add(arena, row, DOC_CELL),
                         i ? str_format(arena, "r%zu", i) : STR("HEAD"));
    }
    return node;
}

static void a_head_is_repeated_as_an_artifact(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    table(arena, root, 120);
    struct layout *layout = lay_out(arena, root, 0);
    CHECK(layout->count >= 3);
    size_t rows = 0;
    for (size_t s = 0; s < layout->count; s++) {
        size_t heads = 0;
        for (size_t i = 0; i < layout->sheets[s].count; i++) {
            const struct mark *mark = &layout->sheets[s].marks[i];
            if (mark->kind != MARK_TEXT)
                continue;
            CHECK(mark->y <= PAGE_HEIGHT - MARGIN_BOTTOM);
            if (str_equal(mark->text, STR("HEAD"))) {
                CHECK((mark->element == ELEMENT_NONE) == (s > 0));
                heads++;
            }
            rows += mark->text.data[0] == 'r';
        }
        CHECK_INT(heads, 2);
    }
    CHECK_INT(rows, 240);
}

/* no page begins or ends with a single line of a paragraph */
static void no_single_lines(struct arena *arena) {
    for (size_t before = 0; before < 30; before++) {
        struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
        for (size_t i = 0; i < before; i++)
            paragraph(arena, root, 8);
        const struct doc_node *last = paragraph(arena, root, 60)->first;
        struct layout *layout = lay_out(arena, root, 0);
        for (size_t s = 0; s < layout->count; s++) {
            int64_t at = -1;
            size_t lines = 0;
            for (size_t i = 0; i < layout->sheets[s].count; i++) {
                const struct mark *mark = &layout->sheets[s].marks[i];
                lines += mark->node == last && mark->y != at;
                at = mark->node == last ? mark->y : at;
            }
            CHECK(lines != 1);
        }
    }
}

static void a_document_is_reduced_to_fit_its_sheets(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    table(arena, root, 40);
    CHECK_INT(lay_out(arena, root, 0)->count, 2);
    struct layout *layout = lay_out(arena, root, 1);
    CHECK_INT(layout->count, 1);
    for (size_t i = 0; i < layout->sheets[0].count; i++)
        CHECK(layout->sheets[0].marks[i].x + layout->sheets[0].marks[i].width <=
              MARGIN_LEFT + TEXT_WIDTH);
}

static struct doc_node *chart(struct arena *arena, struct doc_node *root, size_t rows) {
    enum { ROW = 22000 };
    struct doc_node *node = doc_add(arena, root, DOC_CHART);
    node->drawing = drawing_new(arena, 360000, (int64_t)rows * ROW);
    node->drawing->title = STR("Chart");
    drawing_add(
        arena, node->drawing,
        (struct drawing_item){
            .kind = DRAWING_LINE, .x = 100000, .height = node->drawing->height, .size = 750});
    for (size_t i = 0; i < rows; i++) {
        int64_t top = (int64_t)i * ROW;
        if (i)
            drawing_cut(arena, node->drawing, top);
        drawing_add(arena, node->drawing,
                    (struct drawing_item){.kind = DRAWING_TEXT,
                                          .y = top + 14000,
                                          .size = 10000,
                                          .text = str_format(arena, "r%zu", i)});
        drawing_add(arena, node->drawing,
                    (struct drawing_item){.kind = DRAWING_DISC,
                                          .ink = INK_BAR,
                                          .x = 120000,
                                          .y = top + 11000,
                                          .size = 8000});
        drawing_add(arena, node->drawing,
                    (struct drawing_item){.kind = DRAWING_LINE,
                                          .x = 120000,
                                          .y = top + 11000,
                                          .width = 50000,
                                          .height = 5000,
                                          .size = 2000});
    }
    table(arena, node, 1);
    return node;
}

/* each row is on one page, the line goes through all of them, and nothing is below the text */
static void a_tall_chart_goes_on_over_pages(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    paragraph(arena, root, 60);
    chart(arena, root, 300);
    struct layout *layout = lay_out(arena, root, 0);
    size_t texts = 0, discs = 0, slopes = 0;
    CHECK(layout->count >= 9);
    for (size_t s = 0; s < layout->count; s++) {
        size_t uprights = 0;
        for (size_t i = 0; i < layout->sheets[s].count; i++) {
            const struct mark *mark = &layout->sheets[s].marks[i];
            if (mark->element == ELEMENT_NONE)
                continue;
            CHECK(mark->y + (mark->kind == MARK_RECT ? mark->height : 0) <=
                  PAGE_HEIGHT - MARGIN_BOTTOM);
            texts += mark->kind == MARK_TEXT && mark->text.data[0] == 'r';
            discs += mark->kind == MARK_DISC;
            slopes += mark->kind == MARK_LINE;
            uprights += mark->kind == MARK_RECT;
        }
        CHECK_INT(uprights, 1);
    }
    CHECK_INT(texts, 300);
    CHECK_INT(discs, 300);
    CHECK_INT(slopes, 300);
}

/* one that has no rows to be cut between is made as small as a page */
static void a_tall_chart_without_rows_is_reduced(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    struct doc_node *node = chart(arena, root, 100);
    node->drawing->cut_count = 0;
    struct layout *layout = lay_out(arena, root, 0);
    CHECK_INT(layout->count, 1); /* and a little smaller, to stand under the title */
    for (size_t i = 0; i < layout->sheets[0].count; i++) {
        const struct mark *mark = &layout->sheets[0].marks[i];
        CHECK(mark->element == ELEMENT_NONE || mark->y <= PAGE_HEIGHT - MARGIN_BOTTOM);
    }
}

UNIT_MAIN({"a tall chart goes on over pages", a_tall_chart_goes_on_over_pages},
          {"a tall chart without rows is reduced", a_tall_chart_without_rows_is_reduced},
          {"justified_lines_end_at_the_margin_exactly",
           justified_lines_end_at_the_margin_exactly},
          {"a_head_is_repeated_as_an_artifact", a_head_is_repeated_as_an_artifact},
          {"no_single_lines", no_single_lines},
          {"a_document_is_reduced_to_fit_its_sheets", a_document_is_reduced_to_fit_its_sheets})
