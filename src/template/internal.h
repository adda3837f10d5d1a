/* internal.h: a parsed template: a flat array of parts; a section knows where it ends. */
#ifndef TEMPLATE_INTERNAL_H
#define TEMPLATE_INTERNAL_H

#include "template/template.h"

enum part_kind {
    PART_LITERAL,
    PART_VARIABLE,
    PART_UNESCAPED,
    PART_SECTION,
    PART_INVERTED,
    PART_PARTIAL,
    PART_PARENT, /* {{<name}} … {{/name}}: only its blocks count */
    PART_BLOCK   /* {{$name}} … {{/name}} */
};

struct part {
    enum part_kind kind;
    struct str text;   /* LITERAL: the bytes; else the name */
    struct str indent; /* PARTIAL alone on its line: what stood before it */
    struct span span;  /* of the tag */
    size_t end;        /* of what has a body: the part after its last */
    bool line_start;   /* stands at the start of a line of the template */
    bool dynamic;      /* {{>*name}}: the name is looked up */
};

struct template {
    enum template_mode mode;
    struct part *parts;
    size_t count, capacity;
};

#endif
