"""What is done with an article: pure functions from an order to bytes, run in a process of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from linter.article import assuming
from linter.correction import corrected
from linter.desk.desk import Desk, Sheet
from linter.document import Document
from linter.finding import Finding, Suggestion
from linter.readers import read_document
from linter.registry import load_reports
from linter.report import RenderOptions
from linter.text import Span
from linter.web.encoding import encoded
from linter.web.order import Change, Order
from linter.web.refusal import RefusedError
from linter.word import annotated, corrected_docx

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD = "docx"
_AUTHOR = "factlint"


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back. ``name`` is the file name to save it under, empty when it is not for keeping."""

    body: bytes
    media_type: str
    name: str = ""


Work: TypeAlias = Callable[[Desk, Order], Answer]


def check(desk: Desk, order: Order) -> Answer:
    """The findings as a JSON report, version 1."""
    sheet = _checked(desk, _changed(order))
    return Answer(report(sheet, order.lang).encode(), JSON)


def text(_desk: Desk, order: Order) -> Answer:
    """The text in which the spans of the findings count: of a Word file what it says, of others the decoded file."""
    return Answer(_read(_changed(order)).source.encode("utf-8", "surrogatepass"), TEXT)


def correct(desk: Desk, order: Order) -> Answer:
    """The article with the changes and the accepted suggestions in it, in its own format."""
    changed = _changed(order)
    wanted = [each.suggestion for each in _findings(_checked(desk, changed)) if _is_accepted(each, order)]
    suggestions = [each for each in wanted if each is not None]
    document = _read(changed)
    if document.format == _WORD:
        data = corrected_docx(changed.data, document, suggestions)
    else:
        data = encoded(corrected(document, suggestions), document, changed.data)
    return _kept(replace(changed, data=data), "corrected")


def annotate(desk: Desk, order: Order) -> Answer:
    """The Word file with a comment at every finding. Raises ``RefusedError`` for other formats."""
    changed = _changed(order)
    document = _read(changed)
    if document.format != _WORD:
        raise RefusedError.of(415, "no-word-file")
    sheet = _checked(desk, changed)
    day = sheet.plan.settings.as_of
    commented = annotated(changed.data, document, _findings(sheet), lang=order.lang, author=_AUTHOR, day=day)
    return _kept(replace(changed, data=commented), "annotated")


WORKS: Mapping[str, Work] = {"check": check, "text": text, "corrected": correct, "annotated": annotate}


def report(sheet: Sheet, lang: str) -> str:
    """A sheet as the JSON report writes it."""
    return load_reports()["json"].render(sheet.run, lang=lang, options=RenderOptions())


def _checked(desk: Desk, order: Order) -> Sheet:
    return desk.check(order.data, order.path, region=order.region, published=order.published)


def _findings(sheet: Sheet) -> tuple[Finding, ...]:
    return sheet.result.findings if sheet.result else ()


def _is_accepted(finding: Finding, order: Order) -> bool:
    return order.accept is None or finding.fingerprint in order.accept


def _read(order: Order) -> Document:
    return assuming(read_document(order.data, order.path), order.region, order.published)


def _changed(order: Order) -> Order:
    """The order with its changes made. Raises ``RefusedError`` when one of them has no place in the file."""
    if not order.changes:
        return order
    document = _read(order)
    text = _spliced(document.source, order.changes)
    if document.format != _WORD:
        return replace(order, data=encoded(text, document, order.data), changes=())
    suggestions = [_suggestion(change, document) for change in order.changes]
    changed = replace(order, data=corrected_docx(order.data, document, suggestions), changes=())
    if _read(changed).source != text:
        raise RefusedError.of(422, "no-room")
    return changed


def _spliced(text: str, changes: Iterable[Change]) -> str:
    """The text with the changes made, which must not overlap."""
    made, behind = "", 0
    for change in sorted(changes, key=lambda each: each.start):
        if change.start < behind or change.end > len(text):
            raise RefusedError.of(422, "bad-value", field="changes")
        made += text[behind : change.start] + change.words
        behind = change.end
    return made + text[behind:]


def _suggestion(change: Change, document: Document) -> Suggestion:
    """The change as a suggestion, whose span is one of the visible text."""
    start, end = (document.source_map.to_visible(offset) for offset in (change.start, change.end))
    return Suggestion(Span(start, max(start, end)), change.words)


def _kept(order: Order, what: str) -> Answer:
    stem, dot, suffix = order.path.rpartition(".")
    name = f"{stem}.{what}.{suffix}" if dot and stem else f"{order.path}.{what}"
    return Answer(order.data, DOCX if suffix.lower() == _WORD else TEXT, name)
