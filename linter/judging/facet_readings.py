"""What a wide word (女职工) may mean to rules that tell its narrower ones apart."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import product

from reference.model import Rule
from reference.vocabulary import load_json, worded


def readings(facets: Mapping[str, str], rules: Iterable[Rule]) -> Iterator[Mapping[str, str]]:
    """The facets with each wider value (女职工) replaced by every narrower one it may mean to these rules."""
    asked = {(name, value) for rule in rules for name, value in rule.where.items()}
    for chosen in product(*(_meant(name, value, asked) for name, value in facets.items())):
        yield dict(zip(facets, chosen, strict=True))


def _meant(name: str, value: str, asked: Container[tuple[str, str]]) -> tuple[str, ...]:
    narrower = _narrower().get((name, value), ())
    return narrower if any((name, narrow) in asked for narrow in narrower) else (value,)


@worded
def _narrower() -> Mapping[tuple[str, str], tuple[str, ...]]:
    wider: dict[str, dict[str, list[str]]] = load_json("facet_names.json")["wider"]
    return {(facet, value): tuple(narrow) for facet, values in wider.items() for value, narrow in values.items()}
