/* Names in pages: {{houses}}, {{houses.by.item.house_unity|unit}}, {{district.name}},
 * {{#agency}}. The template engine asks for one name at a time; each answer is a `thing`, and
 * what can be printed is a token: a private-use mark in the Markdown, a node in the document.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "compose/internal.h"

enum thing_kind { THING_PAGE, THING_INDICATOR, THING_BY, THING_ROW, THING_FIELD };

struct thing {
    enum thing_kind kind;
    const struct table *table; /* INDICATOR, BY */
    struct str names, values;  /* BY: "district.year", "doi-sim.2016" */
    bool value_next;           /* BY: the next name is a value */
    const struct row *row;     /* ROW; FIELD: whose it is */
    const struct field *field; /* FIELD */
    const struct value *value; /* FIELD, also a LIST */
};

static const struct template_value NOTHING = {.kind = TEMPLATE_FALSE};

static struct str token_put(struct scope *scope, struct token token) {
    struct arena *arena = scope->composer->arena;
    scope->tokens =
        ARENA_PUSH(arena, scope->tokens, scope->token_count, &scope->token_capacity);
    scope->tokens[scope->token_count] = token;
    return str_format(arena, "%sv%zu%s", TOKEN_OPEN, scope->token_count++, TOKEN_CLOSE);
}

static struct template_value object(struct scope *scope, struct thing thing, struct str text) {
    struct thing *copy = ARENA_NEW(scope->composer->arena, struct thing);
    *copy = thing;
    return (struct template_value){.kind = TEMPLATE_OBJECT, .text = text, .object = copy};
}

static struct template_value plain(struct scope *scope, struct str text, struct span tag) {
    if (text.size == 0)
        return NOTHING;
    struct token token = {.kind = DOC_TEXT, .text = text, .span = tag};
    return (struct template_value){.kind = TEMPLATE_TEXT, .text = token_put(scope, token)};
}

static struct template_value unknown(struct scope *scope, struct str name, struct span tag,
                                     const struct map *known) {
    struct str near = known ? map_nearest(known, name) : STR_EMPTY;
    DIAG(scope->composer->diags,
         near.size ? DIAG_UNKNOWN_REFERENCE : DIAG_UNKNOWN_REFERENCE_FAR, tag, name, near);
    return NOTHING;
}

struct token cell_token(struct composer *composer, const struct table *table,
                        const struct breakdown *breakdown, const struct cell *cell,
                        enum form form) {
    const struct indicator *indicator = table->indicator;
    return (struct token){.kind = DOC_VALUE,
                          .text = cell_text(composer, indicator, cell, form),
                          .raw = cell_text(composer, indicator, cell, FORM_RAW),
                          .target = cell_path(composer, indicator, breakdown, cell),
                          .hint = indicator->label};
}

static struct str cell_mark(struct scope *scope, const struct table *table,
                            const struct breakdown *breakdown, const struct cell *cell,
                            const struct wording *wording, struct span tag) {
    return token_put(scope,
                     wording_token(scope->composer, table, breakdown, cell, wording, tag));
}

/* --- indicators */

static struct template_value indicator_thing(struct scope *scope, const struct table *table,
                                             const struct wording *wording, struct span tag) {
    return object(scope, (struct thing){.kind = THING_INDICATOR, .table = table},
                  cell_mark(scope, table, NULL, &table->total, wording, tag));
}

/* the cell of the page's own record */
static struct template_value here_cell(struct scope *scope, const struct table *table,
                                       const struct wording *wording, struct span tag) {
    struct composer *composer = scope->composer;
    if (!scope->record) {
        DIAG(composer->diags, DIAG_HERE_NOWHERE, tag, table->indicator->id);
        return NOTHING;
    }
    const struct breakdown *breakdown = table_breakdown(table, scope->record->type->name);
    if (!breakdown) {
        no_breakdown(composer, table->indicator, scope->record->type->name, tag);
        return NOTHING;
    }
    const struct cell *cell = breakdown_find(breakdown, scope->record->id);
    return (struct template_value){
        .kind = TEMPLATE_TEXT,
        .text =
            cell ? cell_mark(scope, table, breakdown, cell, wording, tag)
                 : cell_mark(scope, table, NULL, cell_absent(table->indicator), wording, tag)};
}

