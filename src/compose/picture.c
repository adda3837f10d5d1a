/* A picture of a page: load has read and judged the file; here is said where it is wrong. */
#include "base/arena.h"
#include "base/guard.h"
#include "compose/internal.h"

static const struct content_image *find(const struct composer *composer, struct str path) {
    const struct content *content = composer->input->content;
    for (size_t i = 0; i < content->image_count; i++)
        if (str_equal(content->images[i].path, path))
            return &content->images[i];
    return NULL;
}

static struct str fault_text(enum image_fault fault) {
    switch (fault) {
    case IMAGE_SOUND:
        break;
    case IMAGE_OTHER_KIND:
        return word_argument(WORD_IMAGE_OTHER_KIND);
    case IMAGE_CUT_SHORT:
        return word_argument(WORD_IMAGE_CUT_SHORT);
    case IMAGE_DAMAGED:
        return word_argument(WORD_IMAGE_DAMAGED);
    case IMAGE_TOO_LARGE:
        return word_argument(WORD_IMAGE_TOO_LARGE);
    case IMAGE_ODD_COLOURS:
        return word_argument(WORD_IMAGE_ODD_COLOURS);
    }
    guard_fail(__FILE__, __LINE__, "a fault");
    return STR_EMPTY;
}

/* it is published once, however often it is shown; a frame's file of that name stays its own */
static void publish(struct composer *composer, const struct doc_image *image,
                    struct span span) {
    struct document_set *set = composer->documents;
    const struct content *content = composer->input->content;
    for (size_t i = 0; i < content->asset_count; i++)
        if (str_equal(content->assets[i].path, image->path))
            DIAG(composer->diags, DIAG_PATH_TAKEN, span, image->path);
    for (size_t i = 0; i < set->image_count; i++)
        if (str_equal(set->images[i]->path, image->path))
            return;
    struct doc_image *lasting = ARENA_NEW(composer->lasting, struct doc_image);
    *lasting =
        (struct doc_image){.kind = image->kind, .bytes = image->bytes, .path = image->path};
    set->images =
        ARENA_PUSH(composer->lasting, set->images, set->image_count, &set->image_capacity);
    set->images[set->image_count++] = lasting;
}

/* "images/well-2016.png" → "well-2016" */
static struct str picture_id(struct composer *composer, struct str path) {
    size_t from = 0, dot = path.size;
    for (size_t i = 0; i < path.size; i++) {
        from = path.data[i] == '/' ? i + 1 : from;
        dot = path.data[i] == '.' ? i : dot;
    }
    return text_slug(composer->arena, str_slice(path, from, dot));
}

bool picture_compose(struct scope *scope, struct str path, struct str alternative,
                     struct str caption, struct span span, struct doc_node *parent) {
    struct composer *composer = scope->composer;
    const struct content_image *found = find(composer, path);
    if (!found) {
        DIAG(composer->diags, DIAG_IMAGE_ABSENT, span, path);
        return false;
    }
    if (found->fault != IMAGE_SOUND) {
        DIAG(composer->diags, DIAG_IMAGE_BROKEN, span, path, fault_text(found->fault));
        return false;
    }
    if (str_trim(alternative).size == 0) {
        DIAG(composer->diags, DIAG_IMAGE_SILENT, span, path);
        return false;
    }
    struct doc_image *image = ARENA_NEW(composer->arena, struct doc_image);
    *image = *found->image;
    image->alternative = str_copy(composer->arena, str_trim(alternative));
    image->caption = str_copy(composer->arena, str_trim(caption));
    struct doc_node *node = doc_new(composer->arena, DOC_IMAGE, span);
    node->image = image;
    id_give(scope, node, picture_id(composer, path));
    doc_append(parent, node);
    if (!scope->report)
        publish(composer, image, span);
    return true;
}
