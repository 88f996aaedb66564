# Everything runs in .venv, made here; only Python 3.11+, make and a package index
# are needed. A stamp file for each set of requirements makes a second run quick.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
DEMO := build/demo
ONLY ?=

.DEFAULT_GOAL := help
.PHONY: help demo package test test-env test-fast ftm spark check static audit bench golden names catalogues floors docs site lock clean

help:  ## List the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

# --- the virtual environment -------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Sayso needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)

# Packages first, each checked against its hash; then Sayso itself, which may add none.
define install
	$(PIP) install --quiet --require-hashes --requirement $(1)
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
endef

$(VENV)/.demo-stamp: requirements-demo.txt pyproject.toml | $(BIN)/python
	$(call install,$<)

$(VENV)/.all-stamp: requirements-all.txt pyproject.toml | $(BIN)/python
	$(call install,$<)

# For one test: compiled without optimising, which halves the time it takes.
$(VENV)/.ftm-stamp: requirements-ftm.txt $(VENV)/.all-stamp
	CFLAGS="-O0 -g0" $(PIP) install --quiet --no-compile --no-build-isolation \
		--require-hashes --requirement $<
	@touch $@

# For the tests of the cluster; the package is built here, as it comes as its source.
$(VENV)/.spark-stamp: requirements-spark.txt $(VENV)/.all-stamp
	$(PIP) install --quiet --no-compile --no-build-isolation \
		--require-hashes --requirement $<
	@touch $@

# --- for users ---------------------------------------------------------------------

demo: $(VENV)/.demo-stamp  ## Read the example reports and print who claimed what
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh $(DEMO)

# --- for developers ----------------------------------------------------------------

test-env: $(VENV)/.all-stamp  ## What the suite needs, installed

package: $(VENV)/.all-stamp  ## Build twice, compare, rate, list, install with oldest and newest
	.ci/package

test: $(VENV)/.all-stamp  ## The whole suite
	$(BIN)/python -m pytest

test-fast: $(VENV)/.all-stamp  ## The suite without quality scores and browser
	$(BIN)/python -m pytest -m "not quality and not browser"

static: $(VENV)/.all-stamp  ## Format, lint, types, layers, spelling
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell README.md CHANGELOG.md BENCHMARKS.md docs src tests bench examples

audit: $(VENV)/.all-stamp  ## Known faults of pins and oldest versions, from a file with its age
	$(BIN)/python .ci/audit.py

ftm: $(VENV)/.ftm-stamp  ## Add FollowTheMoney for its test; needs a C++ compiler and ICU

spark: $(VENV)/.spark-stamp  ## Add Apache Spark for its test; 450 MB, needs Java 17 to run

check: static test-fast  ## What must pass before a commit

bench: $(VENV)/.all-stamp  ## Score the reader on labelled data; make bench ONLY=claims
	$(BIN)/python bench/run.py $(ONLY)

golden: $(VENV)/.all-stamp  ## Rewrite tests/golden; read the diff like code
	$(BIN)/python tests/rewrite_golden.py

names: $(VENV)/.all-stamp  ## Rewrite the golden list of public names
	$(BIN)/python tests/public_names.py --write

catalogues: $(VENV)/.all-stamp  ## Gather what the pages say, compile its translations
	$(BIN)/python tests/catalogues.py

floors: $(VENV)/.all-stamp  ## Raise the floors under the reader's scores
	$(BIN)/python tests/floors.py

docs: $(VENV)/.all-stamp  ## Refresh the generated parts of README and docs
	$(BIN)/python docs/generate.py

site: $(VENV)/.all-stamp  ## The docs as a site in build/site, links checked, search offline
	$(BIN)/python docs/site.py
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet
	@! grep -rlE '(src|href)="https?://[^"]*\.(js|css|woff2?)' build/site || \
		{ echo "a page asks for something from elsewhere"; exit 1; }

lock: $(VENV)/.all-stamp  ## Pin every requirement with hashes, for all platforms
	sh requirements.sh

clean:  ## Remove what was built here, the virtual environment included
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .hypothesis src/*.egg-info
