"""A check to begin with: it works, finds the example of its documentation, and passes its cases."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from linter.authoring.home import Home

_Starter = Mapping[str, Any]


def drafts(family: str, code: str, name: str, as_of: date, home: Home) -> Iterator[tuple[Path, str]]:
    """The files of a new check, with their texts: the check, its cases, and what runs these where nothing does yet.

    ``as_of`` is the day on which the cases are judged.
    """
    starter = _starter(family, as_of)
    function = name.replace("-", "_")
    folder = (starter["folder"],) if home.own else ()
    slots = {
        **starter,
        "family": family,
        "code": code,
        "name": name,
        "function": function,
        "identity": f"{code} {name}",
        "as_of": as_of,
        "hit": _unmarked(starter["hits"]),
        "silence": _unmarked(starter["silences"]),
    }
    yield home.package.joinpath(*folder, f"{function}.py"), _filled(f"{family}.py.j2", slots)
    yield home.cases.joinpath(*folder, f"{function}.yml"), _filled("cases.yml.j2", slots)
    if not home.test.exists():
        yield home.test, _filled("test_checks.py.j2", slots)
    if home.project is not None:
        yield from _project(home.project, home.package)


def _project(folder: Path, package: Path) -> Iterator[tuple[Path, str]]:
    """What makes a folder the project of a plug-in that offers the package."""
    mine = package.parent
    yield folder / "pyproject.toml", _filled("pyproject.toml.j2", {"name": mine.name})
    yield mine / "__init__.py", f'"""Checks of {mine.name} for factlint."""\n'
    yield package / "__init__.py", '"""One check, one file: existing is registering."""\n'


def _starter(family: str, as_of: date) -> _Starter:
    """The parts of a family's first check; its years lie around the day on which its cases are judged."""
    written = (files("linter.authoring") / "starters.json").read_text(encoding="utf-8")
    dated = written.replace("{past}", str(as_of.year - 1)).replace("{future}", str(as_of.year + 4))
    starter: _Starter = json.loads(dated)[family]
    return starter


def _filled(template: str, slots: _Starter) -> str:
    environment = Environment(
        loader=PackageLoader("linter.authoring"),
        autoescape=False,  # what is written is Python and YAML, of words that were checked
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    return environment.get_template(template).render(slots)


def _unmarked(texts: Mapping[str, str]) -> str:
    """The first of the texts, as an article."""
    return next(iter(texts.values())).replace("【", "").replace("】", "")
