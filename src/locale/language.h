/* language.h: what a language file says (templates/language/vi.yaml): words, marks and forms.
 *
 * Plain data, filled by check from YAML; nothing of it is in C, so a language is added without
 * changing the program. Arrays are ordered as the file has them.
 */
#ifndef LOCALE_LANGUAGE_H
#define LOCALE_LANGUAGE_H

#include "base/map.h"

struct scale_word { /* "triệu" is 10^6 */
    struct str word;
    int power;
};

struct words {
    struct str *items; /* words or runs of words, in small letters */
    size_t count;
};

/* words by which an article says what a number is (audit/) */
struct audit_words {
    struct words over, under, about, at_least; /* before a number */
    struct words at_least_after;               /* behind it */
    struct words skip_before, skip_after;      /* then it is no number of the programme */
    struct words unsure;    /* each, of which, per year: of something else; near the number */
    struct words elsewhere; /* a plan, another scope: then nothing of that clause is accused */
    struct words whole;     /* "in total" */
    struct words places;    /* what kind of place a name is of, in small letters */
    bool names_follow;      /* "8 houses in X", not "X có 8 ngôi nhà" */
    struct words joins;     /* "và": between the last two names of a list */
};

struct language {
    struct str code; /* "vi": also the ICU locale for collation and number words */
    struct str name; /* "Tiếng Việt" */

    struct str group;   /* between thousands: "." */
    struct str decimal; /* before decimals: "," */
    int zero_below;     /* counts in running text below this take a leading zero: 10; 0: none */
    struct str percent; /* after the number: "%" */

    struct scale_word *scales; /* rising powers */
    size_t scale_count;
    int money_from_power; /* an amount is put in words of scale from 10^this */

    struct str words, ordinal; /* rules of number words in ICU's form; empty: ICU's own */

    struct str over, under, about,
        at_least; /* "trên", "gần", "khoảng", "từ … trở lên" as "từ {} trở lên" */

    /* forms with {d} {m} {dd} {mm} {yyyy}; {dz} has a zero before 1-9, {mz} before 1-2 */
    struct str date_short; /* "{dz}/{mz}/{yyyy}" */
    struct str date_long;  /* "ngày {dz} tháng {mz} năm {yyyy}" */

    struct str
        *sort_ignored; /* unit-type words that names are not sorted on: "Xã", "Thị trấn" */
    size_t sort_ignored_count;

    struct audit_words audit;

    struct map texts; /* interface strings: key → struct str * ("contents" → "Mục lục") */
};

/* The interface string of that key; a key that the file lacks is shown as the key itself (and
 * check refuses a language file that lacks one of language_text_keys). */
struct str language_text(const struct language *language, struct str key);

/* every key that C code asks for, sorted, ended by NULL */
extern const char *const language_text_keys[];

#endif
