"""``factlint docs``."""

from __future__ import annotations

import re
import webbrowser
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from linter.cli.exit_codes import FINE, USAGE
from linter.manual import pages
from tests.cli.conftest import CommandLine


def test_path_says_where_the_pages_are_and_opens_nothing(
    factlint: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    outcome = factlint("docs", "--path", "-o", tmp_path)
    assert (outcome.code, opened) == (FINE, [])
    assert "For editors" in Path(outcome.out.strip()).read_text("utf-8")


def test_the_first_page_is_opened_in_the_browser(
    factlint: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(opened.append(address)) or True)
    outcome = factlint("docs", "-o", tmp_path)
    assert (outcome.code, outcome.out) == (FINE, "")
    assert opened == [(tmp_path / "docs" / "start" / "index.html").as_uri()]


def test_without_a_browser_the_address_is_printed(
    factlint: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert Path(factlint("docs", "-o", tmp_path).out.strip()).is_file()


def test_pages_are_complete_and_load_nothing_from_elsewhere(factlint: CommandLine, tmp_path: Path) -> None:
    factlint("docs", "--path", "-o", tmp_path)
    written = {path: html.parse(path).getroot() for path in tmp_path.rglob("*.html")}
    assert len(written) > 30
    lost = []
    for path, page in written.items():
        assert page.xpath("//script | //link") == []
        for address in page.xpath("//a/@href | //img/@src"):
            file, _, anchor = unquote(address).partition("#")
            if re.match(r"\w+:", file):
                continue
            to = (path.parent / file).resolve() if file else path
            if not to.is_file() or (anchor and to in written and anchor not in written[to].xpath("//@id")):
                lost.append((path.name, address))
    assert lost == []


def test_missing_pages_are_told(factlint: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_CHECKOUT", tmp_path)
    outcome = factlint("docs", "--path", "-o", tmp_path / "out")
    assert outcome.code == USAGE
    assert "not part of this installation" in outcome.err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_written_is_told(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    outcome = factlint("docs", "--path", "-o", tmp_path / "file" / "below")
    assert outcome.code == USAGE
    assert "cannot write the pages" in outcome.err
