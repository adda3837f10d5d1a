/* One scalar, read by the type of its field. Nothing is guessed: what is not exactly of the
 * type is refused with the mend. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"
#include "locale/pattern.h"

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
    struct str name = field_name(checker->arena, field);
    bool written = date_written(tree->text, &date);
    if (written && date_valid(date)) {
        value->number = date_number(date);
        return true;
    }
    if (written && date.year > 0 && date.month >= 1 && date.month <= 12)
        DIAG_IN(checker->diags, DIAG_NO_SUCH_DAY, tree->span, row_context(checker, row), name,
                tree->text, str_format(checker->arena, "%d/%d", date.month, date.year),
                str_format(checker->arena, "%d", date_days_in(date.year, date.month)));
    else
        DIAG_IN(checker->diags, DIAG_BAD_DATE, tree->span, row_context(checker, row), name,
                tree->text);
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

/* "no", "True": what other programs take for a boolean; empty when it is none of theirs */
static struct str boolean_meant(struct str text) {
    static const char *const YES[] = {"yes", "Yes",  "YES",  "on", "On",
                                      "ON",  "True", "TRUE", "y"};
    static const char *const NO[] = {"no",  "No",    "NO",    "off", "Off",
                                     "OFF", "False", "FALSE", "n"};
    for (size_t i = 0; i < COUNT_OF(YES); i++)
        if (str_equal(text, str_of(YES[i])))
            return STR("true");
    for (size_t i = 0; i < COUNT_OF(NO); i++)
        if (str_equal(text, str_of(NO[i])))
            return STR("false");
    return STR_EMPTY;
}

static bool read_boolean(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row, struct value *value) {
    value->number = str_equal(tree->text, STR("true"));
    if (value->number || str_equal(tree->text, STR("false")))
        return true;
    struct str meant = boolean_meant(tree->text);
    DIAG_IN(checker->diags, meant.size ? DIAG_OTHER_BOOLEAN : DIAG_BAD_BOOLEAN, tree->span,
            row_context(checker, row), field_name(checker->arena, field), tree->text, meant);
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
        return number_read(checker, field, tree, row, value);
    case FIELD_MONEY:
        return amount_read(checker, field, tree, row, value);
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

static bool check_length(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row) {
    if (field->least <= 0 && field->most == 0)
        return true;
    int64_t size = (int64_t)str_code_points(tree->text);
    bool low = size < field->least, high = field->most && size > field->most;
    if (!low && !high)
        return true;
    DIAG_IN(checker->diags, low ? DIAG_TOO_SHORT : DIAG_TOO_LONG, tree->span,
            row_context(checker, row), field_name(checker->arena, field),
            str_format(checker->arena, "%lld", (long long)size),
            str_format(checker->arena, "%lld", (long long)(low ? field->least : field->most)));
    return false;
}

static bool check_form(struct checker *checker, const struct field *field,
                       const struct tree *tree, const struct row *row) {
    enum pattern_match match = field->pattern
                                   ? pattern_match(checker->arena, field->pattern, tree->text)
                                   : PATTERN_MATCHES;
    if (match == PATTERN_MATCHES)
        return true;
    DIAG_IN(checker->diags, match == PATTERN_DIFFERS ? DIAG_OTHER_FORM : DIAG_PATTERN_TOO_SLOW,
            tree->span, row_context(checker, row), field_name(checker->arena, field),
            tree->text, field->pattern_text);
    return false;
}

void count_check(struct checker *checker, const struct field *field, const struct tree *list,
                 const struct row *row, size_t count) {
    bool low = (int64_t)count < field->least;
    bool high = field->most && (int64_t)count > field->most;
    if (low || high)
        DIAG_IN(
            checker->diags, low ? DIAG_TOO_FEW : DIAG_TOO_MANY, list->span,
            row_context(checker, row), field_name(checker->arena, field),
            str_format(checker->arena, "%zu", count),
            str_format(checker->arena, "%lld", (long long)(low ? field->least : field->most)));
}

static bool same_value(const struct field *field, const struct value *a,
                       const struct value *b) {
    if (a->state != VALUE_PRESENT || b->state != VALUE_PRESENT)
        return false;
    return field->type == FIELD_TEXT || field->type == FIELD_REF ? str_equal(a->text, b->text)
                                                                 : a->number == b->number;
}

/* Short lists, so each against all before it. */
static void check_repeated(struct checker *checker, const struct field *field,
                           const struct value *list, const struct row *row) {
    for (size_t i = 1; i < list->count; i++)
        for (size_t j = 0; j < i; j++)
            if (same_value(field->item, &list->items[i], &list->items[j])) {
                DIAG_IN(checker->diags, DIAG_REPEATED_ITEM, list->items[i].span,
                        row_context(checker, row), field_name(checker->arena, field),
                        span_text(list->items[i].span));
                break;
            }
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
    for (const struct tree *item = tree->first; item; item = item->next) {
        struct value *read = &value->items[value->count++];
        ok &= value_read(checker, field->item, item, row, read);
        if (!ok || read->state == VALUE_PRESENT)
            continue;
        DIAG_IN(checker->diags, DIAG_EMPTY_ITEM, item->span, row_context(checker, row),
                field_name(checker->arena, field));
        ok = false;
    }
    count_check(checker, field, tree, row, value->count);
    if (ok && field->unique != UNIQUE_NO)
        check_repeated(checker, field, value, row);
    return ok;
}

/* `null` and `~` are nothing to other programs that read YAML, and would be a text here */
static bool is_null_word(const struct tree *tree) {
    static const char *const WORDS[] = {"~", "null", "Null", "NULL"};
    for (size_t i = 0; i < COUNT_OF(WORDS) && !tree->quoted; i++)
        if (str_equal(tree->text, str_of(WORDS[i])))
            return true;
    return false;
}

/* one value is expected and there is a list or a mapping: `[Ward 1: Quay]` is one with a key */
static void not_a_scalar(struct checker *checker, const struct field *field,
                         const struct tree *tree, const struct row *row) {
    bool colon =
        tree->kind == TREE_MAPPING && tree->count == 1 && tree->first->kind == TREE_SCALAR;
    DIAG_IN(checker->diags, colon ? DIAG_COLON_INSIDE : DIAG_NOT_A_SCALAR,
            colon ? tree_key_span(tree->first) : tree->span, row_context(checker, row),
            field_name(checker->arena, field), str_of(field_type_name(field->type)),
            colon ? tree->first->key : STR_EMPTY, colon ? tree->first->text : STR_EMPTY);
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
    if (tree->kind == TREE_SCALAR && is_null_word(tree)) {
        DIAG_IN(checker->diags, DIAG_NULL_WORD, tree->span, row_context(checker, row),
                field_name(checker->arena, field), tree->text);
        return false;
    }
    value->state = VALUE_PRESENT;
    if (field->type == FIELD_LIST)
        return read_list(checker, field, tree, row, value);
    if (tree->kind != TREE_SCALAR) {
        not_a_scalar(checker, field, tree, row);
        return false;
    }
    return read_present(checker, field, tree, row, value) &&
           check_bounds(checker, field, tree, row, value) &&
           check_length(checker, field, tree, row) && check_form(checker, field, tree, row);
}
