/* A Markdown file → one document, or one for each record. */
#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"
#include "compose/internal.h"
#include "model/output.h"

static const char *const FRONT_KEYS[] = {
    "title",     "description", "date",       "author",   "source_note", "nav",
    "nav_label", "template",    "for",        "where",    "path",        "sheets",
    "archive",   "style",       "letterhead", "superior", "issuer",      "symbol",
    "place",     "signature",   "recipients", "cover",    "pdf",         NULL};

/* A page ends in .html, a report in .pdf, and no folder above has a dot: so no file can stand
 * where another needs a folder. */
static bool path_fits(const struct document *document) {
    struct str rest = document->path, part;
    bool page = document->kind == DOCUMENT_PAGE;
    if (!output_path_valid(document->path) ||
        !str_ends(document->path, page ? STR(".html") : STR(".pdf")))
        return false;
    while (str_cut(&rest, '/', &part))
        if (str_find_char(part, '.') != STR_NONE)
            return false;
    return true;
}

/* the folders of other back ends */
static bool path_reserved(struct str path) {
    return str_starts(path, STR("assets/")) || str_starts(path, STR("data/"));
}

bool document_add(struct composer *composer, struct document *document, struct span span) {
    struct document_set *set = composer->documents;
    if (!path_fits(document)) {
        DIAG(composer->diags, DIAG_BAD_PATH, span, document->path,
             document->kind == DOCUMENT_PAGE ? STR(".html") : STR(".pdf"));
        return false;
    }
    if (path_reserved(document->path) || map_put(&composer->paths, document->path, document)) {
        DIAG(composer->diags, DIAG_PATH_TAKEN, span, document->path);
        return false;
    }
    set->items = ARENA_PUSH(composer->arena, set->items, set->count, &set->capacity);
    set->items[set->count++] = document;
    return true;
}

static bool front_check(struct composer *composer, const struct content_page *page) {
    struct map known = map_make(composer->arena);
    bool ok = true;
    for (size_t i = 0; FRONT_KEYS[i]; i++)
        map_put(&known, str_of(FRONT_KEYS[i]), composer);
    for (const struct tree *entry = page->front->first; entry; entry = entry->next) {
        if (map_get(&known, entry->key))
            continue;
        DIAG(composer->diags, DIAG_UNKNOWN_KEY, tree_key_span(entry), entry->key,
             map_nearest(&known, entry->key));
        ok = false;
    }
    const struct tree *title = tree_get(page->front, STR("title"));
    if (!title || title->text.size == 0) {
        DIAG(composer->diags, DIAG_MISSING_KEY, page->front->span, STR("title"));
        ok = false;
    }
    return ok;
}

static struct str default_path(const struct scope *scope) {
    struct composer *composer = scope->composer;
    const struct content_page *page = scope->page;
    if (page->report)
        return scope->record ? report_path(composer, scope->record)
                             : str_format(composer->arena, "pdf/%.*s.pdf", STR_ARG(page->stem));
    if (scope->record)
        return record_path(composer, scope->record);
    if (str_equal(page->stem, STR("index")))
        return STR("index.html");
    return str_format(composer->arena, "%.*s/index.html", STR_ARG(page->stem));
}

/* a small whole number of the front matter; 0 when it is not there */
static int number_of(struct composer *composer, const struct content_page *page,
                     const char *key) {
    const struct tree *entry = tree_get(page->front, str_of(key));
    struct decimal number = {0};
    if (entry && decimal_parse(entry->text, 0, &number) != DECIMAL_OK)
        DIAG(composer->diags, DIAG_BAD_INTEGER, entry->span, str_of(key), entry->text);
    return number.units > 0 && number.units < 1000 ? (int)number.units : 0;
}

static struct str date_of(struct composer *composer, const struct content_page *page) {
    const struct tree *entry = tree_get(page->front, STR("date"));
    struct date date;
    if (!entry || entry->text.size == 0)
        return STR_EMPTY;
    if (date_parse(entry->text, &date))
        return date_iso(composer->arena, date);
    DIAG(composer->diags, DIAG_BAD_DATE, entry->span, STR("date"), entry->text);
    return STR_EMPTY;
}

static enum doc_archive archive_of(struct composer *composer, const struct content_page *page) {
    static const char *const LEVELS[] = {
        [DOC_ARCHIVE_2A] = "2a", [DOC_ARCHIVE_1B] = "1b", [DOC_ARCHIVE_3A] = "3a"};
    const struct tree *entry = tree_get(page->front, STR("archive"));
    for (size_t i = 0; entry && i < COUNT_OF(LEVELS); i++)
        if (str_equal(entry->text, str_of(LEVELS[i])))
            return (enum doc_archive)i;
    if (entry)
        DIAG(composer->diags, DIAG_BAD_ARCHIVE, entry->span, entry->text);
    return DOC_ARCHIVE_2A;
}

