# Everything a person needs: `make draft` and `make test` each do all the set-up first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SAMPLE := casefiles/border-courier.yaml

VALIDATOR := tests/word/validator

.PHONY: draft test lint format types imports dependencies validator pytest oracles bench regold office clean

draft: $(READY)
	$(BIN)/drafter draft $(SAMPLE) --kind all

test: lint types imports dependencies validator pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

dependencies: $(READY)
	$(BIN)/deptry .

# A second validator of Word files, where npm is; without it its test says skipped.
validator:
	@test -d $(VALIDATOR)/node_modules || { command -v npm >/dev/null && npm ci --silent --prefix $(VALIDATOR); } \
		|| { rm -rf $(VALIDATOR)/node_modules; echo "No second validator: npm is not here or cannot install it."; }

pytest: $(READY)
	$(BIN)/python -m pytest -q -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=term

# Ask other programs about every pair of versions, not about a spread of them: half an hour.
oracles: $(READY)
	$(BIN)/python -m pytest -q --no-cov --everything -k "libreoffice or python_redlines" \
		tests/versions/test_redline.py tests/versions/test_redline_ends.py tests/versions/test_sample_oracles.py

# Show how the golden documents and what the pages print would change, and write them.
regold: $(READY)
	$(BIN)/python -m pytest -q tests/golden tests/docs --regold

bench: $(READY)
	$(BIN)/python -m benchmarks

# Build templates/office.docx again from drafter/word/writing/office.py.
office: $(READY)
	$(BIN)/python -m drafter.word.writing.office templates/office.docx

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "drafter needs Python 3.11 or newer; say: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q drafter
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -rf drafter/composition/compiled
	rm -rf $(VALIDATOR)/node_modules
	rm -f .coverage .coverage.* drafter/law/library.json
