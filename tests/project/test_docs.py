from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from linter.check_pages import check_pages
from linter.manual.page import Page, render_page
from linter.policy.notice_pages import notice_pages
from linter.registry import load_checks
from website.stage import wanted
from website.write import DOCS, MADE

ROOT = Path(__file__).parents[2]
PAGES = {
    name: render_page(name, path.read_text(encoding="utf-8"), lambda _: True)
    for path in sorted(wanted())
    if path.suffix == ".md"
    for name in [PurePosixPath(path.relative_to(ROOT).as_posix())]
}


def broken(page: Page) -> list[str]:
    """The links of a page that lead to no file, or to no heading of it."""
    return [
        f"{file}#{anchor}"
        for file, anchor in page.links
        if not (ROOT / file).exists() or (anchor and anchor not in (page if file == page.path else PAGES[file]).anchors)
    ]


def test_documentation_of_the_checks_is_what_their_docstrings_say() -> None:
    written = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert written == f"{check_pages(load_checks())}\n{notice_pages()}", "run `make docs`"


@pytest.mark.parametrize(("name", "made"), MADE.items())
def test_pages_that_are_made_are_up_to_date(name: str, made: Callable[[], str]) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == made(), "run `make docs`"


def test_every_key_of_the_json_report_says_what_it_means() -> None:
    keys = [line for line in MADE["json.md"]().splitlines() if line.startswith("| `")]
    assert len(keys) > 100
    assert [line for line in keys if re.search(r"\| (optional)?;? *\|$", line)] == []


@pytest.mark.parametrize("page", PAGES.values(), ids=lambda page: str(page.path))
def test_links_between_pages_lead_somewhere(page: Page) -> None:
    assert broken(page) == []


@pytest.mark.parametrize("link", ["nowhere.md", "time.md#nowhere", "#nowhere", "../docs/nowhere.svg"])
def test_a_link_to_nowhere_is_noticed(link: str) -> None:
    page = render_page(PurePosixPath("docs/made-up.md"), f"# One\n\n[x]({link}) [y](time.md#a-horizon)", lambda _: True)
    assert len(broken(page)) == 1


def test_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme
