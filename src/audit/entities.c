/* The entities of HTML: "&#7891;", "&ocirc;" → the character. Never longer than what it stands
 * for in the text, so that the rest of the text keeps its place. */
#include "audit/markup.h"

#include "base/guard.h"

enum { ENTITY_MOST = 32 }; /* bytes from '&' to ';': a lone '&' is looked at no further */

struct entity {
    const char *name;
    uint32_t code;
};

/* those that texts in Latin letters use;
 * https://html.spec.whatwg.org/#named-character-references */
static const struct entity ENTITIES[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},
    {"apos", '\''},     {"nbsp", ' '},     {"ensp", ' '},     {"emsp", ' '},
    {"thinsp", ' '},    {"comma", ','},    {"period", '.'},   {"percnt", '%'},
    {"num", '#'},       {"sol", '/'},      {"lpar", '('},     {"rpar", ')'},
    {"colon", ':'},     {"semi", ';'},     {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201C}, {"rdquo", 0x201D},
    {"hellip", 0x2026}, {"laquo", '"'},    {"raquo", '"'},    {"frasl", '/'},
    {"Agrave", 0xC0},   {"Aacute", 0xC1},  {"Acirc", 0xC2},   {"Atilde", 0xC3},
    {"Egrave", 0xC8},   {"Eacute", 0xC9},  {"Ecirc", 0xCA},   {"Igrave", 0xCC},
    {"Iacute", 0xCD},   {"Ograve", 0xD2},  {"Oacute", 0xD3},  {"Ocirc", 0xD4},
    {"Otilde", 0xD5},   {"Ugrave", 0xD9},  {"Uacute", 0xDA},  {"Yacute", 0xDD},
    {"agrave", 0xE0},   {"aacute", 0xE1},  {"acirc", 0xE2},   {"atilde", 0xE3},
    {"egrave", 0xE8},   {"eacute", 0xE9},  {"ecirc", 0xEA},   {"igrave", 0xEC},
    {"iacute", 0xED},   {"ograve", 0xF2},  {"oacute", 0xF3},  {"ocirc", 0xF4},
    {"otilde", 0xF5},   {"ugrave", 0xF9},  {"uacute", 0xFA},  {"yacute", 0xFD},
    {"Abreve", 0x102},  {"abreve", 0x103}, {"Dstrok", 0x110}, {"dstrok", 0x111},
    {"Itilde", 0x128},  {"itilde", 0x129}, {"Utilde", 0x168}, {"utilde", 0x169},
    {"ccedil", 0xE7},   {"auml", 0xE4},    {"ouml", 0xF6},    {"uuml", 0xFC},
    {"ntilde", 0xF1},   {"szlig", 0xDF},   {"aring", 0xE5},   {"aelig", 0xE6},
};

static int digit_of(char c, int base) {
    int digit = c >= '0' && c <= '9'   ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                       : 99;
    return digit < base ? digit : -1;
}

static uint32_t numeric(struct str name) { /* "#7891", "#x1ED3"; 0: none */
    bool hex = name.size > 1 && (name.data[1] == 'x' || name.data[1] == 'X');
    uint32_t code = 0;
    for (size_t i = hex ? 2 : 1; i < name.size; i++) {
        int digit = digit_of(name.data[i], hex ? 16 : 10);
        if (digit < 0 || code > 0x10FFFF)
            return 0;
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code > 0x10FFFF || surrogate ? 0 : code == 0xA0 || code < 0x20 ? ' ' : code;
}

static size_t utf8_of(uint32_t code, char *bytes) {
    static const unsigned char FIRST[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = count; i > 1; i--, code >>= 6)
        bytes[i - 1] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)(FIRST[count] | code);
    return count;
}

size_t entity_decode(char *out, struct str text, size_t at) {
    size_t end = at + 1;
    while (end < text.size && end - at < ENTITY_MOST && text.data[end] != ';')
        end++;
    if (end >= text.size || text.data[end] != ';' || end == at + 1)
        return 1;
    struct str name = str_slice(text, at + 1, end);
    uint32_t code = name.data[0] == '#' ? numeric(name) : 0;
    for (size_t i = 0; i < COUNT_OF(ENTITIES) && code == 0; i++)
        if (str_equal(name, str_of(ENTITIES[i].name)))
            code = ENTITIES[i].code;
    char bytes[4];
    size_t count = utf8_of(code ? code : ' ', bytes);
    ASSERT(count <= end + 1 - at);
    for (size_t i = at; i <= end; i++)
        out[i] = i - at < count ? bytes[i - at] : (char)MARK_JOIN;
    return end + 1 - at;
}
