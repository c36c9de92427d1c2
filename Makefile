# `make run` and `make test` need nothing done before: each target makes what it stands on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find crates python pyproject.toml Cargo.toml Cargo.lock -type f ! -name '*.so' ! -name '*.pyc')

.PHONY: help run test lint bench wheel docs shots clean
.DEFAULT_GOAL := help

help: ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-7s %s\n", $$1, $$2}'

run: $(VENV)/.installed ## Set up, build and open the REPL
	@$(BIN)/sideloop

test: $(VENV)/.installed wheel ## Set up and run every test, on every CPython 3.10+ found
	cargo test --workspace
	tests/every_python dist/*.whl

lint: $(VENV)/.ready ## Formatting, clippy, ruff, types; warnings are errors
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.installed ## Measure beside the peers, each in a venv of its own; ARGS=--help
	$(BIN)/python bench/run.py $(ARGS)

wheel: dist/.built ## Build the one abi3 wheel into dist/

docs: $(VENV)/.installed ## Write the generated pages again
	UPDATE_DOCS=1 cargo test --quiet --package editor --test docs

shots: $(VENV)/.installed ## Take the pictures in docs/shots again
	$(BIN)/pip install --quiet --disable-pip-version-check rich
	$(BIN)/python docs/shots.py

clean: ## Remove all that was built
	rm -rf target dist .venv .venv-* bench/.venvs

dist/.built: $(VENV)/.ready $(SOURCES)
	rm -rf dist
	$(BIN)/maturin build --release --quiet --out dist
	touch $@

$(VENV)/.installed: dist/.built
	$(BIN)/pip install --quiet --force-reinstall --no-deps dist/*.whl
	touch $@

$(VENV)/.ready: tests/requirements.txt tests/prepare
	tests/prepare $(PYTHON) $(VENV)
	touch $@
