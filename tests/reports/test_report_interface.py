from __future__ import annotations

import subprocess
import sys

import pytest

from linter.report import find_reports


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
