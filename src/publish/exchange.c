/* The calls that only Linux has. Where a file system refuses the exchange, two renames do it,
 * and target.c finishes them when the machine stops in between. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "publish/internal.h"

static bool refused(int error) {
    return error == EINVAL || error == ENOSYS || error == EXDEV || error == EBUSY ||
           error == EOPNOTSUPP;
}

/* left → left.old, right → left, left.old → right */
static bool exchange_by_renames(int folder, const char *left, const char *right) {
    char old[512];
    int size = snprintf(old, sizeof old, ".%s.old", left);
    if (size < 0 || (size_t)size >= sizeof old) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (renameat(folder, left, folder, old) != 0)
        return false;
    if (renameat(folder, right, folder, left) != 0) {
        int error = errno;
        if (renameat(folder, old, folder, left) != 0)
            return false; /* the next start puts it back */
        errno = error;
        return false;
    }
    return renameat(folder, old, folder, right) == 0;
}

bool exchange_trees(int folder, const char *left, const char *right) {
    if (renameat2(folder, left, folder, right, RENAME_EXCHANGE) == 0)
        return true;
    if (errno == ENOENT)
        return renameat(folder, right, folder, left) == 0; /* the first build */
    return refused(errno) && exchange_by_renames(folder, left, right);
}

bool exchange_sync(int folder) {
    return syncfs(folder) == 0;
}
