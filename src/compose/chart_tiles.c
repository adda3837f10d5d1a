/* ```chart tiles: … — one tile a record, in rows by a field: a map without a map. The ink of a
 * tile is a code of the record, or the class in which a number of it falls. */
#include "compose/chart_tiles.h"
#include "base/arena.h"

enum {
    TILE_LEAST = 57000, /* wide */
    TILE_GAP = 3000,
    TILE_HEIGHT = 19000,
    SECOND_LINE = 11500,
    GROUP_GAP = 6000,
    NAME_SIZE = 9500
};

static bool misfit(const struct tiles *tiles, const struct tree *at, enum word why,
                   enum word mend) {
    DIAG(tiles->chart.composer->diags, DIAG_CHART_FIT, at ? at->span : tiles->block->span,
         at ? at->text : STR("tiles"), word_argument(why), word_argument(mend));
    return false;
}

static const struct field *field_of(struct tiles *tiles, const char *key) {
    const struct tree *tree = tree_get(tiles->block->body, str_of(key));
    const struct field *field =
        tree && tree->kind == TREE_SCALAR ? schema_field(tiles->type, tree->text) : NULL;
    return field;
}

static bool may_read(struct tiles *tiles, const struct field *field, const char *key) {
    const struct tree *tree = tree_get(tiles->block->body, str_of(key));
    return !field || !tree ||
           refuse_hidden(tiles->chart.composer, field->visibility, field->name, tree->span);
}

/* --- what the block asks for */

static bool select_records(struct tiles *tiles) {
    struct composer *composer = tiles->chart.composer;
    const struct checked *checked = composer->checked;
    const struct tree *name = tree_get(tiles->block->body, STR("tiles"));
    const struct tree *where = tree_get(tiles->block->body, STR("where"));
    tiles->type =
        name->kind == TREE_SCALAR ? map_get(&checked->schema.by_name, name->text) : NULL;
    if (!tiles->type || tiles->type->parent)
        return misfit(tiles, name, WORD_FIT_TILES, WORD_FIT_TILES_MEND);
    if (!refuse_hidden(composer, tiles->type->visibility, tiles->type->name, name->span) ||
        !refuse_hidden(composer, expression_visibility(checked_filter(checked, where)),
                       STR("where"), where ? where->span : name->span))
        return false;
    struct expression *filter =
        expression_bind(composer->arena, checked_filter(checked, where), tiles->scope->record);
    const struct rowset *set = dataset_rows(&checked->dataset, tiles->type);
    tiles->items = ARENA_ARRAY(composer->arena, struct row *, set->count + 1);
    for (size_t i = 0; i < set->count; i++)
        if (expression_holds(filter, set->items[i]))
            tiles->items[tiles->count++] = set->items[i];
    return true;
}

static bool read_fields(struct tiles *tiles) {
    const struct tree *body = tiles->block->body;
    const struct tree *by = tree_get(body, STR("by")), *label = tree_get(body, STR("label"));
    tiles->by = field_of(tiles, "by");
    tiles->label = label ? field_of(tiles, "label") : tiles->type->sort;
    if (!tiles->by || (tiles->by->type != FIELD_REF && tiles->by->type != FIELD_ENUM))
        return misfit(tiles, by, WORD_FIT_TILES_BY, WORD_FIT_TILES_BY_MEND);
    if (label && (!tiles->label || tiles->label->type == FIELD_LIST)) {
        DIAG(tiles->chart.composer->diags, DIAG_UNKNOWN_COLUMN, label->span, label->text,
             map_nearest(&tiles->type->by_name, label->text));
        return false;
    }
    if (!label && tiles->label &&
        (tiles->label->type != FIELD_TEXT ||
         !may_show(tiles->chart.composer, tiles->label->visibility)))
        tiles->label = NULL; /* then the title, which may always be shown */
    return may_read(tiles, tiles->by, "by") && may_read(tiles, tiles->label, "label");
}

