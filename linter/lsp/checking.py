"""What is done with an editor's text, in a process of its own: whatever hangs there is ended with it."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeAlias

from linter.companion import Companion
from linter.desk.desk import Desk, Sheet
from linter.desk.faults import SETTINGS_FAULTS
from linter.desk.planning import DayOf, Wishes
from linter.messages import say

# Of the clock, for what takes no time of the processor, which the limit of each article is counted in.
_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Text:
    """A text to check as if it stood at ``path``.

    With another ``state``, configurations are read anew. What goes wrong is said in ``lang``.
    """

    source: str
    path: str
    wishes: Wishes
    state: int
    lang: str


Checker: TypeAlias = Companion[Text, "Sheet | str"]


def checker(day_of: DayOf) -> Checker:
    """Answers each text with its sheet, or with why it could not be checked."""
    return Companion(partial(_begin, day_of), _SECONDS)


def _begin(day_of: DayOf) -> Callable[[Text], Sheet | str]:
    @lru_cache(maxsize=1)
    def desk_of(_state: int, wishes: Wishes) -> Desk:
        return Desk(day_of, wishes)

    return partial(_checked, desk_of)


def _checked(desk_of: Callable[[int, Wishes], Desk], text: Text) -> Sheet | str:
    try:
        return desk_of(text.state, text.wishes).check(text.source, text.path)
    except SETTINGS_FAULTS as error:
        return str(error)
    except Exception:  # one bad text must not leave its editor without an answer
        traceback.print_exc()
        return say("editor.failed").in_language(text.lang)
