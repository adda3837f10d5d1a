/* content/site.yaml → struct site. */
#include "base/arena.h"
#include "base/date.h"
#include "base/guard.h"
#include "check/internal.h"

static const char *const KEYS[] = {
    "title",        "description", "publisher", "base_url", "language", "period", "notice",
    "illustrative", "licence",     "contact",   "updated",  "audience", NULL};

void site_check(struct checker *checker) {
    const struct tree *tree = checker->content->site.root;
    struct site *site = &checker->checked->site;
    if (!tree || !mapping_check(checker, tree, KEYS))
        return;
    *site = (struct site){.title = mapping_need(checker, tree, "title"),
                          .description = mapping_text(checker, tree, "description"),
                          .publisher = mapping_text(checker, tree, "publisher"),
                          .base_url = mapping_text(checker, tree, "base_url"),
                          .language = mapping_need(checker, tree, "language"),
                          .period = mapping_text(checker, tree, "period"),
                          .notice = mapping_text(checker, tree, "notice"),
                          .licence = mapping_text(checker, tree, "licence"),
                          .contact = mapping_text(checker, tree, "contact"),
                          .updated = mapping_text(checker, tree, "updated"),
                          .illustrative = mapping_flag(checker, tree, "illustrative"),
                          .span = tree->span};
    audience_read(checker, tree, "audience", &site->audience);
    struct date date;
    if (site->updated.size && !date_parse(site->updated, &date))
        DIAG(checker->diags, DIAG_BAD_DATE, tree_get(tree, STR("updated"))->span,
             STR("updated"), site->updated);
    if (site->illustrative && site->notice.size == 0)
        DIAG(checker->diags, DIAG_NO_NOTICE, tree_get(tree, STR("illustrative"))->span,
             STR_EMPTY);
    if (site->base_url.size && !str_starts(site->base_url, STR("https://")) &&
        !str_starts(site->base_url, STR("http://")))
        DIAG(checker->diags, DIAG_BAD_BASE_URL, tree_get(tree, STR("base_url"))->span,
             site->base_url);
    while (str_ends(site->base_url, STR("/")))
        site->base_url.size--;
}
