/* Which files there are, in the order of their names; the order of a folder never matters. */
#include "load/load.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/guard.h"
#include "base/limits.h"
#include "load/internal.h"
#include "model/output.h"

struct loading {
    struct arena *arena;
    struct arena *trees; /* of the folder that is read */
    struct diags *diags;
    struct content *content;
    bool ok;
};

static struct str stem_of(struct str path) {
    size_t slash = STR_NONE;
    for (size_t i = 0; i < path.size; i++)
        if (path.data[i] == '/')
            slash = i;
    struct str name = slash == STR_NONE ? path : str_from(path, slash + 1);
    size_t dot = str_find_char(name, '.');
    return str_slice(name, 0, dot);
}

static struct str folder_of(struct str path) {
    size_t slash = str_find_char(path, '/');
    return slash == STR_NONE ? STR_EMPTY : str_slice(path, 0, slash);
}

static struct content_file read_yaml(struct loading *loading, struct str folder,
                                     struct str path) {
    struct content_file file = {.path = path, .stem = stem_of(path), .folder = folder_of(path)};
    struct str full = str_format(loading->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(path));
    file.source = text_load(loading->arena, loading->diags, full.data, full);
    if (file.source)
        file.root = yaml_read(loading->arena, loading->trees, loading->diags,
                              (struct span){file.source, 0, (uint32_t)file.source->text.size});
    loading->ok &= file.root != NULL;
    return file;
}

/* Everything below content/<name> that ends in `ending`. Another ending is named: a record in
 * u57.yml would be missed in silence. A folder that does not exist holds nothing. */
static struct file_list list_of(struct loading *loading, struct str folder, struct str ending) {
    struct file_list all = {0}, wanted = {0};
    const char *path = str_zero(loading->arena, folder);
    if (!file_exists(path))
        return wanted;
    loading->ok &= file_walk(loading->arena, loading->diags, path, &all);
    for (size_t i = 0; i < all.count; i++) {
        if (str_ends(all.paths[i], ending)) {
            wanted.paths =
                ARENA_PUSH(loading->arena, wanted.paths, wanted.count, &wanted.capacity);
            wanted.paths[wanted.count++] = all.paths[i];
            continue;
        }
        DIAG(loading->diags, DIAG_UNKNOWN_FILE, SPAN_NONE,
             str_format(loading->arena, "%s/%.*s", path, STR_ARG(all.paths[i])), ending);
    }
    return wanted;
}

static void read_folder(struct loading *loading, struct str folder,
                        struct content_files *files) {
    struct file_list list = list_of(loading, folder, STR(".yaml"));
    for (size_t i = 0; i < list.count; i++) {
        files->items = ARENA_PUSH(loading->arena, files->items, files->count, &files->capacity);
        files->items[files->count++] = read_yaml(loading, folder, list.paths[i]);
    }
}

static void read_pages(struct loading *loading, struct str folder, bool report) {
    struct file_list list = list_of(loading, folder, STR(".md"));
    struct content_pages *pages = &loading->content->pages;
    for (size_t i = 0; i < list.count; i++) {
        struct content_page page = {
            .path = list.paths[i], .stem = stem_of(list.paths[i]), .report = report};
        struct str full =
            str_format(loading->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(list.paths[i]));
        const struct source *source =
            text_load(loading->arena, loading->diags, full.data, full);
        if (!source || !page_read(loading->arena, loading->diags, source, &page)) {
            loading->ok = false;
            continue;
        }
        pages->items = ARENA_PUSH(loading->arena, pages->items, pages->count, &pages->capacity);
        pages->items[pages->count++] = page;
    }
}

static void add_asset(struct loading *loading, struct str path, struct str bytes) {
    struct content *content = loading->content;
    content->assets = ARENA_PUSH(loading->arena, content->assets, content->asset_count,
                                 &content->asset_capacity);
    content->assets[content->asset_count++] = (struct content_asset){path, bytes};
}

/* Frames are texts; everything else in the folder is an asset. */
static void read_frames(struct loading *loading, struct str folder) {
    struct content *content = loading->content;
    struct file_list list = {0};
    loading->ok &= file_walk(loading->arena, loading->diags, folder.data, &list);
    for (size_t i = 0; i < list.count; i++) {
        struct str full =
            str_format(loading->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(list.paths[i]));
        struct str bytes;
        if (!str_ends(list.paths[i], STR(".mustache"))) {
            if (!str_starts(list.paths[i], STR("assets/"))) {
                DIAG(loading->diags, DIAG_UNKNOWN_FILE, SPAN_NONE, full, STR(".mustache"));
                continue;
            }
            if (!output_path_valid(list.paths[i])) {
                DIAG(loading->diags, DIAG_BAD_PATH, SPAN_NONE, full, STR(".css, .svg …"));
                loading->ok = false;
                continue;
            }
            bool read =
                file_read(loading->arena, loading->diags, full.data, LIMIT_FILE_BYTES, &bytes);
            if (read)
                add_asset(loading, list.paths[i], bytes);
            loading->ok &= read;
            continue;
        }
        const struct source *source =
            text_load(loading->arena, loading->diags, full.data, full);
        loading->ok &= source != NULL;
        if (!source)
            continue;
        content->frames = ARENA_PUSH(loading->arena, content->frames, content->frame_count,
                                     &content->frame_capacity);
        content->frames[content->frame_count++] =
            (struct content_frame){stem_of(list.paths[i]), source};
    }
}

static struct str below(struct arena *arena, const char *folder, const char *name) {
    return str_format(arena, "%s/%s", folder, name);
}

bool load(struct arena *arena, struct diags *diags, const struct load_paths *paths,
          struct content **content) {
    struct loading loading = {arena, arena, diags, ARENA_NEW(arena, struct content), true};
    *content = loading.content;
    struct str site = below(arena, paths->content, "site.yaml");
    if (!file_exists(site.data)) {
        DIAG(diags, DIAG_NO_SITE, SPAN_NONE, site);
        return false;
    }
    loading.content->site = read_yaml(&loading, str_of(paths->content), STR("site.yaml"));
    read_folder(&loading, below(arena, paths->content, "schema"), &loading.content->schema);
    loading.trees = loading.content->record_trees = arena_new();
    read_folder(&loading, below(arena, paths->content, "records"), &loading.content->records);
    loading.trees = arena;
    read_folder(&loading, below(arena, paths->content, "indicators"),
                &loading.content->indicators);
    read_folder(&loading, below(arena, paths->content, "rules"), &loading.content->rules);
    read_folder(&loading, below(arena, paths->templates, "language"),
                &loading.content->languages);
    read_folder(&loading, below(arena, paths->templates, "pdf"), &loading.content->styles);
    read_frames(&loading, below(arena, paths->templates, "html"));
    read_pages(&loading, below(arena, paths->content, "pages"), false);
    read_pages(&loading, below(arena, paths->content, "reports"), true);
    loading.ok &= images_read(arena, diags, str_of(paths->content), loading.content);
    return loading.ok;
}

void load_release_records(struct content *content) {
    arena_free(content->record_trees);
    content->record_trees = NULL;
    for (size_t i = 0; i < content->records.count; i++)
        content->records.items[i].root = NULL;
}
