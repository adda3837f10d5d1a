/* Where things are published. One place decides, so that links and files cannot disagree. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

struct str indicator_path(struct composer *composer, const struct indicator *indicator) {
    return str_format(composer->arena, "indicator/%.*s/index.html", STR_ARG(indicator->id));
}

struct str cell_path(struct composer *composer, const struct indicator *indicator,
                     const struct breakdown *breakdown, const struct cell *cell) {
    struct str path = indicator_path(composer, indicator);
    if (!breakdown)
        return path;
    return str_format(composer->arena, "%.*s#by-%.*s-%.*s", STR_ARG(path),
                      STR_ARG(breakdown->by->name),
                      STR_ARG(text_slug(composer->arena, cell->name)));
}

struct str record_path(struct composer *composer, const struct row *row) {
    while (row->parent)
        row = row->parent;
    if (!map_get(&composer->record_pages, row->type->name))
        return STR_EMPTY;
    return str_format(composer->arena, "%.*s/%.*s/index.html", STR_ARG(row->type->name),
                      STR_ARG(row->id));
}

struct str report_path(struct composer *composer, const struct row *row) {
    if (!map_get(&composer->record_reports, row->type->name))
        return STR_EMPTY;
    return str_format(composer->arena, "pdf/%.*s/%.*s-%.*s.pdf", STR_ARG(row->type->name),
                      STR_ARG(row->id), STR_ARG(text_slug(composer->arena, row->title)));
}

struct str place_text(struct composer *composer, struct span span) {
    if (!span.source)
        return STR_EMPTY;
    return str_format(composer->arena, "%.*s:%zu",
                      STR_ARG(str_from(span.source->path, composer->content_prefix)),
                      span_place(span).line);
}

const struct table *table_of(struct composer *composer, const struct indicator *indicator) {
    ASSERT(indicator->index < composer->input->tables->count);
    return &composer->input->tables->items[indicator->index];
}
