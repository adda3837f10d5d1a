/* Footnotes: in the text a small number that leads to the foot of the page, there the note and
 * the way back (DPUB-ARIA 1.0: doc-noteref, doc-endnotes, doc-backlink). */
#include "base/arena.h"
#include "base/buf.h"
#include "render/escape.h"
#include "render/html/body.h"

static void write_number_of(struct html_body *body, const char *key, int number) {
    escape_html(body->out, language_text(body->language, str_of(key)));
    buf_format(body->out, " %d", number);
}

void html_note_mark_write(struct html_body *body, const struct doc_node *note) {
    struct buf *out = body->out;
    body->notes = ARENA_PUSH(body->arena, body->notes, body->note_count, &body->note_capacity);
    body->notes[body->note_count++] = note;
    buf_format(out, "<sup><a class=\"mark\" id=\"_mark%d\" href=\"#_note%d\"", note->number,
               note->number);
    buf_add(out, STR(" role=\"doc-noteref\" aria-label=\""));
    write_number_of(body, "footnote", note->number);
    buf_format(out, "\">%d</a></sup>", note->number);
}

static void write_note(struct html_body *body, const struct doc_node *note) {
    struct buf *out = body->out;
    buf_format(out, "<li id=\"_note%d\" value=\"%d\">", note->number, note->number);
    html_children_write(body, note);
    buf_format(out, " <a class=\"back\" href=\"#_mark%d\" role=\"doc-backlink\" aria-label=\"",
               note->number);
    write_number_of(body, "back_to_text", note->number);
    buf_add(out, STR("\">↩</a></li>\n"));
}

void html_notes_write(struct html_body *body) {
    struct buf *out = body->out;
    if (body->note_count == 0)
        return;
    buf_add(out, STR("<section class=\"notes\" role=\"doc-endnotes\""
                     " aria-labelledby=\"_notes\">\n<h2 id=\"_notes\">"));
    escape_html(out, language_text(body->language, STR("footnotes")));
    buf_add(out, STR("</h2>\n<ol>\n"));
    for (size_t i = 0; i < body->note_count; i++)
        write_note(body, body->notes[i]);
    buf_add(out, STR("</ol>\n</section>\n"));
}
