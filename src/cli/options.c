/* The table, and what is made of it. */
#include "cli/options.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/guard.h"

static const struct {
    enum command id;
    const char *name, *argument;
    enum word does;
} COMMANDS[] = {
    {COMMAND_BUILD, "build", NULL, WORD_DOES_BUILD},
    {COMMAND_CHECK, "check", NULL, WORD_DOES_CHECK},
    {COMMAND_EXPLAIN, "explain", "INDICATOR", WORD_DOES_EXPLAIN},
    {COMMAND_QUERY, "query", "SQL", WORD_DOES_QUERY},
    {COMMAND_AUDIT, "audit", "FILE", WORD_DOES_AUDIT},
    {COMMAND_SCHEMA, "schema", "[TYPE]", WORD_DOES_SCHEMA},
};

enum option_id {
    OPTION_CONTENT,
    OPTION_TEMPLATES,
    OPTION_OUT,
    OPTION_FONTS,
    OPTION_ICC,
    OPTION_THREADS,
    OPTION_LANG,
    OPTION_BY,
    OPTION_AUDIENCE,
    OPTION_WRITTEN_IN,
    OPTION_CROSS,
    OPTION_SQL,
    OPTION_FORMAT,
    OPTION_LIST,
    OPTION_DUMP,
    OPTION_QUIET,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_MANUAL
};

enum {
    FOR_BUILD = 1 << COMMAND_BUILD,
    FOR_CHECK = 1 << COMMAND_CHECK,
    FOR_EXPLAIN = 1 << COMMAND_EXPLAIN,
    FOR_QUERY = 1 << COMMAND_QUERY,
    FOR_AUDIT = 1 << COMMAND_AUDIT,
    FOR_SCHEMA = 1 << COMMAND_SCHEMA,
    FOR_ALL = FOR_BUILD | FOR_CHECK | FOR_EXPLAIN | FOR_QUERY | FOR_AUDIT | FOR_SCHEMA,
    FOR_NONE = 1 << COMMAND_NONE
};

static const struct {
    enum option_id id;
    const char *name, *value;
    enum word does;
    int commands;
} OPTIONS[] = {
    {OPTION_CONTENT, "--content", "FOLDER", WORD_OPTION_CONTENT, FOR_ALL},
    {OPTION_TEMPLATES, "--templates", "FOLDER", WORD_OPTION_TEMPLATES, FOR_ALL},
    {OPTION_OUT, "--out", "FOLDER", WORD_OPTION_OUT, FOR_BUILD},
    {OPTION_FONTS, "--fonts", "FOLDER", WORD_OPTION_FONTS, FOR_BUILD | FOR_CHECK},
    {OPTION_ICC, "--icc", "FILE", WORD_OPTION_ICC, FOR_BUILD | FOR_CHECK},
    {OPTION_THREADS, "--threads", "NUMBER", WORD_OPTION_THREADS, FOR_BUILD | FOR_CHECK},
    {OPTION_BY, "--by", "KEYS", WORD_OPTION_BY, FOR_EXPLAIN},
    {OPTION_AUDIENCE, "--audience", "AUDIENCE", WORD_OPTION_AUDIENCE,
     FOR_BUILD | FOR_CHECK | FOR_EXPLAIN | FOR_QUERY},
    {OPTION_WRITTEN_IN, "--written-in", "LANGUAGE", WORD_OPTION_WRITTEN_IN, FOR_AUDIT},
    {OPTION_CROSS, "--cross", NULL, WORD_OPTION_CROSS, FOR_CHECK},
    {OPTION_SQL, "--sql", NULL, WORD_OPTION_SQL, FOR_EXPLAIN},
    {OPTION_FORMAT, "--format", "FORMAT", WORD_OPTION_FORMAT,
     FOR_CHECK | FOR_EXPLAIN | FOR_QUERY | FOR_AUDIT},
    {OPTION_LIST, "--list", NULL, WORD_OPTION_LIST, FOR_SCHEMA},
    {OPTION_DUMP, "--dump", "STAGE", WORD_OPTION_DUMP, FOR_CHECK},
    {OPTION_LANG, "--lang", "LANGUAGE", WORD_OPTION_LANG, FOR_ALL | FOR_NONE},
    {OPTION_QUIET, "--quiet", NULL, WORD_OPTION_QUIET, FOR_BUILD | FOR_CHECK},
    {OPTION_HELP, "--help", NULL, WORD_OPTION_HELP, FOR_ALL | FOR_NONE},
    {OPTION_VERSION, "--version", NULL, WORD_OPTION_VERSION, FOR_NONE},
    {OPTION_MANUAL, "--manual", NULL, WORD_OPTION_MANUAL, FOR_NONE},
};

