# Banxin 版心
#
#   make page    set the first page: build/2025-02-27-xiangyuan.pdf, its proof and its report
#   make test    run the tests
#   make check   run every check: style, types, imports, tests
#   make golden  accept the pages as they are drawn now (tests/golden)
#   make judges  let ghostscript, poppler, qpdf and fullbleed judge the page (to be installed)
#   make bench   measure how long a build takes
#   make clean   delete what was built
#
# All a machine needs is make and Python 3.11 or newer (PYTHON=python3.12 picks one).
# The rest goes into .venv, at the first run and again when pyproject.toml has changed.

PYTHON ?= python3
VENV ?= .venv
ISSUE ?= issues/2025-02-27-xiangyuan

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# An environment that was never finished, or whose Python has gone or is too old, is made anew.
SOUND := $(shell $(BIN)/python -c 'import sys, importlib.util as u; \
	print("yes" if sys.version_info >= (3, 11) and u.find_spec("pip") else "")' 2>/dev/null)

.PHONY: page test check judges golden bench clean new-environment

page: $(VENV)/.ready
	$(BIN)/python -m layout build $(ISSUE)

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

check: $(VENV)/.ready-dev
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

judges: $(VENV)/.ready-dev
	@$(PIP) install --group judges
	$(BIN)/python -m pytest -m judge tests/judges

golden: $(VENV)/.ready-dev
	BANXIN_ACCEPT=1 $(BIN)/python -m pytest tests/golden

bench: $(VENV)/.ready-bench
	$(BIN)/python tests/bench/run.py

clean:
	rm -rf build dist

$(VENV)/.ready: pyproject.toml $(if $(SOUND),,new-environment)
	@echo "安装所需的 Python 包，需要联网，约一分钟…… / Installing the packages needed, over the network, about a minute"
	@$(PIP) install --editable . || { echo "没有装上：请检查网络后再运行一次。/ Not installed: check the network and run this again." >&2; exit 1; }
	@touch $@

$(VENV)/.ready-dev: pyproject.toml $(VENV)/.ready
	@echo "安装检查用的工具…… / Installing the tools that check"
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --group dev
	@touch $@

$(VENV)/.ready-bench: pyproject.toml $(VENV)/.ready-dev
	@echo "安装计时用的工具…… / Installing what is measured against"
	@$(PIP) install --group bench
	@touch $@

new-environment:
	@command -v $(PYTHON) >/dev/null || { echo "找不到 $(PYTHON)：请先安装 Python 3.11 或更新的版本。/ There is no $(PYTHON): install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "要 Python 3.11 或更新的版本，$(PYTHON) 是 $$($(PYTHON) -V 2>&1)；装有别的版本时可写 make page PYTHON=python3.12。/ Python 3.11 or newer is needed; name another one with PYTHON=." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) 缺少 venv 模块：Debian、Ubuntu 上请运行 sudo apt-get install python3-venv。/ $(PYTHON) lacks the module venv: install it, on Debian with sudo apt-get install python3-venv." >&2; exit 1; }
	@echo "建立 Python 环境 $(VENV)…… / Making the Python environment $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
