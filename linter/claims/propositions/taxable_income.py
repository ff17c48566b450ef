"""A taxable income that is the wage less the allowance alone, where the contributions have been worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import StatementClaim
from linter.text import Span
from reference.vocabulary import load_json, worded

STATEMENT = "tax.income_before_contributions"
_MONEY = r"([0-9]+(?:\.[0-9]+)?) ?元?"
_ABOVE = 40


def extract(reading: Reading) -> Iterator[StatementClaim]:
    """Computations W − T = N of what is taxed, with W the wage of the section, T the allowance and no contributions."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        named = _words("named", "income").search(reading.text, max(0, sentence.span.start - _ABOVE), sentence.span.end)
        found = _computed(text) if named else None
        if found is None or is_question(reading, sentence) or _words("considered", "left_out").search(text):
            continue
        section = reading.document.sections[sentence.section].span.cut(reading.text)
        if _is_wage(found[1], section) and _has_dues(section) and not _words("left_out").search(section):
            span = Span(sentence.span.start + found.start(), sentence.span.start + found.end(3))
            yield StatementClaim(span, sentence.span, reading.scope(span, sentence), STATEMENT, True, True)


def _computed(text: str) -> re.Match[str] | None:
    """The computation, when it comes out and takes nothing else off (8000-1480-5000)."""
    for way in _ways():
        for match in way.finditer(text):
            wage, allowance, rest = (Decimal(match[number]) for number in (1, 2, 3))
            more = re.search(r"[0-9] ?元? ?[-−–减] ?$", text[: match.start(1)])
            if wage - allowance == rest > 0 and more is None:
                return match
    return None


def _is_wage(figure: str, section: str) -> bool:
    wage = _words("wage").pattern
    return (
        re.search(f"{wage}[^0-9\n。]{{0,8}}{figure}(?![0-9.])|(?<![0-9.]){figure} ?元?的?{wage}", section) is not None
    )


def _has_dues(section: str) -> bool:
    return re.search(f"{_words('dues').pattern}[^\n。]{{0,24}}[0-9] ?元", section) is not None


@worded
def _ways() -> tuple[re.Pattern[str], ...]:
    """应纳税所得额=6000-5000=1000元 · 月薪6000元,减掉5000元起征点,应纳税所得额是1000元 · 6000-5000=1000元要交税."""
    data = load_json("taxable_income.json")
    less = f"[,; ]*(?:再|先)?(?:{data['less']})了?[^0-9,;。=]{{0,8}}"
    named = f"(?:的?(?:{data['allowance']})|\\([^()0-9]{{1,12}}\\))?"
    equals = f"[,; ]*(?:{data['is']}){{0,3}} ?"
    allowance = f"({'|'.join(data['allowances'])})(?![0-9.]) ?元?{named}"
    income = f"(?:{data['income']})"
    return (
        re.compile(f"{income} ?[=:为是]+ ?[^0-9,;。]{{0,8}}{_MONEY}{less}{allowance}{equals}{_MONEY}(?! ?[-−–])"),
        re.compile(f"{_MONEY}{less}{allowance}{equals}(?:{income}{equals})?{_MONEY}(?! ?[-−–])"),
    )


@worded
def _words(*names: str) -> re.Pattern[str]:
    data = load_json("taxable_income.json")
    return re.compile(f"(?:{'|'.join(data[name] for name in names)})")
