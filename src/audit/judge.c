/* Whether a number is so: exactly, as the bound that its word claims, or as rounded as it is
 * written. */
#include "audit/internal.h"
#include "base/arena.h"
#include "base/guard.h"
#include "locale/locale.h"

/* --- comparing */

/* the whole number in the indicator's units, and the step that its last written place is */
static bool in_units(const struct said *said, const struct indicator *indicator, int64_t *value,
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

struct audited *audited_add(struct judging *j, const struct said *said) {
    struct audit *audit = j->audit;
    const struct audit_token *first = &j->tokens.items[said->at];
    const struct audit_token *last = &j->tokens.items[said->after - 1];
    audit->items = ARENA_PUSH(j->arena, audit->items, audit->count, &audit->capacity);
    struct audited *item = &audit->items[audit->count++];
    *item = (struct audited){
        .verdict = VERDICT_UNKNOWN,
        .span = {j->source, (uint32_t)first->from, (uint32_t)(last->to - first->from)}};
    return item;
}

static struct str words_text(const struct judging *j, const struct evidence *evidence) {
    if (evidence->to <= evidence->from)
        return STR_EMPTY;
    return str_slice(j->source->text, j->tokens.items[evidence->from].from,
                     j->tokens.items[evidence->to - 1].to);
}

static struct str true_text(const struct judging *j, const struct said *said,
                            const struct candidate *candidate) {
    struct decimal number;
    const struct indicator *indicator = candidate->table->indicator;
    if (said->percent && cell_percent(candidate->cell, said->scale, &number))
        return str_format(j->arena, "%.*s%%",
                          STR_ARG(locale_number(j->arena, j->checked->locale, number)));
    if (said->fraction && candidate->cell->denominator)
        return str_format(j->arena, "%lld/%lld", (long long)candidate->cell->value,
                          (long long)candidate->cell->denominator);
    if (!cell_number(indicator, candidate->cell, &number))
        return STR_EMPTY;
    return indicator->money && number.scale == 0
               ? locale_money(j->arena, j->checked->locale, number.units)
               : locale_number(j->arena, j->checked->locale, number);
}

void settle(struct judging *j, struct audited *item, const struct said *said,
            enum verdict verdict, const struct candidate *candidate) {
    item->verdict = verdict;
    item->indicator = candidate->table->indicator;
    item->breakdown = candidate->breakdown;
    item->cell = candidate->cell;
    if (verdict == VERDICT_WRONG)
        item->should = true_text(j, said, candidate);
    item->reference = verdict == VERDICT_RIGHT && !said->power && !said->percent &&
                      (!candidate->breakdown || candidate->cell->name.size);
}

void judge_by_words(struct judging *j, const struct said *said, struct audited *item) {
    struct evidence evidence = find_evidence(j, said);
    struct candidate wrong = {0};
    size_t wrong_count = 0;
    bool doubtful = evidence.weak;
    if (evidence.has_key && evidence.count == 0)
        tables_of_key(j, said, &evidence);
    for (size_t i = 0; i < evidence.count; i++) {
        struct candidate candidate;
        bool doubt = false;
        bool told = choose(j, said, evidence.tables[i], &evidence, &candidate, &doubt);
        if (told && candidate.cell->hidden)
            continue;
        doubtful |= doubt || !told;
        if (told && agrees(said, &candidate)) {
            settle(j, item, said, VERDICT_RIGHT, &candidate);
            item->why = words_text(j, &evidence);
            return;
        }
        if (told) {
            wrong = candidate;
            wrong_count++;
        }
    }
    for (size_t i = 0; i < evidence.count && doubtful;
         i++) { /* the whole, though a part is named */
        struct candidate total = {evidence.tables[i], NULL, &evidence.tables[i]->total};
        if (agrees(said, &total)) {
            settle(j, item, said, VERDICT_RIGHT, &total);
            item->why = words_text(j, &evidence);
            return;
        }
    }
    if (wrong_count == 1 && evidence.count == 1 && !doubtful) {
        settle(j, item, said, VERDICT_WRONG, &wrong);
        item->why = words_text(j, &evidence);
    }
}
