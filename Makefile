# Two commands are enough: `make run` starts the bot, `make test` proves it.
# Needed on the machine: Python 3.11 or newer with pip and venv, and make.

PYTHON ?= python3
UV_VERSION = 0.13.9
VENV = .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

# Stamps: a file of this name is newer than everything it was made from.
CREATED = $(VENV)/.created
READY_TO_RUN = $(VENV)/.ready-to-run
READY_TO_TEST = $(VENV)/.ready-to-test

.PHONY: run test lint format bench lock clean
.DEFAULT_GOAL = run

run: $(READY_TO_RUN)
	@exec $(BIN)/groepsmaat run $(ARGS)

test: $(READY_TO_TEST)
	@$(BIN)/python -m pytest $(ARGS)

lint: $(READY_TO_TEST)
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check
	@$(BIN)/python -m mypy

format: $(READY_TO_TEST)
	@$(BIN)/python -m ruff check --fix
	@$(BIN)/python -m ruff format

bench: $(READY_TO_TEST)
	@$(BIN)/python -m tests.bench $(ARGS)

$(CREATED):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Groepsmaat needs Python 3.11 or newer, and $(PYTHON) is not."; \
		echo "Name the one to use: make run PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV). This is needed once and takes about a minute."
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(READY_TO_RUN): $(CREATED) requirements.lock pyproject.toml
	@echo "Installing what the bot needs."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# Everything in requirements.lock is in requirements-dev.lock too, so one stamp keeps both promises.
$(READY_TO_TEST): $(CREATED) requirements-dev.lock pyproject.toml
	@echo "Installing what the bot and its tests need."
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY_TO_RUN) $@

# Writes both lock files anew from pyproject.toml; a newer version comes in by changing it there.
UV = $(VENV)/lock/bin/uv
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header pyproject.toml --group build

lock: $(CREATED)
	@$(BIN)/python -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install uv==$(UV_VERSION)
	@$(COMPILE) --output-file requirements.lock
	@$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean:
	@rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find bot handlers tests -name __pycache__ -type d -prune -exec rm -rf {} +
