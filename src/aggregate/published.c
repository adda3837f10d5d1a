/* What was published against what the records give. */
#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"

static struct str quantity_text(struct arena *arena, const struct quantity *quantity) {
    struct buf text = buf_make(arena);
    if (quantity->over)
        buf_add(&text, STR("> "));
    buf_number(&text, quantity->value);
    if (quantity->fraction) {
        buf_add_char(&text, '/');
        buf_number(&text, quantity->denominator);
    }
    return buf_str(&text);
}

static struct str cell_text(struct arena *arena, const struct table *table) {
    const struct cell *cell = &table->total;
    struct str value =
        decimal_text(arena, (struct decimal){cell->value, table->indicator->scale});
    if (!cell->denominator)
        return value;
    return str_format(arena, "%.*s/%lld", STR_ARG(value), (long long)cell->denominator);
}

bool published_compare(struct arena *arena, struct diags *diags, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    bool ok = true;
    for (size_t i = 0; i < indicator->published_count; i++) {
        const struct published *published = &indicator->published[i];
        bool agrees = quantity_agrees(&published->quantity, &table->total);
        struct str text = quantity_text(arena, &published->quantity);
        if (agrees == (published->differs == DIFFERENCE_NONE))
            continue;
        ok = false;
        if (agrees)
            DIAG(diags, DIAG_NO_DIFFERENCE, published->span, indicator->id, text);
        else
            DIAG(diags, DIAG_PUBLISHED_DIFFERS, published->span, indicator->id, text,
                 cell_text(arena, table));
    }
    return ok;
}
