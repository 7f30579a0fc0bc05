# The commands of the house. `make` alone lists them.
PYTHON ?= python3
VENV = .venv/bin

.DEFAULT_GOAL := help
.PHONY: help serve test pages lint requirements

help: ## Visa kommandona
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: ## Installera det som saknas och starta webbplatsen (PORT=8000, EMPTY=1 utan exempel)
	@$(PYTHON) site/bootstrap.py serve

test: ## Kör alla tester (ARGS="-k ord", DATABASE_URL=postgres://…)
	@$(PYTHON) site/bootstrap.py test $(ARGS)

pages: ## Mät det som lovas om varje sida (ARGS="start plan --utan-lighthouse"; kräver Node, Chromium och Java)
	@$(PYTHON) site/bootstrap.py ready
	@PYTHONPATH=site:. $(VENV)/python -m tests.pages $(ARGS)

lint: ## Kontrollera kod, mallar, våningar och migreringar
	@$(PYTHON) site/bootstrap.py ready
	$(VENV)/ruff check
	$(VENV)/ruff format --check
	PYTHONPATH=site:. $(VENV)/lint-imports
	git ls-files 'templates/*.html' 'site/*/templates/*.html' | xargs $(VENV)/djade --check --target-version 5.2
	$(VENV)/python site/manage.py makemigrations --check --dry-run --settings config.settings.test

requirements: ## Räkna om de låsta beroendena ur pyproject.toml (kräver uv)
	$(LOCK) --output-file requirements.txt
	$(LOCK) --group test --constraints requirements.txt --output-file requirements-test.txt

LOCK = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate --quiet
