from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.finding import Message, Severity
from linter.fingerprint import fingerprints, normalised

SENTENCE = "单位按【20%】缴纳，每月980元。"


@pytest.fixture(scope="session")
def names(make_article, make_finding):
    """The fingerprints of findings on every marked span of a text."""

    def of(marked, path="a.md", **changes):
        article = make_article(marked, path)
        return fingerprints(
            article.document, [make_finding(article, index, **changes) for index in range(len(article.spans))]
        )

    return of


def test_a_fingerprint_is_sixteen_hexadecimal_digits(names):
    assert re.fullmatch("[0-9a-f]{16}", names(SENTENCE)[0])


@pytest.mark.parametrize(
    "edited",
    [
        "# 新加的标题\n另一段每月3元。\n" + SENTENCE,
        SENTENCE + "后面多了一句。\n又多一段。",
        "单位按 【20%】 缴纳, 每月980元。",
        "单位，按【20%】缴纳每月980元。",
    ],
)
def test_it_outlives_edits_that_leave_the_words_of_its_sentence(names, edited):
    assert names(edited) == names(SENTENCE)


@pytest.mark.parametrize(
    "edited", ["单位按【2.0%】缴纳，每月980元。", "单位按【20%】缴纳，每月9.80元。", "个人按【20%】缴纳，每月980元。"]
)
def test_it_changes_with_the_words_and_numbers_of_its_sentence(names, edited):
    assert names(edited) != names(SENTENCE)


def test_it_keeps_when_the_file_moves(names):
    assert names(SENTENCE, path="a.md") == names(SENTENCE, path="2024/旧稿/b.md")


def test_it_knows_neither_severity_nor_message_but_code_and_slots(names):
    plain = names(SENTENCE)
    assert names(SENTENCE, severity=Severity.INFO, message=Message("别的话", "other words")) == plain
    assert names(SENTENCE, code="AR102") != plain
    assert names(SENTENCE, claim=(("rate", "20"),)) != plain


def test_the_order_of_slots_does_not_count(names):
    slots = (("a", "1"), ("b", "2"))
    assert names(SENTENCE, claim=slots) == names(SENTENCE, claim=slots[::-1])


def test_equal_sentences_are_told_apart_by_their_order_in_the_text(names, make_article, make_finding):
    twice = names(SENTENCE + "\n" + SENTENCE)
    assert len(set(twice)) == 2
    assert twice[0] == names(SENTENCE)[0]
    article = make_article(SENTENCE + "\n" + SENTENCE)
    assert fingerprints(article.document, [make_finding(article, 1), make_finding(article, 0)]) == twice[::-1]


def test_two_numbers_of_one_sentence_have_names_of_their_own(names):
    both = names("【20%】与【16%】之间。")
    assert names("20%与【16%】之间。") == both[1:]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("每月 1,532.65 元，约 4.5%。", "每月1532.65元约4.5%"),
        ("2025-04-22（周二）", "2025-04-22周二"),
        ("\u200b16‰\n“好”", "16‰好"),
    ],
)
def test_only_the_marks_of_a_number_stay(text, kept):
    assert normalised(text) == kept


@given(parts=st.lists(st.sampled_from(["每月【3元】。", "每月 【3元】。\n", "另外【】。"]), min_size=1, max_size=8))
def test_fingerprints_are_unique_in_a_document(names, parts):
    found = names("".join(parts))
    assert len(set(found)) == len(found) == len(parts)
