/* internal.h: what the files of publish share. */
#ifndef PUBLISH_INTERNAL_H
#define PUBLISH_INTERNAL_H

#include "base/map.h"
#include "publish/publish.h"

#define PUBLISH_MARKER ".tonghop"
#define PUBLISH_MARKER_HEAD "tonghop 1\n"
#define PUBLISH_IGNORE "*\n!.gitignore\n"

struct publish {
    struct arena *arena;
    struct diags *diags;
    struct str parent, name; /* "/srv/site", "out" */
    struct str next;         /* ".out.next" */
    int parent_fd;           /* folder that holds both trees */
    int lock_fd;
    int tree_fd;        /* the hidden tree */
    struct map files;   /* put so far: path → size as size_t * */
    struct map folders; /* known to be there */
    bool replaces;      /* there is a site already */
    struct publish_counts counts;
};

/* what became of the site when this build failed, as an argument of a message */
struct str publish_outcome(const struct publish *publish);
/* says what failed, with the system's reason; always false */
bool publish_fail(struct publish *publish, struct str path);

/* --- target.c: whose folder it is, the lock, recovery */
bool target_open(struct publish *publish, const char *out, const char *content);
void target_close(struct publish *publish);

/* --- tree.c: writing and removing below a folder; links are not followed */
bool tree_write(struct publish *publish, struct str path, struct str bytes);
bool tree_remove(struct publish *publish, int folder, const char *name);
bool tree_sweep(struct publish *publish); /* what was not put */
bool tree_verify(struct publish *publish);

/* --- exchange.c: the one step; GNU calls only here */
bool exchange_trees(int folder, const char *left, const char *right);
bool exchange_sync(int folder);

#endif
