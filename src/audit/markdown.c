/* Markdown as cmark would take it, as far as it matters to numbers: what is code, quotation or
 * link target is left out; emphasis joins; a pipe table becomes rows and cells. */
#include "audit/markup.h"
#include "base/guard.h"

static size_t line_end(struct str text, size_t at) {
    size_t end = str_find_char(str_from(text, at), '\n');
    return end == STR_NONE ? text.size : at + end;
}

/* --- blocks */

struct blocks {
    char *out;
    struct str text;
    char fence;      /* '`' or '~' while inside fenced code, else 0 */
    size_t ticks;    /* of that fence */
    size_t item;     /* columns at which the text of the open list item begins; 0: no list */
    bool blank;      /* the line before was empty */
    bool code;       /* and belonged to indented code */
    bool table;      /* inside a pipe table */
    size_t previous; /* where the line before begins */
};

static size_t indent_of(struct str line, size_t *bytes) {
    size_t columns = 0, at = 0;
    for (; at < line.size && (line.data[at] == ' ' || line.data[at] == '\t'); at++)
        columns += line.data[at] == '\t' ? 4 - columns % 4 : 1;
    *bytes = at;
    return columns;
}

static size_t run_of(struct str line, size_t at, char c) {
    size_t end = at;
    while (end < line.size && line.data[end] == c)
        end++;
    return end - at;
}

/* "- ", "12. ": bytes of the mark of a list item and the blank behind it; 0: none */
static size_t item_mark(struct str line, size_t at) {
    size_t end = at;
    while (end < line.size && line.data[end] >= '0' && line.data[end] <= '9')
        end++;
    char c = end < line.size ? line.data[end] : ' ';
    bool mark = end > at ? c == '.' || c == ')' : c == '-' || c == '*' || c == '+';
    return mark && end + 1 < line.size && line.data[end + 1] == ' ' ? end + 2 - at : 0;
}

/* true: the line is code, or opens or closes it */
static bool fenced(struct blocks *blocks, struct str line, size_t bytes, size_t columns) {
    char c = bytes < line.size ? line.data[bytes] : ' ';
    size_t run = c == '`' || c == '~' ? run_of(line, bytes, c) : 0;
    if (blocks->fence) {
        bool rest = str_trim(str_from(line, bytes + run)).size != 0;
        if (c == blocks->fence && run >= blocks->ticks && !rest)
            blocks->fence = 0;
        return true;
    }
    bool span = c == '`' && str_find_char(str_from(line, bytes + run), '`') != STR_NONE;
    if (run < 3 || span || columns >= blocks->item + 4)
        return false;
    blocks->fence = c;
    blocks->ticks = run;
    return true;
}

static bool indented(struct blocks *blocks, struct str line, size_t bytes, size_t columns) {
    if (columns < blocks->item + 4 || !(blocks->blank || blocks->code)) {
        if (columns < blocks->item && blocks->blank)
            blocks->item = 0;
        size_t mark = item_mark(line, bytes);
        if (mark && columns < blocks->item + 4)
            blocks->item = columns + mark;
        return false;
    }
    return true;
}

/* "|---|:--:|" below a line with as much as one '|' */
static bool is_delimiter(struct str line) {
    size_t bars = 0, dashes = 0;
    for (size_t i = 0; i < line.size; i++) {
        char c = line.data[i];
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\r' && c != '\t')
            return false;
        bars += c == '|';
        dashes += c == '-';
    }
    return bars && dashes;
}

/* the cells of a row: inner bars part them, the line's end ends it */
static void mark_row(struct blocks *blocks, size_t from, size_t to) {
    size_t first = from, last = to;
    while (first < to && blocks->text.data[first] == ' ')
        first++;
    while (last > first &&
           (blocks->text.data[last - 1] == ' ' || blocks->text.data[last - 1] == '\r'))
        last--;
    for (size_t i = from; i < to; i++)
        if (blocks->text.data[i] == '|' && (i == 0 || blocks->text.data[i - 1] != '\\'))
            blocks->out[i] = i == first || i + 1 == last ? ' ' : MARK_CELL;
    if (to < blocks->text.size)
        blocks->out[to] = MARK_ROW;
}

static void tables(struct blocks *blocks, size_t from, size_t to) {
    struct str line = str_slice(blocks->text, from, to);
    bool bar = str_find_char(line, '|') != STR_NONE;
    if (blocks->table && bar) {
        mark_row(blocks, from, to);
        return;
    }
    if (blocks->table && from > 0)
        blocks->out[from - 1] = MARK_TABLE; /* the end of its last line ends the row too */
    blocks->table = false;
    struct str head = str_slice(blocks->text, blocks->previous, from ? from - 1 : 0);
    if (!bar || from == 0 || !is_delimiter(line) || str_find_char(head, '|') == STR_NONE)
        return;
    blocks->table = true;
    if (blocks->previous > 0)
        blocks->out[blocks->previous - 1] = MARK_TABLE;
    mark_row(blocks, blocks->previous, from - 1);
    markup_fill(blocks->out, from, to, ' ');
    if (to < blocks->text.size)
        blocks->out[to] = ' ';
}

