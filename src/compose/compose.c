/* All pages, then the page of each indicator, then the reports; links are looked up at the end,
 * when every path is known. */
#include "compose/compose.h"

#include "base/arena.h"
#include "compose/internal.h"

/* Which record types have pages and reports of their own. */
static void find_record_pages(struct composer *composer) {
    const struct content_pages *pages = &composer->input->content->pages;
    composer->record_pages = map_make(composer->arena);
    composer->record_reports = map_make(composer->arena);
    for (size_t i = 0; i < pages->count; i++) {
        struct content_page *page = &pages->items[i];
        const struct tree *type = tree_get(page->front, STR("for"));
        if (type)
            map_put(page->report ? &composer->record_reports : &composer->record_pages,
                    type->text, page);
        else if (page->report && composer->summary_path.size == 0)
            composer->summary_path =
                str_format(composer->arena, "pdf/%.*s.pdf", STR_ARG(page->stem));
    }
}

static void compose_pages(struct composer *composer, bool reports) {
    const struct content_pages *pages = &composer->input->content->pages;
    for (size_t i = 0; i < pages->count; i++)
        if (pages->items[i].report == reports)
            page_compose(composer, &pages->items[i]);
}

/* the files that render/data makes */
static bool is_data_file(const struct composer *composer, struct str path) {
    if (str_equal(path, STR("data/indicators.json")) ||
        str_equal(path, STR("data/data.sqlite")))
        return true;
    const struct schema *schema = &composer->checked->schema;
    for (size_t i = 0; i < schema->count; i++)
        if (may_show(composer, schema->types[i]->visibility) &&
            str_equal(path, str_format(composer->arena, "data/%.*s.csv",
                                       STR_ARG(schema->types[i]->name))))
            return true;
    return false;
}

void link_expect(struct composer *composer, struct str target, struct span span) {
    composer->links = ARENA_PUSH(composer->lasting, composer->links, composer->link_count,
                                 &composer->link_capacity);
    composer->links[composer->link_count++] =
        (struct link){str_copy(composer->lasting, target), span};
}

/* a report may be made for some records only, or somewhere else */
static void forget_absent(struct composer *composer) {
    for (size_t i = 0; i < composer->documents->count; i++) {
        struct document *document = composer->documents->items[i];
        if (document->pdf.size && !map_get(&composer->paths, document->pdf))
            document->pdf = STR_EMPTY;
        if (document->web.size && !map_get(&composer->paths, document->web))
            document->web = STR_EMPTY;
    }
}

bool compose_links(const struct document_set *documents) {
    const struct composer *composer = documents->maker;
    size_t before = diags_errors(composer->diags);
    for (size_t i = 0; i < composer->link_count; i++) {
        const struct link *link = &composer->links[i];
        struct str path = str_slice(link->target, 0, str_find_char(link->target, '#'));
        if (path.size == 0 || map_get(&composer->paths, path) || is_data_file(composer, path))
            continue;
        DIAG(composer->diags, DIAG_DEAD_LINK, link->span, link->target,
             map_nearest(&composer->paths, path));
    }
    return diags_errors(composer->diags) == before;
}

static void check_home(struct composer *composer) {
    composer->documents->home = map_get(&composer->paths, STR("index.html")) != NULL;
    if (!composer->documents->home)
        DIAG(composer->diags, DIAG_NO_HOME, SPAN_NONE, STR_EMPTY);
}

static struct doc_node *make_root(void *maker, const struct document *document,
                                  struct arena *arena) {
    struct composer *composer = maker;
    const struct maker *from = document->made_from;
    composer->arena = arena;
    struct doc_node *root =
        from->table ? indicator_root(composer, from->table) : page_root(composer, from);
    composer->arena = composer->lasting;
    return root;
}

static struct composer *composer_new(struct arena *arena, struct diags *diags,
                                     const struct compose_input *input) {
    struct composer *composer = ARENA_NEW(arena, struct composer);
    struct compose_input *own = ARENA_NEW(arena, struct compose_input);
    *own = *input;
    *composer = (struct composer){.arena = arena,
                                  .lasting = arena,
                                  .diags = diags,
                                  .input = own,
                                  .checked = input->checked,
                                  .locale = input->checked->locale,
                                  .language = input->checked->language,
                                  .documents = ARENA_NEW(arena, struct document_set),
                                  .paths = map_make(arena),
                                  .related = map_make(arena)};
    composer->content_prefix = input->content->site.source->path.size - sizeof "site.yaml" + 1;
    composer->documents->maker = composer;
    composer->documents->make = make_root;
    return composer;
}

bool compose(struct arena *arena, struct diags *diags, const struct compose_input *input,
             struct document_set **documents) {
    size_t before = diags_errors(diags);
    struct composer *composer = composer_new(arena, diags, input);
    *documents = composer->documents;
    find_record_pages(composer);
    compose_pages(composer, false);
    for (size_t i = 0; i < input->tables->count; i++)
        if (may_show(composer, input->tables->items[i].indicator->visibility))
            indicator_compose(composer, &input->tables->items[i]);
    compose_pages(composer, true);
    if (diags_errors(diags) == before)
        check_home(composer);
    forget_absent(composer);
    return diags_errors(diags) == before;
}
