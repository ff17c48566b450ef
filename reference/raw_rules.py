"""The rules of a folder as they stand in its files, beside the built-in ones, and what is added to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from reference.additions import Raw, with_rule, with_values
from reference.format_version import VersionError
from reference.load import RULES, rule_files
from reference.packs import rules_in
from reference.rule_file import RuleFileError, decode


@dataclass(frozen=True, slots=True)
class RawRules:
    """``files`` are the contents of the folder's rule files, ``built_in`` the files of the package by name.

    ``changed`` are the files something was added to.
    """

    folder: Path
    files: Mapping[Path, Raw]
    built_in: Mapping[str, Raw]
    changed: tuple[Path, ...] = ()

    @property
    def home(self) -> Path:
        """Where new files lie: a pack keeps its rules in a folder of their own."""
        return rules_in(self.folder)

    @classmethod
    def read(cls, folder: Path) -> RawRules:
        """The rules of the folder. Raises RuleFileError."""
        built_in = {name: _content(file) for name, file in rule_files((RULES,))}
        if folder.resolve() == RULES.resolve():
            return cls(RULES, {RULES / name: content for name, content in built_in.items()}, {})
        return cls(folder, {file: _content(file) for _, file in rule_files((folder,))}, built_in)

    def known(self, rule_id: str) -> Raw | None:
        """The rule of that id, the folder's own before the built-in one."""
        every = (*self.files.values(), *self.built_in.values())
        return next((rule for content in every for rule in content["rules"] if rule.get("id") == rule_id), None)

    def ids(self) -> Iterator[str]:
        """The ids of all rules."""
        for content in (*self.files.values(), *self.built_in.values()):
            yield from (rule["id"] for rule in content["rules"] if "id" in rule)

    def replaces_built_in(self, rule_id: str) -> bool:
        """True when the folder has a rule of its own by the id of a built-in one."""
        built_in = (rule.get("id") for content in self.built_in.values() for rule in content["rules"])
        return self._file_of(rule_id) is not None and rule_id in built_in

    def added(self, rule: Raw, close: bool, name: str | None = None) -> RawRules:
        """With the values of ``rule``, or the whole of it when it is new, in the file it stands in or belongs to.

        A built-in rule comes along whole: in a further folder a rule answers its question alone. ``name`` is the file
        for a rule that has none. Raises RuleError for an overlap.
        """
        file = self._file_of(rule["id"])
        known = self.known(rule["id"])
        if file is None and known is not None:
            rule, close = with_values(known, rule["values"], close), False
        target = file or self.home / (name or self._usual_file(rule))
        return self.with_content(target, with_rule(self.files.get(target), rule, close))

    def with_content(self, file: Path, content: Raw) -> RawRules:
        """With that content in a file of the folder."""
        changed = tuple(dict.fromkeys((*self.changed, file)))
        return replace(self, files={**self.files, file: content}, changed=changed)

    def _file_of(self, rule_id: str) -> Path | None:
        return next(
            (file for file, content in self.files.items() if any(one.get("id") == rule_id for one in content["rules"])),
            None,
        )

    def _usual_file(self, rule: Raw) -> str:
        """The folder of the place and the file of the subject, as other rules of the quantity have it."""
        region = rule["region"] if "region" in rule else rule["regions"][0][:2] + "0000"
        every: Iterable[tuple[str, Raw]] = (
            *((file.name, content) for file, content in self.files.items()),
            *((name.rpartition("/")[2], content) for name, content in self.built_in.items()),
        )
        like = (name for name, content in every if any(_alike(one, rule) for one in content["rules"]))
        return f"{region}/{next(like, rule['quantity'].partition('.')[0] + '.json')}"


def _content(file: Path) -> Raw:
    try:
        content: Raw = decode(file.read_bytes())
    except VersionError as error:
        raise RuleFileError(file, 1, str(error)) from error
    except ValueError as error:
        raise RuleFileError(file, getattr(error, "lineno", 1), f"not valid JSON: {error}") from error
    return content


def _alike(one: Raw, other: Raw) -> bool:
    return bool(one.get("quantity") == other["quantity"])
