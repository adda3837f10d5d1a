/* content.h: all that load read, file by file, before anything is checked. */
#ifndef MODEL_CONTENT_H
#define MODEL_CONTENT_H

#include "model/tree.h"

struct content_file {  /* one YAML file */
    struct str path;   /* below its folder: "commune/u29.yaml" */
    struct str stem;   /* "u29" */
    struct str folder; /* "commune", or empty */
    const struct source *source;
    struct tree *root; /* NULL: it could not be read, and a diagnostic says why */
};

struct content_files {
    struct content_file *items;
    size_t count, capacity;
};

struct content_block { /* a fenced block of a page: ```table … ``` */
    struct str info;   /* "table" */
    struct span span;  /* of the info string */
    struct tree *body; /* NULL when it could not be read */
};

/* A Markdown file. `text` is a source of the same lines as the file, in which the front matter
 * is blank and each fenced block that has words of ours is one token on its second line: so a
 * place in it is a place in the file. */
struct content_page {
    struct str path, stem;
    struct tree *front; /* mapping, never NULL */
    const struct source *text;
    struct content_block *blocks;
    size_t block_count, block_capacity;
    bool report; /* from reports/, else from pages/ */
};

struct content_pages {
    struct content_page *items;
    size_t count, capacity;
};

struct content_frame { /* templates/html/<name>.mustache */
    struct str name;
    const struct source *source;
};

/* What is wrong with a picture; the page that shows it says so. */
enum image_fault {
    IMAGE_SOUND,
    IMAGE_OTHER_KIND, /* neither PNG nor JPEG, whatever its name says */
    IMAGE_CUT_SHORT,
    IMAGE_DAMAGED, /* a checksum or a length is wrong */
    IMAGE_TOO_LARGE,
    IMAGE_ODD_COLOURS
};

struct doc_image;

struct content_image { /* images/… that a page names */
    struct str path;   /* below the content folder: "images/map.png" */
    enum image_fault fault;
    struct doc_image *image; /* without its alternative and caption */
};

struct content_asset { /* templates/html/assets/… and style.css: published as they are */
    struct str path;   /* below assets/ */
    struct str bytes;
};

struct content {
    struct content_file site; /* site.yaml; root NULL when there is none */
    struct content_files schema, records, indicators, rules, languages, styles;
    struct arena *record_trees; /* by far the most of all trees: freed when they are checked */
    struct content_pages pages;
    struct content_frame *frames;
    size_t frame_count, frame_capacity;
    struct content_asset *assets;
    size_t asset_count, asset_capacity;
    struct content_image *images;
    size_t image_count, image_capacity;
};

/* Private-use characters that mark tokens; load refuses them in input. A token is TOKEN_OPEN, a
 * letter, a number, TOKEN_CLOSE: "b12" is the block 12 of the page, "v3" its third value. */
#define TOKEN_OPEN "\xEE\x80\x80"  /* U+E000 */
#define TOKEN_CLOSE "\xEE\x80\x81" /* U+E001 */

#endif
