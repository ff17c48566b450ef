"""Bytes that only programs of this user know."""

from __future__ import annotations

import os
from pathlib import Path

import click

_SIZE = 32


def own_secret() -> bytes | None:
    """The secret of the user, made when there is none; ``None`` where there can be none."""
    path = Path(click.get_app_dir("factlint")) / "cache.secret"
    try:
        return _found(path) or _made(path)
    except OSError:
        return None


def _found(path: Path) -> bytes | None:
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        return None
    return secret if len(secret) == _SIZE else None


def _made(path: Path) -> bytes | None:
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(own, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(os.urandom(_SIZE))
    os.replace(own, path)
    return _found(path)
