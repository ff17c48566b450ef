"""Citations of laws: 《社会保险法》第四十五条, 《失业保险条例》第17条、第18条, 社会保险法第二十五条."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_NUMERALS, alternation
from linter.scan.tokens import LawArticle
from linter.text import Span
from reference.vocabulary import load_json

_WORDS = load_json("number_words.json")["laws"]
_COUNTRY: str = _WORDS["country"]
_ENDINGS = alternation(_WORDS["endings"])
_NUMBER = rf"(?:[0-9]{{1,4}}|[{CN_NUMERALS}]{{1,7}})"
_TITLED = re.compile(rf"《([^《》\n]{{1,58}}?(?:{_ENDINGS}))(?:\([^()《》\n]{{1,16}}\))?》(?:\([^()\n]{{1,40}}\))?")
_PLAIN = re.compile(rf"([\u4e00-\u9fff]{{1,24}}?(?:法典|法|条例|办法|规定|细则))(?=第 ?{_NUMBER} ?条)")
_STOPS = re.compile(alternation(_WORDS["stops"]))
_ARTICLE = re.compile(rf" ?(?:的|中|里|,|:)?第 ?({_NUMBER}) ?条(?:之[一二三四五六七八九十])?")
_DETAIL = re.compile(rf"第 ?{_NUMBER} ?款|第 ?\(?{_NUMBER}\)? ?项|(?:规定)?(?=[、和及与])")
_MORE = re.compile(rf" ?[、和及与至] ?第 ?({_NUMBER}) ?条(?:之[一二三四五六七八九十])?")
_NOT_A_LAW = re.compile(r"关于.*(?:决定|规定|办法)的")


def scan_law_articles(text: str) -> tuple[LawArticle, ...]:
    """The citations of laws in a normalised text, one token for each article and one for a title without an article.

    The first article of a citation has the title in its span. ``law`` is the title without 中华人民共和国.
    Without 《》 any …法, …条例 before 第N条 is taken for one.
    """
    found: list[LawArticle] = []
    for match in _TITLED.finditer(text):
        if not _NOT_A_LAW.match(match[1]):
            found.extend(_articles(text, match.start(), match.end(), _short(match[1])))
    covered = {token.span.start for token in found}
    for start, end, law in _plain(text):
        if not any(start <= at < end for at in covered):
            found.extend(token for token in _articles(text, start, end, law) if token.article is not None)
    found.sort(key=lambda token: token.span)
    return tuple(found)


def _plain(text: str) -> Iterator[tuple[int, int, str]]:
    """Titles without 《》, with what is no part of them (根据, 违反) cut off in front."""
    for match in _PLAIN.finditer(text):
        start = match.start()
        country = text.rfind(_COUNTRY, start, match.end())
        if country >= 0:
            start = country + len(_COUNTRY)
        for stop in _STOPS.finditer(text, start, match.end() - 1):
            start = stop.end()
        law = _short(text[start : match.end()])
        if len(law) >= 3:
            yield start, match.end(), law


def _articles(text: str, start: int, end: int, law: str) -> Iterator[LawArticle]:
    match = _ARTICLE.match(text, end)
    if match is None:
        yield LawArticle(Span(start, end), law, None)
        return
    while match is not None:
        number = parse_numeral(match[1])
        article = match.group()
        first = start if start < end else match.start() + article.index("第")
        yield LawArticle(Span(first, match.end()), law, None if number is None else int(number.value))
        end = _past_details(text, match.end())
        start = end
        match = _MORE.match(text, end)


def _past_details(text: str, at: int) -> int:
    while (match := _DETAIL.match(text, at)) is not None and match.end() > at:
        at = match.end()
    return at


def _short(title: str) -> str:
    return title.strip().removeprefix(_COUNTRY)
