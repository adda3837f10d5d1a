/* What stands in the article: sentences and whom they name, numbers and how they are said, and
 * what is no number of the programme at all. */
#include "audit/internal.h"
#include "audit/markup.h"
#include "base/guard.h"

const struct audit_token *token_at(const struct judging *j, size_t at) {
    return at < j->tokens.count ? &j->tokens.items[at] : NULL;
}

bool is_sign(const struct audit_token *token, char sign) {
    return token && token->kind == TOKEN_SIGN && token->text.data[0] == sign;
}

/* does the phrase of words end just before this token? begin at it? */
static bool phrase_before(const struct judging *j, size_t at, struct str phrase) {
    struct str rest = phrase, part;
    size_t count = 1;
    for (size_t i = 0; i < phrase.size; i++)
        count += phrase.data[i] == ' ';
    if (count > at)
        return false;
    for (size_t i = at - count; i < at; i++) {
        str_cut(&rest, ' ', &part);
        if (j->tokens.items[i].kind != TOKEN_WORD || !str_equal(j->tokens.items[i].text, part))
            return false;
    }
    return true;
}

bool any_before(const struct judging *j, size_t at, const struct words *words) {
    for (size_t i = 0; i < words->count; i++)
        if (phrase_before(j, at, words->items[i]))
            return true;
    return false;
}

bool any_at(const struct judging *j, size_t at, const struct words *words) {
    for (size_t i = 0; i < words->count; i++) {
        size_t count = 1;
        for (size_t k = 0; k < words->items[i].size; k++)
            count += words->items[i].data[k] == ' ';
        if (at + count <= j->tokens.count && phrase_before(j, at + count, words->items[i]))
            return true;
    }
    return false;
}

/* --- sentences */

bool is_year(const struct audit_token *token) {
    return token->kind == TOKEN_NUMBER && !token->grouped && token->number.scale == 0 &&
           token->to - token->from == 4 && token->number.units >= 1900 &&
           token->number.units <= 2100;
}

static void add_mention(struct judging *j, struct mention mention) {
    if (j->mention_count < MENTIONS_MOST)
        j->mentions[j->mention_count++] = mention;
}

/* "22/5/2019": of a date, not of the sentence */
static bool in_date(const struct judging *j, size_t at) {
    return at > 0 && j->tokens.items[at].glued &&
           (is_sign(&j->tokens.items[at - 1], '/') || is_sign(&j->tokens.items[at - 1], '-'));
}

static void add_year(struct judging *j, size_t at, size_t *last) {
    bool range = *last != SIZE_MAX && at - j->mentions[*last].at < WINDOW;
    if (range) /* "từ năm 2016 đến hết năm 2018" is the period as a whole */
        j->mention_count = *last;
    else
        add_mention(j, (struct mention){
                           .year = j->tokens.items[at].number.units, .at = at, .end = at + 1});
    *last = range || !j->mention_count ? SIZE_MAX : j->mention_count - 1;
}

