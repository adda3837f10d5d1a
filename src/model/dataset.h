/* dataset.h: the records, typed. Each value knows where it was written.
 *
 * Three kinds of nothing are three states and never 0: a key that is absent or empty is not
 * reported (VALUE_MISSING), `n/a` is not applicable. Rows of a list of structs are rows of
 * their own with a parent.
 */
#ifndef MODEL_DATASET_H
#define MODEL_DATASET_H

#include "model/schema.h"

enum value_state { VALUE_MISSING, VALUE_NOT_APPLICABLE, VALUE_PRESENT };

struct row;

struct value { /* there are as many as records times fields: what excludes each other shares */
    struct span span;
    struct str text;       /* text, markdown; ref: the id as written */
    const struct row *ref; /* REF; NULL only before linking */
    union {
        int64_t number;      /* integer, decimal units, money, date, year, boolean, enum code */
        struct value *items; /* LIST of scalars: `count` values */
        struct row **rows;   /* LIST of structs: `count` rows */
    };
    uint32_t count;
    enum value_state state;
};

struct row {
    const struct record_type *type;
    struct str id;       /* a child row without one has the empty id */
    struct str title;    /* how people call it: "Xã Ổi Găng" */
    struct str sort_key; /* compare by bytes */
    struct row *parent;
    struct value *values; /* type->field_count of them */
    size_t index;         /* in its rowset, in the order of publication */
    struct span span;     /* of the id or of the row's start */
};

struct rowset {
    const struct record_type *type;
    struct row **items;
    size_t count, capacity;
    struct map by_id;
};

struct dataset {
    const struct schema *schema;
    struct rowset *sets; /* by record_type.index */
};

const struct rowset *dataset_rows(const struct dataset *dataset,
                                  const struct record_type *type);

/* "Xã Ổi Găng (commune u01)": how a message names a record; a child row names its parent too */
struct str row_name(struct arena *arena, const struct row *row);

struct buf;
void dataset_dump(const struct dataset *dataset, struct buf *out);

#endif
