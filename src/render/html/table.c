/* A table stands in a container that scrolls on narrow screens and can be reached by keyboard;
 * the container is named by the caption, or by the heading above. Rows of totals at the end are
 * the foot; a subtotal in between stays in the body. */
#include "base/buf.h"
#include "base/guard.h"
#include "render/escape.h"
#include "render/html/body.h"

/* more columns than this never fit beside each other on a usual screen */
enum { WIDE_COLUMNS_LEAST = 8 };

static void write_class(struct buf *out, const struct doc_column *column) {
    if (column->number)
        buf_add(out, STR(" class=\"number\""));
    else if (column->align == DOC_ALIGN_END)
        buf_add(out, STR(" class=\"end\""));
    else if (column->align == DOC_ALIGN_CENTER)
        buf_add(out, STR(" class=\"center\""));
}

static void write_unit(struct buf *out, const struct doc_column *column) {
    if (column->unit.size == 0)
        return;
    buf_add(out, STR(" <span class=\"unit\">("));
    escape_html(out, column->unit);
    buf_add(out, STR(")</span>"));
}

/* A head cell: from the tree, or from the column's label when the tree has no head row. An
 * empty one heads nothing. */
static void write_head_cell(struct html_body *body, const struct doc_column *column,
                            const struct doc_node *cell, bool high) {
    struct buf *out = body->out;
    bool empty = cell ? !cell->first : column->label.size == 0;
    buf_add(out, empty ? STR("<td") : STR("<th scope=\"col\""));
    if (high)
        buf_add(out, STR(" rowspan=\"2\""));
    write_class(out, column);
    buf_add_char(out, '>');
    if (cell)
        html_children_write(body, cell);
    else
        escape_html(out, column->label);
    write_unit(out, column);
    buf_add(out, empty ? STR("</td>") : STR("</th>"));
}

static struct str plain_number(const struct doc_node *cell) {
    bool alone = cell->first && !cell->first->next;
    return alone && cell->first->kind == DOC_VALUE ? cell->first->lead->raw : STR_EMPTY;
}

static void write_body_cell(struct html_body *body, const struct doc_column *column,
                            const struct doc_node *cell) {
    struct buf *out = body->out;
    bool names_row = column->row_head && cell->first;
    buf_add(out, names_row ? STR("<th scope=\"row\"") : STR("<td"));
    write_class(out, column);
    if (column->number)
        html_attribute(out, STR("data-value"), plain_number(cell));
    buf_add_char(out, '>');
    html_children_write(body, cell);
    buf_add(out, names_row ? STR("</th>") : STR("</td>"));
}

/* --- heads over groups of columns */

static bool has_groups(const struct doc_table *table) {
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].group.size)
            return true;
    return false;
}

/* how many columns from `at` on stand under one head */
static size_t group_width(const struct doc_table *table, size_t at) {
    struct str group = table->columns[at].group;
    size_t end = at + 1;
    while (group.size && end < table->column_count &&
           str_equal(table->columns[end].group, group))
        end++;
    return end - at;
}

/* what a head of a group is the head of */
static void write_column_groups(struct buf *out, const struct doc_table *table) {
    for (size_t i = 0; i < table->column_count; i += group_width(table, i))
        buf_format(out, "<colgroup span=\"%zu\"></colgroup>\n", group_width(table, i));
}

/* the upper row; a column of no group has its own head there, two rows high */
static void write_group_row(struct html_body *body, const struct doc_table *table,
                            const struct doc_node *row) {
    struct buf *out = body->out;
    const struct doc_node *cell = row ? row->first : NULL;
    buf_add(out, STR("<tr>"));
    for (size_t i = 0; i < table->column_count; i++, cell = cell ? cell->next : NULL) {
        const struct doc_column *column = &table->columns[i];
        bool first = i == 0 || !str_equal(column->group, table->columns[i - 1].group);
        if (column->group.size == 0) {
            write_head_cell(body, column, cell, true);
        } else if (first) {
            buf_format(out, "<th scope=\"colgroup\" class=\"center\" colspan=\"%zu\">",
                       group_width(table, i));
            escape_html(out, column->group);
            buf_add(out, STR("</th>"));
        }
    }
    buf_add(out, STR("</tr>\n"));
}

