PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check install --quiet -c constraints.txt
JOBS ?= 2
OUTSIDE ?= $(if $(wildcard ../shared/external/tasks.json),--outside ../shared/external,--without-outside)

.PHONY: score test lint unit check curves model evaluate reproduce bench clean

score: $(VENV)/installed
	$(BIN)/framing score annotations/pages

test: lint unit check

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit: $(VENV)/developing
	$(BIN)/pytest -n $(JOBS)

check: $(VENV)/developing
	$(BIN)/framing check annotations

curves: $(VENV)/developing
	$(BIN)/python -m benchmarks.curves
	$(BIN)/python -m benchmarks.lexicon --jobs $(JOBS)

# A new model replaces the shipped one only through the gate; FIRST=yes where there is none that this version reads.
model: $(VENV)/developing
	rm -rf build/candidate
	$(BIN)/framing train annotations --out build/candidate --jobs $(JOBS)
	if [ -z "$(FIRST)" ]; then $(BIN)/framing gate build/candidate models/default annotations $(OUTSIDE); fi
	rm -rf models/default
	mv build/candidate models/default

evaluate: $(VENV)/developing
	$(BIN)/framing evaluate models/default annotations --out build/evaluation

reproduce: $(VENV)/developing
	rm -rf build/reproduced
	$(BIN)/framing train annotations --out build/reproduced --jobs $(JOBS)
	diff -r models/default build/reproduced && echo "the shipped model is what annotations/ make"

bench: $(VENV)/developing
	$(PIP) -e ".[bench]"
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.sentences
	$(BIN)/python -m benchmarks.linear
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.beside
	$(BIN)/python -m benchmarks.prototype

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) -e .
	touch $@

$(VENV)/developing: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) -e ".[dev,notebook]"
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
