/* Tables: a number alone in its cell is told by the first cell of its row and by the head of
 * its column. */
#include "audit/internal.h"
#include "audit/markup.h"
#include "base/guard.h"
#include "base/limits.h"

struct grid {
    struct range head[LIMIT_TABLE_COLUMNS], cells[LIMIT_TABLE_COLUMNS];
    size_t head_count, count;
    size_t table, row;
    size_t from; /* of the cell at hand */
    bool parted; /* a cell of this row has ended: it is a row */
};

static bool has_words(const struct judging *j, struct range range) {
    for (size_t at = range.from; at < range.to; at++)
        if (j->tokens.items[at].kind == TOKEN_WORD)
            return true;
    return false;
}

/* the words of a cell that call indicators, when they are most of it */
static bool words_of(const struct judging *j, struct range range, const struct said *said,
                     struct evidence *evidence) {
    struct meaning found[MEANINGS_MOST];
    size_t all = 0, best = 0;
    *evidence = (struct evidence){0};
    for (size_t at = range.from; at < range.to; at++) {
        all += j->tokens.items[at].kind == TOKEN_WORD;
        size_t count, words = names_at(j->names, &j->tokens, at, found, MEANINGS_MOST, &count);
        bool longer = false;
        for (size_t i = 0; words > best && i < count; i++)
            longer |= found[i].table && !found[i].unit;
        if (!longer)
            continue;
        best = words;
        *evidence = (struct evidence){.from = at, .to = at + words};
        for (size_t i = 0; i < count; i++)
            if (found[i].table && !found[i].unit && same_kind(said, found[i].table->indicator))
                evidence_add(evidence, found[i].table);
    }
    return evidence->count && best * 2 >= all;
}

/* the item of the only number of a cell; 0: none, or several */
static size_t only_number(const struct judging *j, const size_t *item_of, struct range cell) {
    size_t found = 0, numbers = 0;
    for (size_t at = cell.from; at < cell.to; at++) {
        numbers += j->tokens.items[at].kind == TOKEN_NUMBER;
        found = item_of[at] ? item_of[at] : found;
    }
    bool fraction = found && j->numerals[found - 1].after >= j->numerals[found - 1].at + 3;
    return numbers == 1 + (size_t)fraction ? found : 0;
}

static void read_cell(struct judging *j, struct range label, struct range head,
                      struct range cell) {
    j->mention_count = j->strange_count = j->whole_count = 0;
    j->sentence = cell.from;
    j->sentence_end = cell.to;
    read_names(j, label);
    read_names(j, head);
    read_names(j, cell);
}

static void judge_cell(struct judging *j, struct audited *item, struct range label,
                       struct range head, struct range cell) {
    struct numeral *numeral = numeral_of(j, item);
    struct evidence by_label, by_head;
    read_cell(j, label, head, cell);
    struct said said = read_said(j, numeral->at);
    bool row = words_of(j, label, &said, &by_label),
         column = words_of(j, head, &said, &by_head);
    if (row == column || said.unsure)
        return;
    bool named = j->mention_count || is_whole(j, &said);
    if (column && !named) /* a row of nobody that is known */
        return;
    numeral->whole = is_whole(j, &said);
    numeral->strange = is_strange(j, &said);
    judge_by(j, &said, item, row ? &by_label : &by_head);
}

static void judge_row(struct judging *j, const size_t *item_of, const struct grid *grid) {
    size_t label = 0;
    while (label < grid->count && !has_words(j, grid->cells[label]))
        label++;
    for (size_t c = 0; c < grid->count; c++) {
        for (size_t at = grid->cells[c].from; at < grid->cells[c].to; at++)
            if (item_of[at]) {
                struct numeral *numeral = &j->numerals[item_of[at] - 1];
                numeral->table = grid->table;
                numeral->row = grid->row;
                numeral->column = c;
            }
        size_t only = only_number(j, item_of, grid->cells[c]);
        if (c <= label || !only || grid->count != grid->head_count)
            continue;
        struct audited *item = &j->audit->items[only - 1];
        if (item->verdict == VERDICT_UNKNOWN && !j->numerals[only - 1].suspect.table)
            judge_cell(j, item, grid->cells[label], grid->head[c], grid->cells[c]);
    }
}

static void end_row(struct judging *j, const size_t *item_of, struct grid *grid) {
    if (grid->parted && grid->row == 0) {
        for (size_t c = 0; c < grid->count; c++)
            grid->head[c] = grid->cells[c];
        grid->head_count = grid->count;
    } else if (grid->parted) {
        judge_row(j, item_of, grid);
    }
    grid->row += grid->parted;
    grid->count = 0;
    grid->parted = false;
}

static bool is_mark(const struct audit_token *token, enum mark mark) {
    return token->kind == TOKEN_END && token->sign == (char)mark;
}

void judge_tables(struct judging *j, const size_t *item_of) {
    struct grid grid = {.table = 1};
    j->cell = true;
    for (size_t at = 0; at < j->tokens.count; at++) {
        const struct audit_token *token = &j->tokens.items[at];
        bool table = is_mark(token, MARK_TABLE), row = is_mark(token, MARK_ROW) || table;
        bool cell = is_mark(token, MARK_CELL);
        if (!row && !cell)
            continue;
        if ((cell || grid.from < at) && grid.count < LIMIT_TABLE_COLUMNS)
            grid.cells[grid.count++] = (struct range){grid.from, at};
        grid.parted |= cell;
        grid.from = at + 1;
        if (row)
            end_row(j, item_of, &grid);
        if (table)
            grid = (struct grid){.table = grid.table + 1, .from = at + 1};
    }
    j->cell = false;
}
