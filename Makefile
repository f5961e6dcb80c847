# Shorthand for people who have make; the README has the plain commands beside it.

PYTHON ?= python3
VENV := .venv/bin/python

.PHONY: site serve check test clean

site: .venv/installed  ## build the site into output/
	@$(VENV) build.py

serve: .venv/installed  ## preview with live reload, in the browser
	@$(VENV) build.py serve --open

check: .venv/installed  ## tell every problem, write nothing
	@$(VENV) build.py check

test:  ## everything that must hold before a change lands
	@PYTHON=$(PYTHON) bash tests/run

.venv/installed: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@test -x $(VENV) || $(PYTHON) -m venv .venv
	@echo "installing the packages of requirements.txt into .venv, once"
	@$(VENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

clean:  ## take away what was made
	rm -rf output .cache .venv
