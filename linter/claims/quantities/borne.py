"""A bare figure read as if the words that name it stood right before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.claims.context.frame import SEGMENT, SENTENCE, Slot
from linter.claims.context.reading import Reading
from linter.claims.quantities.cells import with_header_unit
from linter.claims.quantities.names import Name, names
from linter.claims.quantities.settings import Setting
from linter.scan.tokens import Term, Unit

# 单位和个人各交多少 names two, of which each figure below is one's.
_BOTH = "both"


class BorneSetting(Setting):
    """A bare figure in its surroundings with its name carried to it; ``far`` where that stands in another line."""

    def __init__(self, plain: Setting, reading: Reading, name: Name) -> None:
        self.__dict__.update(plain.__dict__)
        self.__dict__.pop("_with_question", None)  # remembered without the name
        self.token = with_header_unit(plain.token, [name.span], reading.text)
        self.far = name.far
        self._name = name.said
        self._lead = name.lead
        self._around = name.said if name.whole else ""
        given = {} if not name.whole else _told_once(plain.framer.terms_in(name.span))
        nearest = SEGMENT if name.own is None else SENTENCE
        beside = {facet: slot for facet, slot in plain.frame.items() if slot.level <= nearest or facet not in given}
        label = {} if name.own is None else _told_once(plain.framer.terms_in(name.own))
        self.frame = {**given, **beside, **label}

    @property
    def before(self) -> str:
        """The name, and what leads to the number in its segment but for stand-ins."""
        return f"{self._name}{self._lead}"

    @property
    def near(self) -> str:
        """The number's segment with its name before it."""
        return f"{self._around}\n{super().near}"

    @property
    def clause(self) -> str:
        """The clause with the name before it."""
        return f"{self._around}\n{super().clause}"

    @property
    def words(self) -> str:
        """The sentence with the name before it."""
        return f"{self._around}\n{super().words}"

    @property
    def topic(self) -> str:
        """What stands above, the name last."""
        return f"{super().topic}\n{self._name}"


def _told_once(terms: Sequence[Term]) -> dict[str, Slot]:
    """The facets of which the name holds a single value, as near as words beside the number."""
    told: dict[str, dict[str, Term]] = {}
    for term in terms:
        for facet, value in term.facets.items():
            told.setdefault(facet, {})[value] = term
    return {
        facet: Slot(value, term, SEGMENT)
        for facet, values in told.items()
        for value, term in values.items()
        if len(values) == 1 and facet != "marker" and value != _BOTH
    }


def borne(setting: Setting, reading: Reading) -> Iterator[Setting]:
    """The number with the name that the text gives it elsewhere, in each way it can be read, the likeliest first.

    None where it is named beside it or nowhere.
    """
    for name in names(setting, reading):
        carried = BorneSetting(setting, reading, name)
        # Each place has its own amounts, of each year: a table of them is told by more than its caption.
        if not name.far or name.over or carried.token.unit is not Unit.YUAN:
            yield carried
