# Two commands do it all on a bare machine with Python 3.11 or newer: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo test matrix lint format journeys bench docs constraints install clean

demo: install
	$(BIN)/auditor demo

# Three processes, since tests with a browser wait half their time; one file's tests stay together and share its fixtures.
test: install
	$(BIN)/pytest -n 3 --dist loadfile

# One audit for each flaw that the embedded shop can plant: its check fails, and nothing else; the longest of all targets.
matrix: install
	$(BIN)/pytest -m slow tests/e2e/test_flaws.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Every shape of the embedded shop and the real shop systems, with ground truth; takes a while.
journeys: install
	$(BIN)/python -m benchmarks.journeys

# A bare script, the auditor and Lighthouse CI on the same pages, in one run.
bench: install
	$(BIN)/python -m benchmarks.costs

docs: $(READY)
	$(BIN)/python -m docs.write_checks

# Takes the newest versions of all libraries and writes them down.
constraints:
	$(PYTHON) -m venv .cache/newest
	.cache/newest/bin/python -m pip install --quiet --editable '.[dev]'
	(head -n 1 constraints.txt; .cache/newest/bin/python -m pip freeze --exclude-editable) > .cache/constraints.txt
	mv .cache/constraints.txt constraints.txt

install: $(READY)
	$(BIN)/auditor doctor --install --quiet

$(READY): pyproject.toml constraints.txt hatch_build.py page-scripts/package-lock.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m compileall -q auditor checks reports  # pip does so with all but editable packages
	touch $@

clean:
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache auditor/page_scripts
