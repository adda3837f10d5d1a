/* Looking up what check compiled. Pages and blocks are few: a walk is enough. */
#include "model/checked.h"

struct expression *checked_filter(const struct checked *checked, const struct tree *where) {
    for (size_t i = 0; where && i < checked->filter_count; i++)
        if (checked->filters[i].where == where)
            return checked->filters[i].expression;
    return NULL;
}
