/* ```chart: what it asks for, checked key by key; the kind draws; then title, description and
 * the table with the same numbers. */
#include "compose/chart.h"
#include "base/arena.h"
#include "base/decimal.h"

enum { MARKS_MOST = 2000 }; /* of a pictogram: nobody counts more */

enum chart_kind { CHART_BAR, CHART_DOT, CHART_LINE, CHART_PROGRESS, CHART_PICTOGRAM };

static const char *const KIND_NAMES[] = {"bar", "dot", "line", "progress", "pictogram"};

struct request {
    struct scope *scope;
    const struct content_block *block;
    enum chart_kind kind;
    const struct tree *id, *by;
    enum chart_way way;
    bool upright;
    int64_t each;
    struct breakdown_view view;
};

static bool refuse(const struct request *request, const struct tree *at, enum word why,
                   enum word mend) {
    DIAG(request->scope->composer->diags, DIAG_CHART_FIT, at->span,
         at->kind == TREE_SCALAR ? at->text : request->id->text, word_argument(why),
         word_argument(mend));
    return false;
}

/* --- reading the block */

static bool read_keys(const struct request *request) {
    static const char *const KEYS[][11] = {
        [CHART_BAR] = {"bar", "by", "direction", "series", "rank", "sort", "top", FIGURE_KEYS,
                       NULL},
        [CHART_DOT] = {"dot", "by", "rank", "sort", "top", FIGURE_KEYS, NULL},
        [CHART_LINE] = {"line", "by", FIGURE_KEYS, NULL},
        [CHART_PROGRESS] = {"progress", "by", "rank", "sort", "top", FIGURE_KEYS, NULL},
        [CHART_PICTOGRAM] = {"pictogram", "by", "each", "rank", "sort", "top", FIGURE_KEYS,
                             NULL},
    };
    return block_keys(request->scope, request->block, KEYS[request->kind]);
}

/* one of two words, or absent: then `chosen` stays as it is */
static bool read_choice(const struct request *request, const char *key, const char *first,
                        const char *second, int *chosen) {
    const struct tree *tree = tree_get(request->block->body, str_of(key));
    if (!tree)
        return true;
    if (tree->kind == TREE_SCALAR && str_equal(tree->text, str_of(first))) {
        *chosen = 0;
        return true;
    }
    if (tree->kind == TREE_SCALAR && str_equal(tree->text, str_of(second))) {
        *chosen = 1;
        return true;
    }
    struct composer *composer = request->scope->composer;
    DIAG(composer->diags, DIAG_BAD_CHOICE, tree->span, str_of(key), tree->text,
         str_format(composer->arena, "%s, %s", first, second));
    return false;
}

static bool read_each(struct request *request) {
    const struct tree *each = tree_get(request->block->body, STR("each"));
    struct decimal number = {1, 0};
    if (each && (decimal_parse(each->text, 0, &number) != DECIMAL_OK || number.units < 1)) {
        DIAG(request->scope->composer->diags, DIAG_BAD_STEP, each->span, each->text);
        return false;
    }
    request->each = number.units;
    return true;
}

static bool read_request(struct request *request) {
    const struct tree *body = request->block->body;
    request->id = tree_get(body, str_of(KIND_NAMES[request->kind]));
    request->by = tree_get(body, STR("by"));
    int direction = 0, series = -1;
    if (!read_keys(request) ||
        !read_choice(request, "direction", "horizontal", "vertical", &direction) ||
        !read_choice(request, "series", "grouped", "stacked", &series) || !read_each(request))
        return false;
    request->upright = direction == 1;
    request->way = series == 1 ? CHART_STACKED : series == 0 ? CHART_GROUPED : CHART_SINGLE;
    if (request->kind != CHART_BAR)
        request->way = CHART_SINGLE;
    bool optional = request->kind == CHART_PROGRESS || request->kind == CHART_PICTOGRAM;
    if ((!request->by && !optional) || (request->by && request->by->kind == TREE_MAPPING)) {
        DIAG(request->scope->composer->diags, DIAG_MISSING_KEY, request->id->span, STR("by"));
        return false;
    }
    return true;
}

