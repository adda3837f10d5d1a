#include "render/html/body.h"

#include <string.h>

#include "base/buf.h"
#include "unit.h"

struct page {
    struct arena *arena;
    struct doc_node *root;
    struct html_body body;
    struct buf out;
    struct language language;
};

/* one page of three folders' depth; the language has no texts, so keys stand for them */
static struct page *page_new(struct arena *arena) {
    struct page *page = ARENA_NEW(arena, struct page);
    page->arena = arena;
    page->root = doc_new(arena, DOC_DOCUMENT, (struct span){0});
    page->out = buf_make(arena);
    page->language.texts = map_make(arena);
    page->body = (struct html_body){.arena = arena,
                                    .out = &page->out,
                                    .page = STR("commune/u29/index.html"),
                                    .language = &page->language};
    return page;
}

static struct str written(struct page *page) {
    doc_check(page->root);
    html_body_write(&page->body, page->root);
    return buf_str(&page->out);
}

static struct doc_node *add(struct page *page, struct doc_node *parent, enum doc_kind kind) {
    return doc_add(page->arena, parent, kind);
}

static void add_words(struct page *page, struct doc_node *parent, enum doc_kind kind,
                      const char *text) {
    doc_add_text(page->arena, add(page, parent, kind), str_of(text));
}

static struct doc_node *add_value(struct page *page, struct doc_node *parent, const char *text,
                                  const char *target) {
    struct doc_node *value = add(page, parent, DOC_VALUE);
    value->text = str_of(text);
    value->lead->target = str_of(target);
    return value;
}

static void empty_document_is_empty(struct arena *arena) {
    CHECK_STR(written(page_new(arena)), "");
}

static void inlines(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *p = add(page, page->root, DOC_PARAGRAPH);
    doc_add_text(arena, p, STR("Xã "));
    add_words(page, p, DOC_EMPHASIS, "a");
    add_words(page, p, DOC_STRONG, "b");
    add(page, p, DOC_SOFT_BREAK);
    add(page, p, DOC_CODE)->text = STR("<c>");
    add(page, p, DOC_LINE_BREAK);
    doc_add_link(arena, p, STR("d"), STR("district/d1/index.html"));
    doc_add_link(arena, p, STR("e"), STR("https://example.org/?a&b"))->text = STR("\"t\"");
    doc_add_link(arena, p, STR("f"), STR(""));
    CHECK_STR(written(page), "<p>Xã <em>a</em><strong>b</strong>\n<code>&lt;c&gt;</code><br>\n"
                             "<a href=\"../../district/d1/index.html\">d</a>"
                             "<a href=\"https://example.org/?a&amp;b\" rel=\"external\""
                             " title=\"&quot;t&quot;\">e</a><span>f</span></p>\n");
}

static void values_lead_to_their_indicator(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *p = add(page, page->root, DOC_PARAGRAPH);
    add_value(page, p, "33", "indicator/houses/index.html#by-item")->lead->hint =
        STR("Nhà \"ở\"");
    add_value(page, p, "7", "");
    CHECK_STR(written(page),
              "<p><a class=\"value\" href=\"../../indicator/houses/index.html#by-item\""
              " title=\"Nhà &quot;ở&quot;\">33</a><span class=\"value\">7</span></p>\n");
}

static void no_link_stands_in_a_link(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *p = add(page, page->root, DOC_PARAGRAPH);
    struct doc_node *link = doc_add_link(arena, p, STR("có "), STR("index.html"));
    add_value(page, link, "33", "a.html");
    add_value(page, p, "34", "a.html");
    CHECK_STR(written(page),
              "<p><a href=\"../../index.html\">có <span class=\"value\">33</span>"
              "</a><a class=\"value\" href=\"../../a.html\">34</a></p>\n");
}

static void headings_begin_at_two(struct arena *arena) {
    struct page *page = page_new(arena);
    for (int level = 1; level <= 6; level++)
        add(page, page->root, DOC_HEADING)->level = level;
    CHECK_STR(written(page), "<h2></h2>\n<h2></h2>\n<h3></h3>\n<h4></h4>\n<h5></h5>\n"
                             "<h6></h6>\n");
    CHECK_INT(page->body.section_count, 0);
}

