/* The second engine against the first, cell by cell. */
#include "base/arena.h"
#include "base/guard.h"
#include "store/internal.h"

struct crossing {
    struct store *store;
    struct diags *diags;
    struct arena *scratch;
    const struct table *table;
    const struct by *by; /* NULL: the total */
    size_t compared;
};

static struct answer read_answer(sqlite3_stmt *statement, int at) {
    struct answer answer = {.none = sqlite3_column_type(statement, at) == SQLITE_NULL,
                            .odd = sqlite3_column_type(statement, at) == SQLITE_FLOAT ||
                                   sqlite3_column_type(statement, at + 1) == SQLITE_FLOAT,
                            .value = sqlite3_column_int64(statement, at),
                            .denominator = sqlite3_column_int64(statement, at + 1),
                            .rows = sqlite3_column_int64(statement, at + 2),
                            .missing = sqlite3_column_int64(statement, at + 3)};
    if (answer.none)
        answer.value = answer.denominator = 0;
    return answer;
}

static bool same(const struct answer *answer, const struct cell *cell) {
    return !answer->odd && answer->none == cell->none && answer->value == cell->value &&
           answer->denominator == cell->denominator &&
           answer->rows == (int64_t)cell->row_count &&
           answer->missing == (int64_t)cell->missing_count;
}

static struct str shown(struct arena *arena, bool none, int64_t value, int64_t denominator,
                        int64_t rows, int64_t missing) {
    struct buf text = buf_make(arena);
    if (none)
        buf_add(&text, STR("none"));
    else
        buf_number(&text, value);
    if (denominator)
        buf_format(&text, "/%lld", (long long)denominator);
    buf_format(&text, " (%lld, %lld)", (long long)rows, (long long)missing);
    return buf_str(&text);
}

static bool differs(struct crossing *crossing, struct str name, const struct answer *answer,
                    const struct cell *cell) {
    const struct indicator *indicator = crossing->table->indicator;
    struct arena *arena = crossing->store->arena;
    struct str where = str_format(arena, "%.*s%s%.*s%s%.*s", STR_ARG(indicator->id),
                                  crossing->by ? ".by." : "",
                                  STR_ARG(crossing->by ? crossing->by->name : STR_EMPTY),
                                  crossing->by ? "." : "", STR_ARG(name));
    DIAG(crossing->diags, DIAG_ENGINES_DIFFER, indicator->span, where,
         shown(arena, cell->none, cell->value, cell->denominator, (int64_t)cell->row_count,
               (int64_t)cell->missing_count),
         shown(arena, answer->none, answer->value, answer->denominator, answer->rows,
               answer->missing));
    return false;
}

static struct str cell_name(struct crossing *crossing, sqlite3_stmt *statement) {
    struct buf name = buf_make(crossing->scratch);
    for (size_t k = 0; crossing->by && k < crossing->by->count; k++) {
        if (k)
            buf_add_char(&name, '.');
        buf_add(&name, (struct str){(const char *)sqlite3_column_text(statement, (int)k),
                                    (size_t)sqlite3_column_bytes(statement, (int)k)});
    }
    return buf_str(&name);
}

/* a cell without rows that the second engine does not list */
static bool empty(const struct cell *cell, const struct indicator *indicator) {
    const struct cell *absent = cell_absent(indicator);
    if (indicator_is_derived(indicator)) /* of cells that neither operand lists */
        return cell->value == 0;
    return cell->row_count == 0 && cell->missing_count == 0 && cell->value == 0 &&
           cell->denominator == 0 && (cell->none == absent->none || indicator->of);
}

static bool cross_rows(struct crossing *crossing, sqlite3_stmt *statement) {
    const struct table *table = crossing->table;
    const struct breakdown *breakdown =
        crossing->by ? table_breakdown(table, crossing->by->name) : NULL;
    size_t count = breakdown ? breakdown->count : 0;
    struct answer *answers = ARENA_ARRAY(crossing->scratch, struct answer, count + 1);
    struct map seen = map_make(crossing->scratch);
    bool ok = true;
    int status;
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        struct answer answer =
            read_answer(statement, crossing->by ? (int)crossing->by->count : 0);
        struct str name = cell_name(crossing, statement);
        const struct cell *cell = breakdown ? breakdown_find(breakdown, name) : &table->total;
        map_put(&seen, name, crossing);
        crossing->compared++;
        if (breakdown && cell)
            answers[cell - breakdown->cells] = answer;
        bool nothing = !cell && answer.value == 0 && answer.rows == 0 && answer.missing == 0;
        if (!nothing && (!same(&answer, cell ? cell : cell_absent(table->indicator)) ||
                         (cell && !rounded_alike(table->indicator, cell, &answer))))
            ok = differs(crossing, name, &answer, cell ? cell : cell_absent(table->indicator));
    }
    if (status != SQLITE_DONE)
        return store_failed(crossing->store);
    const struct cell *odd = breakdown && table->indicator->to_hundred
                                 ? hundred_differs(crossing->scratch, breakdown, answers,
                                                   table->indicator->style.places)
                                 : NULL;
    if (odd)
        ok = differs(crossing, odd->name, &answers[odd - breakdown->cells], odd);
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = &breakdown->cells[i];
        if (!map_get(&seen, cell->name) && !empty(cell, table->indicator))
            ok = differs(crossing, cell->name, &(struct answer){.none = true}, cell);
    }
    return ok;
}

static bool cross_one(struct crossing *crossing) {
    struct str sql = store_sql(crossing->scratch, crossing->table->indicator, crossing->by);
    if (sql.size == 0)
        return true;
    sqlite3_stmt *statement = store_prepare(crossing->store, sql);
    bool ok = statement && cross_rows(crossing, statement);
    sqlite3_finalize(statement);
    arena_reset(crossing->scratch);
    return ok;
}

bool store_cross(struct store *store, struct diags *diags, const struct tables *tables,
                 size_t *compared) {
    struct crossing crossing = {.store = store, .diags = diags, .scratch = arena_new()};
    bool ok = true;
    for (size_t i = 0; i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        crossing.table = table;
        crossing.by = NULL;
        ok &= cross_one(&crossing);
        for (size_t j = 0; j < table->indicator->breakdown_count; j++) {
            crossing.by = &table->indicator->breakdowns[j];
            ok &= cross_one(&crossing);
        }
    }
    arena_free(crossing.scratch);
    *compared = crossing.compared;
    return ok;
}
