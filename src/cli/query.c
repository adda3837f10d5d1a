/* A question in SQL, and its answer as people and programs read it. */
#include "cli/query.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/escape.h"

static void json_row(struct query_output *output, const struct store_value *values,
                     size_t count) {
    buf_add(output->out, output->rows ? STR(",\n{") : STR("\n{"));
    for (size_t i = 0; i < count; i++) {
        buf_add(output->out, i ? STR(", ") : STR_EMPTY);
        escape_json(output->out, output->names[i]);
        buf_add(output->out, STR(": "));
        if (values[i].kind == STORE_TEXT)
            escape_json(output->out, values[i].text);
        else
            buf_add(output->out, values[i].kind == STORE_NULL ? STR("null") : values[i].text);
    }
    buf_add_char(output->out, '}');
}

/* a tab or line end inside a text would begin another column or row */
static void text_field(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        bool breaks = text.data[i] == '\t' || text.data[i] == '\n' || text.data[i] == '\r';
        buf_add_char(out, breaks ? ' ' : text.data[i]);
    }
}

static void take_row(void *user, const struct store_value *values, size_t count, bool names) {
    struct query_output *output = user;
    if (names && output->format == FORMAT_JSON) {
        output->names = ARENA_ARRAY(output->out->arena, struct str, count + 1);
        for (size_t i = 0; i < count; i++)
            output->names[i] = str_copy(output->out->arena, values[i].text);
        return;
    }
    if (output->format == FORMAT_JSON) {
        json_row(output, values, count);
        output->rows++;
        return;
    }
    bool csv = output->format == FORMAT_CSV;
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_add_char(output->out, csv ? ',' : '\t');
        if (csv)
            escape_csv(output->out, values[i].text);
        else
            text_field(output->out, values[i].text);
    }
    buf_add(output->out, csv ? STR("\r\n") : STR("\n"));
}

bool query(struct arena *arena, struct diags *diags, const struct pipeline_result *result,
           const struct options *options, struct buf *out) {
    struct query_output output = {.out = out, .format = options->format};
    struct store_rows rows = {&output, take_row};
    struct store *store =
        store_open(arena, diags, &result->checked, result->checked.site.audience);
    if (options->format == FORMAT_JSON)
        buf_add_char(out, '[');
    bool ok = store && store_numbers(store, result->tables) &&
              store_query(store, diags, str_of(options->argument), &rows);
    if (options->format == FORMAT_JSON)
        buf_add(out, STR("]\n"));
    store_close(store);
    return ok;
}
