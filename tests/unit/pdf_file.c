/* What stands below the layout: values as PDF writes them, memory that is used again. */
#include "render/pdf/archive.h"
#include "render/pdf/syntax.h"

#include "base/guard.h"
#include "base/limits.h"
#include "unit.h"

static struct str length(struct arena *arena, int64_t mpt) {
    struct buf out = buf_make(arena);
    put_length(&out, mpt);
    return buf_str(&out);
}

static void lengths_have_no_superfluous_zeros(struct arena *arena) {
    CHECK_STR(length(arena, 0), "0");
    CHECK_STR(length(arena, 1), "0.001");
    CHECK_STR(length(arena, 500), "0.5");
    CHECK_STR(length(arena, 12050), "12.05");
    CHECK_STR(length(arena, -1), "-0.001");
    CHECK_STR(length(arena, -70866), "-70.866");
    CHECK_STR(length(arena, INT64_MIN), "-9223372036854775.808");
}

static struct str text(struct arena *arena, struct str s) {
    struct buf out = buf_make(arena);
    put_text(&out, s);
    return buf_str(&out);
}

static void texts_are_ascii_or_utf16(struct arena *arena) {
    CHECK_STR(text(arena, STR("Report 7")), "(Report 7)");
    CHECK_STR(text(arena, STR("")), "()");
    CHECK_STR(text(arena, STR("a)b")), "<FEFF006100290062>");
    CHECK_STR(text(arena, STR("\\")), "<FEFF005C>");
    CHECK_STR(text(arena, STR("ấ₫")), "<FEFF1EA520AB>");
    CHECK_STR(text(arena, STR("😀\n")), "<FEFFD83DDE00000A>");
}

static void a_text_is_no_longer_than_a_string_may_be(struct arena *arena) {
    struct buf many = buf_make(arena);
    for (size_t i = 0; i < 40000; i++)
        buf_add(&many, i % 3 ? STR("ế") : STR("😀"));
    struct str written = text(arena, buf_str(&many));
    CHECK((written.size - 2) / 2 <= LIMIT_PDF_STRING); /* two digits a byte, two brackets */
    CHECK(str_ends(written, STR("2026>")));
}

static void addresses_are_ascii(struct arena *arena) {
    struct buf out = buf_make(arena);
    put_address(&out, STR("https://a.vn/xã (1)\\%20?b=<c>&d"));
    CHECK_STR(buf_str(&out), "(https://a.vn/x%C3%A3%20%281%29%5C%20?b=<c>&d)");
}

static void facts_are_a_line_of_what_xml_can_say(struct arena *arena) {
    CHECK_STR(archive_text(arena, STR(" a\nb\tc\x01"
                                      "d\x7F ")),
              "a b c d");
    CHECK_STR(archive_text(arena, STR("x\xEF\xBF\xBEy")), "x y"); /* U+FFFE */
    CHECK_STR(archive_text(arena, STR("")), "");
    struct buf many = buf_make(arena);
    for (size_t i = 0; i < ARCHIVE_TEXT_MOST + 5; i++)
        buf_add(&many, STR("ế"));
    struct str cut = archive_text(arena, buf_str(&many));
    CHECK_INT(str_code_points(cut), ARCHIVE_TEXT_MOST);
    CHECK(str_ends(cut, STR("…")));
}

static void released_memory_is_zero_again(struct arena *arena) {
    struct arena *scratch = arena_new();
    char *kept = arena_alloc(scratch, 100);
    kept[99] = 'k';
    for (size_t round = 0; round < 50; round++) {
        struct arena_mark mark = arena_mark(scratch);
        size_t used = arena_used(scratch);
        for (size_t size = 1; size < 100000; size *= 3) {
            unsigned char *memory = arena_alloc(scratch, size);
            for (size_t i = 0; i < size; i++) {
                CHECK(memory[i] == 0);
                memory[i] = 0xEE;
            }
        }
        arena_release(scratch, mark);
        CHECK_INT(arena_used(scratch), used);
    }
    CHECK(kept[99] == 'k');
    arena_free(scratch);
    UNUSED(arena);
}

UNIT_MAIN({"lengths_have_no_superfluous_zeros", lengths_have_no_superfluous_zeros},
          {"texts_are_ascii_or_utf16", texts_are_ascii_or_utf16},
          {"a_text_is_no_longer_than_a_string_may_be",
           a_text_is_no_longer_than_a_string_may_be},
          {"addresses_are_ascii", addresses_are_ascii},
          {"facts_are_a_line_of_what_xml_can_say", facts_are_a_line_of_what_xml_can_say},
          {"released_memory_is_zero_again", released_memory_is_zero_again})
