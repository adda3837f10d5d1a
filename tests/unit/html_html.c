#include "render/html/html.h"

#include "base/buf.h"
#include "unit.h"

struct site_test {
    struct arena *arena;
    struct diags *diags;
    struct site site;
    struct language language;
    struct locale *locale;
    struct document_set documents;
    struct template_set *frames;
    struct output output;
    struct buf written; /* "path:bytes|" of each file */
    size_t refuse_at;   /* the number of the file that the output refuses; 0: none */
    size_t put_count;
};

static bool put(void *user, struct str path, struct str bytes) {
    struct site_test *test = user;
    if (++test->put_count == test->refuse_at)
        return false;
    buf_add(&test->written, path);
    buf_add_char(&test->written, ':');
    buf_add(&test->written, bytes);
    buf_add_char(&test->written, '|');
    return true;
}

static void add_frame(struct site_test *test, const char *name, const char *text) {
    struct source *source = source_new(test->arena, str_of(name), str_of(text));
    template_set_add(test->frames, str_of(name),
                     template_parse(test->arena, test->diags, source, TEMPLATE_STRICT));
}

static struct site_test *test_new(struct arena *arena, const char *frame) {
    struct site_test *test = ARENA_NEW(arena, struct site_test);
    test->arena = arena;
    test->diags = diags_new(arena);
    test->site = (struct site){.title = STR("Site"), .updated = STR("22/5/2019")};
    test->language = (struct language){.code = STR("vi"),
                                       .date_long = STR("ngày {dz} tháng {mz} năm {yyyy}"),
                                       .texts = map_make(arena)};
    static struct str contents = {"Mục lục", sizeof "Mục lục" - 1};
    map_put(&test->language.texts, STR("contents"), &contents);
    test->locale = locale_open(arena, &test->language);
    test->frames = template_set_new(arena);
    test->written = buf_make(arena);
    test->output = (struct output){.user = test, .put = put};
    add_frame(test, "page", frame);
    return test;
}

static struct document *add_page(struct site_test *test, const char *path, const char *title) {
    struct document *document = ARENA_NEW(test->arena, struct document);
    document->path = str_of(path);
    document->title = str_of(title);
    document->template = STR("page");
    document->root = doc_new(test->arena, DOC_DOCUMENT, (struct span){0});
    struct document_set *set = &test->documents;
    set->items = ARENA_PUSH(test->arena, set->items, set->count, &set->capacity);
    set->items[set->count++] = document;
    return document;
}

static bool render(struct site_test *test) {
    static const struct html_asset ASSETS[] = {{{"assets/a.css", 12}, {"x{}", 3}}};
    struct html_job job = {.site = &test->site,
                           .locale = test->locale,
                           .frames = test->frames,
                           .documents = &test->documents,
                           .assets = ASSETS,
                           .asset_count = 1};
    bool ok = render_html(test->diags, &job, &test->output);
    locale_close(test->locale);
    return ok;
}

static void assets_then_pages(struct arena *arena) {
    struct site_test *test = test_new(arena, "{{page.title}} {{{page.body}}}");
    struct document *first = add_page(test, "index.html", "A & B");
    doc_add_text(arena, doc_add(arena, first->root, DOC_PARAGRAPH), STR("<i>"));
    add_page(test, "pdf/x.pdf", "C")->kind = DOCUMENT_REPORT;
    add_page(test, "b/index.html", "D");
    CHECK(render(test));
    CHECK_STR(buf_str(&test->written),
              "assets/a.css:x{}|index.html:A &amp; B <p>&lt;i&gt;</p>\n|b/index.html:D |");
    CHECK_INT(test->output.page_count, 2);
}

static void titles_dates_and_addresses(struct arena *arena) {
    struct site_test *test = test_new(
        arena, "{{page.head_title}};{{page.date}};{{page.date_iso}};{{page.pdf}};{{up}};"
               "{{home}};{{page.canonical}};{{site.updated}};{{site.updated_iso}};"
               "{{text.contents}}");
    test->site.base_url = STR("https://example.org");
    struct document *document = add_page(test, "commune/u1/index.html", "Xã");
    document->date = STR("2016-03-01");
    document->pdf = STR("pdf/commune/u1.pdf");
    CHECK(render(test));
    CHECK_STR(str_from(buf_str(&test->written), 17),
              "commune/u1/index.html:Xã – Site;ngày 01 tháng 3 năm 2016;2016-03-01;"
              "../../pdf/commune/u1.pdf;../../;../../index.html;"
              "https://example.org/commune/u1/index.html;ngày 22 tháng 5 năm 2019;2019-05-22;"
              "Mục lục|");
}

