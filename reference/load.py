"""Load the rules: those of the package and those of further folders or packs, which come before them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reference.compiled import kept
from reference.model import Dispute, DisputeVerdict, Question, Reference, Replaced, Rule, Unknown
from reference.packs import rules_in, vocabulary_of, word_files
from reference.rule_file import RuleFile, RuleFileError

__all__ = ["RULES", "RuleFileError", "load_folders", "load_reference", "rule_files"]

RULES = Path(__file__).parent / "rules"
"""The rules that come with the package: ``<region code>/<subject>.json``."""


@dataclass(frozen=True, slots=True)
class Pack:
    """What one folder of rule files holds."""

    rules: tuple[Rule, ...]
    unknown: tuple[Unknown, ...]
    disputes: tuple[Dispute, ...]


def load_reference(extra_dirs: Sequence[Path] = ()) -> Reference:
    """The rules of the package and of further folders. Raises RuleFileError for the first file that is broken.

    A rule of a later folder replaces one of an earlier folder that answers the same question; what was replaced is told
    in ``Reference.replaced``. A rule that takes the id of one with another question is an error.
    """
    return load_folders((RULES, *extra_dirs))


def load_folders(folders: Sequence[Path]) -> Reference:
    """The rules of these folders, or files, alone, each read once, as above. Raises RuleFileError."""
    digest = hashlib.sha256()
    packs: list[Pack] = []
    for folder in distinct(folders):
        files = {name: RuleFile.read(path) for name, path in rule_files((folder,))}
        _add(digest, files)
        _add(digest, {name: RuleFile.read(path) for name, path in word_files(folder)})
        taken = {rule.id: rule for pack in packs for rule in pack.rules}
        if folder == RULES and not packs:
            packs.append(kept(digest.hexdigest(), partial(_pack, files.values())))
        else:
            packs.append(_pack(files.values(), taken))
    rules, replaced = _overlaid(packs)
    disputes = tuple(dispute for pack in packs for dispute in pack.disputes)
    unknown = tuple(one for pack in packs for one in pack.unknown)
    counting, words = tuple(_with_disputes(rules, disputes)), vocabulary_of(distinct(folders))
    return Reference(counting, digest.hexdigest(), unknown, disputes, replaced, words)


def distinct(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders, each once however it is written: the built-in rules may be named as a folder of one's own."""
    first: dict[Path, Path] = {}
    for folder in folders:
        first.setdefault(_real(folder), folder)
    return tuple(first.values())


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, ValueError):  # looking for its files will say that there is no such folder
        return folder


def rule_files(folders: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """The rule files below the folders, each folder's in order of their path in it; a file is itself one.

    Of a pack they are those below its ``rules``. Raises RuleFileError.
    """
    for folder in map(rules_in, folders):
        try:
            kind = folder.stat().st_mode
        except (OSError, ValueError):  # a name may be one that no file can have
            raise RuleFileError(folder, 1, "no such folder of rules") from None
        if not stat.S_ISDIR(kind):
            yield folder.name, folder
            continue
        yield from sorted((path.relative_to(folder).as_posix(), path) for path in _json_files(folder))


def _json_files(folder: Path) -> Iterator[Path]:
    for below, _, names in os.walk(folder):
        yield from (Path(below, name) for name in names if name.endswith(".json"))


def _add(digest: hashlib._Hash, files: Mapping[str, RuleFile]) -> None:
    for name, file in files.items():
        digest.update(name.encode() + b"\0" + file.data + b"\0")


def _pack(files: Iterable[RuleFile], taken: Mapping[str, Rule] | None = None) -> Pack:
    """What the files hold. ``taken`` are the rules of earlier folders, by id."""
    earlier = taken or {}
    rules: dict[str, Rule] = {}
    unknown: list[Unknown] = []
    disputes: list[Dispute] = []
    for file in files:
        for rule, index in file.rules():
            other = rules.get(rule.id, earlier.get(rule.id))
            if rule.id in rules or (other is not None and other.question != rule.question):
                message = f"the id {rule.id!r} is taken already: two rules must not share one"
                raise file.error(("rules", index, "id"), message)
            rules[rule.id] = rule
        unknown += file.unknown()
        disputes += file.disputes()
    return Pack(tuple(rules.values()), tuple(unknown), tuple(disputes))


def _overlaid(packs: Sequence[Pack]) -> tuple[Iterable[Rule], tuple[Replaced, ...]]:
    """The rules that count, and those that gave way to one of a later folder."""
    if len(packs) == 1:
        return packs[0].rules, ()
    rules: dict[Question, Rule] = {}
    replaced: list[Replaced] = []
    for pack in packs:
        answered = dict(rules)
        for rule in pack.rules:
            if rule.question in answered:
                replaced.append(Replaced(answered[rule.question], rule))
            rules[rule.question] = rule
    return rules.values(), tuple(replaced)


def _with_disputes(rules: Iterable[Rule], disputes: Iterable[Dispute]) -> Iterator[Rule]:
    """The rules, their values marked about which somebody's dispute is open."""
    open_ones = {(one.rule, one.start) for one in disputes if one.verdict is DisputeVerdict.OPEN}
    disputed = {rule for rule, _ in open_ones}
    for rule in rules:
        if rule.id not in disputed:
            yield rule
            continue
        values = (replace(one, disputed=(rule.id, one.period.start) in open_ones) for one in rule.values)
        yield replace(rule, values=tuple(values))
