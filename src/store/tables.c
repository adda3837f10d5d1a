/* Records → strict tables, one prepared statement each. */
#include "base/arena.h"
#include "base/date.h"
#include "base/guard.h"
#include "store/internal.h"

struct filling {
    struct store *store;
    sqlite3_stmt *not_applicable;
};

struct str store_notice(struct store *store) {
    const struct site *site = &store->checked->site;
    struct buf column = buf_make(store->arena);
    if (site->illustrative) {
        buf_add(&column, STR(", \"_notice\" TEXT GENERATED ALWAYS AS ("));
        sql_text(&column, site->notice);
        buf_add(&column, STR(") VIRTUAL"));
    }
    return buf_str(&column);
}

static bool is_text(const struct field *field) {
    return field->type == FIELD_TEXT || field->type == FIELD_MARKDOWN ||
           field->type == FIELD_ENUM || field->type == FIELD_REF || field->type == FIELD_DATE;
}

static void create_lists(struct store *store, const struct record_type *type, struct buf *sql) {
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        if (!field->item || field->visibility > store->audience)
            continue;
        buf_add(sql, STR("CREATE TABLE "));
        sql_list_table(sql, type, field);
        buf_format(sql,
                   " (\"_row\" INTEGER PRIMARY KEY, \"_parent\" TEXT NOT NULL, "
                   "\"_position\" INTEGER NOT NULL, \"value\" %s NOT NULL%.*s, "
                   "UNIQUE (\"_parent\", \"_position\")) STRICT;\n",
                   is_text(field->item) ? "TEXT" : "INTEGER", STR_ARG(store_notice(store)));
    }
}

static void create_table(struct store *store, const struct record_type *type, struct buf *sql) {
    buf_add(sql, STR("CREATE TABLE "));
    sql_table(sql, type);
    buf_add(sql, STR(" (\"_row\" INTEGER PRIMARY KEY"));
    if (type->parent)
        buf_add(sql, STR(", \"_parent\" TEXT NOT NULL, \"_position\" INTEGER NOT NULL"));
    buf_add(sql, type->parent ? STR(", \"id\" TEXT") : STR(", \"id\" TEXT NOT NULL UNIQUE"));
    buf_add(sql, STR(", \"_title\" TEXT, \"_file\" TEXT, \"_line\" INTEGER"));
    for (size_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].visibility > store->audience)
            continue;
        buf_add(sql, STR(", "));
        sql_name(sql, type->fields[i].name);
        buf_add(sql, is_text(&type->fields[i]) ? STR(" TEXT") : STR(" INTEGER"));
    }
    buf_add(sql, store_notice(store));
    buf_add(sql, type->parent ? STR(", UNIQUE (\"_parent\", \"_position\")) STRICT;\n")
                              : STR(") STRICT;\n"));
    create_lists(store, type, sql);
}

static void bind_text(sqlite3_stmt *statement, int at, struct str text) {
    sqlite3_bind_text(statement, at, text.data ? text.data : "", (int)text.size, SQLITE_STATIC);
}

static void bind_value(struct store *store, sqlite3_stmt *statement, int at,
                       const struct field *field, const struct value *value) {
    if (value->state != VALUE_PRESENT)
        sqlite3_bind_null(statement, at);
    else if (field->type == FIELD_LIST)
        sqlite3_bind_int64(statement, at, (int64_t)value->count);
    else if (field->type == FIELD_ENUM)
        bind_text(statement, at, field->codes[value->number].name);
    else if (field->type == FIELD_DATE)
        bind_text(statement, at, date_iso(store->arena, date_from_number(value->number)));
    else if (is_text(field))
        bind_text(statement, at, value->text);
    else
        sqlite3_bind_int64(statement, at, value->number);
}

static bool step(struct store *store, sqlite3_stmt *statement) {
    bool ok = sqlite3_step(statement) == SQLITE_DONE;
    return sqlite3_reset(statement) == SQLITE_OK && ok ? true : store_failed(store);
}

static bool mark(struct filling *filling, const struct row *row, const struct field *field) {
    struct buf table = buf_make(filling->store->arena);
    sql_table(&table, row->type);
    bind_text(filling->not_applicable, 1, str_slice(buf_str(&table), 1, table.size - 1));
    sqlite3_bind_int64(filling->not_applicable, 2, (int64_t)row->index + 1);
    bind_text(filling->not_applicable, 3, field->name);
    return step(filling->store, filling->not_applicable);
}

/* for the items of the lists of a type: one statement for each list */
static sqlite3_stmt **prepare_lists(struct store *store, const struct record_type *type,
                                    bool *ok) {
    sqlite3_stmt **lists = ARENA_ARRAY(store->arena, sqlite3_stmt *, type->field_count + 1);
    for (size_t i = 0; i < type->field_count; i++) {
        struct buf sql = buf_make(store->arena);
        if (!type->fields[i].item || type->fields[i].visibility > store->audience)
            continue;
        buf_add(&sql, STR("INSERT INTO "));
        sql_list_table(&sql, type, &type->fields[i]);
        buf_add(&sql, STR(" (\"_parent\", \"_position\", \"value\") VALUES (?, ?, ?)"));
        lists[i] = store_prepare(store, buf_str(&sql));
        *ok &= lists[i] != NULL;
    }
    return lists;
}