/* One sentence on stderr, without memory of its own: nothing has been made yet. */
static enum action wrong(const struct options *options, enum word word, const char *name,
                         const char *choices) {
    struct arena *arena = arena_new();
    struct buf out = buf_make(arena);
    buf_add(&out, STR("tonghop: "));
    WORDS(&out, options->language, word, str_of(name), str_of(choices));
    buf_format(&out, "\n%s\n", word_text(WORD_TRY_HELP, options->language));
    fwrite(out.data, 1, out.size, stderr);
    arena_free(arena);
    return ACTION_WRONG;
}

static enum command command_of(const char *name) {
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
        if (strcmp(COMMANDS[i].name, name) == 0)
            return COMMANDS[i].id;
    return COMMAND_NONE;
}

static bool takes_argument(enum command command) {
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
        if (COMMANDS[i].id == command)
            return COMMANDS[i].argument != NULL;
    return false;
}

/* of those that take one, all but schema must have it */
static bool lacks_argument(const struct options *options) {
    return takes_argument(options->command) && !options->argument &&
           options->command != COMMAND_SCHEMA;
}

static bool language_of(const char *name, enum diag_language *language) {
    bool vietnamese = strncmp(name, "vi", 2) == 0;
    *language = vietnamese ? DIAG_VIETNAMESE : DIAG_ENGLISH;
    return vietnamese || strncmp(name, "en", 2) == 0;
}

