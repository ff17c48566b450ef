"""Claims about the value of a quantity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from linter.claims.model.base import Claim
from linter.scan.tokens import Quantity
from linter.text import Span


@dataclass(frozen=True, slots=True)
class Hold:
    """How firmly the words around a number hold it to its meaning, told by the facets that the meaning rests on.

    ``unclear``: the text does not say beyond doubt that they are the number's; ``distant``: taken from an earlier
    sentence, a heading or the title, ``headed`` those of them that a short heading of nothing else tells. ``summand``:
    it is added to another number, and its clause names none of them. ``loose``: the words that give the meaning stand
    somewhere around the number.
    """

    unclear: frozenset[str] = frozenset()
    distant: frozenset[str] = frozenset()
    summand: bool = False
    headed: frozenset[str] = frozenset()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class ValueClaim(Claim):
    """A number bound to its meaning: ``quantity`` is an id of ``vocabulary/quantities/``, ``facets`` its slots.

    ``parts`` are the claims of the text that a number is the sum of, where the text tells only these.
    """

    quantity: str
    token: Quantity
    facets: Mapping[str, str] = field(default_factory=dict)
    hold: Hold = Hold()
    parts: tuple[ValueClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class MagnitudeClaim(Claim):
    """A sum of money that fits no quantity as written, but one, ``meant``, when 万 is added or taken away.

    ``factor`` leads from what is written to what is meant: 10 000 where 万 is missing, its inverse where there is one
    too many.
    """

    meant: ValueClaim
    factor: Decimal


@dataclass(frozen=True, slots=True)
class WageShareClaim(Claim):
    """An amount said to be a share of the average wage, beside a limit of the base that fixes that wage.

    ``limit`` is "floor" or "cap": the base limit ``anchor`` is by rule a known share of the same average wage.
    """

    share: Quantity
    amount: Quantity
    limit: str
    anchor: Quantity


@dataclass(frozen=True, slots=True)
class CeilingClaim(Claim):
    """A year's ceiling of reimbursement, and the lower end of a table's ``band`` that is reimbursed above it."""

    ceiling: Quantity
    band: Quantity


@dataclass(frozen=True, slots=True)
class ChangeClaim(Claim):
    """A change told with what was ``before`` it and what is ``after`` it.

    ``said`` is "up", "down" or "changed" (which way is not told), ``came`` how the two differ: "up", "down", "same".
    ``in_words``: what a heading says went one way (``before``) the text below tells otherwise (``after``).
    """

    before: Span
    after: Span
    said: str
    came: str
    in_words: bool = False


@dataclass(frozen=True, slots=True)
class RiseClaim(Claim):
    """An amount said to lie ``by`` so much above ("up") or below ("down", in ``way``) that of the year before.

    Where ``way`` is "from", ``by`` is the figure of the year before itself: 由350元增至400元.
    """

    now: ValueClaim
    by: Quantity
    way: str


@dataclass(frozen=True, slots=True)
class CountClaim(Claim):
    """A stated count and the list it announces; or a count of a heading and the total the text gives ``elsewhere``.

    ``loose`` where the words leave some doubt that the list is the one that is counted.
    """

    stated: Quantity
    items: tuple[Span, ...]
    elsewhere: Quantity | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class TierClaim(Claim):
    """Amounts with the tier they are labelled with, at least two; ``places`` are their spans with the label."""

    tiers: tuple[tuple[Quantity, Quantity], ...]
    places: tuple[Span, ...]
