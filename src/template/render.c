/* Parts → bytes. Recursion follows sections, partials and blocks, and is bounded by
 * LIMIT_TEMPLATE_DEPTH; names are looked up as the mode says. */
#include <string.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"
#include "base/map.h"
#include "template/internal.h"

struct template_set {
    struct map templates;
};

struct block { /* a {{$name}} of a child that replaces the parent's */
    struct str name;
    const struct template *owner;
    size_t from, to;
};

enum { BLOCKS_MOST = 64 };

struct renderer {
    struct diags *diags;
    const struct template_set *set;
    const struct template_context *context;
    struct buf *out;
    struct template_value frames[LIMIT_TEMPLATE_DEPTH * 2];
    size_t frame_count;
    struct block blocks[BLOCKS_MOST]; /* the outermost child's come first */
    size_t block_count;
    struct str indent;
    int depth;
    bool failed;
};

struct template_set *template_set_new(struct arena *arena) {
    struct template_set *set = ARENA_NEW(arena, struct template_set);
    set->templates = map_make(arena);
    return set;
}

bool template_set_add(struct template_set *set, struct str name,
                      const struct template *parsed) {
    return map_put(&set->templates, name, (void *)(uintptr_t)parsed) == NULL;
}

const struct template *template_set_get(const struct template_set *set, struct str name) {
    return set ? map_get(&set->templates, name) : NULL;
}

static void fail(struct renderer *r, enum diag_id id, struct span span, struct str what) {
    DIAG(r->diags, id, span, what);
    r->failed = true;
}

/* --- looking up */

static struct template_value member(struct renderer *r, struct template_value object,
                                    struct str name, struct span tag) {
    if (object.kind != TEMPLATE_OBJECT)
        return (struct template_value){.kind = TEMPLATE_ABSENT};
    return r->context->member(r->context->user, object, name, tag);
}

static struct template_value first_step(struct renderer *r, const struct template *parsed,
                                        struct str name, struct span tag) {
    if (str_equal(name, STR("@root")))
        return r->context->root;
    for (size_t i = r->frame_count; i-- > 0;) {
        if (r->frames[i].kind != TEMPLATE_OBJECT)
            continue;
        struct template_value value = member(r, r->frames[i], name, tag);
        if (value.kind != TEMPLATE_ABSENT || parsed->mode == TEMPLATE_STRICT)
            return value;
    }
    return (struct template_value){.kind = TEMPLATE_ABSENT};
}

static struct template_value look_up(struct renderer *r, const struct template *parsed,
                                     struct str name, struct span tag) {
    if (str_equal(name, STR(".")))
        return r->frames[r->frame_count - 1];
    struct str rest = name, step;
    bool more = str_cut(&rest, '.', &step);
    struct template_value value = first_step(r, parsed, step, tag);
    while (more && value.kind != TEMPLATE_ABSENT) {
        if (value.kind == TEMPLATE_FALSE)
            return value; /* an optional object that is not there has no members either */
        more = str_cut(&rest, '.', &step);
        value = member(r, value, step, tag);
    }
    if (value.kind == TEMPLATE_ABSENT && parsed->mode == TEMPLATE_STRICT)
        fail(r, DIAG_TEMPLATE_UNKNOWN, tag, name);
    return value;
}

static bool is_true(const struct template_value *value) {
    switch (value->kind) {
    case TEMPLATE_ABSENT:
    case TEMPLATE_FALSE:
        return false;
    case TEMPLATE_TEXT:
    case TEMPLATE_MARKUP:
        return value->text.size > 0;
    case TEMPLATE_LIST:
        return value->count > 0;
    case TEMPLATE_TRUE:
    case TEMPLATE_OBJECT:
        break;
    }
    return true;
}

/* --- writing */

/* what is written next comes from there */
static void trail_add(struct renderer *r, struct span span, bool copied) {
    struct template_trail *trail = r->context->trail;
    if (!trail)
        return;
    trail->items = ARENA_PUSH(r->out->arena, trail->items, trail->count, &trail->capacity);
    trail->items[trail->count++] = (struct template_piece){r->out->size, span, copied};
}

