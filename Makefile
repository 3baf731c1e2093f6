# One command each. Everything below works in a fresh clone; `make help` lists what there is.
.PHONY: help run demo-reset test bench looks check format catalogues lock

VENV := .venv/bin/python

help:
	@echo "make run         start Concord here: http://127.0.0.1:8000, with the demo on the first start; Ctrl-C stops it"
	@echo "make demo-reset  forget the demo's data; the next start loads it again"
	@echo "make test        run every test (make test ARGS='tests/features -k silence' runs some)"
	@echo "make bench       measure how fast pages are, on PostgreSQL (make bench ARGS=text measures one)"
	@echo "make looks       look at every page as every role: pictures into looks/, a table into docs/looks.md"
	@echo "make check       formatting, lint, types, and which module may import which"
	@echo "make format      put the code into the form that check asks for"
	@echo "make catalogues  bring the catalogue of every language up to the sentences of the sources, and compile it"
	@echo "make lock        write requirements/*.txt anew from requirements/*.in"

run:
	@sh deploy/bootstrap.sh run
	@exec $(VENV) -m deploy.supervisor

demo-reset:
	@sh deploy/bootstrap.sh run
	@exec $(VENV) -m deploy.reset

test:
	@sh deploy/bootstrap.sh dev
	@sh deploy/test.sh $(ARGS)

bench:
	@sh deploy/bootstrap.sh dev
	@$(VENV) -m tests.benchmarks $(ARGS)

looks:
	@sh deploy/bootstrap.sh dev
	@$(VENV) -m tests.browser.looks

check:
	@sh deploy/bootstrap.sh dev
	$(VENV) -m ruff format --check .
	$(VENV) -m ruff check .
	$(VENV) -m mypy
	$(VENV) -c "from importlinter.cli import lint_imports_command as main; main()"

format:
	@sh deploy/bootstrap.sh dev
	$(VENV) -m ruff format .
	$(VENV) -m ruff check --fix .

# Says which sentences still lack words; docs/translating.md tells what to do about them.
catalogues:
	@sh deploy/bootstrap.sh dev
	@$(VENV) -m deploy.catalogues

# The second list is held to the versions of the first: what is tested is what runs.
lock:
	@sh deploy/bootstrap.sh dev
	$(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		requirements/run.in -o requirements/run.txt
	$(VENV) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		-c requirements/run.txt requirements/dev.in -o requirements/dev.txt
