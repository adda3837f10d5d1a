/* The one rule about the names of published files. */
#include "model/output.h"

#include "base/guard.h"

static bool name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

bool output_path_valid(struct str path) {
    struct str rest = path, part;
    for (bool more = true; more;) {
        more = str_cut(&rest, '/', &part);
        if (part.size == 0 || part.size > 200 || part.data[0] == '.')
            return false;
        for (size_t i = 0; i < part.size; i++)
            if (!name_char(part.data[i]))
                return false;
    }
    return path.size <= 1000;
}

bool output_put(struct output *output, struct str path, struct str bytes) {
    ASSERT(output_path_valid(path));
    return output->put(output->user, path, bytes);
}
