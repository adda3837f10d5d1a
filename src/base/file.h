/* file.h: reading from and listing the file system, checked. Writing is publish's alone. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"

/* Reads a regular file of at most `most` bytes. A symbolic link, FIFO, device or folder is
 * refused, as is a file that changes its size while it is read. false: one diagnostic says why.
 */
bool file_read(struct arena *arena, struct diags *diags, const char *path, size_t most,
               struct str *text);

bool file_exists(const char *path); /* anything of that name, links not followed */
bool file_is_folder(const char *path);

struct file_list {
    struct str *paths; /* relative to the folder, "a/b.yaml", sorted by bytes */
    size_t count, capacity;
};

/* The regular files below `folder` (all of them; names that begin with a dot are left out).
 * Links are not followed: each is a diagnostic, as is anything that is neither file nor folder.
 */
bool file_walk(struct arena *arena, struct diags *diags, const char *folder,
               struct file_list *list);

#endif
