/* What a number is said of: the words beside it, and the records, codes and years that the
 * sentence names, which choose a cell. */
#include "audit/internal.h"
#include "audit/markup.h"
#include "base/guard.h"

bool same_kind(const struct said *said, const struct indicator *indicator) {
    if (said->fraction || said->percent)
        return indicator_is_ratio(indicator);
    if (said->scale > indicator_places(indicator) && said->power == 0)
        return false; /* 82,87 counts nothing */
    return !indicator->money || said->power > 0 || said->value > 1000000;
}

static bool is_key(const struct mention *mention, const struct path *key,
                   const struct value *value) {
    if (value->state != VALUE_PRESENT)
        return false;
    if (mention->year)
        return key->part == DATE_YEAR && value->number == mention->year;
    if (mention->meaning.record)
        return value->ref == mention->meaning.record;
    return key->field == mention->meaning.field && value->number == mention->meaning.code;
}

static bool key_may_be(const struct mention *mention, const struct path *key) {
    if (mention->year)
        return key->part == DATE_YEAR;
    if (mention->meaning.record)
        return key->target == mention->meaning.record->type;
    return key->field && key->field == mention->meaning.field && !key->target;
}

bool cell_of(const struct table *table, const struct mention *const *mentions, size_t count,
             struct candidate *candidate) {
    for (size_t b = 0; b < table->indicator->breakdown_count; b++) {
        const struct breakdown *breakdown = &table->breakdowns[b];
        bool fits = breakdown->by->count == count;
        for (size_t k = 0; fits && k < count; k++) {
            bool found = false;
            for (size_t m = 0; m < count; m++)
                found |= key_may_be(mentions[m], &breakdown->by->keys[k]);
            fits = found;
        }
        if (!fits)
            continue;
        *candidate = (struct candidate){table, breakdown, cell_absent(table->indicator)};
        for (size_t i = 0; i < breakdown->count; i++) {
            size_t same = 0;
            for (size_t k = 0; k < count; k++)
                for (size_t m = 0; m < count; m++)
                    same += is_key(mentions[m], &breakdown->by->keys[k],
                                   &breakdown->cells[i].keys[k]);
            if (same == count)
                candidate->cell = &breakdown->cells[i];
        }
        return true;
    }
    return false;
}

/* --- which cell of a table the sentence speaks of */

static size_t distance(const struct said *said, const struct mention *mention) {
    return mention->end <= said->at ? said->at - mention->end : mention->at + 1 - said->after;
}

bool rivals(const struct mention *a, const struct mention *b) {
    if (a->year || b->year)
        return a->year && b->year;
    if (a->meaning.record && b->meaning.record)
        return a->meaning.record->type == b->meaning.record->type;
    return a->meaning.field && a->meaning.field == b->meaning.field;
}

static bool divides(const struct table *table, const struct mention *mention) {
    for (size_t b = 0; b < table->indicator->breakdown_count; b++)
        for (size_t k = 0; k < table->indicator->breakdowns[b].count; k++)
            if (key_may_be(mention, &table->indicator->breakdowns[b].keys[k]))
                return true;
    return false;
}

/* "48 xã, 04 phường": a name directly behind another number is that number's own */
static bool owned(const struct judging *j, const struct said *said,
                  const struct mention *mention) {
    for (size_t at = mention->at; !mention->year && at > j->sentence && mention->at - at < 3;
         at--) {
        const struct audit_token *token = &j->tokens.items[at - 1];
        if (is_sign(token, MARK_VALUE))
            return true;
        if (token->kind == TOKEN_NUMBER)
            return !is_year(token) && (at - 1 < said->at || at - 1 >= said->after);
        if (token->kind != TOKEN_WORD)
            return false;
    }
    return false;
}

/* does another number, a semicolon or "of which" stand between the number and a name behind it?
 */
