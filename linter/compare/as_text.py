"""A difference for a terminal: what, of which fact, from what to what, and both sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.compare.telling import Said, Story, Told, ToldFinding
from linter.compare.words import APPEARED, DISAPPEARED, SAME, UNSEEN, WHAT, counts
from linter.messages import Message

_SIGNS = {"changed": "~", "added": "+", "removed": "-"}


def as_text(told: Story, names: tuple[str, str], lang: str) -> str:
    """Every change in a paragraph, then the findings, then the counts. ``names`` are those of the two files."""
    lines = [f"--- {names[0]}", f"+++ {names[1]}", ""]
    for change in told.changes:
        lines += [*_change(change, names, lang), ""]
    lines += _findings(DISAPPEARED, told.disappeared, names[0], lang)
    lines += _findings(APPEARED, told.appeared, names[1], lang)
    if not told.changes:
        lines.append(SAME.in_language(lang))
    return "\n".join([*lines, counts(told, lang), UNSEEN.in_language(lang)]) + "\n"


def _change(change: Told, names: tuple[str, str], lang: str) -> Iterator[str]:
    what = WHAT[change.what].in_language(lang)
    yield f"{_SIGNS[change.what]} {what}  {change.subject}  {_values(change)}"
    for name, said in zip(names, (change.old, change.new), strict=True):
        if said is not None:
            yield f"    {name}:{said.line}:{said.column}  {_sentence(said)}"


def _values(change: Told) -> str:
    old, new = (said.words if said else "" for said in (change.old, change.new))
    values = f"{old} → {new}" if change.restated else new or old
    slots = [f"{slot.name} {slot.old} → {slot.new}" for slot in change.slots if slot.id != "value"]
    return "  ".join([values, *slots])


def _sentence(said: Said) -> str:
    return " ".join(f"{said.before}【{said.words}】{said.after}".split())


def _findings(heading: Message, findings: Iterable[ToldFinding], name: str, lang: str) -> Iterator[str]:
    lines = [f"  {name}:{each.place.line}:{each.place.column}  {each.code}  {each.message}" for each in findings]
    return iter([heading.in_language(lang), *lines, ""] if lines else [])
