"""What generated articles speak of: true values from the reference, and the errors that may be made in them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from reference.model import Reference, Rule, Value
from reference.regions import RegionTable
from reference.schedules import min_years, retirement_age, retirement_month

_FEN = Decimal("0.01")
_YEARS = (2023, 2024, 2025)
_WIDENED = 2024  # provinces followed one after the other until the end of that year


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error of class ``kind``: other values in some slots, the wrong ones being ``marked``."""

    kind: str
    slots: Mapping[str, str]
    marked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A symbol of the grammar with true values, and mistakes that could be made in them."""

    symbol: str
    values: Mapping[str, str]
    mistakes: tuple[Mistake, ...]


# Before this year no national rule set a waiting period.
_WAITS_SINCE = 2025


@dataclass(frozen=True, slots=True)
class World:
    """What topics draw on: the rules, the chance, the place and the year an article is about."""

    reference: Reference
    rng: random.Random
    region: str
    year: int

    @property
    def place(self) -> str:
        """The place as it stands in running text."""
        return RegionTable.load().short(self.region)

    def value(self, quantity: str, region: str | None = None, day: date | None = None, **facets: str) -> Decimal:
        """The number of the rule for a quantity, facets and day (the middle of the year, else). Raises LookupError."""
        for rule in self.reference.find(quantity, region or self.region, facets):
            found = rule.value_on(day or date(self.year, 7, 15))
            accepted = found.accepts if found is not None else ()
            if accepted and accepted[0].is_point and accepted[0].low is not None:
                return accepted[0].low
        raise LookupError(quantity)


def places_with_bases(reference: Reference) -> list[tuple[str, int]]:
    """Places and years for which a floor and a cap of the base are known, and a year before them."""
    found = []
    for rule in reference.governing("contribution.base_cap"):
        years = [year for year in _YEARS if not rule.where and rule.region.endswith("0000") and _known(rule, year)]
        found += [(rule.region, year) for year in years if _known(rule, year - 1)]
    return found


def _known(rule: Rule, year: int) -> Value | None:
    return rule.value_on(date(year, 7, 15))


def contribution(world: World) -> Iterator[Topic]:
    """A worked example: base, rates, amounts, total."""
    low, high = world.value("contribution.base_floor"), world.value("contribution.base_cap")
    base = Decimal(world.rng.randrange(int(low) // 100 + 2, int(high) // 200)) * 100
    rates = {
        "pension": world.value("pension.rate", payer="employee"),
        "medical": world.value("medical.rate", payer="employee"),
        "unemployment": world.value("unemployment.rate", payer="employee"),
    }
    amounts = {name: money(base * rate / 100) for name, rate in rates.items()}
    total = sum(amounts.values())
    values = {"base": plain(base), "total": plain(total), **{name: plain(one) for name, one in amounts.items()}}
    values |= {f"{name}_rate": plain(rate) for name, rate in rates.items()}
    slipped = transposed(values["pension"])
    mistakes = [
        Mistake("part dropped", {"total": plain(total - amounts["medical"])}, ("total",)),
        Mistake("parts exceed total", {"total": plain(amounts["pension"] - 7)}, ("total", "pension")),
    ]
    if slipped:
        mistakes.append(Mistake("digits transposed", {"pension": slipped}, ("pension", "total")))
    other = plain(rates["pension"] + 3)
    wrong_rate = {"pension_rate": other, "pension": plain(money(base * (rates["pension"] + 3) / 100))}
    wrong_rate["total"] = plain(total + money(base * 3 / 100))
    mistakes.append(Mistake("rate swapped", wrong_rate, ("pension_rate",)))
    yield Topic("contribution", values, tuple(mistakes))


def yearly(world: World) -> Iterator[Topic]:
    """A monthly amount and the year's."""
    monthly = money(Decimal(world.rng.randrange(300, 900)) + Decimal(world.rng.randrange(0, 100)) / 100)
    wrong = Mistake("monthly and annual mixed up", {"annual": plain(monthly * 10)}, ("annual",))
    slips = [
        Mistake("digits transposed", {"annual": slip}, ("annual",))
        for slip in [transposed(plain(monthly * 12))]
        if slip
    ]
    yield Topic("yearly", {"monthly": plain(monthly), "annual": plain(monthly * 12)}, (wrong, *slips))


def employer(world: World) -> Iterator[Topic]:
    """Who pays which share."""
    values = {"employer": "16", "employee": "8"}
    swapped = Mistake("rate swapped", {"employer": "8", "employee": "16"}, ("employer", "employee"))
    yield Topic("employer", values, (swapped, Mistake("rate swapped", {"employer": "12"}, ("employer",))))
    yield Topic(
        "employer_history",
        {"employer": "16"},
        (Mistake("history turned into present", {"employer": "20"}, ("employer",)),),
    )


def bases(world: World) -> Iterator[Topic]:
    """Floor and cap of the year."""
    quantities = {"floor": "contribution.base_floor", "cap": "contribution.base_cap"}
    now = {name: plain(world.value(quantity)) for name, quantity in quantities.items()}
    before = {
        name: plain(world.value(quantity, day=date(world.year - 1, 7, 15))) for name, quantity in quantities.items()
    }
    mistakes = [Mistake("last year's base", before, ("floor", "cap"))] if before["cap"] != now["cap"] else []
    for region, year in places_with_bases(world.reference):
        if year == world.year and region != world.region:
            other = {name: plain(world.value(quantity, region)) for name, quantity in quantities.items()}
            if all(abs(Decimal(other[name]) - Decimal(now[name])) > 5 for name in now):
                mistakes.append(Mistake("other province's number", other, ("floor", "cap")))
                break
    slipped = transposed(now["cap"])
    if slipped:
        mistakes.append(Mistake("digits transposed", {"cap": slipped}, ("cap",)))
    yield Topic("bases", now, tuple(mistakes))


