/* load.h: the content folder → trees and page sources. The first stage.
 *
 * Reads every file of the folders that the program knows (site.yaml, schema/, records/,
 * indicators/, pages/, reports/), the pictures that pages name, and the language files. Refuses
 * what is not UTF-8 in NFC and what RELIABILITY's profile of YAML leaves out. All faults of all
 * files are reported; a file that cannot be read has a NULL root and the others go on.
 */
#ifndef LOAD_LOAD_H
#define LOAD_LOAD_H

#include "base/diag.h"
#include "model/content.h"

struct load_paths {
    const char *content;   /* the folder of site.yaml */
    const char *templates; /* the folder of html/ and language/ */
};

/* false: a diagnostic says why; *content then holds what could be read */
bool load(struct arena *arena, struct diags *diags, const struct load_paths *paths,
          struct content **content);

/* Frees the trees of the records, which nothing needs that has been checked; their texts and
 * places stay. To be called once in any case. */
void load_release_records(struct content *content);

#endif
