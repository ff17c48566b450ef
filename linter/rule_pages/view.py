"""What a page of a rule shows, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from linter.drawing.rule_timeline import rule_timeline
from linter.finding import Finding
from linter.rule_cases import Exercise, base_id, findings
from reference.model import Dispute, Reference, Rule, Unknown, Value

# Of the drawing, in its own units: about the pixels of a full page.
_WIDTH = 880


@dataclass(frozen=True, slots=True)
class Caught:
    """A wrong sentence of the rule's cases: the text around the error, the error, and what is said of it."""

    before: str
    error: str
    after: str
    code: str
    name: str
    message: str


@dataclass(frozen=True, slots=True)
class RulePage:
    """A rule as its page shows it. ``today`` is the value of the day the pages are made for, if one is known."""

    rule: Rule
    file: str
    place: str
    today: Value | None
    drawing: Markup
    unknown: tuple[Unknown, ...]
    disputes: tuple[Dispute, ...]
    checks: tuple[tuple[str, str], ...]
    caught: tuple[Caught, ...]
    right: tuple[str, ...]
    related: tuple[Rule, ...]


def rule_pages(
    exercises: Iterable[Exercise], reference: Reference, as_of: date, region_name: Callable[[str], str]
) -> tuple[RulePage, ...]:
    """The pages of all rules, in order of id."""
    examples = {exercise.rule_id: _examples(exercise) for exercise in exercises}
    ordered = sorted(reference.rules, key=lambda rule: rule.id)
    return tuple(_page(rule, examples, reference, as_of, region_name) for rule in ordered)


def file_name(rule: Rule) -> str:
    """The name of a rule's page; ids hold no slash."""
    return f"{rule.id}.html"


def _page(
    rule: Rule,
    examples: Mapping[str, tuple[tuple[Caught, ...], tuple[str, ...]]],
    reference: Reference,
    as_of: date,
    region_name: Callable[[str], str],
) -> RulePage:
    caught, right = examples.get(base_id(rule), ((), ()))
    return RulePage(
        rule=rule,
        file=file_name(rule),
        place=region_name(rule.region),
        today=rule.value_on(as_of),
        drawing=rule_timeline(rule, as_of, key="history", width=_WIDTH),
        unknown=tuple(one for one in reference.unknown if one.concerns(rule)),
        disputes=tuple(one for one in reference.disputes if one.rule == rule.id),
        checks=tuple(dict.fromkeys((one.code, one.name) for one in caught)),
        caught=caught,
        right=right,
        related=tuple(other for other in reference.governing(rule.quantity) if other is not rule),
    )


def _examples(exercise: Exercise) -> tuple[tuple[Caught, ...], tuple[str, ...]]:
    wrong = [case for case in exercise.cases if case.article.spans]
    right = tuple(case.article.text.strip() for case in exercise.cases if not case.article.spans)
    caught: list[Caught] = []
    for case in wrong:
        found: Sequence[Finding] = findings(case, exercise.bench)
        for span, finding in zip(case.article.spans, found, strict=False):
            text = case.article.text
            before, after = text[: span.start].lstrip(), text[span.end :].rstrip()
            caught.append(Caught(before, span.cut(text), after, finding.code, finding.name, finding.message.zh))
    return tuple(caught), right