struct span template_trail_place(const struct template_trail *trail, size_t at) {
    size_t low = 0, high = trail->count;
    while (low < high) { /* to the first piece that begins behind it */
        size_t middle = low + (high - low) / 2;
        if (trail->items[middle].at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return SPAN_NONE;
    const struct template_piece *piece = &trail->items[low - 1];
    struct span span = piece->span;
    if (piece->copied) {
        size_t inside = at - piece->at;
        span.offset += inside < span.size ? (uint32_t)inside : span.size;
        span.size = 0;
    }
    return span;
}

static void put_literal(struct renderer *r, const struct part *part) {
    trail_add(r, part->span, r->indent.size == 0);
    if (r->indent.size == 0) {
        buf_add(r->out, part->text);
        return;
    }
    struct str rest = part->text, line;
    bool start = part->line_start;
    while (rest.size) {
        bool ended = str_cut(&rest, '\n', &line);
        if (start)
            buf_add(r->out, r->indent);
        buf_add(r->out, line);
        if (ended)
            buf_add_char(r->out, '\n');
        start = ended;
    }
}

static void put_variable(struct renderer *r, const struct template *parsed,
                         const struct part *part) {
    struct template_value value = look_up(r, parsed, part->text, part->span);
    bool unescaped = part->kind == PART_UNESCAPED;
    if (part->line_start)
        buf_add(r->out, r->indent);
    trail_add(r, part->span, false);
    if (parsed->mode == TEMPLATE_STRICT && value.text.size &&
        unescaped != (value.kind == TEMPLATE_MARKUP)) {
        fail(r, unescaped ? DIAG_TEMPLATE_NOT_MARKUP : DIAG_TEMPLATE_MARKUP, part->span,
             part->text);
        return;
    }
    if (unescaped || !r->context->escape)
        buf_add(r->out, value.text);
    else
        r->context->escape(r->out, value.text);
}

static void render_parts(struct renderer *r, const struct template *parsed, size_t from,
                         size_t to);

static void render_framed(struct renderer *r, const struct template *parsed, size_t from,
                          size_t to, struct template_value frame) {
    if (r->frame_count == COUNT_OF(r->frames)) {
        fail(r, DIAG_TEMPLATE_DEPTH, parsed->parts[from - 1].span,
             parsed->parts[from - 1].text);
        return;
    }
    r->frames[r->frame_count++] = frame;
    render_parts(r, parsed, from, to);
    r->frame_count--;
}

static void render_section(struct renderer *r, const struct template *parsed, size_t index) {
    const struct part *part = &parsed->parts[index];
    struct template_value value = look_up(r, parsed, part->text, part->span);
    size_t from = index + 1;
    if (is_true(&value) != (part->kind == PART_SECTION))
        return;
    if (part->kind == PART_INVERTED || value.kind == TEMPLATE_TRUE) {
        render_parts(r, parsed, from, part->end);
    } else if (value.kind == TEMPLATE_LIST) {
        for (size_t i = 0; i < value.count && !r->failed; i++)
            render_framed(r, parsed, from, part->end,
                          r->context->item(r->context->user, value, i));
    } else {
        render_framed(r, parsed, from, part->end, value);
    }
}

static const struct template *named(struct renderer *r, const struct template *parsed,
                                    const struct part *part) {
    struct str name = part->text;
    if (part->dynamic)
        name = look_up(r, parsed, name, part->span).text;
    const struct template *found = template_set_get(r->set, name);
    if (!found && parsed->mode == TEMPLATE_STRICT && !r->failed)
        fail(r, DIAG_TEMPLATE_NO_PARTIAL, part->span, name);
    return found;
}

static void render_partial(struct renderer *r, const struct template *parsed,
                           const struct part *part) {
    const struct template *found = named(r, parsed, part);
    struct str outer = r->indent;
    if (!found)
        return;
    if (part->indent.size)
        r->indent = outer.size ? str_join(r->out->arena, outer, part->indent) : part->indent;
    render_parts(r, found, 0, found->count);
    r->indent = outer;
}

static const struct block *block_of(const struct renderer *r, struct str name) {
    for (size_t i = 0; i < r->block_count; i++)
        if (str_equal(r->blocks[i].name, name))
            return &r->blocks[i];
    return NULL;
}

/* The blocks of the child are put up, then the parent is rendered; a block that an outer child
 * has put up already stays. */
static void render_parent(struct renderer *r, const struct template *parsed, size_t index) {
    const struct part *part = &parsed->parts[index];
    const struct template *found = named(r, parsed, part);
    size_t before = r->block_count;
    for (size_t i = index + 1; found && i < part->end; i++) {
        const struct part *inner = &parsed->parts[i];
        bool nested = inner->kind == PART_SECTION || inner->kind == PART_INVERTED ||
                      inner->kind == PART_PARENT;
        if (inner->kind == PART_BLOCK && !block_of(r, inner->text)) {
            if (r->block_count == BLOCKS_MOST) {
                fail(r, DIAG_TEMPLATE_DEPTH, inner->span, inner->text);
                return;
            }
            r->blocks[r->block_count++] =
                (struct block){inner->text, parsed, i + 1, inner->end};
        }
        if (nested || inner->kind == PART_BLOCK)
            i = inner->end - 1;
    }
    if (found)
        render_parts(r, found, 0, found->count);
    r->block_count = before;
}

static void render_block(struct renderer *r, const struct template *parsed, size_t index) {
    const struct part *part = &parsed->parts[index];
    const struct block *block = block_of(r, part->text);
    if (block)
        render_parts(r, block->owner, block->from, block->to);
    else
        render_parts(r, parsed, index + 1, part->end);
}

static void render_parts(struct renderer *r, const struct template *parsed, size_t from,
                         size_t to) {
    if (r->depth == LIMIT_TEMPLATE_DEPTH) {
        fail(r, DIAG_TEMPLATE_DEPTH, parsed->parts[from < parsed->count ? from : 0].span,
             STR("…"));
        return;
    }
    r->depth++;
    for (size_t i = from; i < to && !r->failed;) {
        const struct part *part = &parsed->parts[i];
        size_t next = i + 1;
        switch (part->kind) {
        case PART_LITERAL:
            put_literal(r, part);
            break;
        case PART_VARIABLE:
        case PART_UNESCAPED:
            put_variable(r, parsed, part);
            break;
        case PART_SECTION:
        case PART_INVERTED:
            render_section(r, parsed, i);
            next = part->end;
            break;
        case PART_PARTIAL:
            render_partial(r, parsed, part);
            break;
        case PART_PARENT:
            render_parent(r, parsed, i);
            next = part->end;
            break;
        case PART_BLOCK:
            render_block(r, parsed, i);
            next = part->end;
            break;
        }
        i = next;
    }
    r->depth--;
}

bool template_render(struct arena *scratch, struct diags *diags, const struct template *parsed,
                     const struct template_set *set, const struct template_context *context,
                     struct buf *out) {
    struct renderer *r = ARENA_NEW(scratch, struct renderer);
    r->diags = diags;
    r->set = set;
    r->context = context;
    r->out = out;
    r->frames[r->frame_count++] = context->root;
    render_parts(r, parsed, 0, parsed->count);
    return !r->failed;
}

void template_escape_html(struct buf *out, struct str text) {
    size_t from = 0;
    for (size_t i = 0; i < text.size; i++) {
        const char *entity = NULL;
        switch (text.data[i]) {
        case '<':
            entity = "&lt;";
            break;
        case '>':
            entity = "&gt;";
            break;
        case '&':
            entity = "&amp;";
            break;
        case '"':
            entity = "&quot;";
            break;
        case '\'':
            entity = "&#39;";
            break;
        }
        if (!entity)
            continue;
        buf_add(out, str_slice(text, from, i));
        buf_add(out, str_of(entity));
        from = i + 1;
    }
    buf_add(out, str_from(text, from));
}
