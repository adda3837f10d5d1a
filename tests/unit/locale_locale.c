/* The rules of Vietnamese documents, one by one, over the language file's values. */
#include "locale/locale.h"

#include <stdlib.h>

#include "base/guard.h"
#include "unit.h"

#define NBSP "\xC2\xA0"

static struct locale *vietnamese(struct arena *arena) {
    static const struct scale_word SCALES[] = {
        {{"nghìn", 6}, 3}, {{"triệu", 7}, 6}, {{"tỷ", 4}, 9}};
    static const struct str IGNORED[] = {{"Xã", 3}, {"Phường", 8}, {"Thị trấn", 12}};
    struct language *language = ARENA_NEW(arena, struct language);
    *language = (struct language){.code = STR("vi"),
                                  .group = STR("."),
                                  .decimal = STR(","),
                                  .zero_below = 10,
                                  .percent = STR("%"),
                                  .money_from_power = 6,
                                  .date_short = STR("{dz}/{mz}/{yyyy}"),
                                  .date_long = STR("ngày {dz} tháng {mz} năm {yyyy}")};
    language->scales = ARENA_ARRAY(arena, struct scale_word, 3);
    language->sort_ignored = ARENA_ARRAY(arena, struct str, 3);
    for (size_t i = 0; i < 3; i++) {
        language->scales[i] = SCALES[i];
        language->sort_ignored[i] = str_of(IGNORED[i].data);
    }
    language->scale_count = language->sort_ignored_count = 3;
    return locale_open(arena, language);
}

static void numbers(struct arena *arena) {
    struct locale *l = vietnamese(arena);
    CHECK_STR(locale_number(arena, l, (struct decimal){7120, 0}), "7.120");
    CHECK_STR(locale_number(arena, l, (struct decimal){999, 0}), "999");
    CHECK_STR(locale_number(arena, l, (struct decimal){-1234567, 0}), "-1.234.567");
    CHECK_STR(locale_number(arena, l, (struct decimal){1234567, 2}), "12.345,67");
    CHECK_STR(locale_number(arena, l, (struct decimal){6, 0}), "6");
    CHECK_STR(locale_number_prose(arena, l, (struct decimal){6, 0}), "06");
    CHECK_STR(locale_number_prose(arena, l, (struct decimal){0, 0}), "0");
    CHECK_STR(locale_number_prose(arena, l, (struct decimal){10, 0}), "10");
    CHECK_STR(locale_number_prose(arena, l, (struct decimal){65, 1}), "6,5");
    locale_close(l);
}

static void percents_are_rounded_once_half_away_from_zero(struct arena *arena) {
    struct locale *l = vietnamese(arena);
    CHECK_STR(locale_percent(arena, l, 23, 56, 1), "41,1%");
    CHECK_STR(locale_percent(arena, l, 1, 8, 0), "13%");
    CHECK_STR(locale_percent(arena, l, 1, 3, 2), "33,33%");
    CHECK_STR(locale_percent(arena, l, 2, 3, 0), "67%");
    CHECK_STR(locale_percent(arena, l, 1, 200, 0), "1%");
    CHECK_STR(locale_percent(arena, l, 0, 7, 1), "0,0%");
    CHECK_STR(locale_percent(arena, l, 48, 48, 0), "100%");
    CHECK_STR(locale_percent(arena, l, INT64_MAX, INT64_MAX, 9), "100,000000000%");
    locale_close(l);
}

static void money_is_exact_in_words_of_scale(struct arena *arena) {
    struct locale *l = vietnamese(arena);
    CHECK_STR(locale_money(arena, l, 50400000000), "50,4" NBSP "tỷ");
    CHECK_STR(locale_money(arena, l, 50432000000), "50,432" NBSP "tỷ");
    CHECK_STR(locale_money(arena, l, 50432100000), "50.432,1" NBSP "triệu");
    CHECK_STR(locale_money(arena, l, 60000000), "60" NBSP "triệu");
    CHECK_STR(locale_money(arena, l, 999999), "999.999");
    CHECK_STR(locale_money(arena, l, 1000001), "1.000.001");
    CHECK_STR(locale_money(arena, l, 0), "0");
    CHECK_STR(locale_money(arena, l, -2000000000), "-2" NBSP "tỷ");
    locale_close(l);
}

static void words(struct arena *arena) {
    struct locale *l = vietnamese(arena);
    CHECK_STR(locale_words(arena, l, 33), "ba mươi ba");
    CHECK_STR(locale_words(arena, l, 21), "hai mươi mốt");
    CHECK_STR(locale_words(arena, l, 15), "mười lăm");
    CHECK_STR(locale_words(arena, l, 0), "không");
    locale_close(l);
}

