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

struct value path_value(const struct path *path, const struct row *row) {
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->steps[i];
        switch (step->kind) {
        case PATH_PARENT:
            ASSERT(row->parent);
            row = row->parent;
            break;
        case PATH_FOLLOW: {
            const struct value *value = &row->values[step->field];
            if (value->state != VALUE_PRESENT || !value->ref)
                return (struct value){.state = value->state == VALUE_PRESENT ? VALUE_MISSING
                                                                             : value->state};
            row = value->ref;
            break;
        }
        case PATH_VALUE: {
            struct value value = row->values[step->field];
            if (value.state == VALUE_PRESENT && path->part != DATE_WHOLE)
                value.number = part_of(path->part, value.number);
            return value;
        }
        case PATH_SELF:
            return (struct value){.state = VALUE_PRESENT, .ref = row, .span = row->span};
        case PATH_ID:
            return (struct value){.state = VALUE_PRESENT, .text = row->id, .span = row->span};
        }
    }
    ASSERT(false && "a path ends in a value");
    return (struct value){0};
}

enum field_type path_type(const struct path *path) {
    if (!path->field)
        return path->target ? FIELD_REF : FIELD_TEXT;
    if (path->part == DATE_YEAR)
        return FIELD_YEAR;
    if (path->part != DATE_WHOLE)
        return FIELD_INTEGER;
    return path->field->type;
}