/* plain: na, or [na, other] — codes whose tiles have no ink */
static bool read_plain(struct tiles *tiles) {
    const struct tree *plain = tree_get(tiles->block->body, STR("plain"));
    tiles->plain_codes =
        ARENA_ARRAY(tiles->chart.composer->arena, bool, tiles->ink->code_count + 1);
    bool list = plain && plain->kind == TREE_LIST;
    for (const struct tree *item = list ? plain->first : plain; item;
         item = list ? item->next : NULL) {
        size_t i = 0;
        while (i < tiles->ink->code_count && !str_equal(item->text, tiles->ink->codes[i].name))
            i++;
        if (i == tiles->ink->code_count) {
            struct buf all = buf_make(tiles->chart.composer->arena);
            for (size_t j = 0; j < tiles->ink->code_count; j++)
                buf_format(&all, "%s%.*s", j ? ", " : "", STR_ARG(tiles->ink->codes[j].name));
            DIAG(tiles->chart.composer->diags, DIAG_BAD_CHOICE, item->span, STR("plain"),
                 item->text, buf_str(&all));
            return false;
        }
        tiles->plain_codes[i] = true;
    }
    return true;
}

static bool read_ink(struct tiles *tiles) {
    struct composer *composer = tiles->chart.composer;
    const struct tree *ink = tree_get(tiles->block->body, STR("ink"));
    if (!ink || ink->kind != TREE_SCALAR) {
        DIAG(composer->diags, DIAG_MISSING_KEY, tiles->block->span, STR("ink"));
        return false;
    }
    tiles->ink = field_of(tiles, "ink");
    if (tiles->ink) {
        if (tiles->ink->type != FIELD_ENUM && tiles->ink->type != FIELD_BOOLEAN)
            return misfit(tiles, ink, WORD_FIT_TILES_INK, WORD_FIT_TILES_INK_MEND);
        return may_read(tiles, tiles->ink, "ink") && read_plain(tiles);
    }
    const struct tree *plain = tree_get(tiles->block->body, STR("plain"));
    if (plain)
        return misfit(tiles, plain, WORD_FIT_TILES_PLAIN, WORD_FIT_TILES_PLAIN_MEND);
    const struct indicator *indicator = block_indicator(tiles->scope, ink);
    if (!indicator)
        return false;
    tiles->chart.table = table_of(composer, indicator);
    tiles->chart.breakdown =
        block_breakdown(tiles->scope, tiles->chart.table, tiles->type->name, ink->span);
    if (!tiles->chart.breakdown)
        return false;
    tiles->chart.scaling =
        breakdown_scaling(composer, tiles->chart.table, tiles->chart.breakdown);
    return true;
}

/* --- drawing */

static struct str group_text(const struct tiles *tiles, const struct row *row) {
    return field_text(tiles->chart.composer, tiles->by, &row->values[tiles->by->index]);
}

static int64_t group_number(const struct tiles *tiles, const struct row *row) {
    const struct value *value = &row->values[tiles->by->index];
    if (value->state != VALUE_PRESENT)
        return INT64_MAX;
    return value->ref ? (int64_t)value->ref->index : value->number;
}

static struct chart_label tile_name(const struct tiles *tiles, const struct row *row) {
    const struct chart *chart = &tiles->chart;
    struct str name = tiles->label ? field_text(chart->composer, tiles->label,
                                                &row->values[tiles->label->index])
                                   : (row->title.size ? row->title : row->id);
    return chart_label(chart, name, NAME_SIZE, tiles->tile_width);
}

static void add_tile(struct tiles *tiles, size_t record, int64_t x, int64_t y) {
    struct chart *chart = &tiles->chart;
    const struct row *row = tiles->items[record];
    const struct chart_entry *entry = &tiles->entries[tiles->entry_of[record]];
    struct str target = tiles->scope->report ? STR_EMPTY : record_path(chart->composer, row);
    struct chart_label name = tile_name(tiles, row);
    chart_add_edged(chart,
                    (struct drawing_item){.kind = DRAWING_RECT,
                                          .ink = entry->ink,
                                          .x = x,
                                          .y = y,
                                          .width = tiles->tile_width,
                                          .height = tiles->tile_height,
                                          .target = target},
                    entry->plain);
    chart_add_label(
        chart, &name,
        (struct drawing_item){.ink = entry->plain ? INK_TEXT : chart_ink_over(entry->ink),
                              .x = x + tiles->tile_width / 2,
                              .y = y + tiles->tile_height / 2,
                              .size = NAME_SIZE,
                              .anchor = ANCHOR_MIDDLE,
                              .target = target});
}

