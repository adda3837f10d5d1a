/* The schema of a record type, field by field. A field may be what its type says, or one of the
 * kinds of nothing. */
#include "base/arena.h"
#include "base/date.h"
#include "base/guard.h"
#include "exchange/internal.h"

#define ID "^[a-z0-9][a-z0-9_-]{0,99}$"

static void sentence(struct writer *writer, struct buf *text, enum word word,
                     struct str argument) {
    if (text->size)
        buf_add(text, STR(" "));
    WORDS(text, writer->language, word, argument);
}

static void describe(struct writer *writer, const struct field *field, struct str now) {
    struct buf text = buf_make(writer->arena);
    buf_add(&text, field->description);
    if (now.size)
        sentence(writer, &text, WORD_SCHEMA_NOW, now);
    if (field->unit.size)
        sentence(writer, &text, WORD_SCHEMA_UNIT, field->unit);
    if (field->type == FIELD_DATE && field->has_min)
        sentence(writer, &text, WORD_SCHEMA_FROM,
                 date_iso(writer->arena, date_from_number(field->min)));
    if (field->type == FIELD_DATE && field->has_max)
        sentence(writer, &text, WORD_SCHEMA_TO,
                 date_iso(writer->arena, date_from_number(field->max)));
    json_text(in(writer), "title", field->label);
    if (text.size)
        json_text(in(writer), "description", buf_str(&text));
}

/* --- one field */

static void default_of(struct writer *writer, const struct field *field) {
    const struct value *value = field->otherwise;
    if (!value)
        return;
    if (field_is_number(field->type) || field->type == FIELD_YEAR)
        json_raw(in(writer), "default", json_schema_number(writer, field, value->number));
    else if (field->type == FIELD_BOOLEAN)
        json_raw(in(writer), "default", value->number ? STR("true") : STR("false"));
    else if (field->type == FIELD_ENUM)
        json_text(in(writer), "default", field->codes[value->number].name);
    else if (field->type == FIELD_DATE)
        json_text(in(writer), "default",
                  date_iso(writer->arena, date_from_number(value->number)));
    else
        json_text(in(writer), "default", value->text);
}

/* empty (null to an editor) where the field need not be there; n/a is an answer everywhere */
static void nothing(struct writer *writer, const struct field *field) {
    json_open_flat(in(writer), '{');
    json_open_at(in(writer), "enum", '[');
    json_item(in(writer), STR("n/a"));
    if (!field->required)
        json_item_raw(in(writer), STR("null"));
    json_close(in(writer), ']');
    json_text(in(writer), "description",
              str_of(word_text(field->required ? WORD_SCHEMA_NONE : WORD_SCHEMA_NOTHING,
                               writer->language)));
    json_close(in(writer), '}');
}

