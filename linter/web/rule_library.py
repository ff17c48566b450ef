"""The reference as the page shows it: rules by words, one rule with its history, the checks, the places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from linter.check import Check
from linter.check_pages import check_text
from linter.messages import Message
from reference.model import Dispute, Reference, Rule, Unknown, Value
from reference.plain_json import Json, day
from reference.regions import COUNTRY, Level, RegionTable
from reference.rule_json import rule_object, value_object
from reference.search import search, words_of
from reference.shown import shown_place
from reference.vocabulary import in_force

_RELATED_AT_MOST = 40
_LISTED = frozenset({Level.COUNTRY, Level.PROVINCE, Level.PREFECTURE})


@dataclass(frozen=True, slots=True)
class Library:
    """The rules and checks that are browsed."""

    reference: Reference
    checks: tuple[Check, ...]

    def found(self, query: str, place: str | None, as_of: date, limit: int) -> dict[str, Json]:
        """The rules that hold all words of the query, best first; all rules, by place and title, for none."""
        with in_force(self.reference.vocabulary):
            return self._found(words_of(query), place, as_of, limit)

    def _found(self, words: tuple[str, ...], place: str | None, as_of: date, limit: int) -> dict[str, Json]:
        rules = self.reference.rules
        if words:
            hits = [hit.rule for hit in search(rules, words, place)]
        else:
            hits = sorted(_within(rules, place), key=lambda rule: (rule.region, rule.title, rule.id))
        return {"total": len(hits), "rules": [_short(rule, as_of) for rule in hits[:limit]]}

    def rule(self, rule_id: str, as_of: date) -> dict[str, Json] | None:
        """A rule with all its values and what is recorded about it; ``None`` for an unknown id."""
        rule = self.reference.rule(rule_id)
        if rule is None:
            return None
        with in_force(self.reference.vocabulary):
            return self._whole(rule, as_of)

    def _whole(self, rule: Rule, as_of: date) -> dict[str, Json]:
        related = [other for other in self.reference.governing(rule.quantity) if other is not rule]
        return {
            **_short(rule, as_of),
            "note": rule.note,
            "values": [value_object(value) for value in rule.values],
            "unknown": [_unknown(one) for one in self.reference.unknown if one.concerns(rule)],
            "disputes": [_dispute(one) for one in self.reference.disputes if one.rule == rule.id],
            "related": [_short(other, as_of) for other in related[:_RELATED_AT_MOST]],
            "as_of": as_of.isoformat(),
        }

    def all_checks(self) -> list[Json]:
        """What every check says of itself, in order of code."""
        return [_check(check) for check in self.checks]


def places() -> list[Json]:
    """The country, provinces and prefectures with their codes, in order of code."""
    table = RegionTable.load()
    codes = [COUNTRY, *(code for code in table if table.level(code) in _LISTED and code != COUNTRY)]
    return [{"code": code, "name": shown_place(code)} for code in codes]


def _within(rules: Iterable[Rule], place: str | None) -> list[Rule]:
    """The rules of a place and of those in it; of the country only its own."""
    if place is None:
        return list(rules)
    table = RegionTable.load()
    return [rule for rule in rules if rule.region == place or (place != COUNTRY and table.within(rule.region, place))]


def _short(rule: Rule, as_of: date) -> dict[str, Json]:
    value = rule.value_on(as_of)
    return {**rule_object(rule), "place": shown_place(rule.region), "value": _of_the_day(value)}


def _of_the_day(value: Value | None) -> dict[str, Json] | None:
    return None if value is None else value_object(value)


def _unknown(one: Unknown) -> dict[str, Json]:
    return {
        "from": day(one.period.start),
        "to": day(one.period.end),
        "why": one.why,
        "tried": [{"on": day(attempt.on), "what": attempt.what} for attempt in one.tried],
    }


def _dispute(one: Dispute) -> dict[str, Json]:
    return {"on": day(one.on), "by": one.by, "says": one.says, "verdict": one.verdict.value, "why": one.why}


def _check(check: Check) -> dict[str, Json]:
    about = check_text(check)
    summary: Message = about.summary
    return {
        "code": check.code,
        "name": check.name,
        "family": check.family,
        "severity": check.severity.value,
        "summary": {"zh": summary.zh, "en": summary.en},
        "documentation": about.plain,
    }
