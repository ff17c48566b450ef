"""A run as a line of a history, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from linter.article import Article
from linter.history import HistoryError, entry_of, last_of_each_day, line_of, read_line
from linter.run import run
from linter.settings import Settings

RESULT = run([Article("a.md", "养老保险:6400元×8%=51.2元。".encode())], Settings(date(2031, 6, 1), "audit"))
ENTRY = entry_of(RESULT)


def test_an_entry_says_what_was_checked_against_what() -> None:
    assert (ENTRY.as_of, ENTRY.reference, ENTRY.version) == (date(2031, 6, 1), RESULT.reference_sha256, RESULT.version)
    assert (ENTRY.documents, ENTRY.problems, ENTRY.by_severity) == (1, 0, {"error": 1, "warning": 0, "info": 0})
    assert (ENTRY.by_code, ENTRY.by_family) == ({"AR101": 1}, {"arithmetic": 1})
    assert ENTRY.coverage == {"numbers": 3, "bound": 3, "checked": 3, "unverifiable": 0}


def test_a_line_holds_the_whole_entry() -> None:
    line = line_of(ENTRY)
    assert line.count("\n") == 1
    assert read_line(line) == ENTRY
    assert read_line(line.replace('{"as_of"', '{"added later": 1, "as_of"')) == ENTRY


def test_counts_are_numbers() -> None:
    written = json.loads(line_of(ENTRY))
    written["by_severity"]["error"] = "many"
    with pytest.raises(HistoryError, match="a count is no number"):
        read_line(json.dumps(written))


@pytest.mark.parametrize("line", ["", "[]", "{}", "{", line_of(ENTRY).replace("2031", "last"), '{"as_of": 1}'])
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(HistoryError):
        read_line(line)


def test_of_a_day_the_last_run_counts() -> None:
    earlier, again = replace(ENTRY, as_of=date(2031, 1, 1)), replace(ENTRY, documents=9)
    assert last_of_each_day([ENTRY, earlier, again]) == (earlier, again)
