"""Reads files that hold something: a pipe, a device or a socket in a file's place makes nobody wait."""

from __future__ import annotations

import errno
import io
import os
import stat

# Between the look at a file and its opening another one can take its place; opening a pipe would wait for a writer.
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)


class NoRegularFileError(OSError):
    """The name is that of a pipe, a device or a socket: it may never end, or never begin."""


def content_of(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a file. Raises ``OSError``."""
    with open(path, "rb", buffering=0, opener=_opened) as file:
        return file.read()


def text_of(path: str | os.PathLike[str]) -> str:
    """The text of a file in UTF-8, its lines ended by \\n. Raises ``OSError`` or ``UnicodeDecodeError``."""
    return io.TextIOWrapper(io.BytesIO(content_of(path)), "utf-8").read()


def require_regular(path: str | os.PathLike[str]) -> None:
    """For files that a library opens. Raises ``OSError`` for any that ``content_of`` would not read."""
    _require_regular(os.stat(path), path)


def _opened(path: str, flags: int) -> int:
    _require_regular(os.stat(path), path)
    handle = os.open(path, flags | _NOT_WAITING)
    try:
        _require_regular(os.fstat(handle), path)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _require_regular(status: os.stat_result, path: str | os.PathLike[str]) -> None:
    # Of a folder the system itself says that it is one.
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise NoRegularFileError(errno.EINVAL, "no regular file", os.fspath(path))
