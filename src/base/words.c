/* An argument that is a word travels as three bytes, a control character first: no text of a
 * file begins with it, for load refuses control characters. */
#include "base/words.h"

#include "base/guard.h"

enum { MARK = 1, RADIX = 100 };

static const struct {
    const char *text[2]; /* by language */
    char argument[3];
} TABLE[WORD_COUNT] = {
#define WORD_ROW(id, english, vietnamese)                                                      \
    {{english, vietnamese},                                                                    \
     {MARK, (char)(1 + WORD_##id / RADIX), (char)(1 + WORD_##id % RADIX)}},
#include "base/word_ids.h"
#undef WORD_ROW
};

const char *word_text(enum word word, enum diag_language language) {
    ASSERT(word < WORD_COUNT);
    return TABLE[word].text[language];
}

struct str word_argument(enum word word) {
    ASSERT(word < WORD_COUNT);
    return (struct str){TABLE[word].argument, sizeof TABLE[word].argument};
}

static void add_argument(struct buf *out, struct str text, enum diag_language language) {
    if (text.size == sizeof TABLE[0].argument && text.data[0] == MARK) {
        size_t word = (size_t)(text.data[1] - 1) * RADIX + (size_t)(text.data[2] - 1);
        if (word < WORD_COUNT) {
            buf_add(out, str_of(TABLE[word].text[language]));
            return;
        }
    }
    for (size_t at = 0; at < text.size;) {
        size_t from = at;
        uint32_t code = str_next(text, &at);
        unsigned char c = (unsigned char)text.data[from];
        if (c < 0x20 || c == 0x7F || (code == 0xFFFD && at == from + 1))
            buf_format(out, "\\x%02X", c);
        else
            buf_add(out, str_slice(text, from, at));
    }
}

void words_fill(struct buf *out, const char *pattern, enum diag_language language,
                const struct str *arguments, size_t count) {
    for (const char *p = pattern; *p; p++) {
        bool place = p[0] == '{' && p[1] >= '0' && p[1] <= '9' && p[2] == '}';
        if (!place) {
            buf_add_char(out, *p);
            continue;
        }
        size_t index = (size_t)(p[1] - '0');
        ASSERT(index < count);
        add_argument(out, arguments[index], language);
        p += 2;
    }
}
