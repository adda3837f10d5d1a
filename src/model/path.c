/* Walking a resolved path: no lookups, no failure. */
#include "model/path.h"

#include "base/guard.h"

static int64_t part_of(enum date_part part, int64_t date) {
    int64_t year = date / 10000, month = date / 100 % 100;
    switch (part) {
    case DATE_WHOLE:
        return date;
    case DATE_YEAR:
        return year;
    case DATE_QUARTER:
        return year * 10 + (month + 2) / 3;
    case DATE_MONTH:
        return year * 100 + month;
    }
    return date;
}

/* the value itself, or made from it in `scratch` */
static const struct value *value_at(const struct path *path, const struct value *value,
                                    struct value *scratch) {
    if (value->state != VALUE_PRESENT || path->part == DATE_WHOLE)
        return value;
    *scratch = *value;
    scratch->number = part_of(path->part, value->number);
    return scratch;
}

static const struct value *made(struct value *scratch, struct value value) {
    *scratch = value;
    return scratch;
}

const struct value *path_at(const struct path *path, const struct row *row,
                            struct value *scratch) {
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        const struct value *value = &row->values[step->field];
        switch (step->kind) {
        case PATH_PARENT:
            ASSERT(row->parent);
            row = row->parent;
            break;
        case PATH_FOLLOW:
            if (value->state != VALUE_PRESENT || !value->ref)
                return made(scratch, (struct value){.state = value->state == VALUE_PRESENT
                                                                 ? VALUE_MISSING
                                                                 : value->state});
            row = value->ref;
            break;
        case PATH_VALUE:
            return value_at(path, value, scratch);
        case PATH_COUNT:
            return made(scratch, (struct value){.state = value->state,
                                                .number = (int64_t)value->count,
                                                .span = value->span});
        case PATH_SELF:
            return made(scratch,
                        (struct value){.state = VALUE_PRESENT, .ref = row, .span = row->span});
        case PATH_ID:
            return made(
                scratch,
                (struct value){.state = VALUE_PRESENT, .text = row->id, .span = row->span});
        case PATH_ENTRIES:
        case PATH_ITEMS:
            ASSERT(false && "a path through a list has no single value");
        }
    }
    ASSERT(false && "a path ends in a value");
    return scratch;
}

struct value path_value(const struct path *path, const struct row *row) {
    struct value scratch;
    return *path_at(path, row, &scratch);
}

/* the rest of a path, behind its list */
static struct path rest_of(const struct path *path, size_t from) {
    struct path rest = *path;
    rest.many = false;
    rest.count = path->count - from;
    for (size_t i = 0; i < rest.count; i++)
        rest.steps[i] = path->steps[from + i];
    return rest;
}

bool path_some(const struct path *path, const struct row *row,
               bool (*holds)(const struct value *value, const void *context),
               const void *context) {
    if (!path->many) {
        struct value scratch;
        return holds(path_at(path, row, &scratch), context);
    }
    size_t at = 0;
    for (; path->steps[at].kind != PATH_ENTRIES && path->steps[at].kind != PATH_ITEMS; at++) {
        const struct value *value = &row->values[path->steps[at].field];
        if (path->steps[at].kind == PATH_PARENT)
            row = row->parent;
        else if (value->state == VALUE_PRESENT && value->ref)
            row = value->ref;
        else
            return false;
    }
    const struct value *list = &row->values[path->steps[at].field];
    struct path rest = rest_of(path, at + 1);
    bool entries = path->steps[at].kind == PATH_ENTRIES;
    static const struct value MISSING = {.state = VALUE_MISSING};
    for (size_t i = 0; list->state == VALUE_PRESENT && i < list->count; i++) {
        struct value scratch;
        const struct value *value;
        if (entries)
            value = path_at(&rest, list->rows[i], &scratch);
        else if (rest.count && list->items[i].state == VALUE_PRESENT)
            value =
                list->items[i].ref ? path_at(&rest, list->items[i].ref, &scratch) : &MISSING;
        else
            value = value_at(path, &list->items[i], &scratch);
        if (holds(value, context))
            return true;
    }
    return false;
}

enum field_type path_type(const struct path *path) {
    if (path->counted)
        return FIELD_INTEGER;
    if (!path->field)
        return path->target ? FIELD_REF : FIELD_TEXT;
    if (path->part == DATE_YEAR)
        return FIELD_YEAR;
    if (path->part != DATE_WHOLE)
        return FIELD_INTEGER;
    return path->field->type;
}

static enum audience narrower(enum audience a, enum audience b) {
    return a > b ? a : b;
}

enum audience path_visibility(const struct path *path) {
    const struct record_type *type = path->from;
    enum audience result = type->visibility;
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        if (step->kind == PATH_PARENT) {
            type = type->parent;
        } else if (step->kind != PATH_SELF && step->kind != PATH_ID) {
            const struct field *field = &type->fields[step->field];
            result = narrower(result, field->visibility);
            type = field->rows                          ? field->rows
                   : field->item && field->item->target ? field->item->target
                   : field->target                      ? field->target
                                                        : type;
        }
        result = narrower(result, type->visibility);
    }
    return result;
}

int path_scale(const struct path *path) {
    return path_type(path) == FIELD_DECIMAL ? path->field->places : 0;
}
