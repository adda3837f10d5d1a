/* pipeline.h: the whole program as one sentence: load → check → aggregate → compose → render →
 * publish. It stops after a stage with errors; the old site then stays as it is. */
#ifndef PIPELINE_H
#define PIPELINE_H

#include <stdio.h>

#include "base/diag.h"
#include "model/checked.h"
#include "model/table.h"

enum pipeline_dump { DUMP_NONE, DUMP_TREE, DUMP_DATASET, DUMP_TABLES, DUMP_DOC, DUMP_LAYOUT };

struct pipeline_options {
    const char *content, *templates, *out, *fonts;
    const char *icc;     /* an sRGB colour profile, for PDF files */
    size_t threads;      /* PDF files made at once */
    struct str date;     /* of documents that have none, ISO; or empty */
    bool audience_given; /* else as the site says */
    enum audience audience;
    bool cross;              /* compute every number a second time, by SQL */
    enum pipeline_dump dump; /* print what this stage made, and stop there */
};

struct pipeline_options pipeline_defaults(void);

struct pipeline_result {
    struct checked checked; /* valid in the arena, when the stages up to aggregate passed */
    struct tables *tables;
    struct findings findings; /* what the rules say */
    size_t left_count;        /* typed numbers left as they are */
    size_t compared_count;    /* cells, with cross */
    size_t page_count, pdf_count, data_count;
    bool home;                                            /* there is an index.html */
    size_t written_count, unchanged_count, removed_count; /* files, of a build */
    bool fresh_copy;                                      /* of those written: publish.h */
};

/* Everything, into options->out. false: a diagnostic says why. */
bool pipeline_build(struct arena *arena, struct diags *diags,
                    const struct pipeline_options *options, struct pipeline_result *result);

/* Everything but publish: the pages and sheets are made and thrown away. */
bool pipeline_check(struct arena *arena, struct diags *diags,
                    const struct pipeline_options *options, struct pipeline_result *result);

/* Up to the records. true when there are some: the schema could be read, whatever the records
 * and the indicators are like. */
bool pipeline_read(struct arena *arena, struct diags *diags,
                   const struct pipeline_options *options, struct pipeline_result *result);

/* Up to the computed tables. */
bool pipeline_compute(struct arena *arena, struct diags *diags,
                      const struct pipeline_options *options, struct pipeline_result *result);

#endif