def mutual_aid(world: World) -> Iterator[Topic]:
    """Who may use the account; written after the widening of 2024."""
    if world.year <= _WIDENED:
        return
    relative = world.rng.choice(["孙子", "爷爷奶奶", "兄弟姐妹", "外祖父母", "父母", "配偶", "子女"])
    flipped = Mistake("polarity flipped", {"may": world.rng.choice(["不可以", "不能"])}, ("may", "relative"))
    yield Topic("relatives", {"relative": relative, "may": "可以"}, (flipped,))
    every = "配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女"
    fewer = Mistake("relation removed", {"scope": "仅限", "relatives": "配偶、父母、子女"}, ("scope", "relatives"))
    yield Topic("list", {"relatives": every, "scope": "包括"}, (fewer,))


def hotline(world: World) -> Iterator[Topic]:
    """The hotline of medical security."""
    yield Topic("hotline", {"number": "12393"}, (Mistake("number swapped", {"number": "12333"}, ("number",)),))


def document(world: World) -> Iterator[Topic]:
    """A document and its day."""
    values = {"doc": "国办发〔2024〕38号", "day": "2024年8月1日"}
    shifted = Mistake("date shifted", {"day": world.rng.choice(["2024年6月1日", "2025年8月1日"])}, ("day", "doc"))
    yield Topic("document", values, (shifted,))


def retirement(world: World) -> Iterator[Topic]:
    """A birth month, the age and the month of retirement."""
    birth = date(world.rng.randrange(1965, 1976), world.rng.randrange(1, 13), 1)
    age, month = retirement_age(world.reference, birth, "male"), retirement_month(world.reference, birth, "male")
    if age is None or month is None:
        return
    later = date(month.year + 1, month.month, 1)
    values = {
        "birth": f"{birth.year}年{birth.month}月",
        "age": age_in_words(age),
        "month": f"{month.year}年{month.month}月",
    }
    yield Topic(
        "retirement",
        values,
        (
            Mistake("date shifted", {"month": f"{later.year}年{later.month}月"}, ("month",)),
            Mistake("rate swapped", {"age": age_in_words(age + 5)}, ("age", "month")),
        ),
    )
    year = world.rng.randrange(2026, 2039)
    months = min_years(world.reference, year)
    if months is not None:
        wrong = Mistake("date shifted", {"years": _years(months + 12)}, ("years",))
        yield Topic("minimum_years", {"when": f"{year}年", "years": _years(months)}, (wrong,))


def payment_months(world: World) -> Iterator[Topic]:
    """Months of payment by age."""
    at = world.rng.choice(["50", "55", "60", "63"])
    months = world.value("pension.payment_months", age=at)
    yield Topic(
        "payment_months",
        {"at": at, "months": plain(months)},
        (Mistake("rate swapped", {"months": plain(months + 10)}, ("months",)),),
    )


def residents(world: World) -> Iterator[Topic]:
    """Residents' funding by the national notice of a year."""
    day = date(world.year, 7, 15)
    individual, subsidy = (
        world.value(f"resident_medical.notice_{name}", "000000", day) for name in ("individual", "subsidy")
    )
    values = {"individual": plain(individual), "subsidy": plain(subsidy), "funding": plain(individual + subsidy)}
    wrong = Mistake("part dropped", {"funding": plain(subsidy)}, ("funding",))
    yield Topic(
        "residents",
        values,
        (
            wrong,
            Mistake("digits transposed", {"subsidy": transposed(plain(subsidy)) or "760"}, ("subsidy", "funding")),
        ),
    )
    local = world.reference.at("medical.wait_fixed", world.region, {"scheme": "resident_medical"})
    if not local and world.year >= _WAITS_SINCE:
        yield Topic("waiting", {"wait": "3"}, (Mistake("rate swapped", {"wait": "6"}, ("wait",)),))


def death_grant(world: World) -> Iterator[Topic]:
    """The lump sum for a death at work."""
    amount = world.value("injury.death_lump_sum", "000000")
    in_wan = amount / 10000
    yield Topic(
        "death_grant",
        {"amount": plain(in_wan) + "万"},
        (
            Mistake("unit 万 lost", {"amount": plain(in_wan)}, ("amount",)),
            Mistake(
                "digits transposed", {"amount": (transposed(plain(in_wan)) or plain(in_wan + 9)) + "万"}, ("amount",)
            ),
        ),
    )


TOPICS: tuple[Callable[[World], Iterator[Topic]], ...] = (
    contribution,
    yearly,
    employer,
    bases,
    mutual_aid,
    hotline,
    document,
    retirement,
    payment_months,
    residents,
    death_grant,
)


def plain(number: Decimal | int) -> str:
    """A number as people write it: no exponent, no trailing zeros."""
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(amount: Decimal) -> Decimal:
    """Yuan and fen."""
    return amount.quantize(_FEN, ROUND_HALF_UP)


def transposed(written: str) -> str | None:
    """The number with two neighbouring digits changed round; ``None`` where that changes little or nothing."""
    for at in range(len(written) - 1):
        first, second = written[at : at + 2]
        if first.isdigit() and second.isdigit() and abs(int(first) - int(second)) > 1 and (at or second != "0"):
            return written[:at] + second + first + written[at + 2 :]
    return None


def age_in_words(months: int) -> str:
    """An age of so many months."""
    years, rest = divmod(months, 12)
    return f"{years}岁" + (f"{rest}个月" if rest else "")


def _years(months: int) -> str:
    years, rest = divmod(months, 12)
    return f"{years}年" + (f"{rest}个月" if rest else "")
