/* The head of a document and its foot. Two of the profiles are those of Vietnamese documents:
 * names at left and right, rules under them, a place left blank for the number, and at the end
 * a blank place for the signature. */
#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/flow.h"

enum {
    SIZE = 13000,
    LEADING = 16500,
    NAME_SIZE = 12000, /* of what stands in capitals: no word of the motto on its own line */
    LEFT_PERCENT = 42,
    GAP = 10000,
    RULE = 600,
    SIGNATURE_SPACE = 70000
};

struct side { /* one half of the head, filled downwards */
    int64_t x, width, y;
    enum line_align align;
};

static void side_text(struct flow *flow, struct side *side, struct str text,
                      enum font_style style, int64_t size) {
    struct text_block block = {
        .type = {(enum font_family)flow->style->body_family, style, size, LEADING, INK_TEXT}};
    if (text.size == 0)
        return;
    block_add_text(flow, &block, text, style, NULL);
    block_break(flow, &block, side->width, 0);
    if (side->align == LINE_CENTER)
        block_balance(flow, &block, side->width);
    flow_open(flow, (struct element){.kind = ELEMENT_PARAGRAPH});
    for (size_t i = 0; i < block.line_count; i++) {
        side->y += LEADING;
        block_place(flow, &block, i, side->x, side->y - LEADING / 4, side->width, side->align,
                    false);
    }
    flow_close(flow);
}

static void side_line(struct flow *flow, struct side *side, struct str text,
                      enum font_style style) {
    side_text(flow, side, text, style, SIZE);
}

static void side_rule(struct flow *flow, struct side *side, int percent) {
    int64_t width = side->width * percent / 100;
    flow_rule(flow, side->x + (side->width - width) / 2, side->y + 2000, width, RULE, INK_TEXT);
    side->y += 6000;
}

static struct str word(const struct flow *flow, const char *key) {
    return language_text(locale_language(flow->locale), str_of(key));
}

/* "Số        -BC/TU" for the party, "Số:        /BC-UBND" for the state: the number is written
 * by hand */
static struct str number_line(struct flow *flow, const struct letterhead *head) {
    static const char BLANKS[] =
        "\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0\xC2\xA0";
    bool party = head->kind == LETTERHEAD_PARTY;
    return str_format(flow->arena, "%.*s%s%s%s%.*s", STR_ARG(word(flow, "letterhead_number")),
                      party ? "" : ":", BLANKS, party ? "-" : "/", STR_ARG(head->symbol));
}

static struct str place_and_date(struct flow *flow, const struct letterhead *head) {
    struct date date;
    struct str text = STR_EMPTY;
    if (date_parse(flow->document->date, &date))
        text = locale_date_long(flow->arena, flow->locale, date);
    if (head->place.size == 0)
        return text;
    return str_format(flow->arena, "%.*s%s%.*s", STR_ARG(head->place), text.size ? ", " : "",
                      STR_ARG(text));
}

static void official(struct flow *flow, const struct letterhead *head) {
    bool party = head->kind == LETTERHEAD_PARTY;
    int64_t left = flow->frame.text_width * LEFT_PERCENT / 100;
    struct side issuer = {flow->frame.left, left - GAP / 2, flow->y, LINE_CENTER};
    struct side nation = {flow->frame.left + left + GAP / 2,
                          flow->frame.text_width - left - GAP / 2, flow->y, LINE_CENTER};
    side_text(flow, &issuer, head->superior, FONT_REGULAR, NAME_SIZE);
    side_text(flow, &issuer, head->issuer, FONT_BOLD, NAME_SIZE);
    if (party)
        side_line(flow, &issuer, STR("*"), FONT_REGULAR);
    else
        side_rule(flow, &issuer, 40);
    side_line(flow, &issuer, number_line(flow, head), FONT_REGULAR);
    side_text(flow, &nation, word(flow, party ? "letterhead_party" : "letterhead_state"),
              FONT_BOLD, party ? SIZE : NAME_SIZE);
    if (!party)
        side_line(flow, &nation, word(flow, "letterhead_motto"), FONT_BOLD);
    side_rule(flow, &nation, party ? 80 : 60);
    nation.y += 4000;
    side_line(flow, &nation, place_and_date(flow, head), FONT_ITALIC);
    flow->y = (issuer.y > nation.y ? issuer.y : nation.y) + 22000;
}

static void publication(struct flow *flow, const struct letterhead *head) {
    struct side whole = {flow->frame.left, flow->frame.text_width, flow->y, LINE_CENTER};
    struct str issuer = head ? head->issuer : flow->site->publisher;
    side_line(flow, &whole, issuer, FONT_REGULAR);
    if (issuer.size)
        side_rule(flow, &whole, 18);
    flow->y = whole.y + 14000;
}

void flow_letterhead(struct flow *flow) {
    const struct letterhead *head = flow->document->letterhead;
    if (head && head->kind != LETTERHEAD_PUBLICATION)
        official(flow, head);
    else
        publication(flow, head);
}

int64_t signature_height(const struct flow *flow) {
    const struct letterhead *head = flow->document->letterhead;
    if (!head || (head->signature_count == 0 && head->recipient_count == 0))
        return 0;
    size_t lines = head->signature_count;
    if (head->recipient_count > lines)
        lines = head->recipient_count;
    return ((int64_t)lines + 2) * LEADING + SIGNATURE_SPACE;
}

void flow_signature(struct flow *flow) {
    const struct letterhead *head = flow->document->letterhead;
    if (!head || (head->signature_count == 0 && head->recipient_count == 0))
        return;
    int64_t most =
        (int64_t)(head->recipient_count > head->signature_count ? head->recipient_count
                                                                : head->signature_count);
    flow_ready(flow, false);
    flow_need(flow, (most + 2) * LEADING + SIGNATURE_SPACE);
    int64_t half = flow->frame.text_width / 2;
    struct side to = {flow->frame.left, half, flow->y + LEADING / 2, LINE_START};
    struct side by = {flow->frame.left + half, half, flow->y + LEADING / 2, LINE_CENTER};
    if (head->recipient_count)
        side_line(flow, &to,
                  str_format(flow->arena, "%.*s:", STR_ARG(word(flow, "recipients"))),
                  FONT_BOLD_ITALIC);
    for (size_t i = 0; i < head->recipient_count; i++)
        side_line(flow, &to,
                  str_format(flow->arena, "- %.*s%s", STR_ARG(head->recipients[i]),
                             i + 1 < head->recipient_count ? ";" : "."),
                  FONT_REGULAR);
    for (size_t i = 0; i < head->signature_count; i++)
        side_line(flow, &by, head->signature[i], FONT_BOLD);
    by.y += SIGNATURE_SPACE;
    flow->y = to.y > by.y ? to.y : by.y;
}
