/* The computed numbers as tables: for questions, for rules in SQL, and for data.sqlite. Values
 * are exact: units of the last of `places`, and the denominator where there is one. */
#include "base/arena.h"
#include "base/guard.h"
#include "store/internal.h"

static void bind(sqlite3_stmt *statement, int at, struct str text) {
    if (text.size)
        sqlite3_bind_text(statement, at, text.data, (int)text.size, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, at);
}

static bool done(struct store *store, sqlite3_stmt *statement) {
    bool ok = sqlite3_step(statement) == SQLITE_DONE;
    return sqlite3_reset(statement) == SQLITE_OK && ok ? true : store_failed(store);
}

static bool add_indicator(struct store *store, sqlite3_stmt *statement,
                          const struct indicator *indicator) {
    bind(statement, 1, indicator->id);
    bind(statement, 2, indicator->label);
    bind(statement, 3, indicator->unit);
    bind(statement, 4, str_of(aggregation_name(indicator->aggregation)));
    bind(statement, 5, indicator->from ? indicator->from->name : STR_EMPTY);
    bind(statement, 6, indicator->where ? span_text(indicator->where_span) : STR_EMPTY);
    bind(statement, 7, indicator->of ? indicator->of->id : STR_EMPTY);
    sqlite3_bind_int(statement, 8, indicator->scale);
    return done(store, statement);
}

static bool add_cell(struct store *store, sqlite3_stmt *statement,
                     const struct indicator *indicator, struct str by,
                     const struct cell *cell) {
    bind(statement, 1, indicator->id);
    bind(statement, 2, by);
    bind(statement, 3, cell->name);
    bool hidden = cell->hidden && store->audience != AUDIENCE_INTERNAL;
    if (cell->none || hidden)
        sqlite3_bind_null(statement, 4);
    else
        sqlite3_bind_int64(statement, 4, cell->value);
    if (cell->denominator && !hidden)
        sqlite3_bind_int64(statement, 5, cell->denominator);
    else
        sqlite3_bind_null(statement, 5);
    bool rows = !hidden && rows_shown(indicator, store->audience);
    for (int at = 6; at <= 7 && !rows; at++)
        sqlite3_bind_null(statement, at);
    if (rows) {
        sqlite3_bind_int64(statement, 6, (int64_t)cell->row_count);
        sqlite3_bind_int64(statement, 7, (int64_t)cell->missing_count);
    }
    return done(store, statement);
}

static bool add_published(struct store *store, sqlite3_stmt *statement,
                          const struct indicator *indicator,
                          const struct published *published) {
    static const char *const DIFFERS[] = {"", "open", "explained"};
    const struct quantity *quantity = &published->quantity;
    bind(statement, 1, indicator->id);
    bind(statement, 2, str_of(quantity->percent ? "percent" : bound_name(quantity->bound)));
    sqlite3_bind_int64(statement, 3, quantity->value);
    if (quantity->fraction)
        sqlite3_bind_int64(statement, 4, quantity->denominator);
    else
        sqlite3_bind_null(statement, 4);
    bind(statement, 5, published->source->id);
    bind(statement, 6, str_of(DIFFERS[published->differs]));
    bind(statement, 7, published->note);
    return done(store, statement);
}

/* who may see all that is in these tables: a cell may be hidden */
static void note_reads(struct store *store, const struct table *table) {
    enum audience who = table->indicator->visibility;
    bool hidden = table->total.hidden;
    for (size_t i = 0; i < table->indicator->breakdown_count; i++)
        for (size_t j = 0; j < table->breakdowns[i].count; j++)
            hidden |= table->breakdowns[i].cells[j].hidden;
    if (table->indicator->published_count && who > store->published_reads)
        store->published_reads = who;
    who = hidden ? AUDIENCE_INTERNAL : who;
    if (who > store->cell_reads)
        store->cell_reads = who;
}

bool store_numbers(struct store *store, const struct tables *tables) {
    struct buf sql = buf_make(store->arena);
    struct str notice = store_notice(store);
    buf_format(&sql,
               "BEGIN;\nCREATE TABLE \"_indicator\" (\"id\" TEXT PRIMARY KEY, \"label\" TEXT, "
               "\"unit\" TEXT, \"computed\" TEXT, \"from\" TEXT, \"where\" TEXT, \"of\" TEXT, "
               "\"places\" INTEGER%.*s) STRICT;\n",
               STR_ARG(notice));
    buf_format(
        &sql,
        "CREATE TABLE \"_cell\" (\"indicator\" TEXT NOT NULL, \"by\" TEXT, \"cell\" TEXT, "
        "\"value\" INTEGER, \"denominator\" INTEGER, \"rows\" INTEGER, "
        "\"missing\" INTEGER%.*s, UNIQUE (\"indicator\", \"by\", \"cell\")) STRICT;\n",
        STR_ARG(notice));
    buf_format(&sql,
               "CREATE TABLE \"_published\" (\"indicator\" TEXT NOT NULL, \"kind\" TEXT, "
               "\"value\" INTEGER, \"denominator\" INTEGER, \"source\" TEXT, \"differs\" TEXT, "
               "\"note\" TEXT%.*s) STRICT;\n",
               STR_ARG(notice));
    if (!store_run(store, buf_str(&sql)))
        return false;
    sqlite3_stmt *indicators =
        store_prepare(store, STR("INSERT INTO \"_indicator\" VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    sqlite3_stmt *cells =
        store_prepare(store, STR("INSERT INTO \"_cell\" VALUES (?, ?, ?, ?, ?, ?, ?)"));
    sqlite3_stmt *published =
        store_prepare(store, STR("INSERT INTO \"_published\" VALUES (?, ?, ?, ?, ?, ?, ?)"));
    bool ok = indicators && cells && published;
    for (size_t i = 0; ok && i < tables->count; i++) {
        const struct table *table = &tables->items[i];
        const struct indicator *indicator = table->indicator;
        if (indicator->visibility > store->audience)
            continue;
        note_reads(store, table);
        ok = add_indicator(store, indicators, indicator) &&
             add_cell(store, cells, indicator, STR_EMPTY, &table->total);
        for (size_t j = 0; ok && j < indicator->breakdown_count; j++)
            for (size_t k = 0; ok && k < table->breakdowns[j].count; k++)
                ok = add_cell(store, cells, indicator, table->breakdowns[j].by->name,
                              &table->breakdowns[j].cells[k]);
        for (size_t j = 0; ok && j < indicator->published_count; j++)
            ok = add_published(store, published, indicator, &indicator->published[j]);
    }
    sqlite3_finalize(indicators);
    sqlite3_finalize(cells);
    sqlite3_finalize(published);
    return ok && store_run(store, STR("COMMIT"));
}
