"""The part of an archive that a request asks about, from the parameters of its address."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from starlette.requests import Request

from linter.archive.questions.subjects import UnknownSubjectError, narrowed
from linter.archive.questions.wanted import Wanted
from linter.control_characters import without_controls
from linter.judging.statement_rules import statement_specs
from linter.web.refusal import RefusedError
from reference.model import Rule
from reference.quantities import quantity_names
from reference.regions import resolve_hint
from reference.vocabulary import worded

_LONGEST = 200
_SEVERITIES = ("error", "warning", "info")
_PARTS = ("site", "region", "month")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


def wanted_of(request: Request, rules: Sequence[Rule]) -> Wanted:
    """What is wanted. ``subject`` may be an id of the vocabulary, the beginning of ids, a rule or words.

    Raises ``RefusedError`` for a value that cannot be understood.
    """
    wanted = Wanted(
        region=_place(_text(request, "region")),
        site=_text(request, "site"),
        family=_text(request, "family"),
        code=_text(request, "code"),
        severity=_one_of(request, "severity", _SEVERITIES),
        first=_day(_text(request, "from"), last=False),
        last=_day(_text(request, "to"), last=True),
        text=_text(request, "text"),
        by=_one_of(request, "by", _PARTS) or _PARTS[0],
    )
    return _about(wanted, _text(request, "subject"), rules)


def _about(wanted: Wanted, subject: str | None, rules: Sequence[Rule]) -> Wanted:
    if subject is None:
        return wanted
    named = _names().get(subject)
    if named or subject.isascii():
        return replace(wanted, subject=named or subject)
    try:
        return narrowed(wanted, subject, rules)
    except UnknownSubjectError:
        raise RefusedError.of(422, "no-subject", subject=without_controls(subject)) from None


@worded
def _names() -> Mapping[str, str]:
    """The subjects by the names that pages show them under."""
    said = {spec.says.zh: spec.id for spec in statement_specs().values()}
    return said | {name: quantity for quantity, names in quantity_names().items() for name in names}


def _text(request: Request, name: str) -> str | None:
    written = request.query_params.get(name, "").strip()
    if len(written) > _LONGEST:
        raise RefusedError.of(422, "bad-value", field=name)
    return written or None


def _one_of(request: Request, name: str, allowed: Sequence[str]) -> str | None:
    written = _text(request, name)
    if written is not None and written not in allowed:
        raise RefusedError.of(422, "bad-value", field=name)
    return written


def _place(written: str | None) -> str | None:
    code = resolve_hint(written) if written else None
    if written and code is None:
        raise RefusedError.of(422, "no-place", place=without_controls(written))
    return code


def _day(written: str | None, *, last: bool) -> date | None:
    """A day; of a month its first or last one."""
    if written is None:
        return None
    try:
        year, month, day = _DAY.fullmatch(written).groups()  # type: ignore[union-attr]
        end = monthrange(int(year), int(month))[1] if last else 1
        return date(int(year), int(month), int(day or end))
    except (AttributeError, ValueError):
        raise RefusedError.of(422, "no-day", day=without_controls(written)) from None
