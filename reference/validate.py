"""Check rule files thoroughly: form, meaning, and whether the figures fit each other. Slower than loading."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from reference.complaint import Complaint, Placed, Recorded, Trouble
from reference.consistency import CONSISTENCY_CHECKS
from reference.fields import Path as Steps
from reference.fields import RuleError
from reference.format_version import VersionError
from reference.json_in import read_json
from reference.load import RULES, RuleFileError, distinct, rule_files
from reference.locate import line_of, repeated_key
from reference.model import Question, Reference, Rule, Unknown
from reference.packs import vocabulary_of
from reference.parse import parse_dispute, parse_rules, parse_unknown
from reference.record_check import record_troubles
from reference.rule_check import RULE_CHECKS
from reference.rule_file import FORMAT
from reference.schema_check import schema_troubles
from reference.vocabulary import in_force

__all__ = ["Complaint", "validate"]


def validate(folders: Sequence[Path] = (RULES,), drafts: Mapping[Path, str] | None = None) -> tuple[Complaint, ...]:
    """Everything wrong with the rule files below the folders, in order of file and line; empty when all is well.

    ``drafts`` are texts that count instead of what stands in their files, which need not exist.
    """
    try:
        words = vocabulary_of(folder for folder in distinct(folders) if folder.is_dir())
    except RuleFileError as error:
        advice = "Mend the words first: what is said with them was not looked at"
        return (Complaint(error.file, error.line, error.message, advice),)
    with in_force(words):
        return _complaints(folders, drafts or {})


def _complaints(folders: Sequence[Path], given: Mapping[Path, str]) -> tuple[Complaint, ...]:
    complaints: list[Complaint] = []
    placed: list[Placed] = []
    recorded: list[Recorded] = []
    for folder in distinct(folders):
        try:
            files = {file for _, file in rule_files((folder,))}
        except RuleFileError as error:
            complaints.append(Complaint(error.file, error.line, error.message, "Give a folder of rule files"))
            continue
        for file in sorted(files | {file for file in given if file.is_relative_to(folder)}):
            for found in _file(file, folder, given.get(file)):
                match found:
                    case Complaint():
                        complaints.append(found)
                    case Placed():
                        placed.append(found)
                    case Recorded():
                        recorded.append(found)
    complaints.extend(_located(placed, recorded, distinct(folders), given))
    return tuple(sorted(set(complaints)))


def _file(file: Path, folder: Path, draft: str | None) -> Iterator[Complaint | Placed | Recorded]:
    """What the file holds as far as it can be read, and what is wrong with its form."""
    try:
        text = file.read_bytes().decode("utf-8") if draft is None else draft
        content = FORMAT.current(read_json(text, Decimal))
    except VersionError as error:
        yield Complaint(file, line_of(text, (FORMAT.key,)), str(error), "See docs/versions.md")
        return
    except json.JSONDecodeError as error:
        yield Complaint(file, error.lineno, f"not valid JSON: {error.msg}", "Mend the punctuation around this line")
        return
    except UnicodeDecodeError:
        yield Complaint(file, 1, "not UTF-8", "Save the file as UTF-8")
        return
    except ValueError as error:
        yield Complaint(file, 1, f"not a rule file: {error}", "Write rules as the other files have them")
        return
    except OSError as error:
        yield Complaint(file, 1, f"cannot be read: {error.strerror}", "Look at its permissions")
        return
    twice = repeated_key(text)
    if twice is not None:
        key, line = twice
        yield Complaint(file, line, f"the key {key!r} stands twice in one object", "Keep one of the two")
        return
    broken = list(schema_troubles(content))
    for steps, wrong, advice in broken:
        yield Complaint(file, line_of(text, steps), wrong, advice)
    if not broken:
        yield from _parsed(file, folder, text, content)


def _parsed(file: Path, folder: Path, text: str, content: Any) -> Iterator[Complaint | Placed | Recorded]:
    for key, place in _PLACES.items():
        for index, raw in enumerate(content.get(key, ())):
            try:
                yield from place(raw, file, folder, (key, index))
            except RuleError as error:
                line = line_of(text, (key, index, *error.path))
                yield Complaint(file, line, error.message, error.advice or "Mend it; nothing else of it was looked at")


def _rules(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Placed]:
    yield from (Placed(rule, file, folder, steps) for rule in parse_rules(raw))


def _unknown(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Recorded]:
    yield from (Recorded(one, file, folder, steps) for one in parse_unknown(raw))


def _disputes(raw: Any, file: Path, folder: Path, steps: Steps) -> Iterator[Recorded]:
    yield Recorded(parse_dispute(raw), file, folder, steps)


_PLACES: Mapping[str, Callable[[Any, Path, Path, Steps], Iterator[Placed | Recorded]]] = {
    "rules": _rules,
    "unknown": _unknown,
    "disputes": _disputes,
}


def _located(
    placed: Sequence[Placed], recorded: Sequence[Recorded], folders: Sequence[Path], drafts: Mapping[Path, str]
) -> Iterator[Complaint]:
    texts: dict[Path, str] = dict(drafts)
    for trouble in _troubles(placed, recorded, folders):
        file = trouble.at.file
        if file not in texts:
            texts[file] = file.read_text(encoding="utf-8")
        line = line_of(texts[file], (*trouble.at.steps, *trouble.inside))
        yield Complaint(file, line, trouble.wrong, trouble.advice)


def _troubles(placed: Sequence[Placed], recorded: Sequence[Recorded], folders: Sequence[Path]) -> Iterator[Trouble]:
    for check in RULE_CHECKS:
        for one in placed:
            yield from check(one)
    counting: dict[Question, Rule] = {}
    for folder in folders:
        # Of two folders the later one answers a question: what is recorded in the earlier one need not know of it.
        counting |= {one.rule.question: one.rule for one in placed if one.folder == folder}
        reference = Reference(tuple(counting.values()), "")
        for record in recorded:
            if record.folder == folder:
                yield from record_troubles(record, reference)
    unknown = tuple(one.record for one in recorded if isinstance(one.record, Unknown))
    reference = Reference(tuple(counting.values()), "", unknown)
    for relation in CONSISTENCY_CHECKS:
        yield from relation(placed, reference)
