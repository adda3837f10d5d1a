# tonghop: YAML records in, checked totals out, and from them a web site and PDFs.

.DEFAULT_GOAL := site
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PREFIX ?= /usr/local
BUILD ?= build
V ?= 0
VERSION := 0.1.0

# one short line a file; V=1 shows the commands
ifeq ($(V),1)
say = @:
quiet =
else
say = @printf '  %-4s %s\n'
quiet = @
endif

# Debian packages: what the program is built from, and what the tests use besides.
BUILD_PACKAGES := gcc make pkg-config libc6-dev libyaml-dev libcmark-dev libhpdf-dev \
	libharfbuzz-dev libicu-dev libsqlite3-dev libzip-dev libexpat1-dev libqrencode-dev libpng-dev zlib1g-dev libdeflate-dev \
	fonts-liberation2 icc-profiles-free
TEST_PACKAGES := python3 python3-yaml python3-jsonschema poppler-utils qpdf strace git zbar-tools
# what `make conformance` uses besides; it also fetches veraPDF with maven
CONFORMANCE_PACKAGES := maven default-jdk-headless libpdfbox2-java libjaxb-api-java \
	libactivation-java mupdf-tools
LINT_PACKAGES := clang clang-format mandoc

PACKAGES := yaml-0.1 libcmark harfbuzz harfbuzz-subset icu-i18n icu-uc sqlite3 libzip expat libqrencode libpng zlib libdeflate
CC := gcc
WARNINGS := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -Wvla -Wformat=2
CPPFLAGS = -Isrc -D_GNU_SOURCE -DTONGHOP_VERSION='"$(VERSION)"' -MMD -MP
CFLAGS ?= -O2 -g -fno-omit-frame-pointer
# asked when first needed, so that the packages can be installed before
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES)))$(PACKAGE_LIBS)
ALL_CFLAGS = -std=c11 $(WARNINGS) $(CFLAGS) $(PACKAGE_CFLAGS)
LDLIBS = $(PACKAGE_LIBS) -lhpdf -lm -pthread

SOURCES := $(sort $(wildcard src/*.c src/*/*.c src/*/*/*.c))
OBJECTS := $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/obj/main.o,$(OBJECTS))

UNIT_SOURCES := $(sort $(wildcard tests/unit/*.c))
UNIT_PROGRAMS := $(UNIT_SOURCES:tests/unit/%.c=$(BUILD)/unit/%)

FORMATTED = $(shell git ls-files 'src/*.[ch]' 'tests/*.[ch]' 2>/dev/null)

.PHONY: all site test check format lint asan bench conformance install uninstall clean help deps \
	deps-build deps-test deps-lint unit accept

site: all ## build the program and the example site into out/ (the default)
	@$(BUILD)/tonghop build --content content --templates templates --out out

all: deps-build $(BUILD)/tonghop ## build the program: build/tonghop

test: deps-test all unit ## build and run all tests
	@BUILD=$(BUILD) tests/run

check: all ## check the example content, publishing nothing
	@$(BUILD)/tonghop check --content content --templates templates

accept: all ## take what the cases now print as expected: make accept CASE=check/bad-integer
	@BUILD=$(BUILD) tests/run --accept $(CASE)

format: deps-lint ## lay the code out with clang-format
	clang-format -i $(FORMATTED)

lint: deps-lint deps-build ## format, second compiler, manual page
	clang-format --dry-run -Werror $(FORMATTED)
	$(MAKE) BUILD=$(BUILD)/clang CC=clang $(BUILD)/clang/tonghop
	$(BUILD)/clang/tonghop --manual --lang en | mandoc -T lint -W warning

asan: deps-test ## all tests under the address and undefined-behaviour sanitizers
	$(MAKE) BUILD=$(BUILD)/asan CFLAGS='-O1 -g -fsanitize=address,undefined \
		-fno-sanitize-recover=all' LDFLAGS='-fsanitize=address,undefined' test

bench: all ## time builds of 56, 500 and 2,000 communes, 100,000 ledger entries, and PDFs
	@BUILD=$(BUILD) tests/bench
	@BUILD=$(BUILD) tests/bench --numbers
	@BUILD=$(BUILD) tests/bench_pdf

conformance: deps-test all $(BUILD)/verapdf/fetched ## hold every PDF against veraPDF, PDFBox, qpdf and other readers
	$(call install_missing,$(CONFORMANCE_PACKAGES))
	@BUILD=$(BUILD) tests/conformance/run

install: all ## install under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/tonghop \
		$(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/tonghop $(DESTDIR)$(PREFIX)/bin/tonghop
	cp -R templates $(DESTDIR)$(PREFIX)/share/tonghop/
	$(BUILD)/tonghop --manual --lang en > $(DESTDIR)$(PREFIX)/share/man/man1/tonghop.1

uninstall: ## remove what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/tonghop $(DESTDIR)$(PREFIX)/share/man/man1/tonghop.1
	rm -rf $(DESTDIR)$(PREFIX)/share/tonghop

clean: ## remove what was built; the published site stays
	rm -rf $(BUILD)

help: ## print this
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 20

deps: deps-build deps-test deps-lint ## install all Debian packages that are missing

# Names what is missing, then installs it. Where there is no dpkg, says what is needed.
define install_missing
	@missing=; for package in $(1); do \
		dpkg-query -W -f '$${Status}\n' $$package 2>/dev/null | grep -q '^install ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
		echo "This needs Debian 12 or the same packages from elsewhere:$$missing"; exit 3; fi; \
	echo "Installing Debian packages:$$missing"; \
	root=; if [ "$$(id -u)" != 0 ]; then root=sudo; fi; \
	$$root apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends $$missing \
		>/dev/null
endef

deps-build:
	$(call install_missing,$(BUILD_PACKAGES))

deps-test:
	$(call install_missing,$(BUILD_PACKAGES) $(TEST_PACKAGES))

deps-lint:
	$(call install_missing,$(BUILD_PACKAGES) $(LINT_PACKAGES))

# the only download that is not a Debian package
$(BUILD)/verapdf/fetched: tests/conformance/pom.xml
	$(call install_missing,$(CONFORMANCE_PACKAGES))
	@mkdir -p $(@D)
	mvn -q -B -f $< dependency:copy-dependencies -DoutputDirectory=$(abspath $(@D))
	@touch $@

unit: deps-test $(UNIT_PROGRAMS)

$(BUILD)/tonghop: $(OBJECTS)
	$(say) LINK $@
	$(quiet)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/obj/%.o: src/%.c Makefile | deps-build
	@mkdir -p $(@D)
	$(say) CC $<
	$(quiet)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/libtonghop.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	$(say) AR $@
	$(quiet)ar rcs $@ $^

$(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libtonghop.a Makefile
	@mkdir -p $(@D)
	$(say) TEST $<
	$(quiet)$(CC) $(CPPFLAGS) -Itests/unit $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libtonghop.a $(LDLIBS)

.SECONDARY: $(OBJECTS)
-include $(OBJECTS:.o=.d) $(UNIT_PROGRAMS:=.d)