static void dates(struct arena *arena) {
    struct locale *l = vietnamese(arena);
    CHECK_STR(locale_date_short(arena, l, (struct date){2016, 3, 1}), "01/3/2016");
    CHECK_STR(locale_date_short(arena, l, (struct date){2019, 5, 22}), "22/5/2019");
    CHECK_STR(locale_date_short(arena, l, (struct date){2018, 2, 10}), "10/02/2018");
    CHECK_STR(locale_date_long(arena, l, (struct date){2023, 8, 5}),
              "ngày 05 tháng 8 năm 2023");
    CHECK_STR(locale_date_long(arena, l, (struct date){2023, 12, 15}),
              "ngày 15 tháng 12 năm 2023");
    locale_close(l);
}

/* each text must come before the next */
static void check_order(struct arena *arena, const char *const *texts, size_t count) {
    struct locale *l = vietnamese(arena);
    for (size_t i = 0; i + 1 < count; i++) {
        struct str a = locale_sort_key(arena, l, str_of(texts[i]));
        struct str b = locale_sort_key(arena, l, str_of(texts[i + 1]));
        CHECK(str_compare(a, b) < 0);
        if (str_compare(a, b) >= 0)
            printf("  %s is not before %s\n", texts[i], texts[i + 1]);
    }
    locale_close(l);
}

static void the_alphabet(struct arena *arena) {
    static const char *const LETTERS[] = {"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g",
                                          "h", "i", "k", "l", "m", "n", "o", "ô", "ơ", "p",
                                          "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
    static const char *const TONES[] = {"ma", "mà", "mả", "mã", "má", "mạ"};
    static const char *const NAMES[] = {
        "Xã Ánh Nắng", "Xã Ao Súng", "Xã Ăm Ắp", "Thị trấn Ấm Trà", "Phường Bến Diều",
        "Xã Cau",      "Xã Đèn Dầu", "Xã Ếch",   "Xã Én Liệng 9",   "Xã Én Liệng 10"};
    check_order(arena, LETTERS, COUNT_OF(LETTERS));
    check_order(arena, TONES, COUNT_OF(TONES));
    check_order(arena, NAMES, 7);
    check_order(arena, NAMES + 8, 2);
}

static void tone_placement_does_not_change_the_order(struct arena *arena) {
    static const char *const SPELLINGS[] = {"Hoà An",   "Hóa An", "Hoạ An", "Hòa Bình",
                                            "Hoá Bình", "Thuỳ",   "Thủy",   "Thuỵ"};
    check_order(arena, SPELLINGS, COUNT_OF(SPELLINGS));
    static const char *const QU[] = {"Quà", "Quả",
                                     "Quý"}; /* u belongs to q: nothing is moved */
    check_order(arena, QU, COUNT_OF(QU));
}

static void folding_and_slugs(struct arena *arena) {
    CHECK_STR(text_fold(arena, STR("Xã YẾM Thắm ĐỒI")), "xa yem tham doi");
    CHECK_STR(text_slug(arena, STR("Xã Yếm Thắm")), "xa-yem-tham");
    CHECK_STR(text_slug(arena, STR(" --Đồi 12/3?! ")), "doi-12-3");
    CHECK_STR(text_slug(arena, STR("中文")), "x");
    CHECK_STR(text_capital(arena, STR("đồi")), "Đồi");
    CHECK_STR(text_lower(arena, STR("ĐỒI Ớt")), "đồi ớt");
}

static void normal_form(struct arena *arena) {
    CHECK(text_is_nfc(STR("Yếm Thắm")) && text_is_nfc(STR("abc")) && text_is_nfc(STR_EMPTY));
    CHECK(!text_is_nfc(STR("Ye\xCC\x82\xCC\x81m")));
    CHECK_STR(text_nfc(arena, STR("Ye\xCC\x82\xCC\x81m")), "Yếm");
}

static void an_unknown_language_is_refused(struct arena *arena) {
    struct language *language = ARENA_NEW(arena, struct language);
    language->code = STR("xx");
    CHECK(locale_open(arena, language) == NULL);
}

UNIT_MAIN({"numbers", numbers},
          {"percents_are_rounded_once", percents_are_rounded_once_half_away_from_zero},
          {"money_is_exact_in_words_of_scale", money_is_exact_in_words_of_scale},
          {"words", words}, {"dates", dates}, {"the_alphabet", the_alphabet},
          {"tone_placement_does_not_change_the_order",
           tone_placement_does_not_change_the_order},
          {"folding_and_slugs", folding_and_slugs}, {"normal_form", normal_form},
          {"an_unknown_language_is_refused", an_unknown_language_is_refused})
