"""As the days pass, only what a coming day of the rules explains may change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from linter.article import Article
from linter.bench import Bench
from linter.engine import Linted, lint_document
from linter.finding import Finding
from linter.rule_cases import RuleCase, base_id, read_case, read_rule_cases
from linter.settings import Settings, bench_of
from linter.text import Span
from linter.understanding import Understood, understand
from reference.model import Reference

AS_OF = date(2026, 11, 21)
DAYS = (0, 90, 365, 3650)
TIMELESS = ("arithmetic", "contradiction")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "articles").iterdir())


@dataclass(frozen=True)
class Text:
    """An article understood once, its day of judgement, and the sentence of a rule that it is, if it is one."""

    understood: Understood
    as_of: date
    case: RuleCase | None = None


Outcomes = Callable[[int], list[tuple[Text, Linted]]]


@pytest.fixture(scope="module")
def bench() -> Bench:
    return bench_of(Settings(AS_OF, "audit"))


@pytest.fixture(scope="module")
def outcomes(bench: Bench) -> Outcomes:
    """What is found in every text so many days after its own."""
    texts = [Text(read_case(case, bench), case.as_of, case) for case in read_rule_cases().cases]
    texts += [Text(understand(Article.at(path).read(), bench.regions), AS_OF) for path in EXAMPLES]

    def at(text: Text, days: int) -> Linted:
        return lint_document(text.understood, replace(bench, as_of=text.as_of + timedelta(days)))

    return cache(lambda days: [(text, at(text, days)) for text in texts])


def places(text: Text, outcome: Linted) -> list[Span]:
    return [text.understood.document.source_map.to_source(finding.span) for finding in outcome.result.findings]


def turns(rule: str, reference: Reference, after: date, until: date) -> bool:
    """True when a value of the rule begins or ends, or its documents do, on one of these days."""
    values = [value for each in reference.rules if base_id(each) == rule for value in each.values]
    starts = [value.period.start for value in values]
    ends = [value.period.end + timedelta(1) for value in values if value.period.end is not None]
    return any(day is not None and after < day <= until for day in (*starts, *ends))


def overtaken(finding: Finding, then: date, now: date) -> bool:
    """True for a finding of a value that came after the text was written, or of a deadline that has passed since."""
    if finding.family in TIMELESS:
        return False
    if finding.rule is None:
        return then <= date.fromisoformat(dict(finding.claim)["until"]) < now
    start = finding.rule.value.period.start
    return start is not None and then < start <= now


def unexplained(text: Text, outcome: Linted, days: int, reference: Reference) -> Iterator[str]:
    """What differs from the case so many days later, and no value that begins or ends meanwhile accounts for."""
    case, day, found = text.case, text.as_of + timedelta(days), places(text, outcome)
    if case is None:
        return
    for place, finding in zip(found, outcome.result.findings, strict=True):
        if place not in case.article.spans and not overtaken(finding, case.as_of, day):
            yield f"{case.marked}: unexpected {finding.code}: {finding.message.zh}"
    for span in case.article.spans:
        if span not in found and not turns(case.rule, reference, case.as_of, day):
            yield f"{case.marked}: nothing found at 「{span.cut(case.article.text)}」"


@pytest.mark.parametrize("days", DAYS)
def test_sentences_of_the_rules_change_only_where_a_value_comes_or_goes(outcomes, bench, days) -> None:
    found = [line for each in outcomes(days) for line in unexplained(*each, days, bench.reference)]
    assert found == []


@pytest.mark.parametrize("days", DAYS[1:])
def test_the_arrival_of_values_changes_some_sentences(outcomes, days) -> None:
    """Else the test above would look at nothing."""
    changed = [
        text for text, outcome in outcomes(days) if text.case and places(text, outcome) != [*text.case.article.spans]
    ]
    assert changed


@pytest.mark.parametrize("days", DAYS[1:])
def test_time_changes_no_calculation_and_no_contradiction(outcomes, days) -> None:
    for (text, then), (_, later) in zip(outcomes(0), outcomes(days), strict=True):
        assert timeless(later) == timeless(then), text.understood.document.text


@pytest.mark.parametrize("days", DAYS)
def test_no_day_crashes_a_check(outcomes, days) -> None:
    assert [problem for _, outcome in outcomes(days) for problem in outcome.problems] == []


def timeless(outcome: Linted) -> list[tuple[str, Span, str]]:
    return [(each.code, each.span, each.message.zh) for each in outcome.result.findings if each.family in TIMELESS]
