/* schema.h: what a record type may hold. Made by check from content/schema/, read by everyone
 * after. */
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "base/map.h"
#include "base/source.h"

enum field_type {
    FIELD_TEXT,
    FIELD_MARKDOWN,
    FIELD_INTEGER,
    FIELD_DECIMAL, /* `places` decimals, kept as units of the last place */
    FIELD_MONEY,   /* whole currency units */
    FIELD_DATE,    /* yyyymmdd */
    FIELD_YEAR,
    FIELD_BOOLEAN,
    FIELD_ENUM, /* position in codes */
    FIELD_REF,
    FIELD_LIST, /* of `item`, or rows of the child type `rows` */
    FIELD_TYPE_COUNT
};

/* Who may see it. A build is for one audience, and fails where it would show more. */
enum audience { AUDIENCE_PUBLIC, AUDIENCE_CONFERENCE, AUDIENCE_INTERNAL };

struct code { /* of an enum */
    struct str name, label, description;
};

/* no two rows have the same: of the whole type, or only within the list that they stand in (for
 * a list of scalars: no item twice) */
enum unique { UNIQUE_NO, UNIQUE_EVERYWHERE, UNIQUE_IN_LIST };

struct value;   /* dataset.h */
struct pattern; /* locale/pattern.h */

struct field {
    struct str name, label, unit, description;
    struct str *was; /* the names that it had before, still read */
    size_t was_count;
    enum field_type type;
    /* at least that of its type, of the records it refers to, and of the list it stands in */
    enum audience visibility;
    bool required, grouped;
    bool inside_list; /* a field of a list's rows */
    enum unique unique;
    bool absent_is_none;     /* a key that is absent means not applicable, not unknown */
    struct value *otherwise; /* the value when the key is absent; NULL: none (`default:`) */
    bool has_min, has_max;
    int64_t min, max;        /* in the field's units */
    int64_t least, most;     /* TEXT, MARKDOWN: characters; LIST: entries; most 0: no bound */
    struct str pattern_text; /* TEXT: the form of the whole text; empty: any */
    struct pattern *pattern; /* opened on it; closed with the locale */
    int places;              /* DECIMAL */
    struct code *codes;
    size_t code_count;
    struct str target_name;           /* REF: as written */
    const struct record_type *target; /* REF: NULL only before linking */
    struct field *item;               /* LIST of scalars */
    struct record_type *rows;         /* LIST of structs: the child type */
    size_t index;                     /* in its type, and in a row's values */
    struct span span;
};

struct record_type {
    struct str name;  /* "commune"; a child type is "commune.support" */
    struct str label; /* "Xã, phường, thị trấn" */
    struct str description;
    struct field *fields;
    size_t field_count;
    struct map by_name; /* field name → struct field * */
    enum audience visibility;
    struct map by_was; /* a name that a field had before → the field */
    const struct field *title[4];
    size_t title_count;
    const struct field *sort;   /* NULL: by id */
    struct record_type *parent; /* of a child type */
    const struct field *parent_field;
    size_t index; /* in schema->types */
    struct span span;
};

struct schema {
    struct record_type **types; /* parents before their children */
    size_t count, capacity;
    struct map by_name; /* → struct record_type * */
};

const char *audience_name(enum audience audience); /* "public" */
bool audience_of(struct str name, enum audience *audience);

const struct field *schema_field(const struct record_type *type, struct str name); /* or NULL */
/* the field that was called so before, or NULL */
const struct field *schema_field_was(const struct record_type *type, struct str old_name);
const char *field_type_name(enum field_type type); /* as written in a schema: "integer" */
bool field_is_number(enum field_type type);        /* may be summed: integer, decimal, money */

/* "Số lượng (quantity)": how a message names a field */
struct str field_name(struct arena *arena, const struct field *field);

#endif
