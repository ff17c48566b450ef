"""A rule or a new value for one, from words in named columns: a line of a table, or answers at prompts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reference.fields import RuleError, day, span
from reference.model import Grade, State
from reference.payloads import PAYLOADS
from reference.regions import COUNTRY, RegionTable, resolve_hint
from reference.registry import Entry, load_registry, nearest
from reference.rule_check import unofficial_host
from reference.written import FIELDS, pairs_of, payload, truth

Words = Mapping[str, str]

RULE_COLUMNS = ("id", "quantity", "kind", "region", "where", "title", "title_en", "per", "rule_note")
_UPKEEP = ("announced", "verified_on", "review_by")
_SOURCE = {"title": "source_title", "doc_no": "doc_no", "issuer": "issuer", "published": "published", "url": "url"}
PAYLOAD_COLUMNS = tuple(dict.fromkeys(field.name for fields in FIELDS.values() for field in fields))
VALUE_COLUMNS = (
    "from",
    "to",
    "known_until",
    *PAYLOAD_COLUMNS,
    "state",
    "evidence",
    *_UPKEEP,
    "note",
    *_SOURCE.values(),
    "close",
)
COLUMNS = (*RULE_COLUMNS, *VALUE_COLUMNS)
"""All columns, in the order in which people think of them."""


def drafted(words: Words, known: Mapping[str, Any] | None) -> dict[str, Any]:
    """The JSON of the rule with the one value that the words describe. Raises RuleError with the column as its path.

    ``known`` is the rule as it stands, when there is one: then only the columns of the value are needed.
    """
    head = dict(known) if known is not None else _head(words)
    if known is not None:
        _must_agree(words, known)
    return with_new_values(head, [_value(words, head)])


def with_new_values(head: Mapping[str, Any], values: Sequence[Any]) -> dict[str, Any]:
    """The rule with these values alone; the remark for curators stands at the end, as in the rule files."""
    about = {key: item for key, item in head.items() if key not in ("values", "note")}
    return {**about, "values": list(values)} | ({"note": head["note"]} if "note" in head else {})


def checked(column: str, words: Words) -> Any:
    """What the word in a column means. Raises RuleError when it cannot be."""
    written = words.get(column, "").strip()
    if not written:
        advice = _NEEDED.get(column) or _needed_here(column, words)
        if advice:
            raise RuleError((column,), f"'{column}' is missing", advice)
        return None
    try:
        return _CHECKS[column](written, words) if column in _CHECKS else written
    except RuleError as error:
        raise RuleError((column,), error.message, error.advice) from None


def entry_of(words: Words) -> Entry:
    """The entry of the quantity. Raises RuleError."""
    quantity, registry = words.get("quantity", "").strip(), load_registry()
    if not quantity:
        raise RuleError(("quantity",), "'quantity' is missing", _NEEDED["quantity"])
    entry = registry.entry(quantity)
    if entry is None:
        advice = f"{nearest(quantity, registry.quantities)} A new one belongs into schema/quantities.json first"
        raise RuleError(("quantity",), f"unknown quantity {quantity!r}", advice)
    return entry


def usual_id(words: Words) -> str:
    """An id by the custom of the rule files: place, quantity, facets."""
    region = checked("region", words)
    facets = (checked("where", words) or {}).values()
    return ".".join([("national" if region == COUNTRY else region), words["quantity"].strip(), *facets])


def usual_kind(words: Words) -> str:
    """The kind that the quantity's form asks for."""
    form = entry_of(words).form
    return "value" if form == "number" else form


def _head(words: Words) -> dict[str, Any]:
    entry = entry_of(words)
    filled = {
        "kind": usual_kind(words),
        "region": COUNTRY,
        **{key: text for key, text in words.items() if text.strip()},
    }
    head: dict[str, Any] = {"id": checked("id", {"id": usual_id(filled), **filled})}
    head |= {key: checked(key, filled) for key in ("kind", "quantity", "region", "title", "title_en")}
    head |= {"unit": entry.unit, "per": checked("per", filled), "where": checked("where", filled)}
    head["note"] = checked("rule_note", filled)
    return {key: item for key, item in head.items() if item is not None}


def _must_agree(words: Words, known: Mapping[str, Any]) -> None:
    """A line that repeats what is known of the rule must repeat it rightly."""
    for column in ("quantity", "kind", "region", "per"):
        written = words.get(column, "").strip()
        if written and checked(column, words) != known.get(column):
            wrong = f"{known['id']} has the {column} {known.get(column)!r}, not {written!r}"
            raise RuleError((column,), wrong, "Leave the column empty, or choose another id")


