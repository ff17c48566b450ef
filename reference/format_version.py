"""Versions of files that are read again: an older one is brought up to date, another is refused in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Content: TypeAlias = dict[str, Any]
Step: TypeAlias = Callable[[Content], Content]
"""From the content of one version to that of a later one, with the later version under the format's key."""


class VersionError(ValueError):
    """A file is of a version that is not understood; the message says, in both languages, which are and what to do."""

    def __init__(self, message: str, older: bool) -> None:
        super().__init__(message)
        self.older = older


@dataclass(frozen=True)
class Format:
    """A format whose files say their version under ``key``.

    ``zh`` and ``en`` are what it is called, ``remedy_zh`` and ``remedy_en`` what to do with a file that is too old.
    ``unsaid`` is the version of a file that says none; ``None`` where every file has to say it. ``steps`` are the ways
    up, each by the version it begins with: a new version of a format brings the step from the last one along.
    """

    key: str
    version: str
    zh: str
    en: str
    remedy_zh: str
    remedy_en: str
    unsaid: str | None = None
    steps: Mapping[str, Step] = field(default_factory=dict)

    @property
    def understood(self) -> tuple[str, ...]:
        """The versions that can be read, in order."""
        return tuple(sorted((*self.steps, self.version), key=_order))

    def current(self, content: Any) -> Any:
        """The content as today's version has it. Raises ``VersionError``.

        What is no object has no version: it is returned as it is, for whoever says what the file should hold.
        """
        if not isinstance(content, dict):
            return content
        while self._said(content) in self.steps:
            content = self.steps[self._said(content)](content)
        if self._said(content) != self.version:
            raise self._refusal(self._said(content))
        return content

    def outdated(self, zh: str, en: str) -> str:
        """What to do with a file that is too old, behind what shows that it is, in both languages."""
        return self._told((f"{self.zh}{zh}", self.remedy_zh), (f"{self.en} {en}", self.remedy_en))

    def _said(self, content: Content) -> str:
        return str(content.get(self.key, self.unsaid or ""))

    def _refusal(self, said: str) -> VersionError:
        order, todays = _order(said), _order(self.version)
        if not order:
            zh = f"{self.zh}没有写明格式版本({self.key})", "请确认给对了文件"
            en = f"{self.en} does not say its format version ({self.key})", "Make sure that this is the right file"
            return VersionError(self._told(zh, en), older=False)
        if order < todays:
            return VersionError(
                self.outdated(f"的格式版本是 {said},太旧", f"has format version {said}, which is too old"), True
            )
        zh = f"{self.zh}的格式版本是 {said},由更新的 factlint 写成", "请升级 factlint"
        en = f"{self.en} has format version {said}, which a newer factlint wrote", "Upgrade factlint"
        return VersionError(self._told(zh, en), older=False)

    def _told(self, zh: tuple[str, str], en: tuple[str, str]) -> str:
        known = ", ".join(self.understood)
        chinese = f"{zh[0]}。这个 factlint 认识的版本:{known}。{zh[1]}。"
        return f"{chinese} / {en[0]}. This factlint understands {known}. {en[1]}."


def _order(version: str) -> tuple[int, ...]:
    """Where a version stands among others; empty for what is no version."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdecimal() for part in parts) else ()