static bool dump_of(const char *name, enum pipeline_dump *dump) {
    static const char *const NAMES[] = {"tree", "dataset", "tables", "doc", "layout"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (strcmp(name, NAMES[i]) == 0) {
            *dump = (enum pipeline_dump)(i + 1);
            return true;
        }
    return false;
}

static enum action take_format(struct options *options, const char *name) {
    static const char *const NAMES[] = {"text", "csv", "json", "sarif"};
    bool check = options->command == COMMAND_CHECK, audit = options->command == COMMAND_AUDIT;
    const bool TAKEN[] = {true, !check && !audit, true, check};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (strcmp(name, NAMES[i]) == 0 && TAKEN[i]) {
            options->format = (enum format)i;
            return ACTION_RUN;
        }
    return wrong(options, WORD_FORMAT_TAKES, name,
                 check   ? "text, json, sarif"
                 : audit ? "text, json"
                         : "text, csv, json");
}

static enum action take_threads(struct options *options, const char *value) {
    struct decimal number = {0};
    if (decimal_parse(str_of(value), 0, &number) != DECIMAL_OK || number.units < 1)
        return wrong(options, WORD_THREADS_TAKES, value, NULL);
    options->pipeline.threads = (size_t)number.units;
    return ACTION_RUN;
}

enum action options_take_epoch(struct arena *arena, struct options *options,
                               const char *epoch) {
    enum { SECONDS_A_DAY = 86400 };
    struct decimal number = {0};
    struct tm day;
    if (!epoch || *epoch == '\0')
        return ACTION_RUN;
    if (decimal_parse(str_of(epoch), 0, &number) != DECIMAL_OK || number.units < 0 ||
        !gmtime_r(&(time_t){number.units / SECONDS_A_DAY * SECONDS_A_DAY}, &day) ||
        day.tm_year + 1900 > 9999)
        return wrong(options, WORD_EPOCH_TAKES, epoch, NULL);
    options->pipeline.date =
        date_iso(arena, (struct date){day.tm_year + 1900, day.tm_mon + 1, day.tm_mday});
    return ACTION_RUN;
}

static enum action take(struct options *options, enum option_id id, const char *value) {
    switch (id) {
    case OPTION_CONTENT:
        options->pipeline.content = value;
        return ACTION_RUN;
    case OPTION_TEMPLATES:
        options->pipeline.templates = value;
        options->templates_given = true;
        return ACTION_RUN;
    case OPTION_OUT:
        options->pipeline.out = value;
        return ACTION_RUN;
    case OPTION_FONTS:
        options->pipeline.fonts = value;
        return ACTION_RUN;
    case OPTION_ICC:
        options->pipeline.icc = value;
        return ACTION_RUN;
    case OPTION_THREADS:
        return take_threads(options, value);
    case OPTION_BY:
        options->by = value;
        return ACTION_RUN;
    case OPTION_SQL:
        options->sql = true;
        return ACTION_RUN;
    case OPTION_FORMAT:
        return take_format(options, value);
    case OPTION_LIST:
        options->list = true;
        return ACTION_RUN;
    case OPTION_AUDIENCE:
        options->pipeline.audience_given = true;
        return audience_of(str_of(value), &options->pipeline.audience)
                   ? ACTION_RUN
                   : wrong(options, WORD_AUDIENCE_TAKES, value, NULL);
    case OPTION_WRITTEN_IN:
        options->article_language = value;
        return ACTION_RUN;
    case OPTION_CROSS:
        options->pipeline.cross = true;
        return ACTION_RUN;
    case OPTION_QUIET:
        options->quiet = true;
        return ACTION_RUN;
    case OPTION_LANG:
        return language_of(value, &options->language)
                   ? ACTION_RUN
                   : wrong(options, WORD_LANG_TAKES, value, NULL);
    case OPTION_DUMP:
        return dump_of(value, &options->pipeline.dump)
                   ? ACTION_RUN
                   : wrong(options, WORD_DUMP_TAKES, value, NULL);
    case OPTION_HELP:
        return ACTION_HELP;
    case OPTION_VERSION:
        return ACTION_VERSION;
    case OPTION_MANUAL:
        return ACTION_MANUAL;
    }
    return ACTION_WRONG;
}

/* One "--name", "--name value" or "--name=value"; *at is moved past it. */
static enum action read_option(int count, char **arguments, int *at, struct options *options) {
    const char *argument = arguments[*at], *equals = strchr(argument, '=');
    size_t size = equals ? (size_t)(equals - argument) : strlen(argument);
    for (size_t i = 0; i < COUNT_OF(OPTIONS); i++) {
        if (strlen(OPTIONS[i].name) != size || strncmp(OPTIONS[i].name, argument, size) != 0)
            continue;
        if (!(OPTIONS[i].commands & (1 << options->command)))
            return wrong(options,
                         options->command == COMMAND_NONE ? WORD_FOLLOWS_COMMAND
                                                          : WORD_NOT_TAKEN,
                         argument, NULL);
        if (!OPTIONS[i].value)
            return equals ? wrong(options, WORD_NO_VALUE, argument, NULL)
                          : take(options, OPTIONS[i].id, NULL);
        const char *value = equals ? equals + 1 : *at + 1 < count ? arguments[++*at] : "";
        if (*value == '\0')
            return wrong(options, WORD_NEEDS_VALUE, OPTIONS[i].name, NULL);
        return take(options, OPTIONS[i].id, value);
    }
    return wrong(options, WORD_NO_OPTION, argument, NULL);
}

/* --lang counts wherever it stands, for --help before it and for what is wrong before it. */
static void find_language(int count, char **arguments, enum diag_language *language) {
    for (int at = 1; at < count; at++) {
        const char *value = NULL;
        if (strncmp(arguments[at], "--lang=", 7) == 0)
            value = arguments[at] + 7;
        else if (strcmp(arguments[at], "--lang") == 0 && at + 1 < count)
            value = arguments[at + 1];
        enum diag_language found;
        if (value && language_of(value, &found))
            *language = found;
    }
}

enum action options_read(int count, char **arguments, const char *environment_language,
                         struct options *options) {
    *options = (struct options){.pipeline = pipeline_defaults()};
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    options->pipeline.threads = cores > 1 ? (size_t)cores : 1;
    if (environment_language)
        language_of(environment_language, &options->language);
    find_language(count, arguments, &options->language);
    for (int at = 1; at < count; at++) {
        if (arguments[at][0] == '-' && arguments[at][1]) {
            enum action action = read_option(count, arguments, &at, options);
            if (action != ACTION_RUN)
                return action;
        } else if (options->command == COMMAND_NONE) {
            options->command = command_of(arguments[at]);
            if (options->command == COMMAND_NONE)
                return wrong(options, WORD_NO_COMMAND, arguments[at], NULL);
        } else if (takes_argument(options->command) && !options->argument) {
            options->argument = arguments[at];
        } else {
            return wrong(options, WORD_TOO_MANY_ARGUMENTS, arguments[at], NULL);
        }
    }
    if (options->command == COMMAND_NONE)
        return wrong(options, WORD_WHICH_COMMAND, NULL, NULL);
    if (lacks_argument(options))
        return wrong(options,
                     options->command == COMMAND_EXPLAIN ? WORD_WHICH_INDICATOR
                     : options->command == COMMAND_AUDIT ? WORD_WHICH_FILE
                                                         : WORD_WHICH_QUESTION,
                     NULL, NULL);
    if (options->pipeline.dump && options->format != FORMAT_TEXT)
        return wrong(options, WORD_DUMP_OR_FORMAT, NULL, NULL);
    return ACTION_RUN;
}

static void print(FILE *stream, enum diag_language language, enum word word, const char *end) {
    fprintf(stream, "%s%s", word_text(word, language), end);
}

static void print_usage(FILE *stream, enum diag_language language, const char *command) {
    struct arena *arena = arena_new();
    struct buf out = buf_make(arena);
    WORDS(&out, language, WORD_USAGE, str_of(command));
    buf_add(&out, STR("\n\n"));
    fwrite(out.data, 1, out.size, stream);
    arena_free(arena);
}

static void help_of_all(FILE *stream, enum diag_language language) {
    print(stream, language, WORD_TONGHOP, "\n\n");
    print_usage(stream, language, word_text(WORD_COMMAND_PLACE, language));
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
        fprintf(stream, "  %-8s %-10s %s\n", COMMANDS[i].name,
                COMMANDS[i].argument ? COMMANDS[i].argument : "",
                word_text(COMMANDS[i].does, language));
    fputs("\n", stream);
}

void options_help(FILE *stream, enum command command, enum diag_language language) {
    if (command == COMMAND_NONE)
        help_of_all(stream, language);
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++) {
        if (COMMANDS[i].id != command)
            continue;
        char place[32];
        snprintf(place, sizeof place, "%s%s%s", COMMANDS[i].name,
                 COMMANDS[i].argument ? " " : "",
                 COMMANDS[i].argument ? COMMANDS[i].argument : "");
        print_usage(stream, language, place);
        print(stream, language, COMMANDS[i].does, ".\n\n");
    }
    print(stream, language, WORD_OPTIONS_HEAD, "\n");
    for (size_t i = 0; i < COUNT_OF(OPTIONS); i++)
        if (command == COMMAND_NONE || (OPTIONS[i].commands & (1 << command)))
            fprintf(stream, "  %-12s %-9s %s\n", OPTIONS[i].name,
                    OPTIONS[i].value ? OPTIONS[i].value : "",
                    word_text(OPTIONS[i].does, language));
    fputs("\n", stream);
    print(stream, language, WORD_EXIT_STATUS, "\n");
}

