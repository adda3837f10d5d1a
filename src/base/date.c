/* Two written forms, told apart by their separator. */
#include "base/date.h"

static bool number_cut(struct str *text, char separator, size_t least, size_t most,
                       int *result) {
    struct str digits;
    str_cut(text, separator, &digits);
    if (digits.size < least || digits.size > most)
        return false;
    *result = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9')
            return false;
        *result = *result * 10 + (digits.data[i] - '0');
    }
    return true;
}

int date_days_in(int year, int month) {
    static const int DAYS[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool date_valid(struct date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= date_days_in(date.year, date.month);
}

static bool separators(struct str text, char separator) {
    size_t count = 0;
    for (size_t i = 0; i < text.size; i++)
        count += text.data[i] == separator;
    return count == 2;
}

bool date_written(struct str text, struct date *result) {
    struct date date = {0};
    bool read = false;
    if (separators(text, '-'))
        read = number_cut(&text, '-', 4, 4, &date.year) &&
               number_cut(&text, '-', 2, 2, &date.month) &&
               number_cut(&text, '-', 2, 2, &date.day);
    else if (separators(text, '/'))
        read = number_cut(&text, '/', 1, 2, &date.day) &&
               number_cut(&text, '/', 1, 2, &date.month) &&
               number_cut(&text, '/', 4, 4, &date.year);
    if (read)
        *result = date;
    return read;
}

bool date_parse(struct str text, struct date *result) {
    struct date date;
    if (!date_written(text, &date) || !date_valid(date))
        return false;
    *result = date;
    return true;
}

int64_t date_number(struct date date) {
    return (int64_t)date.year * 10000 + date.month * 100 + date.day;
}

struct date date_from_number(int64_t number) {
    return (struct date){(int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100)};
}

struct str date_iso(struct arena *arena, struct date date) {
    return str_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}