static bool beyond(const struct judging *j, const struct said *said,
                   const struct mention *mention) {
    for (size_t at = said->after; at < mention->at; at++) {
        const struct audit_token *token = &j->tokens.items[at];
        if ((token->kind == TOKEN_NUMBER && !is_year(token)) || is_sign(token, ';') ||
            is_sign(token, MARK_VALUE) || unsure_at(j, at))
            return true;
    }
    return false;
}

static bool speaks_of(const struct judging *j, const struct said *said,
                      const struct mention *mention, const struct evidence *evidence) {
    bool inside = mention->at < evidence->to && mention->end > evidence->from;
    if (j->cell)
        return !inside;
    bool code = mention->meaning.field && mention->at != said->after;
    bool itself = mention->at >= said->at && mention->at < said->after;
    return !inside && !code && !itself && !owned(j, said, mention) && !beyond(j, said, mention);
}

/* a name right before the number by which its indicator is not broken down: of something
 * smaller */
static bool right_before(const struct judging *j, const struct said *said,
                         const struct mention *mention) {
    if (mention->end > said->at || said->at - mention->end > 3)
        return false;
    for (size_t at = mention->end; at < said->at; at++)
        if (j->tokens.items[at].kind != TOKEN_WORD)
            return false;
    return true;
}

/* Of two rivals the nearer one, on the side where the language puts names. */
static bool nearer(const struct judging *j, const struct said *said, const struct mention *a,
                   const struct mention *b) {
    bool a_follows = a->at >= said->after, b_follows = b->at >= said->after;
    if (a_follows != b_follows)
        return a_follows == j->language->audit.names_follow;
    return distance(said, a) < distance(said, b);
}

static struct scope scope_of(const struct judging *j, const struct said *said,
                             const struct table *table, const struct evidence *evidence) {
    struct scope scope = {0};
    for (size_t i = 0; i < j->mention_count; i++) {
        const struct mention *mention = &j->mentions[i];
        if (!speaks_of(j, said, mention, evidence))
            continue;
        if (!divides(table, mention)) {
            scope.doubtful |= !mention->year && right_before(j, said, mention);
            continue;
        }
        size_t rival = 0;
        while (rival < scope.count && !rivals(scope.chosen[rival], mention))
            rival++;
        if (rival == LIMIT_BY_KEYS)
            scope.doubtful = true;
        else if (rival == scope.count)
            scope.chosen[scope.count++] = mention;
        else if (nearer(j, said, mention, scope.chosen[rival]))
            scope.chosen[rival] = mention;
    }
    return scope;
}

/* --- the words beside the number */

void evidence_add(struct evidence *evidence, const struct table *table) {
    for (size_t i = 0; i < evidence->count; i++)
        if (evidence->tables[i] == table) /* its label is one of its words */
            return;
    if (evidence->count < CANDIDATES_MOST)
        evidence->tables[evidence->count++] = table;
}

static void take_meanings(struct evidence *evidence, const struct meaning *found, size_t count,
                          const struct said *said, bool weak, size_t at, size_t words) {
    for (size_t i = 0; i < count; i++) {
        if (found[i].table && found[i].unit == weak &&
            same_kind(said, found[i].table->indicator))
            evidence_add(evidence, found[i].table);
        if (!found[i].table && !weak && !evidence->has_key) {
            evidence->has_key = true;
            evidence->key = (struct mention){.meaning = found[i], .at = at, .end = at + words};
        }
    }
    if (evidence->count || evidence->has_key) {
        evidence->weak = weak;
        evidence->from = at;
        evidence->to = at + words;
    }
}