static void menu_is_in_the_order_of_its_places(struct arena *arena) {
    struct site_test *test =
        test_new(arena, "{{#menu}}{{label}}={{address}}{{#current}}*{{/current}} {{/menu}}");
    add_page(test, "c/index.html", "C")->nav = 2;
    struct document *first = add_page(test, "index.html", "Trang chủ");
    first->nav = 1;
    first->nav_label = STR("Đầu");
    add_page(test, "d/index.html", "D")->nav = 2;
    CHECK(render(test));
    CHECK_STR(str_from(buf_str(&test->written), 17),
              "c/index.html:Đầu=../index.html C=index.html* D=../d/index.html |"
              "index.html:Đầu=index.html* C=c/index.html D=d/index.html |"
              "d/index.html:Đầu=../index.html C=../c/index.html D=index.html* |");
}

static void contents_need_four_sections(struct arena *arena) {
    struct site_test *test =
        test_new(arena, "{{#page.has_contents}}{{#@root.page.contents}}{{title}}={{address}} "
                        "{{/@root.page.contents}}{{/page.has_contents}}");
    static const char *const IDS[] = {"a", "b", "c", "d"};
    struct document *three = add_page(test, "three.html", "3");
    struct document *four = add_page(test, "four.html", "4");
    for (size_t i = 0; i < 4; i++) {
        for (size_t k = 0; k < (i < 3 ? 2 : 1); k++) {
            struct doc_node *heading =
                doc_add(arena, k ? three->root : four->root, DOC_HEADING);
            heading->id = str_of(IDS[i]);
            heading->level = 2;
            doc_add_text(arena, heading, STR("T&"));
        }
    }
    CHECK(render(test));
    CHECK_STR(str_from(buf_str(&test->written), 17),
              "three.html:|four.html:T&amp;=#a T&amp;=#b T&amp;=#c T&amp;=#d |");
}

static void crumbs_are_seen_from_the_page(struct arena *arena) {
    struct site_test *test =
        test_new(arena, "{{#page.has_crumbs}}{{#@root.page.crumbs}}{{label}}={{address}} "
                        "{{/@root.page.crumbs}}{{/page.has_crumbs}}");
    struct document *document = add_page(test, "commune/u1/index.html", "Xã");
    struct crumb crumbs[] = {{STR("Trang chủ"), STR("index.html")},
                             {STR("Xã"), STR("commune/index.html")}};
    document->crumbs = crumbs;
    document->crumb_count = 2;
    CHECK(render(test));
    CHECK_STR(str_from(buf_str(&test->written), 17),
              "commune/u1/index.html:Trang chủ=../../index.html Xã=../index.html |");
}

static void absent_frame_is_said_and_the_rest_is_made(struct arena *arena) {
    struct site_test *test = test_new(arena, "{{page.title}}");
    add_page(test, "a.html", "A")->template = STR("leaflet");
    add_page(test, "b.html", "B");
    CHECK(!render(test));
    CHECK(diags_has(test->diags, DIAG_FRAME_ABSENT));
    CHECK_INT(diags_errors(test->diags), 1);
    CHECK_STR(buf_str(&test->written), "assets/a.css:x{}|b.html:B|");
}

static void refused_file_ends_it(struct arena *arena) {
    struct site_test *test = test_new(arena, "{{page.title}}");
    add_page(test, "a.html", "A");
    add_page(test, "b.html", "B");
    test->refuse_at = 2;
    CHECK(!render(test));
    CHECK_INT(test->put_count, 2);
    CHECK_INT(test->output.page_count, 0);
}

UNIT_MAIN({"assets, then pages", assets_then_pages},
          {"titles, dates and addresses", titles_dates_and_addresses},
          {"the menu is in the order of its places", menu_is_in_the_order_of_its_places},
          {"contents need four sections", contents_need_four_sections},
          {"crumbs are seen from the page", crumbs_are_seen_from_the_page},
          {"an absent frame is said and the rest is made",
           absent_frame_is_said_and_the_rest_is_made},
          {"a refused file ends it", refused_file_ends_it})
