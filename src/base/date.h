/* date.h: days of the Gregorian calendar, without clock or time zone. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

struct date {
    int year; /* 1 … 9999 */
    int month;
    int day;
};

/* "2016-03-01" (ISO 8601) or "1/3/2016", "01/03/2016" (day first, as Vietnamese documents
 * write). false when it is neither or no such day exists. */
bool date_parse(struct str text, struct date *result);

/* The same form, whether or not there is such a day: 31/2/2017 is written, and not valid. */
bool date_written(struct str text, struct date *result);

bool date_valid(struct date date);
int date_days_in(int year, int month); /* month 1 … 12 */
int64_t date_number(struct date date); /* yyyymmdd: orders as the calendar does */
struct date date_from_number(int64_t number);
struct str date_iso(struct arena *arena, struct date date); /* "2016-03-01" */

#endif
