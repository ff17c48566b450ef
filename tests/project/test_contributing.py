"""The examples of CONTRIBUTING.md are real: they are taken from the page and run."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from linter.authoring.drafting import drafts
from linter.authoring.home import Home
from linter.bench import Bench
from linter.casefile import Case, read_cases
from linter.check import Check
from linter.check_pages import examples
from linter.engine import lint_document
from linter.finding import Finding
from linter.profile import PROFILES
from linter.readers import read_document
from linter.registry import load_checks, verify_checks
from linter.understanding import understand
from reference.load import load_reference
from reference.regions import RegionTable
from reference.validate import validate

PAGE = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    found = re.search(rf"^ *```{language}\n(.*?)^ *```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return dedent(found[1])


@pytest.fixture(scope="module")
def check() -> Check:
    names: dict[str, object] = {}
    exec(compile(block("python"), "CONTRIBUTING.md", "exec"), names)
    (found,) = [value for value in names.values() if isinstance(value, Check)]
    return found


def found_in(text: str, check: Check) -> tuple[Finding, ...]:
    regions = RegionTable.load()
    bench = Bench(date(2026, 11, 21), PROFILES["audit"], (check,), load_reference(), regions)
    linted = lint_document(understand(read_document(text.encode(), "a.md"), regions), bench)
    assert linted.problems == ()
    return linted.result.findings


def cases(folder: Path) -> tuple[Case, ...]:
    path = folder / "cases.yml"
    path.write_text(block("yaml"), encoding="utf-8")
    return read_cases(path)


def test_check_and_cases_of_the_page_are_what_new_check_writes(tmp_path: Path) -> None:
    home = Home(tmp_path / "checks", tmp_path / "cases", tmp_path, own=True)
    (_, source), (_, cases) = drafts("arithmetic", "AR190", "share-of-nothing", date(2026, 11, 21), home)
    assert (source, cases) == (block("python"), block("yaml"))


def test_check_of_the_page_could_be_registered(check: Check) -> None:
    verify_checks([*load_checks(), check])


def test_check_of_the_page_does_what_its_documentation_says(check: Check) -> None:
    assert [bool(found_in(example.text, check)) for example in examples(check)] == [True, False]


def test_check_of_the_page_passes_its_cases(check: Check, tmp_path: Path) -> None:
    for case in cases(tmp_path):
        (article,) = case.articles
        found = found_in(article.text, check)
        assert tuple(finding.span for finding in found) == article.spans
        assert all(part in finding.message.zh for finding in found for part in case.finds)


def test_rule_of_the_page_is_valid(tmp_path: Path) -> None:
    folder = tmp_path / "000000"
    folder.mkdir()
    (folder / "mine.json").write_text(block("json"), encoding="utf-8")
    assert validate((tmp_path,)) == ()
    assert "national.pension.rate.example" in [rule.id for rule in load_reference((tmp_path,)).rules]
