/* Opening, closing, and saying what SQLite says. */
#include "store/store.h"

#include "base/arena.h"
#include "base/guard.h"
#include "store/internal.h"

bool store_failed(struct store *store) {
    int status = sqlite3_errcode(store->database) & 0xFF;
    bool outside = status == SQLITE_NOMEM || status == SQLITE_FULL || status == SQLITE_IOERR ||
                   status == SQLITE_CANTOPEN;
    DIAG(store->diags, outside ? DIAG_DATABASE : DIAG_DATABASE_FAULT, SPAN_NONE,
         str_copy(store->arena, str_of(sqlite3_errmsg(store->database))));
    return false;
}

bool store_run(struct store *store, struct str statements) {
    const char *text = str_zero(store->arena, statements);
    return sqlite3_exec(store->database, text, NULL, NULL, NULL) == SQLITE_OK
               ? true
               : store_failed(store);
}

sqlite3_stmt *store_prepare(struct store *store, struct str statement) {
    sqlite3_stmt *prepared = NULL;
    if (sqlite3_prepare_v2(store->database, statement.data, (int)statement.size, &prepared,
                           NULL) != SQLITE_OK) {
        store_failed(store);
        return NULL;
    }
    return prepared;
}

struct store *store_open(struct arena *arena, struct diags *diags,
                         const struct checked *checked, enum audience audience) {
    struct store *store = ARENA_NEW(arena, struct store);
    *store = (struct store){
        .arena = arena, .diags = diags, .checked = checked, .audience = audience};
    if (checked->site.span.source)
        store->prefix = checked->site.span.source->path.size - STR("site.yaml").size;
    if (sqlite3_open_v2(":memory:", &store->database,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        NULL) != SQLITE_OK)
        store_failed(store);
    else if (store_run(store, STR("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF")) &&
             tables_fill(store)) /* one that fails is thrown away: nothing is rolled back */
        return store;
    store_close(store);
    return NULL;
}

/* nothing of the records or the numbers is left out for them */
bool store_shows_all(const struct checked *checked, enum audience audience) {
    const struct indicators *indicators = &checked->indicators;
    bool all = true;
    for (size_t i = 0; i < checked->schema.count; i++) {
        const struct record_type *type = checked->schema.types[i];
        all &= type->visibility <= audience;
        for (size_t j = 0; j < type->field_count; j++)
            all &= type->fields[j].visibility <= audience;
    }
    for (size_t i = 0; i < indicators->count; i++)
        all &= indicators->items[i]->visibility <= audience &&
               indicators->items[i]->minimum_cell == 0;
    return all;
}

void store_close(struct store *store) {
    if (store)
        sqlite3_close_v2(store->database);
}

bool store_bytes(struct store *store, struct diags *diags, struct buf *out) {
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(store->database, "main", &size, 0);
    if (!bytes) {
        DIAG(diags, DIAG_NO_MEMORY, SPAN_NONE, STR("SQLite"));
        return false;
    }
    buf_add(out, (struct str){(const char *)bytes, (size_t)size});
    sqlite3_free(bytes);
    return buf_ok(out);
}