static struct template_value published_value(struct scope *scope, const struct table *table,
                                             const struct wording *wording, struct span tag) {
    const struct indicator *indicator = table->indicator;
    if (indicator->published_count == 0)
        return unknown(scope, STR("published"), tag, NULL);
    struct token token = cell_token(scope->composer, table, NULL, &table->total, wording->form);
    token.text = quantity_text(scope->composer, indicator, &indicator->published[0].quantity,
                               wording->form);
    token.raw = STR_EMPTY;
    token.span = tag;
    return (struct template_value){.kind = TEMPLATE_TEXT, .text = token_put(scope, token)};
}

static struct template_value given_names(struct scope *scope, const struct table *table,
                                         struct span tag) {
    struct buf names = buf_make(scope->composer->arena);
    for (size_t i = 0; i < table->indicator->given_name_count; i++) {
        if (i)
            buf_add(&names, STR(", "));
        buf_add(&names, table->indicator->given_names[i]);
    }
    if (names.size == 0)
        return unknown(scope, STR("names"), tag, NULL);
    return plain(scope, buf_str(&names), tag);
}

static struct template_value indicator_member(struct scope *scope, const struct thing *of,
                                              struct str name, const struct wording *wording,
                                              struct span tag) {
    const struct indicator *indicator = of->table->indicator;
    if (str_equal(name, STR("by")))
        return object(scope, (struct thing){.kind = THING_BY, .table = of->table}, STR_EMPTY);
    if (str_equal(name, STR("here")))
        return here_cell(scope, of->table, wording, tag);
    if (str_equal(name, STR("published")))
        return published_value(scope, of->table, wording, tag);
    if (str_equal(name, STR("names")))
        return given_names(scope, of->table, tag);
    if (str_equal(name, STR("label")))
        return plain(scope, indicator->label, tag);
    if (str_equal(name, STR("unit")))
        return plain(scope, indicator->unit, tag);
    return unknown(scope, name, tag, NULL);
}

static struct str dotted(struct arena *arena, struct str left, struct str right) {
    return left.size ? str_format(arena, "%.*s.%.*s", STR_ARG(left), STR_ARG(right)) : right;
}

static struct template_value by_member(struct scope *scope, const struct thing *of,
                                       struct str name, const struct wording *wording,
                                       struct span tag) {
    struct arena *arena = scope->composer->arena;
    struct thing next = *of;
    if (!of->value_next) {
        next.names = dotted(arena, of->names, name);
        next.value_next = true;
        bool begins = false;
        for (size_t i = 0; i < of->table->indicator->breakdown_count; i++)
            begins |= str_starts(of->table->breakdowns[i].by->name, next.names);
        if (begins)
            return object(scope, next, STR_EMPTY);
        no_breakdown(scope->composer, of->table->indicator, next.names, tag);
        return NOTHING;
    }
    next.values = dotted(arena, of->values, name);
    next.value_next = false;
    const struct breakdown *breakdown = table_breakdown(of->table, of->names);
    const struct cell *cell = breakdown ? breakdown_find(breakdown, next.values) : NULL;
    if (breakdown && !cell) {
        struct map names = breakdown_names(arena, breakdown);
        return unknown(scope, next.values, tag, &names);
    }
    return object(scope, next,
                  cell ? cell_mark(scope, of->table, breakdown, cell, wording, tag)
                       : STR_EMPTY);
}

/* --- records */

static struct template_value row_thing(struct scope *scope, const struct row *row,
                                       struct span tag) {
    struct token token = {.kind = DOC_LINK,
                          .text = row->title,
                          .target =
                              scope->report ? STR_EMPTY : record_path(scope->composer, row),
                          .span = tag};
    return object(scope, (struct thing){.kind = THING_ROW, .row = row},
                  token_put(scope, token));
}

