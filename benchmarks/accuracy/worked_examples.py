"""Topics that are worked examples: sums, products and rests whose terms stand in sentences, lines and cells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from topics import Mistake, Topic, World, age_in_words, money, plain, transposed

from reference.schedules import retirement_age, retirement_month

_LEAST_MEDICAL = 5


def months(world: World) -> Iterator[Topic]:
    """So many months at so much."""
    one = Decimal(world.rng.randrange(70, 240)) * 10
    count = world.rng.choice([3, 4, 5, 6, 7, 8, 9, 14, 18])
    values = {"one": plain(one), "count": str(count), "sum": plain(one * count)}
    yield Topic("months", values, _slips(one * count, "sum", "one"))
    people = world.rng.choice([3, 4, 5])
    each = Decimal(world.rng.randrange(8, 30)) * 10
    values = {"one": plain(each), "count": str(people), "sum": plain(each * people)}
    yield Topic("people", values, (_off("sum", each * people, 100, "one"),))


def stages(world: World) -> Iterator[Topic]:
    """A benefit of two levels, its months and the sum of both."""
    high = Decimal(world.rng.randrange(160, 240)) * 10
    low, rest = high * 8 / 10, world.rng.choice([2, 3, 6, 9])
    first, second = high * 12, low * rest
    values = {"high": plain(high), "low": plain(low), "rest": str(rest)}
    values |= {"first": plain(first), "second": plain(second), "sum": plain(first + second)}
    same = Mistake("one level for all months", {"sum": plain(high * (12 + rest))}, ("sum", "second"))
    yield Topic("stages", values, (same, *_slips(first + second, "sum", "second")))


def pension(world: World) -> Iterator[Topic]:
    """Basic and account pension worked out, and the pension as their sum."""
    base = Decimal(world.rng.randrange(70, 110)) * 100
    years, account = world.rng.randrange(16, 35), Decimal(world.rng.randrange(60, 220)) * 1000
    basic, own = money(base * years / 100), money(account / 139)
    values = {"calc": plain(base), "years": str(years), "balance": plain(account)}
    values |= {"basic": plain(basic), "own": plain(own), "sum": plain(basic + own)}
    yield Topic("pension", values, _slips(basic + own, "sum", "basic"))


def rests(world: World) -> Iterator[Topic]:
    """A hospital bill and a limit: what is left when something is paid."""
    bill = Decimal(world.rng.randrange(150, 480)) * 100
    paid = Decimal(world.rng.randrange(50, 70)) * bill / 100
    values = {"bill": plain(bill), "paid": plain(paid), "own": plain(bill - paid)}
    yield Topic("bill", values, (*_slips(bill - paid, "own", "paid"), _off("own", bill - paid, 200, "paid")))
    used = Decimal(world.rng.randrange(21, 180)) * 10
    values = {"limit": "2000", "used": plain(used), "left": plain(2000 - used)}
    yield Topic("limit", values, (_off("left", 2000 - used, 100, "used"),))
    before = Decimal(world.rng.randrange(180, 230)) * 10
    by = Decimal(world.rng.randrange(2, 9)) * 10 + 5
    values = {"before": plain(before), "after": plain(before + by), "by": plain(by)}
    yield Topic("rise", values, (_off("by", by, 10, "after"),))


def cells(world: World) -> Iterator[Topic]:
    """Tables: a formula beside its result, rates with amounts in one cell, totals of both payers."""
    wage = Decimal(world.rng.randrange(60, 120)) * 100
    days = {"d1": 98, "d2": 113, "d3": 158}
    results = {f"r{name[1]}": money(wage / 30 * count) for name, count in days.items()}
    values = {"wage": plain(wage), **{name: str(count) for name, count in days.items()}}
    values |= {name: plain(one) for name, one in results.items()}
    yield Topic("formula_cells", values, _slips(results["r3"], "r3", "d3"))
    base = Decimal(world.rng.randrange(50, 140)) * 100
    of = {"p": "pension", "m": "medical", "u": "unemployment"}
    employer = {f"e{key}": world.value(f"{name}.rate", payer="employer") for key, name in of.items() if key != "m"}
    employee = {f"n{key}": world.value(f"{name}.rate", payer="employee") for key, name in of.items()}
    employer["em"] = world.value("medical.rate", payer="employer")
    if employer["em"] < _LEAST_MEDICAL:
        raise LookupError("medical.rate")  # a part of it only
    amounts = {name: money(base * rate / 100) for name, rate in (employer | employee).items()}
    by_firm, by_hand = (sum((amounts[name] for name in names), Decimal(0)) for names in (employer, employee))
    values = {"base": plain(base), "firm": plain(by_firm), "own": plain(by_hand)}
    values |= {name: plain(one) for name, one in amounts.items()}
    values |= {f"{name}r": plain(rate) for name, rate in (employer | employee).items()}
    values |= {"both": plain(by_firm + by_hand), "firm_year": plain(by_firm * 12), "own_year": plain(by_hand * 12)}
    wrong = [*_slips(by_firm, "firm", "ep"), *_slips(by_hand, "own", "np")]
    yield Topic("rate_cells", values, tuple(wrong))
    yearly = [*_slips(by_firm * 12, "firm_year", "firm"), *_slips(by_hand * 12, "own_year", "own")]
    yield Topic("both_payers", values, (*yearly, *_slips(by_firm + by_hand, "both", "firm")))


def capped(world: World) -> Iterator[Topic]:
    """A wage above the cap: the contribution is that of the cap."""
    cap = world.value("contribution.base_cap")
    wage = (cap * Decimal("1.3") / 1000).quantize(Decimal(1)) * 1000
    values = {"wage": plain(wage), "used": plain(cap), "amount": plain(money(cap * 8 / 100))}
    wrong = {"used": plain(wage), "amount": plain(money(wage * 8 / 100))}
    yield Topic("capped", values, (Mistake("base above the cap", wrong, ("used", "amount")),))


def born(world: World) -> Iterator[Topic]:
    """A birth in the question or the sentence before, the start of the schedule beside it."""
    birth = date(world.rng.randrange(1966, 1976), world.rng.randrange(1, 13), 1)
    age, month = retirement_age(world.reference, birth, "male"), retirement_month(world.reference, birth, "male")
    if age is None or month is None:
        return
    earlier = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
    values = {"birth": f"{birth.year}年{birth.month}月", "age": age_in_words(age), "delay": str(age - 720)}
    values["month"] = f"{month.year}年{month.month}月"
    slips = [Mistake("date shifted", {"month": f"{earlier.year}年{earlier.month}月"}, ("month", "age"))]
    if age < 756:
        wrong = {"age": age_in_words(age + 2), "delay": str(age - 718)}
        slips.append(Mistake("delay of another step", wrong, ("age", "delay", "month")))
    yield Topic("born", values, tuple(slips))


def _slips(right: Decimal, slot: str, near: str) -> tuple[Mistake, ...]:
    slip = transposed(plain(right))
    return () if slip is None else (Mistake("digits transposed in a result", {slot: slip}, (slot, near)),)


def _off(slot: str, right: Decimal | int, by: int, near: str) -> Mistake:
    return Mistake("result off", {slot: plain(Decimal(right) + by)}, (slot, near))


WORKED = (months, stages, pension, rests, cells, capped, born)
