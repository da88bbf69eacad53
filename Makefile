# Kneewise's own tasks. `make help` lists them; nothing but Python 3.11+ and make is needed to start.

.DEFAULT_GOAL := help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# The first Python 3.11+ on the PATH; `make PYTHON=/path/to/python3` names another.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$python >/dev/null 2>&1 \
	&& $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$python; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv --quiet --no-progress
INSTALL := $(UV) pip install --python $(BIN)/python
COMPILE := $(UV) pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links --no-config $(UPGRADE)
# Two workers: the tests start databases and a browser, and the smallest machine has two cores.
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest
ARGS ?=

export UV_PYTHON_DOWNLOADS := never

##@ Try it

.PHONY: demo
demo: $(VENV)/.runtime ## Make a sample runner, print today's plan and open the page (ARGS=--no-serve stops after the plan).
	$(BIN)/kneewise --home .demo-home demo $(ARGS)

##@ Work on it

.PHONY: venv
venv: $(VENV)/.dev ## Set up .venv with everything that tests and checks need.

.PHONY: test
test: $(VENV)/.dev ## Pass every test but the browser's (ARGS goes to pytest).
	$(PYTEST) -n $(WORKERS) --ignore tests/e2e $(ARGS)

.PHONY: laws
laws: $(VENV)/.dev ## Pass the laws of the engine with a hundred times the histories of CI, 20,000 lives (TIMES=10 for fewer).
	KNEEWISE_LAWS_TIMES=$(or $(TIMES),100) $(PYTEST) -n $(WORKERS) tests/properties $(ARGS)

.PHONY: e2e
e2e: $(VENV)/.dev ## Pass the tests that drive Today, the diary and the questions in a real Chromium, as CI does.
	$(PYTEST) -n $(WORKERS) --dist loadfile tests/e2e -m "not long" $(ARGS)

.PHONY: e2e-all
e2e-all: $(VENV)/.dev ## Pass all tests that drive the page in a real Chromium.
	$(PYTEST) -n $(WORKERS) --dist loadfile tests/e2e $(ARGS)

.PHONY: check
check: $(VENV)/.dev ## Check format, lint, types, import contracts, house rules and the links in the docs.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -q tests/test_house.py tests/test_docs.py

.PHONY: format
format: $(VENV)/.dev ## Format the code and mend what ruff can mend by itself.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: stories
stories: $(VENV)/.dev ## Write docs/stories anew: the stories of tests/cases, for a clinician to read and sign.
	$(BIN)/python -m tests.stories

.PHONY: numbers
numbers: $(VENV)/.dev ## Write docs/numbers.md anew, from the numbers of the rooms.
	$(BIN)/python -m tests.numbers

.PHONY: answers
answers: $(VENV)/.dev ## Write the tables of docs/screening-answers.md anew, from the questions and the rules.
	$(BIN)/python -m tests.answers

.PHONY: messages
messages: $(VENV)/.dev ## Write the catalogues of the translations anew, and name what has no translation yet.
	$(BIN)/python -m tests.messages

.PHONY: bench
bench: $(VENV)/.dev ## Measure the FIT decoder against its peers, in one run on this machine.
	$(BIN)/python bench/decode.py $(ARGS)

.PHONY: fuzz
fuzz: $(VENV)/.dev ## Read 20,000 damaged files of each format and print what came of them (ARGS go to the runner).
	@failed=0; for format in fit tcx gpx kml csv zip; do \
		$(BIN)/python -m tests.fuzz.runner $$format --real $(ARGS) || failed=1; \
	done; exit $$failed

.PHONY: kills
kills: $(VENV)/.dev ## Kill imports at every named place and at 25 random moments, on both databases (KILLS=1000 for more).
	KNEEWISE_KILLS=$(or $(KILLS),25) $(PYTEST) -n $(WORKERS) tests/kills $(ARGS)

.PHONY: faults
faults: $(VENV)/.dev ## Let every write of every journey fail in turn, in four ways, and 420 after a kill; look what is left.
	KNEEWISE_FAULTS=0 $(PYTEST) -rP -n $(WORKERS) tests/faults $(ARGS)

.PHONY: mutants
mutants: $(VENV)/.dev ## Make every small slip in the gate and the red flags, and name those that no test notices.
	$(BIN)/python -m tests.mutants.runner --workers $(WORKERS) $(ARGS)

.PHONY: guards
guards: $(VENV)/.dev ## Take each guard of the page away in turn, and name those that no test misses.
	$(BIN)/python -m tests.mutants.guards $(ARGS)

.PHONY: requirements
requirements: $(VENV)/.bootstrap ## Pin the requirements again (UPGRADE=--upgrade takes newer versions).
	$(COMPILE) --group bootstrap -o requirements-bootstrap.txt
	$(COMPILE) pyproject.toml -o requirements.txt
	$(COMPILE) pyproject.toml --extra clinic --extra fhir --group dev --constraint requirements.txt -o requirements-dev.txt

.PHONY: clean
clean: ## Remove what the tools left behind; .venv and .demo-home stay.
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

.PHONY: help
help: ## Show this list.
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Each stamp is newer than what it was installed from, so a second run costs nothing.

$(VENV)/.bootstrap: requirements-bootstrap.txt
	@test -n "$(PYTHON)" || { echo "Kneewise needs Python 3.11 or newer and found none: install it, or name it with 'make PYTHON=/path/to/python3'." >&2; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) could not make a virtual environment; on Debian and Ubuntu 'apt-get install python3-venv' adds what is missing." >&2; exit 1; }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/.runtime: requirements.txt pyproject.toml $(VENV)/.bootstrap
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt pyproject.toml $(VENV)/.bootstrap
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --no-deps --editable .
	@touch $(VENV)/.runtime $@
