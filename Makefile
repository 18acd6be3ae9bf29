# What people type. `make` alone lists it. Needs Python 3.11 or newer and make; everything else goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/ready
LOCKS := requirements.lock requirements-dev.lock

# Set PYTHON= to choose one; otherwise the first of these that is new enough, wherever it stands on PATH.
CANDIDATES := $(if $(PYTHON),$(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3)
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))

# Only what exists: rooms come one at a time.
ROOMS := $(foreach room,crypto alerts storage relay bot rehearsal commands bench,$(if $(wildcard $(room)/*.py),$(room))) $(wildcard server.py cli.py)

.DEFAULT_GOAL := help
.PHONY: help setup check test demo bench run lock clean

help:
	@echo 'make demo    try it: a journey in the terminal, phones in the browser, nothing to register'
	@echo 'make test    every check and every test'
	@echo 'make check   lint, format, types, import contracts'
	@echo 'make bench   the figures this project claims, measured here'
	@echo 'make run     the relay and the Telegram bot; their settings are in parasol.toml or PARASOL_... variables'
	@echo 'make setup   only prepare .venv (the others do it first); PYTHON=... chooses the Python'
	@echo 'make lock    choose new versions of the dependencies (needs uv)'
	@echo 'make clean   remove .venv and what the tools leave behind'

setup: $(STAMP)

# Made again if a lock file changed, if the clone was moved, or if the Python it was made with is gone.
ifneq ($(shell $(BIN)/python -c 'print(open("$(STAMP)").read().strip())' 2>/dev/null),$(CURDIR))
.PHONY: $(STAMP)
endif

$(STAMP): $(LOCKS) Makefile
	@found=; for python in $(CANDIDATES); do \
	    if "$$python" -c '$(NEW_ENOUGH)' 2>/dev/null; then found="$$python"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo 'Parasol needs Python 3.11 or newer with its venv module (on Debian: apt install python3-venv); set PYTHON= to where it is.' >&2; exit 1; \
	fi; \
	echo "Preparing $(VENV) with $$("$$found" --version) ..."; \
	"$$found" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes $(LOCKS:%=-r %)
	@# The clone stands on the environment's path, and the command is a file of four lines; nothing is built or copied.
	@# The odd second line lets sh start this environment's Python even where the path has spaces or is long; Python reads it as text.
	@$(BIN)/python -c 'import os, sysconfig; open(os.path.join(sysconfig.get_path("purelib"), "parasol.pth"), "w").write(os.getcwd() + "\n")'
	@printf '%s\n' '#!/bin/sh' "'''exec' \"$(CURDIR)/$(BIN)/python\" \"\$$0\" \"\$$@\"" "' '''" \
	    'import sys' 'from cli import main' 'sys.exit(main())' > $(BIN)/parasol
	@chmod +x $(BIN)/parasol
	@echo '$(CURDIR)' > $@

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(ROOMS)
	@$(BIN)/lint-imports

test: check
	@$(BIN)/python -m pytest -q

demo: setup
	@$(BIN)/python -m rehearsal.demo

bench: setup
	@for program in $(sort $(filter-out bench/_%,$(wildcard bench/*.py))); do $(BIN)/python -m "$$(echo "$${program%.py}" | tr / .)" || exit 1; done

run: setup
	@$(BIN)/parasol run

# --universal: one file for every system and every Python from 3.11 on. No address of an index is written into it.
lock:
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