static void manual_synopsis(FILE *stream) {
    fputs(".Sh SYNOPSIS\n", stream);
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++) {
        const char *argument = COMMANDS[i].argument;
        fprintf(stream, ".Nm\n.Cm %s\n", COMMANDS[i].name);
        if (argument && argument[0] == '[')
            fprintf(stream, ".Op Ar %.*s\n", (int)strlen(argument) - 2, argument + 1);
        else if (argument)
            fprintf(stream, ".Ar %s\n", argument);
        for (size_t j = 0; j < COUNT_OF(OPTIONS); j++)
            if ((OPTIONS[j].commands & (1 << COMMANDS[i].id)) && OPTIONS[j].value)
                fprintf(stream, ".Op Fl -%s Ar %s\n", OPTIONS[j].name + 2, OPTIONS[j].value);
    }
}

static void manual_options(FILE *stream, enum diag_language language) {
    print(stream, language, WORD_MANUAL_OPTIONS, "\n.Bl -tag -width Ds\n");
    for (size_t j = 0; j < COUNT_OF(OPTIONS); j++) {
        fprintf(stream, ".It Fl -%s", OPTIONS[j].name + 2);
        if (OPTIONS[j].value)
            fprintf(stream, " Ar %s", OPTIONS[j].value);
        fprintf(stream, "\n%s.\n", word_text(OPTIONS[j].does, language));
    }
    fputs(".El\n", stream);
}

