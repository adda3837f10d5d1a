#include "base/map.h"

#include "base/guard.h"
#include "unit.h"

static void keeps_the_order_of_insertion(struct arena *arena) {
    struct map map = map_make(arena);
    enum { MANY = 5000 };
    int *values = ARENA_ARRAY(arena, int, MANY);
    for (int i = 0; i < MANY; i++) {
        values[i] = i;
        CHECK(map_put(&map, str_format(arena, "k%d", i * 7919 % MANY), &values[i]) == NULL);
    }
    CHECK_INT(map.count, MANY);
    for (size_t i = 0; i < map.count; i++)
        CHECK(map.entries[i].value == &values[i]);
    CHECK(map_get(&map, STR("k17")) != NULL && map_get(&map, STR("k5000")) == NULL);
}

static void a_second_value_does_not_replace_the_first(struct arena *arena) {
    struct map map = map_make(arena);
    int one, two;
    CHECK(map_put(&map, STR("a"), &one) == NULL);
    CHECK(map_put(&map, STR("a"), &two) == &one);
    CHECK(map_get(&map, STR("a")) == &one);
    CHECK(map_get(&map, STR_EMPTY) == NULL);
}

static void the_nearest_name_is_offered(struct arena *arena) {
    struct map map = map_make(arena);
    CHECK_STR(map_nearest(&map, STR("house")), "");
    map_put(&map, STR("house"), &map);
    map_put(&map, STR("houses"), &map);
    map_put(&map, STR("x"), &map);
    CHECK_STR(map_nearest(&map, STR("hosues")), "houses");
    CHECK_STR(map_nearest(&map, STR("hous")), "house");
    CHECK_STR(map_nearest(&map, STR("computer")), "");
    CHECK_STR(map_nearest(&map, STR("y")), "");
}

UNIT_MAIN({"keeps_the_order_of_insertion", keeps_the_order_of_insertion},
          {"a_second_value_does_not_replace_the_first",
           a_second_value_does_not_replace_the_first},
          {"the_nearest_name_is_offered", the_nearest_name_is_offered})
