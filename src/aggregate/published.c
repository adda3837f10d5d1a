/* What was published against what the records give. */
#include "aggregate/internal.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/decimal.h"

static struct str number_text(struct arena *arena, int64_t units, int places) {
    return decimal_text(arena, (struct decimal){units, places});
}

static struct str quantity_text(struct arena *arena, const struct indicator *indicator,
                                const struct quantity *quantity) {
    struct buf text = buf_make(arena);
    if (quantity->bound != BOUND_NONE)
        buf_format(&text, "%s ", bound_name(quantity->bound));
    if (quantity->fraction)
        buf_format(&text, "%lld/%lld", (long long)quantity->value,
                   (long long)quantity->denominator);
    else
        buf_add(&text, number_text(arena, quantity->value,
                                   quantity->percent ? quantity->places
                                                     : indicator_places(indicator)));
    if (quantity->percent)
        buf_add_char(&text, '%');
    return buf_str(&text);
}

/* as it would have to be published, in the form that was used */
static struct str computed_text(struct arena *arena, const struct table *table,
                                const struct quantity *quantity) {
    struct decimal number;
    if (quantity->percent && cell_percent(&table->total, quantity->places, &number))
        return str_format(arena, "%.*s%%", STR_ARG(decimal_text(arena, number)));
    if (!cell_number(table->indicator, &table->total, &number))
        return STR("n/a");
    if (indicator_is_ratio(table->indicator))
        return str_format(arena, "%lld/%lld", (long long)table->total.value,
                          (long long)table->total.denominator);
    return decimal_text(arena, number);
}

bool published_compare(struct arena *arena, struct diags *diags, const struct table *table) {
    const struct indicator *indicator = table->indicator;
    bool ok = true;
    for (size_t i = 0; i < indicator->published_count; i++) {
        const struct published *published = &indicator->published[i];
        bool agrees = quantity_agrees(indicator, &published->quantity, &table->total);
        struct str text = quantity_text(arena, indicator, &published->quantity);
        if (agrees == (published->differs == DIFFERENCE_NONE))
            continue;
        ok = false;
        if (agrees)
            DIAG(diags, DIAG_NO_DIFFERENCE, published->span, indicator->id, text);
        else
            DIAG(diags, DIAG_PUBLISHED_DIFFERS, published->span, indicator->id, text,
                 computed_text(arena, table, &published->quantity));
    }
    return ok;
}
