"""A bare figure read as if the words that name it stood right before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.context.frame import SEGMENT, Slot
from linter.claims.context.reading import Reading
from linter.claims.quantities.bearers import Bearer, bearer, stand_ins
from linter.claims.quantities.cells import with_header_unit
from linter.claims.quantities.settings import Setting
from linter.scan.tokens import Term, Unit

# 单位和个人各交多少 names two, of which each figure below is one's.
_BOTH = "both"
# 二、 and 问: before a name, and what a question asks behind it.
_NUMBERED = re.compile(r"^[\s*_>#•·▲◆■●-]*(?:(?:[问Q]|[0-9]{1,2}|[一二三四五六七八九十]{1,3})[*、.:)\s]+)?")
_ASKED = re.compile(
    r"(?:是|为|有|能|要|怎么|如何)*(?:多少|多久|多长|几[年月天岁个]|什么|规定|算|定|啥)*[呢啊吗的\s*?:、,()。—-]*$"
)


class BorneSetting(Setting):
    """A bare figure in its surroundings with its name carried to it; ``far`` where that stands in another line."""

    def __init__(self, plain: Setting, reading: Reading, name: Bearer) -> None:
        self.__dict__.update(plain.__dict__)
        self.token = with_header_unit(plain.token, [name.span], reading.text)
        self.far = not name.near
        self._name = _ASKED.sub("", _NUMBERED.sub("", name.span.cut(reading.text)))
        given = _told_once(reading.framer.terms_in(name.span))
        beside = {facet: slot for facet, slot in plain.frame.items() if slot.level == SEGMENT or facet not in given}
        self.frame = {**given, **beside}

    @property
    def before(self) -> str:
        """The name, and what leads to the number in its segment but for stand-ins."""
        own = self.text[self.segment.span.start : self.token.span.start]
        return f"{self._name}{stand_ins().sub('', own)}"

    @property
    def near(self) -> str:
        """The number's segment with its name before it."""
        return f"{self._name}\n{super().near}"

    @property
    def clause(self) -> str:
        """The clause with the name before it."""
        return f"{self._name}\n{super().clause}"

    @property
    def words(self) -> str:
        """The sentence with the name before it."""
        return f"{self._name}\n{super().words}"

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


def borne(setting: Setting, reading: Reading) -> Setting | None:
    """The number with the name that the text gives it elsewhere; ``None`` where it is named beside it or nowhere."""
    name = bearer(reading, setting.framer, setting.token, setting.sentence)
    named = None if name is None else BorneSetting(setting, reading, name)
    # Each place has its own amounts, of each year: a table of them is told by more than its caption.
    return None if named is None or (named.far and named.token.unit is Unit.YUAN) else named
