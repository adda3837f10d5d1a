/* From the leaves up, a level after the other. */
#include "render/pdf/leaves.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/syntax.h"

enum { NODE_KIDS = 64 };

static void put_limits(const struct pdf_leaves *leaves, size_t first, size_t last,
                       struct buf *out) {
    buf_add(out, STR("/Limits["));
    leaves->put_key(leaves->user, first, out);
    buf_add_char(out, ' ');
    leaves->put_key(leaves->user, last, out);
    buf_add_char(out, ']');
}

static int write_leaf(struct pdf_file *file, const struct pdf_leaves *leaves, size_t first,
                      size_t last, struct buf *text) {
    int number = pdf_number_new(file);
    buf_clear(text);
    buf_add(text, STR("<<"));
    put_limits(leaves, first, last, text);
    buf_format(text, "/%s[", leaves->key);
    for (size_t i = first; i <= last; i++) {
        leaves->put_key(leaves->user, i, text);
        buf_add_char(text, ' ');
        put_reference(text, leaves->value(leaves->user, i));
        buf_add_char(text, ' ');
    }
    buf_add(text, STR("]>>"));
    pdf_object_put(file, number, buf_str(text));
    return number;
}

struct level {
    int *numbers; /* of its nodes */
    size_t count;
    size_t step; /* pairs below each */
};

/* the level above, in the same memory; the root has no limits */
static void rise(struct pdf_file *file, const struct pdf_leaves *leaves, struct level *level,
                 struct buf *text) {
    size_t above = 0;
    for (size_t i = 0; i < level->count; i += NODE_KIDS) {
        size_t end = i + NODE_KIDS < level->count ? i + NODE_KIDS : level->count;
        size_t last = end * level->step < leaves->count ? end * level->step : leaves->count;
        int number = pdf_number_new(file);
        buf_clear(text);
        buf_add(text, STR("<<"));
        if (level->count > NODE_KIDS)
            put_limits(leaves, i * level->step, last - 1, text);
        buf_add(text, STR("/Kids["));
        for (size_t k = i; k < end; k++) {
            put_reference(text, level->numbers[k]);
            buf_add_char(text, ' ');
        }
        buf_add(text, STR("]>>"));
        pdf_object_put(file, number, buf_str(text));
        level->numbers[above++] = number;
    }
    level->count = above;
    level->step *= NODE_KIDS;
}

int pdf_leaves_write(struct arena *arena, struct pdf_file *file,
                     const struct pdf_leaves *leaves) {
    ASSERT(leaves->count > 0);
    struct level level = {.count = (leaves->count + NODE_KIDS - 1) / NODE_KIDS,
                          .step = NODE_KIDS};
    struct buf text = buf_make(arena);
    level.numbers = ARENA_ARRAY(arena, int, level.count);
    for (size_t i = 0; i < level.count; i++) {
        size_t end = (i + 1) * NODE_KIDS < leaves->count ? (i + 1) * NODE_KIDS : leaves->count;
        level.numbers[i] = write_leaf(file, leaves, i * NODE_KIDS, end - 1, &text);
    }
    do
        rise(file, leaves, &level, &text);
    while (level.count > 1);
    return level.numbers[0];
}
