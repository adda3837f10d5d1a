/* The sizes and margins that stand in the header's comment. */
#include "model/print.h"

struct print_style print_style_default(void) {
    return (struct print_style){.margin_top = 70866,
                                .margin_bottom = 70866,
                                .margin_left = 99213,
                                .margin_right = 42520,
                                .body_family = PRINT_SERIF,
                                .heading_family = PRINT_SERIF,
                                .table_family = PRINT_SERIF,
                                .body_size = 14000,
                                .body_leading = 19500,
                                .body_indent = 28346,
                                .body_gap = 6000,
                                .title_size = 19000,
                                .heading_size = 15000,
                                .subheading_size = 14000,
                                .caption_size = 12000,
                                .note_size = 11000,
                                .code_size = 10000,
                                .table_size = 11000,
                                .table_size_least = 9000,
                                .table_striped = false,
                                .colours = {.text = 0x000000,
                                            .muted = 0x545454,
                                            .rule = 0xB8B8B8,
                                            .accent = 0x216173,
                                            .stripe = 0xF1F4F5}};
}
