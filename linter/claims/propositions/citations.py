"""What document numbers and articles of law are cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.model import CitationClaim, ValueClaim
from linter.claims.propositions import statements
from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import FormParser
from linter.claims.quantities import values
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DocNumber, LawArticle
from reference.vocabulary import load_json, worded

BASIS = "basis:"
"""What a subject starts with that is the id of an entry of ``bases``."""
DAY = "day:"
"""What a subject starts with that is the day the number stands beside."""


def extract(reading: Reading) -> Iterator[CitationClaim]:
    """Citations whose subject is known, where the sentence cites nothing else of the kind.

    ``subject`` is a subject of articles, or for document numbers the quantities of the documents it may be, the title
    in 《》 or the ``DAY`` that the number stands beside, or ``BASIS`` and the id of what it is said to be the basis of;
    joined by "+" where there are several.
    """
    citations: list[DocNumber | LawArticle] = [*reading.tokens.doc_numbers, *reading.tokens.law_articles]
    for cited in citations:
        sentence = reading.sentence_at(cited.span)
        if sentence is None or is_question(reading, sentence):
            continue
        subject = _subject(reading, sentence, cited)
        if subject:
            number, article = (cited, None) if isinstance(cited, DocNumber) else (None, cited)
            scope = reading.scope(cited.span, sentence)
            yield CitationClaim(cited.span, sentence.span, scope, number, article, subject)


def _subject(reading: Reading, sentence: Sentence, cited: DocNumber | LawArticle) -> str:
    title = _title_beside(reading.text, cited) if isinstance(cited, DocNumber) else None
    found = [] if title is None else [title]
    if _is_alone(reading, sentence, cited):
        found += _day_beside(reading, sentence) if isinstance(cited, DocNumber) else []
        around = partial(surroundings, reading, sentence)
        tables = (_documents(), _bases()) if isinstance(cited, DocNumber) else (_subjects(),)
        for table in tables:
            found += [form.key for form, _ in table.matches(reading.text, sentence.span, around)]
        if isinstance(cited, LawArticle):
            found += _claimed(reading, sentence)
    return "+".join(dict.fromkeys(found))


def _claimed(reading: Reading, sentence: Sentence) -> list[str]:
    """The subjects that the sentence gives a figure or a statement of, right or wrong."""
    figures = (claim for claim in reading.once(values.extract) if isinstance(claim, ValueClaim))
    told = {claim.quantity for claim in figures if sentence.span.contains(claim.span)}
    said = {claim.statement for claim in reading.once(statements.extract) if sentence.span.contains(claim.span)}
    return sorted((told | said) & _telling())


def _day_beside(reading: Reading, sentence: Sentence) -> list[str]:
    """The only day that the sentence, or the row of a table, names beside the number."""
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    span = block.span if block.kind == "row" else sentence.span
    days = {
        day.start for token in reading.scoper.dates_in(span) if (day := resolve(token, None)) and day.start == day.end
    }
    return [f"{DAY}{day}" for day in days if day is not None] if len(days) == 1 else []


def _title_beside(text: str, cited: DocNumber) -> str | None:
    """The title right before the number, 《…》(国办发〔…〕…号), or right behind it: 国办发〔…〕…号《…》."""
    before = re.search(
        "《([^《》]{6,60}(?:《[^《》]*》)?[^《》]*)》[(\\[,]?\\s*$",
        text[max(0, cited.span.start - 90) : cited.span.start],
    )
    after = re.match("[)\\],:]?\\s*(?:文件?)?《([^《》]{6,60})》", text[cited.span.end : cited.span.end + 90])
    found = before or after
    return None if found is None else f"《{found[1]}》"


def _is_alone(reading: Reading, sentence: Sentence, cited: DocNumber | LawArticle) -> bool:
    if isinstance(cited, DocNumber):
        return all(other is cited or not sentence.span.contains(other.span) for other in reading.tokens.doc_numbers)
    articles = [other for other in reading.tokens.law_articles if sentence.span.contains(other.span)]
    return cited.article is not None and [other for other in articles if other.article is not None] == [cited]


@worded
def _subjects() -> FormTable:
    data = load_json("citations.json")
    parser = FormParser(data["lists"])
    return FormTable(parser.parse(entry["id"], raw) for entry in data["subjects"] for raw in entry["forms"])


@worded
def _telling() -> frozenset[str]:
    data = load_json("citations.json")
    return frozenset((*(entry["id"] for entry in data["subjects"]), *data["claimed"]))


@worded
def _bases() -> FormTable:
    data = load_json("citations.json")
    parser = FormParser(data["lists"])
    return FormTable(parser.parse(BASIS + entry["id"], raw) for entry in data["bases"] for raw in entry["forms"])


@worded
def _documents() -> FormTable:
    data = load_json("citations.json")
    parser = FormParser(data["lists"])
    return FormTable(
        parser.parse("+".join(entry["documents"]), raw) for entry in data["documents"] for raw in entry["forms"]
    )
