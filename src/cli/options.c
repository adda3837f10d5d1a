/* The table, and what is made of it. */
#include "cli/options.h"

#include <string.h>

#include "base/guard.h"

static const struct {
    enum command id;
    const char *name, *argument, *does;
} COMMANDS[] = {
    {COMMAND_BUILD, "build", NULL,
     "read the content, compute and check every number, and publish the web site, the PDFs and "
     "the data; the old site stays whole and in place until the new one is"},
    {COMMAND_CHECK, "check", NULL,
     "do all that build does but publish; report every fault with its file, line and mend"},
    {COMMAND_EXPLAIN, "explain", "INDICATOR",
     "show how a number came about, down to file and line of each record"},
    {COMMAND_QUERY, "query", "SQL",
     "ask the records and the computed numbers with one SELECT; nothing can be changed"},
    {COMMAND_AUDIT, "audit", "FILE",
     "list every number of a finished article (text, Markdown, HTML, DOCX, PDF) and say "
     "whether it is "
     "right, wrong or not known"},
};

enum option_id {
    OPTION_CONTENT,
    OPTION_TEMPLATES,
    OPTION_OUT,
    OPTION_FONTS,
    OPTION_LANG,
    OPTION_BY,
    OPTION_AUDIENCE,
    OPTION_WRITTEN_IN,
    OPTION_CROSS,
    OPTION_SQL,
    OPTION_FORMAT,
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
    FOR_ALL = FOR_BUILD | FOR_CHECK | FOR_EXPLAIN | FOR_QUERY | FOR_AUDIT,
    FOR_NONE = 1 << COMMAND_NONE
};

static const struct {
    enum option_id id;
    const char *name, *value, *does;
    int commands;
} OPTIONS[] = {
    {OPTION_CONTENT, "--content", "FOLDER", "the folder of site.yaml (content)", FOR_ALL},
    {OPTION_TEMPLATES, "--templates", "FOLDER",
     "the folder of the frames and language files (templates, or the installed one)", FOR_ALL},
    {OPTION_OUT, "--out", "FOLDER", "where the site is published (out)", FOR_BUILD},
    {OPTION_FONTS, "--fonts", "FOLDER", "the folder of the Liberation 2 fonts",
     FOR_BUILD | FOR_CHECK},
    {OPTION_BY, "--by", "KEYS", "also each cell of this breakdown, such as district",
     FOR_EXPLAIN},
    {OPTION_AUDIENCE, "--audience", "AUDIENCE",
     "who the build is for: public, conference or internal (audience: of site.yaml, or public)",
     FOR_BUILD | FOR_CHECK | FOR_EXPLAIN},
    {OPTION_WRITTEN_IN, "--written-in", "LANGUAGE",
     "language of the article, such as en (that of the site)", FOR_AUDIT},
    {OPTION_CROSS, "--cross", NULL,
     "compute every number a second time, by SQL over the records, and compare", FOR_CHECK},
    {OPTION_SQL, "--sql", NULL, "print the SQL by which the number is computed a second time",
     FOR_EXPLAIN},
    {OPTION_FORMAT, "--format", "FORMAT", "text, csv or json (text)",
     FOR_EXPLAIN | FOR_QUERY | FOR_AUDIT},
    {OPTION_DUMP, "--dump", "STAGE",
     "print what a stage made (tree, dataset, tables, doc) instead of going on", FOR_CHECK},
    {OPTION_LANG, "--lang", "LANGUAGE", "language of the messages: vi or en (by LANG)",
     FOR_ALL},
    {OPTION_QUIET, "--quiet", NULL, "print nothing but faults", FOR_BUILD | FOR_CHECK},
    {OPTION_HELP, "--help", NULL, "print this", FOR_ALL | FOR_NONE},
    {OPTION_VERSION, "--version", NULL, "print the version", FOR_NONE},
    {OPTION_MANUAL, "--manual", NULL, "print the manual page in mdoc(7)", FOR_NONE},
};

