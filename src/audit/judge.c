/* Whether a number is so: exactly, as the bound that its word claims, or as rounded as it is
 * written. */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "locale/locale.h"

/* --- comparing */

/* the whole number in the indicator's units, and the step that its last written place is;
 * false: it has more decimals */
bool in_units(const struct said *said, const struct indicator *indicator, int64_t *value,
              int64_t *place) {
    int power = said->power + indicator_places(indicator) - said->scale;
    *place = 1;
    if (power >= 0)
        return decimal_scale_up(said->value, power, value) && decimal_scale_up(1, power, place);
    *value = said->value;
    for (int i = power; i < 0; i++) {
        if (*value % 10)
            return false;
        *value /= 10;
    }
    return true;
}

bool agrees(const struct said *said, const struct candidate *candidate) {
    const struct indicator *indicator = candidate->table->indicator;
    struct decimal number;
    struct quantity quantity = {.bound = said->bound};
    int64_t place = 1;
    if (said->fraction) {
        quantity.fraction = true;
        quantity.value = said->value;
        quantity.denominator = said->denominator;
        return quantity_agrees(indicator, &quantity, candidate->cell);
    }
    if (said->percent)
        return cell_percent(candidate->cell, said->scale, &number) &&
               number.units == said->value;
    if (indicator_is_ratio(indicator) && said->bound == BOUND_NONE)
        return candidate->cell->value == said->value && said->scale == 0;
    if (!in_units(said, indicator, &quantity.value, &place) ||
        !cell_number(indicator, candidate->cell, &number))
        return false;
    if (said->bound == BOUND_NONE && said->power && said->scale) /* "50,4 tỷ" is rounded */
        return bound_round(BOUND_ABOUT, number.units, place) == quantity.value;
    return quantity_agrees(indicator, &quantity, candidate->cell);
}

/* --- the verdict */

/* one record, year or day: what its clause says need not be of the whole */
static bool is_named(const struct judging *j, const struct said *said) {
    for (size_t i = 0; i < j->mention_count; i++)
        if (j->mentions[i].at >= said->clause.from && j->mentions[i].at < said->clause.to)
            return true;
    for (size_t at = said->clause.from; at < said->clause.to; at++) {
        const struct audit_token *next = token_at(j, at + 1);
        bool date = j->tokens.items[at].kind == TOKEN_NUMBER && at != said->at && next &&
                    next->glued && (is_sign(next, '/') || is_sign(next, '-'));
        if (date || is_year(&j->tokens.items[at]))
            return true;
    }
    return false;
}

struct audited *audited_add(struct judging *j, const struct said *said) {
    struct audit *audit = j->audit;
    const struct audit_token *first = &j->tokens.items[said->at];
    const struct audit_token *last = &j->tokens.items[said->after - 1];
    j->numerals = ARENA_PUSH(j->arena, j->numerals, audit->count, &j->numeral_capacity);
    j->numerals[audit->count] =
        (struct numeral){.at = said->at,
                         .after = said->after,
                         .sentence = j->sentence_count - 1,
                         .value = said->value,
                         .plain = !said->fraction && !said->percent && !said->scale &&
                                  !said->power && said->bound == BOUND_NONE,
                         .whole = is_whole(j, said),
                         .strange = is_strange(j, said) || said->unsure,
                         .named = is_named(j, said)};
    audit->items = ARENA_PUSH(j->arena, audit->items, audit->count, &audit->capacity);
    struct audited *item = &audit->items[audit->count++];
    *item = (struct audited){
        .verdict = VERDICT_UNKNOWN,
        .text = words_text(j, (struct range){said->at, said->after}),
        .span = {j->source, (uint32_t)first->from, (uint32_t)(last->to - first->from)}};
    return item;
}

struct str words_text(const struct judging *j, struct range range) {
    const struct audit_tokens *tokens = &j->tokens;
    struct buf out = buf_make(j->arena);
    for (size_t at = range.from; at < range.to; at++) {
        const struct audit_token *token = &tokens->items[at];
        size_t from = (size_t)(token->text.data - tokens->lower.data);
        if (at > range.from && !token->glued)
            buf_add_char(&out, ' ');
        buf_add(&out, str_slice(tokens->plain, from, from + token->text.size));
    }
    return buf_str(&out);
}

struct str true_text(const struct judging *j, const struct said *said,
                     const struct candidate *candidate) {
    const struct indicator *indicator = candidate->table->indicator;
    struct decimal number;
    if (said->percent && cell_percent(candidate->cell, said->scale, &number))
        return str_join(j->arena, locale_number(j->arena, j->checked->locale, number),
                        STR("%"));
    if (indicator_is_ratio(indicator))
        return str_format(j->arena, "%lld/%lld", (long long)candidate->cell->value,
                          (long long)candidate->cell->denominator);
    if (!cell_number(indicator, candidate->cell, &number))
        return STR_EMPTY;
    return indicator->money && number.scale == 0
               ? locale_money(j->arena, j->checked->locale, number.units)
               : locale_number(j->arena, j->checked->locale, number);
}

