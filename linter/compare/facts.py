"""The facts an article states: its claims reduced to what they are about, their slots, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from linter.claims.model import Claim, Scope
from linter.compare.saying import Saying, saying
from linter.document import Document
from linter.fingerprint import normalised
from linter.messages import Message
from linter.text import Span
from linter.understanding import Understood
from reference.period import Period

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# Times and places that the sentence or its heading names are the fact's own; those of the whole article are not.
_OWN_TIME = frozenset({"stated", "heading"})
REGION, PERIOD = "region", "period"

Slots: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something an article states.

    ``kind`` and ``about`` say what it is about, ``slots`` of whom, where and when it holds, ``value`` what is said of
    it, all as names that equal facts share. ``subject`` is the same in words, ``span`` where it is written, inside
    ``sentence``. ``frame`` is that sentence without its figures: what an edit of a figure leaves as it is.
    """

    kind: str
    about: str
    slots: Slots
    value: str
    subject: Message
    span: Span
    sentence: Span
    frame: str

    @property
    def key(self) -> tuple[str, str, Slots]:
        """What the fact is about, with its slots."""
        return self.kind, self.about, self.slots

    def slot(self, name: str) -> str | None:
        """One of the slots."""
        return dict(self.slots).get(name)


def typed_facts(understood: Understood) -> Iterator[Fact]:
    """The facts whose meaning is understood, in the order of the claims."""
    for claim in understood.claims:
        said = saying(claim)
        if said is not None:
            yield _fact(claim, said, understood.document)


def frame_of(document: Document, sentence: Span) -> str:
    """A sentence without figures, blanks and punctuation."""
    return normalised(_FIGURE.sub("N", sentence.cut(document.text)))


def _fact(claim: Claim, said: Saying, document: Document) -> Fact:
    slots = {**said.slots, **dict(_scope_slots(claim.scope))}
    return Fact(
        kind=said.kind,
        about=said.about,
        slots=tuple(sorted(slots.items())),
        value=said.value,
        subject=said.subject,
        span=said.span,
        sentence=claim.context,
        frame=frame_of(document, claim.context),
    )


def _scope_slots(scope: Scope) -> Iterator[tuple[str, str]]:
    if scope.region is not None:
        yield REGION, scope.region
    if scope.period is not None and scope.period_from in _OWN_TIME:
        yield PERIOD, _days(scope.period)


def _days(period: Period) -> str:
    return f"{period.start or ''}/{period.end or ''}"