static void add_crumbs(struct scope *scope, struct document *document) {
    struct composer *composer = scope->composer;
    if (str_equal(document->path, STR("index.html")))
        return;
    document->crumbs = ARENA_ARRAY(composer->arena, struct crumb, 1);
    document->crumbs[document->crumb_count++] =
        (struct crumb){text_of(composer, "home"), STR("index.html")};
}

static bool flag_of(struct composer *composer, const struct content_page *page,
                    const char *key) {
    const struct tree *entry = tree_get(page->front, str_of(key));
    bool value = entry && str_equal(entry->text, STR("true"));
    if (entry && !value && !str_equal(entry->text, STR("false")))
        DIAG(composer->diags, DIAG_BAD_BOOLEAN, entry->span, str_of(key), entry->text);
    return value;
}

/* the report that a page offers: the one it names, that of its record, or on the home page the
 * first one made once */
static struct str pdf_of(struct scope *scope, const struct document *document) {
    struct composer *composer = scope->composer;
    const struct tree *named = tree_get(scope->page->front, STR("pdf"));
    if (scope->report)
        return STR_EMPTY;
    if (named) {
        struct str path = scope_plain(scope, named);
        link_expect(composer, path, named->span);
        return path;
    }
    if (scope->record)
        return report_path(composer, scope->record);
    return str_equal(document->path, STR("index.html")) ? composer->summary_path : STR_EMPTY;
}

static struct document *document_new(struct scope *scope) {
    struct composer *composer = scope->composer;
    const struct tree *front = scope->page->front;
    struct document *document = ARENA_NEW(composer->arena, struct document);
    *document = (struct document){
        .kind = scope->report ? DOCUMENT_REPORT : DOCUMENT_PAGE,
        .title = scope_plain(scope, tree_get(front, STR("title"))),
        .description = scope_plain(scope, tree_get(front, STR("description"))),
        .template = scope_plain(scope, tree_get(front, STR("template"))),
        .path = scope_plain(scope, tree_get(front, STR("path"))),
        .author = scope_plain(scope, tree_get(front, STR("author"))),
        .source_note = scope_plain(scope, tree_get(front, STR("source_note"))),
        .nav_label = scope_plain(scope, tree_get(front, STR("nav_label"))),
        .nav = number_of(composer, scope->page, "nav"),
        .sheets = number_of(composer, scope->page, "sheets"),
        .archive = archive_of(composer, scope->page),
        .cover = flag_of(composer, scope->page, "cover"),
        .date = date_of(composer, scope->page)};
    if (document->template.size == 0)
        document->template = scope->record ? STR("record") : STR("page");
    if (document->path.size == 0)
        document->path = default_path(scope);
    if (scope->record)
        document->record_type = scope->record->type->name;
    document->pdf = pdf_of(scope, document);
    if (scope->report) {
        document->web =
            scope->record ? record_path(composer, scope->record) : STR("index.html");
        document->style = print_style_of(scope);
        document->letterhead = letterhead_read(scope);
    }
    add_crumbs(scope, document);
    return document;
}

bool scope_compose(struct scope *scope, struct doc_node *root) {
    struct buf text = buf_make(scope->composer->arena);
    return scope_expand(scope, scope->body, &text) &&
           markdown_compose(scope, buf_str(&text), root) && references_resolve(scope);
}

static void compose_one(struct composer *composer, const struct content_page *page,
                        const struct template *body, const struct row *record) {
    struct scope scope = {.composer = composer,
                          .page = page,
                          .body = body,
                          .record = record,
                          .report = page->report,
                          .ids = map_make(composer->arena),
                          .id_numbers = map_make(composer->arena)};
    struct document *document = document_new(&scope);
    document->root = doc_new(composer->arena, DOC_DOCUMENT, (struct span){page->text, 0, 0});
    if (!scope_compose(&scope, document->root) || !references_number(&scope, document->root))
        return;
    doc_check(document->root);
    document_add(composer, document, page->front->span);
}

void page_compose(struct composer *composer, const struct content_page *page) {
    const struct checked *checked = composer->checked;
    const struct tree *for_type = tree_get(page->front, STR("for"));
    if (!front_check(composer, page))
        return;
    const struct template *body =
        template_parse(composer->arena, composer->diags, page->text, TEMPLATE_STRICT);
    if (!body)
        return;
    if (!for_type) {
        compose_one(composer, page, body, NULL);
        return;
    }
    const struct record_type *type = map_get(&checked->schema.by_name, for_type->text);
    if (!type)
        return; /* check has said so */
    const struct tree *where = tree_get(page->front, STR("where"));
    const struct expression *filter = checked_filter(checked, where);
    if (!refuse_hidden(composer, type->visibility, type->name, for_type->span) ||
        !refuse_hidden(composer, expression_visibility(filter), STR("where"),
                       where ? where->span : for_type->span))
        return;
    const struct rowset *set = dataset_rows(&checked->dataset, type);
    size_t before = diags_errors(composer->diags);
    for (size_t i = 0; i < set->count && diags_errors(composer->diags) == before; i++)
        if (expression_holds(filter, set->items[i]))
            compose_one(composer, page, body, set->items[i]);
}
