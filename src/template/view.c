/* A tree of a few dozen names a node: members are found by walking. */
#include "template/view.h"

#include "base/arena.h"
#include "base/guard.h"

struct view {
    struct arena *arena;
    struct str name; /* as a member */
    struct template_value value;
    struct view *shared;       /* an attached object: its members are these */
    struct view *first, *last; /* members of an object */
    struct view *next;
    struct view **items; /* of a list */
    size_t capacity;
};

static struct view *view_new(struct arena *arena, enum template_kind kind) {
    struct view *view = ARENA_NEW(arena, struct view);
    view->arena = arena;
    view->value = (struct template_value){.kind = kind, .object = view};
    return view;
}

static struct view *member_add(struct view *object, struct str name, enum template_kind kind) {
    ASSERT(object->value.kind == TEMPLATE_OBJECT);
    struct view *view = view_new(object->arena, kind);
    view->name = name;
    if (object->last)
        object->last->next = view;
    else
        object->first = view;
    object->last = view;
    return view;
}

struct view *view_object(struct arena *arena) {
    return view_new(arena, TEMPLATE_OBJECT);
}

void view_text(struct view *object, struct str name, struct str text) {
    member_add(object, name, text.size ? TEMPLATE_TEXT : TEMPLATE_FALSE)->value.text = text;
}

void view_markup(struct view *object, struct str name, struct str markup) {
    member_add(object, name, TEMPLATE_MARKUP)->value.text = markup;
}

void view_flag(struct view *object, struct str name, bool value) {
    member_add(object, name, value ? TEMPLATE_TRUE : TEMPLATE_FALSE);
}

struct view *view_child(struct view *object, struct str name) {
    return member_add(object, name, TEMPLATE_OBJECT);
}

void view_attach(struct view *object, struct str name, struct view *other) {
    ASSERT(other->value.kind == TEMPLATE_OBJECT);
    member_add(object, name, TEMPLATE_OBJECT)->shared = other;
}

struct view *view_list(struct view *object, struct str name) {
    return member_add(object, name, TEMPLATE_LIST);
}

static struct view *item_add(struct view *list, enum template_kind kind) {
    ASSERT(list->value.kind == TEMPLATE_LIST);
    struct view *view = view_new(list->arena, kind);
    list->items = ARENA_PUSH(list->arena, list->items, list->value.count, &list->capacity);
    list->items[list->value.count++] = view;
    return view;
}

struct view *view_item(struct view *list) {
    return item_add(list, TEMPLATE_OBJECT);
}

void view_item_text(struct view *list, struct str text) {
    item_add(list, TEMPLATE_TEXT)->value.text = text;
}

static struct template_value view_member(void *user, struct template_value object,
                                         struct str name, struct span tag) {
    UNUSED(user);
    UNUSED(tag);
    const struct view *view = object.object;
    if (view->shared)
        view = view->shared;
    for (const struct view *member = view->first; member; member = member->next)
        if (str_equal(member->name, name))
            return member->value;
    return (struct template_value){.kind = TEMPLATE_ABSENT};
}

static struct template_value list_item(void *user, struct template_value list, size_t index) {
    UNUSED(user);
    const struct view *view = list.object;
    ASSERT(index < view->value.count);
    return view->items[index]->value;
}

struct template_context view_context(const struct view *root) {
    return (struct template_context){.root = root->value,
                                     .member = view_member,
                                     .item = list_item,
                                     .escape = template_escape_html};
}
