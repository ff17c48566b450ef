"""The figures, days and phone numbers of an article that no typed fact holds: they too can be edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from linter.compare.facts import PERIOD, Fact, frame_of
from linter.compare.saying import amount
from linter.document import Document
from linter.messages import Message, say
from linter.scan.tokens import Token, Unit
from linter.text import sentence_around
from linter.understanding import Understood

FIGURE = "figure"
_NAMES: Mapping[str, Message] = {
    "figure": say("compare.figure"),
    "date": say("compare.date"),
    "phone": say("compare.phone"),
}


def figures(understood: Understood, typed: Iterable[Fact]) -> Iterator[Fact]:
    """The rest, in order of text."""
    typed = tuple(typed)
    held = [fact.span for fact in typed]
    dated = [fact.sentence for fact in typed if fact.slot(PERIOD) is not None]
    for token, what, value in sorted(_tokens(understood), key=lambda found: found[0].span):
        of_a_period = what == "date" and any(sentence.contains(token.span) for sentence in dated)
        if not of_a_period and not any(span.overlaps(token.span) for span in held):
            yield _figure(understood.document, token, what, value)


def _tokens(understood: Understood) -> Iterator[tuple[Token, str, str]]:
    for quantity in understood.tokens.quantities:
        if quantity.unit is not Unit.NONE:
            yield quantity, "figure", amount(quantity)
    for day in understood.tokens.dates:
        yield day, "date", f"{day.start} {day.end} {day.relation}"
    for phone in understood.tokens.phones:
        yield phone, "phone", phone.digits


def _figure(document: Document, token: Token, what: str, value: str) -> Fact:
    sentence = sentence_around(document.text, token.span)
    unit = value.partition("|")[2] if what == "figure" else ""
    return Fact(FIGURE, f"{what} {unit}", (), value, _NAMES[what], token.span, sentence, frame_of(document, sentence))
