"""The site is built from this checkout, and looked at."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

from tests.integration.conftest import ROOT, call
from website.stage import stage


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    stage(folder)
    done = call(sys.executable, "-m", "zensical", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "built"


def test_all_pages_are_there_with_all_they_need(site: Path) -> None:
    pages = {path: html.parse(path).getroot() for path in site.rglob("*.html") if path.name != "404.html"}
    written = {path.relative_to(ROOT).with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    assert written <= {path.relative_to(site) for path in pages}
    assert loaded_from_elsewhere(pages) == []
    assert lost_links(pages) == []


def loaded_from_elsewhere(pages: dict[Path, html.HtmlElement]) -> list[str]:
    loaded = [
        address
        for page in pages.values()
        for address in page.xpath("//link[not(@rel='canonical')]/@href | //script/@src | //img/@src | //iframe/@src")
    ]
    assert loaded
    return [address for address in loaded if re.match(r"(https?:)?//", address)]


def lost_links(pages: dict[Path, html.HtmlElement]) -> list[tuple[str, str]]:
    named = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    lost = []
    for path, page in pages.items():
        for address in page.xpath("//article//a/@href"):
            file, _, anchor = unquote(address).partition("#")
            if re.match(r"\w+:|//|rules/|\.\./\.github/", file):
                continue  # elsewhere, or what `make site` adds after the build
            to = (path.parent / file).resolve() if file else path
            if not to.exists() or (anchor and anchor not in named.get(to, ())):
                lost.append((path.name, address))
    return lost


def test_chinese_is_searched_by_the_character(site: Path) -> None:
    """Without blanks between words a word in the middle of a sentence would not be found."""
    index = json.loads((site / "search.json").read_text("utf-8"))
    separator = re.compile(index["config"]["separator"])
    assert [part for part in separator.split("单位费率为16%") if part] == [*"单位费率为", "16%"]
    assert any("费率" in item["text"] for item in index["items"])


def test_a_broken_anchor_stops_the_build(tmp_path: Path) -> None:
    stage(tmp_path)
    page = tmp_path / "pages" / "docs" / "time.md"
    page.write_text(page.read_text("utf-8") + "\n[x](scale.md#nowhere)\n", encoding="utf-8")
    assert call(sys.executable, "-m", "zensical", "build", "--strict", cwd=tmp_path).returncode != 0
