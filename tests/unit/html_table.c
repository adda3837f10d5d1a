#include "base/buf.h"
#include "base/guard.h"
#include "render/html/body.h"
#include "unit.h"

static struct doc_node *table_new(struct arena *arena, size_t columns) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    struct doc_node *node = doc_add(arena, root, DOC_TABLE);
    node->table = ARENA_NEW(arena, struct doc_table);
    node->table->columns = ARENA_ARRAY(arena, struct doc_column, columns);
    node->table->column_count = columns;
    return node;
}

static struct doc_node *add_row(struct arena *arena, struct doc_node *table,
                                enum doc_row_role role, const char *const *cells) {
    struct doc_node *row = doc_add(arena, table, DOC_ROW);
    row->role = role;
    for (size_t i = 0; i < table->table->column_count; i++) {
        struct doc_node *cell = doc_add(arena, row, DOC_CELL);
        if (cells[i])
            doc_add_text(arena, cell, str_of(cells[i]));
    }
    return row;
}

static struct str written(struct arena *arena, const struct doc_node *top, bool illustrative) {
    struct language language = {.texts = map_make(arena)};
    struct buf out = buf_make(arena);
    struct html_body body = {.arena = arena,
                             .out = &out,
                             .page = STR("index.html"),
                             .language = &language,
                             .illustrative = illustrative};
    doc_check(top);
    html_body_write(&body, top);
    return buf_str(&out);
}

static void caption_head_body_foot(struct arena *arena) {
    struct doc_node *table = table_new(arena, 2);
    table->id = STR("t");
    table->table->caption = STR("Nhà <ở>");
    table->table->note = STR("ghi chú & nguồn");
    table->table->columns[0].row_head = true;
    table->table->columns[1].number = true;
    table->table->columns[1].unit = STR("ngôi nhà");
    add_row(arena, table, DOC_ROW_HEAD, (const char *const[]){"Huyện", "Nhà"});
    struct doc_node *row =
        add_row(arena, table, DOC_ROW_BODY, (const char *const[]){"Đồi Sim", NULL});
    row->id = STR("doi-sim");
    struct doc_node *value = doc_add(arena, row->last, DOC_VALUE);
    value->text = STR("7.120");
    value->lead->raw = STR("7120");
    add_row(arena, table, DOC_ROW_TOTAL, (const char *const[]){"Tổng", "7.120"});
    CHECK_STR(
        written(arena, table->parent, false),
        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"_table1\">\n"
        "<table id=\"t\">\n"
        "<caption id=\"_table1\"><span>Nhà &lt;ở&gt;</span></caption>\n"
        "<thead>\n<tr><th scope=\"col\">Huyện</th><th scope=\"col\" class=\"number\">Nhà"
        " <span class=\"unit\">(ngôi nhà)</span></th></tr>\n</thead>\n"
        "<tbody>\n<tr id=\"doi-sim\"><th scope=\"row\">Đồi Sim</th><td class=\"number\""
        " data-value=\"7120\"><span class=\"value\">7.120</span></td></tr>\n</tbody>\n"
        "<tfoot>\n<tr class=\"total\"><th scope=\"row\">Tổng</th><td class=\"number\">7.120"
        "</td></tr>\n</tfoot>\n</table>\n</div>\n"
        "<p class=\"note\">ghi chú &amp; nguồn</p>\n");
}

static void subtotals_stay_in_the_body(struct arena *arena) {
    struct doc_node *table = table_new(arena, 1);
    add_row(arena, table, DOC_ROW_TOTAL, (const char *const[]){"a"});
    add_row(arena, table, DOC_ROW_BODY, (const char *const[]){"b"});
    add_row(arena, table, DOC_ROW_TOTAL, (const char *const[]){"c"});
    add_row(arena, table, DOC_ROW_TOTAL, (const char *const[]){"d"});
    CHECK_STR(written(arena, table->parent, false),
              "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"table\">\n"
              "<table>\n"
              "<tbody>\n<tr class=\"total\"><td>a</td></tr>\n<tr><td>b</td></tr>\n</tbody>\n"
              "<tfoot>\n<tr class=\"total\"><td>c</td></tr>\n"
              "<tr class=\"total\"><td>d</td></tr>\n</tfoot>\n"
              "</table>\n</div>\n");
}

static void labels_head_a_table_without_head_rows(struct arena *arena) {
    struct doc_node *table = table_new(arena, 2);
    table->table->columns[1].label = STR("Số <b>");
    table->table->columns[1].align = DOC_ALIGN_END;
    CHECK_STR(written(arena, table->parent, false),
              "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"table\">\n"
              "<table>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"end\">Số &lt;b&gt;"
              "</th></tr>\n</thead>\n</table>\n</div>\n");
}

static void heading_names_a_table_without_caption(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    doc_add(arena, root, DOC_HEADING)->id = STR("h");
    struct doc_node *table = doc_add(arena, root, DOC_TABLE);
    table->table = ARENA_NEW(arena, struct doc_table);
    table->table->column_count = 8;
    table->table->columns = ARENA_ARRAY(arena, struct doc_column, 8);
    struct str got = written(arena, root, false);
    CHECK(str_find(got, STR("<div class=\"table wide\" role=\"region\" tabindex=\"0\""
                            " aria-labelledby=\"h\">")) != STR_NONE);
}

static void chart_stands_beside_its_table(struct arena *arena) {
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    struct doc_node *chart = doc_add(arena, root, DOC_CHART);
    chart->id = STR("bars");
    chart->drawing = drawing_new(arena, 1000, 1000);
    chart->drawing->title = STR("Nhà <script>");
    struct doc_node *table = doc_add(arena, chart, DOC_TABLE);
    table->table = ARENA_NEW(arena, struct doc_table);
    CHECK_STR(written(arena, root, true),
              "<figure class=\"chart\" id=\"bars\">\n"
              "<figcaption>Nhà &lt;script&gt; <span class=\"notice\">illustrative</span>"
              "</figcaption>\n"
              "<div class=\"plot\" role=\"region\" tabindex=\"0\""
              " aria-labelledby=\"_chart1-title\">\n"
              "<svg role=\"img\" aria-labelledby=\"_chart1-title\" viewBox=\"0 0 1 1\""
              " width=\"1\" height=\"1\">\n"
              "<title id=\"_chart1-title\">Nhà &lt;script&gt;</title>\n</svg>\n"
              "</div>\n<details>\n<summary>chart_table</summary>\n"
              "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"table\">\n"
              "<table>\n</table>\n</div>\n</details>\n</figure>\n");
}

UNIT_MAIN({"caption, head, body, foot", caption_head_body_foot},
          {"subtotals stay in the body", subtotals_stay_in_the_body},
          {"labels head a table without head rows", labels_head_a_table_without_head_rows},
          {"a heading names a table without caption", heading_names_a_table_without_caption},
          {"a chart stands beside its table", chart_stands_beside_its_table})
