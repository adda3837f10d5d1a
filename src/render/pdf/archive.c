/* XMP is written as a text of our own: libharu's neither escapes nor says the same twice. */
#include "render/pdf/archive.h"

#include "base/arena.h"
#include "base/guard.h"
#include "render/escape.h"
#include "render/pdf/syntax.h"

struct str archive_text(struct arena *arena, struct str text) {
    struct buf out = buf_make(arena);
    size_t count = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t code = str_next(text, &at);
        bool control = code < 0x20 || (code >= 0x7F && code < 0xA0) ||
                       (code & 0xFFFE) == 0xFFFE || code == 0x2028 || code == 0x2029;
        if (++count == ARCHIVE_TEXT_MOST && at < text.size) {
            buf_add_code_point(&out, 0x2026 /* … */);
            break;
        }
        buf_add_code_point(&out, control ? ' ' : code);
    }
    return str_trim(buf_str(&out));
}

/* --- the info dictionary */

static void put_entry(struct buf *out, const char *key, struct str text) {
    if (text.size == 0)
        return;
    buf_add_char(out, '/');
    buf_add(out, str_of(key));
    put_text(out, text);
}

static void write_info(struct arena *arena, struct pdf_file *file,
                       const struct archive_facts *facts) {
    struct buf out = buf_make(arena);
    put_entry(&out, "Title", facts->title);
    put_entry(&out, "Author", facts->author);
    put_entry(&out, "Subject", facts->subject);
    put_entry(&out, "Creator", facts->producer);
    put_entry(&out, "Producer", facts->producer);
    if (facts->dated) {
        buf_add(&out, STR("/CreationDate"));
        put_date(&out, facts->date);
        buf_add(&out, STR("/ModDate"));
        put_date(&out, facts->date);
    }
    pdf_info_set(file, buf_str(&out));
}

/* --- XMP (ISO 16684-1): the same, entry by entry as ISO 19005-1, table 1, has it */

static void put_property(struct buf *out, const char *name, const char *around,
                         struct str text) {
    if (text.size == 0)
        return;
    bool list = around[0] != '\0', alternatives = list && around[0] == 'A';
    buf_format(out, "<%s>", name);
    if (list)
        buf_format(out, "<rdf:%s><rdf:li%s>", around,
                   alternatives ? " xml:lang=\"x-default\"" : "");
    escape_xml(out, text);
    if (list)
        buf_format(out, "</rdf:li></rdf:%s>", around);
    buf_format(out, "</%s>\n", name);
}

/* the namespace of PDF/UA, which PDF/A wants explained */
static void put_extension(struct buf *out) {
    buf_add(out, STR("<rdf:Description rdf:about=\"\""
                     " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                     " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                     " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                     "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
                     "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
                     "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</"
                     "pdfaSchema:namespaceURI>\n"
                     "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
                     "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
                     "<pdfaProperty:name>part</pdfaProperty:name>\n"
                     "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
                     "<pdfaProperty:category>internal</pdfaProperty:category>\n"
                     "<pdfaProperty:description>part of ISO 14289</pdfaProperty:description>\n"
                     "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
                     "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"));
}

static void put_claims(struct buf *out, enum doc_archive level) {
    static const char *const CLAIMS[][2] = {[DOC_ARCHIVE_2A] = {"2", "A"},
                                            [DOC_ARCHIVE_1B] = {"1", "B"},
                                            [DOC_ARCHIVE_3A] = {"3", "A"}};
    ASSERT((size_t)level < COUNT_OF(CLAIMS));
    buf_format(out,
               "<pdfaid:part>%s</pdfaid:part>\n<pdfaid:conformance>%s</pdfaid:conformance>\n",
               CLAIMS[level][0], CLAIMS[level][1]);
    if (level != DOC_ARCHIVE_1B)
        buf_add(out, STR("<pdfuaid:part>1</pdfuaid:part>\n"));
}

