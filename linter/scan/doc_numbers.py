"""Document numbers: 国办发〔2024〕38号, 国务院令第259号, 财政部 税务总局公告2025年第1号."""

from __future__ import annotations

import re

from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_NUMERALS, alternation
from linter.scan.tokens import DocNumber
from linter.text import Span
from reference.vocabulary import load_json

_SERIAL = re.compile(r"[〔\[(【]((?:19|20)[0-9]{2})年?[〕\])】] ?(?:第|字)? ?([0-9]{1,5}) ?号")
_DECREE = re.compile(
    rf"令 ?\(?第? ?([0-9]{{1,4}}|[{CN_NUMERALS}]{{1,6}}) ?号\)?|第 ?([0-9]{{1,4}}|[{CN_NUMERALS}]{{1,6}}) ?号令"
)
_NOTICE = re.compile(r"((?:19|20)[0-9]{2})年第 ?([0-9]{1,4}) ?号(公告|令|通告)?")
_STOPS = re.compile(alternation(load_json("number_words.json")["doc_numbers"]["stops"]))
_COUNTRY = "中华人民共和国"
_ISSUER = re.compile(r"[\u4e00-\u9fff]+\Z")
_LONGEST_ISSUER = 24


def scan_doc_numbers(text: str) -> tuple[DocNumber, ...]:
    """The document numbers of a normalised text in order, each with its issuer's code: 国办发〔2024〕38号."""
    found = [*_serials(text), *_decrees(text), *_notices(text)]
    found.sort(key=lambda number: number.span)
    kept: list[DocNumber] = []
    for number in found:
        if not kept or kept[-1].span.end <= number.span.start:
            kept.append(number)
    return tuple(kept)


def _serials(text: str) -> list[DocNumber]:
    return [
        DocNumber(Span(start, match.end()), f"{issuer}〔{match[1]}〕{match[2]}号")
        for match in _SERIAL.finditer(text)
        for start, issuer in _issuer(text, match.start())
    ]


def _decrees(text: str) -> list[DocNumber]:
    """Orders: 国务院令第259号, also written 国务院第259号令."""
    numbers = []
    for match in _DECREE.finditer(text):
        number = parse_numeral(match[1] or match[2])
        for start, issuer in _issuer(text, match.start()) if number is not None else ():
            end = match.end() - match.group().endswith("号)") * ("(" not in match.group())
            numbers.append(DocNumber(Span(start, end), f"{issuer}令第{number.value if number else ''}号"))
    return numbers


def _notices(text: str) -> list[DocNumber]:
    """Notices of a year: 国家医保局公告2025年第1号, also written 国家医保局2025年第1号公告."""
    numbers = []
    for match in _NOTICE.finditer(text):
        for start, issuer in _issuer(text, match.start()):
            kind = match[3] or ""
            if kind or issuer.endswith(("公告", "令", "通告")):
                numbers.append(DocNumber(Span(start, match.end()), f"{issuer}{kind}{match[1]}年第{match[2]}号"))
    return numbers


def _issuer(text: str, at: int) -> list[tuple[int, str]]:
    """Where the issuer's code that ends at ``at`` begins, and the code; empty when there is none."""
    match = _ISSUER.search(text, max(0, at - _LONGEST_ISSUER), at)
    if match is None:
        return []
    start = match.start()
    country = text.rfind(_COUNTRY, start, at)
    if country >= 0:
        start = country + len(_COUNTRY)
    for stop in _STOPS.finditer(text, start, at):
        start = stop.end()
    issuer = text[start:at]
    return [(start, issuer)] if len(issuer) >= 2 else []
