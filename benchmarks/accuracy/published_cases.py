"""How many of the published Chinese test cases of other extraction libraries are read as their authors want.

    python benchmarks/accuracy/published_cases.py RECOGNIZERS_SPECS JIONLP_TESTS [--show]

RECOGNIZERS_SPECS is the folder ``Specs`` of Microsoft Recognizers-Text, JIONLP_TESTS the folder ``test`` of JioNLP.
Both stay outside this repository. A case counts as policy-like when it could stand in an article here: amounts in
yuan, percentages that are no shop discounts, dates that name their year. ``--show`` lists the cases that are missed.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from linter.normalise import normalise
from linter.scan.calendar_points import resolve
from linter.scan.figures import Figures, scan_figures
from linter.scan.tokens import Unit
from reference.period import Period

_FOREIGN = re.compile(
    "美|欧|港|日元|日币|英|法郎|卢布|韩|泰|台币|澳|加拿大|比索|里拉|克朗|马克|卢比|先令|铢|美分|刀|缅|越南|菲律宾|新币|加元|HK|US|EUR|\\$|€|£"
)
# Shop discounts, thousands as "k", negative shares, numerals torn apart by blanks: no article on insurance has them.
_NOT_POLICY = re.compile(
    "折|半价|扣|[0-9０-９.．] *[kKＫｋ]|[-－负][0-9０-９]|万万|百分位|兆|拾[万萬]零"
    "|百 +分|分 +[之点點]|个 +百|[十百] +个|[一二三四五六七八九十百千万成点點] +[一二三四五六七八九十点點五]"
    "|[0-9０-９]，[0-9０-９]{3}(?![0-9０-９.．])"
)
_YUAN = re.compile("[元块圆圓]|人民币")
# Lunar days, holidays and seasons, days written day first, and years before the laws in question.
_NOT_OUR_DATES = re.compile(
    "农历|正月|初[一二三四五六七八九十]|节|[春夏秋冬]|1[0-8][0-9]{2}"
    "|[0-9]{1,2}[-./][0-9]{1,2}[-./][0-9]{4}|[0-9]{4} [0-9]{2} "
)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the readings that its authors want: numbers or periods, in order."""

    text: str
    wanted: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases of one kind, and how they are read here."""

    name: str
    cases: tuple[Case, ...]
    read: Callable[[str], list[Any]]
    same: Callable[[Any, Any], bool]

    def missed(self) -> Iterator[tuple[Case, list[Any]]]:
        """The cases of which a wanted reading is missing, with what was read."""
        for case in self.cases:
            found = self.read(case.text)
            if not all(any(self.same(wanted, one) for one in found) for wanted in case.wanted):
                yield case, found


def suites(specs: Path, jionlp: Path) -> tuple[Suite, ...]:
    """All kinds that are measured."""
    return (
        Suite("percent", _percents(specs), _reader(Unit.PERCENT, Unit.POINTS), _equal),
        Suite("money (Recognizers)", _currency(specs), _reader(Unit.YUAN), _equal),
        Suite("money (JioNLP)", _jionlp_money(jionlp), _reader(Unit.YUAN), _equal),
        Suite("age", _ages(specs), _reader(Unit.AGE, Unit.MONTHS), _equal),
        Suite("duration", _durations(specs), _lengths, _equal),
        Suite("dates with a year (Recognizers)", _dates(specs, "DateParser"), _periods, _near),
        Suite("periods with a year (Recognizers)", _dates(specs, "DatePeriodParser"), _periods, _near),
        Suite("dates with a year (JioNLP)", _jionlp_dates(jionlp), _periods, _near),
    )


def _figures(text: str) -> Figures:
    return scan_figures(normalise(text), text)


def _reader(*units: Unit) -> Callable[[str], list[Any]]:
    return lambda text: [value for one in _figures(text).quantities if one.unit in units for value in one.values]


def _equal(wanted: Decimal, found: Decimal) -> bool:
    return abs(wanted - found) <= abs(wanted) * Decimal("0.001")


def _policy_like(cases: Iterable[Case]) -> tuple[Case, ...]:
    return tuple(case for case in cases if not _NOT_POLICY.search(case.text))


def _percents(specs: Path) -> tuple[Case, ...]:
    cases = _spec(
        specs / "Number/Chinese/PercentModel.json", lambda result: _number(result["Resolution"]["value"].rstrip("%"))
    )
    return _policy_like(cases)


def _currency(specs: Path) -> tuple[Case, ...]:
    def value(result: dict[str, Any]) -> Decimal | None:
        is_yuan = result["Resolution"].get("isoCurrency") == "CNY"
        return _number(result["Resolution"]["value"]) if is_yuan else None

    return _spec(specs / "NumberWithUnit/Chinese/CurrencyModel.json", value)


def _ages(specs: Path) -> tuple[Case, ...]:
    def months(result: dict[str, Any]) -> Decimal | None:
        scale = {"Year": 12, "Month": 1}.get(result["Resolution"]["unit"])
        number = _number(result["Resolution"]["value"])
        return number * scale if number is not None and scale else None

    return _spec(specs / "NumberWithUnit/Chinese/AgeModel.json", months)


def _durations(specs: Path) -> tuple[Case, ...]:
    return tuple(
        Case(raw["Input"], tuple(Decimal(result["Length"]) for result in raw["Results"]))
        for raw in _json(specs / "DateTime/Chinese/DurationExtractor.json")
        if raw["Results"] and not re.search("周|星期|分钟|秒", raw["Input"])
    )


def _lengths(text: str) -> list[Any]:
    units = (Unit.MONTHS, Unit.DAYS, Unit.HOURS, Unit.WORKDAYS)
    return [Decimal(one.span.end - one.span.start) for one in _figures(text).quantities if one.unit in units]


def _dates(specs: Path, name: str) -> tuple[Case, ...]:
    def period(result: dict[str, Any]) -> Period | None:
        value = result["Value"]
        future, past = value["FutureResolution"], value["PastResolution"]
        if future != past:
            return None  # it depends on the day on which it is read
        days = (
            [future.get("date"), future.get("date")]
            if "date" in future
            else [future.get("startDate"), future.get("endDate")]
        )
        return Period(*(date.fromisoformat(day) if day else None for day in days))

    cases = _spec(specs / f"DateTime/Chinese/{name}.json", period)
    with_year = re.compile("[0-9０-９]{4}|[一二][零〇○九0][^,。]{1,2}年|[一二三四五六七八九零〇]{4}年")
    real = (case for case in cases if all(one.start is None or one.start.year > 1 for one in case.wanted))
    return tuple(case for case in real if with_year.search(case.text) and not _NOT_OUR_DATES.search(case.text))


def _jionlp_money(tests: Path) -> tuple[Case, ...]:
    cases = []
    for text, result in _lists(tests / "test_money_parser.py"):
        if (
            _FOREIGN.search(text)
            or not _YUAN.search(text)
            or not isinstance(result, dict)
            or isinstance(result.get("num"), list)
        ):
            continue
        number = _number(result["num"])
        if number is not None:
            cases.append(Case(text, (number,)))
    return _policy_like(cases)


def _jionlp_dates(tests: Path) -> tuple[Case, ...]:
    cases = []
    for text, *rest in _lists(tests / "test_time_parser.py"):
        result = next((one for one in rest if isinstance(one, dict) and isinstance(one.get("time"), list)), None)
        if (
            result is None
            or _NOT_OUR_DATES.search(text)
            or not re.search("[0-9]{4}年|[0-9]{4}[-./][0-9]|[一二][零〇九]..年", text)
        ):
            continue
        try:
            start, end = (date.fromisoformat(moment[:10]) for moment in result["time"])
        except ValueError:
            continue
        if all(moment[11:] in ("00:00:00", "23:59:59") for moment in result["time"]):
            cases.append(Case(text, (Period(start, end),)))
    return tuple(cases)


def _periods(text: str) -> list[Any]:
    found = (resolve(token, None) for token in _figures(text).dates)
    return [period for period in found if period is not None]


def _near(wanted: Period, found: Period) -> bool:
    """The same days, a day more or less; of a span of years or months their authors give the first day of the last."""
    ends = [found.end, found.end and found.end.replace(day=1), found.end and found.end.replace(month=1, day=1)]
    return _close(wanted.start, found.start) and any(_close(wanted.end, end) for end in ends)


def _close(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= _ONE_DAY


def _spec(file: Path, value: Callable[[dict[str, Any]], Any]) -> tuple[Case, ...]:
    cases = (Case(raw["Input"], tuple(value(result) for result in raw["Results"])) for raw in _json(file))
    return tuple(case for case in cases if case.wanted and None not in case.wanted)


def _lists(file: Path) -> Iterator[list[Any]]:
    """The literal lists [text, …] of a test module, read without running it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.List) and node.elts and isinstance(node.elts[0], ast.Constant):
            try:
                found = ast.literal_eval(node)
            except ValueError:
                continue
            if isinstance(found[0], str) and len(found) > 1:
                yield found


def _json(file: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8-sig"))
    return content


def _number(text: object) -> Decimal | None:
    try:
        return Decimal(str(text))
    except InvalidOperation:
        return None


def main(arguments: Sequence[str]) -> None:
    """Print the share of each kind that is read as wanted."""
    specs, jionlp = map(Path, arguments[:2])
    for suite in suites(specs, jionlp):
        missed = list(suite.missed())
        right = len(suite.cases) - len(missed)
        sys.stdout.write(f"{suite.name:36} {right / max(1, len(suite.cases)):.1%}  {right}/{len(suite.cases)}\n")
        for case, found in missed if "--show" in arguments else ():
            sys.stdout.write(
                f"    {case.text!r} wants {[str(one) for one in case.wanted]}, found {[str(one) for one in found]}\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
