/* body.h: a document's tree → the markup of the page's body.
 *
 * Made for one page and then dropped. Text and addresses from the tree pass through escape.h,
 * here and in table.c, and nowhere else. Levels of headings are printed from h2 on, since the
 * page's title is its h1: level 1 and level 2 are both h2.
 *
 * Ids that this writer gives begin with '_', which no id of a document does (slugs).
 */
#ifndef RENDER_HTML_BODY_H
#define RENDER_HTML_BODY_H

#include "locale/language.h"
#include "model/doc.h"

struct html_body {
    struct arena *arena; /* lives as long as the page */
    struct buf *out;
    struct str page; /* output path: links are relative to it */
    const struct language *language;
    bool illustrative; /* the data are invented: every chart says so */

    const struct doc_node *
        *sections; /* headings printed as h2, with an id; the walk finds them */
    size_t section_count, section_capacity;

    const struct doc_node **notes; /* in the order of their numbers; the walk finds them */
    size_t note_count, note_capacity;

    struct str heading_id; /* of the heading above: names a table without a caption */
    size_t id_count;       /* ids given so far */
    bool inside_link;      /* no link may stand inside another */
};

void html_body_write(struct html_body *body, const struct doc_node *root);

/* --- parts, for the other files and the tests */

/* everything below `top`, without its own markup */
void html_children_write(struct html_body *body, const struct doc_node *top);
void html_table_write(struct html_body *body, const struct doc_node *node);
void html_chart_write(struct html_body *body, const struct doc_node *node);
void html_image_write(struct html_body *body, const struct doc_node *node);
void html_contents_write(struct html_body *body, const struct doc_node *node);
/* "Bảng 3. " before a caption that has a number */
void html_number_write(struct html_body *body, const struct doc_node *node);
/* the mark in the text; the note itself stands at the foot of the page */
void html_note_mark_write(struct html_body *body, const struct doc_node *note);
void html_notes_write(struct html_body *body);
/* name="value", with a blank before it; nothing when the value is empty */
void html_attribute(struct buf *out, struct str name, struct str value);

#endif
