"""The next free code of a family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from linter.check import Check

FOREIGN = 900
"""The checks of this program have numbers below; plug-ins that take the letters of a family begin here."""

_CODE = re.compile(r"""\bcode\s*=\s*["']([A-Z]{2}[0-9]{3})["']""")


class CodeError(ValueError):
    """There is no code that a new check could have."""


def next_code(family: str, checks: Iterable[Check], package: Path, own: bool) -> str:
    """A code that no check has: neither one that is known nor one in the files of the package.

    It follows the highest of its family, also where numbers before are free: they may have been those of checks that
    were given up. A plug-in goes on with the letters that it uses.
    """
    checks, written = tuple(checks), set(written_codes(package))
    letters = _usual(check.code for check in checks if check.family == family and _is_own(check))
    if not own:
        mine = [check.code for check in checks if check.family == family and check.code in written]
        letters = _usual(mine) if mine else letters
    taken = {int(code[2:]) for code in written | {check.code for check in checks} if code.startswith(letters)}
    inside = {number for number in taken if (number < FOREIGN) == own} if _shared(letters, checks) else taken
    number = max(inside, default=FOREIGN) + 1
    if number > 999 or (own and number >= FOREIGN):
        raise CodeError(f"there is no code left that begins with {letters}")
    return f"{letters}{number:03}"


def written_codes(package: Path) -> Iterator[str]:
    """The codes in the files of a package, installed or not."""
    for file in package.rglob("*.py"):
        yield from _CODE.findall(file.read_text(encoding="utf-8", errors="replace"))


def _shared(letters: str, checks: Iterable[Check]) -> bool:
    """True for the letters of this program's checks."""
    return any(check.code.startswith(letters) for check in checks if _is_own(check))


def _usual(codes: Iterable[str]) -> str:
    return Counter(code[:2] for code in codes).most_common(1)[0][0]


def _is_own(check: Check) -> bool:
    return check.run.__module__.partition(".")[0] == "checks"
