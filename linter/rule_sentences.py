"""First cases for a rule: a sentence that it makes right and one that it makes wrong, tried before they are offered."""

from __future__ import annotations

from collections.abc import Iterator

from linter.bench import Bench
from linter.casefile import Marked
from linter.finding import Finding
from linter.rule_cases import RuleCase, base_id, findings
from reference.display import display
from reference.model import Rule, Value
from reference.mutants import mutants
from reference.payloads import NUMERIC
from reference.regions import COUNTRY
from reference.shown import shown_place

_FRAMES = ("{place}{title}是{value}。", "{place}{title}为{value}。", "{title}:{value}。")


def first_sentences(rule: Rule, bench: Bench) -> tuple[str, ...]:
    """A right sentence and a wrong one with its error in 【】, for a rule of numbers.

    There is none where no plain sentence is understood as the rule's, or the rule has no value today.

    ``bench`` has the rule among its own, and the day that counts as now.
    """
    return next(_understood(rule, bench), ())


def _understood(rule: Rule, bench: Bench) -> Iterator[tuple[str, str]]:
    value = rule.value_on(bench.as_of)
    if value is None or rule.kind not in NUMERIC:
        return
    shifted = [mutant.rule.value_on(bench.as_of) for mutant in mutants(rule)]
    for frame in _FRAMES:
        right = _sentence(frame, rule, value, bench)
        if _found(right, rule, bench):
            continue
        for other in shifted:
            wrong = other and _sentence(frame, rule, other, bench)
            found = _found(wrong, rule, bench) if wrong and wrong != right else ()
            if wrong and len(found) == 1 and _rests_on(found[0], rule):
                yield right, Marked(wrong, (found[0].span,)).written


def _sentence(frame: str, rule: Rule, value: Value, bench: Bench) -> str:
    place = "" if rule.region == COUNTRY or shown_place(rule.region) in rule.title else shown_place(rule.region)
    return frame.format(place=place, title=rule.title, value=display(value.accepts, rule.unit or "", rule.per))


def _found(sentence: str, rule: Rule, bench: Bench) -> tuple[Finding, ...]:
    return findings(RuleCase(base_id(rule), Marked(sentence, ()), bench.as_of), bench)


def _rests_on(finding: Finding, rule: Rule) -> bool:
    return finding.rule is not None and base_id(finding.rule.rule) == base_id(rule)
