"""Changes of rules in words and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from linter.cli.counted import counted
from reference.changes import Aspect, RuleChange, ValueChange
from reference.model import Rule, Value
from reference.plain_json import Json
from reference.rule_json import rule_object, value_object
from reference.shown import cited, shown_days, shown_value

_WORDS = ("added", "removed", "ended", "changed")
_MINOR = frozenset({Aspect.WORDING, Aspect.UPKEEP})


def change_lines(change: RuleChange, every: bool = True) -> Iterator[str]:
    """The change in words, one line a value; without ``every`` nothing of wording and upkeep."""
    before, after = change.before, change.after
    if before is None or after is None:
        for word, rule in (("removed", before), ("added", after)):
            if rule is not None:
                yield from _whole_rule(rule, word)
        return
    lines = [*_of_rule(before, after, change.aspects, every)]
    lines += [line for one in change.values for line in _of_value(one, every)]
    if lines:
        yield f"{change.id}: {after.title}"
        yield from (f"  {line}" for line in lines)


def summary(found: Sequence[RuleChange]) -> str:
    """How many rules and values came, went and changed."""
    rules = Counter("added" if one.before is None else "removed" if one.after is None else "changed" for one in found)
    values = Counter(_kind(each) for one in found for each in one.values)
    if not found:
        return "nothing differs"
    said = [f"{counted(rules[word], 'rule')} {word}" for word in ("added", "removed", "changed") if rules[word]]
    said += [
        f"{counted(values[word], 'value')} {word}" for word in ("added", "removed", "ended", "changed") if values[word]
    ]
    return ", ".join(said)


def change_object(change: RuleChange) -> dict[str, Json]:
    """The change as JSON: what of the rule differs, and its values before and after."""
    return {
        "id": change.id,
        "change": "added" if change.before is None else "removed" if change.after is None else "changed",
        "bears": change.bears,
        "aspects": [aspect.value for aspect in change.aspects],
        "before": _rule_side(change.before),
        "after": _rule_side(change.after),
        "values": [_value_object(one) for one in change.values],
    }


def _whole_rule(rule: Rule, word: str) -> Iterator[str]:
    yield f"{rule.id}: {rule.title}"
    yield f"  rule {word}"
    for value in rule.values:
        yield f"    {_shown(value)}"


def _of_rule(before: Rule, after: Rule, aspects: Sequence[Aspect], every: bool) -> Iterator[str]:
    if Aspect.SCOPE in aspects:
        old, new = rule_object(before), rule_object(after)
        for name in ("kind", "quantity", "region", "where", "unit", "per"):
            if old[name] != new[name]:
                yield f"{name}: {old[name]} → {new[name]}"
    if Aspect.WORDING in aspects and every:
        yield "title or note reworded"


def _of_value(change: ValueChange, every: bool) -> Iterator[str]:
    before, after = change.before, change.after
    if before is None or after is None:
        yield from (f"value {word}: {_shown(one)}" for word, one in (("removed", before), ("added", after)) if one)
        return
    said = [_SAID[aspect](before, after) for aspect in change.aspects if every or aspect not in _MINOR]
    if said:
        yield f"value since {before.period.start or 'always'} ({shown_value(after)}) {_kind(change)}: {'; '.join(said)}"


def _kind(change: ValueChange) -> str:
    if change.before is None:
        return "added"
    if change.after is None:
        return "removed"
    ended = change.before.period.end is None and change.after.period.end is not None
    return "ended" if ended and Aspect.VALUE not in change.aspects else "changed"


def _shown(value: Value) -> str:
    return f"{shown_days(value)}: {shown_value(value)} ({value.evidence}, {cited(value.source)})"


def _end(value: Value) -> str:
    if value.known_until:
        return f"documented to {value.known_until}"
    return f"to {value.period.end}" if value.period.end else "open"


_SAID: Mapping[Aspect, Callable[[Value, Value], str]] = {
    Aspect.VALUE: lambda old, new: f"{shown_value(old)} → {shown_value(new)}",
    Aspect.START: lambda old, new: f"starts {old.period.start or 'always'} → {new.period.start or 'always'}",
    Aspect.END: lambda old, new: f"{_end(old)} → {_end(new)}",
    Aspect.STATE: lambda old, new: f"{old.state} → {new.state}",
    Aspect.EVIDENCE: lambda old, new: f"{old.evidence} → {new.evidence}",
    Aspect.DISPUTE: lambda old, new: "now disputed" if new.disputed else "no longer disputed",
    Aspect.ANNOUNCED: lambda old, new: f"announced {old.announced or '—'} → {new.announced or '—'}",
    Aspect.SOURCE: lambda old, new: f"source {cited(old.source)} → {cited(new.source)}",
    Aspect.WORDING: lambda old, new: "display or note reworded",
    Aspect.UPKEEP: lambda old, new: (
        f"verified {old.verified_on} → {new.verified_on}, review {_review(old)} → {_review(new)}"
    ),
}


def _review(value: Value) -> str:
    return str(value.review_by or "—")


def _rule_side(rule: Rule | None) -> Json:
    return None if rule is None else {**rule_object(rule), "values": [value_object(value) for value in rule.values]}


def _value_object(change: ValueChange) -> dict[str, Json]:
    return {
        "change": _kind(change),
        "bears": change.bears,
        "aspects": [aspect.value for aspect in change.aspects],
        "before": None if change.before is None else value_object(change.before),
        "after": None if change.after is None else value_object(change.after),
    }
