#include "base/guard.h"
#include "template/view.h"
#include "unit.h"

static struct view *sample(struct arena *arena) {
    struct view *root = view_object(arena);
    view_text(root, STR("title"), STR("A & <b>"));
    view_text(root, STR("empty"), STR_EMPTY);
    view_markup(root, STR("body"), STR("<p>x</p>"));
    view_flag(root, STR("yes"), true);
    view_flag(root, STR("no"), false);
    view_text(root, STR("parent_name"), STR("part"));
    struct view *person = view_child(root, STR("person"));
    view_text(person, STR("name"), STR("Lan"));
    struct view *list = view_list(root, STR("list"));
    view_text(view_item(list), STR("name"), STR("1"));
    view_text(view_item(list), STR("name"), STR("2"));
    struct view *words = view_list(root, STR("words"));
    view_item_text(words, STR("x"));
    view_item_text(words, STR("y"));
    return root;
}

struct other {
    const char *name, *text;
};

static struct str render(struct arena *arena, const char *text, enum template_mode mode,
                         const struct other *others, struct diags *diags) {
    struct template_set *set = template_set_new(arena);
    for (; others && others->name; others++)
        template_set_add(set, str_of(others->name),
                         template_parse(arena, diags,
                                        source_new(arena, STR("o"), str_of(others->text)),
                                        mode));
    const struct template *parsed =
        template_parse(arena, diags, source_new(arena, STR("t"), str_of(text)), mode);
    struct template_context context = view_context(sample(arena));
    struct buf out = buf_make(arena);
    if (!parsed || !template_render(arena, diags, parsed, set, &context, &out))
        return STR("FAILED");
    return buf_str(&out);
}

static void check_strict(struct arena *arena, const char *text, const char *expected) {
    CHECK_STR(render(arena, text, TEMPLATE_STRICT, NULL, diags_new(arena)), expected);
}

static void values_and_sections(struct arena *arena) {
    check_strict(arena, "{{title}}|{{ title }}|{{{body}}}|{{&body}}|{{empty}}",
                 "A &amp; &lt;b&gt;|A &amp; &lt;b&gt;|<p>x</p>|<p>x</p>|");
    check_strict(arena, "{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{^no}}c{{/no}}{{#empty}}d{{/empty}}",
                 "ac");
    check_strict(arena, "{{#list}}{{name}},{{/list}}{{#words}}{{.}}{{/words}}", "1,2,xy");
    check_strict(arena, "{{#person}}{{name}} {{@root.title}}{{/person}} {{person.name}}",
                 "Lan A &amp; &lt;b&gt; Lan");
    check_strict(arena, "{{=<% %>=}}<%title%><%={{ }}=%>{{! not {shown} }}{{person.name}}",
                 "A &amp; &lt;b&gt;Lan");
}

static void tags_alone_take_their_line(struct arena *arena) {
    check_strict(arena, "a\n  {{#yes}}\nb\n {{/yes}} \nc\n{{! x }}\nd", "a\nb\nc\nd");
    check_strict(arena, "a {{#yes}}\nb{{/yes}}\n", "a \nb\n");
}

static void partials_and_parents(struct arena *arena) {
    static const struct other OTHERS[] = {
        {"part", "[{{person.name}}]\n"},
        {"base", "<{{$title}}none{{/title}}|{{$main}}{{/main}}>"},
        {"middle", "{{<base}}{{$main}}m{{$inner}}i{{/inner}}{{/main}}{{/base}}"},
        {NULL, NULL}};
    struct diags *diags = diags_new(arena);
    CHECK_STR(render(arena, "a\n  {{>part}}\nb", TEMPLATE_STRICT, OTHERS, diags),
              "a\n  [Lan]\nb");
    CHECK_STR(render(arena, "{{>*parent_name}}", TEMPLATE_STRICT, OTHERS, diags), "[Lan]\n");
    CHECK_STR(render(arena, "{{<base}}{{$main}}{{title}}{{/main}}{{/base}}", TEMPLATE_STRICT,
                     OTHERS, diags),
              "<none|A &amp; &lt;b&gt;>");
    CHECK_STR(render(arena, "{{<middle}}{{$inner}}new{{/inner}}{{/middle}}", TEMPLATE_STRICT,
                     OTHERS, diags),
              "<none|mnew>");
    CHECK_INT(diags_errors(diags), 0);
}

static void strict_mode_refuses_what_would_be_silent(struct arena *arena) {
    static const char *const WRONG[] = {
        "{{titel}}",
        "{{#person}}{{title}}{{/person}}",
        "{{person.nmae}}",
        "{{body}}",
        "{{{title}}}",
        "{{>absent}}",
        "{{#titel}}{{/titel}}",
        "{{<absent}}{{/absent}}",
    };
    for (size_t i = 0; i < COUNT_OF(WRONG); i++) {
        struct diags *diags = diags_new(arena);
        CHECK_STR(render(arena, WRONG[i], TEMPLATE_STRICT, NULL, diags), "FAILED");
        CHECK_INT(diags_errors(diags), 1);
    }
    struct diags *diags = diags_new(arena);
    CHECK_STR(render(arena, "[{{titel}}{{>absent}}{{#person}}{{title}}{{/person}}]",
                     TEMPLATE_SPECIFICATION, NULL, diags),
              "[A &amp; &lt;b&gt;]");
    CHECK_INT(diags_errors(diags), 0);
}

static void all_faults_of_a_text_are_said(struct arena *arena) {
    struct diags *diags = diags_new(arena);
    CHECK_STR(render(arena, "{{#a}}{{/b}}{{/c}}{{#d}}{{}}{{e", TEMPLATE_STRICT, NULL, diags),
              "FAILED");
    CHECK(diags_has(diags, DIAG_TEMPLATE_MISMATCH) && diags_has(diags, DIAG_TEMPLATE_STRAY) &&
          diags_has(diags, DIAG_TEMPLATE_UNCLOSED) && diags_has(diags, DIAG_TEMPLATE_NO_NAME) &&
          diags_has(diags, DIAG_TEMPLATE_UNCLOSED_TAG));
}

static void a_template_that_includes_itself_ends(struct arena *arena) {
    static const struct other OTHERS[] = {{"loop", "{{>loop}}"}, {NULL, NULL}};
    struct diags *diags = diags_new(arena);
    CHECK_STR(render(arena, "{{>loop}}", TEMPLATE_STRICT, OTHERS, diags), "FAILED");
    CHECK(diags_has(diags, DIAG_TEMPLATE_DEPTH));
}

UNIT_MAIN({"values_and_sections", values_and_sections},
          {"tags_alone_take_their_line", tags_alone_take_their_line},
          {"partials_and_parents", partials_and_parents},
          {"strict_mode_refuses_what_would_be_silent",
           strict_mode_refuses_what_would_be_silent},
          {"all_faults_of_a_text_are_said", all_faults_of_a_text_are_said},
          {"a_template_that_includes_itself_ends", a_template_that_includes_itself_ends})
