/* Looking up the words of a language file. */
#include "locale/language.h"

#include "base/guard.h"

struct str language_text(const struct language *language, struct str key) {
    const struct str *text = map_get(&language->texts, key);
    return text ? *text : key;
}

/* sorted, one a line: a text that C asks for and a file lacks is a fault of the file */
const char *const language_text_keys[] = {"amount",
                                          "breakdowns",
                                          "by",
                                          "chart_most",
                                          "chart_table",
                                          "computation",
                                          "computed",
                                          "concept",
                                          "condition",
                                          "constructed_to_match",
                                          "contributors",
                                          "count_of",
                                          "definition",
                                          "difference_explained",
                                          "difference_open",
                                          "distinct_of",
                                          "exactly",
                                          "file_line",
                                          "here_value",
                                          "home",
                                          "illustrative",
                                          "indicator",
                                          "matches",
                                          "met",
                                          "met_count",
                                          "month",
                                          "no",
                                          "none",
                                          "not_applicable",
                                          "not_met",
                                          "not_reported",
                                          "over_rows",
                                          "period",
                                          "population",
                                          "published",
                                          "published_values",
                                          "quarter",
                                          "record",
                                          "responsible",
                                          "row_number",
                                          "shown_first",
                                          "source",
                                          "state",
                                          "sum_of",
                                          "table",
                                          "total",
                                          "unit",
                                          "value",
                                          "year",
                                          "yes",
                                          NULL};
