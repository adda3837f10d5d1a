/* One descriptor at a time, O_NOFOLLOW and O_NONBLOCK: a link or a FIFO in the content folder
 * must neither leave it nor hang the build. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/guard.h"
#include "base/limits.h"

static bool cannot_read(struct diags *diags, const char *path, struct str reason) {
    DIAG(diags, DIAG_CANNOT_READ, SPAN_NONE, str_of(path), reason);
    return false;
}

static bool read_all(int descriptor, char *data, size_t size) {
    for (size_t done = 0; done < size;) {
        ssize_t got = read(descriptor, data + done, size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            if (got == 0)
                errno = EAGAIN; /* shorter than fstat said */
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

bool file_read(struct arena *arena, struct diags *diags, const char *path, size_t most,
               struct str *text) {
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return cannot_read(diags, path,
                           errno == ELOOP ? word_argument(WORD_IS_LINK)
                                          : str_of(strerror(errno)));
    struct stat info;
    bool done = false;
    if (fstat(descriptor, &info) != 0) {
        cannot_read(diags, path, str_of(strerror(errno)));
    } else if (!S_ISREG(info.st_mode)) {
        cannot_read(diags, path, word_argument(WORD_IS_NO_FILE));
    } else if ((uint64_t)info.st_size > most) {
        DIAG(diags, DIAG_FILE_TOO_LARGE, SPAN_NONE, str_of(path),
             str_format(arena, "%zu", most));
    } else {
        size_t size = (size_t)info.st_size;
        char *data = arena_alloc(arena, size + 1);
        done = read_all(descriptor, data, size);
        if (!done)
            cannot_read(diags, path, str_of(strerror(errno)));
        *text = (struct str){data, size};
    }
    close(descriptor); /* nothing was written: its result says nothing */
    return done;
}

bool file_exists(const char *path) {
    struct stat info;
    return lstat(path, &info) == 0;
}

bool file_is_folder(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

struct walk {
    struct arena *arena;
    struct diags *diags;
    struct file_list *list;
    bool ok;
};

static void walk_folder(struct walk *walk, struct str folder, struct str relative, int depth);

static void walk_entry(struct walk *walk, struct str folder, struct str relative,
                       const char *name, int depth) {
    struct str path = str_format(walk->arena, "%.*s/%s", STR_ARG(folder), name);
    struct str below = relative.size
                           ? str_format(walk->arena, "%.*s/%s", STR_ARG(relative), name)
                           : str_copy(walk->arena, str_of(name));
    struct stat info;
    if (lstat(path.data, &info) != 0) {
        walk->ok = cannot_read(walk->diags, path.data, str_of(strerror(errno)));
    } else if (S_ISDIR(info.st_mode)) {
        walk_folder(walk, path, below, depth + 1);
    } else if (S_ISREG(info.st_mode)) {
        struct file_list *list = walk->list;
        list->paths = ARENA_PUSH(walk->arena, list->paths, list->count, &list->capacity);
        list->paths[list->count++] = below;
    } else {
        DIAG(walk->diags, DIAG_ODD_FILE, SPAN_NONE, path);
        walk->ok = false;
    }
}

static void walk_folder(struct walk *walk, struct str folder, struct str relative, int depth) {
    if (depth > LIMIT_DIRECTORY_DEPTH) {
        walk->ok = cannot_read(walk->diags, folder.data, word_argument(WORD_TOO_DEEP));
        return;
    }
    DIR *stream = opendir(folder.data);
    if (!stream) {
        walk->ok = cannot_read(walk->diags, folder.data, str_of(strerror(errno)));
        return;
    }
    errno = 0;
    for (struct dirent *entry; (entry = readdir(stream)) != NULL; errno = 0)
        if (entry->d_name[0] != '.')
            walk_entry(walk, folder, relative, entry->d_name, depth);
    if (errno)
        walk->ok = cannot_read(walk->diags, folder.data, str_of(strerror(errno)));
    closedir(stream);
}

static int by_bytes(const void *left, const void *right) {
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

bool file_walk(struct arena *arena, struct diags *diags, const char *folder,
               struct file_list *list) {
    struct walk walk = {arena, diags, list, true};
    walk_folder(&walk, str_copy(arena, str_of(folder)), STR_EMPTY, 0);
    if (list->count)
        qsort(list->paths, list->count, sizeof *list->paths, by_bytes);
    return walk.ok;
}
