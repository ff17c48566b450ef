from __future__ import annotations

import json
import subprocess
import sys

import pytest

from linter.control_characters import is_control
from linter.json_text import json_pieces, json_text
from linter.report import find_reports, streamed


def test_the_reports_are_found_by_their_names_in_order():
    found = find_reports()
    assert {"html", "json", "text"} <= set(found)
    assert list(found) == sorted(found)
    assert {name: report.SUFFIX for name, report in found.items()}.items() >= {
        ("html", ".html"),
        ("json", ".json"),
        ("text", ".txt"),
    }


@pytest.mark.parametrize("name", ["html", "json", "text"])
def test_every_report_ends_with_a_line_feed_and_is_the_same_each_time(name, full_run, options):
    report = find_reports()[name]
    once = report.render(full_run, lang="en", options=options)
    assert once.endswith("\n")
    assert once == report.render(full_run, lang="en", options=options)


def test_finding_the_reports_does_not_load_the_template_engine():
    code = "import sys, linter.report; linter.report.find_reports(); sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_two_reports_of_one_name_are_refused(tmp_path, monkeypatch):
    package = tmp_path / "doubled"
    package.mkdir()
    (package / "__init__.py").touch()
    for module in ("one", "two"):
        (package / f"{module}.py").write_text("NAME = 'same'")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ValueError, match="same"):
        find_reports("doubled")


@pytest.mark.parametrize("name", find_reports())
@pytest.mark.parametrize("run", ["full_run", "empty_run"])
def test_the_pieces_of_a_report_are_the_report(name, run, options, request):
    report, result = find_reports()[name], request.getfixturevalue(run)
    pieces = streamed(report, result, lang="zh", options=options)
    assert "".join(pieces) == report.render(result, lang="zh", options=options)


@pytest.mark.parametrize("name", ["json", "text"])
def test_a_report_on_many_documents_comes_document_by_document(name, full_run, options):
    assert len(list(streamed(find_reports()[name], full_run, lang="zh", options=options))) > len(full_run.documents)


@pytest.mark.parametrize("items", [[], [{"a": {}}], [{"甲": ["x\n", "\u2028"]}, {"b": []}]])
def test_json_in_pieces_is_json_as_a_whole(items):
    pieces = json_pieces({"first": 1}, "items", items, {"last": None})
    assert "".join(pieces) == json_text({"first": 1, "items": items, "last": None})


def test_json_shows_no_character_that_is_not_seen():
    unseen = [char for char in map(chr, range(sys.maxunicode + 1)) if is_control(char)]
    text = json_text(unseen)
    assert [char for char in text if is_control(char) and char != "\n"] == []
    assert json.loads(text) == unseen
