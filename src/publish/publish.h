/* publish.h: the only writer of the published tree.
 *
 * There are two trees: `out` and its hidden sibling `.out.next`. Files are put into the hidden
 * one, and written only when they differ from what is there. When all have been put, what was
 * not put is removed, the tree is verified, and the two change places in one step (renameat2
 * EXCHANGE). So `out` is at every moment the whole old site or the whole new one, and the old
 * one is then the base of the next build. A target that is not ours (no marker in it, and not
 * empty) is refused; links are never followed. What fails before the exchange leaves `out` as
 * it was.
 *
 *     struct publish *publish = publish_open(arena, diags, "out", "content");
 *     struct output output = publish_output(publish);
 *     … output_put(&output, path, bytes) …
 *     bool ok = publish_commit(publish);   // or publish_abandon(publish)
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include "base/diag.h"
#include "model/output.h"

struct publish;

struct publish_counts {
    size_t written, unchanged, removed;
    bool fresh; /* the hidden tree of a site that was there already had to be made anew */
};

/* Locks the target, finishes what an interrupted exchange left, and opens the hidden tree.
 * NULL: a diagnostic says why. `content` is a folder that must not be inside the target. */
struct publish *publish_open(struct arena *arena, struct diags *diags, const char *out,
                             const char *content);
struct output publish_output(struct publish *publish);
/* Both end the publishing and release the lock. false: out is unchanged, and it has been said
 * why. */
bool publish_commit(struct publish *publish);
void publish_abandon(struct publish *publish);

struct publish_counts publish_counts(const struct publish *publish);

#endif
