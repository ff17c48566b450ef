"""Plug-ins as they lie in an environment: a module and the metadata of its distribution."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from linter import installed, registry
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


@dataclass(frozen=True)
class Environment:
    """An environment in which everything that this one has is installed too, and what lies in ``site``."""

    home: Path

    @classmethod
    def at(cls, home: Path) -> Environment:
        venv.create(home, symlinks=True)
        made = cls(home)
        (made.site / "all.pth").write_text(f"{ROOT}\n{sysconfig.get_path('purelib')}\n", encoding="utf-8")
        return made

    @property
    def site(self) -> Path:
        return Path(sysconfig.get_path("purelib", "venv", {"base": str(self.home)}))

    def install(self, project: Path) -> None:
        words = ("--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
        command = [sys.executable, "-m", "pip", "install", *words, "--target", self.site, project]
        subprocess.run(command, check=True, capture_output=True)

    def python(self, *words: object, cwd: Path) -> subprocess.CompletedProcess[str]:
        python = Path(sysconfig.get_path("scripts", "venv", {"base": str(self.home)})) / "python"
        command = [python, "-P", *map(str, words)]
        environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment.at(tmp_path / "environment")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def put(site: Path, module: str, group: str, source: str, name: str | None = None, value: str | None = None) -> None:
    """Put a module there with the entry point ``group: name = value``, as the distribution ``<module> 1.0``."""
    information = site / f"{module}-1.0.dist-info"
    information.mkdir(parents=True)
    (site / f"{module}.py").write_text(source, encoding="utf-8")
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", "utf-8")
    entry = f"[factlint.{group}]\n{name or module} = {value or module}\n"
    (information / "entry_points.txt").write_text(entry, "utf-8")


@pytest.fixture
def install(site: Path) -> Install:
    return partial(put, site)


@pytest.fixture
def here(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is installed takes part in this process."""
    found = (registry._offered_checks, registry._offered_reports, offered.offered_readers)
    site.mkdir(exist_ok=True)
    monkeypatch.syspath_prepend(site)
    folders = installed.site_folders()
    monkeypatch.setattr(installed, "site_folders", lambda: (*folders, str(site)))
    before = set(sys.modules)
    for each in found:
        each.cache_clear()
    yield
    for each in found:
        each.cache_clear()
    for name in set(sys.modules) - before:
        if str(site) in (getattr(sys.modules[name], "__file__", None) or ""):
            del sys.modules[name]
