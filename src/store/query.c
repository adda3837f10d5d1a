/* A question asked by a person: one statement that reads and nothing else. SQLite itself
 * refuses the rest (authorizer, defensive mode), and a clock stops what takes too long. */
#include <time.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "store/internal.h"

/* printf('%.*c', 1000000000, 'x') is one step that no clock can stop */
static bool endless(const char *function) {
    return sqlite3_stricmp(function, "printf") == 0 || sqlite3_stricmp(function, "format") == 0;
}

static int allow(void *user, int action, const char *table, const char *column, const char *c,
                 const char *d) {
    struct store *store = user;
    UNUSED(c);
    UNUSED(d);
    const struct field *field =
        action == SQLITE_READ ? table_field(store, table, column) : NULL;
    if (field && field->visibility > store->reads)
        store->reads = field->visibility;
    if (action == SQLITE_FUNCTION && endless(column)) {
        store->refused = str_copy(store->arena, str_of(column));
        return SQLITE_DENY;
    }
    bool reads = action == SQLITE_SELECT || action == SQLITE_READ ||
                 action == SQLITE_FUNCTION || action == SQLITE_RECURSIVE;
    return reads ? SQLITE_OK : SQLITE_DENY;
}

static int64_t milliseconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int late(void *deadline) {
    return milliseconds_now() > *(int64_t *)deadline;
}

static struct store_value column_value(sqlite3_stmt *statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return (struct store_value){.kind = STORE_NULL};
    case SQLITE_INTEGER:
        return (struct store_value){
            .kind = STORE_NUMBER,
            .text = {(const char *)sqlite3_column_text(statement, column),
                     (size_t)sqlite3_column_bytes(statement, column)}};
    default:
        break;
    }
    bool number = sqlite3_column_type(statement, column) == SQLITE_FLOAT;
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return (struct store_value){
        .kind = number ? STORE_NUMBER : STORE_TEXT,
        .text = {text ? text : "", (size_t)sqlite3_column_bytes(statement, column)}};
}

static void fail(struct store *store, struct diags *diags, struct span span, int status) {
    const char *message = sqlite3_errmsg(store->database);
    if (status == SQLITE_INTERRUPT)
        DIAG(diags, DIAG_QUERY_SLOW, span, str_format(store->arena, "%d", LIMIT_QUERY_SECONDS));
    else if (store->refused.size)
        DIAG(diags, DIAG_QUERY_FUNCTION, span, store->refused);
    else if (status == SQLITE_TOOBIG)
        DIAG(diags, DIAG_QUERY_TOO_LARGE, span,
             str_format(store->arena, "%u", LIMIT_QUERY_VALUE_BYTES),
             str_format(store->arena, "%u", LIMIT_QUERY_ANSWER_BYTES));
    else if (status == SQLITE_NOMEM)
        DIAG(diags, DIAG_QUERY_MEMORY, span,
             str_format(store->arena, "%u", LIMIT_QUERY_MEMORY_BYTES));
    else if (status == SQLITE_AUTH)
        DIAG(diags, DIAG_QUERY_WRITES, span, STR_EMPTY);
    else
        DIAG(diags, DIAG_QUERY_WRONG, span, str_copy(store->arena, str_of(message)));
}

static int give_rows(sqlite3_stmt *statement, const struct store_rows *rows,
                     struct arena *arena) {
    size_t count = (size_t)sqlite3_column_count(statement);
    struct store_value *values = ARENA_ARRAY(arena, struct store_value, count + 1);
    for (size_t i = 0; i < count; i++)
        values[i] = (struct store_value){
            STORE_TEXT, str_copy(arena, str_of(sqlite3_column_name(statement, (int)i)))};
    rows->row(rows->user, values, count, true);
    int status;
    size_t size = 0;
    while ((status = sqlite3_step(statement)) == SQLITE_ROW) {
        for (size_t i = 0; i < count; i++) {
            values[i] = column_value(statement, (int)i);
            size += values[i].text.size + 1;
        }
        if (size > LIMIT_QUERY_ANSWER_BYTES)
            return SQLITE_TOOBIG;
        rows->row(rows->user, values, count, false);
    }
    return status;
}

bool store_query(struct store *store, struct diags *diags, struct str sql,
                 const struct store_rows *rows) {
    return store_query_at(store, diags, sql, SPAN_NONE, rows);
}

/* What a question may take, while it is asked: rights, time and memory. */
static void restrict_to_question(struct store *store, int64_t *deadline) {
    store->refused = STR_EMPTY;
    *deadline = milliseconds_now() + LIMIT_QUERY_SECONDS * 1000;
    sqlite3_set_authorizer(store->database, allow, store);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_progress_handler(store->database, 10000, late, deadline);
    sqlite3_limit(store->database, SQLITE_LIMIT_LENGTH, LIMIT_QUERY_VALUE_BYTES);
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + LIMIT_QUERY_MEMORY_BYTES);
}

static void release_from_question(struct store *store, int length) {
    sqlite3_hard_heap_limit64(0);
    sqlite3_limit(store->database, SQLITE_LIMIT_LENGTH, length);
    sqlite3_progress_handler(store->database, 0, NULL, NULL);
    sqlite3_set_authorizer(store->database, NULL, NULL);
}

bool store_query_at(struct store *store, struct diags *diags, struct str sql, struct span span,
                    const struct store_rows *rows) {
    size_t before = diags_errors(diags);
    sqlite3_stmt *statement = NULL;
    const char *rest = NULL;
    int64_t deadline;
    int length = sqlite3_limit(store->database, SQLITE_LIMIT_LENGTH, -1);
    restrict_to_question(store, &deadline);
    int status =
        sqlite3_prepare_v2(store->database, str_zero(store->arena, sql), -1, &statement, &rest);
    if (status == SQLITE_OK && (!statement || str_trim(str_of(rest)).size)) {
        DIAG(diags, DIAG_QUERY_WRONG, span, word_argument(WORD_ONE_SELECT));
        status = SQLITE_DONE;
    } else if (status == SQLITE_OK) {
        status = give_rows(statement, rows, store->arena);
        if (status != SQLITE_DONE)
            fail(store, diags, span, status);
    } else {
        fail(store, diags, span, status);
    }
    sqlite3_finalize(statement);
    release_from_question(store, length);
    return diags_errors(diags) == before;
}
