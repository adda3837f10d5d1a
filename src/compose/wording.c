/* What stands after the bar of a reference: {{houses|unit}}, {{people|over 2700}}. A word of
 * approximation is a claim about the exact number: one that is not true is an error. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "compose/internal.h"

static bool claim_cut(struct str text, struct wording *wording) {
    struct str number = text, word;
    if (!str_cut(&number, ' ', &word))
        return false;
    for (enum bound bound = BOUND_OVER; bound <= BOUND_AT_LEAST; bound++)
        if (str_equal(word, str_of(bound_name(bound)))) {
            wording->bound = bound;
            wording->claim = str_trim(number);
            return true;
        }
    return false;
}

bool wording_cut(struct composer *composer, struct str *name, struct wording *wording,
                 struct span tag) {
    static const struct {
        struct str name;
        enum form form;
    } FORMS[] = {{{"unit", 4}, FORM_UNIT},   {{"words", 5}, FORM_WORDS},
                 {{"raw", 3}, FORM_RAW},     {{"table", 5}, FORM_TABLE},
                 {{"exact", 5}, FORM_EXACT}, {{"ordinal", 7}, FORM_ORDINAL},
                 {{"rank", 4}, FORM_RANK}};
    struct str rest = *name, first;
    *wording = (struct wording){.form = FORM_PROSE};
    if (!str_cut(&rest, '|', &first))
        return true;
    *name = str_trim(first);
    rest = str_trim(rest);
    for (size_t i = 0; i < COUNT_OF(FORMS); i++)
        if (str_equal(rest, FORMS[i].name)) {
            wording->form = FORMS[i].form;
            return true;
        }
    if (claim_cut(rest, wording))
        return true;
    DIAG(composer->diags, DIAG_UNKNOWN_FORM, tag, rest);
    return false;
}

/* "2700" or "50 tỷ", in the indicator's units */
static bool read_claim(struct composer *composer, const struct indicator *indicator,
                       struct str text, struct quantity *claim) {
    struct decimal number;
    if (decimal_parse(text, indicator_places(indicator), &number) == DECIMAL_OK) {
        claim->value = number.units;
        return true;
    }
    struct str word = text, digits;
    str_cut(&word, ' ', &digits);
    const struct language *language = composer->language;
    for (size_t i = 0; indicator->money && i < language->scale_count; i++)
        if (str_equal(language->scales[i].word, word) &&
            decimal_parse(digits, 0, &number) == DECIMAL_OK)
            return decimal_scale_up(number.units, language->scales[i].power, &claim->value);
    return false;
}

/* the claim that would be true with the same word and step: "over 2800"; exact: the bare form
 */
static struct str true_claim(struct composer *composer, const struct quantity *claim,
                             struct decimal number) {
    int64_t step = quantity_step(claim), value = bound_round(claim->bound, number.units, step);
    struct decimal limit = {value, number.scale};
    if (value == number.units && claim->bound != BOUND_AT_LEAST)
        return STR("exact");
    return str_format(composer->arena, "%s %.*s", bound_name(claim->bound),
                      STR_ARG(decimal_text(composer->arena, limit)));
}

static void claim_text(struct composer *composer, const struct table *table,
                       const struct cell *cell, const struct wording *wording,
                       struct token *token) {
    const struct indicator *indicator = table->indicator;
    struct quantity claim = {.bound = wording->bound};
    struct decimal number;
    if (indicator_is_ratio(indicator) || !cell_number(indicator, cell, &number) ||
        !read_claim(composer, indicator, wording->claim, &claim)) {
        DIAG(composer->diags, DIAG_BAD_CLAIM, token->span, wording->claim, indicator->id);
        return;
    }
    if (!quantity_agrees(indicator, &claim, cell))
        DIAG(composer->diags, DIAG_CLAIM_FALSE, token->span,
             str_format(composer->arena, "%s %.*s", bound_name(claim.bound),
                        STR_ARG(wording->claim)),
             decimal_text(composer->arena, number), true_claim(composer, &claim, number));
    token->text = quantity_text(composer, indicator, &claim, FORM_PROSE);
}

struct token wording_token(struct composer *composer, const struct table *table,
                           const struct breakdown *breakdown, const struct cell *cell,
                           const struct wording *wording, struct span tag) {
    bool ranked = wording->form == FORM_RANK;
    const struct indicator *indicator = table->indicator;
    if ((wording->form == FORM_WORDS || wording->form == FORM_ORDINAL) &&
        (indicator_is_ratio(indicator) || indicator_places(indicator)))
        DIAG(composer->diags, DIAG_FORM_NEEDS_WHOLE, tag, indicator->id,
             wording->form == FORM_WORDS ? STR("words") : STR("ordinal"));
    struct token token =
        cell_token(composer, table, breakdown, cell, ranked ? FORM_PROSE : wording->form);
    token.span = tag;
    if (wording->bound != BOUND_NONE && !cell->hidden)
        claim_text(composer, table, cell, wording, &token);
    if (ranked && !breakdown)
        DIAG(composer->diags, DIAG_RANK_OF_TOTAL, tag, table->indicator->id);
    if (ranked && breakdown) {
        size_t rank = cell_rank(table->indicator, breakdown, cell);
        token.text = rank ? str_format(composer->arena, "%zu", rank)
                          : text_of(composer, "not_applicable");
        token.raw = STR_EMPTY;
    }
    return token;
}
