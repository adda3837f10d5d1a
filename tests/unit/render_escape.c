#include "render/escape.h"

#include "unit.h"

typedef void escaper(struct buf *out, struct str text);

static struct str escaped(struct arena *arena, escaper *escape, struct str text) {
    struct buf out = buf_make(arena);
    escape(&out, text);
    return buf_str(&out);
}

static struct str address(struct arena *arena, const char *page, const char *target) {
    struct buf out = buf_make(arena);
    escape_link(&out, str_of(page), str_of(target));
    return buf_str(&out);
}

static void html_keeps_ordinary_text(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_html, STR("")), "");
    CHECK_STR(escaped(arena, escape_html, STR("Xã Yếm Thắm: 7.120 suất\n\t₫")),
              "Xã Yếm Thắm: 7.120 suất\n\t₫");
}

static void html_disarms_markup(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_html, STR("<script>alert('x')</script>")),
              "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    CHECK_STR(escaped(arena, escape_html, STR("\" onclick=\"x & y")),
              "&quot; onclick=&quot;x &amp; y");
    CHECK_STR(escaped(arena, escape_html, STR("&amp;")), "&amp;amp;");
}

static void html_replaces_controls(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_html, STR("a\0b\x1B\r\x7F")), "a\uFFFDb\uFFFD\uFFFD\uFFFD");
}

static void xml_replaces_what_xml_forbids(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_xml, STR("a<\xEF\xBF\xBE>b\xEF\xBF\xBF")),
              "a&lt;\uFFFD&gt;b\uFFFD");
    CHECK_STR(escaped(arena, escape_xml, STR("\xEF\xBF\xBD&")), "\uFFFD&amp;");
    CHECK_STR(escaped(arena, escape_xml, STR("\xEF\xBF\xA1")), "\xEF\xBF\xA1");
}

static void url_encodes_all_but_the_plain(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_url, STR("pdf/commune/u01-xa.pdf")),
              "pdf/commune/u01-xa.pdf");
    CHECK_STR(escaped(arena, escape_url, STR("a b:\"<đ>?#%")),
              "a%20b%3A%22%3C%C4%91%3E%3F%23%25");
}

static void json_is_quoted(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_json, STR("")), "\"\"");
    CHECK_STR(escaped(arena, escape_json, STR("xã \"A\"\\\n\r\t\x01\x7F")),
              "\"xã \\\"A\\\"\\\\\\n\\r\\t\\u0001\\u007f\"");
    CHECK_STR(escaped(arena, escape_json, STR("</script>\u2028\u2029\u2030\xE2")),
              "\"\\u003c/script>\\u2028\\u2029\u2030\xE2\"");
}

static void csv_is_quoted_when_it_must_be(struct arena *arena) {
    CHECK_STR(escaped(arena, escape_csv, STR("")), "");
    CHECK_STR(escaped(arena, escape_csv, STR("Xã Yếm Thắm")), "Xã Yếm Thắm");
    CHECK_STR(escaped(arena, escape_csv, STR("12,5")), "\"12,5\"");
    CHECK_STR(escaped(arena, escape_csv, STR("nhà \"mái ấm\"")), "\"nhà \"\"mái ấm\"\"\"");
    CHECK_STR(escaped(arena, escape_csv, STR("a\nb")), "\"a\nb\"");
    CHECK_STR(escaped(arena, escape_csv, STR(" a")), "\" a\"");
}

static void links_are_relative_to_their_page(struct arena *arena) {
    const char *page = "commune/u29/index.html";
    CHECK_STR(address(arena, page, "indicator/houses/index.html#by-district"),
              "../../indicator/houses/index.html#by-district");
    CHECK_STR(address(arena, page, "commune/u30/index.html"), "../u30/index.html");
    CHECK_STR(address(arena, page, "commune/u29/map.html"), "map.html");
    CHECK_STR(address(arena, page, "commune/u2/index.html"), "../u2/index.html");
    CHECK_STR(address(arena, page, "index.html"), "../../index.html");
    CHECK_STR(address(arena, "index.html", "commune/u29/index.html"), "commune/u29/index.html");
    CHECK_STR(address(arena, "index.html", "index.html"), "index.html");
}

static void links_within_a_page_are_short(struct arena *arena) {
    const char *page = "commune/u29/index.html";
    CHECK_STR(address(arena, page, "commune/u29/index.html#top"), "#top");
    CHECK_STR(address(arena, page, "#top"), "#top");
    CHECK_STR(address(arena, page, "commune/u29/index.html"), "index.html");
    CHECK_STR(address(arena, page, "commune/u29/"), "./");
}

static void external_links_keep_their_address(struct arena *arena) {
    CHECK(link_is_external(STR("HTTPS://example.org")));
    CHECK(link_is_external(STR("tel:+84123")));
    CHECK(!link_is_external(STR("javascript:alert(1)")));
    CHECK(!link_is_external(STR("http")));
    CHECK_STR(address(arena, "a/b.html", "https://example.org/a b?x=1&y='2\"%20#z"),
              "https://example.org/a%20b?x=1&amp;y=%272%22%20#z");
    CHECK_STR(address(arena, "a/b.html", "mailto:a@b.vn"), "mailto:a@b.vn");
}

static void hostile_targets_stay_on_the_site(struct arena *arena) {
    CHECK_STR(address(arena, "index.html", "javascript:alert(1)"), "javascript%3Aalert%281%29");
    CHECK_STR(address(arena, "index.html", "//evil.example/x"), ".///evil.example/x");
    CHECK_STR(address(arena, "index.html", "#\" onclick=\"x"), "#%22%20onclick%3D%22x");
}

UNIT_MAIN({"html keeps ordinary text", html_keeps_ordinary_text},
          {"html disarms markup", html_disarms_markup},
          {"html replaces controls", html_replaces_controls},
          {"xml replaces what xml forbids", xml_replaces_what_xml_forbids},
          {"url encodes all but the plain", url_encodes_all_but_the_plain},
          {"json is quoted", json_is_quoted},
          {"csv is quoted when it must be", csv_is_quoted_when_it_must_be},
          {"links are relative to their page", links_are_relative_to_their_page},
          {"links within a page are short", links_within_a_page_are_short},
          {"external links keep their address", external_links_keep_their_address},
          {"hostile targets stay on the site", hostile_targets_stay_on_the_site})
