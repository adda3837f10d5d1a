/* The pages of the site through the same eyes as a finished article. Dates, symbols, ordinals,
 * code and quotations are left alone there already; "<!-- as is -->" leaves one number, or the
 * block behind it. */
#include "audit/prose.h"

#include "audit/audit.h"
#include "base/arena.h"
#include "base/buf.h"

static const struct str MARK = {"<!-- as is -->", 14};

static bool blank_line(struct str text, size_t at) {
    while (at < text.size && (text.data[at] == ' ' || text.data[at] == '\r'))
        at++;
    return at >= text.size || text.data[at] == '\n';
}

/* the end of the block that begins after this line: the next empty line after its text */
static size_t block_end(struct str text, size_t at) {
    bool any = false;
    while (at < text.size) {
        size_t end = at;
        while (end < text.size && text.data[end] != '\n')
            end++;
        bool blank = blank_line(text, at);
        if (any && blank)
            return at;
        any |= !blank;
        at = end + 1;
    }
    return text.size;
}

/* the marks of a page, in the order of its text, beside numbers in the same order */
struct marks {
    struct str text;
    size_t next;  /* where the next mark is looked for */
    size_t until; /* the end of the last block that a mark leaves */
};

/* does a mark leave this number as it is: right behind it, or alone on a line before its block?
 */
static bool left_as_is(struct marks *marks, struct span span) {
    struct str text = marks->text;
    if (str_starts(str_trim(str_from(text, span.offset + span.size)), MARK))
        return true;
    while (marks->next <= span.offset) {
        size_t mark = str_find(str_from(text, marks->next), MARK);
        if (mark == STR_NONE || marks->next + mark > span.offset) {
            marks->next = mark == STR_NONE ? SIZE_MAX : marks->next + mark;
            break;
        }
        mark += marks->next;
        size_t end = mark + MARK.size;
        if ((mark == 0 || text.data[mark - 1] == '\n') && blank_line(text, end))
            marks->until = block_end(text, end + 1);
        marks->next = end;
    }
    return span.offset < marks->until;
}

/* {{houses.by.district.doi-sim.year.2016}} */
static struct str reference(struct arena *arena, const struct audited *item) {
    struct buf out = buf_make(arena);
    buf_format(&out, "{{%.*s", STR_ARG(item->indicator->id));
    if (item->breakdown && item->cell->name.size) {
        const struct by *by = item->breakdown->by;
        buf_add(&out, STR(".by"));
        for (size_t k = 0; k < by->count; k++) {
            size_t from = k ? item->cell->name_ends[k - 1] + 1 : 0;
            struct str key = str_slice(item->cell->name, from, item->cell->name_ends[k]);
            buf_format(&out, ".%.*s.%.*s", STR_ARG(by->names[k]), STR_ARG(key));
        }
    }
    buf_add(&out, STR("}}"));
    return buf_str(&out);
}

/* one page; what it is read with is forgotten after it */
static void read_page(struct arena *arena, struct diags *diags, const struct checked *checked,
                      const struct tables *tables, const struct names *names,
                      const struct content_page *page, size_t *left) {
    /* as written: with its front matter, which `text` leaves out */
    const struct source *source = page->front ? page->front->span.source : page->text;
    struct marks marks = {.text = source->text};
    const struct audit *audit =
        audit_article(arena, checked, tables, checked->language, names, source, AUDIT_MARKDOWN);
    for (size_t k = 0; k < audit->count; k++) {
        const struct audited *item = &audit->items[k];
        if (left_as_is(&marks, item->span)) {
            ++*left;
            continue;
        }
        bool wrong = item->verdict == VERDICT_WRONG && item->indicator;
        if (wrong)
            DIAG(diags, item->certain ? DIAG_TYPED_DIFFERS : DIAG_TYPED_MAY_DIFFER, item->span,
                 item->text, item->indicator->id, item->should, reference(arena, item));
        else if (item->verdict == VERDICT_RIGHT && item->reference)
            DIAG(diags, DIAG_TYPED_NUMBER, item->span, item->text, item->indicator->id,
                 reference(arena, item));
    }
}

bool audit_prose(struct diags *diags, const struct content *content,
                 const struct checked *checked, const struct tables *tables, size_t *left) {
    size_t before = diags_errors(diags);
    struct arena *lasting = arena_new(), *scratch = arena_new();
    const struct names *names = audit_names(lasting, checked, tables, checked->language);
    for (size_t i = 0; i < content->pages.count; i++) {
        read_page(scratch, diags, checked, tables, names, &content->pages.items[i], left);
        arena_reset(scratch);
    }
    arena_free(scratch);
    arena_free(lasting);
    return diags_errors(diags) == before;
}
