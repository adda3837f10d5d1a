/* Numbers and dates in the forms of the language file. Exact: digits are moved, never computed
 * in floating point. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "locale/internal.h"

struct str locale_number(struct arena *arena, const struct locale *locale,
                         struct decimal value) {
    const struct language *language = locale->language;
    struct str plain = decimal_text(arena, value);
    if (value.scale == 0 && value.units > -1000 && value.units < 1000)
        return plain; /* nothing to group */
    struct buf out = buf_make(arena);
    if (plain.data[0] == '-') {
        buf_add_char(&out, '-');
        plain = str_from(plain, 1);
    }
    size_t dot = str_find_char(plain, '.');
    struct str whole = str_slice(plain, 0, dot);
    for (size_t i = 0; i < whole.size; i++) {
        if (i && (whole.size - i) % 3 == 0)
            buf_add(&out, language->group);
        buf_add_char(&out, whole.data[i]);
    }
    if (dot != STR_NONE) {
        buf_add(&out, language->decimal);
        buf_add(&out, str_from(plain, dot + 1));
    }
    return buf_str(&out);
}

struct str locale_number_prose(struct arena *arena, const struct locale *locale,
                               struct decimal value) {
    struct str text = locale_number(arena, locale, value);
    bool zero = value.scale == 0 && value.units >= 1 && value.units < 10 &&
                value.units < locale->language->zero_below;
    return zero ? str_format(arena, "0%.*s", STR_ARG(text)) : text;
}

struct str locale_percent(struct arena *arena, const struct locale *locale, int64_t numerator,
                          int64_t denominator, int places) {
    ASSERT(denominator > 0 && places >= 0 && places <= DECIMAL_SCALE_MOST);
    int128_t scaled = (int128_t)numerator * 100;
    for (int i = 0; i < places; i++)
        scaled *= 10;
    /* half away from zero: (2n ± d) / 2d, truncated */
    int128_t twice = 2 * (int128_t)denominator;
    scaled = (2 * scaled + (scaled < 0 ? -denominator : denominator)) / twice;
    struct decimal value = {(int64_t)scaled, places};
    return str_join(arena, locale_number(arena, locale, value), locale->language->percent);
}

enum { MONEY_DECIMALS_MOST = 3 };

/* how many decimals an amount needs in units of 10^power */
static int decimals_needed(int64_t amount, int power) {
    int needed = power;
    while (needed > 0 && amount % 10 == 0) {
        amount /= 10;
        needed--;
    }
    return needed;
}

struct str locale_money(struct arena *arena, const struct locale *locale, int64_t amount) {
    const struct language *language = locale->language;
    int64_t size = amount < 0 ? (amount == INT64_MIN ? INT64_MAX : -amount) : amount;
    for (size_t i = language->scale_count; i-- > 0;) {
        int power = language->scales[i].power;
        int64_t one = 0;
        if (power < language->money_from_power || !decimal_scale_up(1, power, &one) ||
            size < one)
            continue;
        int decimals = decimals_needed(amount, power);
        if (decimals > MONEY_DECIMALS_MOST)
            continue;
        for (int digit = decimals; digit < power; digit++)
            amount /= 10;
        return str_format(
            arena, "%.*s\xC2\xA0%.*s",
            STR_ARG(locale_number(arena, locale, (struct decimal){amount, decimals})),
            STR_ARG(language->scales[i].word));
    }
    return locale_number(arena, locale, (struct decimal){amount, 0});
}

UNumberFormat *rules_open(struct arena *arena, struct str rules, UNumberFormatStyle otherwise,
                          const char *code, UErrorCode *error) {
    if (rules.size == 0)
        return unum_open(otherwise, NULL, 0, code, NULL, error);
    struct utf16 wide = utf16_from(arena, rules);
    UParseError place;
    return unum_open(UNUM_PATTERN_RULEBASED, wide.data, wide.size, code, &place, error);
}

bool locale_rules_valid(struct arena *arena, struct str rules) {
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *format = rules_open(arena, rules, UNUM_PATTERN_RULEBASED, "en", &error);
    if (format)
        unum_close(format);
    return U_SUCCESS(error);
}

static struct str in_words(struct arena *arena, UNumberFormat *rules, int64_t value) {
    UErrorCode error = U_ZERO_ERROR;
    UChar text[1024];
    int32_t size = unum_formatInt64(rules, value, text, (int32_t)COUNT_OF(text), NULL, &error);
    ASSERT(U_SUCCESS(error) && size <= (int32_t)COUNT_OF(text));
    return utf16_to(arena, text, size);
}

struct str locale_words(struct arena *arena, const struct locale *locale, int64_t value) {
    return in_words(arena, locale->words, value);
}

struct str locale_ordinal(struct arena *arena, const struct locale *locale, int64_t value) {
    return in_words(arena, locale->ordinals, value);
}

static void add_padded(struct buf *out, int number, bool padded) {
    buf_format(out, padded ? "%02d" : "%d", number);
}

static struct str date_form(struct arena *arena, struct str form, struct date date) {
    struct buf out = buf_make(arena);
    for (struct str rest = form; rest.size;) {
        struct str before, name;
        bool open = str_cut(&rest, '{', &before);
        buf_add(&out, before);
        if (!open || !str_cut(&rest, '}', &name))
            break;
        if (str_equal(name, STR("d")) || str_equal(name, STR("dd")))
            add_padded(&out, date.day, name.size == 2);
        else if (str_equal(name, STR("m")) || str_equal(name, STR("mm")))
            add_padded(&out, date.month, name.size == 2);
        else if (str_equal(name, STR("dz")))
            add_padded(&out, date.day, date.day < 10);
        else if (str_equal(name, STR("mz")))
            add_padded(&out, date.month, date.month < 3);
        else if (str_equal(name, STR("yyyy")))
            buf_format(&out, "%d", date.year);
    }
    return buf_str(&out);
}

struct str locale_date_short(struct arena *arena, const struct locale *locale,
                             struct date date) {
    return date_form(arena, locale->language->date_short, date);
}

struct str locale_date_long(struct arena *arena, const struct locale *locale,
                            struct date date) {
    return date_form(arena, locale->language->date_long, date);
}