/* `now`: the field's name, when this is one that it had before */
static void property(struct writer *writer, const struct field *field, struct str name,
                     struct str now) {
    json_open_named(in(writer), name, '{');
    describe(writer, field, now);
    if (now.size)
        json_raw(in(writer), "deprecated", STR("true"));
    default_of(writer, field);
    json_open_at(in(writer), "anyOf", '[');
    json_schema_value(writer, field);
    nothing(writer, field);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void required_one(struct writer *writer, struct str name) {
    json_open_flat(in(writer), '{');
    json_open_at(in(writer), "required", '[');
    json_item(in(writer), name);
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

/* A field that had other names is there under one of them, and under one only. */
static void one_name(struct writer *writer, const struct field *field) {
    json_open(in(writer), '{');
    json_open_at(in(writer), "oneOf", '[');
    required_one(writer, field->name);
    for (size_t i = 0; i < field->was_count; i++)
        required_one(writer, field->was[i]);
    if (!field->required) {
        json_open(in(writer), '{');
        json_open_at(in(writer), "not", '{');
        json_open_at(in(writer), "anyOf", '[');
        required_one(writer, field->name);
        for (size_t i = 0; i < field->was_count; i++)
            required_one(writer, field->was[i]);
        json_close(in(writer), ']');
        json_close(in(writer), '}');
        json_close(in(writer), '}');
    }
    json_close(in(writer), ']');
    json_close(in(writer), '}');
}

static void requirements(struct writer *writer, const struct record_type *type, bool need_id) {
    bool renamed = false;
    json_open_flat_at(in(writer), "required", '[');
    if (need_id)
        json_item(in(writer), STR("id"));
    for (size_t i = 0; i < type->field_count; i++) {
        if (type->fields[i].required && type->fields[i].was_count == 0)
            json_item(in(writer), type->fields[i].name);
        renamed |= type->fields[i].was_count > 0;
    }
    json_close(in(writer), ']');
    json_raw(in(writer), "additionalProperties", STR("false"));
    if (!renamed)
        return;
    json_open_at(in(writer), "allOf", '[');
    for (size_t i = 0; i < type->field_count; i++)
        if (type->fields[i].was_count)
            one_name(writer, &type->fields[i]);
    json_close(in(writer), ']');
}

/* --- records */

void json_schema_record(struct writer *writer, const struct record_type *type, bool with_id) {
    json_text(in(writer), "title", type->label);
    if (type->description.size)
        json_text(in(writer), "description", type->description);
    json_text(in(writer), "type", STR("object"));
    json_open_at(in(writer), "properties", '{');
    if (with_id) {
        json_open_flat_at(in(writer), "id", '{');
        json_open_at(in(writer), "type", '[');
        json_item(in(writer), STR("string"));
        json_item(in(writer), STR("integer"));
        json_close(in(writer), ']');
        json_text(in(writer), "pattern", STR(ID));
        json_close(in(writer), '}');
    }
    for (size_t i = 0; i < type->field_count; i++) {
        const struct field *field = &type->fields[i];
        property(writer, field, field->name, STR_EMPTY);
        for (size_t j = 0; j < field->was_count; j++)
            property(writer, field, field->was[j], field->name);
    }
    json_close(in(writer), '}');
    requirements(writer, type, with_id && !type->parent);
}

static void list_of_records(struct writer *writer, const struct record_type *type) {
    json_text(in(writer), "type", STR("array"));
    json_open_at(in(writer), "items", '{');
    json_schema_record(writer, type, true);
    json_close(in(writer), '}');
}

static void ids_of(struct writer *writer, const struct record_type *type) {
    const struct map *ids = &writer->checked->dataset.sets[type->index].by_id;
    json_open_named(in(writer), str_format(writer->arena, "%.*s.ids", STR_ARG(type->name)),
                    '{');
    json_text(in(writer), "title", type->label);
    if (ids->count == 0) { /* a choice of none is nothing that fits */
        json_open_flat_at(in(writer), "not", '{');
        json_close(in(writer), '}');
    } else {
        json_open_at(in(writer), "oneOf", '[');
        writer->readings = map_make(writer->arena);
        for (size_t i = 0; i < ids->count; i++) {
            const struct row *row = ids->entries[i].value;
            json_schema_choice(writer, ids->entries[i].key, row->title, STR_EMPTY);
        }
        json_close(in(writer), ']');
    }
    json_close(in(writer), '}');
}

static bool refers_to(const struct field *field, const struct record_type *target) {
    const struct record_type *rows = field->rows;
    if (field->target == target || (field->item && field->item->target == target))
        return true;
    for (size_t i = 0; rows && i < rows->field_count; i++)
        if (rows->fields[i].target == target ||
            (rows->fields[i].item && rows->fields[i].item->target == target))
            return true;
    return false;
}

/* the ids that the fields of `from` may hold; NULL: those of all types */
static void all_ids(struct writer *writer, const struct record_type *from) {
    const struct schema *schema = &writer->checked->schema;
    for (size_t i = 0; i < schema->count; i++) {
        bool wanted = !from && !schema->types[i]->parent;
        for (size_t j = 0; from && j < from->field_count; j++)
            wanted |= refers_to(&from->fields[j], schema->types[i]);
        if (wanted)
            ids_of(writer, schema->types[i]);
    }
}

static struct writer start(const struct checked *checked, enum diag_language language,
                           struct buf *out) {
    struct writer writer = {
        .json = {.out = out}, .checked = checked, .language = language, .arena = arena_new()};
    json_open(in(&writer), '{');
    json_text(in(&writer), "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    return writer;
}

static void finish(struct writer *writer) {
    json_close(in(writer), '}');
    buf_add_char(writer->json.out, '\n');
    arena_free(writer->arena);
}

void json_schema_of_type(const struct checked *checked, const struct record_type *type,
                         enum json_schema_form form, enum diag_language language,
                         struct buf *out) {
    struct writer writer = start(checked, language, out);
    if (form == JSON_SCHEMA_RECORD)
        json_schema_record(&writer, type, false);
    else
        list_of_records(&writer, type);
    json_open_at(in(&writer), "$defs", '{');
    all_ids(&writer, type);
    json_close(in(&writer), '}');
    finish(&writer);
}

void json_schema_of_all(const struct checked *checked, enum diag_language language,
                        struct buf *out) {
    const struct schema *schema = &checked->schema;
    struct writer writer = start(checked, language, out);
    json_text(in(&writer), "title", checked->site.title);
    json_open_at(in(&writer), "$defs", '{');
    for (size_t i = 0; i < schema->count; i++) {
        const struct record_type *type = schema->types[i];
        if (type->parent)
            continue;
        json_open_named(in(&writer), type->name, '{');
        json_schema_record(&writer, type, false);
        json_close(in(&writer), '}');
        json_open_named(in(&writer), str_format(writer.arena, "%.*s.list", STR_ARG(type->name)),
                        '{');
        list_of_records(&writer, type);
        json_close(in(&writer), '}');
    }
    all_ids(&writer, NULL);
    json_close(in(&writer), '}');
    finish(&writer);
}
