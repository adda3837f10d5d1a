/* Files below the hidden tree. Each is compared with what is there, and replaced by a rename.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/guard.h"
#include "publish/internal.h"

enum { TREE_DEPTH_MOST = 32 };

static const char TEMPORARY[] = ".tonghop.new";

static bool write_all(int fd, struct str bytes) {
    for (size_t done = 0; done < bytes.size;) {
        ssize_t count = write(fd, bytes.data + done, bytes.size - done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += (size_t)count;
    }
    return true;
}

/* true when a regular file of these bytes is there */
static bool same_file(int folder, const char *path, struct str bytes) {
    int fd = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat info;
    bool same = false;
    if (fd < 0)
        return false;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && (size_t)info.st_size == bytes.size) {
        char chunk[1 << 16];
        size_t done = 0;
        for (ssize_t count; done < bytes.size; done += (size_t)count) {
            count = read(fd, chunk, sizeof chunk);
            if (count <= 0 || (size_t)count > bytes.size - done ||
                memcmp(chunk, bytes.data + done, (size_t)count) != 0)
                break;
        }
        same = done == bytes.size && (info.st_mode & 07777) == 0644;
    }
    close(fd);
    return same;
}

/* Makes the folders above a path, once each; a file or link in their place is removed. */
static bool make_folders(struct publish *publish, struct str path) {
    for (size_t i = 0; i < path.size; i++) {
        if (path.data[i] != '/')
            continue;
        struct str folder = str_slice(path, 0, i);
        if (map_get(&publish->folders, folder))
            continue;
        folder = str_copy(publish->arena, folder);
        struct stat info;
        bool there = fstatat(publish->tree_fd, folder.data, &info, AT_SYMLINK_NOFOLLOW) == 0;
        if (there && !S_ISDIR(info.st_mode)) {
            if (!tree_remove(publish, publish->tree_fd, folder.data))
                return false;
            there = false;
        }
        if (!there && mkdirat(publish->tree_fd, folder.data, 0755) != 0)
            return publish_fail(publish, folder);
        if ((!there || (info.st_mode & 07777) != 0755) &&
            fchmodat(publish->tree_fd, folder.data, 0755, 0) != 0)
            return publish_fail(publish, folder);
        map_put(&publish->folders, folder, publish);
    }
    return true;
}

static bool replace(struct publish *publish, const char *path, struct str bytes) {
    int tree = publish->tree_fd;
    struct str shown = str_of(path);
    if (unlinkat(tree, TEMPORARY, 0) != 0 && errno != ENOENT &&
        !tree_remove(publish, tree, TEMPORARY))
        return false;
    int fd =
        openat(tree, TEMPORARY, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (fd < 0)
        return publish_fail(publish, shown);
    bool ok = write_all(fd, bytes) && fchmod(fd, 0644) == 0;
    int error = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        error = errno;
    }
    if (ok && renameat(tree, TEMPORARY, tree, path) == 0)
        return true;
    if (ok && (errno == EISDIR || errno == ENOTEMPTY || errno == EEXIST)) {
        if (!tree_remove(publish, tree, path))
            return false;
        if (renameat(tree, TEMPORARY, tree, path) == 0)
            return true;
    }
    if (ok)
        error = errno;
    unlinkat(tree, TEMPORARY, 0); /* debris only; the next build would remove it too */
    errno = error;
    return publish_fail(publish, shown);
}

bool tree_write(struct publish *publish, struct str path, struct str bytes) {
    const char *name = str_zero(publish->arena, path);
    size_t *size = ARENA_NEW(publish->arena, size_t);
    *size = bytes.size;
    ASSERT(!map_put(&publish->files, (struct str){name, path.size}, size));
    if (!make_folders(publish, path))
        return false;
    if (same_file(publish->tree_fd, name, bytes)) {
        publish->counts.unchanged++;
        return true;
    }
    publish->counts.written++;
    return replace(publish, name, bytes);
}

/* --- removing */

static bool remove_folder(struct publish *publish, int folder, const char *name, int depth) {
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 || depth > TREE_DEPTH_MOST) {
        if (fd >= 0)
            close(fd);
        errno = fd < 0 ? errno : ELOOP;
        return publish_fail(publish, str_of(name));
    }
    DIR *stream = fdopendir(fd);
    if (!stream) {
        close(fd);
        return publish_fail(publish, str_of(name));
    }
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(stream)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (unlinkat(fd, entry->d_name, 0) == 0)
            continue;
        ok = (errno == EISDIR || errno == EPERM)
                 ? remove_folder(publish, fd, entry->d_name, depth + 1)
                 : publish_fail(publish, str_of(entry->d_name));
    }
    closedir(stream);
    return ok &&
           (unlinkat(folder, name, AT_REMOVEDIR) == 0 || publish_fail(publish, str_of(name)));
}

bool tree_remove(struct publish *publish, int folder, const char *name) {
    if (unlinkat(folder, name, 0) == 0 || errno == ENOENT)
        return true;
    if (errno != EISDIR && errno != EPERM)
        return publish_fail(publish, str_of(name));
    return remove_folder(publish, folder, name, 0);
}

static bool sweep_folder(struct publish *publish, int folder, struct str path, int depth);

/* one entry of the tree: kept when it was put or holds what was put */
static bool sweep_entry(struct publish *publish, int folder, struct str path, const char *name,
                        int depth) {
    struct str full = path.size ? str_format(publish->arena, "%.*s/%s", STR_ARG(path), name)
                                : str_copy(publish->arena, str_of(name));
    if (map_get(&publish->files, full) ||
        (path.size == 0 &&
         (strcmp(name, PUBLISH_MARKER) == 0 || strcmp(name, ".gitignore") == 0)))
        return true;
    if (!map_get(&publish->folders, full)) {
        publish->counts.removed++;
        return tree_remove(publish, folder, name);
    }
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return publish_fail(publish, full);
    return sweep_folder(publish, fd, full, depth + 1);
}

/* takes over the descriptor */
static bool sweep_folder(struct publish *publish, int folder, struct str path, int depth) {
    DIR *stream = depth <= TREE_DEPTH_MOST ? fdopendir(folder) : NULL;
    if (!stream) {
        close(folder);
        return publish_fail(publish, path);
    }
    bool ok = true;
    errno = 0;
    for (struct dirent *entry; ok && (entry = readdir(stream)) != NULL; errno = 0)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            ok = sweep_entry(publish, folder, path, entry->d_name, depth);
    if (ok && errno)
        ok = publish_fail(publish, path);
    closedir(stream);
    return ok;
}

bool tree_sweep(struct publish *publish) {
    int fd = openat(publish->tree_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd >= 0 ? sweep_folder(publish, fd, STR_EMPTY, 0)
                   : publish_fail(publish, publish->next);
}

bool tree_verify(struct publish *publish) {
    for (size_t i = 0; i < publish->files.count; i++) {
        const struct map_entry *entry = &publish->files.entries[i];
        struct stat info;
        bool there =
            fstatat(publish->tree_fd, entry->key.data, &info, AT_SYMLINK_NOFOLLOW) == 0;
        if (there && S_ISREG(info.st_mode) && (size_t)info.st_size == *(size_t *)entry->value &&
            info.st_size > 0)
            continue;
        DIAG(publish->diags, DIAG_OUT_DAMAGED, SPAN_NONE, entry->key, publish_outcome(publish));
        return false;
    }
    return true;
}
