"""Bands: equal on every machine, shared by near-duplicates, not by other texts."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("rensa")

from linter.archive.rows.bands import bands

_CHARACTERS = [chr(code) for code in range(0x4E00, 0x5200)]


def _text(seed: int, length: int = 1000) -> str:
    chosen = random.Random(seed)
    return "".join(chosen.choice(_CHARACTERS) for _ in range(length))


def _shared(one: str, other: str) -> int:
    return len(set(bands(one)) & set(bands(other)))


def test_are_the_same_on_every_machine_and_with_every_release():
    assert bands("甲市职工医保个人缴费比例为2%。")[:2] == [-5210387614224869382, 7854212617906651830]


def test_are_sixteen_signed_numbers_of_64_bits():
    found = bands(_text(1))
    assert len(found) == len(set(found)) == 16
    assert all(-(2**63) <= band < 2**63 for band in found)


def test_do_not_look_at_blanks_and_punctuation():
    assert bands("甲市职工医保,个人缴费比例 2% 不变。") == bands("甲市职工医保 个人缴费比例2%,不变")


@pytest.mark.parametrize("seed", range(5))
def test_are_mostly_shared_when_a_few_words_are_changed(seed):
    text = _text(seed)
    assert _shared(text, f"转载:{text[:300]}改动{text[302:]}(完)") >= 10


@pytest.mark.parametrize("seed", range(5))
def test_are_rarely_shared_by_texts_half_alike(seed):
    text = _text(seed)
    assert _shared(text, text[:600] + _text(seed + 100, 400)) <= 4


def test_are_not_shared_by_other_texts():
    assert _shared(_text(1), _text(2)) == 0


@pytest.mark.parametrize("text", ["", "社保", "。 。 。 。 。 。"])
def test_of_next_to_nothing_are_none(text):
    assert bands(text) == []
