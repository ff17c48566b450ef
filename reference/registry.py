"""What rules may govern: the quantities with their units and facets, as data in ``schema/quantities.json``."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reference.payloads import NUMERIC
from reference.vocabulary import load_json, worded

SCHEMAS = Path(__file__).parent / "schema"


@dataclass(frozen=True, slots=True)
class Entry:
    """A quantity: ``form`` is "number" or the kind of its rules; ``facets`` are those a rule may narrow it by."""

    form: str
    unit: str | None = None
    facets: tuple[str, ...] = ()

    def fits(self, kind: str) -> bool:
        """True when a rule of that kind may govern the quantity."""
        return kind in NUMERIC if self.form == "number" else kind == self.form


@dataclass(frozen=True, slots=True)
class Registry:
    """All quantities; families whose ids end freely, by their prefix; the values of each facet ("*" for any)."""

    quantities: Mapping[str, Entry]
    families: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]

    def entry(self, quantity: str) -> Entry | None:
        """The entry of a quantity, also of a member of a family; ``None`` for an unknown one."""
        family = next((form for prefix, form in self.families.items() if quantity.startswith(prefix)), None)
        return self.quantities.get(quantity) if family is None else Entry(family)

    def knows(self, facet: str, value: str) -> bool:
        """True when the facet may have that value."""
        return value in self.facets.get(facet, ()) or "*" in self.facets.get(facet, ())


@worded
def load_registry() -> Registry:
    """The registry of the package, with what the packs in force add."""
    content = load_json("schema/quantities.json")
    return Registry(
        {
            quantity: Entry(entry["is"], entry.get("unit"), tuple(entry.get("facets", ())))
            for quantity, entry in content["quantities"].items()
        },
        content["families"],
        {facet: tuple(values) for facet, values in content["facets"].items()},
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """「did you mean …?」 for a word that is not known, or a list of what is."""
    options = sorted(known)
    found = difflib.get_close_matches(word, options, 1, 0.6)
    return f"Did you mean {found[0]!r}?" if found else f"Known are: {', '.join(options[:16])}"
