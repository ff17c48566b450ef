"""The days that a new value usually has, offered when somebody is asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from reference.additions import Raw

_DAY = timedelta(days=1)


def usual_start(known: Raw | None, today: date) -> str:
    """The day after the last value's end where it has one, otherwise today."""
    end = _end_of_last(known)
    return today.isoformat() if end is None else (end + _DAY).isoformat()


def usual_end(known: Raw | None, start: str) -> str:
    """The day on which a new value ends that holds as many years as the last one; empty where that held no whole years.

    A base of a year that was left open would be held against articles of the next.
    """
    end, begun = _end_of_last(known), known["values"][-1]["from"] if known else None
    if end is None or begun is None or start != (end + _DAY).isoformat():
        return ""
    held = relativedelta(end + _DAY, date.fromisoformat(begun))
    return "" if held.months or held.days else (end + held).isoformat()


def usual_announcement(words: Mapping[str, str]) -> str:
    """The day of the document where it is later than the first day: nobody could know the value before."""
    first, published = words["from"], words["published"]
    return published if len(published) == len(first) == len("2025-01-31") and published > first else ""


def is_documented(known: Raw | None) -> bool:
    """Whether the last value ends where its documents do."""
    return bool(known and known["values"][-1].get("known_until"))


def _end_of_last(known: Raw | None) -> date | None:
    last = known["values"][-1] if known else {}
    end = last.get("known_until") or last.get("to")
    return date.fromisoformat(end) if end else None