/* --- what fits the kind */

static bool check_whole_things(const struct request *request, const struct chart *chart) {
    const struct indicator *indicator = chart->table->indicator;
    bool whole = !indicator_is_ratio(indicator) && indicator_places(indicator) == 0;
    for (size_t i = 0; i < chart->category_count && whole; i++)
        whole = chart_cell(chart, i, 0)->value >= 0 || chart_cell(chart, i, 0)->hidden;
    if (!whole)
        return refuse(request, request->id, WORD_FIT_WHOLE, WORD_FIT_WHOLE_MEND);
    int64_t count = chart_mark_count(chart, request->each);
    if (count <= MARKS_MOST)
        return true;
    struct composer *composer = request->scope->composer;
    int64_t each = request->each;
    while (chart_mark_count(chart, each) > MARKS_MOST / 4 && each <= INT64_MAX / 10)
        each *= 10;
    DIAG(composer->diags, DIAG_TOO_MANY_MARKS, request->id->span, request->id->text,
         str_format(composer->arena, "%lld", (long long)count),
         str_format(composer->arena, "%d", (int)MARKS_MOST),
         str_format(composer->arena, "%lld", (long long)each));
    return false;
}

/* which of two keys is the axis of the categories */
static size_t category_key(const struct request *request, const struct by *by) {
    return request->kind == CHART_LINE && !chart_is_ordered(&by->keys[0]) ? 1 : 0;
}

static bool check_series(const struct request *request, const struct chart *chart) {
    const struct indicator *indicator = chart->table->indicator;
    if (chart->breakdown->by->count != 2)
        return refuse(request, request->by, WORD_FIT_TWO_KEYS, WORD_FIT_TWO_KEYS_MEND);
    if (request->view.sorted || request->view.ranks)
        return refuse(request, request->id, WORD_FIT_SORT, WORD_FIT_SORT_MEND);
    if (request->way == CHART_STACKED &&
        (!indicator_adds_up(indicator) || indicator_is_ratio(indicator)))
        return refuse(request, request->id, WORD_FIT_STACK, WORD_FIT_STACK_MEND);
    return true;
}

/* fills categories, series and cells */
static bool arrange(const struct request *request, struct chart *chart) {
    const struct by *by = chart->breakdown ? chart->breakdown->by : NULL;
    bool several =
        by && (request->way != CHART_SINGLE ||
               (by->count > 1 && (request->kind == CHART_LINE || request->kind == CHART_DOT)));
    if (request->kind == CHART_PROGRESS && !indicator_is_ratio(chart->table->indicator))
        return refuse(request, request->id, WORD_FIT_RATIO, WORD_FIT_RATIO_MEND);
    if (several && !check_series(request, chart))
        return false;
    size_t key = several ? category_key(request, by) : 0;
    if (request->kind == CHART_LINE && !chart_is_ordered(&by->keys[key]))
        return refuse(request, request->by, WORD_FIT_ORDER, WORD_FIT_ORDER_MEND);
    if (!several)
        chart_flat(chart);
    else if (!chart_cross(chart, key, request->by->span))
        return false;
    if (by && (several || by->count == 1))
        chart->axis = &by->keys[key];
    if (request->kind == CHART_LINE || (request->upright && !request->view.sorted &&
                                        chart->axis && chart_is_ordered(chart->axis)))
        chart_fill_periods(chart);
    for (size_t i = 0; i < chart->category_count; i++)
        if (chart->categories[i].total)
            scaling_add_cell(chart->composer, &chart->scaling, chart->table,
                             chart->categories[i].total);
    return request->kind != CHART_PICTOGRAM || check_whole_things(request, chart);
}

