# Two commands do everything: `make run` and `make test`. `make help` lists the rest. Windows: see README.md.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LINTERS := .venv-lint
PANEL := panel/dist/index.html
PLAYGROUND := tests/playground/node_modules/.package-lock.json
PANEL_SOURCES := $(shell find panel -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 14

setup: $(STAMP) $(PANEL) $(PLAYGROUND) ## the environment, the built panel and the test client

$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

$(PANEL): $(PANEL_SOURCES)
	cd panel && npm ci --no-fund --no-audit --loglevel=error && npm run build --silent
	touch $(PANEL)

$(PLAYGROUND): tests/playground/package.json tests/playground/package-lock.json
	cd tests/playground && npm ci --no-fund --no-audit --loglevel=error
	touch $(PLAYGROUND)

install: $(PANEL) ## what a server needs and no more; start it with .venv/bin/python -m sidecar
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt

run: $(STAMP) $(PANEL) ## the whole product on this machine, in the browser
	$(BIN)/companion preview

test: setup browser ## the whole suite
	$(BIN)/python -m pytest -p xdist -n 4 --dist loadfile --no-loadscope-reorder -m "not night"

privacy: $(STAMP) ## writes the table of docs/privacy.md and the data flow of docs/operate/security.md from what is kept
	$(BIN)/python docs/write_privacy.py
	$(BIN)/python docs/draw_data_flow.py

night: setup browser ## the long forms of what the suite promises: faults, kills, histories
	HYPOTHESIS_PROFILE=night $(BIN)/python -m pytest -p xdist -n 2 --dist loadfile -m night

browser: $(STAMP) ## a Chromium for the journey tests, if none is found
	$(BIN)/python tests/find_browser.py --install

lint-deploy: $(LINTERS)/bin/checkov ## the container and Azure files, by a linter that has an environment of its own
	$(LINTERS)/bin/checkov --directory deploy --framework bicep dockerfile --compact --quiet --skip-download

$(LINTERS)/bin/checkov:
	$(PYTHON) -m venv $(LINTERS)
	$(LINTERS)/bin/python -m pip install --quiet --disable-pip-version-check checkov==3.3.30

check: setup ## ruff, mypy --strict, import contracts, panel types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	cd panel && npm run check --silent

bench: setup ## one script per figure of the table in README.md
	for script in bench/bench_*.py; do $(BIN)/python $$script || exit 1; done

lock: $(STAMP) ## resolve the requirements anew, hashed, for every platform
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q --upgrade pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml -c requirements/run.txt --group dev -o requirements/dev.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q pyproject.toml -c requirements/run.txt --extra telemetry -o requirements/telemetry.txt

sbom: $(STAMP) ## the bill of materials of what ships, build/sbom.json
	mkdir -p build && $(BIN)/cyclonedx-py requirements requirements/run.txt --output-reproducible --of JSON -o build/sbom.json

licences: $(STAMP) ## docs/licences.md anew
	$(BIN)/python docs/licences.py

clean: ## everything that can be made again
	rm -rf $(VENV) $(LINTERS) panel/node_modules panel/dist tests/playground/node_modules build dist .mypy_cache .pytest_cache .ruff_cache

.PHONY: help setup install run test privacy night browser check lint-deploy bench lock sbom licences clean
