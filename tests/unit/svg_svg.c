#include "render/svg/svg.h"

#include "unit.h"

static struct str svg(struct arena *arena, const struct drawing *drawing) {
    struct buf out = buf_make(arena);
    svg_write(&out, drawing, STR("commune/u29/index.html"), STR("c1"));
    return buf_str(&out);
}

static void empty_drawing_is_an_image(struct arena *arena) {
    struct drawing *drawing = drawing_new(arena, 452000, 210500);
    drawing->title = STR("Nhà <theo> huyện");
    CHECK_STR(svg(arena, drawing),
              "<svg role=\"img\" aria-labelledby=\"c1-title\" viewBox=\"0 0 452 210.5\""
              " width=\"452\" height=\"210.5\">\n"
              "<title id=\"c1-title\">Nhà &lt;theo&gt; huyện</title>\n"
              "</svg>\n");
}

static void every_mark_has_its_ink(struct arena *arena) {
    struct drawing *drawing = drawing_new(arena, 1000, 1001);
    drawing->title = STR("T");
    drawing->description = STR("D & d");
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_RECT,
                                      .ink = INK_BAR,
                                      .x = -1500,
                                      .y = 10,
                                      .width = 100,
                                      .height = 1230});
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_LINE,
                                      .ink = INK_GRID,
                                      .x = 1000,
                                      .y = 2000,
                                      .width = 5000,
                                      .height = -3000,
                                      .size = 500});
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_TEXT,
                                      .ink = INK_MUTED,
                                      .size = 9000,
                                      .anchor = ANCHOR_END,
                                      .text = STR("\"<b>\"")});
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_TEXT,
                                      .ink = INK_PAPER,
                                      .size = 9000,
                                      .anchor = ANCHOR_MIDDLE,
                                      .bold = true,
                                      .text = STR("7")});
    CHECK_STR(svg(arena, drawing),
              "<svg role=\"img\" aria-labelledby=\"c1-title c1-desc\" viewBox=\"0 0 1 1.001\""
              " width=\"1\" height=\"1.001\">\n"
              "<title id=\"c1-title\">T</title>\n"
              "<desc id=\"c1-desc\">D &amp; d</desc>\n"
              "<rect class=\"ink-bar\" x=\"-1.5\" y=\"0.01\" width=\"0.1\" height=\"1.23\"/>\n"
              "<line class=\"ink-grid\" x1=\"1\" y1=\"2\" x2=\"6\" y2=\"-1\""
              " stroke-width=\"0.5\"/>\n"
              "<text class=\"ink-muted\" x=\"0\" y=\"0\" font-size=\"9\" text-anchor=\"end\">"
              "&quot;&lt;b&gt;&quot;</text>\n"
              "<text class=\"ink-paper\" x=\"0\" y=\"0\" font-size=\"9\""
              " text-anchor=\"middle\" font-weight=\"bold\">7</text>\n"
              "</svg>\n");
}

static void neighbours_share_a_link(struct arena *arena) {
    struct drawing *drawing = drawing_new(arena, 1000, 1000);
    struct str target = STR("district/d1/index.html");
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_RECT, .ink = INK_BAR, .target = target});
    drawing_add(arena, drawing,
                (struct drawing_item){.kind = DRAWING_TEXT,
                                      .ink = INK_TEXT,
                                      .size = 1000,
                                      .text = STR("9"),
                                      .target = target});
    drawing_add(
        arena, drawing,
        (struct drawing_item){.kind = DRAWING_RECT, .ink = INK_BAR, .target = STR("a.html")});
    CHECK_STR(svg(arena, drawing),
              "<svg role=\"group\" aria-labelledby=\"c1-title\" viewBox=\"0 0 1 1\""
              " width=\"1\" height=\"1\">\n"
              "<title id=\"c1-title\"></title>\n"
              "<a href=\"../../district/d1/index.html\">\n"
              "<rect class=\"ink-bar\" x=\"0\" y=\"0\" width=\"0\" height=\"0\"/>\n"
              "<text class=\"ink-text\" x=\"0\" y=\"0\" font-size=\"1\">9</text>\n"
              "</a>\n"
              "<a href=\"../../a.html\" tabindex=\"-1\" aria-hidden=\"true\">\n"
              "<rect class=\"ink-bar\" x=\"0\" y=\"0\" width=\"0\" height=\"0\"/>\n"
              "</a>\n"
              "</svg>\n");
}

static void discs_series_and_classes(struct arena *arena) {
    struct drawing *drawing = drawing_new(arena, 1000, 1000);
    drawing->title = STR("T");
    for (int ink = INK_SERIES_1; ink <= INK_CLASS_4; ink++)
        drawing_add(arena, drawing,
                    (struct drawing_item){.kind = DRAWING_DISC,
                                          .ink = (enum drawing_ink)ink,
                                          .x = 1500,
                                          .y = 2000,
                                          .size = 7000});
    CHECK_STR(svg(arena, drawing),
              "<svg role=\"img\" aria-labelledby=\"c1-title\" viewBox=\"0 0 1 1\" width=\"1\""
              " height=\"1\">\n<title id=\"c1-title\">T</title>\n"
              "<circle class=\"ink-series-1\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-series-2\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-series-3\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-series-4\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-series-5\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-over\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-class-1\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-class-2\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-class-3\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "<circle class=\"ink-class-4\" cx=\"1.5\" cy=\"2\" r=\"3.5\"/>\n"
              "</svg>\n");
}

UNIT_MAIN({"discs, series and classes", discs_series_and_classes},
          {"an empty drawing is an image", empty_drawing_is_an_image},
          {"every mark has its ink", every_mark_has_its_ink},
          {"neighbours share a link", neighbours_share_a_link})
