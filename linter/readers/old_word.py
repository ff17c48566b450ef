"""Files in the container of old versions of Office: .doc itself, and .docx under a password."""

from __future__ import annotations

from linter.messages import say
from linter.readers.unreadable import UnreadableError

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_old_word(data: bytes) -> None:
    """Raise UnreadableError, saying what to do, for a file in that container."""
    if not data.startswith(_CONTAINER):
        return
    if _ENCRYPTED in data:
        raise UnreadableError(say("unreadable.word-password"))
    raise UnreadableError(say("unreadable.word-old"))
