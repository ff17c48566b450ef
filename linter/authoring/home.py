"""Where the check of an author goes: into this repository, or into the package that a plug-in offers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from linter.plugins import CHECKS

_TO_ADD = f"""[project.entry-points."{CHECKS}"]
mine = "my_package.checks"
"""


class HomeError(ValueError):
    """A folder is no place for a check."""


@dataclass(frozen=True, slots=True)
class Home:
    """``package`` is the folder of the package of the checks, ``cases`` that of their cases.

    ``test`` is the file that runs the cases. In the repository (``own``) the checks of a family have a folder of
    their own.
    """

    package: Path
    cases: Path
    test: Path
    own: bool


def home_of(folder: Path) -> Home:
    """The home in a checkout of this program, or in the project of a plug-in. Raises ``HomeError``."""
    if (folder / "linter" / "check.py").is_file() and (folder / "checks" / "__init__.py").is_file():
        tests = folder / "tests" / "checks"
        return Home(folder / "checks", tests, tests / "test_cases.py", own=True)
    tests = folder / "tests"
    return Home(_offered_package(folder), tests / "cases", tests / "test_checks.py", own=False)


def _offered_package(folder: Path) -> Path:
    project = folder / "pyproject.toml"
    names = _offered(project)
    if not names:
        raise HomeError(f"{project} offers no package of checks. Add:\n\n{_TO_ADD}")
    places = [root.joinpath(*name.split(".")) for name in names for root in (folder / "src", folder)]
    found = next((place for place in places if (place / "__init__.py").is_file()), None)
    if found is None:
        raise HomeError(f"none of these is a package (a folder with __init__.py): {', '.join(map(str, places))}")
    return found


def _offered(project: Path) -> list[str]:
    try:
        content = tomllib.loads(project.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise HomeError(
            f"{project.parent} is neither a checkout of factlint nor a project with pyproject.toml"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise HomeError(f"{project}: {error}") from error
    offered = content.get("project", {}).get("entry-points", {}).get(CHECKS, {})
    return [str(value).partition(":")[0].strip() for value in offered.values()]
