/* options.h: one table of commands and options; from it come the parsing, --help and the
 * manual. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdio.h>

#include "base/diag.h"
#include "pipeline.h"

enum command {
    COMMAND_NONE,
    COMMAND_BUILD,
    COMMAND_CHECK,
    COMMAND_EXPLAIN,
    COMMAND_QUERY,
    COMMAND_AUDIT,
    COMMAND_SCHEMA
};

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_SARIF };

enum action { ACTION_RUN, ACTION_HELP, ACTION_VERSION, ACTION_MANUAL, ACTION_WRONG };

struct options {
    enum command command;
    struct pipeline_options pipeline;
    enum diag_language language;
    const char *
        argument; /* of explain: the indicator; of query: the SQL; of schema: a type, or NULL */
    const char *by; /* of explain: a breakdown, or NULL */
    bool sql;       /* of explain: the statement of the second engine */
    bool list;      /* of schema: of a file that holds a list */
    enum format format;
    const char *article_language; /* of audit; NULL: the site's */
    bool quiet;
    bool colour; /* standard output is a terminal */
    bool templates_given;
};

/* Reads the command line; ACTION_WRONG: a sentence on stderr says what is wrong.
 * `environment_language` is the value of LANG or NULL. */
enum action options_read(int count, char **arguments, const char *environment_language,
                         struct options *options);

/* SOURCE_DATE_EPOCH, or NULL: the day of documents that have none. Kept in the arena. */
enum action options_take_epoch(struct arena *arena, struct options *options, const char *epoch);

void options_help(FILE *stream, enum command command, enum diag_language language);
void options_manual(FILE *stream, enum diag_language language); /* mdoc(7) */

/* its chapter on what may stand in pages and reports (manual.c) */
void manual_documents(FILE *stream, enum diag_language language);

#endif
