from __future__ import annotations

from linter.report import RenderOptions
from linter.testing import assert_report, offered_report, sample_run


def test_the_list_tells_all_of_a_run() -> None:
    assert_report(offered_report("todo"))


def test_a_line_names_file_line_and_check() -> None:
    text = offered_report("todo").render(sample_run(), lang="en", options=RenderOptions())
    assert text.startswith("- [ ] articles/error.md:3 AR101 ")
