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
    PATH_PARENT,  /* to the parent row */
    PATH_FOLLOW,  /* through a reference, to the row it names */
    PATH_ENTRIES, /* to each row of a list of structs */
    PATH_ITEMS, /* to each item of a list of scalars: the last step, or through its reference */
    PATH_COUNT, /* how many entries a list has: the last step */
    PATH_VALUE, /* the value of a field: the last step */
    PATH_SELF,  /* the record itself: the last step */
    PATH_ID     /* the record's id: the last step */
};

enum date_part { DATE_WHOLE, DATE_YEAR, DATE_QUARTER, DATE_MONTH };

struct path_step {
    enum path_step_kind kind;
    size_t field; /* FOLLOW, ENTRIES, ITEMS, COUNT, VALUE */
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
    bool counted;        /* it ends in PATH_COUNT */
    bool many;           /* it goes through a list: one list at most */
};

/* The value at the end of a path that is not `many`. A missing reference on the way makes it
 * VALUE_MISSING, one that is not applicable VALUE_NOT_APPLICABLE. For SELF the value is a REF
 * to the record; for a date part it is the number (2016; 20161 for the first quarter of 2016;
 * 201603 for March). */
struct value path_value(const struct path *path, const struct row *row);
/* the same without a copy: borrowed from the row, or made in `scratch` */
const struct value *path_at(const struct path *path, const struct row *row,
                            struct value *scratch);

/* Does one of the values at the end satisfy `holds`? A path through a list has one for each
 * entry, none when the list is absent or empty; any other path has its one value. */
bool path_some(const struct path *path, const struct row *row,
               bool (*holds)(const struct value *value, const void *context),
               const void *context);

/* The type a reader of the value must expect: of the field; REF for SELF, TEXT for ID, YEAR or
 * INTEGER for date parts, INTEGER for a count of entries. */
enum field_type path_type(const struct path *path);
/* the narrowest audience of all that it passes through */
enum audience path_visibility(const struct path *path);
int path_scale(const struct path *path); /* decimals of a number at the end */

#endif
