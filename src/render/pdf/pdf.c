/* Documents are made side by side, one a thread, and handed over in their order by the thread
 * that asked: so the output and the messages are those of one thread, whatever runs first. A
 * worker may be a few documents ahead of what has been handed over, and no more: memory stays
 * bounded. */
#include "render/pdf/pdf.h"

#include <pthread.h>

#include "base/arena.h"
#include "base/guard.h"
#include "render/pdf/report.h"
#include "render/pdf/writer.h"

enum { THREADS_MOST = 16, AHEAD = 2 /* documents, for each thread */ };

struct slot { /* a document that is being made, or waits to be handed over */
    struct arena *arena;
    struct diags *diags;
    struct str bytes;
    bool ok, done;
};

struct crew {
    const struct pdf_job *job;
    const struct document **reports;
    size_t count, next, handed; /* reports; the next to make; those handed over */
    struct slot *slots;
    size_t slot_count;
    pthread_mutex_t mutex;
    pthread_cond_t changed;
};

static void make(const struct crew *crew, size_t index, struct slot *slot) {
    slot->diags = diags_new(slot->arena);
    slot->ok =
        report_make(slot->arena, slot->diags, crew->job, crew->reports[index], &slot->bytes);
}

static void *work(void *user) {
    struct crew *crew = user;
    pthread_mutex_lock(&crew->mutex);
    while (crew->next < crew->count) {
        if (crew->next >= crew->handed + crew->slot_count) {
            pthread_cond_wait(&crew->changed, &crew->mutex);
            continue;
        }
        size_t index = crew->next++;
        struct slot *slot = &crew->slots[index % crew->slot_count];
        pthread_mutex_unlock(&crew->mutex);
        make(crew, index, slot);
        pthread_mutex_lock(&crew->mutex);
        slot->done = true;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->mutex);
    return NULL;
}

/* false: the output failed, and nothing more is wanted */
static bool hand_over(struct diags *diags, const struct document *report, struct slot *slot,
                      struct output *output, bool *ok) {
    bool going = true;
    diags_append(diags, slot->diags);
    *ok &= slot->ok;
    if (slot->ok) {
        output->pdf_count++;
        going = output_put(output, report->path, slot->bytes);
        *ok &= going;
    }
    slot->done = false;
    arena_reset(slot->arena);
    return going;
}

/* without threads: one after the other */
static bool make_alone(struct diags *diags, struct crew *crew, struct output *output) {
    bool ok = true;
    for (bool going = true; going && crew->next < crew->count; crew->next++) {
        make(crew, crew->next, &crew->slots[0]);
        going = hand_over(diags, crew->reports[crew->next], &crew->slots[0], output, &ok);
    }
    return ok;
}

static bool make_together(struct diags *diags, struct crew *crew, size_t threads,
                          struct output *output) {
    pthread_t workers[THREADS_MOST];
    size_t started = 0;
    bool ok = true;
    while (started < threads && pthread_create(&workers[started], NULL, work, crew) == 0)
        started++;
    if (started == 0)
        return make_alone(diags, crew, output);
    pthread_mutex_lock(&crew->mutex);
    while (crew->handed < crew->count) {
        struct slot *slot = &crew->slots[crew->handed % crew->slot_count];
        if (!slot->done) {
            pthread_cond_wait(&crew->changed, &crew->mutex);
            continue;
        }
        pthread_mutex_unlock(&crew->mutex);
        bool going = hand_over(diags, crew->reports[crew->handed], slot, output, &ok);
        pthread_mutex_lock(&crew->mutex);
        if (!going)
            crew->count = crew->handed; /* the workers see that they are done */
        else
            crew->handed++;
        pthread_cond_broadcast(&crew->changed);
    }
    pthread_mutex_unlock(&crew->mutex);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    return ok;
}

bool pdf_wants_records(const struct document_set *documents) {
    for (size_t i = 0; i < documents->count; i++)
        if (documents->items[i]->kind == DOCUMENT_REPORT &&
            documents->items[i]->archive == DOC_ARCHIVE_3A)
            return true;
    return false;
}

/* ICC.1, 7.2: bytes 16 to 19 name the colour space, 36 to 39 are a signature */
bool pdf_profile(struct arena *arena, struct str bytes, struct str *profile) {
    if (!str_equal(str_slice(bytes, 16, 20), STR("RGB ")) ||
        !str_equal(str_slice(bytes, 36, 40), STR("acsp")))
        return false;
    *profile = pdf_deflated(arena, bytes);
    return true;
}

static size_t thread_count(const struct pdf_job *job, size_t reports) {
    size_t count = job->threads < THREADS_MOST ? job->threads : (size_t)THREADS_MOST;
    return count < reports ? count : reports;
}

bool render_pdf(struct diags *diags, const struct pdf_job *job, struct output *output) {
    struct arena *arena = arena_new();
    struct crew crew = {
        .job = job,
        .reports = ARENA_ARRAY(arena, const struct document *, job->documents->count + 1)};
    for (size_t i = 0; i < job->documents->count; i++)
        if (job->documents->items[i]->kind == DOCUMENT_REPORT)
            crew.reports[crew.count++] = job->documents->items[i];
    size_t threads = thread_count(job, crew.count);
    crew.slot_count = threads > 1 ? threads * AHEAD : 1;
    crew.slots = ARENA_ARRAY(arena, struct slot, crew.slot_count);
    for (size_t i = 0; i < crew.slot_count; i++)
        crew.slots[i].arena = arena_new();
    bool ok = pthread_mutex_init(&crew.mutex, NULL) == 0 &&
              pthread_cond_init(&crew.changed, NULL) == 0;
    ASSERT(ok); /* they take no memory here */
    ok = threads > 1 ? make_together(diags, &crew, threads, output)
                     : make_alone(diags, &crew, output);
    pthread_cond_destroy(&crew.changed);
    pthread_mutex_destroy(&crew.mutex);
    for (size_t i = 0; i < crew.slot_count; i++)
        arena_free(crew.slots[i].arena);
    arena_free(arena);
    return ok;
}
