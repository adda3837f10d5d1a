/* Values → the text of a PDF file. */
#include "render/pdf/syntax.h"

#include "base/guard.h"
#include "base/limits.h"

static const char HEX[] = "0123456789ABCDEF";

/* without superfluous zeros */
void put_length(struct buf *out, int64_t mpt) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t size = mpt < 0 ? 0 - (uint64_t)mpt : (uint64_t)mpt;
    uint64_t rest = size % 1000, whole = size / 1000;
    for (int i = 0; i < 3; i++, rest /= 10)
        if (rest % 10 || at < sizeof digits)
            digits[--at] = (char)('0' + rest % 10);
    if (at < sizeof digits)
        digits[--at] = '.';
    do {
        digits[--at] = (char)('0' + whole % 10);
        whole /= 10;
    } while (whole);
    if (mpt < 0)
        digits[--at] = '-';
    buf_add(out, (struct str){digits + at, sizeof digits - at});
}

void put_reference(struct buf *out, int number) {
    buf_number(out, number);
    buf_add(out, STR(" 0 R"));
}

static void put_unit(struct buf *out, uint32_t unit) {
    for (int shift = 12; shift >= 0; shift -= 4)
        buf_add_char(out, HEX[unit >> shift & 15]);
}

static void put_utf16(struct buf *out, uint32_t code) {
    if (code < 0x10000) {
        put_unit(out, code);
        return;
    }
    put_unit(out, 0xD800 + ((code - 0x10000) >> 10));
    put_unit(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

/* printable ASCII but for what a literal string would have to escape */
static bool is_plain(struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c < ' ' || c > '~' || c == '(' || c == ')' || c == '\\')
            return false;
    }
    return text.size < LIMIT_PDF_STRING;
}

void put_text(struct buf *out, struct str text) {
    if (is_plain(text)) {
        buf_add_char(out, '(');
        buf_add(out, text);
        buf_add_char(out, ')');
        return;
    }
    size_t units = 2; /* the mark, and an ellipsis */
    buf_add(out, STR("<FEFF"));
    for (size_t at = 0; at < text.size;) {
        uint32_t code = str_next(text, &at);
        units += code < 0x10000 ? 1 : 2;
        if (units * 2 > LIMIT_PDF_STRING - 2) {
            put_utf16(out, 0x2026 /* … */);
            break;
        }
        put_utf16(out, code);
    }
    buf_add_char(out, '>');
}

void put_address(struct buf *out, struct str address) {
    buf_add_char(out, '(');
    for (size_t i = 0; i < address.size && i < LIMIT_PDF_STRING / 4; i++) {
        unsigned char c = (unsigned char)address.data[i];
        if (c > ' ' && c < 0x7F && c != '(' && c != ')' && c != '\\') {
            buf_add_char(out, (char)c);
            continue;
        }
        buf_add_char(out, '%');
        buf_add_char(out, HEX[c >> 4]);
        buf_add_char(out, HEX[c & 15]);
    }
    buf_add_char(out, ')');
}

void put_date(struct buf *out, struct date date) {
    buf_format(out, "(D:%04d%02d%02d000000Z)", date.year, date.month, date.day);
}

void put_place(struct buf *out, int page, int64_t top) {
    buf_add_char(out, '[');
    put_reference(out, page);
    buf_add(out, STR("/XYZ null "));
    put_length(out, top);
    buf_add(out, STR(" null]"));
}