void read_names(struct judging *j, struct range range) {
    struct meaning found[MEANINGS_MOST];
    size_t year = SIZE_MAX; /* the mention of the last one, while no other number follows it */
    for (size_t at = range.from; at < range.to; at++) {
        const struct audit_token *token = &j->tokens.items[at];
        if (is_year(token)) {
            if (!in_date(j, at))
                add_year(j, at, &year);
            continue;
        }
        if (token->kind == TOKEN_NUMBER || is_sign(token, ';'))
            year = SIZE_MAX;
        size_t count = 0,
               words = names_at(j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
        bool key = false;
        for (size_t i = 0; i < count; i++)
            if (!found[i].table) {
                add_mention(j,
                            (struct mention){.meaning = found[i], .at = at, .end = at + words});
                key = true;
            }
        if (key)
            at += words - 1;
    }
    read_strange(j, range);
}

void read_sentence(struct judging *j, size_t from) {
    size_t end = from, values = 0;
    while (end < j->tokens.count && end - from < SENTENCE_MOST &&
           j->tokens.items[end].kind != TOKEN_END)
        values += is_sign(&j->tokens.items[end++], MARK_VALUE);
    j->sentence = from;
    j->sentence_end = end;
    j->mention_count = j->strange_count = j->whole_count = 0;
    if (end > from) /* an empty one does not part its neighbours */
        j->value_count[j->sentence_count++] =
            (uint8_t)(values > UINT8_MAX ? UINT8_MAX : values);
    read_names(j, (struct range){from, end});
}

/* --- what is no number of the programme: dates, symbols, periods, ordinals */

static bool glued_word(const struct audit_token *token) {
    return token && token->glued && (token->kind == TOKEN_WORD || token->kind == TOKEN_NUMBER);
}

/* "0229.3871 234": digits that other digits continue, or that begin with 0 and are many */
static bool part_of_row(const struct judging *j, size_t at) {
    const struct audit_token *token = &j->tokens.items[at];
    const struct audit_token *before = at ? &j->tokens.items[at - 1] : NULL;
    const struct audit_token *next = token_at(j, at + 1);
    bool point = at > 1 && token->glued && before->kind == TOKEN_END &&
                 j->tokens.items[at - 2].kind == TOKEN_NUMBER && before->glued;
    bool zero = token->text.size > 2 && token->text.data[0] == '0' && !token->grouped &&
                token->number.scale == 0;
    return point || zero || (before && before->kind == TOKEN_NUMBER) ||
           (next && next->kind == TOKEN_NUMBER);
}

/* "1." or "2)" before an item or a heading */
static bool numbers_item(const struct judging *j, size_t at) {
    const struct audit_token *next = token_at(j, at + 1);
    return at == j->sentence && next && next->glued && (next->sign == '.' || next->sign == ')');
}

/* "Cơ quan 01": digits of a name */
static bool in_title(const struct judging *j, size_t at) {
    for (size_t i = 0; i < j->mention_count; i++)
        if (j->mentions[i].meaning.record && j->mentions[i].at <= at && at < j->mentions[i].end)
            return true;
    return false;
}

bool left_out(const struct judging *j, size_t at) {
    const struct audit_words *words = &j->language->audit;
    const struct audit_token *token = &j->tokens.items[at];
    const struct audit_token *before = at ? &j->tokens.items[at - 1] : NULL;
    const struct audit_token *next = token_at(j, at + 1), *second = token_at(j, at + 2);
    bool glued_before = token->glued && before &&
                        (before->kind == TOKEN_WORD || is_sign(before, '-') ||
                         is_sign(before, '/') || before->kind == TOKEN_NUMBER);
    bool symbol =
        next && next->glued && (is_sign(next, '-') || is_sign(next, '_')) && glued_word(second);
    if (glued_before || symbol || glued_word(next) || is_year(token) || part_of_row(j, at) ||
        numbers_item(j, at) || in_title(j, at))
        return true;
    if (next && next->glued && is_sign(next, '/')) {
        const struct audit_token *third = token_at(j, at + 3);
        bool date = second && second->glued && third && third->glued && is_sign(third, '/');
        if (date || !second || second->kind != TOKEN_NUMBER || !second->glued)
            return true;
    }
    return any_before(j, at, &words->skip_before) || any_at(j, at + 1, &words->skip_after);
}

/* --- what it says */

static enum bound bound_of(const struct judging *j, size_t at, size_t after) {
    const struct audit_words *words = &j->language->audit;
    if (any_before(j, at, &words->at_least))
        return BOUND_AT_LEAST;
    if (any_before(j, at, &words->over))
        return BOUND_OVER;
    if (any_before(j, at, &words->under))
        return BOUND_UNDER;
    if (any_before(j, at, &words->about))
        return BOUND_ABOUT;
    for (size_t i = after; i < after + 3; i++)
        if (any_at(j, i, &words->at_least_after))
            return BOUND_AT_LEAST;
    return BOUND_NONE;
}

bool is_break(const struct audit_token *token) {
    return token->kind == TOKEN_END || is_sign(token, ',') || is_sign(token, ';') ||
           is_sign(token, ':') || is_sign(token, '(') || is_sign(token, ')');
}

/* in the same part of the sentence, before or behind the number */
static void find_unsure(const struct judging *j, struct said *said) {
    const struct words *words = &j->language->audit.unsure;
    for (size_t i = said->at; i > j->sentence && said->at - i < WINDOW; i--) {
        if (any_before(j, i, words)) {
            said->unsure = true;
            said->unsure_at = i;
            return;
        }
        if (is_break(&j->tokens.items[i - 1]))
            break;
    }
    for (size_t i = said->after; i < said->after + WINDOW && i < j->sentence_end; i++) {
        if (is_break(&j->tokens.items[i]))
            return;
        said->unsure |= any_at(j, i, words);
    }
}

bool unsure_at(const struct judging *j, size_t at) {
    return any_at(j, at, &j->language->audit.unsure);
}

struct said read_said(const struct judging *j, size_t at) {
    const struct audit_token *token = &j->tokens.items[at];
    struct said said = {
        .at = at, .after = at + 1, .value = token->number.units, .scale = token->number.scale};
    const struct audit_token *next = token_at(j, at + 1), *second = token_at(j, at + 2);
    if (next && next->glued && is_sign(next, '/') && second && second->kind == TOKEN_NUMBER) {
        said.fraction = true;
        said.denominator = second->number.units;
        said.after = at + 3;
    } else if (is_sign(next, '%')) {
        said.percent = true;
        said.after = at + 2;
    } else if (next && next->kind == TOKEN_WORD) {
        for (size_t i = 0; i < j->language->scale_count; i++)
            if (str_equal(next->text, j->language->scales[i].word)) {
                said.power = j->language->scales[i].power;
                said.after = at + 2;
            }
    }
    said.bound = bound_of(j, at, said.after);
    said.clause = (struct range){at, said.after};
    while (said.clause.from > j->sentence &&
           !is_sign(&j->tokens.items[said.clause.from - 1], ';'))
        said.clause.from--;
    while (said.clause.to < j->sentence_end && !is_sign(&j->tokens.items[said.clause.to], ';'))
        said.clause.to++;
    find_unsure(j, &said);
    return said;
}
