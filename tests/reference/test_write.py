"""Rule files are written as they stand: a command that adds a value changes no other line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reference.load import RULES, rule_files
from reference.rule_file import decode
from reference.write import formatted, inline, rule_file_text

FILES = dict(rule_files((RULES,)))


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_rule_file_is_written_back_as_it_stands(name: str) -> None:
    text = FILES[name].read_text(encoding="utf-8")
    assert rule_file_text(decode(text.encode())) == text, "`make format` writes it in the style of the others"


def test_formatting_touches_only_files_of_another_style(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_text('{\n "rules": []\n}\n', encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"rules": []}', encoding="utf-8")
    assert [file.name for file in formatted(tmp_path)] == ["bad.json"]
    assert list(formatted(tmp_path)) == []


def test_numbers_keep_their_digits() -> None:
    assert inline({"value": Decimal("16.50"), "min": 3}) == '{"value": 16.50, "min": 3}'


def test_lists_of_a_file_may_be_empty_and_come_in_any_order() -> None:
    content = {
        "disputes": [{"rule": "a", "from": None, "says": "错"}],
        "rules": [],
    }
    assert rule_file_text(content) == (
        '{\n "disputes": [\n  {\n   "rule": "a",\n   "from": null,\n   "says": "错"\n  }\n ],\n "rules": []\n}\n'
    )
