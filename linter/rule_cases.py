"""Cases for rules, written as data: sentences a rule makes right or wrong. With them every value proves that it counts.

One YAML file for each rule file, ``reference/cases/<region>/<subject>.yml``: ``as_of`` and, below the id of each rule
(without the ``@<code>`` of a rule for several places), its sentences. What must be found stands in 【】; a sentence
without marks is right, and nothing may be found in it.

    as_of: 2026-11-21
    national.pension.rate.employer:
    - 企业为职工缴纳养老保险的比例是16%。
    - 企业为职工缴纳养老保险的比例是【17%】。
    - text: 企业为职工缴纳养老保险的比例一般不超过20%。
      published: 2015-03-01

``published``, ``region`` (a place name), ``format`` and ``as_of`` may stand in one of them. Exceptions say why:
``exempt`` names rules that no sentence can break, ``survivors`` shifted values (see ``reference.mutants``) that no
sentence can tell from the right ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from linter.article import Article
from linter.bench import Bench
from linter.casefile import CaseError, Marked, marked_articles
from linter.engine import lint_document
from linter.finding import Finding
from linter.text import Span
from linter.understanding import Understood, understand
from reference.model import Rule
from reference.mutants import Mutant, mutants, with_rules

CASES = Path(__file__).parents[1] / "reference" / "cases"
"""The cases of the rules that come with the package."""

_DAYS = ("as_of", "published")
_KEYS = frozenset({"text", "region", "format", *_DAYS})
_NOT_RULES = frozenset({"as_of", "exempt", "survivors"})


@dataclass(frozen=True, slots=True)
class RuleCase:
    """An article, usually one sentence, that the rule ``rule`` makes right (no spans) or wrong."""

    rule: str
    article: Marked
    as_of: date
    region: str | None = None
    published: date | None = None
    format: str = "md"

    @property
    def marked(self) -> str:
        """The text as it was written, with 【】 around what must be found."""
        return self.article.written


@dataclass(frozen=True, slots=True)
class RuleCases:
    """Cases in order of file and place; why rules need none (``exempt``) and shifted values stay unnoticed."""

    cases: tuple[RuleCase, ...]
    exempt: Mapping[str, str]
    survivors: Mapping[str, str]


def read_rule_cases(*folders: Path) -> RuleCases:
    """All cases below the folders, or those of the package. Raises ``CaseError``, ``OSError``, ``yaml.YAMLError``."""
    files = [(file, _content(file)) for folder in folders or (CASES,) for file in sorted(folder.rglob("*.yml"))]
    return RuleCases(
        tuple(case for file, content in files for case in _cases(file, content)),
        {rule: why for _, content in files for rule, why in content.get("exempt", {}).items()},
        {mutant: why for _, content in files for mutant, why in content.get("survivors", {}).items()},
    )


def cases_of(rule: Rule, *folders: Path) -> tuple[RuleCase, ...]:
    """The cases of one rule, from the package and the folders. Raises as above.

    Only the files that name it are parsed, as YAML takes its time.
    """
    name = base_id(rule)
    every = (file for folder in (CASES, *folders) for file in sorted(folder.rglob("*.yml")))
    files = (file for file in every if name in file.read_text(encoding="utf-8"))
    return tuple(case for file in files for case in _cases(file, _content(file)) if case.rule == name)


def base_id(rule: Rule) -> str:
    """The id by which cases name the rule: without the code of one of its places."""
    return rule.id.partition("@")[0]


@dataclass(frozen=True)
class Exercise:
    """The cases of one rule, read and understood once: the rules may then be changed again and again.

    ``rules`` are those of the id, one for each place.
    """

    rules: tuple[Rule, ...]
    cases: tuple[RuleCase, ...]
    bench: Bench

    @property
    def rule_id(self) -> str:
        """The id that the cases name."""
        return base_id(self.rules[0])

    def failures(self) -> Iterator[str]:
        """What is not as the cases want it."""
        for case, understood in zip(self.cases, self._understood, strict=True):
            for problem in _differences(case, understood, self.bench):
                yield f"{case.rule}: {case.article.text.strip()}: {problem}"

    def survivors(self) -> Iterator[Mutant]:
        """The shifted values that no case notices."""
        for at_each_place in zip(*(mutants(rule) for rule in self.rules), strict=True):
            rules = with_rules(self.bench.reference.rules, (mutant.rule for mutant in at_each_place))
            bench = replace(self.bench, reference=replace(self.bench.reference, rules=rules))
            if not any(self._fails(bench)):
                yield at_each_place[0]

    def _fails(self, bench: Bench) -> Iterator[bool]:
        for case, understood in zip(self.cases, self._understood, strict=True):
            yield any(True for _ in _differences(case, understood, bench))

    @cached_property
    def _understood(self) -> tuple[Understood, ...]:
        return tuple(read_case(case, self.bench) for case in self.cases)


def exercises(cases: Iterable[RuleCase], bench: Bench) -> Iterator[Exercise]:
    """The cases of every rule of the bench, also of those that have none; in order of the rules' ids.

    Raises ``CaseError`` for cases of a rule that does not exist.
    """
    rules: dict[str, list[Rule]] = {}
    for rule in bench.reference.rules:
        rules.setdefault(base_id(rule), []).append(rule)
    mine: dict[str, list[RuleCase]] = {}
    for case in cases:
        if case.rule not in rules:
            raise CaseError(f"there is no rule {case.rule!r} for 「{case.article.text.strip()}」")
        mine.setdefault(case.rule, []).append(case)
    for rule_id in sorted(rules):
        yield Exercise(tuple(rules[rule_id]), tuple(mine.get(rule_id, ())), bench)


def findings(case: RuleCase, bench: Bench) -> tuple[Finding, ...]:
    """What is found in the article of a case."""
    return lint_document(read_case(case, bench), replace(bench, as_of=case.as_of)).result.findings


def read_case(case: RuleCase, bench: Bench) -> Understood:
    """The article of a case, read and understood."""
    article = Article(f"case.{case.format}", case.article.text.encode(), case.region, case.published)
    return understand(article.read(), bench.regions, bench.vocabulary)


def _differences(case: RuleCase, understood: Understood, bench: Bench) -> Iterator[str]:
    linted = lint_document(understood, replace(bench, as_of=case.as_of))
    yield from (problem.reason.en for problem in linted.problems)
    found = linted.result.findings
    source_map = understood.document.source_map
    places = [source_map.to_source(finding.span) for finding in found]
    for span in case.article.spans:
        if span not in places:
            yield f"nothing found at 「{_quote(case, span)}」"
    for span, finding in zip(places, found, strict=True):
        if span not in case.article.spans:
            yield f"unexpected: {finding.code} at 「{_quote(case, span)}」: {finding.message.zh}"
    if case.article.spans and found and not any(_rests_on(finding, case.rule) for finding in found):
        yield f"what is found does not rest on the rule: {_cited(found)}"


def _quote(case: RuleCase, span: Span) -> str:
    return span.cut(case.article.text)


def _rests_on(finding: Finding, rule_id: str) -> bool:
    return finding.rule is not None and base_id(finding.rule.rule) == rule_id


def _cited(found: Sequence[Finding]) -> str:
    return ", ".join(f"{one.code} {one.rule.rule.id if one.rule else 'no rule'}" for one in found)


def _content(file: Path) -> Mapping[str, Any]:
    # Every scalar stays as written: 16.0 and 2026 are parts of a text, not numbers.
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    if not isinstance(content, dict) or "as_of" not in content:
        raise CaseError(f"{file}: a file of rule cases starts with as_of, the day that counts as now")
    return content


def _cases(file: Path, content: Mapping[str, Any]) -> Iterator[RuleCase]:
    for rule_id, given in content.items():
        if rule_id in _NOT_RULES:
            continue
        if not isinstance(given, list):
            raise CaseError(f"{file}: below {rule_id} stands a list of sentences")
        yield from (_case(file, rule_id, content["as_of"], one) for one in given)


def _case(file: Path, rule_id: str, as_of: str, given: Any) -> RuleCase:
    slots: Mapping[str, Any] = {"text": given} if isinstance(given, str) else given
    if not isinstance(slots, dict) or not isinstance(slots.get("text"), str):
        raise CaseError(f"{file}: a case of {rule_id} has no text")
    unknown = slots.keys() - _KEYS
    if unknown:
        raise CaseError(f"{file}: a case of {rule_id} has the unknown key {sorted(unknown)[0]}")
    own: dict[str, Any] = {"as_of": as_of, **slots}
    try:
        own |= {key: date.fromisoformat(own[key]) for key in _DAYS if key in own}
        (article,) = marked_articles(own.pop("text"))
    except ValueError as error:
        raise CaseError(f"{file}: a case of {rule_id}: {error}") from error
    return RuleCase(rule_id, article, **own)
