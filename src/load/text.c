/* Text files: encoding is established here, once; nothing after looks at it again. */
#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "load/internal.h"
#include "locale/locale.h"

static struct span span_at(const struct source *source, size_t from, size_t size) {
    return (struct span){source, (uint32_t)from, (uint32_t)size};
}

static bool is_utf16(struct str text) {
    return str_starts(text, STR("\xFF\xFE")) || str_starts(text, STR("\xFE\xFF"));
}

/* Characters that look like nothing and mean trouble: false when one was found. */
static bool check_character(struct arena *arena, struct diags *diags,
                            const struct source *source, size_t at, size_t size,
                            uint32_t code) {
    bool line_end = code == 0x85 || code == 0x2028 || code == 0x2029;
    bool token = code == 0xE000 || code == 0xE001;
    bool control = (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
                   (code >= 0x7F && code < 0xA0);
    if (!line_end && !token && !control && code != 0xFEFF)
        return true;
    DIAG(diags, DIAG_BAD_CHARACTER, span_at(source, at, size),
         str_format(arena, "U+%04X", code));
    return false;
}

static bool check_characters(struct arena *arena, struct diags *diags,
                             const struct source *source) {
    struct str text = source->text;
    bool ok = true;
    for (size_t at = 0; at < text.size;) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0x20 && byte < 0x7F) {
            at++;
            continue;
        }
        size_t from = at;
        uint32_t code = str_next(text, &at);
        ok &= check_character(arena, diags, source, from, at - from, code);
    }
    return ok;
}

/* Letters that are whole in themselves, and so NFC beside each other (Unicode, NFC_QC and ccc):
 * Latin with its marks, Vietnamese, dashes and quotation marks. Most texts have no others. */
static bool is_whole(uint32_t code) {
    return code < 0x300 || (code >= 0x1E00 && code < 0x1F00) ||
           (code >= 0x2010 && code < 0x2028);
}

static bool is_plainly_nfc(struct str text) {
    for (size_t at = str_ascii(text); at < text.size; at += str_ascii(str_from(text, at)))
        if (!is_whole(str_next(text, &at)))
            return false;
    return true;
}

/* Names the first word of each line that is not NFC: an editor can then be sent there. */
static bool check_nfc(struct diags *diags, const struct source *source) {
    if (is_plainly_nfc(source->text) || text_is_nfc(source->text))
        return true;
    for (size_t line = 1; line <= source->line_count; line++) {
        struct str rest = source_line(source, line);
        if (text_is_nfc(rest))
            continue;
        size_t offset = source->line_starts[line - 1];
        struct str word;
        for (bool more = true; more;) {
            size_t before = rest.size;
            more = str_cut(&rest, ' ', &word);
            if (!text_is_nfc(word)) {
                DIAG(diags, DIAG_NOT_NFC, span_at(source, offset, word.size), word);
                break;
            }
            offset += before - rest.size;
        }
    }
    return false;
}

const struct source *text_load(struct arena *arena, struct diags *diags, const char *path,
                               struct str shown) {
    struct str text;
    if (!file_read(arena, diags, path, LIMIT_FILE_BYTES, &text))
        return NULL;
    bool utf16 = is_utf16(text);
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_from(text, 3);
    const struct source *source = source_new(arena, shown, text);
    size_t invalid = str_invalid_utf8(text);
    if (utf16 || invalid != STR_NONE) {
        unsigned char byte = utf16 ? 0xFF : (unsigned char)text.data[invalid];
        DIAG(diags, DIAG_NOT_UTF8, span_at(source, utf16 ? 0 : invalid, 1),
             str_format(arena, "0x%02X", byte));
        return NULL;
    }
    bool characters = check_characters(arena, diags, source);
    return check_nfc(diags, source) && characters ? source : NULL;
}
