# tonghop: YAML records in, checked totals out, and from them a web site and PDFs.

.DEFAULT_GOAL := site
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PREFIX ?= /usr/local
BUILD ?= build
VERSION := 0.1.0

# Debian packages: what the program is built from, and what the tests use besides.
BUILD_PACKAGES := gcc make pkg-config libc6-dev libyaml-dev libcmark-dev libhpdf-dev \
	libharfbuzz-dev libicu-dev zlib1g-dev fonts-liberation2
TEST_PACKAGES := python3 python3-yaml poppler-utils qpdf git clang libclang-rt-14-dev
LINT_PACKAGES := clang clang-format mandoc

PACKAGES := yaml-0.1 libcmark harfbuzz harfbuzz-subset icu-i18n icu-uc zlib
CC := gcc
WARNINGS := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -Wvla -Wformat=2
CPPFLAGS = -Isrc -D_GNU_SOURCE -DTONGHOP_VERSION='"$(VERSION)"' \
	-DTONGHOP_DATADIR='"$(PREFIX)/share/tonghop"' -MMD -MP
CFLAGS ?= -O2 -g -fno-omit-frame-pointer
ALL_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS) $(shell pkg-config --cflags $(PACKAGES))
LDLIBS = $(shell pkg-config --libs $(PACKAGES)) -lhpdf -lpthread -lm

SOURCES := $(sort $(wildcard src/*.c src/*/*.c src/*/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/main.o,$(OBJECTS))

UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_PROGRAMS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)

.PHONY: all site test check format lint asan install uninstall clean help deps \
	deps-build deps-test deps-lint unit

all: deps-build $(BUILD)/tonghop ## build the program

$(BUILD)/tonghop: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/obj/%.o: src/%.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/libtonghop.a: $(LIBRARY_OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libtonghop.a Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itests/unit $(ALL_CFLAGS) -o $@ $< $(BUILD)/libtonghop.a $(LDLIBS)

unit: $(UNIT_PROGRAMS)

-include $(OBJECTS:.o=.d) $(UNIT_PROGRAMS:=.d)
