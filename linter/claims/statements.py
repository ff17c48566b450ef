"""Propositions without a number that were true at some times and not at others: who decides, what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Any

from linter.claims.forms import Form, FormTable, parse_form
from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import StatementClaim
from linter.claims.reading import Reading
from linter.claims.surroundings import headings, surroundings
from linter.text import Span
from reference.vocabulary import load_json

_DENIED = "not "
_NEGATION = "@neg"
# What is said to be said is not said: under such a heading, or inside quotation marks, nothing is asserted.
_MYTHS = ("误区", "谣言", "讹传", "辟谣", "误解", "传言", "流言", "谬误", "常见错误", "真相")
_QUOTED = re.compile('[“‘"][^“”‘’"]{6,}[”’"]')


def extract(reading: Reading) -> Iterator[StatementClaim]:
    """The statements of ``vocabulary/statements.json`` that the text asserts or denies. Questions assert nothing."""
    forms = _forms()
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        around = partial(surroundings, reading, sentence)
        for form, span in forms.matches(reading.text, sentence.span, around):
            # The time of a proposition stands by its end: 「2024年中断的,2025年须缴满3年才恢复」.
            scope = reading.scope(Span(span.end - 1, span.end), sentence)
            if scope.has("hearsay") or _is_reported(reading, sentence, span):
                continue
            asserts = not form.key.startswith(_DENIED)
            yield StatementClaim(span, sentence.span, scope, form.key.removeprefix(_DENIED), asserts)


def _is_reported(reading: Reading, sentence: Sentence, span: Span) -> bool:
    text = sentence.span.cut(reading.text)
    local = Span(span.start - sentence.span.start, span.end - sentence.span.start)
    if any(Span(*quote.span()).contains(local) for quote in _QUOTED.finditer(text)):
        return True
    if any(word in text for word in _MYTHS):
        return True
    return any(word in heading.cut(reading.text) for heading in headings(reading, sentence) for word in _MYTHS)


@cache
def _forms() -> FormTable:
    data = load_json("statements.json")
    return FormTable(_worded(data["statements"], data["lists"]))


def _worded(entries: list[dict[str, Any]], lists: Mapping[str, list[str]]) -> Iterator[Form]:
    for entry in entries:
        for raw in entry["forms"]:
            yield parse_form(entry["id"], raw, lists)
            if "denied" not in entry and _NEGATION in raw.get("none", ()):
                yield parse_form(_DENIED + entry["id"], _negated(raw), lists)
        for raw in entry.get("denied", ()):
            yield parse_form(_DENIED + entry["id"], raw, lists)


def _negated(raw: dict[str, Any]) -> dict[str, Any]:
    """The same words with a negation among them deny what they assert without one."""
    none = [word for word in raw["none"] if word != _NEGATION]
    return raw | {"all": [*raw["all"], [_NEGATION]], "none": none, "ordered": False}
