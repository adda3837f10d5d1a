/* Places inside a document: ids, the numbers of captions and notes, and what leads to them. A
 * chapter made from a record resolves its references among its own ids, before those are made
 * unique in the whole (chapters.c). */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

void id_give(struct scope *scope, struct doc_node *node, struct str id) {
    struct arena *arena = scope->composer->arena;
    node->id = id;
    if (!map_put(&scope->ids, id, node))
        return;
    int *last = map_get(&scope->id_numbers, id); /* given before: thousands may be alike */
    if (!last) {
        last = ARENA_NEW(arena, int);
        *last = 1;
        map_put(&scope->id_numbers, id, last);
    }
    do {
        node->id = str_format(arena, "%.*s-%d", STR_ARG(id), ++*last);
    } while (map_put(&scope->ids, node->id, node));
}

void reference_add(struct scope *scope, struct doc_node *parent, const struct token *token) {
    struct arena *arena = scope->composer->arena;
    struct doc_node *node = doc_add(arena, parent, DOC_REFERENCE);
    node->span = token->span;
    node->lead->target = token->target;
    node->page = token->page;
    scope->references = ARENA_PUSH(arena, scope->references, scope->reference_count,
                                   &scope->reference_capacity);
    scope->references[scope->reference_count++] = (struct reference){.node = node};
}

bool references_resolve(struct scope *scope) {
    bool ok = true;
    for (size_t i = 0; i < scope->reference_count; i++) {
        struct reference *reference = &scope->references[i];
        if (reference->target)
            continue;
        struct str id = reference->node->lead->target;
        reference->target = map_get(&scope->ids, id);
        if (reference->target)
            continue;
        struct str near = map_nearest(&scope->ids, id);
        DIAG(scope->composer->diags,
             near.size ? DIAG_REFERENCE_UNKNOWN : DIAG_REFERENCE_UNKNOWN_FAR,
             reference->node->span, id, near);
        ok = false;
    }
    return ok;
}

/* --- the whole document */

struct numbering {
    struct scope *scope;
    bool captions; /* are numbered: on paper, or because something says one */
    bool list_tables, list_figures;
    int notes, tables, figures;
};

static bool has_caption(const struct doc_node *node) {
    return (node->kind == DOC_TABLE && node->table->caption.size) ||
           (node->kind == DOC_CHART && node->drawing->title.size) ||
           (node->kind == DOC_IMAGE && node->image->caption.size);
}

static void number_caption(struct numbering *numbering, struct doc_node *node) {
    bool table = node->kind == DOC_TABLE;
    node->number = table ? ++numbering->tables : ++numbering->figures;
    bool listed = table ? numbering->list_tables : numbering->list_figures;
    if (listed && node->id.size == 0)
        id_give(numbering->scope, node,
                str_format(numbering->scope->composer->arena, "%s-%d",
                           table ? "table" : "figure", node->number));
}

/* A number of a report leads to the annex of the same report, where its records are told. */
static void lead_to_annex(struct scope *scope, struct doc_node *value) {
    struct str rest = value->lead->target, folder, id;
    if (!scope->report || !str_cut(&rest, '/', &folder) ||
        !str_equal(folder, STR("indicator")) || !str_cut(&rest, '/', &id))
        return;
    struct str annex = annex_id(scope->composer->arena, id);
    if (map_get(&scope->ids, annex))
        value->lead->target = str_format(scope->composer->arena, "#%.*s", STR_ARG(annex));
}

static void number_nodes(struct numbering *numbering, struct doc_node *parent) {
    for (struct doc_node *node = parent->first; node; node = node->next) {
        if (node->kind == DOC_NOTE)
            node->number = ++numbering->notes;
        if (node->kind == DOC_VALUE)
            lead_to_annex(numbering->scope, node);
        if (numbering->captions && has_caption(node))
            number_caption(numbering, node);
        if (node->kind != DOC_CHART) /* its table is the chart again */
            number_nodes(numbering, node);
    }
}

static void find_contents(struct numbering *numbering, const struct doc_node *root) {
    for (const struct doc_node *node = root->first; node; node = node->next) {
        if (node->kind != DOC_CONTENTS)
            continue;
        numbering->list_tables |= node->contents == DOC_CONTENTS_TABLES;
        numbering->list_figures |= node->contents == DOC_CONTENTS_FIGURES;
    }
    numbering->captions |= numbering->list_tables || numbering->list_figures;
}

/* "Bảng 3", the words of a heading, or "trang" */
static struct str reference_text(struct composer *composer, const struct doc_node *target,
                                 bool page) {
    if (page)
        return text_lower_first(composer->arena, text_of(composer, "page"));
    if (target->kind == DOC_HEADING)
        return doc_plain_text(composer->arena, target);
    struct str kind = text_of(composer, target->kind == DOC_TABLE ? "table" : "figure");
    return str_format(composer->arena, "%.*s\xC2\xA0%d", STR_ARG(kind), target->number);
}

static bool write_reference(struct scope *scope, const struct reference *reference) {
    struct doc_node *node = reference->node;
    const struct doc_node *target = reference->target;
    bool words = target->kind == DOC_HEADING || target->number;
    if (!words) {
        DIAG(scope->composer->diags, DIAG_CAPTION_MISSING, node->span, node->lead->target);
        return false;
    }
    /* a screen has no pages: there the number of the thing is said once more */
    node->text = reference_text(scope->composer, target, node->page && scope->report);
    node->lead->target = str_format(scope->composer->arena, "#%.*s", STR_ARG(target->id));
    return true;
}

bool references_number(struct scope *scope, struct doc_node *root) {
    struct numbering numbering = {.scope = scope, .captions = scope->report};
    find_contents(&numbering, root);
    for (size_t i = 0; i < scope->reference_count; i++)
        numbering.captions |= scope->references[i].target->kind != DOC_HEADING;
    number_nodes(&numbering, root);
    bool ok = true;
    for (size_t i = 0; i < scope->reference_count; i++)
        ok &= write_reference(scope, &scope->references[i]);
    return ok;
}
