"""The built-in rules, parsed once and kept beside the package, so that a fresh process need not parse them again.

What is kept is only used for exactly the same rule files and the same code: its name is the digest of both. Whoever can
write it can write the package itself, so it is trusted as much as byte code is. It is rebuilt when missing or damaged.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

Built = TypeVar("Built")

_HERE = Path(__file__).parent
_KEPT = _HERE / ".compiled"
_CODE = (
    "compact",
    "display",
    "fields",
    "format_version",
    "interval",
    "load",
    "model",
    "parse",
    "payloads",
    "period",
    "rule_file",
)
_DIGEST_SIZE = hashlib.sha256().digest_size


def kept(digest: str, build: Callable[[], Built], folder: Path = _KEPT) -> Built:
    """What ``build`` gives for rule files of that digest, from ``folder`` when it is there."""
    file = folder / f"rules.{_name(digest)}.pickle"
    try:
        built: Built = _loaded(file)
    except Exception:  # whatever is wrong with it, what is kept can be made again
        built = build()
        _keep(built, file)
    return built


def _name(digest: str) -> str:
    code = hashlib.sha256(digest.encode())
    code.update(sys.version.encode())
    for module in _CODE:
        code.update((_HERE / f"{module}.py").read_bytes())
    return code.hexdigest()[:16]


def _loaded(file: Path) -> Any:
    data = file.read_bytes()
    payload = memoryview(data)[_DIGEST_SIZE:]
    if hashlib.sha256(payload).digest() != data[:_DIGEST_SIZE]:
        raise ValueError(f"{file} is damaged")
    return pickle.loads(payload)


def _keep(built: object, file: Path) -> None:
    """Write the file, whole or not at all, and remove those of earlier rules; where that is not allowed, do nothing."""
    payload = pickle.dumps(built, protocol=pickle.HIGHEST_PROTOCOL)
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(hashlib.sha256(payload).digest() + payload)
        os.replace(part, file)
        _forget(old for old in file.parent.glob("rules.*.pickle") if old != file)
    except OSError:
        _forget([part])


def _forget(files: Iterable[Path]) -> None:
    for file in files:
        try:
            file.unlink(missing_ok=True)
        except OSError:
            return
