/* Which tile has which ink: by a code of its record, or by the class in which its number falls.
 */
#include "base/arena.h"
#include "compose/chart_tiles.h"

static size_t add_entry(struct tiles *tiles, struct str text, enum drawing_ink ink,
                        bool plain) {
    ASSERT(tiles->entry_count < TILE_CLASSES_MOST);
    tiles->entries[tiles->entry_count] = (struct chart_entry){text, ink, plain};
    return tiles->entry_count++;
}

/* for records without a code or number: grey where there may be one that is not known here,
 * without ink where there is none */
static size_t find_entry(struct tiles *tiles, const char *word, bool known) {
    struct str text = text_of(tiles->chart.composer, word);
    for (size_t i = 0; i < tiles->entry_count; i++)
        if (str_equal(tiles->entries[i].text, text))
            return i;
    return add_entry(tiles, text, known ? INK_PAPER : INK_GRID, known);
}

static struct str code_text(const struct tiles *tiles, size_t code) {
    return field_text(tiles->chart.composer, tiles->ink,
                      &(struct value){.state = VALUE_PRESENT, .number = (int64_t)code});
}

/* a code has the next ink of the series, or none when it is plain */
static bool ink_by_code(struct tiles *tiles) {
    bool boolean = tiles->ink->type == FIELD_BOOLEAN;
    size_t count = boolean ? 2 : tiles->ink->code_count, inked = 0;
    for (size_t i = 0; i < count; i++)
        inked += boolean || !tiles->plain_codes[i];
    if (inked > DRAWING_SERIES_MOST || count > TILE_CLASSES_MOST - 2) {
        struct composer *composer = tiles->chart.composer;
        DIAG(composer->diags, DIAG_TOO_MANY_SERIES,
             tree_get(tiles->block->body, STR("ink"))->span, tiles->ink->name,
             str_format(composer->arena, "%zu", inked),
             str_format(composer->arena, "%d", (int)DRAWING_SERIES_MOST));
        return false;
    }
    inked = 0;
    for (size_t i = 0; i < count; i++) {
        size_t code = boolean ? 1 - i : i;
        bool plain = boolean ? code == 0 : tiles->plain_codes[i];
        add_entry(tiles, code_text(tiles, code),
                  (enum drawing_ink)((size_t)INK_SERIES_1 + inked), plain);
        inked += !plain;
    }
    for (size_t i = 0; i < tiles->count; i++) {
        const struct value *value = &tiles->items[i]->values[tiles->ink->index];
        size_t code = (size_t)value->number;
        tiles->entry_of[i] = value->state == VALUE_PRESENT ? (boolean ? 1 - code : code)
                             : value->state == VALUE_MISSING
                                 ? find_entry(tiles, "chart_missing", false)
                                 : find_entry(tiles, "chart_not_applicable", true);
    }
    return true;
}

const struct cell *tiles_cell(const struct tiles *tiles, size_t record) {
    const struct cell *cell =
        breakdown_find(tiles->chart.breakdown, tiles->items[record]->id);
    return cell ? cell : cell_absent(tiles->chart.table->indicator);
}

/* "1–4" of whole numbers, else "> 0 – 5": from more than one number to the other */
static struct str class_text(const struct tiles *tiles, int64_t above, int64_t to) {
    const struct chart *chart = &tiles->chart;
    const struct indicator *indicator = chart->table->indicator;
    bool whole =
        !indicator_is_ratio(indicator) && !indicator->money && indicator_places(indicator) == 0;
    struct str last = chart_tick_text(chart, to);
    if (whole && above + 1 == to)
        return last;
    if (whole)
        return str_format(chart->composer->arena, "%.*s–%.*s",
                          STR_ARG(chart_tick_text(chart, above + 1)), STR_ARG(last));
    return str_format(chart->composer->arena, "> %.*s – %.*s",
                      STR_ARG(chart_tick_text(chart, above)), STR_ARG(last));
}

/* numbers above 0 in up to four classes of one width; what is not above 0 has no ink */
static void ink_by_class(struct tiles *tiles) {
    struct chart *chart = &tiles->chart;
    int64_t amount, high = 0;
    for (size_t i = 0; i < tiles->count; i++)
        if (chart_amount(chart, tiles_cell(tiles, i), &amount) && amount > high)
            high = amount;
    tiles->axis =
        chart_axis_round((struct chart_axis){0, high ? high : 1, 1}, DRAWING_CLASSES_MOST);
    size_t first = add_entry(
        tiles, str_format(chart->composer->arena, "≤ %.*s", STR_ARG(chart_tick_text(chart, 0))),
        INK_PAPER, true);
    bool below = false;
    for (int64_t at = 0, k = 0; high && at < high && k < DRAWING_CLASSES_MOST; k++) {
        int64_t from = at;
        chart_tick_next(&tiles->axis, &at);
        add_entry(tiles, class_text(tiles, from, at),
                  (enum drawing_ink)((int64_t)INK_CLASS_1 + k), false);
    }
    for (size_t i = 0; i < tiles->count; i++) {
        const struct cell *cell = tiles_cell(tiles, i);
        bool any = chart_amount(chart, cell, &amount);
        below |= any && amount < 0;
        tiles->entry_of[i] =
            !any
                ? (cell->hidden ? find_entry(tiles, "hidden", false)
                                : find_entry(tiles, "chart_absent", true))
                : (amount <= 0 ? first : first + 1 + (size_t)((amount - 1) / tiles->axis.step));
    }
    if (!below)
        tiles->entries[first].text = chart_tick_text(chart, 0);
}

bool tiles_ink(struct tiles *tiles) {
    tiles->entry_of = ARENA_ARRAY(tiles->chart.composer->arena, size_t, tiles->count + 1);
    if (tiles->ink)
        return ink_by_code(tiles);
    ink_by_class(tiles);
    return true;
}