static bool prepare(struct request *request, struct chart *chart) {
    struct scope *scope = request->scope;
    const struct indicator *indicator = block_indicator(scope, request->id);
    if (!indicator)
        return false;
    chart->table = table_of(scope->composer, indicator);
    if (request->by) {
        struct str name = block_by(scope->composer, request->by);
        request->view.breakdown = block_breakdown(scope, chart->table, name, request->by->span);
        if (!request->view.breakdown ||
            !block_view(scope, request->block, indicator, &request->view))
            return false;
        chart->breakdown = request->view.breakdown;
        chart->scaling = breakdown_scaling(scope->composer, chart->table, chart->breakdown);
    } else {
        chart->scaling = scaling_start();
        scaling_add_cell(scope->composer, &chart->scaling, chart->table, &chart->table->total);
    }
    return arrange(request, chart);
}

/* --- title, description, table */

void chart_start(struct chart *chart) {
    chart->drawing = drawing_new(chart->composer->arena, CHART_WIDTH, 0);
    chart->y = CHART_TOP;
}

struct doc_node *chart_finish(struct chart *chart) {
    struct doc_node *node = doc_new(chart->composer->arena, DOC_CHART, SPAN_NONE);
    if (chart->drawing->count == 0) {
        chart_add(chart,
                  (struct drawing_item){.kind = DRAWING_TEXT,
                                        .ink = INK_MUTED,
                                        .x = CHART_WIDTH / 2,
                                        .y = chart->y + 2 * CHART_TEXT,
                                        .size = CHART_TEXT,
                                        .anchor = ANCHOR_MIDDLE,
                                        .text = text_of(chart->composer, "chart_empty")});
        chart->y += 3 * CHART_TEXT;
    }
    chart->drawing->height = chart->y + CHART_TOP;
    node->drawing = chart->drawing;
    return node;
}

void chart_describe(struct chart *chart, struct str text) {
    struct composer *composer = chart->composer;
    struct buf out = buf_make(composer->arena);
    buf_add(&out, text.size ? text : text_of(composer, "chart_empty"));
    if (!str_ends(buf_str(&out), STR(".")))
        buf_add_char(&out, '.');
    if (composer->checked->site.illustrative)
        buf_format(&out, " %.*s.", STR_ARG(text_of(composer, "illustrative")));
    chart->drawing->description = buf_str(&out);
}

static void add_sentence(const struct chart *chart, struct buf *out, const char *word,
                         size_t category, size_t series) {
    struct str one = chart->series[series];
    buf_format(out, "%.*s: %.*s%s%.*s, %.*s. ", STR_ARG(text_of(chart->composer, word)),
               STR_ARG(chart->categories[category].name), one.size ? ", " : "", STR_ARG(one),
               STR_ARG(chart_value(chart, chart_cell(chart, category, series))));
}

/* the first and the last of a line that have a place and a number */
static void add_ends(const struct chart *chart, struct buf *out) {
    size_t first = SIZE_MAX, last = SIZE_MAX;
    int64_t amount;
    for (size_t i = 0; i < chart->category_count; i++) {
        if (chart->categories[i].key->state != VALUE_PRESENT ||
            !chart_amount(chart, chart_cell(chart, i, 0), &amount))
            continue;
        first = first == SIZE_MAX ? i : first;
        last = i;
    }
    if (first == last || chart->series_count > 1)
        return;
    add_sentence(chart, out, "chart_first", first, 0);
    add_sentence(chart, out, "chart_last", last, 0);
}

/* "Highest: East, 12. Lowest: West, 3. Total: 33.": what a person who cannot see it should know
 * first; nothing of what is withheld */