/* references as links, one behind the other */
static struct str link_list(struct scope *scope, const struct value *value, struct span tag) {
    struct buf links = buf_make(scope->composer->arena);
    for (size_t i = 0; i < value->count; i++) {
        buf_add(&links, i ? STR(", ") : STR_EMPTY);
        buf_add(&links, row_thing(scope, value->items[i].ref, tag).text);
    }
    return buf_str(&links);
}

static struct template_value field_thing(struct scope *scope, const struct row *row,
                                         const struct field *field, struct span tag) {
    const struct value *value = &row->values[field->index];
    if (value->state != VALUE_PRESENT || (field->type == FIELD_BOOLEAN && !value->number))
        return NOTHING;
    if (field->type == FIELD_REF)
        return row_thing(scope, value->ref, tag);
    struct token token = {
        .kind = DOC_TEXT, .text = field_text(scope->composer, field, value), .span = tag};
    if (field->type == FIELD_MONEY && field->unit.size)
        token.text = str_format(scope->composer->arena, "%.*s\xC2\xA0%.*s", STR_ARG(token.text),
                                STR_ARG(field->unit));
    struct thing thing = {.kind = THING_FIELD, .row = row, .field = field, .value = value};
    struct template_value result = object(scope, thing, token_put(scope, token));
    if (field->type == FIELD_LIST) {
        result.kind = TEMPLATE_LIST;
        result.count = value->count;
        if (field->item && field->item->type == FIELD_REF)
            result.text = link_list(scope, value, tag);
    }
    return result;
}

static struct template_value row_member(struct scope *scope, const struct row *row,
                                        struct str name, struct span tag) {
    const struct field *field = schema_field(row->type, name);
    if (field && !refuse_hidden(scope->composer, field->visibility, field->name, tag))
        return NOTHING;
    if (field)
        return field_thing(scope, row, field, tag);
    if (str_equal(name, STR("id")))
        return plain(scope, row->id, tag);
    if (str_equal(name, STR("title")))
        return plain(scope, row->title, tag);
    if (str_equal(name, STR("slug"))) /* the title as a part of a path */
        return plain(scope, text_slug(scope->composer->arena, row->title), tag);
    return (struct template_value){.kind = TEMPLATE_ABSENT};
}

/* {{#standard.reached}}: is this the code? */
static struct template_value code_member(struct scope *scope, const struct thing *of,
                                         struct str name, struct span tag) {
    struct map codes = map_make(scope->composer->arena);
    for (size_t i = 0; i < of->field->code_count; i++) {
        if (str_equal(of->field->codes[i].name, name))
            return (struct template_value){
                .kind = of->value->number == (int64_t)i ? TEMPLATE_TRUE : TEMPLATE_FALSE};
        map_put(&codes, of->field->codes[i].name, scope);
    }
    return unknown(scope, name, tag, &codes);
}

static struct template_value page_member(struct scope *scope, struct str name,
                                         const struct wording *wording, struct span tag) {
    const struct indicators *indicators = &scope->composer->checked->indicators;
    if (scope->record) {
        struct template_value value = row_member(scope, scope->record, name, tag);
        if (value.kind != TEMPLATE_ABSENT)
            return value;
    }
    const struct indicator *indicator = map_get(&indicators->by_id, name);
    if (indicator && !refuse_hidden(scope->composer, indicator->visibility, name, tag))
        return NOTHING;
    if (indicator)
        return indicator_thing(scope, table_of(scope->composer, indicator), wording, tag);
    struct str near = map_nearest(&indicators->by_id, name);
    if (near.size == 0 && scope->record)
        return unknown(scope, name, tag, &scope->record->type->by_name);
    return unknown(scope, name, tag, &indicators->by_id);
}