/* of the front matter title and description are read, the rest is left out */
static size_t front_matter(char *out, struct str text) {
    if (!str_starts(text, STR("---\n")))
        return 0;
    size_t end = markup_find(text, 3, STR("\n---"));
    for (size_t at = 4; at < end;) {
        size_t to = line_end(text, at);
        struct str line = str_slice(text, at, to);
        size_t key = str_starts(line, STR("title:"))         ? 6
                     : str_starts(line, STR("description:")) ? 12
                                                             : line.size;
        markup_fill(out, at, at + key, ' ');
        out[at] = to > at ? MARK_END : out[at];
        for (size_t i = at + key; i < to;
             i++) /* quotation marks of YAML are none of the text */
            if (text.data[i] == '"')
                out[i] = MARK_JOIN;
        at = to + 1;
    }
    markup_fill(out, 0, 3, ' ');
    markup_fill(out, end, end + 4 < text.size ? end + 4 : text.size, ' ');
    if (end + 1 < text.size)
        out[end + 1] = MARK_END;
    return end + 4 < text.size ? end + 4 : text.size;
}

void markup_blocks(char *out, struct str text) {
    struct blocks blocks = {.out = out, .text = text, .blank = true};
    size_t at = front_matter(out, text);
    blocks.previous = at;
    while (at < text.size) {
        size_t end = line_end(text, at), bytes;
        struct str line = str_slice(text, at, end);
        size_t columns = indent_of(line, &bytes);
        bool empty = str_trim(line).size == 0, fence = fenced(&blocks, line, bytes, columns);
        bool code = fence || (!empty && indented(&blocks, line, bytes, columns));
        bool quotation = !code && bytes < line.size && line.data[bytes] == '>';
        if (!code)
            tables(&blocks, at, end);
        if (code || quotation)
            markup_fill(out, at, end, ' ');
        if ((code || quotation) && end > at)
            out[at] = MARK_END;
        blocks.code = (code && !fence) || (empty && blocks.code);
        blocks.blank = empty || (blocks.blank && code);
        blocks.previous = at;
        at = end + 1;
    }
}

/* --- spans */

/* bytes of a quotation mark that stands here; 0: none */
static size_t quote_size(struct str text, size_t at) {
    struct str rest = str_from(text, at);
    if (str_starts(rest, STR("\"")))
        return 1;
    bool curly = str_starts(rest, STR("\xE2\x80\x9C")) || str_starts(rest, STR("\xE2\x80\x9D"));
    return curly ? 3 : 0;
}

static size_t blank_until(char *out, struct str text, size_t at, struct str stop) {
    size_t end = markup_find(text, at, stop);
    end = end + stop.size < text.size ? end + stop.size : text.size;
    markup_fill(out, at, end, ' ');
    return end;
}

static size_t code_span(char *out, struct str text, size_t at) {
    size_t ticks = run_of(text, at, '`');
    size_t end = markup_find(text, at + ticks, str_slice(text, at, at + ticks));
    end = end < text.size ? end + ticks : at + ticks;
    markup_fill(out, at, end, ' ');
    return end;
}

/* a quotation inside a line */
static size_t quotation(char *out, struct str text, size_t at) {
    size_t open = quote_size(text, at), end = at + open, most = line_end(text, at);
    while (end < most && !quote_size(text, end))
        end++;
    if (end == most)
        return at + open;
    end += quote_size(text, end);
    markup_fill(out, at, end, ' ');
    return end;
}

/* "[text](target)": the brackets and the target join what stands around them */
static size_t link_target(char *out, struct str text, size_t at, size_t open) {
    size_t end = str_find_char(str_slice(text, at, line_end(text, at)), ')');
    if (end == STR_NONE)
        return at + 1;
    markup_fill(out, at, at + end + 1, MARK_JOIN);
    if (open != STR_NONE)
        out[open] = MARK_JOIN;
    return at + end + 1;
}

static bool blank_at(struct str text, size_t at) {
    return at >= text.size || text.data[at] == ' ' || text.data[at] == '\n' ||
           text.data[at] == '\t' || text.data[at] == '\r';
}

static bool word_at(struct str text, size_t at) {
    unsigned char c = at < text.size ? (unsigned char)text.data[at] : ' ';
    return c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* "*34*", "__34__", "~~34~~": not "2 * 3", not the mark of a list item, not a_b */
static size_t emphasis(char *out, struct str text, size_t at) {
    char c = text.data[at];
    size_t run = run_of(text, at, c), end = at + run;
    bool before = at == 0 || blank_at(text, at - 1), behind = blank_at(text, end);
    bool inside = c == '_' && at && word_at(text, at - 1) && word_at(text, end);
    if (!(before && behind) && !inside && (c != '~' || run == 2))
        markup_fill(out, at, end, MARK_JOIN);
    return end;
}

void markup_spans(char *out, struct str text) {
    size_t open = STR_NONE; /* the last '[' of this line */
    for (size_t at = 0; at < text.size;) {
        char c = text.data[at], next = at + 1 < text.size ? text.data[at + 1] : ' ';
        if (c == '`') {
            at = code_span(out, text, at);
        } else if (c == '[' && next == '^') {
            at = blank_until(out, text, at, STR("]"));
        } else if (c == ']' && next == '(') {
            at = link_target(out, text, at, open);
        } else if (str_starts(str_from(text, at), STR("<!--"))) {
            at = blank_until(out, text, at, STR("-->"));
        } else if (c == '{' && next == '{') {
            size_t from = at;
            at = blank_until(out, text, at, STR("}}"));
            out[from] = MARK_VALUE;
        } else if (quote_size(text, at)) {
            at = quotation(out, text, at);
        } else if (c == '*' || c == '_' || c == '~') {
            at = emphasis(out, text, at);
        } else {
            open = c == '[' ? at : c == '\n' ? STR_NONE : open;
            at++;
        }
    }
}
