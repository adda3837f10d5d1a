/* locale.h: text as the readers of a language write and order it. The only users of ICU.
 *
 * Everything is a function of its arguments and the language file: no environment, no
 * setlocale, the same bytes on every machine with the same ICU. A locale is read-only after
 * opening, except that locale_sort_key may not be called from two threads at once.
 */
#ifndef LOCALE_LOCALE_H
#define LOCALE_LOCALE_H

#include "base/date.h"
#include "base/decimal.h"
#include "locale/language.h"

struct locale;

/* NULL when ICU has no data for the language's code. Close frees ICU's own objects. */
struct locale *locale_open(struct arena *arena, const struct language *language);
void locale_close(struct locale *locale);
const struct language *locale_language(const struct locale *locale);

/* --- writing numbers and dates; results are in the arena */

/* "7.120", "12,5": for table cells */
struct str locale_number(struct arena *arena, const struct locale *locale,
                         struct decimal value);
/* the same for running text: "06" below language->zero_below, for whole non-negative numbers */
struct str locale_number_prose(struct arena *arena, const struct locale *locale,
                               struct decimal value);
/* "41,1%": the exact ratio rounded once, half away from zero, to `places` */
struct str locale_percent(struct arena *arena, const struct locale *locale, int64_t numerator,
                          int64_t denominator, int places);
/* an amount of whole units in words of scale, exactly: 50400000000 → "50,4 tỷ"; an amount that
 * would need more than 3 decimals in the largest scale is written in the next smaller one:
 * exact always */
struct str locale_money(struct arena *arena, const struct locale *locale, int64_t amount);
/* number in words, by the rules of the language file or ICU's: 33 → "ba mươi ba" */
struct str locale_words(struct arena *arena, const struct locale *locale, int64_t value);
/* "thứ nhất", "1st" */
struct str locale_ordinal(struct arena *arena, const struct locale *locale, int64_t value);
/* can ICU read these rules of number words? */
bool locale_rules_valid(struct arena *arena, struct str rules);
struct str locale_date_short(struct arena *arena, const struct locale *locale,
                             struct date date);
struct str locale_date_long(struct arena *arena, const struct locale *locale, struct date date);

/* --- text */

bool text_is_nfc(struct str text);
struct str text_nfc(struct arena *arena,
                    struct str text); /* invalid UTF-8 is refused: ASSERT */
/* decomposed: a letter and its marks apart */
struct str text_nfd(struct arena *arena, struct str text);
/* without case and diacritics, đ → d: for search and near matches */
struct str text_fold(struct arena *arena, struct str text);
/* folded, and everything but letters and digits turned into single hyphens: "Xã Yếm Thắm" →
 * "xa-yem-tham"; never empty ("x" when nothing is left), at most 60 bytes, ASCII */
struct str text_slug(struct arena *arena, struct str text);
/* small letters, with diacritics kept: "XÃ" → "xã" */
struct str text_lower(struct arena *arena, struct str text);
/* title-case of the first letter only: "xã" → "Xã" */
struct str text_capital(struct arena *arena, struct str text);

/* Bytes that order as the alphabet of the language does: leading unit-type words are left out,
 * old and new tone placement (hoà, hòa) fall together, digits order as numbers; the original
 * text breaks ties. Compare with str_compare. */
struct str locale_sort_key(struct arena *arena, struct locale *locale, struct str text);

#endif
