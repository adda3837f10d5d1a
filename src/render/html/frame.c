/* Fills the view of a page. Addresses are written by escape_link, whose result for a place of
 * this site has nothing left to escape, so frames may print them with {{ }}. */
#include "render/html/frame.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/escape.h"

static struct str address(struct arena *arena, const struct document *page, struct str target) {
    if (target.size == 0)
        return target;
    struct buf out = buf_make(arena);
    escape_link(&out, page->path, target);
    return buf_str(&out);
}

/* A date in words; one that is none is shown as it is written. */
static struct str date_words(struct arena *arena, const struct locale *locale,
                             struct str text) {
    struct date date;
    return date_parse(text, &date) ? locale_date_long(arena, locale, date) : text;
}

static struct str date_machine(struct arena *arena, struct str text) {
    struct date date;
    return date_parse(text, &date) ? date_iso(arena, date) : STR_EMPTY;
}

/* --- once per site */

static struct view *site_view(struct arena *arena, const struct html_job *job) {
    const struct site *site = job->site;
    struct view *view = view_object(arena);
    view_text(view, STR("title"), site->title);
    view_text(view, STR("description"), site->description);
    view_text(view, STR("publisher"), site->publisher);
    view_text(view, STR("period"), site->period);
    view_text(view, STR("notice"), site->notice);
    view_text(view, STR("licence"), site->licence);
    view_text(view, STR("contact"), site->contact);
    view_text(view, STR("language"), locale_language(job->locale)->code);
    view_text(view, STR("updated"), date_words(arena, job->locale, site->updated));
    view_text(view, STR("updated_iso"), date_machine(arena, site->updated));
    view_flag(view, STR("illustrative"), site->illustrative);
    return view;
}

static struct view *text_view(struct arena *arena, const struct language *language) {
    struct view *view = view_object(arena);
    for (size_t i = 0; i < language->texts.count; i++) {
        const struct map_entry *entry = &language->texts.entries[i];
        view_text(view, entry->key, *(const struct str *)entry->value);
    }
    return view;
}

/* Insertion keeps pages with one place in the order of the set; menus are short. */
static void collect_menu(struct arena *arena, struct html_frame *frame,
                         const struct document_set *documents) {
    size_t capacity = 0;
    for (size_t i = 0; i < documents->count; i++) {
        const struct document *document = documents->items[i];
        if (document->kind != DOCUMENT_PAGE || document->nav <= 0)
            continue;
        frame->menu = ARENA_PUSH(arena, frame->menu, frame->menu_count, &capacity);
        size_t at = frame->menu_count++;
        for (; at > 0 && frame->menu[at - 1]->nav > document->nav; at--)
            frame->menu[at] = frame->menu[at - 1];
        frame->menu[at] = document;
    }
}

struct html_frame html_frame_new(struct arena *arena, const struct html_job *job) {
    struct html_frame frame = {.site = job->site, .locale = job->locale};
    frame.site_view = site_view(arena, job);
    frame.texts = text_view(arena, locale_language(job->locale));
    collect_menu(arena, &frame, job->documents);
    return frame;
}

/* --- once per page */

static struct str way_up(struct arena *arena, struct str path) {
    struct buf up = buf_make(arena);
    for (size_t i = 0; i < path.size; i++)
        if (path.data[i] == '/')
            buf_add(&up, STR("../"));
    return buf_str(&up);
}

static struct str head_title(struct arena *arena, const struct site *site,
                             const struct document *document) {
    if (str_equal(document->title, site->title) || site->title.size == 0)
        return document->title;
    struct buf title = buf_make(arena);
    buf_add(&title, document->title);
    buf_add(&title, STR(" – "));
    buf_add(&title, site->title);
    return buf_str(&title);
}

static struct str canonical(struct arena *arena, struct str base_url, struct str path) {
    if (base_url.size == 0)
        return base_url;
    struct buf url = buf_make(arena);
    buf_add(&url, base_url);
    if (!str_ends(base_url, STR("/")))
        buf_add_char(&url, '/');
    escape_url(&url, path);
    return buf_str(&url);
}

static void add_menu(struct view *root, const struct html_frame *frame,
                     const struct document *document, struct arena *arena) {
    struct view *menu = view_list(root, STR("menu"));
    for (size_t i = 0; i < frame->menu_count; i++) {
        const struct document *other = frame->menu[i];
        struct view *item = view_item(menu);
        view_text(item, STR("label"), other->nav_label.size ? other->nav_label : other->title);
        view_text(item, STR("address"), address(arena, document, other->path));
        view_flag(item, STR("current"), other == document);
    }
}

static void add_crumbs(struct view *page, const struct document *document,
                       struct arena *arena) {
    struct view *crumbs = view_list(page, STR("crumbs"));
    for (size_t i = 0; i < document->crumb_count; i++) {
        struct view *item = view_item(crumbs);
        view_text(item, STR("label"), document->crumbs[i].label);
        view_text(item, STR("address"), address(arena, document, document->crumbs[i].target));
    }
    view_flag(page, STR("has_crumbs"), document->crumb_count > 0);
}

static void add_contents(struct view *page, const struct html_body *body) {
    struct view *contents = view_list(page, STR("contents"));
    for (size_t i = 0; i < body->section_count; i++) {
        const struct doc_node *heading = body->sections[i];
        struct buf target = buf_make(body->arena);
        buf_add_char(&target, '#');
        escape_url(&target, heading->id);
        struct view *item = view_item(contents);
        view_text(item, STR("title"), doc_plain_text(body->arena, heading));
        view_text(item, STR("address"), buf_str(&target));
    }
    view_flag(page, STR("has_contents"), body->section_count >= HTML_CONTENTS_LEAST);
}

struct view *html_frame_view(const struct html_frame *frame, const struct document *document,
                             const struct html_body *body) {
    struct arena *arena = body->arena;
    struct view *root = view_object(arena);
    view_attach(root, STR("site"), frame->site_view);
    view_attach(root, STR("text"), frame->texts);
    view_text(root, STR("up"), way_up(arena, document->path));
    view_text(root, STR("home"), address(arena, document, STR("index.html")));
    add_menu(root, frame, document, arena);

    struct view *page = view_child(root, STR("page"));
    view_text(page, STR("title"), document->title);
    view_text(page, STR("head_title"), head_title(arena, frame->site, document));
    view_text(page, STR("description"), document->description);
    view_text(page, STR("author"), document->author);
    view_text(page, STR("source_note"), document->source_note);
    view_text(page, STR("record_type"), document->record_type);
    view_text(page, STR("date"), date_words(arena, frame->locale, document->date));
    view_text(page, STR("date_iso"), date_machine(arena, document->date));
    view_text(page, STR("as_of"), date_words(arena, frame->locale, document->as_of));
    view_text(page, STR("as_of_iso"), document->as_of);
    view_text(page, STR("pdf"), address(arena, document, document->pdf));
    view_text(page, STR("canonical"), canonical(arena, frame->site->base_url, document->path));
    add_crumbs(page, document, arena);
    add_contents(page, body);
    view_markup(page, STR("body"), buf_str(body->out));
    return root;
}