/* one group after the other in the order of the field; the records in theirs */
static bool next_group(const struct tiles *tiles, int64_t *number) {
    int64_t best = INT64_MAX;
    bool found = false;
    for (size_t i = 0; i < tiles->count; i++) {
        int64_t one = group_number(tiles, tiles->items[i]);
        if (one > *number && (one < best || !found)) {
            best = one;
            found = true;
        }
    }
    *number = best;
    return found;
}

static void measure(struct tiles *tiles) {
    struct chart *chart = &tiles->chart;
    int64_t most = CHART_WIDTH - 4 * (TILE_LEAST + TILE_GAP) - CHART_GAP, widest = 0;
    for (size_t i = 0; i < tiles->count; i++) {
        struct chart_label label =
            chart_label(chart, group_text(tiles, tiles->items[i]), CHART_TEXT, most);
        widest = label.width > widest ? label.width : widest;
    }
    tiles->left = widest + CHART_GAP;
    int64_t room = CHART_WIDTH - tiles->left + TILE_GAP;
    tiles->per_row = room / (TILE_LEAST + TILE_GAP);
    tiles->tile_width = room / tiles->per_row - TILE_GAP;
    tiles->tile_height = TILE_HEIGHT;
    for (size_t i = 0; i < tiles->count; i++)
        if (tile_name(tiles, tiles->items[i]).count > 1)
            tiles->tile_height = TILE_HEIGHT + SECOND_LINE;
}

/* its name beside its first row; returns where it ends at least */
static int64_t add_group_name(struct tiles *tiles, const struct row *row) {
    struct chart *chart = &tiles->chart;
    struct chart_label label =
        chart_label(chart, group_text(tiles, row), CHART_TEXT, tiles->left - CHART_GAP);
    int64_t more = (int64_t)(label.count - 1) * CHART_LEADING;
    chart_add_label(chart, &label,
                    (struct drawing_item){.ink = INK_TEXT,
                                          .x = tiles->left - CHART_GAP,
                                          .y = chart->y + tiles->tile_height / 2 + more / 2,
                                          .size = CHART_TEXT,
                                          .anchor = ANCHOR_END});
    return chart->y + tiles->tile_height + more + TILE_GAP;
}

static void draw_group(struct tiles *tiles, int64_t number) {
    struct chart *chart = &tiles->chart;
    int64_t at = 0, end = 0;
    for (size_t i = 0; i < tiles->count; i++) {
        if (group_number(tiles, tiles->items[i]) != number)
            continue;
        if (at == 0)
            end = add_group_name(tiles, tiles->items[i]);
        if (at && at % tiles->per_row == 0)
            chart->y += tiles->tile_height + TILE_GAP;
        add_tile(tiles, i, tiles->left + at % tiles->per_row * (tiles->tile_width + TILE_GAP),
                 chart->y);
        at++;
    }
    chart->y += tiles->tile_height + TILE_GAP;
    chart->y = (chart->y < end ? end : chart->y) + GROUP_GAP;
}

static void draw(struct tiles *tiles) {
    struct chart *chart = &tiles->chart;
    measure(tiles);
    chart_legend(chart, tiles->entries, tiles->entry_count);
    for (int64_t number = -1; next_group(tiles, &number);) {
        draw_group(tiles, number);
        drawing_cut(chart->composer->arena, chart->drawing, chart->y);
    }
    chart->y -= GROUP_GAP;
}

/* --- the same in a table, and in a sentence */

