/* Dynamic programming over the possible ends of lines. From each end only the words that fit
 * are tried, so the time is the number of words times the words of a line. */
#include "render/pdf/linebreak.h"

#include "base/arena.h"
#include "base/guard.h"

struct best { /* the best way to end a line before this word */
    int64_t cost;
    size_t from; /* where that line begins */
    int64_t width;
};

/* A line's badness: its slack in units of a thousandth of the line, squared; a line with almost
 * no words to stretch is worse. */
static int64_t cost_of(int64_t slack, int64_t width) {
    int64_t share = width > 0 ? slack * 1000 / width : 0;
    return share * share;
}

static struct best *best_breaks(struct arena *arena, const struct break_word *words,
                                size_t count, int64_t width, int64_t indent) {
    struct best *best = ARENA_ARRAY(arena, struct best, count + 1);
    for (size_t i = 1; i <= count; i++)
        best[i].cost = INT64_MAX;
    for (size_t from = 0; from < count; from++) {
        if (best[from].cost == INT64_MAX)
            continue; /* no line can begin here */
        int64_t room = width - (from == 0 ? indent : 0), used = 0;
        for (size_t to = from; to < count; to++) {
            used += words[to].width + (to > from ? words[to].space : 0);
            if (used > room && to > from)
                break;
            bool last = to + 1 == count || words[to].forced;
            int64_t slack = used < room ? room - used : 0;
            int64_t cost = best[from].cost + (last ? 0 : cost_of(slack, width));
            if (cost < best[to + 1].cost)
                best[to + 1] = (struct best){cost, from, used};
            if (words[to].forced)
                break;
        }
    }
    return best;
}

struct break_line *linebreak(struct arena *arena, const struct break_word *words, size_t count,
                             int64_t width, int64_t indent, size_t *line_count) {
    struct best *best = best_breaks(arena, words, count, width, indent);
    size_t lines = 0;
    for (size_t end = count; end > 0; end = best[end].from)
        lines++;
    struct break_line *result = ARENA_ARRAY(arena, struct break_line, lines + 1);
    size_t at = lines;
    for (size_t end = count; end > 0; end = best[end].from)
        result[--at] = (struct break_line){best[end].from, end, best[end].width,
                                           end == count || words[end - 1].forced};
    *line_count = lines;
    return result;
}
