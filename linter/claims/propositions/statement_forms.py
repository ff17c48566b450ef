"""The wordings of ``vocabulary/statements/``, each with what follows from it: its denial, the form without subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from linter.claims.context.topics import topic_named_by
from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import Form, FormParser
from reference.vocabulary import load_entries, load_json, worded

DENIED = "not "
"""The key of a form begins with it where what it words denies the statement."""

# 断缴不等于清零: what these deny is not said, unless a form asks for them.
_REJECTING = "@rejecting"
_NEGATION = "@neg"


@worded
def statement_forms() -> FormTable:
    """The forms of all statements, and those of their denials."""
    parser = FormParser(load_json("statements.json")["lists"], _synonyms())
    return FormTable(_worded(load_entries("statements"), parser))


def _synonyms() -> dict[str, frozenset[str]]:
    """Each word of a family with the whole of it."""
    return {word: frozenset(family) for family in load_json("synonyms.json")["families"] for word in family}


def _worded(entries: Iterable[dict[str, Any]], parser: FormParser) -> Iterator[Form]:
    for entry in entries:
        for raw in entry["forms"]:
            wording = raw | {"none": [*raw.get("none", ()), _REJECTING]}
            wording["not_topic"] = [*entry.get("not_topic", ()), *raw.get("not_topic", ())]
            yield parser.parse(entry["id"], wording)
            if "subject" in raw:
                yield parser.parse(entry["id"], _unnamed(wording))
            elif entry.get("elided") and "topic" not in raw:
                yield from (parser.parse(entry["id"], lifted) for lifted in _lifted(wording, parser))
            if "denied" not in entry and _NEGATION in raw.get("none", ()):
                yield parser.parse(DENIED + entry["id"], _negated(raw))
        for raw in entry.get("denied", ()):
            yield parser.parse(DENIED + entry["id"], raw)


def _unnamed(raw: dict[str, Any]) -> dict[str, Any]:
    """The form without its first group, the name of its subject, where what stands above speaks of that topic.

    It says less, so that what forbids it forbids it from anywhere in the sentence.
    """
    unless = [*raw.get("unless", ()), *raw.get("none", ())]
    return raw | {"all": raw["all"][1:], "topic": [raw["subject"]], "unless": unless}


def _lifted(raw: dict[str, Any], parser: FormParser) -> Iterator[dict[str, Any]]:
    """The form without the group that only names its insurance, where what stands above speaks of that insurance."""
    unless = [*raw.get("unless", ()), *raw.get("none", ())]
    for place, group in enumerate(raw["all"]):
        rest = [*raw["all"][:place], *raw["all"][place + 1 :]]
        topic = topic_named_by(parser.plain_words(group)) if rest else None
        if topic is not None:
            yield raw | {"all": rest, "topic": [topic], "unless": unless, "lifted": True}


def _negated(raw: dict[str, Any]) -> dict[str, Any]:
    """The same words with a negation in their clause deny what they assert without one."""
    none = [word for word in raw["none"] if word != _NEGATION]
    return raw | {"all": [*raw["all"], [_NEGATION]], "none": none, "ordered": False, "within": "clause"}