/* {{@id}}, {{@id|page}}: a place of this document, from wherever it is said */
static struct template_value reference_mark(struct scope *scope, struct str name,
                                            struct span tag) {
    struct str rest = name, id;
    struct token token = {.kind = DOC_REFERENCE, .span = tag};
    token.page = str_cut(&rest, '|', &id);
    token.target = str_trim(str_from(id, 1));
    if (token.page && !str_equal(str_trim(rest), STR("page"))) {
        DIAG(scope->composer->diags, DIAG_REFERENCE_FORM, tag, str_trim(rest));
        return NOTHING;
    }
    return (struct template_value){.kind = TEMPLATE_TEXT, .text = token_put(scope, token)};
}

static struct template_value member(void *user, struct template_value of, struct str name,
                                    struct span tag) {
    struct scope *scope = user;
    const struct thing *thing = of.object;
    struct wording wording;
    if (str_starts(name, STR("@")))
        return reference_mark(scope, name, tag);
    if (!wording_cut(scope->composer, &name, &wording, tag))
        return NOTHING;
    struct template_value value = {.kind = TEMPLATE_ABSENT};
    switch (thing->kind) {
    case THING_PAGE:
        return page_member(scope, name, &wording, tag);
    case THING_INDICATOR:
        return indicator_member(scope, thing, name, &wording, tag);
    case THING_BY:
        return by_member(scope, thing, name, &wording, tag);
    case THING_ROW:
        value = row_member(scope, thing->row, name, tag);
        break;
    case THING_FIELD:
        if (thing->field->type == FIELD_ENUM)
            return code_member(scope, thing, name, tag);
    }
    return value.kind == TEMPLATE_ABSENT
               ? unknown(scope, name, tag, thing->row ? &thing->row->type->by_name : NULL)
               : value;
}

static struct template_value item(void *user, struct template_value list, size_t index) {
    struct scope *scope = user;
    const struct thing *thing = list.object;
    const struct field *field = thing->field;
    if (field->rows)
        return row_thing(scope, thing->value->rows[index], SPAN_NONE);
    const struct value *value = &thing->value->items[index];
    if (field->item->type == FIELD_REF && value->ref)
        return row_thing(scope, value->ref, SPAN_NONE);
    return plain(scope, field_text(scope->composer, field->item, value), SPAN_NONE);
}

static bool expand(struct scope *scope, const struct template *parsed, struct buf *out,
                   struct template_trail *trail) {
    struct diags *diags = scope->composer->diags;
    size_t before = diags_errors(diags);
    struct thing page = {.kind = THING_PAGE};
    struct template_context context = {.user = scope,
                                       .root = {.kind = TEMPLATE_OBJECT, .object = &page},
                                       .member = member,
                                       .item = item,
                                       .trail = trail};
    return template_render(scope->composer->arena, diags, parsed, NULL, &context, out) &&
           diags_errors(diags) == before;
}

bool scope_expand(struct scope *scope) {
    struct buf text = buf_make(scope->composer->arena);
    scope->trail = (struct template_trail){0};
    bool ok = expand(scope, scope->body, &text, &scope->trail);
    scope->expanded = buf_str(&text);
    return ok;
}

struct span scope_place(const struct scope *scope, size_t at, size_t size) {
    struct span span = template_trail_place(&scope->trail, at);
    if (!span.source)
        return (struct span){scope->page->text, 0, 0};
    if (span.size == 0 && span.offset + size <= span.source->text.size)
        span.size = (uint32_t)size;
    return span;
}

struct str scope_plain(struct scope *scope, const struct tree *scalar) {
    if (!scalar || scalar->kind != TREE_SCALAR)
        return STR_EMPTY;
    if (str_find(scalar->text, STR("{{")) == STR_NONE)
        return scalar->text;
    struct arena *arena = scope->composer->arena;
    struct buf text = buf_make(arena);
    const struct template *parsed = template_parse_part(
        arena, scope->composer->diags, scalar->text, scalar->span, TEMPLATE_STRICT);
    if (!parsed || !expand(scope, parsed, &text, NULL))
        return scalar->text;
    return inline_plain(scope, buf_str(&text));
}