def _value(words: Words, head: Mapping[str, Any]) -> dict[str, Any]:
    value: dict[str, Any] = {"from": checked("from", words), **_end(words)}
    value |= payload(head["kind"], words)
    value |= {"state": checked("state", {"state": "in_force", **words}), "evidence": checked("evidence", words)}
    value |= {key: given for key in _UPKEEP if (given := checked(key, words)) is not None}
    note = checked("note", words)
    if note is not None:
        value["note"] = note
    source = {key: given for key, column in _SOURCE.items() if (given := checked(column, words)) is not None}
    return {**value, "source": source}


def _end(words: Words) -> dict[str, Any]:
    last, documented = checked("to", words), checked("known_until", words)
    if last is not None and documented is not None:
        advice = "Keep 'to' when the end is known, 'known_until' when only the documents end"
        raise RuleError(("to",), "'to' and 'known_until' together", advice)
    return {"to": last} if documented is None else {"known_until": documented}


def _needed_here(column: str, words: Words) -> str | None:
    """What the grade of the evidence asks for."""
    grade = words.get("evidence", "").strip()
    if column == "issuer" and grade == Grade.OFFICIAL:
        return "Name who issued the document, or lower the grade"
    if column == "note" and grade == Grade.DERIVED:
        return "Say from what the figure was derived, and how"
    return None


def _day(written: str, words: Words) -> str:
    return day(written, ()).isoformat()


def _start(written: str, words: Words) -> str | None:
    return None if written == "always" else _day(written, words)


def _last(written: str, words: Words) -> str | None:
    return None if written == "open" else _day(written, words)


def _partial(written: str, words: Words) -> str:
    span(written, ())
    return written


def _kind(written: str, words: Words) -> str:
    if written not in PAYLOADS:
        raise RuleError((), f"unknown kind {written!r}", nearest(written, PAYLOADS))
    entry = entry_of(words)
    if not entry.fits(written):
        raise RuleError((), f"{words['quantity']} is a {entry.form}, not a {written}", f"Write {usual_kind(words)}")
    return written


def _region(written: str, words: Words) -> str:
    code = resolve_hint(written)
    if code is None or code not in RegionTable.load():
        raise RuleError((), f"{written!r} is no place", "Give a GB/T 2260 code or a name: 510100, 成都, 全国")
    return code


def _where(written: str, words: Words) -> Mapping[str, str]:
    registry, entry = load_registry(), entry_of(words)
    facets = pairs_of(written)
    for facet, value in facets.items():
        if facet not in entry.facets:
            advice = nearest(facet, entry.facets) if entry.facets else "It takes no facets"
            raise RuleError((), f"{words['quantity']} is not narrowed by {facet!r}", advice)
        if not registry.knows(facet, value):
            raise RuleError((), f"{value!r} is no value of {facet!r}", nearest(value, registry.facets[facet]))
    return facets


def _url(written: str, words: Words) -> str:
    host = unofficial_host(written)
    if host or "://" not in written:
        wrong = f"{host} is not an official site, and a mirror is no citation" if host else f"{written!r} is no address"
        raise RuleError((), wrong, "Cite title, number, issuer and date instead, or give the issuer's own page")
    return written


def _choice(options: type[Grade] | type[State]) -> Callable[[str, Words], str]:
    def choose(written: str, words: Words) -> str:
        known = [one.value for one in options]
        if written not in known:
            raise RuleError((), f"{written!r} is not possible here", nearest(written, known))
        return written

    return choose


_NEEDED = {
    "quantity": "Name what the rule governs, an id of schema/quantities.json",
    "title": "Say in Chinese what the rule is about",
    "title_en": "Say it in English",
    "from": "Write the first day, or always",
    "evidence": "Grade it: official, corroborated, reported, derived or unverified",
    "verified_on": "Say on which day somebody last looked at the source",
    "source_title": "A value without its own source does not enter: name the document it comes from",
}
_CHECKS: Mapping[str, Callable[[str, Words], Any]] = {
    "quantity": lambda written, words: entry_of(words) and written,
    "kind": _kind,
    "region": _region,
    "where": _where,
    "from": _start,
    "to": _last,
    "known_until": _day,
    "state": _choice(State),
    "evidence": _choice(Grade),
    **dict.fromkeys(_UPKEEP, _day),
    "published": _partial,
    "url": _url,
    "close": lambda written, words: truth(written),
}
