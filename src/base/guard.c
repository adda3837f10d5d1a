/* A broken promise: say where, and stop before anything is published. */
#include "base/guard.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void guard_fail(const char *file, int line, const char *condition) {
    fprintf(stderr, "tonghop: internal error at %s:%d: %s\n", file, line, condition);
    fprintf(stderr,
            "Nothing was published. This is a fault of the program, not of your records.\n");
    abort();
}
