# Opens the door on a fresh machine: makes the virtual environment, then hands over to just.
# The recipes themselves are in the justfile.
PYTHON ?= python3
BIN := .venv/bin
# Outside a virtual environment of ours, pip may need no other setting than its own.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test
demo: .venv/.ready
	@$(BIN)/just demo

test: .venv/.ready-dev
	@$(BIN)/just test

# Debian ships venv apart from Python; install it only where it is missing.
.venv/bin/python:
	@echo "Making the virtual environment .venv ..."
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; \
	  echo "python3-venv is missing: installing it"; \
	  as_root=$$(test "$$(id -u)" = 0 || echo sudo); \
	  $$as_root apt-get update -q && $$as_root apt-get install -qy python3-venv && \
	  $(PYTHON) -m venv .venv; }

.venv/.ready: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing Winset and what it needs (a minute, the first time only) ..."
	@$(PIP) install -c constraints.txt -e . rust-just
	@touch $@

.venv/.ready-dev: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing Winset with its tests' tools (a minute, the first time only) ..."
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@ .venv/.ready
