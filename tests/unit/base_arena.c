#include "base/arena.h"

#include <string.h>

#include "base/buf.h"
#include "base/guard.h"
#include "unit.h"

static bool is_zero(const unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static void memory_is_zero_also_after_a_reset(struct arena *arena) {
    struct arena *own = arena_new();
    UNUSED(arena);
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 100000; size = size * 3 + 1) {
            unsigned char *bytes = arena_alloc(own, size);
            CHECK(is_zero(bytes, size));
            CHECK((uintptr_t)bytes % 16 == 0);
            memset(bytes, 0xAA, size);
        }
        arena_reset(own);
    }
    arena_free(own);
}

static void growing_keeps_the_bytes_and_adds_zeros(struct arena *arena) {
    unsigned char *bytes = arena_alloc(arena, 10);
    memset(bytes, 7, 10);
    bytes = arena_grow(arena, bytes, 10, 300000);
    CHECK(bytes[9] == 7 && is_zero(bytes + 10, 300000 - 10));
    arena_alloc(arena, 1); /* no longer the newest: it moves */
    unsigned char *moved = arena_grow(arena, bytes, 300000, 300010);
    CHECK(moved != bytes && moved[9] == 7 && is_zero(moved + 300000, 10));
}

static void a_buffer_fails_stickily_at_its_limit(struct arena *arena) {
    struct buf buf = buf_make(arena);
    buf.limit = 10;
    buf_add(&buf, STR("123456789"));
    CHECK(buf_ok(&buf));
    buf_add(&buf, STR("ab"));
    buf_add(&buf, STR("c"));
    CHECK(!buf_ok(&buf));
    CHECK_STR(buf_str(&buf), "123456789");
    buf_clear(&buf);
    CHECK(buf_ok(&buf));
    buf_number(&buf, INT64_MIN);
    CHECK(!buf_ok(&buf));
}

static void numbers_and_code_points(struct arena *arena) {
    struct buf buf = buf_make(arena);
    buf_number(&buf, INT64_MIN);
    buf_add_code_point(&buf, 0x1EA5);
    buf_add_code_point(&buf, 0x1F600);
    buf_format(&buf, "%s", "!");
    CHECK_STR(buf_str(&buf), "-9223372036854775808ấ😀!");
}

UNIT_MAIN({"memory_is_zero_also_after_a_reset", memory_is_zero_also_after_a_reset},
          {"growing_keeps_the_bytes_and_adds_zeros", growing_keeps_the_bytes_and_adds_zeros},
          {"a_buffer_fails_stickily_at_its_limit", a_buffer_fails_stickily_at_its_limit},
          {"numbers_and_code_points", numbers_and_code_points})
