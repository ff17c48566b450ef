"""Plug-ins as they lie in an environment: a module and the metadata of its distribution."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter import registry
from linter.readers import offered

ROOT = Path(__file__).parents[2]
CHECK = '''
from linter.check import check
from linter.claims.model import EquationClaim
from linter.finding import Message, Severity

@check(code="{code}", name="{name}", family="arithmetic", severity=Severity.ERROR, reads=EquationClaim)
def foreign(claim, context):
    """Reports every equation."""
    yield foreign.finding(claim, Message("外来", "foreign"))
'''

Install = Callable[..., None]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def install(site: Path) -> Install:
    """Put a module there with the entry point ``group: name = value``, as the distribution ``<module> 1.0``."""

    def put(module: str, group: str, source: str, name: str | None = None, value: str | None = None) -> None:
        information = site / f"{module}-1.0.dist-info"
        information.mkdir(parents=True)
        (site / f"{module}.py").write_text(source, encoding="utf-8")
        (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", "utf-8")
        entry = f"[factlint.{group}]\n{name or module} = {value or module}\n"
        (information / "entry_points.txt").write_text(entry, "utf-8")

    return put


@pytest.fixture
def here(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is installed takes part in this process."""
    found = (registry._offered_checks, registry._offered_reports, offered.offered_readers)
    site.mkdir(exist_ok=True)
    monkeypatch.syspath_prepend(site)
    before = set(sys.modules)
    for each in found:
        each.cache_clear()
    yield
    for each in found:
        each.cache_clear()
    for name in set(sys.modules) - before:
        if str(site) in (getattr(sys.modules[name], "__file__", None) or ""):
            del sys.modules[name]


def python(*arguments: object, cwd: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """Python with this checkout and ``path`` to import from."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(path), str(ROOT)]), "PYTHONUTF8": "1"}
    words = [sys.executable, "-P", *map(str, arguments)]
    return subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