static int write_metadata(struct arena *arena, struct pdf_file *file, enum doc_archive level,
                          const struct archive_facts *facts) {
    struct buf out = buf_make(arena);
    struct str date = STR_EMPTY;
    if (facts->dated)
        date = str_join(arena, date_iso(arena, facts->date), STR("T00:00:00Z"));
    buf_add(&out, STR("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"));
    put_property(&out, "dc:format", "", STR("application/pdf"));
    put_property(&out, "dc:title", "Alt", facts->title);
    put_property(&out, "dc:creator", "Seq", facts->author);
    put_property(&out, "dc:description", "Alt", facts->subject);
    put_property(&out, "xmp:CreatorTool", "", facts->producer);
    put_property(&out, "xmp:CreateDate", "", date);
    put_property(&out, "xmp:ModifyDate", "", date);
    put_property(&out, "pdf:Producer", "", facts->producer);
    put_claims(&out, level);
    buf_add(&out, STR("</rdf:Description>\n"));
    if (level != DOC_ARCHIVE_1B)
        put_extension(&out);
    buf_add(&out, STR("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"));
    return pdf_stream_put(file, STR("/Type/Metadata/Subtype/XML"), buf_str(&out), PDF_STORED);
}

/* --- attachments (ISO 19005-3, 6.8 and annex E) */

static int write_attachment(struct arena *arena, struct pdf_file *file,
                            const struct archive_facts *facts,
                            const struct pdf_attachment *attachment) {
    struct buf out = buf_make(arena);
    buf_format(&out, "/Type/EmbeddedFile/Subtype/text#2Fcsv/Params<</Size %zu",
               attachment->bytes.size);
    if (facts->dated) {
        buf_add(&out, STR("/ModDate"));
        put_date(&out, facts->date);
    }
    buf_add(&out, STR(">>"));
    int data = pdf_stream_put(file, buf_str(&out), attachment->bytes, PDF_DEFLATE);
    int number = pdf_number_new(file);
    buf_clear(&out);
    buf_add(&out, STR("<</Type/Filespec/AFRelationship/Data/F"));
    put_text(&out, attachment->name);
    buf_add(&out, STR("/UF"));
    put_text(&out, attachment->name);
    buf_add(&out, STR("/Desc"));
    put_text(&out, attachment->name);
    buf_format(&out, "/EF<</F %d 0 R/UF %d 0 R>>>>", data, data);
    pdf_object_put(file, number, buf_str(&out));
    return number;
}

/* in the order of their names, as the tree of names wants it */
static void write_attachments(struct arena *arena, struct pdf_file *file,
                              const struct archive_facts *facts, const struct pdf_job *job,
                              struct buf *catalog) {
    struct buf names = buf_make(arena);
    buf_add(catalog, STR("/AF["));
    for (size_t i = 0; i < job->attachment_count; i++) {
        int number = write_attachment(arena, file, facts, &job->attachments[i]);
        put_reference(catalog, number);
        buf_add_char(catalog, ' ');
        put_text(&names, job->attachments[i].name);
        put_reference(&names, number);
        buf_add_char(&names, ' ');
    }
    buf_format(catalog, "]/Names<</EmbeddedFiles<</Names[%.*s]>>>>", STR_ARG(buf_str(&names)));
}

struct str archive_write(struct arena *arena, struct pdf_file *file, enum doc_archive level,
                         const struct archive_facts *facts, const struct pdf_job *job) {
    struct buf out = buf_make(arena);
    write_info(arena, file, facts);
    int profile = pdf_stream_put(file, STR("/N 3"), job->profile, PDF_DEFLATED);
    buf_add(&out, STR("/Lang"));
    put_text(&out, facts->language);
    buf_format(&out,
               "/ViewerPreferences<</DisplayDocTitle true>>/Metadata %d 0 R"
               "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
               "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]",
               write_metadata(arena, file, level, facts), profile);
    if (level == DOC_ARCHIVE_3A && job->attachment_count)
        write_attachments(arena, file, facts, job, &out);
    return buf_str(&out);
}
