/* The order of things: put, sweep, mark, verify, sync, exchange. */
#include "publish/publish.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/guard.h"
#include "publish/internal.h"

struct str publish_outcome(const struct publish *publish) {
    return word_argument(publish->replaces ? WORD_OLD_SITE_STAYS : WORD_NOTHING_PUBLISHED);
}

bool publish_fail(struct publish *publish, struct str path) {
    bool full = errno == ENOSPC || errno == EDQUOT;
    struct str reason = str_of(strerror(errno));
    if (full)
        DIAG(publish->diags, DIAG_DISK_FULL, SPAN_NONE, path, reason, publish_outcome(publish));
    else
        DIAG(publish->diags, DIAG_CANNOT_WRITE, SPAN_NONE, path, reason,
             publish_outcome(publish));
    return false;
}

struct publish *publish_open(struct arena *arena, struct diags *diags, const char *out,
                             const char *content) {
    struct publish *publish = ARENA_NEW(arena, struct publish);
    *publish = (struct publish){.arena = arena,
                                .diags = diags,
                                .parent_fd = -1,
                                .lock_fd = -1,
                                .tree_fd = -1,
                                .files = map_make(arena),
                                .folders = map_make(arena)};
    if (target_open(publish, out, content))
        return publish;
    target_close(publish);
    return NULL;
}

static bool put(void *user, struct str path, struct str bytes) {
    return tree_write(user, path, bytes);
}

struct output publish_output(struct publish *publish) {
    return (struct output){.user = publish, .put = put};
}

static int by_key(const void *left, const void *right) {
    return str_compare(((const struct map_entry *)left)->key,
                       ((const struct map_entry *)right)->key);
}

/* The marker says whose tree it is, and lists what is in it. */
static bool write_marker(struct publish *publish) {
    struct buf text = buf_make(publish->arena);
    size_t count = publish->files.count;
    struct map_entry *entries = ARENA_ARRAY(publish->arena, struct map_entry, count + 1);
    if (count)
        memcpy(entries, publish->files.entries, count * sizeof *entries);
    qsort(entries, count, sizeof *entries, by_key);
    buf_add(&text, STR(PUBLISH_MARKER_HEAD));
    for (size_t i = 0; i < count; i++)
        buf_format(&text, "%zu %.*s\n", *(size_t *)entries[i].value, STR_ARG(entries[i].key));
    struct publish_counts counts = publish->counts; /* housekeeping is not counted */
    bool ok = tree_write(publish, STR(PUBLISH_MARKER), buf_str(&text)) &&
              tree_write(publish, STR(".gitignore"), STR(PUBLISH_IGNORE));
    publish->counts = counts;
    return ok;
}

bool publish_commit(struct publish *publish) {
    bool ok = tree_sweep(publish) && write_marker(publish) && tree_verify(publish);
    if (ok && !exchange_sync(publish->tree_fd))
        ok = publish_fail(publish, publish->next);
    if (ok && !exchange_trees(publish->parent_fd, publish->name.data, publish->next.data))
        ok = publish_fail(publish, publish->name);
    if (ok && fsync(publish->parent_fd) != 0)
        ok = publish_fail(publish, publish->parent);
    target_close(publish);
    return ok;
}

void publish_abandon(struct publish *publish) {
    target_close(publish);
}

struct publish_counts publish_counts(const struct publish *publish) {
    return publish->counts;
}
