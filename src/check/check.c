/* The order in which content is understood: site and language, then what records may hold, then
 * the records, then what is computed from them. A part that needs an earlier one waits for it.
 */
#include "check/check.h"

#include "base/arena.h"
#include "check/internal.h"

static bool all_read(const struct content_files *files) {
    for (size_t i = 0; i < files->count; i++)
        if (!files->items[i].root)
            return false;
    return true;
}

bool check(struct arena *arena, struct diags *diags, const struct content *content,
           struct checked *checked) {
    struct checker checker = {arena, diags, content, checked, map_make(arena)};
    size_t before = diags_errors(diags);
    *checked = (struct checked){0};
    site_check(&checker);
    if (checked->site.language.size == 0 || !language_check(&checker) || !checked->locale)
        return false; /* amounts and order are read by the language */
    print_check(&checker);
    schema_check(&checker);
    if (diags_errors(diags) != before || !all_read(&content->schema))
        return false; /* every record would be accused of what the schema got wrong */
    records_check(&checker);
    links_check(&checker);
    columns_check(&checker);
    if (checker.unread.count)
        return false; /* and every indicator of what the records lack */
    indicators_check(&checker);
    rules_check(&checker);
    pages_check(&checker);
    return diags_errors(diags) == before;
}
