"""What document numbers are cited for, and the claims of all citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.model import CitationClaim
from linter.claims.propositions import cited_articles
from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import FormParser
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DocNumber
from reference.vocabulary import load_json, worded

BASIS = "basis:"
"""What a subject starts with that is the id of an entry of ``bases``."""
DAY = "day:"
"""What a subject starts with that is the day the number stands beside."""


def extract(reading: Reading) -> Iterator[CitationClaim]:
    """Citations whose subject is known, where the sentence cites nothing else of the kind for it.

    ``subject`` is a subject of articles, or for document numbers the quantities of the documents it may be, the title
    in 《》 or the ``DAY`` that the number stands beside, or ``BASIS`` and the id of what it is said to be the basis of;
    joined by "+" where there are several.
    """
    for cited in reading.tokens.doc_numbers:
        sentence = reading.sentence_at(cited.span)
        if sentence is None or is_question(reading, sentence):
            continue
        subject = _subject(reading, sentence, cited)
        if subject:
            yield CitationClaim(cited.span, sentence.span, reading.scope(cited.span, sentence), cited, None, subject)
    for article, subjects, near in cited_articles.extract(reading):
        sentence = reading.sentence_at(article.span)
        if sentence is not None and (subjects or near):
            scope = reading.scope(article.span, sentence)
            yield CitationClaim(article.span, sentence.span, scope, None, article, "+".join(subjects), near)


def _subject(reading: Reading, sentence: Sentence, cited: DocNumber) -> str:
    title = _title_beside(reading.text, cited)
    found = [] if title is None else [title]
    if _is_alone(reading, sentence, cited):
        found += _day_beside(reading, sentence)
        around = partial(surroundings, reading, sentence)
        for table in (_documents(), _bases()):
            found += [form.key for form, _ in table.matches(reading.text, sentence.span, around)]
    return "+".join(dict.fromkeys(found))


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


def _is_alone(reading: Reading, sentence: Sentence, cited: DocNumber) -> bool:
    return all(other is cited or not sentence.span.contains(other.span) for other in reading.tokens.doc_numbers)


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