static void write_row(struct html_body *body, const struct doc_table *table,
                      const struct doc_node *row) {
    bool grouped = row->role == DOC_ROW_HEAD && has_groups(table);
    if (grouped)
        write_group_row(body, table, row);
    buf_add(body->out, STR("<tr"));
    html_attribute(body->out, STR("id"), row->id);
    if (row->role == DOC_ROW_TOTAL)
        buf_add(body->out, STR(" class=\"total\""));
    if (row->role == DOC_ROW_SUBTOTAL)
        buf_add(body->out, STR(" class=\"subtotal\""));
    buf_add_char(body->out, '>');
    const struct doc_node *cell = row->first;
    for (size_t i = 0; i < table->column_count; i++, cell = cell->next) {
        ASSERT(cell);
        if (grouped && table->columns[i].group.size == 0)
            continue;
        if (row->role == DOC_ROW_HEAD)
            write_head_cell(body, &table->columns[i], cell, false);
        else
            write_body_cell(body, &table->columns[i], cell);
    }
    buf_add(body->out, STR("</tr>\n"));
}

/* the rows from `from` up to `end` (NULL: to the last) inside one section */
static void write_section(struct html_body *body, struct str name, const struct doc_node *from,
                          const struct doc_node *end) {
    if (from == end)
        return;
    const struct doc_table *table = from->parent->table;
    buf_add_char(body->out, '<');
    buf_add(body->out, name);
    buf_add(body->out, STR(">\n"));
    for (; from != end; from = from->next)
        write_row(body, table, from);
    buf_add(body->out, STR("</"));
    buf_add(body->out, name);
    buf_add(body->out, STR(">\n"));
}

static void write_labels(struct html_body *body, const struct doc_table *table) {
    bool any = false;
    for (size_t i = 0; i < table->column_count; i++)
        any |= table->columns[i].label.size > 0;
    if (!any)
        return;
    buf_add(body->out, STR("<thead>\n<tr>"));
    for (size_t i = 0; i < table->column_count; i++)
        write_head_cell(body, &table->columns[i], NULL, false);
    buf_add(body->out, STR("</tr>\n</thead>\n"));
}

static void write_rows(struct html_body *body, const struct doc_node *node) {
    const struct doc_node *first_body = node->first;
    while (first_body && first_body->role == DOC_ROW_HEAD)
        first_body = first_body->next;
    const struct doc_node *foot = NULL; /* the totals that nothing follows */
    for (const struct doc_node *row = first_body; row; row = row->next) {
        if (row->role != DOC_ROW_TOTAL)
            foot = NULL;
        else if (!foot)
            foot = row;
    }
    if (first_body == node->first)
        write_labels(body, node->table);
    else
        write_section(body, STR("thead"), node->first, first_body);
    write_section(body, STR("tbody"), first_body, foot);
    write_section(body, STR("tfoot"), foot, NULL);
}

static void open_container(struct html_body *body, const struct doc_node *node,
                           struct str caption_id) {
    struct buf *out = body->out;
    buf_add(out, node->table->column_count >= WIDE_COLUMNS_LEAST
                     ? STR("<div class=\"table wide\"")
                     : STR("<div class=\"table\""));
    buf_add(out, STR(" role=\"region\" tabindex=\"0\""));
    if (caption_id.size)
        html_attribute(out, STR("aria-labelledby"), caption_id);
    else if (body->heading_id.size)
        html_attribute(out, STR("aria-labelledby"), body->heading_id);
    else
        html_attribute(out, STR("aria-label"), language_text(body->language, STR("table")));
    buf_add(out, STR(">\n"));
}

void html_table_write(struct html_body *body, const struct doc_node *node) {
    struct buf *out = body->out;
    const struct doc_table *table = node->table;
    struct buf id = buf_make(body->arena);
    if (table->caption.size) {
        buf_add(&id, STR("_table"));
        buf_number(&id, (int64_t)++body->id_count);
    }
    open_container(body, node, buf_str(&id));
    buf_add(out, STR("<table"));
    html_attribute(out, STR("id"), node->id);
    buf_add(out, STR(">\n"));
    if (table->caption.size) {
        buf_add(out, STR("<caption"));
        html_attribute(out, STR("id"), buf_str(&id));
        buf_add(out, STR("><span>"));
        html_number_write(body, node);
        escape_html(out, table->caption);
        buf_add(out, STR("</span></caption>\n"));
    }
    if (has_groups(table))
        write_column_groups(out, table);
    write_rows(body, node);
    buf_add(out, STR("</table>\n</div>\n"));
    if (table->note.size) {
        buf_add(out, STR("<p class=\"note\">"));
        escape_html(out, table->note);
        buf_add(out, STR("</p>\n"));
    }
}
