/* One loop for the formats that replace single bytes: runs that need nothing are copied whole.
 */
#include "render/escape.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F;
}

static bool is_letter_or_digit(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* NULL: the byte stands for itself */
static inline const char *markup_replacement(unsigned char c) {
    if (c > '>' && c != 0x7F)
        return NULL;
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return is_control(c) ? REPLACEMENT : NULL;
    }
}

void escape_html(struct buf *out, struct str text) {
    size_t run = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char *replacement = markup_replacement((unsigned char)text.data[i]);
        if (!replacement)
            continue;
        buf_add(out, str_slice(text, run, i));
        buf_add(out, str_of(replacement));
        run = i + 1;
    }
    buf_add(out, str_from(text, run));
}

/* the next U+FFFE or U+FFFF, or STR_NONE */
static size_t find_not_a_character(struct str text) {
    for (size_t from = 0;;) {
        size_t at = str_find(str_from(text, from), STR("\xEF\xBF"));
        if (at == STR_NONE || from + at + 2 >= text.size)
            return STR_NONE;
        from += at;
        if ((unsigned char)text.data[from + 2] >= 0xBE)
            return from;
        from += 3;
    }
}

void escape_xml(struct buf *out, struct str text) {
    for (;;) {
        size_t bad = find_not_a_character(text);
        escape_html(out, str_slice(text, 0, bad));
        if (bad == STR_NONE)
            return;
        buf_add(out, STR(REPLACEMENT));
        text = str_from(text, bad + 3);
    }
}

/* percent-encodes what is neither a letter, a digit nor in `kept` */
static void escape_percent(struct buf *out, struct str text, struct str kept) {
    static const char HEX[] = "0123456789ABCDEF";
    size_t run = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (is_letter_or_digit(c) || str_find_char(kept, (char)c) != STR_NONE)
            continue;
        char code[3] = {'%', HEX[c >> 4], HEX[c & 15]};
        buf_add(out, str_slice(text, run, i));
        buf_add(out, (struct str){code, sizeof code});
        run = i + 1;
    }
    buf_add(out, str_from(text, run));
}

void escape_url(struct buf *out, struct str text) {
    escape_percent(out, text, STR("-._~/"));
}

static void json_escaped(struct buf *out, unsigned char c) {
    switch (c) {
    case '"':
        buf_add(out, STR("\\\""));
        return;
    case '\\':
        buf_add(out, STR("\\\\"));
        return;
    case '\n':
        buf_add(out, STR("\\n"));
        return;
    case '\r':
        buf_add(out, STR("\\r"));
        return;
    case '\t':
        buf_add(out, STR("\\t"));
        return;
    default:
        buf_format(out, "\\u%04x", (unsigned)c);
    }
}

/* U+2028 and U+2029 end a line in older JavaScript */
static bool is_line_separator(struct str text, size_t at) {
    struct str three = str_slice(text, at, at + 3);
    return str_equal(three, STR("\xE2\x80\xA8")) || str_equal(three, STR("\xE2\x80\xA9"));
}

void escape_json(struct buf *out, struct str text) {
    size_t run = 0;
    buf_add_char(out, '"');
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool separator = c == 0xE2 && is_line_separator(text, i);
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7F && !separator)
            continue;
        buf_add(out, str_slice(text, run, i));
        if (separator) {
            buf_add(out, text.data[i + 2] == '\xA8' ? STR("\\u2028") : STR("\\u2029"));
            i += 2;
        } else {
            json_escaped(out, c);
        }
        run = i + 1;
    }
    buf_add(out, str_from(text, run));
    buf_add_char(out, '"');
}

static bool csv_needs_quotes(struct str text) {
    if (text.size == 0)
        return false;
    if (text.data[0] == ' ' || text.data[text.size - 1] == ' ')
        return true;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == ',' || c == ';' || c == '"' || c == '\t' || c == '\r' || c == '\n')
            return true;
    }
    return false;
}

void escape_csv(struct buf *out, struct str text) {
    if (!csv_needs_quotes(text)) {
        buf_add(out, text);
        return;
    }
    struct str part;
    buf_add_char(out, '"');
    for (bool more = true; more;) {
        more = str_cut(&text, '"', &part);
        buf_add(out, part);
        if (more)
            buf_add(out, STR("\"\""));
    }
    buf_add_char(out, '"');
}

static bool starts_without_case(struct str text, struct str lower) {
    if (text.size < lower.size)
        return false;
    for (size_t i = 0; i < lower.size; i++) {
        char c = text.data[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != lower.data[i])
            return false;
    }
    return true;
}

bool link_is_external(struct str target) {
    return starts_without_case(target, STR("http:")) ||
           starts_without_case(target, STR("https:")) ||
           starts_without_case(target, STR("mailto:")) ||
           starts_without_case(target, STR("tel:"));
}

/* '%' is kept: the author may have encoded parts already */
static void escape_external(struct buf *out, struct str target) {
    struct str part;
    for (bool more = true; more;) {
        more = str_cut(&target, '&', &part);
        escape_percent(out, part, STR("-._~:/?#[]@!$()*+,;=%"));
        if (more)
            buf_add(out, STR("&amp;"));
    }
}

static void escape_relative(struct buf *out, struct str page, struct str path) {
    size_t shared = 0;
    for (size_t i = 0; i < page.size && i < path.size && page.data[i] == path.data[i]; i++)
        if (page.data[i] == '/')
            shared = i + 1;
    bool climbs = false;
    for (size_t i = shared; i < page.size; i++) {
        if (page.data[i] == '/') {
            buf_add(out, STR("../"));
            climbs = true;
        }
    }
    struct str rest = str_from(path, shared);
    if (!climbs && (rest.size == 0 || rest.data[0] == '/'))
        buf_add(out, STR("./"));
    escape_url(out, rest);
}

void escape_link(struct buf *out, struct str page, struct str target) {
    if (link_is_external(target)) {
        escape_external(out, target);
        return;
    }
    size_t hash = str_find_char(target, '#');
    struct str path = str_slice(target, 0, hash);
    bool here = path.size == 0 || str_equal(path, page);
    if (!here || hash == STR_NONE)
        escape_relative(out, page, path.size ? path : page);
    if (hash != STR_NONE) {
        buf_add_char(out, '#');
        escape_url(out, str_from(target, hash + 1));
    }
}
