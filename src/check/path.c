/* Dotted names → paths: each step is looked up when it is read, so a misspelt name is an error
 * with its column and never a silent 0. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "check/internal.h"

static struct str simple_name(const struct record_type *type) {
    struct str rest = type->name, part;
    while (str_cut(&rest, '.', &part))
        continue;
    return part;
}

static void unknown_name(struct checker *checker, const struct record_type *type,
                         struct str name, struct span span) {
    struct map names = map_make(checker->arena);
    for (const struct record_type *t = type; t; t = t->parent)
        for (size_t i = 0; i < t->field_count; i++)
            map_put(&names, t->fields[i].name, checker);
    struct str near = map_nearest(&names, name);
    struct buf all = buf_make(checker->arena);
    for (size_t i = 0; i < names.count; i++)
        buf_format(&all, "%s%.*s", i ? ", " : "", STR_ARG(names.entries[i].key));
    DIAG(checker->diags, near.size ? DIAG_UNKNOWN_NAME : DIAG_UNKNOWN_NAME_FAR, span, name,
         type->name, near.size ? near : buf_str(&all));
}

/* behind a date only a part of it can follow, and behind anything else that is no record
 * nothing */
static void no_such_part(struct checker *checker, const struct path *path, struct str name,
                         struct span span) {
    static const char *const PARTS[] = {"year", "quarter", "month"};
    const struct field *field = path->field;
    bool date = path->part == DATE_WHOLE &&
                (field->type == FIELD_DATE || (field->item && field->item->type == FIELD_DATE));
    if (!date) {
        DIAG(checker->diags, DIAG_NOTHING_FOLLOWS, span, name, path->text);
        return;
    }
    struct map parts = map_make(checker->arena);
    for (size_t i = 0; i < COUNT_OF(PARTS); i++)
        map_put(&parts, str_of(PARTS[i]), checker);
    struct str near = map_nearest(&parts, name);
    DIAG(checker->diags, near.size ? DIAG_UNKNOWN_NAME : DIAG_UNKNOWN_NAME_FAR, span, name,
         str_of(field_type_name(FIELD_DATE)), near.size ? near : STR("year, quarter, month"));
}

/* is it a value, that has no fields of its own? */
static bool is_value(const struct path *path) {
    const struct field *field = path->field;
    if (!field || field->type == FIELD_REF)
        return false;
    return !field->rows && !(field->item && field->item->target);
}

static void add_step(struct path *path, enum path_step_kind kind, size_t field) {
    ASSERT(path->count < COUNT_OF(path->steps));
    path->steps[path->count++] = (struct path_step){kind, field};
}

struct resolving {
    struct checker *checker;
    struct path *path;
    const struct record_type *type; /* where the next name is looked up */
    bool at_record;                 /* the path so far ends at a record of `type` */
};

static bool date_part(struct resolving *at, struct str name) {
    static const struct {
        struct str name;
        enum date_part part;
    } PARTS[] = {
        {{"year", 4}, DATE_YEAR}, {{"quarter", 7}, DATE_QUARTER}, {{"month", 5}, DATE_MONTH}};
    for (size_t i = 0; i < COUNT_OF(PARTS); i++)
        if (str_equal(name, PARTS[i].name)) {
            at->path->part = PARTS[i].part;
            return true;
        }
    return false;
}

static bool first_name(struct resolving *at, struct str name) {
    const struct record_type *type = at->type;
    const struct field *field = schema_field(type, name);
    if (!field && type->parent && (field = schema_field(type->parent, name))) {
        add_step(at->path, PATH_PARENT, 0);
        at->path->through_parent = true;
    }
    if (field) {
        at->path->field = field;
        return true;
    }
    if (type->parent && str_equal(name, simple_name(type->parent))) {
        add_step(at->path, PATH_PARENT, 0);
        at->path->through_parent = true;
        at->type = type->parent;
    } else if (!str_equal(name, simple_name(type))) {
        return false;
    }
    at->at_record = true;
    return true;
}

