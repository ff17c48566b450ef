"""What is read from a text, and what is left alone. Case files: meaning → spellings, and texts that hold nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.normalise import normalise
from linter.scan.figures import Figures, scan_figures
from linter.scan.tokens import Quantity
from linter.text import Span
from tests.scan.describing import describe, describe_interval, tokens_of

HERE = Path(__file__).parent
MEANINGS = ("money", "rates", "durations", "ages", "counts", "bare_numbers", "dates", "phones")
KIND_OF_SILENCE = {"dates": "dates", "phones": "phones", "doc_numbers": "doc_numbers", "law_articles": "law_articles"}


def load(name: str) -> dict[str, Any]:
    """A case file with every scalar as a string: 2025-04-22 and 1.0 stay as written."""
    cases: dict[str, Any] = yaml.load((HERE / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return cases


def unmarked(text: str, marks: str = "【】") -> tuple[str, list[Span]]:
    """The text without its marks, and the spans that were marked; all of it where nothing is."""
    plain, spans, start = "", [], None
    for char in text:
        if char not in marks:
            plain += char
        elif start is None:
            start = len(plain)
        else:
            spans.append(Span(start, len(plain)))
            start = None
    return plain, spans or [Span(0, len(plain))]


def figures_of(visible: str) -> Figures:
    return scan_figures(normalise(visible), visible)


def spellings() -> Iterator[Any]:
    for name in (*MEANINGS, "doc_numbers", "law_articles"):
        for meaning, written in load(name).items():
            if meaning != "silent":
                yield from (pytest.param(name, meaning, text, id=f"{name}: {text}") for text in written)


def silences() -> Iterator[Any]:
    for name in (*MEANINGS, "doc_numbers", "law_articles"):
        yield from (pytest.param(name, str(text), id=f"{name}: {text}") for text in load(name)["silent"])


@pytest.mark.parametrize(("name", "meaning", "text"), list(spellings()))
def test_a_spelling_means_what_it_says(name: str, meaning: str, text: str) -> None:
    visible, spans = unmarked(str(text), "_" if name == "doc_numbers" else "【】")
    found = tokens_of(figures_of(visible))
    assert [(token.span, describe(token)) for token in found] == [(span, meaning) for span in spans]


@pytest.mark.parametrize(("name", "text"), list(silences()))
def test_nothing_is_read_where_nothing_stands(name: str, text: str) -> None:
    figures = figures_of(text)
    found = getattr(figures, KIND_OF_SILENCE[name]) if name in KIND_OF_SILENCE else tokens_of(figures)
    assert [describe(token) for token in found] == []


@pytest.mark.parametrize("name", load("mixed"))
def test_every_token_of_a_text_is_read_once(name: str) -> None:
    case = load("mixed")[name]
    visible, spans = unmarked(case["text"])
    found = tokens_of(figures_of(visible))
    expected = list(zip(spans, case["tokens"], strict=True))
    assert [(token.span, describe(token)) for token in found] == expected


@pytest.mark.parametrize(
    ("interval", "text"), [(interval, str(text)) for interval, texts in load("intervals").items() for text in texts]
)
def test_a_wording_allows_an_interval(interval: str, text: str) -> None:
    visible, spans = unmarked(text)
    (token,) = figures_of(visible).quantities
    assert isinstance(token, Quantity)
    assert (token.span, describe_interval(token.interval)) == (spans[0], interval)
