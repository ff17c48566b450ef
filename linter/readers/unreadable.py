"""A file that cannot be checked. Never silence: unreadable is not clean."""

from __future__ import annotations

from linter.messages import Message, say
from linter.regular_file import NoRegularFileError

_SYSTEM: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "unreadable.missing"),
    (PermissionError, "unreadable.forbidden"),
    (IsADirectoryError, "unreadable.folder"),
    (NoRegularFileError, "unreadable.no-regular-file"),
)


class UnreadableError(Exception):
    """The input is no article text. ``reason`` says why, for the report; ``str()`` is the Chinese one."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return self.reason.zh


def why_unreadable(error: Exception) -> Message:
    """Why a file could not be read or written, of an ``UnreadableError`` or what the system or a library raised."""
    if isinstance(error, UnreadableError):
        return error.reason
    known = next((key for kind, key in _SYSTEM if isinstance(error, kind)), None)
    if known is not None:
        return say(known)
    return say("unreadable.failed", detail=getattr(error, "strerror", None) or str(error))
