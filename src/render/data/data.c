/* Which data files there are. */
#include "render/data/data.h"

#include "base/arena.h"
#include "render/data/internal.h"

static bool put(struct diags *diags, struct output *output, struct str path,
                const struct buf *bytes) {
    if (!buf_ok(bytes)) {
        DIAG(diags, DIAG_OUTPUT_TOO_LARGE, SPAN_NONE, path);
        return false;
    }
    output->data_count++;
    return output_put(output, path, buf_str(bytes));
}

bool render_data(struct diags *diags, const struct checked *checked,
                 const struct tables *tables, struct output *output) {
    struct arena *scratch = arena_new();
    struct buf bytes = buf_make(scratch);
    bool ok = true;
    for (size_t i = 0; ok && i < checked->schema.count; i++) {
        const struct rowset *set = &checked->dataset.sets[i];
        if (set->type->visibility > checked->site.audience)
            continue;
        buf_clear(&bytes);
        csv_write(&checked->site, set, &bytes);
        ok = put(diags, output, str_format(scratch, "data/%.*s.csv", STR_ARG(set->type->name)),
                 &bytes);
    }
    buf_clear(&bytes);
    json_write(checked, tables, &bytes);
    ok = ok && put(diags, output, STR("data/indicators.json"), &bytes);
    arena_free(scratch);
    return ok;
}