/* behind the number, up to a sign, another number, or a few words; `weak`: units too */
static void look_right(const struct judging *j, const struct said *said, bool weak,
                       struct evidence *evidence) {
    struct meaning found[MEANINGS_MOST];
    for (size_t at = said->after; at < said->after + WINDOW && at < j->sentence_end; at++) {
        const struct audit_token *token = &j->tokens.items[at];
        size_t count;
        if (token->kind != TOKEN_WORD || (weak && at > said->after + 1))
            return;
        size_t words = names_at(j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
        if (words)
            take_meanings(evidence, found, count, said, weak, at, words);
        if (evidence->count || (evidence->has_key && at <= said->after + 1))
            return;
        evidence->has_key = false;
    }
}

static void look_left(const struct judging *j, const struct said *said,
                      struct evidence *evidence) {
    struct meaning found[MEANINGS_MOST];
    for (size_t at = said->at; at > j->sentence && said->at - at < WINDOW + 3; at--) {
        const struct audit_token *token = &j->tokens.items[at - 1];
        size_t count;
        if (token->kind == TOKEN_NUMBER || is_sign(token, ';') || is_sign(token, ')') ||
            is_sign(token, ',') || is_sign(token, MARK_VALUE))
            return;
        if (token->kind != TOKEN_WORD)
            continue;
        size_t words = names_at(j->names, &j->tokens, at - 1, found, MEANINGS_MOST, &count);
        bool owned = at > 1 && (j->tokens.items[at - 2].kind == TOKEN_NUMBER ||
                                is_sign(&j->tokens.items[at - 2], MARK_VALUE));
        if (words && owned) /* "49 repairs cost …": the words are of the other number */
            return;
        if (words && at - 1 + words <= said->at)
            take_meanings(evidence, found, count, said, false, at - 1, words);
        evidence->has_key = false;
        evidence->left = evidence->count > 0;
        if (evidence->count)
            return;
    }
}

struct evidence find_evidence(const struct judging *j, const struct said *said) {
    struct evidence evidence = {0};
    look_right(j, said, false, &evidence);
    if (!evidence.count && !evidence.has_key)
        look_left(j, said, &evidence);
    if (!evidence.count && !evidence.has_key)
        look_right(j, said, true, &evidence);
    return evidence;
}

/* "24 nhà tình nghĩa": the tables that have a cell of that name */
void tables_of_key(const struct judging *j, const struct said *said,
                   struct evidence *evidence) {
    for (size_t i = 0; i < j->tables->count; i++) {
        const struct table *table = &j->tables->items[i];
        const struct mention *key = &evidence->key;
        struct candidate candidate;
        if (same_kind(said, table->indicator) && !table->indicator->money &&
            cell_of(table, &key, 1, &candidate) && candidate.cell->row_count &&
            evidence->count < CANDIDATES_MOST)
            evidence->tables[evidence->count++] = table;
    }
}

/* the part that the words name, such as a kind, beside or in place of what the sentence names
 */
static void add_key(struct scope *scope, const struct mention *key) {
    size_t rival = scope->count;
    for (size_t i = 0; i < scope->count; i++)
        if (rivals(scope->chosen[i], key))
            rival = i;
    scope->chosen[rival] = key;
    scope->count += rival == scope->count;
    scope->doubtful = false;
}

/* A cell that the breakdown does not have is not told of, but that it is nothing. */
bool choose(const struct judging *j, const struct said *said, const struct table *table,
            const struct evidence *evidence, struct candidate *candidate, struct scope *scope) {
    *scope = scope_of(j, said, table, evidence);
    bool named = evidence->has_key && divides(table, &evidence->key);
    if (named && scope->count < LIMIT_BY_KEYS)
        add_key(scope, &evidence->key);
    for (size_t i = 0; i < scope->count; i++) /* "trong đó năm 2018 có 7": the part is named */
        named |= said->unsure_at && scope->chosen[i]->at >= said->unsure_at;
    scope->doubtful |= said->unsure && !named;
    *candidate = (struct candidate){table, NULL, &table->total};
    if (scope->count == 0)
        return true;
    return cell_of(table, scope->chosen, scope->count, candidate) &&
           (candidate->cell->name.size || said->value == 0);
}
