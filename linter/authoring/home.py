"""Where the check of an author goes: into this repository, or into the package that a plug-in offers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.util import find_spec
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
    their own. ``project`` is the folder of a plug-in of which nothing exists yet.
    """

    package: Path
    cases: Path
    test: Path
    own: bool
    project: Path | None = None


def home_of(folder: Path) -> Home:
    """The home in a checkout of this program, or in the project of a plug-in; in an empty folder, in one to be begun.

    Raises ``HomeError``.
    """
    if not folder.exists() or all(entry.name.startswith(".") for entry in folder.iterdir()):
        return _to_be_begun(folder)
    if (folder / "linter" / "check.py").is_file() and (folder / "checks" / "__init__.py").is_file():
        tests = folder / "tests" / "checks"
        return Home(folder / "checks", tests, tests / "test_cases.py", own=True)
    tests = folder / "tests"
    return Home(_offered_package(folder), tests / "cases", tests / "test_checks.py", own=False)


def _to_be_begun(folder: Path) -> Home:
    """A plug-in called as its folder is."""
    name = re.sub("[^a-z0-9]+", "_", folder.resolve().name.lower()).strip("_")
    if not name.isidentifier() or find_spec(name) is not None:
        raise HomeError(f"{name!r} cannot be the name of a package; call the folder otherwise")
    tests = folder / "tests"
    return Home(folder / "src" / name / "checks", tests / "cases", tests / "test_checks.py", own=False, project=folder)


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
