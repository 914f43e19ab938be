.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

# Else each of the many processes of a report, or of the tests, would compile every module anew.
unexport PYTHONDONTWRITEBYTECODE

# Else make -j would set the same environment up twice at once, and one empty what the other fills.
.NOTPARALLEL:

.PHONY: help report examples explore test quick fuzz check sbom docs coverage mutants kills bench lock clean set-up set-up-dev set-up-benchmarks

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST)

report: set-up ## write the report of programme 04-CTr/HU, in both languages
	@$(BIN)/giaoban report 04-CTr-HU

examples: set-up ## write the finished reports of docs/examples anew
	@out=$$(mktemp -d) && $(BIN)/giaoban report 04-CTr-HU --meeting 2023-03-14 --out "$$out" -q > "$$out/written" \
		&& for lang in vi en; do cp "$$out/reports/04-CTr-HU/2023-03-14/my-duc.$$lang.html" docs/examples/04-CTr-HU.$$lang.html; done \
		&& rm -r "$$out"

explore: set-up ## look at the figures one by one in JupyterLab
	@$(BIN)/giaoban explore

test: set-up-dev ## run the tests, one more at once than there are processors
	@$(PYTEST) --durations=40 --durations-min=3

quick: set-up-dev ## run the tests of single functions in the folders that you have changed, in a minute; of all where none is
	@$(PYTEST) -m "not slow" $(CHANGED)

fuzz: set-up-dev ## damage packages, and look for tracebacks and numbers from nowhere: make fuzz PACKAGES=100000, READER=periods
	@PYTHONPATH=tests/support $(BIN)/python -m $(if $(READER),fuzz_readers $(READER) $(or $(RUNS),100000),fuzz $(or $(PACKAGES),1000) $(FIRST))

check: set-up-dev ## look for faults in code, notebooks and libraries: ruff, mypy, import-linter, pip-audit
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python scripts/supply.py

sbom: set-up-dev ## list what giaoban is made of, with digests, as CycloneDX; writes dist/giaoban.cdx.json
	@mkdir -p dist && $(BIN)/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml --short-PURLs \
		--output-reproducible --of JSON -o dist/giaoban.cdx.json 2>/dev/null && echo dist/giaoban.cdx.json

docs: set-up-dev ## build the pages of docs/ as a site, with every function and its parameters
	@$(BIN)/mkdocs build --strict --quiet
	@echo site/index.html

coverage: set-up-dev ## run the tests, and list the lines and branches that none reaches (an hour or so)
	@$(PYTEST) --cov

mutants: set-up-dev ## change one sign at a time, and list the changes that no test minds: make mutants IN=analysis
	@PYTHONPATH=tests/support $(BIN)/python -m mutants $(or $(IN),statistics)

kills: set-up-dev ## kill a batch at 200 moments that nobody chose (an hour or so)
	@$(BIN)/python tests/support/kills.py 200

bench: set-up-dev set-up-benchmarks ## measure giaoban beside what else makes such reports; writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks

lock: set-up-dev ## lock the newest versions of what pyproject.toml asks for
	@$(call compile,--group build) --upgrade -o requirements.txt
	@$(call compile,--group build --group dev) --upgrade -c requirements.txt -o requirements-dev.txt
	@$(call compile,--group build --group benchmarks) --upgrade -c requirements.txt -o benchmarks/requirements.txt
	@$(call compile_all,tests/s3/requirements.in) --upgrade -o tests/s3/requirements.txt

clean: ## remove what was generated, and the set-up
	rm -rf .venv benchmarks/.venv tests/browser/node_modules tests/s3/.venv reports site
	find data/processed figures -mindepth 1 ! -name README.md -delete

# The tests of a file stay together: they share what they start. Files come in the order of tests/conftest.py.
# One more at once than there are processors: many wait for a browser or a server.
PYTEST = $(BIN)/python -m pytest --numprocesses $(shell $(PYTHON) -c 'import os; print(1 + os.cpu_count())') --dist loadfile --no-loadscope-reorder

# The folders with tests in which something differs from the last commit; none where it lies elsewhere.
CHANGED = $(if $(filter-out $(TESTED),$(TOUCHED)),,$(TOUCHED))
TESTED = $(patsubst %/,%,$(dir $(wildcard tests/*/test_*.py)))
TOUCHED = $(sort $(shell { git diff --name-only HEAD; git ls-files --others --exclude-standard; } \
	| sed -nE 's:^(src/giaoban|tests)/([a-z0-9]+)/.*:tests/\2:p; t; s:^(src|tests|notebooks|scripts)/.*:all:p'))

compile = $(call compile_all,pyproject.toml $(1))
compile_all = $(BIN)/uv pip compile $(1) --quiet --universal \
	--python-version 3.11 --generate-hashes --custom-compile-command "make lock"

set-up:
	@$(PYTHON) scripts/set_up.py

set-up-dev:
	@$(PYTHON) scripts/set_up.py requirements-dev.txt

# What giaoban is compared with has an environment of its own.
set-up-benchmarks:
	@$(PYTHON) scripts/set_up.py benchmarks/requirements.txt