void settle(struct audited *item, const struct said *said, enum verdict verdict,
            const struct candidate *candidate) {
    item->verdict = verdict;
    item->indicator = candidate->table->indicator;
    item->breakdown = candidate->breakdown;
    item->cell = candidate->cell;
    item->reference = verdict == VERDICT_RIGHT && !said->power && !said->percent &&
                      (!candidate->breakdown || candidate->cell->name.size);
}

static void settle_right(const struct judging *j, struct audited *item, const struct said *said,
                         const struct candidate *candidate, const struct evidence *evidence) {
    settle(item, said, VERDICT_RIGHT, candidate);
    item->reason = REASON_WORDS;
    item->why = words_text(j, (struct range){evidence->from, evidence->to});
}

/* --- what may be wrong */

/* "- Trường học: 09 trường học …": does its sentence begin with a word for it and a colon? */
static bool labelled(const struct judging *j, const struct table *table) {
    struct meaning found[MEANINGS_MOST];
    size_t count, from = j->sentence;
    while (from < j->sentence_end && j->tokens.items[from].kind == TOKEN_SIGN)
        from++; /* the mark of an item */
    if (from >= j->sentence_end)
        return false;
    size_t words = names_at(j->names, &j->tokens, from, found, MEANINGS_MOST, &count);
    for (size_t i = 0; i < count; i++)
        if (found[i].table == table && is_sign(token_at(j, from + words), ':'))
            return true;
    return false;
}

struct numeral *numeral_of(const struct judging *j, const struct audited *item) {
    return &j->numerals[item - j->audit->items];
}

void suspect(struct judging *j, const struct said *said, const struct audited *item,
             const struct candidate *candidate, struct range words, const struct scope *scope) {
    struct numeral *numeral = numeral_of(j, item);
    int digits = near_candidate(j, said, candidate, scope);
    if (digits == 0)
        return;
    numeral->suspect = *candidate;
    numeral->digits = digits;
    numeral->should = true_text(j, said, candidate);
    numeral->why = words_text(j, words);
    numeral->support =
        (candidate->breakdown != NULL) + 2 * numeral->whole + 2 * labelled(j, candidate->table);
}

/* "The agencies hold 2 meetings": words before the number, and behind it what it counts */
static bool counts_else(const struct judging *j, const struct said *said,
                        const struct evidence *evidence) {
    struct meaning found[MEANINGS_MOST];
    const struct audit_token *next = token_at(j, said->after);
    if (!evidence->left || said->after >= j->sentence_end || next->kind != TOKEN_WORD)
        return false;
    size_t count;
    names_at(j->names, &j->tokens, said->after, found, MEANINGS_MOST, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < evidence->count; k++)
            if (found[i].table == evidence->tables[k])
                return false;
    return !any_at(j, said->after, &j->language->audit.skip_before);
}

/* "Chưa đạt chuẩn: 25": before the words that stand before the number */
static bool unsure_before(const struct judging *j, const struct evidence *evidence) {
    size_t at = evidence->from;
    while (evidence->left && at > j->sentence && evidence->from - at < WINDOW &&
           !is_break(&j->tokens.items[at - 1]))
        if (unsure_at(j, --at))
            return true;
    return false;
}

/* a small number is soon equal: where the sentence speaks of something else, it says nothing */
static bool by_chance(const struct judging *j, const struct said *said) {
    enum { TELLING = 100 };
    return !said->fraction && !said->power && said->value < TELLING && is_strange(j, said);
}

void judge_by(struct judging *j, const struct said *said, struct audited *item,
              struct evidence *evidence) {
    struct candidate candidate, wrong = {0};
    struct scope scope, wrong_scope = {0};
    size_t wrong_count = 0;
    bool doubtful = evidence->weak;
    if (by_chance(j, said))
        return;
    for (size_t i = 0; i < evidence->count; i++) {
        bool told = choose(j, said, evidence->tables[i], evidence, &candidate, &scope);
        if (told && candidate.cell->hidden)
            continue;
        doubtful |= scope.doubtful || !told;
        if (told && agrees(said, &candidate)) {
            settle_right(j, item, said, &candidate, evidence);
            return;
        }
        if (told) {
            wrong = candidate;
            wrong_scope = scope;
            wrong_count++;
        }
    }
    for (size_t i = 0; i < evidence->count && doubtful; i++) {
        /* the whole, though a part is named */
        struct candidate total = {evidence->tables[i], NULL, &evidence->tables[i]->total};
        if (!total.cell->hidden && agrees(said, &total)) {
            settle_right(j, item, said, &total, evidence);
            return;
        }
    }
    numeral_of(j, item)->missed = wrong_count > 0;
    if (wrong_count == 1 && evidence->count == 1 && !doubtful && !is_strange(j, said) &&
        !counts_else(j, said, evidence) && !unsure_before(j, evidence))
        suspect(j, said, item, &wrong, (struct range){evidence->from, evidence->to},
                &wrong_scope);
}

void judge_by_words(struct judging *j, const struct said *said, struct audited *item) {
    struct evidence evidence = find_evidence(j, said);
    if (evidence.has_key && evidence.count == 0)
        tables_of_key(j, said, &evidence);
    judge_by(j, said, item, &evidence);
}
