/* ```records: a report made once per record, as chapters of this document: the title of each is
 * a heading, its own headings stand below that one, and its ids get the record's in front, so
 * that they stay unique. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

struct chapters {
    struct scope *scope; /* of the whole document */
    const struct content_block *block;
    const struct content_page *report;
    const struct template *body;
    bool begins; /* each on a new page */
    enum doc_break breaks;
    int level; /* of the headings that the titles become */
    struct doc_node *parent;
};

enum { CHAPTER_LEVEL = 2, HEADING_DEEPEST = 6 };

/* the report of that name, made once for each record of the type */
static const struct content_page *find_report(struct chapters *chapters,
                                              const struct record_type *type) {
    struct composer *composer = chapters->scope->composer;
    const struct content_pages *pages = &composer->input->content->pages;
    const struct tree *name = tree_get(chapters->block->body, STR("report"));
    struct map known = map_make(composer->arena);
    for (size_t i = 0; i < pages->count; i++) {
        const struct content_page *page = &pages->items[i];
        const struct tree *for_type = tree_get(page->front, STR("for"));
        if (!page->report || !for_type || !str_equal(for_type->text, type->name))
            continue;
        if (name && str_equal(page->stem, name->text))
            return page;
        map_put(&known, page->stem, composer);
    }
    if (!name)
        DIAG(composer->diags, DIAG_MISSING_KEY, chapters->block->span, STR("report"));
    else
        DIAG(composer->diags, DIAG_UNKNOWN_REPORT, name->span, name->text, type->name,
             map_nearest(&known, name->text));
    return NULL;
}

static bool read_keys(struct chapters *chapters) {
    static const char *const KEYS[] = {"records", "where", "report", "start", "level", NULL};
    const struct content_block *block = chapters->block;
    struct diags *diags = chapters->scope->composer->diags;
    const struct tree *start = tree_get(block->body, STR("start"));
    const struct tree *level = tree_get(block->body, STR("level"));
    if (!block_keys(chapters->scope, block, KEYS))
        return false;
    if (!tree_get(block->body, STR("records"))) {
        DIAG(diags, DIAG_MISSING_KEY, block->span, STR("records"));
        return false;
    }
    if (chapters->scope->chapter) {
        DIAG(diags, DIAG_CHAPTERS_NESTED, block->span, chapters->scope->page->path);
        return false;
    }
    chapters->begins = start != NULL;
    if (start && !break_of(chapters->scope, start, block->info, &chapters->breaks))
        return false;
    chapters->level = CHAPTER_LEVEL;
    if (level && str_equal(level->text, STR("1"))) {
        chapters->level = 1;
    } else if (level && !str_equal(level->text, STR("2"))) {
        DIAG(diags, DIAG_BAD_BLOCK, level->span, block->info, word_argument(WORD_BLOCK_LEVEL));
        return false;
    }
    return true;
}

static void lower_headings(struct doc_node *parent, int by) {
    for (struct doc_node *node = parent->first; node; node = node->next) {
        if (node->kind == DOC_HEADING)
            node->level =
                node->level + by < HEADING_DEEPEST ? node->level + by : HEADING_DEEPEST;
        lower_headings(node, by);
    }
}

static void move_children(struct doc_node *from, struct doc_node *to) {
    for (struct doc_node *node = from->first, *next; node; node = next) {
        next = node->next;
        node->next = NULL;
        node->parent = NULL;
        doc_append(to, node);
    }
    from->first = from->last = NULL;
}

/* what the chapter's own text refers to has been found; now its ids must be ours */
static void take_over(struct chapters *chapters, struct scope *chapter, struct str prefix) {
    struct scope *scope = chapters->scope;
    struct arena *arena = scope->composer->arena;
    for (size_t i = 0; i < chapter->ids.count; i++) {
        const struct map_entry *entry = &chapter->ids.entries[i];
        id_give(scope, entry->value,
                str_format(arena, "%.*s-%.*s", STR_ARG(prefix), STR_ARG(entry->key)));
    }
    for (size_t i = 0; i < chapter->reference_count; i++) {
        scope->references = ARENA_PUSH(arena, scope->references, scope->reference_count,
                                       &scope->reference_capacity);
        scope->references[scope->reference_count++] = chapter->references[i];
    }
}

static bool add_chapter(struct chapters *chapters, const struct row *record) {
    struct scope *scope = chapters->scope;
    struct arena *arena = scope->composer->arena;
    struct scope chapter = {.composer = scope->composer,
                            .page = chapters->report,
                            .body = chapters->body,
                            .record = record,
                            .report = scope->report,
                            .chapter = true,
                            .ids = map_make(arena),
                            .id_numbers = map_make(arena)};
    if (chapters->begins)
        doc_add(arena, chapters->parent, DOC_BREAK)->breaks = chapters->breaks;
    struct doc_node *heading = doc_add(arena, chapters->parent, DOC_HEADING);
    heading->span = chapters->block->span;
    heading->level = chapters->level;
    doc_add_text(arena, heading,
                 scope_plain(&chapter, tree_get(chapters->report->front, STR("title"))));
    id_give(scope, heading, text_slug(arena, record->id));
    struct doc_node *root = doc_new(arena, DOC_DOCUMENT, heading->span);
    if (!scope_compose(&chapter, root))
        return false;
    lower_headings(root, chapters->level - 1);
    take_over(chapters, &chapter, heading->id);
    move_children(root, chapters->parent);
    return true;
}

bool chapters_compose(struct scope *scope, const struct content_block *block,
                      struct doc_node *parent) {
    struct chapters chapters = {.scope = scope, .block = block, .parent = parent};
    struct composer *composer = scope->composer;
    struct selection selection;
    if (!read_keys(&chapters) || !select_rows(scope, block, "records", &selection))
        return false;
    chapters.report = find_report(&chapters, selection.type);
    if (!chapters.report)
        return false;
    const struct tree *where = tree_get(chapters.report->front, STR("where"));
    const struct expression *filter = checked_filter(composer->checked, where);
    chapters.body = template_parse(composer->arena, composer->diags, chapters.report->text,
                                   TEMPLATE_STRICT);
    bool ok = chapters.body && refuse_hidden(composer, expression_visibility(filter),
                                             STR("where"), where ? where->span : block->span);
    for (size_t i = 0; i < selection.count && ok; i++)
        if (expression_holds(filter, selection.items[i]))
            ok = add_chapter(&chapters, selection.items[i]);
    return ok;
}
