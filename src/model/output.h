/* output.h: where rendered files go.
 *
 * A back end hands over whole files, one at a time, in an order that depends on the content
 * alone; the memory of `bytes` is the back end's again when put returns. publish gives the
 * stage behind it; check and the tests give one that only counts. Paths are relative,
 * '/'-separated ASCII: letters, digits,
 * '-', '_' and '.', no part empty or beginning with a dot.
 */
#ifndef MODEL_OUTPUT_H
#define MODEL_OUTPUT_H

#include "base/str.h"

struct output {
    void *user;
    /* false: a diagnostic says why, and the stage stops */
    bool (*put)(void *user, struct str path, struct str bytes);
    size_t page_count, pdf_count, data_count; /* what was put, counted by the back ends */
};

bool output_path_valid(struct str path);
bool output_put(struct output *output, struct str path,
                struct str bytes); /* asserts the path */

#endif
