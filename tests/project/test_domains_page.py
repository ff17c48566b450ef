"""The pack of docs/domains.md is real: its files are taken from the page, and it finds what the page says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from linter import lint_text
from reference.validate import validate
from reference.vocabulary.forms import FILES, FOLDERS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "domains.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"`([a-z_0-9/]+\.json)`: [^\n]*\n\n```json\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SENTENCE = re.compile(r"「([^」]*。)」")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("library")
    files = BLOCK.findall(PAGE)
    assert len(files) == 4
    for name, text in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_pack_of_the_page_is_valid(library: Path) -> None:
    assert validate((library,)) == ()


def test_pack_of_the_page_finds_what_the_page_says(library: Path) -> None:
    texts = SENTENCE.findall(PAGE)
    found = [lint_text(text, as_of=date(2026, 11, 30), references=(library,)).findings for text in texts]
    assert [[each.code for each in findings] for findings in found] == [["ST101"], ["RF101"], []]


def test_page_lists_every_file_a_pack_may_bring() -> None:
    paths = [name if name.startswith("schema/") else f"vocabulary/{name}" for name in FILES]
    paths += [f"vocabulary/{folder}/*.json" for folder in FOLDERS]
    assert sorted(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)) == sorted(paths)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_page_is_linked(page: str) -> None:
    assert "(docs/domains.md)" in (ROOT / page).read_text(encoding="utf-8")
