"""The catalogue of messages: complete in both languages, used as it stands, and written by the guide."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from linter.messages.catalogue import Sentence, sentence
from linter.schemas import load_schema

ROOT = Path(__file__).parents[2]
SUBJECTS = sorted(Path(str(files("linter.messages"))).glob("*.json"))
# Names of clauses, of units and of things: they stand inside a sentence, or alone in a table.
PARTS = frozenset({"compare", "drawing", "kinship", "payer", "problem", "retirement", "rule", "scheme", "statement"})
PARTS |= {"editor", "forecast", "source", "statistics", "unit", "unreadable", "word"}
CLAUSES = frozenset(
    {"arithmetic.parts-and-sum", "conflict.magnitude-right", "conflict.magnitude-known", "staleness.term-now"}
)
CLAUSES |= {f"conflict.set-{name}" for name in ("is", "is-only", "includes", "excludes")}
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
FULL_WIDTH = re.compile("[，；：（）？！]")


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """All messages by key."""
    return {
        f"{path.stem}.{name}": entry
        for path in SUBJECTS
        for name, entry in json.loads(path.read_text("utf-8"), object_pairs_hook=once).items()
    }


def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A JSON object, none of whose names stands twice."""
    assert len(dict(pairs)) == len(pairs), pairs
    return dict(pairs)


def constants() -> Iterator[tuple[Path, str]]:
    """The strings of the code, and the keys that the notices name."""
    for folder in ("linter", "checks", "reports"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield path, node.value
    notices = ROOT / "linter/policy/notices.json"
    for entry in json.loads(notices.read_text("utf-8")).values():
        yield from ((notices, value) for value in entry.values())


@pytest.mark.parametrize("path", SUBJECTS, ids=lambda path: path.stem)
def test_every_subject_meets_the_schema(path: Path) -> None:
    validator = Draft202012Validator(load_schema("linter.messages", "messages-v1.schema.json"))
    assert not list(validator.iter_errors(json.loads(path.read_text("utf-8"))))


@pytest.mark.parametrize("broken", [{"zh": "一"}, {"zh": "一", "en": ""}, {"zh": "{0}", "en": "{0}"}])
def test_the_schema_refuses_what_is_incomplete(broken: dict[str, str]) -> None:
    validator = Draft202012Validator(load_schema("linter.messages", "messages-v1.schema.json"))
    assert list(validator.iter_errors({"a-name": broken}))


@pytest.mark.parametrize("key", texts())
def test_both_languages_have_the_same_places(key: str) -> None:
    found: Sentence = sentence(key)
    zh, en = ({name for _, name in pieces if name is not None} for pieces in (found.zh, found.en))
    assert zh == en


def test_every_message_is_used() -> None:
    assert set(texts()) - {value for _, value in constants()} == set()


def test_every_message_that_is_named_exists() -> None:
    """Whatever looks like a key of a subject of the catalogue is one; the reports' own words stand elsewhere."""
    key = re.compile(rf"(?:{'|'.join(path.stem for path in SUBJECTS)})\.[a-z0-9]+(?:-[a-z0-9]+)*")
    named = {value for path, value in constants() if "reports" not in path.parts and key.fullmatch(value)}
    assert named - set(texts()) == set()


def test_messages_are_named_where_they_are_said() -> None:
    """A key is written out, as a whole, or picked from a table of such: nobody has to guess what can be said."""
    for path in sorted((ROOT / "linter").rglob("*.py")) + sorted((ROOT / "checks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                assert not any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in ast.walk(node.args[0])), path


@pytest.mark.parametrize("key", texts())
def test_english_holds_no_chinese(key: str) -> None:
    # 万 is a sign of the article that the message speaks of.
    assert not CHINESE.search(texts()[key]["en"].replace("万", ""))


@pytest.mark.parametrize("key", [key for key in texts() if key.split(".")[0] not in PARTS and key not in CLAUSES])
def test_a_sentence_ends_as_one(key: str) -> None:
    assert texts()[key]["zh"].endswith(("。", "{message}"))
    assert texts()[key]["en"].endswith((".", "{message}"))


@pytest.mark.parametrize("key", texts())
def test_a_part_of_a_sentence_has_no_stop_of_its_own(key: str) -> None:
    if key in CLAUSES or key.split(".")[0] in PARTS - {"compare", "forecast", "statistics"}:
        assert not texts()[key]["zh"].endswith(("。", ".", ",", ";", ":"))
        assert not texts()[key]["en"].endswith((".", ",", ";", ":"))


@pytest.mark.parametrize("key", texts())
def test_chinese_is_punctuated_as_in_the_whole_project(key: str) -> None:
    assert not FULL_WIDTH.search(texts()[key]["zh"])
