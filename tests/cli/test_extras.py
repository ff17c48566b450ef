"""Commands of extras: a clear word when the extra is missing, no cost when they are not used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.cli.exit_codes import USAGE

ROOT = Path(__file__).parents[2]
EXTRAS = {"lsp": (["lsp"], ("pygls", "lsprotocol")), "watch": (["check", "--watch"], ("watchfiles",))}


@pytest.mark.parametrize("extra", EXTRAS)
def test_a_missing_extra_is_named(factlint, monkeypatch, extra):
    arguments, modules = EXTRAS[extra]
    for each in modules:
        monkeypatch.setitem(sys.modules, each, None)
    outcome = factlint(*arguments)
    assert outcome.code == USAGE
    assert f"pip install 'factlint[{extra}]'" in outcome.err


def test_other_commands_load_nothing_of_the_extras() -> None:
    modules = sorted({each for _, needed in EXTRAS.values() for each in needed} | {"linter.lsp"})
    program = f"import sys, linter.cli.check; print([each for each in {modules} if each in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
