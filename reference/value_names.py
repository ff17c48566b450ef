"""The ids in a rule's value as people call them: relatives, members of sets, quantities, details."""

from __future__ import annotations

from collections.abc import Mapping

from reference.quantities import quantity_names
from reference.vocabulary import load_json, worded


def member_name(member: str) -> str:
    """The Chinese name of a member of a set; the id where there is none."""
    return _members().get(member, member)


def detail_words(name: str, value: str) -> str:
    """A detail with its name: 「文号 国发〔2016〕3号」."""
    words = load_json("detail_names.json")
    return f"{words['names'].get(name, name)} {words['values'].get(name, {}).get(value, value)}"


@worded
def _members() -> Mapping[str, str]:
    sets = (entry["items"] for entry in load_json("sets.json")["sets"])
    named = {
        member: words["zh"] for items in (*sets, load_json("kin.json")["names"]) for member, words in items.items()
    }
    return {**{quantity: zh for quantity, (zh, _) in quantity_names().items()}, **named}
