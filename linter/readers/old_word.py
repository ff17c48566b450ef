"""Files in the container of old versions of Office: .doc itself, and .docx under a password."""

from __future__ import annotations

from linter.readers.unreadable import UnreadableError

_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def refuse_old_word(data: bytes) -> None:
    """Raise UnreadableError, saying what to do, for a file in that container."""
    if not data.startswith(_CONTAINER):
        return
    if _ENCRYPTED in data:
        raise UnreadableError(
            "Word 文件有密码,请去掉密码后再检查", "the Word file is under a password: save it without one"
        )
    raise UnreadableError(
        "这是旧版 Word 或 WPS 的格式(.doc),请另存为 .docx", "this is the old format of Word (.doc): save it as .docx"
    )
