"""The services of ``vocabulary/hotlines.json``."""

from __future__ import annotations

from dataclasses import dataclass

from linter.messages import Message
from reference.vocabulary import load_json, worded

TAKES_ALL_CALLS = "hotline.government"
"""The quantity of the rules of the government's hotline."""


@dataclass(frozen=True, slots=True)
class HotlineService:
    """A service: its name, the quantity of its rules, and whether the text calls the number by that name.

    ``general_too``: the government's hotline takes its calls as well.
    """

    name: Message
    quantity: str
    named: bool
    general_too: bool


@worded
def hotline_service(identifier: str) -> HotlineService:
    """The service with that id. Raises KeyError for an unknown one."""
    services = {entry["id"]: entry for entry in load_json("hotlines.json")["services"]}
    entry = services[identifier]
    return HotlineService(
        Message(entry["zh"], entry["en"]), entry["quantity"], entry["named"], entry.get("general_too", False)
    )
