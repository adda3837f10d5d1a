/* path.h: a dotted name ("item.group", "district", "date.year"), resolved against the schema.
 *
 * check resolves it once; after that it leads from any row of its type to a value. Names
 * resolve in the row, then in its parent record; the name of the row's own or its parent's type
 * is the record itself.
 */
#ifndef MODEL_PATH_H
#define MODEL_PATH_H

#include "base/limits.h"
#include "model/dataset.h"

enum path_step_kind {
    PATH_PARENT, /* to the parent row */
    PATH_FOLLOW, /* through a reference, to the row it names */
    PATH_VALUE,  /* the value of a field: the last step */
    PATH_SELF,   /* the record itself: the last step */
    PATH_ID      /* the record's id: the last step */
};

enum date_part { DATE_WHOLE, DATE_YEAR, DATE_QUARTER, DATE_MONTH };

struct path_step {
    enum path_step_kind kind;
    size_t field; /* FOLLOW, VALUE */
};

struct path {
    struct str text; /* as written */
    struct span span;
    struct path_step steps[LIMIT_PATH_STEPS + 2];
    size_t count;
    const struct record_type *from;   /* the type of row it starts at */
    const struct field *field;        /* at its end; NULL for SELF and ID */
    const struct record_type *target; /* SELF, or a REF: the type of record it leads to */
    enum date_part part;              /* of a date at its end: then a number */
    bool through_parent; /* it says something of the parent record, not of the row */
};

/* The value at the end. A missing reference on the way makes it VALUE_MISSING, one that is not
 * applicable VALUE_NOT_APPLICABLE. For SELF the value is a REF to the record; for a date part
 * it is the number (2016; 20161 for the first quarter of 2016; 201603 for March). */
struct value path_value(const struct path *path, const struct row *row);

/* The type a reader of the value must expect: of the field; REF for SELF, TEXT for ID, YEAR or
 * INTEGER for date parts. */
enum field_type path_type(const struct path *path);

#endif
