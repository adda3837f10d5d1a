/* templates/pdf/<name>.yaml → struct print_style. One row a key: what it is, where it goes, and
 * between what it lies. */
#include <stddef.h>

#include "base/arena.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "check/internal.h"

enum key_kind { KEY_LENGTH, KEY_FAMILY, KEY_FLAG, KEY_COLOUR };

struct key {
    const char *name;
    enum key_kind kind;
    size_t offset;
    int64_t least, most; /* LENGTH: thousandths of a point */
};

enum { MM = 2834646, LENGTH_PLACES = 3 }; /* a metre in thousandths of a point */

#define LENGTH(name, least, most)                                                              \
    { #name, KEY_LENGTH, offsetof(struct print_style, name), least, most }
#define OTHER(name, kind)                                                                      \
    { #name, kind, offsetof(struct print_style, name), 0, 0 }
#define COLOUR(name)                                                                           \
    { "colour_" #name, KEY_COLOUR, offsetof(struct print_style, colours.name), 0, 0 }

static const struct key KEYS[] = {
    LENGTH(margin_top, 40000, 170000),
    LENGTH(margin_bottom, 50000, 170000), /* the notice stands in it */
    LENGTH(margin_left, 20000, 170000),
    LENGTH(margin_right, 20000, 170000),
    OTHER(body_family, KEY_FAMILY),
    OTHER(heading_family, KEY_FAMILY),
    OTHER(table_family, KEY_FAMILY),
    LENGTH(body_size, 6000, 24000),
    LENGTH(body_leading, 7000, 48000),
    LENGTH(body_indent, 0, 85000),
    LENGTH(body_gap, 0, 48000),
    LENGTH(title_size, 8000, 40000),
    LENGTH(heading_size, 6000, 30000),
    LENGTH(subheading_size, 6000, 30000),
    LENGTH(caption_size, 6000, 24000),
    LENGTH(note_size, 6000, 24000),
    LENGTH(code_size, 6000, 24000),
    LENGTH(table_size, 6000, 24000),
    LENGTH(table_size_least, 5000, 24000),
    OTHER(table_striped, KEY_FLAG),
    COLOUR(text),
    COLOUR(muted),
    COLOUR(rule),
    COLOUR(accent),
    COLOUR(stripe),
};

/* "25 mm", "13,5" is not one: digits, a dot, and the unit */
static bool length_parse(struct str text, int64_t *length) {
    size_t space = str_find_char(text, ' ');
    struct str unit = space == STR_NONE ? STR_EMPTY : str_from(text, space + 1);
    struct decimal number;
    bool mm = str_equal(unit, STR("mm"));
    if (!mm && !str_equal(unit, STR("pt")))
        return false;
    struct str digits = str_slice(text, 0, space);
    size_t dot = str_find_char(digits, '.');
    int places = dot == STR_NONE ? 0 : (int)(digits.size - dot - 1);
    if (places > LENGTH_PLACES || decimal_parse(digits, places, &number) != DECIMAL_OK ||
        number.units < 0 || number.units > 1000000)
        return false;
    int64_t thousandths = number.units;
    for (; places < LENGTH_PLACES; places++)
        thousandths *= 10;
    *length = mm ? (thousandths * MM + 500000) / 1000000 : thousandths;
    return true;
}

static bool colour_parse(struct str text, int64_t *colour) {
    if (text.size != 7 || text.data[0] != '#')
        return false;
    *colour = 0;
    for (size_t i = 1; i < text.size; i++) {
        char c = text.data[i];
        bool digit = c >= '0' && c <= '9', letter = c >= 'a' && c <= 'f';
        if (!digit && !letter)
            return false;
        *colour = *colour * 16 + (digit ? c - '0' : c - 'a' + 10);
    }
    return true;
}

static struct str points(struct arena *arena, int64_t thousandths) {
    return str_format(arena, "%lld pt", (long long)(thousandths / 1000));
}

static void read_key(struct checker *checker, const struct key *key, const struct tree *entry,
                     int64_t *value) {
    struct str text = entry->text, name = str_of(key->name);
    int64_t read = *value;
    bool ok = false;
    if (entry->kind != TREE_SCALAR) {
        DIAG(checker->diags, DIAG_NOT_A_TEXT, entry->span, name);
        return;
    }
    switch (key->kind) {
    case KEY_LENGTH:
        ok = length_parse(text, &read) && read >= key->least && read <= key->most;
        if (!ok)
            DIAG(checker->diags, DIAG_BAD_LENGTH, entry->span, name, text,
                 points(checker->arena, key->least), points(checker->arena, key->most));
        break;
    case KEY_FAMILY:
        ok = str_equal(text, STR("serif")) || str_equal(text, STR("sans"));
        read = str_equal(text, STR("sans")) ? PRINT_SANS : PRINT_SERIF;
        if (!ok)
            DIAG(checker->diags, DIAG_BAD_CHOICE, entry->span, name, text, STR("serif, sans"));
        break;
    case KEY_FLAG:
        read = str_equal(text, STR("true"));
        ok = read || str_equal(text, STR("false"));
        if (!ok)
            DIAG(checker->diags, DIAG_BAD_BOOLEAN, entry->span, name, text);
        break;
    case KEY_COLOUR:
        ok = colour_parse(text, &read);
        if (!ok)
            DIAG(checker->diags, DIAG_BAD_COLOUR, entry->span, name, text);
    }
    *value = ok ? read : *value;
}

static struct print_style *style_from(struct checker *checker, const struct tree *tree) {
    const char *names[COUNT_OF(KEYS) + 1] = {0};
    struct print_style *style = ARENA_NEW(checker->arena, struct print_style);
    *style = print_style_default();
    for (size_t i = 0; i < COUNT_OF(KEYS); i++)
        names[i] = KEYS[i].name;
    mapping_check(checker, tree, names);
    for (size_t i = 0; i < COUNT_OF(KEYS); i++) {
        const struct tree *entry = tree_get(tree, str_of(KEYS[i].name));
        if (entry)
            read_key(checker, &KEYS[i], entry,
                     (int64_t *)(void *)((char *)style + KEYS[i].offset));
    }
    if (style->body_leading < style->body_size) {
        const struct tree *entry = tree_get(tree, STR("body_leading"));
        DIAG(checker->diags, DIAG_BAD_LENGTH, entry ? entry->span : tree->span,
             STR("body_leading"), points(checker->arena, style->body_leading),
             points(checker->arena, style->body_size), STR("48 pt"));
    }
    return style;
}

void print_check(struct checker *checker) {
    const struct content_files *files = &checker->content->styles;
    checker->checked->styles = map_make(checker->arena);
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].root)
            map_put(&checker->checked->styles, files->items[i].stem,
                    style_from(checker, files->items[i].root));
}
