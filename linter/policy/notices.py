"""What is reported of the suppressions themselves: ``notices.json`` says how bad each is and which message it has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from linter.finding import Confidence, Finding, Severity
from linter.messages import say
from linter.text import Span

FAMILY = "suppression"


def notice(code: str, written: Span, /, **words: str) -> Finding:
    """The finding of that code at the place where the suppression is written; ``words`` fill the message.

    Of suppressions whose ``owner`` is given some messages say who that is.
    """
    entry = catalogue()[code]
    return Finding(
        code=code,
        name=entry["name"],
        family=FAMILY,
        severity=Severity(entry["severity"]),
        confidence=Confidence.HIGH,
        message=say(entry["of_owner" if "owner" in words else "message"], **words),
        span=written,
        context=written,
        claim=tuple(sorted(words.items())),
    )


def means_notices(selector: str) -> bool:
    """True when a code, the beginning of one, a name or the family is one of what is said of suppressions."""
    names = ((code, entry["name"]) for code, entry in catalogue().items())
    return selector == FAMILY or any(code.startswith(selector.upper()) or selector == name for code, name in names)


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """Name, severity and keys of the messages by code."""
    loaded: Mapping[str, Mapping[str, str]] = json.loads((files("linter.policy") / "notices.json").read_text("utf-8"))
    return loaded