/* a field of the record that the path has come to, or its id */
static bool record_name(struct resolving *at, struct str name) {
    at->at_record = false;
    if (str_equal(name, STR("id"))) {
        add_step(at->path, PATH_ID, 0);
        return true;
    }
    at->path->field = schema_field(at->type, name);
    return at->path->field != NULL;
}

/* A path goes through one list at most: the second is refused where it is named. */
static bool enter_list(struct resolving *at, enum path_step_kind kind) {
    if (at->path->many)
        return false;
    add_step(at->path, kind, at->path->field->index);
    at->path->many = true;
    return true;
}

/* a name after a list: its count, a field of its rows, of the records it refers to, or a part
 * of its dates */
static bool name_in_list(struct resolving *at, struct str name) {
    const struct field *field = at->path->field;
    if (str_equal(name, STR("count")) && !(field->rows && schema_field(field->rows, name))) {
        add_step(at->path, PATH_COUNT, field->index);
        at->path->counted = true;
        at->path->field = NULL;
        return true;
    }
    if (field->rows) {
        if (!enter_list(at, PATH_ENTRIES))
            return false;
        at->type = field->rows;
    } else if (field->item && field->item->type == FIELD_REF && field->item->target) {
        if (!enter_list(at, PATH_ITEMS))
            return false;
        at->type = field->item->target;
    } else if (field->item && field->item->type == FIELD_DATE) {
        return date_part(at, name);
    } else {
        return false;
    }
    at->path->field = NULL;
    return record_name(at, name);
}

/* one more name after a record, a reference, a list or a date */
static bool next_name(struct resolving *at, struct str name) {
    const struct field *field = at->path->field;
    if (at->path->part != DATE_WHOLE)
        return false;
    if (field && field->type == FIELD_DATE)
        return date_part(at, name);
    if (field && field->type == FIELD_LIST)
        return name_in_list(at, name);
    if (field) {
        if (field->type != FIELD_REF || !field->target)
            return false;
        add_step(at->path, PATH_FOLLOW, field->index);
        at->type = field->target;
        at->path->field = NULL;
    }
    return record_name(at, name);
}

static bool ended(const struct path *path) {
    return path->counted || (path->count && path->steps[path->count - 1].kind == PATH_ID);
}

bool path_read(struct checker *checker, const struct record_type *from, struct str text,
               struct span span, struct path *path) {
    *path = (struct path){.text = text, .span = span, .from = from};
    struct resolving at = {checker, path, from, false};
    struct str rest = text, name;
    size_t names = 0;
    for (bool more = true; more; names++) {
        size_t offset = text.size - rest.size;
        more = str_cut(&rest, '.', &name);
        const struct record_type *looked_in =
            path->field && path->field->target ? path->field->target
            : path->field && path->field->rows ? path->field->rows
            : path->field && path->field->item && path->field->item->target
                ? path->field->item->target
                : at.type;
        bool known = names < LIMIT_PATH_STEPS && !ended(path) && name.size &&
                     (names == 0 ? first_name(&at, name) : next_name(&at, name));
        if (!known && path->many && path->field && path->field->type == FIELD_LIST) {
            DIAG(checker->diags, DIAG_TWO_LISTS, span, text);
            return false;
        }
        if (!known && names < LIMIT_PATH_STEPS && name.size && names && is_value(path)) {
            no_such_part(checker, path, name, span_part(span, offset, name.size));
            return false;
        }
        if (!known) {
            unknown_name(checker, looked_in, name, span_part(span, offset, name.size));
            return false;
        }
    }
    if (at.at_record) {
        add_step(path, PATH_SELF, 0);
        path->target = at.type;
    } else if (path->field) {
        add_step(path, PATH_VALUE, path->field->index);
        path->target = path->field->target;
        if (path->part != DATE_WHOLE && path->field->type == FIELD_LIST)
            path_into_items(path);
    }
    return true;
}

bool path_into_items(struct path *path) {
    struct path_step *last = &path->steps[path->count - 1];
    if (path->many || last->kind != PATH_VALUE || !path->field->item)
        return false;
    last->kind = PATH_ITEMS;
    path->field = path->field->item;
    path->target = path->field->target;
    path->many = true;
    return true;
}
