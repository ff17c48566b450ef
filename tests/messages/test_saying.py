"""A message is filled by name, and nothing is missing or left over."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import date

import pytest

from linter.finding import Message
from linter.messages import listed, outline, say
from linter.messages.catalogue import _pieces
from linter.readers import UnreadableError, why_unreadable


def test_places_are_filled_in_both_languages() -> None:
    said = say("rule.at-least-since", right="8%", source="《甲》", start=date(2026, 1, 1))
    assert said == Message("自2026-01-01起不得低于8%(《甲》)", "since 2026-01-01 it is at least 8% (《甲》)")


def test_a_message_inside_a_message_speaks_its_language() -> None:
    who = listed([Message("父母", "parents"), Message("子女", "children")])
    assert say("kinship.admitted", relatives=who, source="《甲》").en == "these may: parents, children (《甲》)"


def test_braces_in_what_the_article_says_stay_as_they_are() -> None:
    assert say("arithmetic.impossible-date", written="{source}").zh == "“{source}”在日历上不存在。"


@pytest.mark.parametrize("words", [{}, {"written": "甲", "right": "乙"}, {"right": "乙"}])
def test_missing_and_unused_words_are_refused(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"arithmetic\.impossible-date"):
        say("arithmetic.impossible-date", **words)


@pytest.mark.parametrize("key", ["arithmetic.no-such", "no-such.name", "arithmetic", ""])
def test_an_unknown_message_is_refused(key: str) -> None:
    with pytest.raises(KeyError):
        say(key)


@pytest.mark.parametrize("text", ["{}", "{0}", "{a.b}", "{a[0]}", "{a!r}", "{a:>3}"])
def test_a_place_has_a_plain_name(text: str) -> None:
    with pytest.raises(ValueError, match="plain names"):
        _pieces("a.b", text)


def test_the_outline_leaves_the_places_open() -> None:
    assert outline("suppression.orphaned").en == "The suppression of … is for …, which no longer exists; remove it."


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (UnreadableError(say("unreadable.empty")), "文件里没有文字", "the file holds no text"),
        (FileNotFoundError(2, "…"), "没有这个文件", "no such file"),
        (
            OSError(5, "Input/output error"),
            "读写失败(Input/output error)",
            "reading or writing failed (Input/output error)",
        ),
    ],
)
def test_why_a_file_is_unreadable_is_said_in_both_languages(error: Exception, zh: str, en: str) -> None:
    assert why_unreadable(error) == Message(zh, en)


def test_an_unreadable_file_is_told_from_process_to_process() -> None:
    error = UnreadableError(say("unreadable.word-old"))
    assert pickle.loads(pickle.dumps(error)).reason == error.reason


def test_starting_up_reads_no_message() -> None:
    read = (
        "import linter.cli.main, linter.run, linter.registry; linter.registry.load_checks();"
        "from linter.messages.catalogue import subject_texts as texts; print(texts.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
    assert done.stdout == "0\n"
