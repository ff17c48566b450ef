"""A file that cannot be checked. Never silence: unreadable is not clean."""

from __future__ import annotations


class UnreadableError(Exception):
    """The input is no article text. ``zh`` and ``en`` say why, for the report; ``str()`` is the Chinese one."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)
        self.zh = zh
        self.en = en

    def __str__(self) -> str:
        return self.zh

    def in_language(self, lang: str) -> str:
        """The reason in ``lang`` ("zh" or "en")."""
        return self.en if lang == "en" else self.zh
