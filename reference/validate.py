"""Check rule files thoroughly: form, meaning, and whether the figures fit each other. Slower than loading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from reference.complaint import Complaint, Placed, PlacedDispute, PlacedUnknown, Spot, Trouble
from reference.consistency import CONSISTENCY_CHECKS
from reference.fields import Path as Steps
from reference.fields import RuleError
from reference.load import RULES, ReferenceError, rule_files
from reference.locate import line_of
from reference.model import Reference
from reference.parse import parse_dispute, parse_rules, parse_unknown
from reference.record_check import DISPUTE_CHECKS, UNKNOWN_CHECKS
from reference.rule_check import RULE_CHECKS
from reference.schema_check import schema_troubles

__all__ = ["Complaint", "validate"]


def validate(folders: Sequence[Path] = (RULES,)) -> tuple[Complaint, ...]:
    """Everything wrong with the rule files below the folders, in order of file and line; empty when all is well."""
    complaints: list[Complaint] = []
    placed: list[Spot] = []
    for folder in folders:
        try:
            files = [file for _, file in rule_files((folder,))]
        except ReferenceError as error:
            complaints.append(Complaint(error.file, error.line, error.message, "Give a folder of rule files"))
            continue
        for file in files:
            found = list(_file(file, folder))
            complaints.extend(one for one in found if isinstance(one, Complaint))
            placed.extend(one for one in found if isinstance(one, Spot))
    complaints.extend(_located(placed))
    return tuple(sorted(set(complaints)))


def _file(file: Path, folder: Path) -> Iterator[Complaint | Spot]:
    """What a file holds that can be read, and what is wrong with its form."""
    try:
        text = file.read_bytes().decode("utf-8")
        content = json.loads(text, parse_float=Decimal, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        yield Complaint(file, error.lineno, f"not valid JSON: {error.msg}", "Mend the punctuation around this line")
        return
    except UnicodeDecodeError:
        yield Complaint(file, 1, "not UTF-8", "Save the file as UTF-8")
        return
    except (OSError, ValueError) as error:
        yield Complaint(file, 1, str(error), "Mend the file")
        return
    broken = list(schema_troubles(content))
    for steps, wrong, advice in broken:
        yield Complaint(file, line_of(text, steps), wrong, advice)
    for key, place in _LISTS.items() if not broken else ():
        for index, raw in enumerate(content.get(key, ())):
            try:
                yield from place(raw, file, folder, (key, index))
            except RuleError as error:
                called = "rule" if key == "rules" else "entry"
                line = line_of(text, (key, index, *error.path))
                yield Complaint(file, line, error.message, f"Mend the {called}; nothing else of it was looked at")


def _rules(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Spot]:
    return (Placed(file=file, folder=folder, steps=steps, rule=rule) for rule in parse_rules(raw))


def _unknown(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Spot]:
    return (PlacedUnknown(file=file, folder=folder, steps=steps, unknown=one) for one in parse_unknown(raw))


def _disputes(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Spot]:
    yield PlacedDispute(file=file, folder=folder, steps=steps, dispute=parse_dispute(raw))


_LISTS: dict[str, Callable[[Any, Path, Path, Steps], Iterable[Spot]]] = {
    "rules": _rules,
    "unknown": _unknown,
    "disputes": _disputes,
}


def _located(placed: Sequence[Spot]) -> Iterator[Complaint]:
    texts: dict[Path, str] = {}
    for trouble in _troubles(placed):
        file = trouble.at.file
        if file not in texts:
            texts[file] = file.read_text(encoding="utf-8")
        line = line_of(texts[file], (*trouble.at.steps, *trouble.inside))
        yield Complaint(file, line, trouble.wrong, trouble.advice)


def _troubles(placed: Sequence[Spot]) -> Iterator[Trouble]:
    rules = [one for one in placed if isinstance(one, Placed)]
    unknown = [one for one in placed if isinstance(one, PlacedUnknown)]
    disputes = [one for one in placed if isinstance(one, PlacedDispute)]
    for check in RULE_CHECKS:
        for rule in rules:
            yield from check(rule)
    # Of two folders the later one answers a question: the others must fit its answer.
    counting = {one.rule.question: one.rule for one in rules}
    reference = Reference(tuple(counting.values()), "", tuple(one.unknown for one in unknown))
    for relation in CONSISTENCY_CHECKS:
        yield from relation(rules, reference)
    for record_check in UNKNOWN_CHECKS:
        for one in unknown:
            yield from record_check(one, reference)
    named = Reference(tuple(one.rule for one in rules), "")
    for dispute_check in DISPUTE_CHECKS:
        for dispute in disputes:
            yield from dispute_check(dispute, named)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one object")
    return content
