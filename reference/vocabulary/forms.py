"""The form of the vocabulary files a pack may bring: what is read into these types is well formed.

What the fields mean stands in the files of the package and in docs/domains.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

import msgspec

Word: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
Words: TypeAlias = Annotated[list[Word], msgspec.Meta(min_length=1)]
Level: TypeAlias = Literal["segment", "bracket", "sentence", "block", "heading", "title"]
Values: TypeAlias = Words | Literal["*"]
Number: TypeAlias = int | float


class Strict(msgspec.Struct, forbid_unknown_fields=True, rename={"remark": "_"}):
    """A part of a file: a field that nobody knows is a mistake."""


class File(Strict, kw_only=True):
    """A whole file, which may say in words what it is about."""

    about: str | list[str] = ""
    remark: str | list[str] = ""


class Term(Strict):
    """A word with what it contributes; no facets: a shield."""

    id: Word
    names: Words
    facets: dict[str, Word] = {}


class Terms(File):
    """``terms.json``: the terms, in groups for the reader."""

    groups: dict[str, list[Term]]


class Template(Strict, kw_only=True):
    """What a way of writing asks for and refuses."""

    facets: dict[str, Values] = {}
    within: dict[str, Level] = {}
    absent: dict[str, Values] = {}
    absent_within: dict[str, Level] = {}
    number: list[str] = []
    near: list[str] = []
    clause: list[str] = []
    words: list[str] = []
    topic: list[str] = []
    before: list[str] = []
    after: list[str] = []
    not_number: list[str] = []
    not_near: list[str] = []
    not_clause: list[str] = []
    not_words: list[str] = []
    not_topic: list[str] = []
    not_before: list[str] = []
    not_after: list[str] = []
    give: dict[str, Word] = {}
    rank: int = 0
    reach: Level = "sentence"
    ahead: list[str] = []
    bare: bool = False
    days: bool = False
    months: bool = False
    years: bool = False
    points: bool = False
    times: bool = False


class Bind(Template, kw_only=True):
    """A way in which a quantity is written."""

    range: tuple[Number, Number]
    like: str | None = None


class Quantity(Strict, kw_only=True):
    """What a number can mean."""

    id: Word
    zh: Word
    en: Word
    unit: Literal["age", "count", "days", "hours", "months", "percent", "points", "times", "workdays", "yuan"]
    bind: list[Bind]
    loose: list[Bind] = []
    setting: Literal["national", "local"] = "national"
    slots: list[str] = []
    compare: Literal["meets", "inside", "whole", "exact", "ends", "later", "least", "ever", "superseded"] = "meets"
    halves: tuple[str, str] | None = None
    contrast: bool = True
    assumable: bool = False
    usual: dict[str, str] = {}
    timeless: bool = False
    yearly: bool = False
    mistaken: list[str] = []
    step: tuple[str, str] | None = None
    nationwide: dict[str, str] | None = None
    averaged: str | None = None
    placed: dict[str, list[str]] = {}
    entitles: bool = False


class Quantities(File):
    """``quantities/<subject>.json``."""

    quantities: list[Quantity]


class Templates(File):
    """``quantities.json``: what several ways of writing share."""

    templates: dict[str, Template]


class Wording(Strict, kw_only=True):
    """Words that must stand together, one of each group."""

    all: Annotated[list[Words], msgspec.Meta(min_length=1)]
    none: list[str] = []
    unless: list[str] = []
    about: list[str] = []
    not_about: list[str] = []
    topic: list[str] = []
    not_topic: list[str] = []
    subject: str | None = None
    within: str = "clause"
    ordered: bool = False


class Statement(Strict, kw_only=True):
    """A proposition that rules say to be true or false."""

    id: Word
    zh: Word
    en: Word
    holds_zh: Word
    holds_en: Word
    forms: Annotated[list[Wording], msgspec.Meta(min_length=1)]
    denied: list[Wording] = []
    rule: str | None = None
    severity: Literal["error", "warning", "info"] | None = None
    negates: bool = False
    hedged: bool = False
    timeless: bool = False
    of_statistic: bool = False
    elided: bool = False
    not_topic: list[str] = []
    local: bool = False


class Statements(File):
    """``statements/<subject>.json``."""

    statements: list[Statement]


class Lists(File):
    """``statements.json``: lists of words, named @name in wordings."""

    lists: dict[str, list[str]]


class Event(Strict, kw_only=True):
    """What has a date."""

    id: Word
    zh: Word
    en: Word
    forms: Annotated[list[Wording], msgspec.Meta(min_length=1)]
    rule: str | None = None
    also: list[str] = []
    earlier: int | None = 0
    later: int | None = 0


class Events(File):
    """``events.json``."""

    events: list[Event]
    lists: dict[str, list[str]] = {}


class Topic(Strict, kw_only=True):
    """What sentences speak of."""

    id: Word
    words: Words
    rivals: list[str]
    unclear: dict[str, list[str]] | None = None


class Topics(File):
    """``topics.json``. ``insurances``: the topics that are insurances, those named most closely first."""

    topics: list[Topic]
    insurances: list[str] = []


class Cue(Strict, kw_only=True):
    """A facet that is read from a pattern."""

    facet: Word
    pattern: Word
    values: dict[str, str] = {}


class Cues(File):
    """``cues.json``."""

    cues: list[Cue]
    series: list[dict[str, Any]] = []


class FacetNames(File):
    """``facet_names.json``: how the values of facets read in a message, Chinese and English."""

    names: dict[str, dict[str, tuple[str, str]]]
    wider: dict[str, dict[str, list[str]]] = {}


class Entry(Strict):
    """What rules may govern."""

    is_: str = msgspec.field(name="is")
    unit: str | None = None
    facets: list[str] = []


class Registry(File):
    """``schema/quantities.json``."""

    quantities: dict[str, Entry]
    facets: dict[str, list[str]] = {}
    families: dict[str, str] = {}


class Relations(File):
    """``schema/relations.json``: what must hold between values."""

    products: list[dict[str, Any]] = []
    multiples: list[dict[str, Any]] = []
    orders: list[list[str]] = []
    sums: list[dict[str, Any]] = []
    totals: list[dict[str, Any]] = []


FOLDERS: Mapping[str, type[File]] = {"quantities": Quantities, "statements": Statements}
FILES: Mapping[str, type[File]] = {
    "terms.json": Terms,
    "quantities.json": Templates,
    "statements.json": Lists,
    "topics.json": Topics,
    "cues.json": Cues,
    "facet_names.json": FacetNames,
    "events.json": Events,
    "schema/quantities.json": Registry,
    "schema/relations.json": Relations,
}
"""What a pack may add to: what a field speaks of. Words of the language itself are the same in every field."""


def form_of(name: str) -> type[File] | None:
    """The form of the file of that name; ``None`` for one that a pack cannot bring."""
    return FOLDERS.get(name.rpartition("/")[0]) or FILES.get(name)
