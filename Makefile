# make demo   check the example articles, write out/report.html
# make serve  open the page for editors
# make test   run the tests
# make check  everything CI runs
# make format the code and the rule files in their style
# make docs   write docs/checks.md, the tables of keys and quantities, reference/reference.lock, the pages of the rules

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin
INSTALLED := .venv/.installed
SERVING := .venv/.serving
DEVELOPING := .venv/.developing

.PHONY: demo serve test check format docs

demo: $(INSTALLED)
	@mkdir -p out
	@$(BIN)/factlint check examples/articles --profile publish --fail-on never \
		--format text --format html --output out/report.html
	@echo
	@echo "The report as a web page: $(CURDIR)/out/report.html"

serve: $(SERVING)
	$(BIN)/factlint serve --open

test: $(DEVELOPING)
	$(BIN)/python -m pytest -n auto --dist worksteal

format: $(DEVELOPING)
	$(BIN)/ruff format .
	$(BIN)/python -m reference.write

check: $(DEVELOPING)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/factlint reference validate
	$(MAKE) --no-print-directory test

docs: $(INSTALLED)
	$(BIN)/factlint checks --markdown > docs/checks.md.new
	mv docs/checks.md.new docs/checks.md
	$(BIN)/python -m linter.config.key_table docs/configuration.md
	$(BIN)/python -m reference.catalogue
	$(BIN)/factlint reference lock > reference/reference.lock.new
	mv reference/reference.lock.new reference/reference.lock
	$(BIN)/factlint reference pages --output out/rules

$(INSTALLED): pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(SERVING): pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[web]'
	@touch $@

$(DEVELOPING): pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

.venv:
	$(PYTHON) -m venv .venv
