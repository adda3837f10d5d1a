/* Questions about computed tables; aggregate fills them. */
#include "model/table.h"

#include "base/buf.h"
#include "base/guard.h"

const struct breakdown *table_breakdown(const struct table *table, struct str name) {
    for (size_t i = 0; i < table->indicator->breakdown_count; i++)
        if (str_equal(table->breakdowns[i].by->name, name))
            return &table->breakdowns[i];
    return NULL;
}

int64_t quantity_step(const struct quantity *quantity) {
    if (quantity->step)
        return quantity->step;
    int64_t step = 1;
    while (quantity->value && step <= INT64_MAX / 10 && quantity->value % (step * 10) == 0)
        step *= 10;
    return step;
}

bool quantity_agrees(const struct quantity *quantity, const struct cell *cell) {
    if (quantity->fraction || cell->denominator)
        return quantity->fraction && quantity->value == cell->value &&
               quantity->denominator == cell->denominator;
    if (!quantity->over)
        return quantity->value == cell->value;
    int64_t above = 0;
    return cell->value > quantity->value &&
           (!checked_sub(cell->value, quantity->value, &above) ||
            above < quantity_step(quantity));
}

static void dump_cell(const struct cell *cell, struct buf *out) {
    buf_number(out, cell->value);
    if (cell->denominator) {
        buf_add_char(out, '/');
        buf_number(out, cell->denominator);
    }
    buf_format(out, " (%zu rows", cell->row_count);
    if (cell->missing_count)
        buf_format(out, ", %zu missing", cell->missing_count);
    buf_add(out, STR(")\n"));
}

void tables_dump(const struct tables *tables, struct buf *out) {
    for (size_t i = 0; i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        buf_format(out, "%.*s = ", STR_ARG(table->indicator->id));
        dump_cell(&table->total, out);
        for (size_t j = 0; j < table->indicator->breakdown_count; j++) {
            const struct breakdown *breakdown = &table->breakdowns[j];
            buf_format(out, "  by %.*s\n", STR_ARG(breakdown->by->name));
            for (size_t k = 0; k < breakdown->count; k++) {
                buf_format(out, "    %.*s = ", STR_ARG(breakdown->cells[k].name));
                dump_cell(&breakdown->cells[k], out);
            }
        }
    }
}