static enum action wrong(const char *what, const char *name) {
    fprintf(stderr, "tonghop: %s%s%s\nTry 'tonghop --help'.\n", what, name ? ": " : "",
            name ? name : "");
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

static bool language_of(const char *name, enum diag_language *language) {
    bool vietnamese = strncmp(name, "vi", 2) == 0;
    *language = vietnamese ? DIAG_VIETNAMESE : DIAG_ENGLISH;
    return vietnamese || strncmp(name, "en", 2) == 0;
}

static bool dump_of(const char *name, enum pipeline_dump *dump) {
    static const char *const NAMES[] = {"tree", "dataset", "tables", "doc"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (strcmp(name, NAMES[i]) == 0) {
            *dump = (enum pipeline_dump)(i + 1);
            return true;
        }
    return false;
}

static bool format_of(const char *name, enum format *format) {
    static const char *const NAMES[] = {"text", "csv", "json"};
    for (size_t i = 0; i < COUNT_OF(NAMES); i++)
        if (strcmp(name, NAMES[i]) == 0) {
            *format = (enum format)i;
            return true;
        }
    return false;
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
    case OPTION_BY:
        options->by = value;
        return ACTION_RUN;
    case OPTION_SQL:
        options->sql = true;
        return ACTION_RUN;
    case OPTION_FORMAT:
        return format_of(value, &options->format)
                   ? ACTION_RUN
                   : wrong("--format takes text, csv or json, not", value);
    case OPTION_AUDIENCE:
        options->pipeline.audience_given = true;
        return audience_of(str_of(value), &options->pipeline.audience)
                   ? ACTION_RUN
                   : wrong("--audience takes public, conference or internal, not", value);
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
                   : wrong("--lang takes vi or en, not", value);
    case OPTION_DUMP:
        return dump_of(value, &options->pipeline.dump)
                   ? ACTION_RUN
                   : wrong("--dump takes tree, dataset, tables or doc, not", value);
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
            return wrong(options->command == COMMAND_NONE ? "this option follows a command"
                                                          : "this command does not take",
                         argument);
        if (!OPTIONS[i].value)
            return equals ? wrong("this option takes no value", argument)
                          : take(options, OPTIONS[i].id, NULL);
        const char *value = equals ? equals + 1 : *at + 1 < count ? arguments[++*at] : "";
        if (*value == '\0')
            return wrong("this option needs a value", OPTIONS[i].name);
        return take(options, OPTIONS[i].id, value);
    }
    return wrong("no such option", argument);
}

enum action options_read(int count, char **arguments, const char *environment_language,
                         struct options *options) {
    *options = (struct options){.pipeline = pipeline_defaults()};
    if (environment_language)
        language_of(environment_language, &options->language);
    for (int at = 1; at < count; at++) {
        if (arguments[at][0] == '-' && arguments[at][1]) {
            enum action action = read_option(count, arguments, &at, options);
            if (action != ACTION_RUN)
                return action;
        } else if (options->command == COMMAND_NONE) {
            options->command = command_of(arguments[at]);
            if (options->command == COMMAND_NONE)
                return wrong("no such command", arguments[at]);
        } else if (takes_argument(options->command) && !options->argument) {
            options->argument = arguments[at];
        } else {
            return wrong("one argument too many", arguments[at]);
        }
    }
    if (options->command == COMMAND_NONE)
        return wrong("which command?", NULL);
    if (takes_argument(options->command) && !options->argument)
        return wrong(options->command == COMMAND_EXPLAIN ? "explain which indicator?"
                     : options->command == COMMAND_AUDIT ? "audit which file?"
                                                         : "what is the question, in SQL?",
                     NULL);
    return ACTION_RUN;
}

void options_help(FILE *stream, enum command command) {
    if (command == COMMAND_NONE) {
        fputs(
            "tonghop: YAML records in, checked totals out, and from them a web site and PDFs.\n"
            "\nusage: tonghop COMMAND [OPTION ...]\n\n",
            stream);
        for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
            fprintf(stream, "  %-8s %-10s %s\n", COMMANDS[i].name,
                    COMMANDS[i].argument ? COMMANDS[i].argument : "", COMMANDS[i].does);
        fputs("\nOptions:\n", stream);
    } else {
        for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
            if (COMMANDS[i].id == command)
                fprintf(stream, "usage: tonghop %s %s%s[OPTION ...]\n\n%s.\n\nOptions:\n",
                        COMMANDS[i].name, COMMANDS[i].argument ? COMMANDS[i].argument : "",
                        COMMANDS[i].argument ? " " : "", COMMANDS[i].does);
    }
    for (size_t i = 0; i < COUNT_OF(OPTIONS); i++)
        if (command == COMMAND_NONE || (OPTIONS[i].commands & (1 << command)))
            fprintf(stream, "  %-12s %-9s %s\n", OPTIONS[i].name,
                    OPTIONS[i].value ? OPTIONS[i].value : "", OPTIONS[i].does);
    fputs("\nExit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the outside world "
          "failed.\n",
          stream);
}

/* In mdoc a line must not begin with a dot or a quote; none of the table's texts does. */
void options_manual(FILE *stream) {
    fputs(".Dd November 24, 2026\n.Dt TONGHOP 1\n.Os\n.Sh NAME\n.Nm tonghop\n"
          ".Nd turn records into checked totals, a web site and PDFs\n.Sh SYNOPSIS\n",
          stream);
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++) {
        fprintf(stream, ".Nm\n.Cm %s\n", COMMANDS[i].name);
        if (COMMANDS[i].argument)
            fprintf(stream, ".Ar %s\n", COMMANDS[i].argument);
        for (size_t j = 0; j < COUNT_OF(OPTIONS); j++)
            if ((OPTIONS[j].commands & (1 << COMMANDS[i].id)) && OPTIONS[j].value)
                fprintf(stream, ".Op Fl -%s Ar %s\n", OPTIONS[j].name + 2, OPTIONS[j].value);
    }
    fputs(".Sh DESCRIPTION\n.Nm\nreads records in YAML, computes and checks the indicators "
          "that are "
          "declared over them, and publishes pages in which every number can be followed to "
          "the line "
          "of the record it came from.\n.Bl -tag -width Ds\n",
          stream);
    for (size_t i = 0; i < COUNT_OF(COMMANDS); i++)
        fprintf(stream, ".It Cm %s\n%s.\n", COMMANDS[i].name, COMMANDS[i].does);
    fputs(".El\n.Pp\nThe options are:\n.Bl -tag -width Ds\n", stream);
    for (size_t j = 0; j < COUNT_OF(OPTIONS); j++) {
        fprintf(stream, ".It Fl -%s", OPTIONS[j].name + 2);
        if (OPTIONS[j].value)
            fprintf(stream, " Ar %s", OPTIONS[j].value);
        fprintf(stream, "\n%s.\n", OPTIONS[j].does);
    }
    fputs(".El\n.Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n.It 0\ndone\n"
          ".It 1\nthe content has errors; nothing was published\n.It 2\nwrong usage\n"
          ".It 3\nthe outside world failed (disk full, no permission); the old site is "
          "unchanged\n"
          ".El\n.Sh EXAMPLES\nBuild the site in the current folder:\n"
          ".Dl tonghop build\nSee where a number comes from:\n"
          ".Dl tonghop explain houses --by district\n",
          stream);
}
