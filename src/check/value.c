/* One scalar, read by the type of its field. Nothing is guessed: what is not exactly of the
 * type is refused with the mend. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

struct str row_title(struct checker *checker, const struct row *row) {
    struct buf title = buf_make(checker->arena);
    for (size_t i = 0; i < row->type->title_count; i++) {
        const struct field *field = row->type->title[i];
        const struct value *value = &row->values[field->index];
        if (value->state != VALUE_PRESENT)
            continue;
        if (title.size)
            buf_add_char(&title, ' ');
        if (field->type == FIELD_ENUM)
            buf_add(&title, field->codes[value->number].label);
        else if (field->type == FIELD_TEXT)
            buf_add(&title, value->text);
        else
            buf_number(&title, value->number);
    }
    return buf_str(&title);
}

struct str row_context(struct checker *checker, const struct row *row) {
    if (!row)
        return STR_EMPTY;
    struct row named = *row;
    struct row parent;
    if (row->parent) {
        parent = *row->parent;
        parent.title = row_title(checker, &parent);
        named.parent = &parent;
    }
    named.title = row_title(checker, row);
    return row_name(checker->arena, &named);
}

/* "7.120" → "7120": what to write instead */
static struct str without_dots(struct checker *checker, struct str text) {
    struct buf plain = buf_make(checker->arena);
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] != '.')
            buf_add_char(&plain, text.data[i]);
    return buf_str(&plain);
}

static struct str without_zeros(struct str text) {
    while (text.size > 1 && text.data[0] == '0')
        text = str_from(text, 1);
    return text;
}

static bool number_fault(struct checker *checker, enum decimal_fault fault,
                         const struct field *field, const struct tree *tree,
                         const struct row *row) {
    struct str name = field_name(checker->arena, field);
    switch (fault) {
    case DECIMAL_OK:
        return true;
    case DECIMAL_GROUPED:
        DIAG_IN(checker->diags, DIAG_GROUPED_NUMBER, tree->span, row_context(checker, row),
                name, tree->text, without_dots(checker, tree->text));
        break;
    case DECIMAL_LEADING_ZERO:
        DIAG_IN(checker->diags, DIAG_LEADING_ZERO, tree->span, row_context(checker, row), name,
                tree->text, without_zeros(tree->text));
        break;
    case DECIMAL_PLACES:
        DIAG_IN(checker->diags, DIAG_DECIMAL_PLACES, tree->span, row_context(checker, row),
                name, tree->text, str_format(checker->arena, "%d", field->places));
        break;
    case DECIMAL_TOO_LARGE:
        DIAG_IN(checker->diags, DIAG_NUMBER_TOO_LARGE, tree->span, row_context(checker, row),
                name, tree->text);
        break;
    case DECIMAL_NOT_A_NUMBER:
        DIAG_IN(checker->diags, DIAG_BAD_INTEGER, tree->span, row_context(checker, row), name,
                tree->text);
        break;
    }
    return false;
}

/* digits, or digits with a decimal comma when a word of scale follows */
static bool money_digits(struct str digits, int power, int64_t *amount) {
    struct decimal number;
    if (decimal_parse(digits, 0, &number) == DECIMAL_OK)
        return decimal_scale_up(number.units, power, amount);
    int places = power < 3 ? power : 3;
    return str_find_char(digits, '.') == STR_NONE &&
           decimal_parse_grouped(digits, places, &number) == DECIMAL_OK &&
           decimal_scale_up(number.units, power - places, amount);
}

bool money_read(struct checker *checker, const struct tree *tree, struct str unit,
                int64_t *amount) {
    struct str digits, word = tree->text;
    str_cut(&word, ' ', &digits);
    if (unit.size && str_ends(word, unit))
        word = str_trim(str_slice(word, 0, word.size - unit.size));
    int power = word.size ? -1 : 0;
    const struct language *language = checker->checked->language;
    for (size_t i = 0; i < language->scale_count; i++)
        if (str_equal(language->scales[i].word, word))
            power = language->scales[i].power;
    return power >= 0 && money_digits(digits, power, amount);
}

static bool read_number(struct checker *checker, const struct field *field,
                        const struct tree *tree, const struct row *row, struct value *value) {
    struct decimal number;
    enum decimal_fault fault = field->grouped
                                   ? decimal_parse_grouped(tree->text, field->places, &number)
                                   : decimal_parse(tree->text, field->places, &number);
    if (!number_fault(checker, fault, field, tree, row))
        return false;
    value->number = number.units;
    return true;
}

static bool read_code(struct checker *checker, const struct field *field,
                      const struct tree *tree, const struct row *row, struct value *value) {
    struct map names = map_make(checker->arena);
    struct buf all = buf_make(checker->arena);
    for (size_t i = 0; i < field->code_count; i++)
        if (str_equal(field->codes[i].name, tree->text)) {
            value->number = (int64_t)i;
            return true;
        }
    for (size_t i = 0; i < field->code_count; i++) {
        map_put(&names, field->codes[i].name, &names);
        buf_format(&all, "%s%.*s", i ? ", " : "", STR_ARG(field->codes[i].name));
    }
    struct str near = map_nearest(&names, tree->text);
    DIAG_IN(checker->diags, DIAG_UNKNOWN_CODE, tree->span, row_context(checker, row),
            field_name(checker->arena, field), tree->text, near.size ? near : buf_str(&all));
    return false;
}

