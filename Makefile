# One command each; the same in CI. A fresh clone needs nothing but Go, Node and make.
#   make demo       the whole loop on a sample company, in the window (on a virtual display where there is none)
#   make run        the app itself
#   make test       everything that must hold before a change lands
#   make lint bench e2e generate build package torture pictures letters setup

SHELL := /bin/bash
.DELETE_ON_ERROR:

# Wails' own tags: the real window, with WebKitGTK 4.1 on Linux.
TAGS    := desktop,production,webkit2_41
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
# No paths of this machine and no time of day: two builds of one commit are equal byte for byte.
GOBUILD := go build -trimpath -buildvcs=false -tags $(TAGS) -ldflags "-s -w -buildid= -X relais/app.Version=$(VERSION)"
STAMPS  := build/tmp
RELAIS  := build/bin/relais

FRONTEND_SOURCES := $(shell find frontend/src frontend/messages frontend/public frontend/e2e/pictures frontend/*.ts frontend/*.html frontend/*.json frontend/wailsjs frontend/project.inlang -type f 2>/dev/null)
GO_SOURCES := $(shell find app backend -type f -not -name '*_test.go' -not -path '*/testdata/*' 2>/dev/null) main.go main_args.go go.mod go.sum

.PHONY: demo run test lint bench e2e generate build package torture pictures pictures-e2e letters setup frontend FORCE

build: $(RELAIS)

$(RELAIS): $(STAMPS)/setup-demo frontend/dist/index.html $(wildcard $(GO_SOURCES))
	@mkdir -p $(@D)
	$(GOBUILD) -o $@ .

setup: $(STAMPS)/setup-test

$(STAMPS)/setup-%: build/setup
	@mkdir -p $(@D)
	build/setup $*
	@touch $@

# npm writes this file last, so it is as old as the installation.
frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json
	cd frontend && ../build/npm ci --no-audit --no-fund
	@touch $@

frontend: frontend/dist/index.html

frontend/dist/index.html: frontend/node_modules/.package-lock.json $(FRONTEND_SOURCES)
	cd frontend && ../build/npm run --silent build
	@touch frontend/dist/.gitkeep $@

demo: $(RELAIS)
	build/demo $(RELAIS)

run: $(RELAIS)
	$(RELAIS)

test: $(STAMPS)/setup-test
	build/check

lint: $(STAMPS)/setup-demo frontend/dist/index.html
	build/lint

e2e: $(STAMPS)/setup-test frontend/dist/index.html
	build/check e2e

bench: frontend/dist/index.html
	build/bench

# The TypeScript that calls Go, and its types, written by Wails from the bound structs.
generate: $(STAMPS)/setup-demo
	build/bindings

package: $(STAMPS)/setup-package frontend/dist/index.html
	VERSION=$(VERSION) build/package/all

torture: $(STAMPS)/setup-test frontend/dist/index.html
	build/torture

# The pictures of the README and the guide, taken from the demo's real window.
pictures: $(RELAIS) $(STAMPS)/setup-test
	build/demo $(RELAIS) build/tmp/pictures
	for pair in 11-today-answered:today 9-replies-answered:replies 10-results-answered:results; do \
	  convert build/tmp/pictures/$${pair%%:*}.png -strip +dither -colors 128 build/pictures/$${pair##*:}.png; done

# The pictures that the end-to-end tests compare with: look at what changed before keeping it.
pictures-e2e: $(STAMPS)/setup-test frontend/dist/index.html
	cd frontend && UPDATE=1 ../build/npm run --silent e2e -- pictures

# Every email in every language, drawn in Chromium and in WebKitGTK; build/letters says what runs over the edge.
letters: $(STAMPS)/setup-test frontend/node_modules/.package-lock.json
	build/letters
