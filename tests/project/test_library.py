from __future__ import annotations

import ast
import doctest
import re
import runpy
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

import linter
from linter import api, lint_paths, lint_text
from linter.archive.scanning import scan
from linter.discover import NothingToCheckError
from linter.readers import UnreadableError
from linter.registry import RegistryError
from tests.archive.corpus import CORPUS, SETTINGS, batches, in_process
from website.api_page import PUBLIC

AS_OF = date(2026, 1, 2)
WRONG = "云州基数6400元。养老保险:6400元×8%=51.2元。"


def test_text_gives_findings_with_their_places() -> None:
    result = lint_text(WRONG, as_of=AS_OF)
    (finding,) = result.findings
    assert finding.span.cut(result.document.visible) == "6400元×8%=51.2元"
    assert result.coverage.checked > 0


def test_suffix_of_the_path_says_how_to_read() -> None:
    result = lint_text(f"<p>{WRONG}</p>", as_of=AS_OF, path="page.html")
    assert result.document.visible.strip() == WRONG


def test_given_day_and_place_stand_in_for_what_the_text_does_not_say() -> None:
    result = lint_text("今年的标准已经公布。", as_of=AS_OF, region="河北", published=date(2024, 5, 6))
    (section,) = result.document.sections
    assert section.published is not None
    assert (section.published.day, section.published.source) == (date(2024, 5, 6), "given")
    assert result.sections[0].region == "130000"


def test_text_that_says_its_day_keeps_it() -> None:
    result = lint_text("---\ndate: 2023-01-02\n---\n\n正文。\n", as_of=AS_OF, published=date(2024, 5, 6))
    assert result.document.published == date(2023, 1, 2)


def test_unreadable_text_is_an_error() -> None:
    with pytest.raises(UnreadableError):
        lint_text(b"not a zip", as_of=AS_OF, path="a.docx")


def test_unknown_check_is_an_error() -> None:
    with pytest.raises(RegistryError):
        lint_text(WRONG, as_of=AS_OF, select=["ZZ999"])


def test_paths_give_one_result_for_all_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"not a zip")
    result = lint_paths([tmp_path], as_of=AS_OF)
    assert [Path(document.document.path).name for document in result.documents] == ["a.md"]
    assert [Path(problem.path).name for problem in result.problems] == ["b.docx"]
    assert result.count()["error"] == 1


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError):
        lint_paths([tmp_path / "gone"], as_of=AS_OF)


def test_package_offers_only_what_it_says() -> None:
    assert set(linter.__all__) == {"__version__", "lint_paths", "lint_text", "lint_texts", "render_report"}
    with pytest.raises(AttributeError, match="lint_everything"):
        _ = linter.lint_everything


def test_example_of_the_documentation_runs() -> None:
    outcome = doctest.testmod(api)
    assert (outcome.failed, outcome.attempted) == (0, 12)


def test_a_horizon_tells_of_what_becomes_wrong() -> None:
    text = "职工基本养老保险最低缴费年限为15年。"
    found = [lint_text(text, as_of=date(2029, 12, 1), horizon=days).findings for days in (None, 30, 31)]
    assert [[finding.code for finding in findings] for findings in found] == [[], [], ["ST103"]]


ROOT = Path(__file__).parents[2]
TOUR = ROOT / "examples" / "library" / "tour.py"
# For plug-ins; the other example uses them.
PLUGINS = {"linter.check", "linter.report", "linter.testing"}
# What docs/plugins.md names beside the modules of docs/api.md.
MORE = {
    "linter.claims.model",
    "linter.control_characters",
    "linter.messages",
    "linter.readers.building",
    "linter.readers.html",
    "linter.readers.page",
}
# What the tour has no use for.
RARE = {
    *("Section", "Published", "Block", "BlockKind", "Table", "Cell", "SourceMap"),
    *("Manifest", "Judged", "NothingToCheckError", "annotated", "corrected_docx"),
}


def imported(program: str) -> Iterator[tuple[str, str]]:
    """What a program imports from the packages of this distribution: module and name."""
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in ("linter", "reference", "reports"):
            yield from ((str(node.module), name.name) for name in node.names)


def test_the_tour_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    tour = runpy.run_path(str(TOUR))
    tour["main"](ROOT / "examples" / "articles", ROOT / "examples" / "domain-income-tax", tmp_path)
    told = capsys.readouterr().out
    assert "article.md:1:8 AR101 error (high)" in told
    assert "3 of 3 numbers, 1 article, ['130000']" in told
    assert "ST102" in told
    assert re.search(r"^\('[A-Z]{2}\d{3}', \d+\)$", told, re.MULTILINE)


def test_the_tour_imports_what_is_public_and_nothing_else() -> None:
    public = {(module, name) for module, names in PUBLIC.items() for name in names if module not in PLUGINS}
    used = set(imported(TOUR.read_text("utf-8")))
    assert used <= public
    assert {name for _, name in public - used} == RARE


def programs() -> Iterator[tuple[str, str]]:
    """The programs of examples and pages, with where they stand; signatures are none."""
    for file in sorted((ROOT / "examples").rglob("*.py")):
        yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for block in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
            if "import" in block:
                yield page.relative_to(ROOT).as_posix(), block


def test_pages_and_examples_import_only_what_may_be_relied_on() -> None:
    used = {(where, *each) for where, program in programs() for each in imported(program)}
    assert len({where for where, *_ in used}) > 5
    assert {each for each in used if each[2] not in PUBLIC.get(each[1], ()) and each[1] not in MORE} == set()


@pytest.mark.parametrize("module", PUBLIC)
def test_every_public_name_explains_itself(module: str) -> None:
    for name in PUBLIC[module]:
        told = getattr(import_module(module), name).__doc__ or ""
        assert told.strip(), name
        assert not told.startswith(f"{name}("), f"{name}: no more than dataclasses say by themselves"


def test_an_unknown_report_is_told_with_those_there_are() -> None:
    result = linter.lint_texts({"a.md": "6400元×8%=512元。"}, as_of=date(2026, 11, 21))
    with pytest.raises(RegistryError, match=r"no report is called 'jsno'; there are .*json"):
        linter.render_report(result, "jsno")
