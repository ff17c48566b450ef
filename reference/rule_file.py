"""One rule file: from its bytes to rules, unknown values and disputes, with a clear word when it is broken."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from reference.fields import RuleError
from reference.format_version import Format, VersionError
from reference.json_in import read_json
from reference.locate import line_of
from reference.model import Dispute, Rule, Unknown
from reference.parse import parse_dispute, parse_rules, parse_unknown

Parsed = TypeVar("Parsed")

FORMAT = Format(
    key="version",
    version="1",
    zh="规定文件",
    en="The rule file",
    remedy_zh="请按 reference/rules/README.md 改写",
    remedy_en="Write it as reference/rules/README.md says",
    unsaid="1",
)


class RuleFileError(Exception):
    """A rule file that cannot be used. ``line`` counts from 1."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message


@dataclass(frozen=True)
class RuleFile:
    """The bytes of a rule file. What it holds is parsed when it is asked for; everything raises RuleFileError."""

    path: Path
    data: bytes

    @classmethod
    def read(cls, path: Path) -> RuleFile:
        """The file at that path."""
        try:
            # The digest of the rules must not depend on a checkout's line ends.
            return cls(path, path.read_bytes().replace(b"\r\n", b"\n"))
        except OSError as error:
            raise RuleFileError(path, 1, f"cannot be read: {error.strerror}") from error

    def rules(self) -> Iterator[tuple[Rule, int]]:
        """The rules, each with the index of its object in the list."""
        return self._each("rules", parse_rules)

    def unknown(self) -> Iterator[Unknown]:
        """The values that were looked for and not found."""
        return (one for one, _ in self._each("unknown", parse_unknown))

    def disputes(self) -> Iterator[Dispute]:
        """What was said against values."""
        return (one for one, _ in self._each("disputes", lambda raw: (parse_dispute(raw),)))

    def error(self, path: tuple[str | int, ...], message: str) -> RuleFileError:
        """The error for the node at ``path``."""
        return RuleFileError(self.path, line_of(self.data.decode("utf-8"), path), message)

    @cached_property
    def _content(self) -> dict[str, Any]:
        try:
            content = decode(self.data)
        except json.JSONDecodeError as error:
            raise RuleFileError(self.path, error.lineno, f"not valid JSON: {error.msg}") from error
        except VersionError as error:
            raise self.error((FORMAT.key,), str(error)) from error
        except ValueError as error:
            raise RuleFileError(self.path, 1, f"cannot be decoded: {error}") from error
        if not isinstance(content, dict) or not isinstance(content.get("rules"), list):
            raise RuleFileError(self.path, 1, "a rule file is an object with a list named 'rules'")
        return content

    def _each(self, key: str, parse: Callable[[Any], Iterable[Parsed]]) -> Iterator[tuple[Parsed, int]]:
        given = self._content.get(key, [])
        if not isinstance(given, list):
            raise self.error((key,), f"'{key}' must be a list")
        for index, raw in enumerate(given):
            try:
                for one in parse(raw):
                    yield one, index
            except RuleError as error:
                raise self.error((key, index, *error.path), error.message) from error


def decode(data: bytes) -> Any:
    """The JSON of a rule file in the form of today, its fractions as Decimal.

    Raises ValueError, also UnicodeDecodeError and VersionError.
    """
    return FORMAT.current(read_json(data.decode("utf-8"), Decimal))
