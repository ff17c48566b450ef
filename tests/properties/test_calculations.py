"""A calculation that is right as far as it is printed is left alone; one that is wrong is found; every proof holds."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linter.proof import verify
from tests.properties.articles import articles, checked, findings_in

WORDING = yaml.safe_load((Path(__file__).parent / "calculations.yml").read_text("utf-8"))
MONEY = st.integers(3_000_00, 40_000_00).map(lambda cents: Decimal(cents) / 100)
STEPS = st.sampled_from([Decimal("0.01"), Decimal("0.1"), Decimal(1)])
RATES = st.sampled_from([Decimal(rate) for rate in ("8", "2", "0.5", "0.3", "16", "9.5", "12")])
# Every wrong figure is so many times the right one: no transposed digit, no rounding comes out as that.
WRONG = Decimal("1.37")
# Yuan by which a figure has to be off: rounded to whole ones, less would be no error.
_SEEN = 10


def plain(number: Decimal) -> str:
    return format(number.normalize(), "f") if number == number.to_integral_value() else format(number, "f")


def rounded(number: Decimal, step: Decimal) -> Decimal:
    return number.quantize(step, ROUND_HALF_UP)


@st.composite
def calculations(draw: st.DrawFn, factor: Decimal = Decimal(1)) -> str:
    kind, step = draw(st.sampled_from(sorted(WORDING))), draw(STEPS)
    base, rate = rounded(draw(MONEY), draw(STEPS)), draw(RATES)
    assume(factor == 1 or base * rate * (factor - 1) > _SEEN * 100)
    one, two = rounded(draw(MONEY), step), rounded(draw(MONEY), step)
    values = {
        "base": base,
        "rate": rate,
        "product": rounded(base * rate / 100 * factor, step),
        "month": one,
        "year": rounded(one * 12 * factor, step),
        "one": one,
        "two": two,
        "sum": rounded((one + two) * factor, step),
    }
    return draw(st.sampled_from(WORDING[kind])).format(**{name: plain(value) for name, value in values.items()})


def arithmetic(text: str) -> list[str]:
    return [found.code for found in findings_in(checked(("a.md", text.encode()))) if found.family == "arithmetic"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(calculations())
def test_what_is_right_as_far_as_it_is_printed_is_left_alone(text: str) -> None:
    assert arithmetic(text) == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(calculations(WRONG))
def test_what_is_wrong_by_a_third_is_found(text: str) -> None:
    assert arithmetic(text) != []


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_the_verifier_accepts_every_proof(text: str) -> None:
    found = findings_in(checked(("a.md", text.encode())))
    assert [(each.code, verify(each.proof)) for each in found if verify(each.proof)] == []
