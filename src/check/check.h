/* check.h: trees × schema → typed records and indicators. Every complaint about data is born
 * here.
 *
 * All faults of all files are reported. What has a fault is left out of the result, so that one
 * mistake does not hide the next; the pipeline stops after the stage.
 */
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include "base/diag.h"
#include "model/checked.h"

/* false: a diagnostic says why. `checked->locale` may be open even then: locale_close it. */
bool check(struct arena *arena, struct diags *diags, const struct content *content,
           struct checked *checked);

#endif
