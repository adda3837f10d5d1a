/* decimal.h: exact numbers with a declared number of decimal places.
 *
 * units / 10^scale, so {12345, 2} is 123.45. A whole number has scale 0. Every operation is
 * exact or refuses, but for decimal_quotient, which rounds once; there is no floating point.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/str.h"

enum { DECIMAL_SCALE_MOST = 9 };

struct decimal {
    int64_t units;
    int scale; /* 0 … DECIMAL_SCALE_MOST */
};

enum decimal_fault {
    DECIMAL_OK,
    DECIMAL_NOT_A_NUMBER, /* letters, blanks, two signs, nothing */
    DECIMAL_GROUPED,      /* "7.120" or "1.234.567" where plain digits are expected */
    DECIMAL_LEADING_ZERO, /* "06" */
    DECIMAL_PLACES,       /* not exactly the declared places */
    DECIMAL_TOO_LARGE     /* does not fit 64 bits */
};

/* Plain digits, an optional leading minus, and a dot with exactly `scale` digits (no dot when
 * scale is 0). "7.120" with scale 0 is DECIMAL_GROUPED: a Vietnamese reader means 7120. */
enum decimal_fault decimal_parse(struct str text, int scale, struct decimal *result);

/* The Vietnamese form, for fields that say so: -?(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d*)(,\d+)?
 * with exactly `scale` decimals, or none at all. */
enum decimal_fault decimal_parse_grouped(struct str text, int scale, struct decimal *result);

bool decimal_add(struct decimal a, struct decimal b,
                 struct decimal *sum);                   /* same scale; false: overflow */
int decimal_compare(struct decimal a, struct decimal b); /* any scales */
struct str decimal_text(struct arena *arena, struct decimal value); /* "123.45", plain */

/* numerator × 10^power / denominator, rounded once to a whole number, half away from zero;
 * false: it does not fit. The denominator is not 0; the power from -9 to 18. */
bool decimal_quotient(int64_t numerator, int64_t denominator, int power, int64_t *result);

/* value × 10^power; false when it overflows. For "60 triệu". */
bool decimal_scale_up(int64_t value, int power, int64_t *result);

#endif
