"""What articles of law are cited for: by the words around them, behind them, or before the brackets they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.model import ValueClaim
from linter.claims.propositions import statements
from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import FormParser
from linter.claims.quantities import values
from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_NUMERALS
from linter.scan.tokens import LawArticle
from linter.text import Span
from reference.vocabulary import load_json, worded

Subjects = tuple[LawArticle, tuple[str, ...], tuple[str, ...]]
"""An article with the subjects it is cited for, and those its sentence only touches on."""

_BARE = re.compile(f"(?:^|(?<=[\\s,。;:、()—“\"'看见据按照在]))第 ?([0-9]{{1,3}}|[{CN_NUMERALS}]{{1,7}}) ?条")
# 第三十八条第一款、《…》第四十六条: nothing that tells of the first stands between the two.
_BETWEEN = re.compile(f"第 ?\\(?[0-9{CN_NUMERALS}]+\\)? ?[款项]|之[一二三四五]|规定|以及|[\\W和及与或至到的]")
_FEWEST = 4
_LEAD = re.compile(
    "(?:法律|政策|法规|主要|相关)?(?:依据|根据|规定|条款|链接|出处|来源)|依据|根据|参见|参照|详见|按照|见|按|的|[\\W0-9一二三四五六七八九十]"
)
_IN_BRACKETS = re.compile("[(\\[][^()\\[\\]]{0,12}$")


def extract(reading: Reading) -> Iterator[Subjects]:
    """The articles cited, each with the subjects of the words that belong to it."""
    cited = [named for token in (*reading.tokens.law_articles, *_bare(reading)) if (named := _named(token)).article]
    by_sentence: dict[Span, tuple[Sentence, list[LawArticle]]] = {}
    for token in sorted(cited, key=lambda token: token.span):
        sentence = reading.sentence_at(token.span)
        if sentence is not None:
            by_sentence.setdefault(sentence.span, (sentence, []))[1].append(token)
    for sentence, articles in by_sentence.values():
        for token in articles:
            span = _stretch(reading, sentence, articles, token)
            if span is not None and not is_question(reading, sentence):
                worded, figured = tuple(_told(reading, sentence, span)), _claimed(reading, span)
                near = tuple(_near(reading, token, span))
                yield (token, worded, (*near, *figured)) if worded else (token, tuple(figured), near)


def _named(token: LawArticle) -> LawArticle:
    return replace(token, law=_other_names().get(token.law, token.law))


def _bare(reading: Reading) -> Iterator[LawArticle]:
    """第六十二条, where the block has named one law before."""
    for section in reading.document.sections:
        if is_law_text(reading.document, section):
            continue
        for block in section.blocks:
            inside = [token for token in reading.tokens.law_articles if block.span.contains(token.span)]
            if len({_named(token).law for token in inside}) != 1:
                continue
            for match in _BARE.finditer(reading.text, inside[0].span.end, block.span.end):
                span, number = Span(*match.span()), parse_numeral(match[1])
                if number is not None and not any(token.span.overlaps(span) for token in inside):
                    yield LawArticle(span, inside[0].law, int(number.value))


def _stretch(reading: Reading, sentence: Sentence, articles: Sequence[LawArticle], cited: LawArticle) -> Span | None:
    """What an article is cited for: the sentence, or its part of one that cites several; ``None`` when it shares it."""
    if len(articles) == 1:
        return _beside(reading, sentence, cited) if _is_bare(reading, sentence, cited) else sentence.span
    at = next(number for number, other in enumerate(articles) if other is cited)
    gaps = [reading.text[one.span.end : other.span.start] for one, other in pairwise(articles)]
    if any(len(_BETWEEN.sub("", gap)) < _FEWEST for gap in gaps[max(0, at - 1) : at + 1]):
        return None
    bracketed = {
        _IN_BRACKETS.search(reading.text[sentence.span.start : other.span.start]) is not None for other in articles
    }
    if bracketed == {True}:
        return Span(articles[at - 1].span.end if at else sentence.span.start, cited.span.end)
    if bracketed == {False} and not _LEAD.sub("", reading.text[sentence.span.start : articles[0].span.start]):
        return Span(cited.span.start, articles[at + 1].span.start if at + 1 < len(articles) else sentence.span.end)
    return None


def _is_bare(reading: Reading, sentence: Sentence, cited: LawArticle) -> bool:
    """True for a sentence that is nothing but the citation."""
    before = reading.text[sentence.span.start : cited.span.start]
    return not _LEAD.sub("", before) and not _LEAD.sub("", reading.text[cited.span.end : sentence.span.end])


def _beside(reading: Reading, sentence: Sentence, cited: LawArticle) -> Span | None:
    """The sentence before a citation in brackets, that behind one with a colon."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    if reading.text[sentence.span.start : cited.span.start].lstrip().startswith("("):
        before = reading.text[block.start : sentence.span.start].rstrip()
        other = reading.sentence_at(Span(block.start + len(before) - 1, block.start + len(before))) if before else None
        return None if other is None else other.span
    if sentence.span.cut(reading.text).rstrip().endswith((":", "规定")):
        behind = re.compile("\\S").search(reading.text, sentence.span.end)
        other = None if behind is None else reading.sentence_at(Span(behind.start(), behind.end()))
        return other.span if other is not None and other.section == sentence.section else None
    return None


def _told(reading: Reading, sentence: Sentence, span: Span) -> Iterator[str]:
    around = partial(surroundings, reading, sentence)
    yield from dict.fromkeys(form.key for form, _ in _subjects().matches(reading.text, span, around))


def _near(reading: Reading, token: LawArticle, span: Span) -> Iterator[str]:
    """What the words beside the citation touch on: the title of the law says nothing of its articles."""
    before = reading.text[span.start : min(token.span.start, span.end)]
    text = before + "\n" + reading.text[max(token.span.end, span.start) : span.end]
    yield from dict.fromkeys(form.key for form, _ in _touched().matches(text, Span(0, len(text)), lambda: ""))


def _claimed(reading: Reading, span: Span) -> list[str]:
    """The subjects that the stretch gives a figure or a statement of, right or wrong."""
    figures = (claim for claim in reading.once(values.extract) if isinstance(claim, ValueClaim))
    told = {claim.quantity for claim in figures if span.contains(claim.span)}
    said = {claim.statement for claim in reading.once(statements.extract) if span.contains(claim.span)}
    return sorted((told | said) & _telling())


@worded
def _subjects() -> FormTable:
    data = load_json("citations.json")
    parser = FormParser(data["lists"])
    return FormTable(parser.parse(entry["id"], raw) for entry in data["subjects"] for raw in entry["forms"])


@worded
def _touched() -> FormTable:
    data = load_json("citations.json")
    parser = FormParser(data["lists"])
    return FormTable(parser.parse(entry["id"], raw) for entry in data["subjects"] for raw in entry.get("mild", ()))


@worded
def _telling() -> frozenset[str]:
    data = load_json("citations.json")
    return frozenset((*(entry["id"] for entry in data["subjects"]), *data["claimed"]))


@worded
def _other_names() -> dict[str, str]:
    names: dict[str, str] = load_json("citations.json")["laws"]
    return names
