"""What a check reports of a number that the rules refute or have superseded."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeAlias

from linter.check import Context
from linter.claims.context.manner import is_law_text
from linter.claims.model import ValueClaim
from linter.document import Document
from linter.finding import Confidence, RuleCitation, Severity, Step, Suggestion
from linter.judging.agreement import slack
from linter.judging.value_causes import likely_cause
from linter.judging.value_rules import Assessment, severity
from linter.judging.value_wording import holds, subject
from linter.messages import Message, say
from linter.proof import decide
from linter.scan.tokens import Unit
from reference.interval import Interval
from reference.model import Rule, Value
from reference.quantities import quantity_spec
from reference.units import in_token_unit

Report: TypeAlias = tuple[Message, dict[str, Any]]
"""A message, and the further fields of its finding."""
# Above a minimum each place has its own figure.
_OPEN = frozenset({"frame", "floor"})
# Nobody writes 17.5年 for 17年6个月.
_IN_WHOLES = frozenset({Unit.MONTHS, Unit.AGE, Unit.DAYS})
_RANGE = re.compile(
    r"(?P<low>[0-9][0-9,]*(?:\.[0-9]+)?)[^0-9]*?[-–—~至到][^0-9]*?(?P<high>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<unit>[^0-9]{0,4})"
)
_NUMBER = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


def conflict_details(claim: ValueClaim, outcome: Assessment, context: Context) -> Report:
    """The message and the fields of a finding about a number that was never right."""
    citation = _cited(outcome)
    about, instead = subject(claim), holds(citation, context.region_name)
    quote = quoted(claim, context)
    message = say("conflict.value-conflict", about=about, written=quote, holds=instead)
    return message, _details(claim, outcome, context) | {"cause": likely_cause(claim, outcome, context)}


def superseded_details(claim: ValueClaim, outcome: Assessment, context: Context) -> Report:
    """The message and the fields of a finding about a number of an earlier time."""
    citation, was = _cited(outcome), outcome.judgement.was
    about, instead = subject(claim), holds(citation, context.region_name)
    quote = quoted(claim, context)
    until = was.value.period.end if was is not None else None
    if was is None:
        message = say("staleness.value-older-than-known", about=about, written=quote, holds=instead)
    elif until is None:
        message = say("staleness.superseded-value", about=about, written=quote, holds=instead)
    else:
        message = say("staleness.value-superseded-after", about=about, written=quote, until=until, holds=instead)
    return message, _details(claim, outcome, context)


def quoted(claim: ValueClaim, context: Context) -> str:
    """The number as written; of a range that gives two quantities (4000元至20000元), the end that is meant.

    Of a sum the text does not write down, its parts: 1%+0.5%.
    """
    if claim.parts:
        return "+".join(quoted(part, context) for part in claim.parts)
    written = claim.span.cut(context.document.visible)
    ends = _RANGE.fullmatch(written) if len(claim.token.values) == 1 else None
    if ends is None:
        return written
    low = Decimal(ends["low"].replace(",", "")) == claim.token.value
    return f"{ends['low'] if low else ends['high']}{ends['unit']}"


def names_its_time(claim: ValueClaim, outcome: Assessment) -> bool:
    """True when the text says of which time it speaks, and the number was over by then: it did not merely grow old."""
    period, was = claim.scope.period, outcome.judgement.was
    if period is None or was is None or claim.scope.period_from not in ("stated", "heading"):
        return False
    end = was.value.period.end
    if outcome.judgement.verdict.at_publication == "right":
        return False
    return period.start is not None and end is not None and end < period.start


def _details(claim: ValueClaim, outcome: Assessment, context: Context) -> dict[str, Any]:
    citation = _cited(outcome)
    return {
        "severity": _severity(claim, outcome, context),
        "confidence": _confidence(claim),
        "claim": _slots(claim),
        "expected": citation.value.display,
        "verdict": outcome.judgement.verdict,
        "proof": _proof(claim, citation),
        "rule": citation,
        "suggestion": _suggestion(claim, citation, context),
    }


def _severity(claim: ValueClaim, outcome: Assessment, context: Context) -> Severity:
    """The judgement's severity; a law still printed with a superseded number is not the editor's mistake."""
    worst = severity(claim, outcome.judgement)
    grown_old = outcome.judgement.family == "staleness" and claim.scope.published is None
    if grown_old and _told_late(_cited(outcome).value):
        worst = worst.at_most(Severity.WARNING)
    return worst.at_most(Severity.WARNING) if is_law(context.document) else worst


def _told_late(value: Value) -> bool:
    """True for a figure announced after the time it counts from: a text of the days between gave the one before."""
    begun = value.period.start
    return value.announced is not None and begun is not None and value.announced > begun


def is_law(document: Document) -> bool:
    """True for a document laid out in articles."""
    return bool(document.sections) and is_law_text(document, document.sections[0])


def _cited(outcome: Assessment) -> RuleCitation:
    if outcome.judgement.holds is None:
        raise ValueError("a judgement with a family cites the value that holds")
    return outcome.judgement.holds


def _confidence(claim: ValueClaim) -> Confidence:
    """Less sure where the text hedges, or where each place has its own value and the text names none."""
    spec = quantity_spec(claim.quantity)
    placeless = spec is not None and spec.setting == "local" and claim.scope.region is None
    hedged = claim.scope.has("condition", "supposed", "typical", "hypothetical", "example", "history")
    return Confidence.MEDIUM if placeless or hedged else Confidence.HIGH


def _slots(claim: ValueClaim) -> tuple[tuple[str, str], ...]:
    written = "~".join(format(value, "f") for value in claim.token.values)
    region = (("region", claim.scope.region),) if claim.scope.region else ()
    return (("quantity", claim.quantity), ("value", written), *sorted(claim.facets.items()), *region)


def _proof(claim: ValueClaim, citation: RuleCitation) -> tuple[Step, ...]:
    """What was read, what was looked up, and that the two lie apart."""
    quoted = Step("lookup", (citation.rule.id, str(citation.value.period.start)), citation.value.display)
    bound = _nearest(claim, citation.rule, citation.value)
    if bound is None:
        return (quoted,)
    step = decide("differ", claim.token.value, bound, slack(claim.token))
    return (quoted, step) if step.out == "true" else (quoted,)


def _nearest(claim: ValueClaim, rule: Rule, value: Value) -> Decimal | None:
    bounds = [
        bound for interval in _accepted(rule, value) for bound in (interval.low, interval.high) if bound is not None
    ]
    return min(bounds, key=lambda bound: abs(bound - claim.token.value), default=None)


def _accepted(rule: Rule, value: Value) -> tuple[Interval, ...]:
    return tuple(in_token_unit(interval, rule.unit or "count") for interval in value.accepts)


def _suggestion(claim: ValueClaim, citation: RuleCitation, context: Context) -> Suggestion | None:
    """The right digits in place of the wrong ones, where exactly one number is right and only digits change."""
    accepted = _accepted(citation.rule, citation.value)
    numbers = list(_NUMBER.finditer(claim.span.cut(context.document.text)))
    if citation.rule.kind in _OPEN or len(accepted) != 1 or not accepted[0].is_point or len(numbers) != 1:
        return None
    right, written = accepted[0].low, Decimal(numbers[0].group().replace(",", ""))
    if right is None or claim.token.is_range or not written:
        return None
    scale = claim.token.value / written
    digits = right / scale
    parts = Decimal(1) if claim.token.unit in _IN_WHOLES else Decimal("0.01")
    if digits != digits.quantize(parts) or claim.token.unit is Unit.NONE:
        return None
    plain = format(digits.normalize(), "f")
    return Suggestion(claim.span, claim.span.cut(context.document.visible).replace(numbers[0].group(), plain, 1))
