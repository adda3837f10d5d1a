/* limits.h: every limit of the program, by name. A limit that is reached is a diagnostic with
 * file and line, never a crash; the reasons stand beside the numbers. */
#ifndef BASE_LIMITS_H
#define BASE_LIMITS_H

#define LIMIT_FILE_BYTES (16u << 20)  /* one content file */
#define LIMIT_SCALAR_BYTES (1u << 20) /* one YAML scalar */
#define LIMIT_YAML_DEPTH 32           /* libyaml is quadratic in nesting: 10^5 '[' take 36 s */
#define LIMIT_MARKDOWN_BYTES                                                                   \
    (64u << 10)                 /* cmark is quadratic on some inputs: 0.2 s at this size */
#define LIMIT_MARKDOWN_DEPTH 32 /* containers inside containers */
#define LIMIT_TABLE_COLUMNS 64
#define LIMIT_IMAGE_BYTES (8u << 20) /* one picture of a page: a phone has to load it */
#define LIMIT_IMAGE_SIDE 10000       /* its width and height in pixels */
#define LIMIT_IMAGE_PIXELS 40000000  /* unpacked by printers and readers with little memory */
#define LIMIT_TEMPLATE_DEPTH 32      /* sections and partials inside each other */
#define LIMIT_TEMPLATE_BYTES (1u << 20) /* one template file */
#define LIMIT_EXPRESSION_DEPTH 32       /* parentheses and 'not' in a where */
/* comparisons and listed values of one condition: SQLite nests a chain of them 1,000 deep */
#define LIMIT_EXPRESSION_TERMS 500
#define LIMIT_PATH_STEPS 8              /* names in a dotted path */
#define LIMIT_BY_KEYS 3                 /* keys crossed in one breakdown */
#define LIMIT_PATTERN_BYTES 1000        /* of the form of a text */
#define LIMIT_PATTERN_STEPS 100         /* × 10,000 steps of ICU: some forms never end */
#define LIMIT_PATTERN_STACK (1 << 20)   /* bytes that one match may use */
#define LIMIT_DIAGNOSTICS_SHOWN 50      /* faults printed in one run; the rest are counted */
#define LIMIT_LINE_SHOWN 160            /* characters of a source line under a message */
#define LIMIT_CONTRIBUTORS_SHOWN                                                               \
    2000 /* rows on an indicator's page; explain and the data have all */
#define LIMIT_OUTPUT_FILE_BYTES (256u << 20)
#define LIMIT_BUFFER_BYTES (1u << 30)
#define LIMIT_DIRECTORY_DEPTH 16       /* folders inside the content folder */
#define LIMIT_EXPLAIN_DEPTH 16         /* indicators from indicators, told by explain */
#define LIMIT_QUERY_VALUE_BYTES (4u << 20)    /* one value in it */
#define LIMIT_QUERY_MEMORY_BYTES (256u << 20) /* what SQLite may take for it */
#define LIMIT_QUERY_ANSWER_BYTES (64u << 20)  /* all values of the answer */
#define LIMIT_QUERY_SECONDS 10         /* a question asked with query */
#define LIMIT_PROFILE_BYTES (1u << 20) /* a colour profile */
#define LIMIT_PDF_PAGES 50000          /* of one document */
#define LIMIT_PDF_OBJECTS 8388607      /* of one file: what archives allow (ISO 19005, annex) */
#define LIMIT_PDF_STRING 32767         /* bytes of one text in a file: the same */

#endif
