"""Packs with a mistake: it is named with its file and line, by whoever loads them and by the validation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reference.load import load_reference
from reference.rule_file import RuleFileError
from reference.validate import validate

BAD: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "bad_packs.yml").read_text(encoding="utf-8"))


def written(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "rules").mkdir(exist_ok=True)
    return folder


@pytest.mark.parametrize("name", BAD)
def test_mistake_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    case = BAD[name]
    folder = written(case["files"], tmp_path)
    with pytest.raises(RuleFileError) as raised:
        load_reference((folder,))
    assert str(raised.value).startswith(f"{folder / case['at']}: ")
    assert case["says"] in raised.value.message
    (complaint,) = validate((folder,))
    assert (complaint.file, complaint.line, complaint.wrong) == (
        raised.value.file,
        raised.value.line,
        raised.value.message,
    )


def test_two_packs_that_say_the_same_thing_clash(tmp_path: Path) -> None:
    entry = '{"quantities": [{"id": "a.b", "zh": "a", "en": "a", "unit": "yuan", "bind": []}]}'
    packs = [written({"vocabulary/quantities/own.json": entry}, tmp_path / name) for name in ("one", "two")]
    with pytest.raises(RuleFileError, match=r"two.vocabulary.quantities.own\.json:1: the id 'a\.b' is taken already"):
        load_reference(packs)


def test_a_pack_without_rules_says_where_they_belong(tmp_path: Path) -> None:
    (tmp_path / "vocabulary").mkdir()
    with pytest.raises(RuleFileError, match="no such folder of rules"):
        load_reference((tmp_path,))
