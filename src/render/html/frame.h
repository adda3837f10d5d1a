/* frame.h: what a frame can say of the site and of one page, as a view (the names: html.h). */
#ifndef RENDER_HTML_FRAME_H
#define RENDER_HTML_FRAME_H

#include "render/html/body.h"
#include "render/html/html.h"
#include "template/view.h"

/* What is the same on every page, made once. */
struct html_frame {
    const struct site *site;
    const struct locale *locale;
    struct view *site_view, *texts;
    const struct document **menu; /* pages with a place in the menu, in its order */
    size_t menu_count;
};

struct html_frame html_frame_new(struct arena *arena, const struct html_job *job);

/* The root object for one page; `body` has been written. Lives in body->arena. */
struct view *html_frame_view(const struct html_frame *frame, const struct document *document,
                             const struct html_body *body);

#endif
