# make demo   check the example articles, write out/report.html
# make serve  open the page for editors
# make test   run the tests
# make check  everything CI runs
# make coverage  run the tests, and count the branches they take (twice as long as the tests alone)
# make mutants   change the checks and the arithmetic, and count the changes that the cases notice (an hour)
# make format the code and the rule files in their style
# make lowest the tests with the lowest versions that pyproject.toml allows
# make lock   write ci/requirements/*.txt: one version of everything, with hashes
# make contract  hold the interface of the web page against its description, with many requests
# make audit  ask for known vulnerabilities of what is locked
# make release  wheel, sdist and bill of materials in dist/: docs/releasing.md
# make site   the site of the documentation in out/site/built, links checked
# make docs   write docs/checks.md, the tables of keys and quantities, reference/reference.lock, the pages of the rules

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
BIN := .venv/bin
INSTALLED := .venv/.installed
SERVING := .venv/.serving
DEVELOPING := .venv/.developing
MUTATING := .venv/.mutating
RELEASING := .release/.installed
CONTRACT := .contract/.installed
VERSION = $(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' linter/__init__.py)
LOCKS := ci/requirements
# With LOCKED=1 the tests run with the versions of $(LOCKS)/dev.txt, held to their hashes.
LOCKED ?=
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
UV := .lowest/tools/bin/uv
COMPILE = $(UV) pip compile --quiet --system-certs --no-header --no-annotate --universal --python-version 3.11 \
	--generate-hashes --upgrade
EXTRAS := archive calendar lsp spark watch web
# What touches the libraries; how sentences are understood does not depend on their versions.
LOWEST_TESTS := $(addprefix tests/,archive cache cli compare config desk editors engine readers reference reports web word)

.PHONY: site demo serve test coverage mutants check format docs lowest lock audit contract release

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

coverage: $(DEVELOPING)
	$(BIN)/python -m coverage erase
	$(BIN)/python -m coverage run -m pytest -n auto --dist worksteal
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m benchmarks.coverage.table --least 95

mutants: $(MUTATING)
	$(BIN)/python -m benchmarks.mutants.run --output out/mutants.jsonl

format: $(DEVELOPING)
	$(BIN)/ruff format .
	$(BIN)/python -m reference.write

check: $(DEVELOPING)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy examples/library examples/plugin-newsroom/src
	$(BIN)/lint-imports
	$(BIN)/factlint reference validate
	$(MAKE) --no-print-directory test

docs: $(INSTALLED)
	$(BIN)/factlint checks --markdown > docs/checks.md.new
	mv docs/checks.md.new docs/checks.md
	$(BIN)/python -m website.write
	$(BIN)/python -m linter.config.key_table docs/configuration.md
	$(BIN)/python -m reference.catalogue
	$(BIN)/factlint reference lock > reference/reference.lock.new
	mv reference/reference.lock.new reference/reference.lock
	$(BIN)/factlint reference pages --output out/rules

# Zensical leaves out what lies in hidden folders.
site: $(DEVELOPING)
	rm -rf out/site
	$(BIN)/python -m website.stage out/site
	cd out/site && $(abspath $(BIN))/zensical build --strict
	cp -R out/site/pages/.github out/site/built/
	$(BIN)/factlint reference pages --output out/site/built/rules
	@echo "The site: $(BIN)/python -m http.server --directory out/site/built"

# Old versions warn when they meet newer ones of what they require themselves.
lowest: $(UV)
	$(UV) venv --quiet --clear --python $(PYTHON) .lowest/venv
	$(UV) pip install --quiet --system-certs --python .lowest/venv/bin/python \
		--resolution lowest-direct --all-extras --requirements pyproject.toml
	$(UV) pip install --quiet --system-certs --python .lowest/venv/bin/python --no-deps --editable .
	.lowest/venv/bin/python -m pytest -n auto --dist worksteal -p no:cacheprovider -W default $(LOWEST_TESTS)

lock: $(UV)
	$(COMPILE) --all-extras pyproject.toml --output-file $(LOCKS)/dev.txt
	$(COMPILE) $(addprefix --extra ,$(EXTRAS)) pyproject.toml --constraint $(LOCKS)/dev.txt \
		--output-file $(LOCKS)/extras.txt
	$(COMPILE) $(LOCKS)/release.in --output-file $(LOCKS)/release.txt

audit: $(RELEASING)
	.release/bin/pip-audit --require-hashes --disable-pip --strict \
		--requirement $(LOCKS)/dev.txt --requirement $(LOCKS)/release.txt

contract: $(SERVING) $(CONTRACT)
	bash ci/schemathesis/run -n 5

# The time of the commit, not of the build: whoever builds the same commit gets the same bytes.
release: $(RELEASING)
	rm -rf dist .release/clean
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) .release/bin/python -m build --no-isolation
	.release/bin/twine check --strict dist/*.whl dist/*.tar.gz
	.release/bin/check-wheel-contents dist/*.whl
	$(PYTHON) -m venv .release/clean
	.release/clean/bin/python $(PIP_INSTALL) --require-hashes --requirement $(LOCKS)/extras.txt
	.release/clean/bin/python $(PIP_INSTALL) --no-deps dist/*.whl
	.release/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml .release/clean/bin/python | \
		sed "s/\"bom-ref\": \"root-component\",/& \"version\": \"$(VERSION)\",/" > dist/factlint-$(VERSION).cdx.json

$(INSTALLED): pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(SERVING): pyproject.toml | .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[web]'
	@touch $@

$(DEVELOPING): pyproject.toml $(if $(LOCKED),$(LOCKS)/dev.txt) | .venv
	$(if $(LOCKED),$(BIN)/python $(PIP_INSTALL) --require-hashes --requirement $(LOCKS)/dev.txt)
	$(BIN)/python $(PIP_INSTALL) $(if $(LOCKED),--no-deps --editable .,--editable '.[dev]')
	@touch $@

$(RELEASING): $(LOCKS)/release.txt
	$(PYTHON) -m venv .release
	.release/bin/python $(PIP_INSTALL) --require-hashes --requirement $(LOCKS)/release.txt
	@touch $@

# In an environment of its own: it asks for libraries that ours do without.
$(CONTRACT):
	$(PYTHON) -m venv .contract
	.contract/bin/python $(PIP_INSTALL) 'schemathesis>=4.32'
	@touch $@

$(UV):
	$(PYTHON) -m venv .lowest/tools
	.lowest/tools/bin/python $(PIP_INSTALL) 'uv>=0.9'

$(MUTATING): $(DEVELOPING)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mutants]'
	@mkdir -p out
	@touch $@

.venv:
	$(PYTHON) -m venv .venv
