/* html.h: documents → pages of the web site.
 *
 * Each DOCUMENT_PAGE becomes the file at its path: the tree as markup (body.h), put into its
 * frame, a template named by document->template. Reports are left to the PDF back end. Links
 * between pages are relative and name their file, so the site works from a server and from
 * file://. The page's heading is document->title; headings of the tree are printed from h2 on.
 *
 * What a frame can say. All is text (escaped by {{ }}) but page.body, which is markup ({{{
 * }}}); what may be empty stands in a section. Addresses are seen from the page.
 *
 *   site      title description publisher period notice licence contact language
 *             updated (in words) updated_iso, illustrative (flag)
 *   text      every interface string of the language file, by key
 *   menu      list of {label address current}: the pages with a place in the menu, in order
 *   up        the way to the root of the site: "../../", empty at the root
 *   home      address of the home page, index.html
 *   page      title description author source_note record_type
 *             head_title     the title and the site's, for the title element
 *             date date_iso  in words and as ISO; the latter is empty when it is no date
 *             pdf            address of the report on the same thing
 *             canonical      full address; empty without site.base_url
 *             crumbs         list of {label address}
 *             has_crumbs     flag
 *             contents       list of {title address}: the headings of the second level with an
 * id has_contents   flag: there are at least HTML_CONTENTS_LEAST of them body
 */
#ifndef RENDER_HTML_HTML_H
#define RENDER_HTML_HTML_H

#include "base/diag.h"
#include "locale/locale.h"
#include "model/doc.h"
#include "model/output.h"
#include "model/site.h"
#include "template/template.h"

enum { HTML_CONTENTS_LEAST = 4 };

struct html_asset {  /* a file that is published as it is */
    struct str path; /* output path: "assets/style.css" */
    struct str bytes;
};

struct html_job {
    const struct site *site;
    const struct locale *locale;
    const struct template_set *frames; /* "page" is templates/html/page.mustache */
    const struct document_set *documents;
    const struct html_asset *assets;
    size_t asset_count;
};

/* Puts the assets and the pictures of pages, then the pages in the order of the set, and counts
 * the pages in output->page_count. A page whose frame is absent or fails is a diagnostic, and
 * the others are still made. false: something failed, or the output refused a file (then it
 * stops there). */
bool render_html(struct diags *diags, const struct html_job *job, struct output *output);

#endif
