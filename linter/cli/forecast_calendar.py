"""A forecast as a file for calendars (RFC 5545)."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time

import click

from linter.cli.forecast_formats import Forecast, told
from linter.forecast import Entry

_NAME_LENGTH = 32


def as_calendar(forecast: Forecast) -> str:
    """A whole-day event for each entry, named so that a calendar replaces it. Needs the extra "calendar"."""
    try:
        from icalendar import Calendar, Event
    except ImportError:
        raise click.UsageError("--format ics needs a library: pip install 'factlint[calendar]'") from None
    calendar = Calendar()
    calendar.add("prodid", "-//factlint//forecast//EN")
    calendar.add("version", "2.0")
    for entry in forecast.entries:
        headline, *more = told(entry, forecast.lang)
        event = Event()
        event.add("uid", _name(entry))
        event.add("dtstamp", datetime.combine(forecast.as_of, time(), UTC))
        event.add("dtstart", date.fromisoformat(entry.day))
        event.add("summary", headline)
        event.add("description", "\n".join(line.strip() for line in more))
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _name(entry: Entry) -> str:
    """The same for the same sentence and day, wherever in its file it stands."""
    parts = (entry.day, entry.path, entry.quote, entry.sentence, entry.rule)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_NAME_LENGTH]
