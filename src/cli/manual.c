/* The chapter of the manual on what may stand in pages and reports. */
#include "base/guard.h"
#include "cli/options.h"

static const struct {
    const char *form;
    enum word does;
} FORMS[] = {{"```table", WORD_MANUAL_TABLE},
             {"```chart", WORD_MANUAL_CHART},
             {"```checklist", WORD_MANUAL_CHECKLIST},
             {"```matrix", WORD_MANUAL_MATRIX},
             {"```contents", WORD_MANUAL_CONTENTS},
             {"```break", WORD_MANUAL_BREAK},
             {"```records", WORD_MANUAL_RECORDS},
             {"```provenance", WORD_MANUAL_PROVENANCE},
             {"{{@id}}, {{@id|page}}", WORD_MANUAL_REFERENCE},
             {"[^name]", WORD_MANUAL_NOTE},
             {"![words](images/x.png \\(dqcaption\\(dq)", WORD_MANUAL_PICTURE},
             {"---", WORD_MANUAL_FRONT}};

void manual_documents(FILE *stream, enum diag_language language) {
    fprintf(stream, ".Sh PAGES AND REPORTS\n%s\n.Bl -tag -width Ds\n",
            word_text(WORD_MANUAL_DOCUMENTS, language));
    for (size_t i = 0; i < COUNT_OF(FORMS); i++)
        fprintf(stream, ".It Li %s\n%s\n", FORMS[i].form, word_text(FORMS[i].does, language));
    fputs(".El\n", stream);
}
