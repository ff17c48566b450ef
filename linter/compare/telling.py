"""A difference in words and places, for whatever shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from linter.compare.alignment import VALUE, Change
from linter.compare.difference import Difference
from linter.compare.facts import PERIOD, REGION, Fact
from linter.compare.figures import FIGURE
from linter.control_characters import without_controls
from linter.document import Document
from linter.finding import Finding
from linter.judging.value_wording import facet_name
from linter.messages import say
from linter.text import LineIndex, Span

_SLOTS = {
    VALUE: say("compare.value"),
    PERIOD: say("compare.period"),
    REGION: say("compare.place"),
    "payer": say("compare.payer"),
    "population": say("compare.population"),
    "stance": say("compare.stance"),
}
_NOT_SAID = say("compare.not-said")


@dataclass(frozen=True, slots=True)
class Said:
    """Where a version states something: the ``words``, what of their sentence stands ``before`` and ``after`` them.

    ``line`` and ``column`` count from 1, in code points of the file.
    """

    words: str
    before: str
    after: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that differs, by its name, its name in words, and what it was and is in words."""

    id: str
    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change: ``what`` is added, removed or changed, ``kind`` and ``subject`` say of which fact."""

    what: str
    kind: str
    about: str
    subject: str
    slots: tuple[Slot, ...]
    old: Said | None
    new: Said | None

    @property
    def restated(self) -> bool:
        """True when the value itself is another one."""
        return any(slot.id == VALUE for slot in self.slots)


@dataclass(frozen=True, slots=True)
class ToldFinding:
    """A finding that appeared or disappeared."""

    code: str
    name: str
    severity: str
    message: str
    place: Said


@dataclass(frozen=True, slots=True)
class Story:
    """All of a difference."""

    changes: tuple[Told, ...]
    appeared: tuple[ToldFinding, ...]
    disappeared: tuple[ToldFinding, ...]

    def count(self, what: str) -> int:
        """How many changes are of that sort."""
        return sum(change.what == what for change in self.changes)


def story(found: Difference, lang: str, region_name: Callable[[str], str]) -> Story:
    """The difference in ``lang`` ("zh" or "en"); no word of it steers a terminal or a page."""
    old, new = _Places(found.old.document), _Places(found.new.document)
    return Story(
        tuple(_told(change, old, new, lang, region_name) for change in found.changes),
        tuple(_findings(found.appeared, new, lang)),
        tuple(_findings(found.disappeared, old, lang)),
    )


class _Places:
    """Finds what a span of a document says and where."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = LineIndex(document.source)

    def said(self, span: Span, sentence: Span) -> Said:
        document, around = self._document, sentence.joined(span)
        line, column = self._lines.position(document.source_map.to_source(span).start)
        before, after = Span(around.start, span.start), Span(span.end, around.end)
        cut = (without_controls(part.cut(document.visible)) for part in (span, before, after))
        words, lead, rest = cut
        return Said(words, lead.lstrip(), rest.rstrip(), line, column)


def _told(change: Change, old: _Places, new: _Places, lang: str, region_name: Callable[[str], str]) -> Told:
    fact = _named(change)
    return Told(
        what=change.what,
        kind=fact.kind,
        about=fact.about.strip(),
        subject=fact.subject.in_language(lang),
        slots=tuple(_slots(change, lang, region_name)),
        old=None if change.old is None else old.said(change.old.span, change.old.sentence),
        new=None if change.new is None else new.said(change.new.span, change.new.sentence),
    )


def _named(change: Change) -> Fact:
    """The side whose meaning is known, the new one first."""
    facts = [fact for fact in (change.new, change.old) if fact is not None]
    return min(facts, key=lambda fact: fact.kind == FIGURE)


def _slots(change: Change, lang: str, region_name: Callable[[str], str]) -> Iterator[Slot]:
    for name in change.differs:
        values = (_value(fact, name, lang, region_name) for fact in (change.old, change.new))
        yield Slot(name, _SLOTS[name].in_language(lang) if name in _SLOTS else name, *values)


def _value(fact: Fact | None, name: str, lang: str, region_name: Callable[[str], str]) -> str:
    value = None if fact is None else fact.value if name == VALUE else fact.slot(name)
    if value is None:
        return _NOT_SAID.in_language(lang)
    if name == REGION:
        return region_name(value)
    return value.replace("/", " – ") if name == PERIOD else facet_name(name, value).in_language(lang)


def _findings(findings: Iterable[Finding], places: _Places, lang: str) -> Iterator[ToldFinding]:
    for each in findings:
        message = without_controls(each.message.in_language(lang))
        yield ToldFinding(each.code, each.name, each.severity.value, message, places.said(each.span, each.context))