static struct doc_node *tiles_table(struct tiles *tiles) {
    struct composer *composer = tiles->chart.composer;
    const struct table *table = tiles->chart.table;
    struct doc_node *node = table_new(composer, 3);
    *table_column(node, 0) = (struct doc_column){.label = tiles->type->label, .row_head = true};
    *table_column(node, 1) = (struct doc_column){.label = tiles->by->label};
    *table_column(node, 2) = (struct doc_column){
        .label = tiles->ink ? tiles->ink->label : table->indicator->label,
        .unit = !table ? STR_EMPTY
                : table->indicator->money
                    ? scaling_unit(composer, &tiles->chart.scaling, table->indicator->unit)
                    : table->indicator->unit,
        .align = table ? DOC_ALIGN_END : DOC_ALIGN_START,
        .number = table != NULL};
    table_head(composer, node);
    for (size_t i = 0; i < tiles->count; i++) {
        const struct row *record = tiles->items[i];
        struct doc_node *row = table_row(composer, node, DOC_ROW_BODY);
        cell_add_link(composer, row, record->title.size ? record->title : record->id,
                      tiles->scope->report ? STR_EMPTY : record_path(composer, record));
        cell_add_text(composer, row, group_text(tiles, record));
        if (tiles->ink) {
            cell_add_text(composer, row,
                          field_text(composer, tiles->ink, &record->values[tiles->ink->index]));
            continue;
        }
        const struct cell *cell = tiles_cell(tiles, i);
        struct token token = breakdown_token(composer, table, tiles->chart.breakdown, cell,
                                             &tiles->chart.scaling);
        if (cell->name.size == 0)
            token.target = indicator_path(composer, table->indicator);
        cell_add_value(composer, row, token);
    }
    return node;
}

static void add_extreme(const struct tiles *tiles, struct buf *out, const char *word,
                        size_t record) {
    const struct chart *chart = &tiles->chart;
    const struct row *row = tiles->items[record];
    const struct cell *cell = tiles_cell(tiles, record);
    int64_t amount;
    chart_amount(chart, cell, &amount);
    buf_format(out, "%.*s: %.*s, %.*s. ", STR_ARG(text_of(chart->composer, word)),
               STR_ARG(row->title.size ? row->title : row->id),
               STR_ARG(indicator_is_ratio(chart->table->indicator)
                           ? chart_value(chart, cell)
                           : chart_tick_text(chart, amount)));
}

/* "Highest: East, 12. Lowest: West, 3." */
static void add_extremes(const struct tiles *tiles, struct buf *out) {
    const struct chart *chart = &tiles->chart;
    size_t most = SIZE_MAX, least = SIZE_MAX;
    int64_t high = 0, low = 0, amount;
    for (size_t i = 0; i < tiles->count; i++) {
        if (!chart_amount(chart, tiles_cell(tiles, i), &amount))
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
    if (most == SIZE_MAX)
        return;
    add_extreme(tiles, out, "chart_most", most);
    add_extreme(tiles, out, "chart_least", least);
}

/* "Reached: 23. Not yet: 25. …" */
static struct str description(const struct tiles *tiles) {
    struct composer *composer = tiles->chart.composer;
    struct buf text = buf_make(composer->arena);
    if (!tiles->ink)
        add_extremes(tiles, &text);
    for (size_t i = 0; i < tiles->entry_count; i++) {
        size_t count = 0;
        for (size_t j = 0; j < tiles->count; j++)
            count += tiles->entry_of[j] == i;
        if (count)
            buf_format(&text, "%.*s: %zu. ", STR_ARG(tiles->entries[i].text), count);
    }
    buf_format(&text, "%.*s: %zu.", STR_ARG(text_of(composer, "total")), tiles->count);
    return buf_str(&text);
}

bool tiles_compose(struct scope *scope, const struct content_block *block,
                   struct doc_node *parent) {
    static const char *const KEYS[] = {"tiles", "by",    "ink",       "plain",
                                       "label", "where", FIGURE_KEYS, NULL};
    struct tiles tiles = {
        .chart = {.composer = scope->composer}, .scope = scope, .block = block};
    if (!block_keys(scope, block, KEYS) || !select_records(&tiles) || !read_fields(&tiles) ||
        !read_ink(&tiles))
        return false;
    struct chart *chart = &tiles.chart;
    if (!tiles_ink(&tiles))
        return false;
    chart_start(chart);
    if (tiles.count)
        draw(&tiles);
    struct str caption = block_text(scope, block, "caption");
    if (caption.size == 0)
        caption = tiles.ink ? tiles.ink->label : chart->table->indicator->label;
    struct doc_node *node = chart_finish(chart);
    node->drawing->title = caption;
    chart_describe(chart, tiles.count ? description(&tiles) : STR_EMPTY);
    doc_append(node, tiles_table(&tiles));
    node->first->table->caption = caption;
    return block_append(scope, block, node, parent);
}