/* the grammar of model/expression.h, as its readers write it */
static void manual_conditions(FILE *stream, enum diag_language language) {
    print(stream, language, WORD_MANUAL_CONDITIONS,
          "\n.Bd -literal -offset indent\n"
          "condition  = term { or term }\n"
          "term       = factor { and factor }\n"
          "factor     = not factor | ( condition ) | comparison\n"
          "comparison = path ( = | != | < | <= | > | >= ) operand\n"
          "           | path [ not ] between operand and operand\n"
          "           | path [ not ] in ( literal { , literal } )\n"
          "           | path is [ not ] ( missing | n/a )\n"
          "operand    = literal | [ path ]\n"
          "path       = name { . name }\n"
          ".Ed\n.Pp\n");
    print(stream, language, WORD_MANUAL_PATHS, "\n");
}

/* In mdoc a line must not begin with a dot or a quote; none of the table's texts does. */
void options_manual(FILE *stream, enum diag_language language) {
    static const enum word STATUS[] = {WORD_MANUAL_DONE, WORD_MANUAL_CONTENT, WORD_MANUAL_USAGE,
                                       WORD_MANUAL_WORLD};
    fputs(".Dd November 24, 2026\n.Dt TONGHOP 1\n.Os\n.Sh NAME\n.Nm tonghop\n.Nd ", stream);
    print(stream, language, WORD_MANUAL_NAME, "\n");
    manual_synopsis(stream);
    fputs(".Sh DESCRIPTION\n.Nm\n", stream);
    print(stream, language, WORD_MANUAL_ABOUT, "\n.Bl -tag -width Ds\n");
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
        fprintf(stream, ".It Cm %s\n%s.\n", COMMANDS[i].name,
                word_text(COMMANDS[i].does, language));
    fputs(".El\n.Pp\n", stream);
    manual_options(stream, language);
    fputs(".Pp\n", stream);
    print(stream, language, WORD_MANUAL_FORMATS, "\n.Fl -format Cm json\n");
    print(stream, language, WORD_MANUAL_JSON, "\n.Pp\n");
    print(stream, language, WORD_MANUAL_FORMATS, "\n.Fl -format Cm sarif\n");
    print(stream, language, WORD_MANUAL_SARIF, "\n.Sh CONDITIONS\n");
    manual_conditions(stream, language);
    manual_documents(stream, language);
    fputs(".Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n", stream);
    for (size_t i = 0; i < COUNT_OF(STATUS); i++)
        fprintf(stream, ".It %zu\n%s\n", i, word_text(STATUS[i], language));
    fputs(".El\n.Sh EXAMPLES\n", stream);
    print(stream, language, WORD_MANUAL_BUILD, "\n.Dl tonghop build\n");
    print(stream, language, WORD_MANUAL_EXPLAIN, "\n.Dl tonghop explain members --by place\n");
    print(stream, language, WORD_MANUAL_SCHEMA,
          "\n.Dl tonghop schema place > place.schema.json\n");
}
