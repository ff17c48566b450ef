"""The calendar of what changes: sentences that become wrong, and rules that change, by the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from linter.document import Document
from linter.finding import Finding
from linter.result import DocumentResult, RunResult
from linter.text import LineIndex
from reference.calendar import Change
from reference.model import Rule, Value
from reference.plain_json import Json
from reference.shown import cited as shown_source
from reference.shown import shown_value


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that changes on ``day`` (YYYY-MM-DD). What an entry does not have is an empty string or 0.

    Of an article: ``path``, ``line`` and ``column`` (from 1), ``quote``, and its ``sentence``. ``now`` and ``then`` are
    what holds before and from that day on, ``rule`` and ``title`` the rule that says so, ``place`` where it holds,
    ``state`` and ``source`` how it stands and by which document. ``message`` says all of it in a sentence.
    """

    day: str
    path: str = ""
    line: int = 0
    column: int = 0
    quote: str = ""
    sentence: str = ""
    now: str = ""
    then: str = ""
    rule: str = ""
    title: str = ""
    place: str = ""
    state: str = ""
    source: str = ""
    message: str = ""

    def plain(self) -> dict[str, Json]:
        """The entry as an object, with all of its fields."""
        return {name: getattr(self, name) for name in COLUMNS}


COLUMNS = tuple(Entry.__dataclass_fields__)


def of_articles(result: RunResult, lang: str, place: Callable[[str], str]) -> tuple[Entry, ...]:
    """What of the articles turns wrong, in order of day and place. ``place`` names a region."""
    return in_time(entry for document in result.documents for entry in _of_document(document, lang, place))


def in_time(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries in order of day and place."""
    return tuple(sorted(entries, key=lambda each: (each.day, each.path, each.line, each.column, each.quote)))


def of_rules(changes: Iterable[Change], lang: str, place: Callable[[str], str]) -> tuple[Entry, ...]:
    """The changes of rules, in the order given."""
    return tuple(_of_change(change, lang, place) for change in changes)


def _of_document(result: DocumentResult, lang: str, place: Callable[[str], str]) -> Iterator[Entry]:
    document = result.document
    lines = LineIndex(document.source)
    for finding in result.findings:
        if finding.still_right:
            position = lines.position(document.source_map.to_source(finding.span).start)
            yield entry_of(finding, document, position, lang, place)


def entry_of(
    finding: Finding, document: Document, position: tuple[int, int], lang: str, place: Callable[[str], str]
) -> Entry:
    """The entry of a finding of what is still right, at a line and a column of the document's source."""
    entry = Entry(
        day=dict(finding.claim)["wrong_from"],
        path=document.path,
        line=position[0],
        column=position[1],
        quote=_one_line(finding.span.cut(document.visible)),
        sentence=_one_line(finding.context.cut(document.visible)),
        then=finding.expected or "",
        message=finding.message.in_language(lang),
    )
    cited = finding.rule
    return entry if cited is None else _resting_on(entry, cited.rule, cited.value, lang, place)


def _of_change(change: Change, lang: str, place: Callable[[str], str]) -> Entry:
    now, then = (shown_value(value) if value else "" for value in (change.before, change.after))
    entry = Entry(day=change.day.isoformat(), now=now, then=then)
    return _resting_on(entry, change.rule, change.cited, lang, place)


def _resting_on(entry: Entry, rule: Rule, value: Value, lang: str, place: Callable[[str], str]) -> Entry:
    return replace(
        entry,
        rule=rule.id,
        title=rule.title_en if lang == "en" else rule.title,
        place=place(rule.region),
        state=value.state.value,
        source=shown_source(value.source),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