static struct str description(const struct chart *chart, bool ordered) {
    struct composer *composer = chart->composer;
    struct buf out = buf_make(composer->arena);
    size_t most = SIZE_MAX, least = SIZE_MAX, hidden = 0, n = chart->series_count;
    int64_t high = 0, low = 0, amount;
    for (size_t i = 0; i < chart->category_count * n; i++) {
        hidden += chart->cells[i]->hidden;
        bool placed = !ordered || chart->categories[i / n].key->state == VALUE_PRESENT;
        if (!placed || !chart_amount(chart, chart->cells[i], &amount))
            continue;
        if (most == SIZE_MAX || amount > high) {
            most = i;
            high = amount;
        }
        if (least == SIZE_MAX || amount < low) {
            least = i;
            low = amount;
        }
    }
    if (most != SIZE_MAX && chart->breakdown)
        add_sentence(chart, &out, "chart_most", most / n, most % n);
    if (least != SIZE_MAX && chart->breakdown && low < high)
        add_sentence(chart, &out, "chart_least", least / n, least % n);
    if (ordered)
        add_ends(chart, &out);
    if (hidden && chart->breakdown)
        buf_format(&out, "%.*s: %zu. ",
                   STR_ARG(text_capital(composer->arena, text_of(composer, "hidden"))), hidden);
    if (chart->category_count == 0)
        return STR_EMPTY;
    buf_format(&out, "%.*s: %.*s.", STR_ARG(text_of(composer, "total")),
               STR_ARG(chart_value(chart, &chart->table->total)));
    return buf_str(&out);
}

static struct doc_node *total_table(struct chart *chart) {
    struct composer *composer = chart->composer;
    const struct indicator *indicator = chart->table->indicator;
    struct doc_node *node = table_new(composer, 2);
    *table_column(node, 0) =
        (struct doc_column){.label = text_of(composer, "indicator"), .row_head = true};
    *table_column(node, 1) = (struct doc_column){.label = text_of(composer, "value"),
                                                 .unit = indicator->unit,
                                                 .align = DOC_ALIGN_END,
                                                 .number = true};
    table_head(composer, node);
    struct doc_node *row = table_row(composer, node, DOC_ROW_BODY);
    cell_add_text(composer, row, indicator->label);
    cell_add_value(composer, row,
                   cell_token(composer, chart->table, NULL, &chart->table->total, FORM_EXACT));
    return node;
}

static void draw(const struct request *request, struct chart *chart) {
    chart_start(chart);
    if (chart->category_count == 0)
        return;
    switch (request->kind) {
    case CHART_BAR:
        if (!request->upright || !chart_columns(chart, request->way))
            chart_bars(chart, request->way);
        break;
    case CHART_DOT:
        chart_dots(chart);
        break;
    case CHART_LINE:
        chart_lines(chart);
        break;
    case CHART_PROGRESS:
        chart_progress(chart);
        break;
    case CHART_PICTOGRAM:
        chart_pictogram(chart, request->each);
    }
}

static bool kind_compose(struct request *request, struct doc_node *parent) {
    struct composer *composer = request->scope->composer;
    struct chart chart = {.composer = composer, .scaled = true};
    if (!read_request(request) || !prepare(request, &chart))
        return false;
    const struct indicator *indicator = chart.table->indicator;
    struct str caption = block_text(request->scope, request->block, "caption");
    if (caption.size == 0)
        caption = indicator->label;
    draw(request, &chart);
    struct doc_node *node = chart_finish(&chart);
    struct str unit = indicator->money ? scaling_unit(composer, &chart.scaling, indicator->unit)
                                       : indicator->unit;
    node->drawing->title =
        unit.size ? str_format(composer->arena, "%.*s (%.*s)", STR_ARG(caption), STR_ARG(unit))
                  : caption;
    chart_describe(&chart, description(&chart, request->kind == CHART_LINE));
    doc_append(node, chart.breakdown ? breakdown_table(composer, chart.table, &request->view)
                                     : total_table(&chart));
    node->first->table->caption = caption;
    return block_append(request->scope, request->block, node, parent);
}

bool chart_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent) {
    if (tree_get(block->body, STR("tiles")))
        return tiles_compose(scope, block, parent);
    for (size_t i = 0; i < COUNT_OF(KIND_NAMES); i++) {
        const struct tree *id = tree_get(block->body, str_of(KIND_NAMES[i]));
        struct request request = {.scope = scope, .block = block, .kind = (enum chart_kind)i};
        if (id)
            return kind_compose(&request, parent);
    }
    DIAG(scope->composer->diags, DIAG_BAD_BLOCK, block->span, block->info,
         word_argument(WORD_BLOCK_CHART));
    return false;
}
