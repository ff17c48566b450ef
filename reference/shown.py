"""A value in a few words, for people who look after rules: what held, when, and by which source."""

from __future__ import annotations

from reference.model import Source, Value
from reference.period import Period
from reference.regions import RegionTable
from reference.value_names import detail_words, member_name


def shown_value(value: Value) -> str:
    """What held."""
    if value.display:
        return value.display
    if value.dates and not value.details:
        return "、".join(map(shown_period, value.dates))
    if value.text is not None:
        return value.text
    if "result" in value.details:  # a formula, beside its forms for machines
        return value.details["result"]
    members = "、".join(map(member_name, sorted(value.members)))
    if value.details:
        details = "，".join(detail_words(*one) for one in sorted(value.details.items()))
        return f"{members}：{details}" if members else details
    if members:
        return members
    return {True: "成立", False: "不成立", None: "—"}[value.truth]


def shown_days(value: Value) -> str:
    """The days a value holds: an open side is left empty, an end that is not known is a question mark."""
    end = f"{value.known_until} ?" if value.known_until else str(value.period.end or "")
    return f"{value.period.start or ''} – {end}".strip()


def shown_period(period: Period) -> str:
    """A day as it is, a longer time with its ends."""
    if period.start == period.end:
        return str(period.start)
    return f"{period.start or ''} – {period.end or ''}".strip()


def shown_place(code: str) -> str:
    """The short name of a place; the code itself where there is no such place."""
    table = RegionTable.load()
    return table.short(code) if code in table else code


def cited(source: Source) -> str:
    """Title, number, issuer, date and address, as far as they are known."""
    parts = (source.title, source.doc_no, source.issuer, source.published or source.dated, source.url)
    return ", ".join(str(part) for part in parts if part)
