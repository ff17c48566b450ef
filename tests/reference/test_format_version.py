"""Files of an older version are brought up to date step by step; what cannot be is refused, and told what to do."""

from __future__ import annotations

from typing import Any

import pytest

from reference.format_version import Content, Format, VersionError

NOW = {"zh": "清单", "en": "The list", "remedy_zh": "请重写", "remedy_en": "Write it anew"}


def renamed(content: Content) -> Content:
    """From 1 to 2: a key got another name."""
    return {"version": 2, "entries": content["items"]}


def wrapped(content: Content) -> Content:
    """From 2 to 10: entries are objects."""
    return {"version": 10, "entries": [{"name": name} for name in content["entries"]]}


LIST = Format("version", "10", **NOW, unsaid="1", steps={"1": renamed, "2": wrapped})


@pytest.mark.parametrize(
    "old",
    [
        {"items": ["a"]},
        {"version": 1, "items": ["a"]},
        {"version": "1", "items": ["a"]},
        {"version": 2, "entries": ["a"]},
        {"version": 10, "entries": [{"name": "a"}]},
    ],
)
def test_every_version_with_a_way_up_is_read_as_that_of_today(old: Content) -> None:
    assert LIST.current(old) == {"version": 10, "entries": [{"name": "a"}]}


@pytest.mark.parametrize(
    ("said", "older", "says"),
    [
        (11, False, ["清单的格式版本是 11,由更新的 factlint 写成", "a newer factlint wrote", "升级", "Upgrade"]),
        ("10.1", False, ["清单的格式版本是 10.1,由更新的"]),
        (3, True, ["清单的格式版本是 3,太旧", "请重写", "version 3, which is too old", "Write it anew"]),
        (0, True, ["太旧"]),
        ("", False, ["没有写明格式版本(version)", "does not say its format version (version)"]),
        (True, False, ["没有写明"]),
        ([1], False, ["没有写明"]),
        ("²", False, ["没有写明"]),
    ],
)
def test_other_versions_are_refused_with_those_that_are_understood(said: Any, older: bool, says: list[str]) -> None:
    with pytest.raises(VersionError) as refused:
        LIST.current({"version": said})
    text = str(refused.value)
    assert [each for each in [*says, "版本:1, 2, 10。", "understands 1, 2, 10."] if each not in text] == []
    assert refused.value.older is older
    assert "\n" not in text


@pytest.mark.parametrize("content", [None, [], "text", 1])
def test_what_is_no_object_is_left_to_its_reader(content: Any) -> None:
    assert LIST.current(content) == content


def test_a_version_that_must_be_said_is_missed() -> None:
    with pytest.raises(VersionError, match="没有写明"):
        Format("version", "1", **NOW).current({})
