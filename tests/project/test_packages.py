from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("linter", "checks", "reference", "reports")
MODULES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
BELOW_THE_COMMAND_LINE = [path for path in MODULES if "cli" not in path.relative_to(ROOT).parts]
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time")}
# Starlette reads forms with the one, Spark hands tables over with the other.
LOADED_BY_OTHERS = {"pandas", "python_multipart"}
HIDDEN_INPUTS = CLOCKS | {("os", "environ"), ("os", "getenv"), ("locale", "getlocale"), ("random", "random")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_folder_of_a_module_is_a_package(path: Path) -> None:
    assert (path.parent / "__init__.py").is_file(), "a check in a folder without __init__.py would never run"


def attributes(path: Path) -> set[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


def test_only_the_command_line_reads_the_clock_and_the_environment() -> None:
    offenders = {path.name: attributes(path) & HIDDEN_INPUTS for path in BELOW_THE_COMMAND_LINE}
    assert {name: found for name, found in offenders.items() if found} == {}


def test_the_clock_is_read_in_one_place() -> None:
    readers = [path.relative_to(ROOT).as_posix() for path in MODULES if attributes(path) & CLOCKS]
    assert readers == ["linter/cli/options.py"]


def imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.split(".")[0] for name in plain | {str(n.module) for n in nodes if isinstance(n, ast.ImportFrom)}}


def test_what_is_imported_is_what_is_required() -> None:
    foreign = {name for path in MODULES for name in imported(path)} - set(PACKAGES) - sys.stdlib_module_names
    homes = packages_distributions()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tools = ("dev", "docs", "fuzz", "mutants")  # for the development alone: nothing of the packages imports them
    extras = [each for name, extra in project["optional-dependencies"].items() if name not in tools for each in extra]
    required = [*project["dependencies"], *extras]
    names = {re.split("[<>=]", each)[0].lower().replace("-", "_") for each in required}
    assert {homes[name][0].lower().replace("-", "_") for name in foreign} | LOADED_BY_OTHERS == names
