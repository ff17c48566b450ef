"""All pages as files: name and content of each, for whoever writes them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from linter.manual.page import Page, html_name, render_page
from linter.manual.pages import START, manual_files

_FIRST = ("docs/start", "docs/concepts.md", "docs/cookbook", "docs")


def read_pages(root: Path) -> list[Page]:
    """Every page, in the order of the contents: where to start, concepts, the cookbook, the rest."""
    names = [PurePosixPath(path.as_posix()) for path in manual_files(root)]
    known = frozenset(names).__contains__
    pages = [
        render_page(name, (root / name).read_text(encoding="utf-8"), known) for name in names if name.suffix == ".md"
    ]
    return sorted(pages, key=lambda page: (_part(page.path), page.path.name != "index.md", str(page.path)))


def book(root: Path, version: str) -> Iterator[tuple[str, str]]:
    """The HTML pages, and the drawings beside them."""
    environment = Environment(
        loader=PackageLoader("linter.manual"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    template = environment.get_template("page.html.j2")
    style = Markup(files("linter.manual").joinpath("templates", "style.css").read_text(encoding="utf-8"))
    pages = read_pages(root)
    for page in pages:
        up = "../" * len(page.path.parent.parts)
        contents = [(f"{up}{html_name(each.path)}", each.title, each is page) for each in pages]
        yield html_name(page.path), template.render(page=page, contents=contents, style=style, version=version)
    for path in manual_files(root):
        if path.suffix == ".svg":
            yield path.as_posix(), (root / path).read_text(encoding="utf-8")


def start_page() -> str:
    """The name of the page to open first."""
    return html_name(PurePosixPath(START.as_posix()))


def _part(path: PurePosixPath) -> int:
    return next((place for place, part in enumerate(_FIRST) if path.is_relative_to(part)), len(_FIRST))
