/* A value alone among its like: the one that is written with a dot where the others are plain,
 * and the one that is a thousand times too large or too small. Both may be right, so these are
 * warnings; each has a way to say so. */
#include "base/arena.h"
#include "base/guard.h"
#include "check/internal.h"

enum { COLUMN_LEAST = 5, FACTOR = 1000 }; /* fewer values are no column to compare with */

struct column {
    const struct rowset *set;
    const struct field *field;
    size_t count, grouped_count;
    const struct row *grouped;            /* the last that is grouped */
    const struct row *largest, *smallest; /* of the values above 0 */
    int64_t most, second, least, next;    /* the two largest and the two smallest */
};

static const struct value *value_of(const struct column *column, const struct row *row) {
    return &row->values[column->field->index];
}

/* written in the record: a default would be alone, or in all of them */
static bool is_stated(const struct field *field, const struct value *value) {
    return value->state == VALUE_PRESENT &&
           !(field->otherwise && value->span.source == field->otherwise->span.source);
}

static void add(struct column *column, const struct row *row) {
    const struct value *value = value_of(column, row);
    int64_t number = value->number;
    if (!is_stated(column->field, value))
        return;
    column->count++;
    if (column->field->grouped && str_find_char(span_text(value->span), '.') != STR_NONE) {
        column->grouped = row;
        column->grouped_count++;
    }
    if (number <= 0)
        return;
    if (!column->largest || number > column->most) {
        column->second = column->largest ? column->most : 0;
        column->most = number;
        column->largest = row;
    } else if (number > column->second) {
        column->second = number;
    }
    if (!column->smallest || number < column->least) {
        column->next = column->smallest ? column->least : INT64_MAX;
        column->least = number;
        column->smallest = row;
    } else if (number < column->next) {
        column->next = number;
    }
}

static bool is_below(int64_t number, int64_t bound) {
    return number <= bound / FACTOR;
}

/* Is the median a thousandth of `number` or less; or, looking up, a thousand times as much? The
 * median is not needed for that: half of the values must be on that side. */
static bool off_the_median(const struct column *column, int64_t number, bool large) {
    size_t beyond = 0;
    for (size_t i = 0; i < column->set->count; i++) {
        const struct value *value = value_of(column, column->set->items[i]);
        if (is_stated(column->field, value) && value->number > 0)
            beyond += large ? is_below(value->number, number) : is_below(number, value->number);
    }
    return 2 * beyond > column->count;
}

static void warn(struct checker *checker, const struct column *column, const struct row *row,
                 enum diag_id id, const char *key) {
    const struct value *value = value_of(column, row);
    DIAG_IN(checker->diags, id, value->span, row_context(checker, row),
            field_name(checker->arena, column->field), span_text(value->span), str_of(key));
}

/* Alone: the second largest is not as far off. A declared bound says what is usual. */
static void check_size(struct checker *checker, const struct column *column) {
    if (column->largest && !column->field->has_max &&
        off_the_median(column, column->most, true) &&
        !off_the_median(column, column->second, true))
        warn(checker, column, column->largest, DIAG_FAR_LARGER, "max");
    bool has_min = column->field->has_min && column->field->min > 0;
    if (column->smallest && !has_min && off_the_median(column, column->least, false) &&
        !off_the_median(column, column->next, false))
        warn(checker, column, column->smallest, DIAG_FAR_SMALLER, "min");
}

void columns_check(struct checker *checker) {
    const struct dataset *dataset = &checker->checked->dataset;
    for (size_t i = 0; i < dataset->schema->count; i++) {
        const struct rowset *set = &dataset->sets[i];
        for (size_t k = 0; k < set->type->field_count; k++) {
            struct column column = {.set = set, .field = &set->type->fields[k]};
            if (!field_is_number(column.field->type))
                continue;
            for (size_t j = 0; j < set->count; j++)
                add(&column, set->items[j]);
            if (column.count < COLUMN_LEAST)
                continue;
            if (column.grouped_count == 1)
                warn(checker, &column, column.grouped, DIAG_LONE_GROUPING, "");
            check_size(checker, &column);
        }
    }
}
