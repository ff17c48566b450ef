"""What other distributions offer under the entry points of this one, and which of them cannot be had."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from typing import TypeVar

from linter.installed import offered

CHECKS = "factlint.checks"
REPORTS = "factlint.reports"
READERS = "factlint.readers"

Loaded = TypeVar("Loaded")


class PluginError(ValueError):
    """A plug-in is not what it must be, or two claim the same."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry point: what ``distribution`` offers in ``group`` under ``name``; ``entry`` leads to it."""

    group: str
    name: str
    value: str
    distribution: str
    entry: EntryPoint

    @property
    def package(self) -> str:
        """The package, or module, that it lies in."""
        return self.value.partition(":")[0].strip()

    def holds(self, module: str) -> bool:
        """True when the module is this one's or lies in its package."""
        return module == self.package or module.startswith(f"{self.package}.")

    def __str__(self) -> str:
        return f"{self.distribution} ({self.group}: {self.name} = {self.value})"


@dataclass(frozen=True, slots=True)
class Broken:
    """A plug-in that could not be loaded, and why."""

    offer: Offer
    why: str


def offers(group: str) -> tuple[Offer, ...]:
    """What is offered in a group, in order of name; what one distribution offers twice, once."""
    # A distribution that is found twice (its checkout and its installation) offers the same twice.
    found = {(entry.name, entry.value, _distribution(entry)): entry for entry in offered(group)}
    return tuple(Offer(group, *identity, found[identity]) for identity in sorted(found))


def gathered(
    group: str, load: Callable[[Offer], Loaded]
) -> tuple[tuple[tuple[Offer, Loaded], ...], tuple[Broken, ...]]:
    """What ``load`` makes of each offer of a group, and the offers on which it failed, whatever they raised."""
    whole: list[tuple[Offer, Loaded]] = []
    broken: list[Broken] = []
    for offer in offers(group):
        try:
            whole.append((offer, load(offer)))
        except (Exception, SystemExit) as error:
            broken.append(Broken(offer, f"{type(error).__name__}: {error}"))
    return tuple(whole), tuple(broken)


def owner(module: str) -> str:
    """The plug-in that a module belongs to, in words; this program where none has it."""
    every = (offer for group in (CHECKS, REPORTS) for offer in offers(group))
    return next((str(offer) for offer in every if offer.holds(module)), f"factlint ({module})")


def _distribution(entry: EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "unknown"
