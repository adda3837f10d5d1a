/* The report: sorted by place, with line, caret and mend, never a control character. */
#include "base/diag.h"

#include <string.h>

#include "base/guard.h"
#include "unit.h"

static struct str printed(struct arena *arena, struct diags *diags,
                          enum diag_language language) {
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    diags_print(diags, stream, language, DIAG_NOTE);
    fclose(stream);
    struct str copy = str_copy(arena, (struct str){text, size});
    memory_release(text);
    return copy;
}

static void sorted_with_caret_and_mend(struct arena *arena) {
    struct diags *diags = diags_new(arena);
    const struct source *source = source_new(arena, STR("a.yaml"), STR("tên: Yếm\nsố: 06\n"));
    DIAG(diags, DIAG_BAD_ID, ((struct span){source, 18, 2}), STR("06"));
    DIAG_IN(diags, DIAG_BAD_ID, ((struct span){source, 6, 5}), STR("record x"),
            STR("Y\x1B[2Jm"));
    CHECK_STR(
        printed(arena, diags, DIAG_ENGLISH),
        "a.yaml:1:6: error: \"Y\\x1B[2Jm\" cannot be an id: use lower-case letters a-z, "
        "digits, - and _ [bad-id]\n"
        "     1 | tên: Yếm\n       |      ^~~\n       = in record x\n"
        "a.yaml:2:5: error: \"06\" cannot be an id: use lower-case letters a-z, digits, - "
        "and _ [bad-id]\n"
        "     2 | số: 06\n       |     ^~\n");
    CHECK_INT(diags_errors(diags), 2);
    CHECK_INT(diags_exit_status(diags), 1);
    CHECK_STR(printed(arena, diags, DIAG_ENGLISH), "");
}

static void a_failure_outranks_an_error(struct arena *arena) {
    struct diags *diags = diags_new(arena);
    CHECK_INT(diags_exit_status(diags), 0);
    DIAG(diags, DIAG_UNKNOWN_FILE, SPAN_NONE, STR("x"), STR(".yaml"));
    CHECK_INT(diags_exit_status(diags), 0);
    DIAG(diags, DIAG_BAD_ID, SPAN_NONE, STR("x"));
    DIAG(diags, DIAG_DISK_FULL, SPAN_NONE, STR("x"), STR("why"));
    CHECK_INT(diags_exit_status(diags), 3);
    CHECK(diags_has(diags, DIAG_DISK_FULL) && !diags_has(diags, DIAG_NO_SITE));
}

static void many_are_counted_not_shown(struct arena *arena) {
    struct diags *diags = diags_new(arena);
    for (int i = 0; i < 60; i++)
        DIAG(diags, DIAG_BAD_ID, SPAN_NONE, STR("x"));
    struct str text = printed(arena, diags, DIAG_VIETNAMESE);
    CHECK(str_ends(text, STR("… và 10 điều nữa\n")));
    CHECK(str_find(text, STR("lỗi:")) != STR_NONE);
}

/* Every row of the table: both languages ask for the same arguments, and none is empty. */
static void the_table_is_complete_in_both_languages(struct arena *arena) {
    static const struct {
        const char *name, *texts[4];
    } ROWS[] = {
#define DIAG_ROW(id, name, severity, english, english_mend, vietnamese, vietnamese_mend)       \
    {name, {english, english_mend, vietnamese, vietnamese_mend}},
#include "base/diag_ids.h"
#undef DIAG_ROW
    };
    UNUSED(arena);
    for (size_t i = 0; i < COUNT_OF(ROWS); i++) {
        unsigned asked[2] = {0};
        for (int t = 0; t < 4; t++) {
            CHECK(ROWS[i].texts[t][0] != '\0');
            for (const char *p = ROWS[i].texts[t]; (p = strchr(p, '{')) != NULL; p++)
                if (p[1] >= '0' && p[1] <= '9' && p[2] == '}')
                    asked[t / 2] |= 1U << (p[1] - '0');
        }
        CHECK(asked[0] == asked[1]);
        if (asked[0] != asked[1])
            printf("  %s\n", ROWS[i].name);
    }
}

UNIT_MAIN({"sorted_with_caret_and_mend", sorted_with_caret_and_mend},
          {"a_failure_outranks_an_error", a_failure_outranks_an_error},
          {"many_are_counted_not_shown", many_are_counted_not_shown},
          {"the_table_is_complete_in_both_languages", the_table_is_complete_in_both_languages})
