/* view.h: a ready-made tree of values for a template: objects, lists, texts.
 *
 * A back end fills a view per page and renders it:
 *     struct view *page = view_object(arena);
 *     view_text(page, STR("title"), document->title);
 *     struct view *items = view_list(page, STR("crumbs"));
 *     struct view *item = view_item(items);          // an object
 *     view_text(item, STR("label"), …);
 *     struct template_context context = view_context(page);
 *     template_render(scratch, diags, frame, set, &context, &out);
 * Names and texts are borrowed and must live until the rendering is done.
 */
#ifndef TEMPLATE_VIEW_H
#define TEMPLATE_VIEW_H

#include "template/template.h"

struct view;

struct view *view_object(struct arena *arena);
void view_text(struct view *object, struct str name,
               struct str text); /* empty text: known, false */
void view_markup(struct view *object, struct str name, struct str markup);
void view_flag(struct view *object, struct str name, bool value);
struct view *view_child(struct view *object, struct str name); /* a new object as member */
void view_attach(struct view *object, struct str name, struct view *other); /* a shared one */
struct view *view_list(struct view *object, struct str name); /* a new, empty list as member */
struct view *view_item(struct view *list);                    /* a new object at its end */
void view_item_text(struct view *list, struct str text);      /* a text at its end */

/* a context over this object that escapes for HTML */
struct template_context view_context(const struct view *root);

#endif
