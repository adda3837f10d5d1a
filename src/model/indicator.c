/* Small questions about an indicator. */
#include "model/indicator.h"

#include "base/guard.h"

struct str by_beginning(struct arena *arena, const struct by *by, size_t count) {
    struct str name = by->names[0];
    for (size_t k = 1; k < count; k++)
        name = str_format(arena, "%.*s.%.*s", STR_ARG(name), STR_ARG(by->names[k]));
    return name;
}

struct str indicator_breakdowns(struct arena *arena, const struct indicator *indicator) {
    struct str names = STR_EMPTY;
    for (size_t i = 0; i < indicator->breakdown_count; i++)
        names = str_format(arena, "%.*s%s%.*s", STR_ARG(names), i ? ", " : "",
                           STR_ARG(indicator->breakdowns[i].name));
    return names;
}

const char *aggregation_name(enum aggregation aggregation) {
    static const char *const NAMES[AGGREGATION_COUNT] = {
        "count", "sum", "average",  "min",      "max",   "median", "distinct",
        "given", "add", "subtract", "quotient", "share", "change"};
    ASSERT(aggregation < AGGREGATION_COUNT);
    return NAMES[aggregation];
}

const char *bound_name(enum bound bound) {
    static const char *const NAMES[] = {"value", "over", "under", "about", "at_least"};
    ASSERT(bound < COUNT_OF(NAMES));
    return NAMES[bound];
}

bool indicator_has_amount(const struct indicator *indicator) {
    return indicator->aggregation >= AGGREGATE_SUM &&
           indicator->aggregation <= AGGREGATE_MEDIAN;
}

bool indicator_adds_up(const struct indicator *indicator) {
    return indicator->aggregation == AGGREGATE_COUNT ||
           indicator->aggregation == AGGREGATE_SUM ||
           indicator->aggregation == AGGREGATE_GIVEN ||
           indicator->aggregation == AGGREGATE_ADD ||
           indicator->aggregation == AGGREGATE_SUBTRACT;
}

bool indicator_is_derived(const struct indicator *indicator) {
    return indicator->aggregation >= AGGREGATE_ADD;
}

bool indicator_is_ratio(const struct indicator *indicator) {
    switch (indicator->aggregation) {
    case AGGREGATE_SHARE:
        return true;
    case AGGREGATE_QUOTIENT:
    case AGGREGATE_CHANGE:
        return indicator->style.kind == STYLE_FRACTION ||
               indicator->style.kind == STYLE_PERCENT;
    case AGGREGATE_GIVEN:
        return indicator->given.fraction;
    case AGGREGATE_COUNT:
        return indicator->of != NULL;
    case AGGREGATE_SUM:
    case AGGREGATE_AVERAGE:
    case AGGREGATE_MIN:
    case AGGREGATE_MAX:
    case AGGREGATE_MEDIAN:
    case AGGREGATE_DISTINCT:
    case AGGREGATE_ADD:
    case AGGREGATE_SUBTRACT:
    case AGGREGATION_COUNT:
        break;
    }
    return false;
}

bool small_cells_hidden(const struct indicator *indicator, enum audience audience) {
    return indicator->minimum_cell > 0 && audience != AUDIENCE_INTERNAL;
}

bool contributors_shown(const struct indicator *indicator, enum audience audience) {
    return indicator->reads <= audience && !small_cells_hidden(indicator, audience);
}

bool rows_shown(const struct indicator *indicator, enum audience audience) {
    return !small_cells_hidden(indicator, audience) ||
           (indicator->aggregation == AGGREGATE_COUNT && !indicator->of);
}

bool indicator_is_rounded(const struct indicator *indicator) {
    return indicator->aggregation == AGGREGATE_AVERAGE ||
           indicator->aggregation == AGGREGATE_MEDIAN ||
           indicator->aggregation == AGGREGATE_QUOTIENT;
}

int indicator_places(const struct indicator *indicator) {
    return indicator_is_rounded(indicator) ? indicator->places : indicator->scale;
}