static bool read_date(struct checker *checker, const struct field *field,
                      const struct tree *tree, const struct row *row, struct value *value) {
    struct date date;
    if (date_parse(tree->text, &date)) {
        value->number = date_number(date);
        return true;
    }
    DIAG_IN(checker->diags, DIAG_BAD_DATE, tree->span, row_context(checker, row),
            field_name(checker->arena, field), tree->text);
    return false;
}

static bool read_year(struct checker *checker, const struct field *field,
                      const struct tree *tree, const struct row *row, struct value *value) {
    struct decimal number;
    if (decimal_parse(tree->text, 0, &number) == DECIMAL_OK && number.units >= 1000 &&
        number.units <= 9999) {
        value->number = number.units;
        return true;
    }
    DIAG_IN(checker->diags, DIAG_BAD_YEAR, tree->span, row_context(checker, row),
            field_name(checker->arena, field), tree->text);
    return false;
}

static bool read_boolean(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row, struct value *value) {
    value->number = str_equal(tree->text, STR("true"));
    if (value->number || str_equal(tree->text, STR("false")))
        return true;
    DIAG_IN(checker->diags, DIAG_BAD_BOOLEAN, tree->span, row_context(checker, row),
            field_name(checker->arena, field), tree->text);
    return false;
}

static bool read_money(struct checker *checker, const struct field *field,
                       const struct tree *tree, const struct row *row, struct value *value) {
    if (money_read(checker, tree, field->unit, &value->number))
        return true;
    DIAG_IN(checker->diags, DIAG_BAD_MONEY, tree->span, row_context(checker, row),
            field_name(checker->arena, field), tree->text);
    return false;
}

static bool read_present(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row, struct value *value) {
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_REF:
        value->text = tree->text;
        return true;
    case FIELD_INTEGER:
    case FIELD_DECIMAL:
        return read_number(checker, field, tree, row, value);
    case FIELD_MONEY:
        return read_money(checker, field, tree, row, value);
    case FIELD_DATE:
        return read_date(checker, field, tree, row, value);
    case FIELD_YEAR:
        return read_year(checker, field, tree, row, value);
    case FIELD_BOOLEAN:
        return read_boolean(checker, field, tree, row, value);
    case FIELD_ENUM:
        return read_code(checker, field, tree, row, value);
    case FIELD_LIST:
    case FIELD_TYPE_COUNT:
        break;
    }
    ASSERT(false && "lists are read by their items");
    return false;
}

static bool check_bounds(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row,
                         const struct value *value) {
    bool low = field->has_min && value->number < field->min;
    bool high = field->has_max && value->number > field->max;
    if (!low && !high)
        return true;
    int64_t bound = low ? field->min : field->max;
    bool decimal = field->type == FIELD_DECIMAL;
    struct str text = field->type == FIELD_DATE
                          ? date_iso(checker->arena, date_from_number(bound))
                          : decimal_text(checker->arena,
                                         (struct decimal){bound, decimal ? field->places : 0});
    DIAG_IN(checker->diags, low ? DIAG_TOO_SMALL : DIAG_TOO_LARGE, tree->span,
            row_context(checker, row), field_name(checker->arena, field), tree->text, text);
    return false;
}

static bool read_list(struct checker *checker, const struct field *field,
                      const struct tree *tree, const struct row *row, struct value *value) {
    if (tree->kind != TREE_LIST) {
        DIAG_IN(checker->diags, DIAG_NOT_A_LIST, tree->span, row_context(checker, row),
                field_name(checker->arena, field), tree->text);
        return false;
    }
    value->items = ARENA_ARRAY(checker->arena, struct value, tree->count);
    bool ok = true;
    for (const struct tree *item = tree->first; item; item = item->next)
        ok &= value_read(checker, field->item, item, row, &value->items[value->count++]);
    return ok;
}

bool value_read(struct checker *checker, const struct field *field, const struct tree *tree,
                const struct row *row, struct value *value) {
    *value = (struct value){.state = VALUE_MISSING, .span = tree->span};
    if (tree_is_empty(tree))
        return true;
    if (tree->kind == TREE_SCALAR && !tree->quoted && str_equal(tree->text, STR("n/a"))) {
        value->state = VALUE_NOT_APPLICABLE;
        return true;
    }
    value->state = VALUE_PRESENT;
    if (field->type == FIELD_LIST)
        return read_list(checker, field, tree, row, value);
    if (tree->kind != TREE_SCALAR) {
        DIAG_IN(checker->diags, DIAG_NOT_A_SCALAR, tree->span, row_context(checker, row),
                field_name(checker->arena, field), str_of(field_type_name(field->type)));
        return false;
    }
    return read_present(checker, field, tree, row, value) &&
           check_bounds(checker, field, tree, row, value);
}
