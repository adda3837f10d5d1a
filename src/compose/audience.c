/* A build is for one audience. What is for fewer people is refused where a page asks for it: a
 * page that silently lacked it would say something else than its author meant. */
#include "compose/internal.h"

bool may_show(const struct composer *composer, enum audience needed) {
    return needed <= composer->checked->site.audience;
}

bool refuse_hidden(struct composer *composer, enum audience needed, struct str name,
                   struct span span) {
    if (may_show(composer, needed))
        return true;
    DIAG(composer->diags, DIAG_LEAK, span, name, str_of(audience_name(needed)),
         str_of(audience_name(composer->checked->site.audience)));
    return false;
}
