"""Lays the pages of the site out for Zensical: ``python -m website.stage FOLDER``.

The pages stand in several places of the checkout: docs/, README, CONTRIBUTING, SECURITY. They keep these places, so
that the links between them hold as they are; whatever else of the checkout they link to comes along.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("docs", "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
_FENCED = re.compile(r"^( *)(```+).*?^\1\2`*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"""(?:\]\(|src=")(?!\w+:|#)([^)#"\s]+)""")


def linked(page: Path) -> Iterator[Path]:
    """The files of the checkout that a page links to."""
    prose = _FENCED.sub("", page.read_text(encoding="utf-8"))
    for target in _LINK.findall(prose):
        yield (page.parent / target).resolve()


def wanted() -> set[Path]:
    """Every page, and what is reached from the pages by links."""
    found: set[Path] = set()
    waiting = [path for name in PAGES for path in ((ROOT / name).rglob("*") if "." not in name else [ROOT / name])]
    while waiting:
        path = waiting.pop()
        if path in found or not path.is_file():
            continue
        found.add(path)
        if path.suffix == ".md":
            waiting += linked(path)
    return found


def stage(folder: Path) -> None:
    """Copy the pages, and what they link to, beside the configuration of the site."""
    shutil.rmtree(folder / "pages", ignore_errors=True)
    for path in sorted(wanted()):
        into = folder / "pages" / path.relative_to(ROOT)
        into.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, into)
    for name, into in (("zensical.toml", folder), ("site.css", folder / "pages"), ("rules.md", folder / "pages")):
        shutil.copyfile(Path(__file__).with_name(name), into / name)


if __name__ == "__main__":
    stage(Path(sys.argv[1]).resolve())
