/* What stands before the text: the title, on a page of its own when there is a cover. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

static void centred(struct flow *flow, struct str text, struct type type) {
    struct text_block block = {.type = type};
    if (text.size == 0)
        return;
    block_add_text(flow, &block, text, type.style, NULL);
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    flow_text(flow, &block, 0, LINE_CENTER);
    flow_close(flow);
}

static void centred_rule(struct flow *flow, int64_t width) {
    int64_t middle = flow->frame.left + flow->frame.text_width / 2;
    flow_rule(flow, middle - width / 2, flow->y + 3000, width, 600, INK_TEXT);
}

/* "Giai đoạn 2016-2020, ngày 22 tháng 5 năm 2019", or "…, số liệu đến ngày 31 tháng 12 năm
 * 2018", or with both "…, đăng ngày 22 tháng 5 năm 2019" */
static void add_date(struct flow *flow, struct str *text, const char *key, struct str iso) {
    struct date date;
    struct str before = STR_EMPTY;
    if (!date_parse(iso, &date))
        return;
    if (key)
        before =
            text_lower(flow->arena, language_text(locale_language(flow->locale), str_of(key)));
    *text = str_format(flow->arena, "%.*s%s%.*s%s%.*s", STR_ARG(*text), text->size ? ", " : "",
                       STR_ARG(before), before.size ? " " : "",
                       STR_ARG(locale_date_long(flow->arena, flow->locale, date)));
}

static struct str when(struct flow *flow) {
    struct str text = flow->site->period;
    add_date(flow, &text, "as_of", flow->document->as_of);
    add_date(flow, &text, flow->document->as_of.size ? "published_on" : NULL,
             flow->document->date);
    return text_capital(flow->arena, text);
}

void flow_title(struct flow *flow) {
    const struct document *document = flow->document;
    const struct print_style *style = flow->style;
    const struct letterhead *head = document->letterhead;
    enum font_family body = (enum font_family)style->body_family;
    enum font_family heading = (enum font_family)style->heading_family;
    bool official = head && head->kind != LETTERHEAD_PUBLICATION;
    int64_t size = document->cover ? style->title_size * 13 / 10 : style->title_size;
    struct text_block title = {.type = {heading, FONT_BOLD, size, size * 4 / 3, INK_TEXT}};
    flow_code_of_page(flow);
    flow_letterhead(flow);
    if (document->cover)
        flow->y = flow->frame.height * 36 / 100;
    block_add_text(flow, &title, document->title, FONT_BOLD, NULL);
    flow_bookmark(flow, document->title, 1);
    flow_open_heading(flow, 1);
    flow_text(flow, &title, 0, LINE_CENTER);
    flow_close(flow);
    flow->y += document->cover ? 10000 : 2000;
    centred(flow, document->description,
            (struct type){body, FONT_ITALIC, 13000, 17500, INK_TEXT});
    if (document->cover)
        centred_rule(flow, 120000);
    flow->y += document->cover ? 24000 : 0;
    if (!official)
        centred(flow, when(flow), (struct type){body, FONT_REGULAR, 12000, 17000, INK_MUTED});
    flow->y += 14000;
    if (document->cover)
        flow->pending = PENDING_PAGE;
}
