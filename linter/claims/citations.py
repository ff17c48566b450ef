"""What document numbers and articles of law are cited for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from linter.claims.forms import FormTable, parse_form
from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import CitationClaim
from linter.claims.reading import Reading
from linter.claims.surroundings import surroundings
from linter.scan.tokens import DocNumber, LawArticle
from reference.vocabulary import load_json


def extract(reading: Reading) -> Iterator[CitationClaim]:
    """Citations whose subject is known, where the sentence cites nothing else of the kind.

    ``subject`` is a subject of articles, or for document numbers the quantities of the documents it may be, joined
    by "+" where there are several.
    """
    citations: list[DocNumber | LawArticle] = [*reading.tokens.doc_numbers, *reading.tokens.law_articles]
    for cited in citations:
        sentence = reading.sentence_at(cited.span)
        if sentence is None or not _is_alone(reading, sentence, cited):
            continue
        forms = _documents() if isinstance(cited, DocNumber) else _subjects()
        around = partial(surroundings, reading, sentence)
        subjects = [form.key for form, _ in forms.matches(reading.text, sentence.span, around)]
        scope = reading.scope(cited.span, sentence)
        if subjects and not is_question(reading, sentence):
            yield CitationClaim(cited.span, sentence.span, scope, cited, "+".join(subjects))


def _is_alone(reading: Reading, sentence: Sentence, cited: DocNumber | LawArticle) -> bool:
    if isinstance(cited, DocNumber):
        return all(other is cited or not sentence.span.contains(other.span) for other in reading.tokens.doc_numbers)
    articles = [other for other in reading.tokens.law_articles if sentence.span.contains(other.span)]
    return cited.article is not None and [other for other in articles if other.article is not None] == [cited]


@cache
def _subjects() -> FormTable:
    data = load_json("citations.json")
    entries = data["subjects"]
    return FormTable(parse_form(entry["id"], raw, data["lists"]) for entry in entries for raw in entry["forms"])


@cache
def _documents() -> FormTable:
    data = load_json("citations.json")
    return FormTable(
        parse_form("+".join(entry["documents"]), raw, data["lists"])
        for entry in data["documents"]
        for raw in entry["forms"]
    )