static bool fill_items(struct store *store, sqlite3_stmt *statement, const struct row *row,
                       const struct field *field) {
    const struct value *list = &row->values[field->index];
    bool ok = true;
    if (list->state != VALUE_PRESENT)
        return true;
    for (size_t i = 0; ok && i < list->count; i++) {
        bind_text(statement, 1, row->id);
        sqlite3_bind_int64(statement, 2, (int64_t)i + 1);
        bind_value(store, statement, 3, field->item, &list->items[i]);
        ok = step(store, statement);
    }
    return ok;
}

static bool fill_row(struct filling *filling, sqlite3_stmt *statement, sqlite3_stmt **lists,
                     const struct row *row, size_t position) {
    struct store *store = filling->store;
    const struct record_type *type = row->type;
    int at = 1;
    sqlite3_bind_int64(statement, at++, (int64_t)row->index + 1);
    if (row->id.size)
        bind_text(statement, at++, row->id);
    else
        sqlite3_bind_null(statement, at++);
    bind_text(statement, at++, row->title);
    bind_text(statement, at++, str_from(row->span.source->path, store->prefix));
    sqlite3_bind_int64(statement, at++, (int64_t)span_place(row->span).line);
    if (type->parent) {
        bind_text(statement, at++, row->parent->id);
        sqlite3_bind_int64(statement, at++, (int64_t)position);
    }
    bool ok = true;
    for (size_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].visibility > store->audience)
            continue;
        bind_value(store, statement, at++, &type->fields[i], &row->values[i]);
        if (row->values[i].state == VALUE_NOT_APPLICABLE)
            ok &= mark(filling, row, &type->fields[i]);
    }
    ok = ok && step(store, statement);
    for (size_t i = 0; ok && i < type->field_count; i++)
        ok = !lists[i] || fill_items(store, lists[i], row, &type->fields[i]);
    return ok;
}

static bool fill_table(struct filling *filling, const struct rowset *set) {
    const struct record_type *type = set->type;
    struct buf sql = buf_make(filling->store->arena);
    buf_add(&sql, STR("INSERT INTO "));
    sql_table(&sql, type);
    buf_add(&sql, STR(" (\"_row\", \"id\", \"_title\", \"_file\", \"_line\""));
    if (type->parent)
        buf_add(&sql, STR(", \"_parent\", \"_position\""));
    size_t columns = type->parent ? 7 : 5;
    for (size_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].visibility > filling->store->audience)
            continue;
        buf_add(&sql, STR(", "));
        sql_name(&sql, type->fields[i].name);
        columns++;
    }
    buf_add(&sql, STR(") VALUES (?"));
    for (size_t i = 1; i < columns; i++)
        buf_add(&sql, STR(", ?"));
    buf_add_char(&sql, ')');
    sqlite3_stmt *statement = store_prepare(filling->store, buf_str(&sql));
    bool ok = statement != NULL;
    sqlite3_stmt **lists = prepare_lists(filling->store, type, &ok);
    size_t position = 0;
    for (size_t i = 0; ok && i < set->count; i++) {
        const struct row *row = set->items[i];
        bool same = i && row->parent && row->parent == set->items[i - 1]->parent;
        position = same ? position + 1 : 1;
        ok = fill_row(filling, statement, lists, row, position);
    }
    for (size_t i = 0; i < type->field_count; i++)
        sqlite3_finalize(lists[i]); /* NULL is allowed */
    sqlite3_finalize(statement);
    return ok;
}

bool tables_fill(struct store *store) {
    const struct checked *checked = store->checked;
    struct buf sql = buf_make(store->arena);
    buf_add(&sql, STR("BEGIN;\n"));
    for (size_t i = 0; i < checked->schema.count; i++)
        if (checked->schema.types[i]->visibility <= store->audience)
            create_table(store, checked->schema.types[i], &sql);
    buf_format(&sql,
               "CREATE TABLE \"_not_applicable\" (\"type\" TEXT NOT NULL, "
               "\"row\" INTEGER NOT NULL, \"field\" TEXT NOT NULL%.*s, "
               "PRIMARY KEY (\"type\", \"row\", \"field\")) STRICT, WITHOUT ROWID;\n",
               STR_ARG(store_notice(store)));
    if (!store_run(store, buf_str(&sql)))
        return false;
    struct filling filling = {
        store, store_prepare(store, STR("INSERT INTO \"_not_applicable\" "
                                        "(\"type\", \"row\", \"field\") VALUES (?, ?, ?)"))};
    bool ok = filling.not_applicable != NULL;
    for (size_t i = 0; ok && i < checked->schema.count; i++)
        ok = checked->schema.types[i]->visibility > store->audience ||
             fill_table(&filling, &checked->dataset.sets[i]);
    sqlite3_finalize(filling.not_applicable);
    return ok && store_run(store, STR("COMMIT"));
}

static bool named(struct arena *arena, const struct record_type *type, const struct field *list,
                  const char *table) {
    struct buf name = buf_make(arena);
    if (list)
        sql_list_table(&name, type, list);
    else
        sql_table(&name, type);
    return str_equal(str_slice(buf_str(&name), 1, name.size - 1), str_of(table));
}

const struct field *table_field(const struct store *store, const char *table,
                                const char *column) {
    const struct schema *schema = &store->checked->schema;
    for (size_t i = 0; table && column && i < schema->count; i++) {
        const struct record_type *type = schema->types[i];
        if (named(store->arena, type, NULL, table))
            return schema_field(type, str_of(column));
        for (size_t j = 0; j < type->field_count; j++)
            if (type->fields[j].item && named(store->arena, type, &type->fields[j], table))
                return &type->fields[j];
    }
    return NULL;
}
