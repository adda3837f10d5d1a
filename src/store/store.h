/* store.h: the records as strict SQLite tables, and the second engine that runs on them.
 *
 * Each record type is a table, each list of structs another, each list of scalars a third:
 *
 *     commune(_row, id, _title, _file, _line, name, district, …, support, criteria_met)
 *     commune_support(_row, _parent, _position, id, _file, _line, date, item, quantity, …)
 *     commune_criteria_met(_row, _parent, _position, value)
 *
 * A reference holds the id of its record, an enum its code, a date its ISO form, a decimal
 * whole units of its last place, a list the number of its entries. NULL is "not reported" or
 * "not applicable"; the latter are listed in _not_applicable(type, row, field). Every table of
 * an illustrative site has a column _notice.
 *
 * The SQL of an indicator is compiled from its declaration and shares nothing with aggregate/
 * but that: where both engines give the same cells, an error in either would have to be made
 * twice.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/buf.h"
#include "base/diag.h"
#include "model/checked.h"
#include "model/table.h"

struct store;

/* In memory, filled with what that audience may see. NULL: a diagnostic says why. The store
 * borrows `checked`; close it. */
struct store *store_open(struct arena *arena, struct diags *diags,
                         const struct checked *checked, enum audience audience);
void store_close(struct store *store);
/* Is a store for that audience the same as one for everybody's eyes? Then one serves both. */
bool store_shows_all(const struct checked *checked, enum audience audience);

/* Adds the computed numbers as the tables _indicator, _cell and _published. */
bool store_numbers(struct store *store, const struct tables *tables);

/* Holds the rules against the records and the numbers: after store_numbers. false: one whose
 * severity is error is broken. */
bool store_rules(struct store *store, struct diags *diags, struct findings *findings);

/* Computes every cell a second time and compares exactly. false: a cell differs, and a
 * diagnostic names it. */
bool store_cross(struct store *store, struct diags *diags, const struct tables *tables,
                 size_t *compared);

/* The SQL of an indicator, of its total (`by` NULL) or of one breakdown: one row a cell with
 * the keys as texts, value, denominator, rows, missing. Empty for a given number. */
struct str store_sql(struct arena *arena, const struct indicator *indicator,
                     const struct by *by);

enum store_kind { STORE_NULL, STORE_NUMBER, STORE_TEXT };

struct store_value { /* valid until the next row */
    enum store_kind kind;
    struct str text; /* of a number its digits */
};

struct store_rows { /* who takes the rows; the first are the names of the columns */
    void *user;
    void (*row)(void *user, const struct store_value *values, size_t count, bool names);
};

/* One SELECT; nothing else, and no longer than LIMIT_QUERY_SECONDS. false: a diagnostic says
 * why. */
bool store_query(struct store *store, struct diags *diags, struct str sql,
                 const struct store_rows *rows);

/* The whole database as the bytes of a file; the same tables give the same bytes. */
bool store_bytes(struct store *store, struct diags *diags, struct buf *out);

#endif
