/* internal.h: what the files of store share. */
#ifndef STORE_INTERNAL_H
#define STORE_INTERNAL_H

#include <sqlite3.h>

#include "store/store.h"

struct store {
    struct arena *arena;
    struct diags *diags;
    const struct checked *checked;
    sqlite3 *database;
    enum audience audience; /* what is for fewer people is left out of the tables */
    struct str refused;     /* the function that a question may not use */
    enum audience reads;    /* the narrowest that a question has looked at */
    enum audience cell_reads, published_reads; /* of the tables _cell and _published */
    size_t prefix; /* bytes of source paths that are left out: the content folder */
};

/* SQL while it is written; rows are called r0, r1, … from the outside in */
struct sql {
    struct buf out;
    struct arena *arena;
    int rows; /* how many names of rows are taken */
};

void sql_name(struct buf *out, struct str name); /* "name", quoted */
void sql_text(struct buf *out, struct str text); /* 'text', quoted */
/* the table of a record type: commune.support → "commune_support" */
void sql_table(struct buf *out, const struct record_type *type);
/* the table of a list of scalars */
void sql_list_table(struct buf *out, const struct record_type *type, const struct field *field);

/* the value at the end of a path from the row of that number; NULL when there is none */
void path_sql(struct sql *sql, const struct path *path, int row);
/* 1 when the value is not applicable, else 0 */
void not_applicable_sql(struct sql *sql, const struct path *path, int row);
/* 1 or 0; NULL condition: 1 */
void condition_sql(struct sql *sql, const struct expression *expression, int row);

/* store_query for SQL that stands in a file: its faults are said there */
bool store_query_at(struct store *store, struct diags *diags, struct str sql, struct span span,
                    const struct store_rows *rows);

/* what the second engine says of one cell (cross.c) */
struct answer {
    bool none, odd; /* odd: no whole number, or one too large: SQLite left the integers */
    int64_t value, denominator, rows, missing;
};

/* is the number that is published in its place the same in both engines? (rounding.c) */
bool rounded_alike(const struct indicator *indicator, const struct cell *cell,
                   const struct answer *answer);
/* The first cell whose percentage, of those that add up to 100, is another by these answers,
 * one for each cell; NULL: there is none. */
const struct cell *hundred_differs(struct arena *scratch, const struct breakdown *breakdown,
                                   const struct answer *answers, int places);

/* runs statements without results; false: reported */
bool store_run(struct store *store, struct str statements);
sqlite3_stmt *store_prepare(struct store *store, struct str statement); /* NULL: reported */
bool store_failed(struct store *store); /* reports SQLite's own message; always false */
bool tables_fill(struct store *store);
/* the field of a column, or of the items of a list's table; NULL: none of theirs */
const struct field *table_field(const struct store *store, const char *table,
                                const char *column);
/* ", "_notice" …": the column of an illustrative site, else empty */
struct str store_notice(struct store *store);

#endif