static void headings_with_ids_have_anchors(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *heading = add(page, page->root, DOC_HEADING);
    heading->level = 2;
    heading->id = STR("theo-huyen");
    doc_add_text(arena, heading, STR("Theo huyện"));
    CHECK_STR(written(page), "<h2 id=\"theo-huyen\">Theo huyện <a class=\"anchor\""
                             " href=\"#theo-huyen\" tabindex=\"-1\" aria-hidden=\"true\"></a>"
                             "</h2>\n");
    CHECK_INT(page->body.section_count, 1);
    CHECK(page->body.sections[0] == heading);
}

static struct doc_node *add_item(struct page *page, struct doc_node *list, const char *text) {
    struct doc_node *item = add(page, list, DOC_ITEM);
    add_words(page, item, DOC_PARAGRAPH, text);
    return item;
}

static void lists(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *list = add(page, page->root, DOC_LIST);
    list->level = -1;
    list->tight = true;
    struct doc_node *inner = add(page, add_item(page, list, "a"), DOC_LIST);
    inner->level = 3;
    add_item(page, inner, "b");
    add_item(page, list, "c");
    CHECK_STR(written(page), "<ul>\n<li>a\n<ol start=\"3\">\n<li>\n<p>b</p>\n</li>\n</ol>\n"
                             "</li>\n<li>c</li>\n</ul>\n");
}

static void other_blocks(struct arena *arena) {
    struct page *page = page_new(arena);
    add_words(page, add(page, page->root, DOC_QUOTE), DOC_PARAGRAPH, "q");
    add(page, page->root, DOC_RULE);
    add(page, page->root, DOC_CODE_BLOCK)->text = STR("a < b\n");
    CHECK_STR(written(page), "<blockquote>\n<p>q</p>\n</blockquote>\n<hr>\n"
                             "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n");
}

static void hostile_text_stays_text(struct arena *arena) {
    static const char HOSTILE[] = "\"'><script>alert(1)</script>";
    struct page *page = page_new(arena);
    page->body.page = STR("index.html");
    struct doc_node *heading = add(page, page->root, DOC_HEADING);
    heading->id = str_of(HOSTILE);
    doc_add_text(arena, heading, str_of(HOSTILE));
    struct doc_node *p = add(page, page->root, DOC_PARAGRAPH);
    doc_add_link(arena, p, str_of(HOSTILE), str_of(HOSTILE))->text = str_of(HOSTILE);
    add_value(page, p, HOSTILE, HOSTILE)->lead->hint = str_of(HOSTILE);
    add(page, p, DOC_CODE)->text = str_of(HOSTILE);
    add(page, page->root, DOC_CODE_BLOCK)->text = str_of(HOSTILE);
    struct str got = written(page);
    CHECK_INT(str_find(got, STR("<script")), STR_NONE);
    CHECK_INT(str_find(got, STR("\"'")), STR_NONE);
    CHECK_INT(str_find(got, STR("'>")), STR_NONE);
}

static void deep_nesting_needs_no_stack(struct arena *arena) {
    struct page *page = page_new(arena);
    struct doc_node *node = add(page, page->root, DOC_PARAGRAPH);
    for (int i = 0; i < 100000; i++) {
        struct doc_node *deeper = doc_new(arena, DOC_EMPHASIS, (struct span){0});
        doc_append(node, deeper);
        node = deeper;
    }
    html_body_write(&page->body, page->root);
    CHECK_INT(page->out.size, strlen("<p></p>\n") + 100000 * strlen("<em></em>"));
}

UNIT_MAIN({"an empty document is empty", empty_document_is_empty}, {"inlines", inlines},
          {"values lead to their indicator", values_lead_to_their_indicator},
          {"no link stands in a link", no_link_stands_in_a_link},
          {"headings begin at two", headings_begin_at_two},
          {"headings with ids have anchors", headings_with_ids_have_anchors}, {"lists", lists},
          {"other blocks", other_blocks}, {"hostile text stays text", hostile_text_stays_text},
          {"deep nesting needs no stack", deep_nesting_needs_no_stack})
