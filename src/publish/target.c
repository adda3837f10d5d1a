/* Whose folder is it? A build may replace only what a build has made, or what is empty. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "publish/internal.h"

static bool exists(int folder, const char *name) {
    struct stat info;
    return fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool refuse(struct publish *publish, enum diag_id id) {
    DIAG(publish->diags, id, SPAN_NONE, publish->name);
    return false;
}

/* An absolute path without links: of the folder itself when it is there, else of its parent
 * with the last name added. */
static bool resolve(struct publish *publish, const char *path, struct str *result) {
    struct str given = str_of(path);
    while (given.size > 1 && given.data[given.size - 1] == '/')
        given.size--;
    size_t slash = STR_NONE;
    for (size_t i = 0; i < given.size; i++)
        if (given.data[i] == '/')
            slash = i;
    struct str name = slash == STR_NONE ? given : str_from(given, slash + 1);
    struct str parent = slash == STR_NONE ? STR(".")
                        : slash           ? str_slice(given, 0, slash)
                                          : STR("/");
    if (name.size == 0 || str_equal(name, STR(".")) || str_equal(name, STR(".."))) {
        publish->name = given;
        return refuse(publish, DIAG_OUT_REFUSED);
    }
    char *real = realpath(str_zero(publish->arena, parent), NULL);
    if (!real)
        return publish_fail(publish, parent);
    publish->parent = str_copy(publish->arena, str_of(real));
    publish->name = str_copy(publish->arena, name);
    memory_release(real);
    *result =
        str_format(publish->arena, "%.*s/%.*s",
                   STR_ARG(str_equal(publish->parent, STR("/")) ? STR_EMPTY : publish->parent),
                   STR_ARG(publish->name));
    return true;
}

/* the content, or a folder above it, must not be replaced by its own site */
static bool holds(struct publish *publish, struct str target, const char *content) {
    char *real = realpath(content, NULL);
    if (!real)
        return false;
    struct str path = str_copy(publish->arena, str_of(real));
    memory_release(real);
    return str_equal(path, target) ||
           str_starts(path, str_join(publish->arena, target, STR("/")));
}

/* true for a tree with our marker, and for one with nothing in it but .gitignore */
static bool is_ours(int folder, const char *name) {
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ours = exists(fd, PUBLISH_MARKER);
    DIR *stream = fdopendir(fd);
    if (!stream) {
        close(fd);
        return false;
    }
    bool empty = true;
    for (struct dirent *entry; (entry = readdir(stream)) != NULL;)
        empty &= strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
                 strcmp(entry->d_name, ".gitignore") == 0;
    closedir(stream);
    return ours || empty;
}

static bool lock(struct publish *publish) {
    const char *name = str_format(publish->arena, ".%.*s.lock", STR_ARG(publish->name)).data;
    publish->lock_fd =
        openat(publish->parent_fd, name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (publish->lock_fd < 0)
        return publish_fail(publish, str_of(name));
    if (flock(publish->lock_fd, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno == EWOULDBLOCK)
        return refuse(publish, DIAG_OUT_LOCKED);
    return publish_fail(publish, str_of(name));
}

/* Two renames were interrupted: the old tree waits under its third name. Without an out/ it
 * goes back; with one, the new site is in place and the old one becomes the hidden tree again.
 */
static bool recover(struct publish *publish) {
    const char *old = str_format(publish->arena, ".%.*s.old", STR_ARG(publish->name)).data;
    const char *target = exists(publish->parent_fd, publish->name.data) ? publish->next.data
                                                                        : publish->name.data;
    if (!exists(publish->parent_fd, old))
        return true;
    if (exists(publish->parent_fd, target) && !tree_remove(publish, publish->parent_fd, target))
        return false;
    return renameat(publish->parent_fd, old, publish->parent_fd, target) == 0 ||
           publish_fail(publish, str_of(old));
}

static bool open_next(struct publish *publish) {
    const char *next = publish->next.data;
    bool made = mkdirat(publish->parent_fd, next, 0755) == 0;
    if (!made && errno != EEXIST)
        return publish_fail(publish, publish->next);
    publish->counts.fresh = made && publish->replaces;
    publish->tree_fd =
        openat(publish->parent_fd, next, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (publish->tree_fd < 0)
        return publish_fail(publish, publish->next);
    return fchmod(publish->tree_fd, 0755) == 0 || publish_fail(publish, publish->next);
}

bool target_open(struct publish *publish, const char *out, const char *content) {
    struct str target;
    if (!resolve(publish, out, &target))
        return false;
    const char *home = getenv("HOME");
    if (holds(publish, target, content) || (home && str_equal(target, str_of(home))))
        return refuse(publish, DIAG_OUT_REFUSED);
    publish->next = str_format(publish->arena, ".%.*s.next", STR_ARG(publish->name));
    publish->parent_fd = open(publish->parent.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (publish->parent_fd < 0)
        return publish_fail(publish, publish->parent);
    const char *marker =
        str_format(publish->arena, "%.*s/" PUBLISH_MARKER, STR_ARG(publish->name)).data;
    publish->replaces = exists(publish->parent_fd, marker);
    if (!lock(publish) || !recover(publish))
        return false;
    if (exists(publish->parent_fd, publish->name.data) &&
        !is_ours(publish->parent_fd, publish->name.data))
        return refuse(publish, DIAG_OUT_NOT_OURS);
    return open_next(publish);
}

void target_close(struct publish *publish) {
    int *descriptors[] = {&publish->tree_fd, &publish->lock_fd, &publish->parent_fd};
    for (size_t i = 0; i < COUNT_OF(descriptors); i++) {
        if (*descriptors[i] >= 0)
            close(*descriptors[i]); /* read-only, or the lock: nothing can be lost */
        *descriptors[i] = -1;
    }
}
