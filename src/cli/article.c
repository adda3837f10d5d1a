/* Files that people write articles in. A Word file is a ZIP of XML: libzip and expat read it,
 * with a limit on what comes out. A PDF is read by pdftotext, which every poppler brings. */
#include "cli/article.h"

#include <expat.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zip.h>

#include "audit/markup.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "locale/locale.h"

/* --- Word: the text of each paragraph, a line each */

struct docx {
    struct buf out;
    bool in_text;
};

static void word_open(void *user, const XML_Char *name, const XML_Char **attributes) {
    struct docx *word = user;
    UNUSED(attributes);
    word->in_text |= str_equal(str_of(name), STR("w:t"));
    if (str_equal(str_of(name), STR("w:tbl")))
        buf_add_char(&word->out, MARK_TABLE);
    if (str_equal(str_of(name), STR("w:tab")) || str_equal(str_of(name), STR("w:br")))
        buf_add_char(&word->out, ' ');
}

static void word_close(void *user, const XML_Char *name) {
    struct docx *word = user;
    if (str_equal(str_of(name), STR("w:t")))
        word->in_text = false;
    if (str_equal(str_of(name), STR("w:p")))
        buf_add(&word->out, STR("\x1e\n")); /* a sentence does not pass it */
    if (str_equal(str_of(name), STR("w:tc")))
        buf_add_char(&word->out, MARK_CELL);
    if (str_equal(str_of(name), STR("w:tr")))
        buf_add_char(&word->out, MARK_ROW);
    if (str_equal(str_of(name), STR("w:tbl")))
        buf_add_char(&word->out, MARK_TABLE);
}

static void docx_text(void *user, const XML_Char *text, int size) {
    struct docx *word = user;
    if (word->in_text)
        buf_add(&word->out, (struct str){text, (size_t)size});
}

static bool word_parse(zip_file_t *file, struct docx *word) {
    XML_Parser parser = XML_ParserCreate("UTF-8");
    size_t total = 0;
    bool ok = parser != NULL;
    if (!parser)
        return false;
    XML_SetUserData(parser, word);
    XML_SetElementHandler(parser, word_open, word_close);
    XML_SetCharacterDataHandler(parser, docx_text);
    for (zip_int64_t size = 1; ok && size > 0;) {
        char bytes[16384];
        size = zip_fread(file, bytes, sizeof bytes);
        total += size > 0 ? (size_t)size : 0;
        ok = size >= 0 && total <= LIMIT_FILE_BYTES &&
             XML_Parse(parser, bytes, (int)size, size == 0) == XML_STATUS_OK;
    }
    XML_ParserFree(parser);
    return ok && buf_ok(&word->out);
}

static bool word_read(struct arena *arena, const char *path, struct str *text) {
    int error = 0;
    zip_t *zip = zip_open(path, ZIP_RDONLY, &error);
    zip_file_t *file = zip ? zip_fopen(zip, "word/document.xml", 0) : NULL;
    struct docx word = {.out = buf_make(arena)};
    bool ok = file && word_parse(file, &word);
    if (file)
        zip_fclose(file);
    if (zip)
        zip_discard(zip);
    *text = buf_str(&word.out);
    return ok;
}

/* --- PDF */

static bool pdf_read(struct arena *arena, const char *path, struct str *text) {
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("pdftotext", "pdftotext", "-enc", "UTF-8", "-q", path, "-", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    struct buf out = buf_make(arena);
    char bytes[16384];
    for (ssize_t size; child > 0 && (size = read(ends[0], bytes, sizeof bytes)) > 0;)
        buf_add(&out, (struct str){bytes, (size_t)size});
    close(ends[0]);
    int status = 0;
    *text = buf_str(&out);
    return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

const struct source *article_read(struct arena *arena, struct diags *diags, const char *path,
                                  enum audit_form *form) {
    struct str name = str_of(path), text = STR_EMPTY;
    bool word = str_ends(name, STR(".docx")), pdf = str_ends(name, STR(".pdf"));
    bool html = str_ends(name, STR(".html")) || str_ends(name, STR(".htm"));
    *form = html ? AUDIT_HTML : str_ends(name, STR(".md")) ? AUDIT_MARKDOWN : AUDIT_TEXT;
    if (!file_read(arena, diags, path, LIMIT_FILE_BYTES, &text))
        return NULL;
    if ((word && !word_read(arena, path, &text)) || (pdf && !pdf_read(arena, path, &text))) {
        DIAG(diags, word ? DIAG_BAD_WORD_FILE : DIAG_BAD_PDF, SPAN_NONE, name);
        return NULL;
    }
    if (str_invalid_utf8(text) != STR_NONE) {
        DIAG(diags, DIAG_ARTICLE_NOT_UTF8, SPAN_NONE, name);
        return NULL;
    }
    return source_new(arena, name, text_is_nfc(text) ? text : text_nfc(arena, text));
}
