/* internal.h: what the files of check share. Each part reports its own faults and returns
 * whether there were none. */
#ifndef CHECK_INTERNAL_H
#define CHECK_INTERNAL_H

#include "base/diag.h"
#include "locale/language.h"
#include "model/checked.h"

struct checker {
    struct arena *arena;
    struct diags *diags;
    const struct content *content;
    struct checked *checked;
    struct map
        unread; /* types whose file of records could not be read: nothing is missing there */
};

/* --- mappings (mapping.c) */

/* Is it a mapping, and are all its keys known? Unknown ones are reported with the nearest. */
bool mapping_check(struct checker *checker, const struct tree *tree, const char *const *keys);
/* the text of a key; empty when it is absent; a list or mapping there is reported */
struct str mapping_text(struct checker *checker, const struct tree *tree, const char *key);
/* the same for a key that must be there and say something */
struct str mapping_need(struct checker *checker, const struct tree *tree, const char *key);
bool mapping_flag(struct checker *checker, const struct tree *tree, const char *key);
/* a plain whole number between least and most; `absent` when there is none */
int64_t mapping_number(struct checker *checker, const struct tree *tree, const char *key,
                       int64_t absent);

/* true when the id is one: lower-case letters, digits, - and _, beginning with a letter or
 * digit */
bool id_check(struct checker *checker, struct str id, struct span span);

/* Where `part` of a scalar's text stands in the file: exact for scalars on one line. */
struct span part_span(const struct tree *scalar, size_t from, size_t size);

/* --- parts */
void site_check(struct checker *checker);
bool language_check(struct checker *checker); /* fills checked->language and ->locale */
void schema_check(struct checker *checker);
void records_check(struct checker *checker);
void links_check(struct checker *checker);
void columns_check(struct checker *checker); /* values that look odd among their like */
void indicators_check(struct checker *checker);
void rules_check(struct checker *checker);
void print_check(struct checker *checker); /* the styles of reports */
void pages_check(struct checker *checker); /* the conditions in pages */

/* --- schema (schema.c, field.c) */
struct record_type *record_type_new(struct checker *checker, struct str name, struct span span);
/* its label, description, title and sort; after its fields */
void record_type_names(struct checker *checker, const struct tree *tree,
                       struct record_type *type);
void fields_read(struct checker *checker, const struct tree *fields, struct record_type *type);
/* one field of type->fields, from its mapping */
void field_read(struct checker *checker, const struct tree *tree, struct record_type *type,
                struct field *field);

/* --- who may see what (visibility.c) */

/* `public`, `conference` or `internal`; false: the key is not there, or reported */
bool audience_read(struct checker *checker, const struct tree *tree, const char *key,
                   enum audience *audience);
/* What a type is for, its fields are for at most; after all types are linked. */
void visibility_settle(struct checker *checker);
/* what an indicator, a rule may be shown to; after all are linked */
void indicators_visibility(struct checker *checker);

/* --- values (value.c, number.c) */

/* what a record is called in messages, from as much of it as has been read */
struct str row_context(struct checker *checker, const struct row *row);
/* the fields of its title, joined; empty when none is there */
struct str row_title(struct checker *checker, const struct row *row);
/* Reads one scalar or list of scalars by its field. `row` is for messages, may be NULL. */
bool value_read(struct checker *checker, const struct field *field, const struct tree *tree,
                const struct row *row, struct value *value);
/* an integer or decimal, an amount, and a fault with its mend (number.c) */
bool number_read(struct checker *checker, const struct field *field, const struct tree *tree,
                 const struct row *row, struct value *value);
bool amount_read(struct checker *checker, const struct field *field, const struct tree *tree,
                 const struct row *row, struct value *value);
/* the number of entries of a list of either kind, against min_count and max_count */
void count_check(struct checker *checker, const struct field *field, const struct tree *list,
                 const struct row *row, size_t count);
/* an amount of money: digits, a comma with decimals and a word of scale, a unit */
bool money_read(struct checker *checker, const struct tree *tree, struct str unit,
                int64_t *amount);

/* --- names and conditions (path.c, expression.c) */
bool path_read(struct checker *checker, const struct record_type *from, struct str text,
               struct span span, struct path *path);
/* A path that ends in a list of scalars, turned to its items; false when it does not. */
bool path_into_items(struct path *path);
/* NULL: reported. `here` is the type of the records a page is made for: then a reference to it
 * may be compared with the word here; NULL elsewhere. */
struct expression *expression_read(struct checker *checker, const struct record_type *from,
                                   const struct tree *scalar, const struct record_type *here);

/* --- indicators (by.c, derive.c, style.c) */
void by_read(struct checker *checker, const struct tree *tree, struct indicator *indicator);
/* operands and populations; fills indicators.order */
void indicators_link(struct checker *checker);
/* `tree` NULL: as the kind of number wants it */
void style_read(struct checker *checker, const struct tree *tree, struct indicator *indicator);

/* --- published numbers (quantity.c) */
bool quantity_read(struct checker *checker, const struct tree *tree,
                   const struct indicator *indicator, struct quantity *quantity);
const struct row *source_read(struct checker *checker, const struct tree *mapping);
void published_read(struct checker *checker, const struct tree *list,
                    struct indicator *indicator);
void given_read(struct checker *checker, const struct tree *tree, struct indicator *indicator);

#endif
