"""What an editor's settings say: as options of the initialisation, or later in "factlint" of its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from linter.desk.planning import COMMIT, Wishes
from linter.messages import say
from linter.schemas import faults

_DELAY = 300
_WISHES = {"asOf": "as_of", "profile": "profile", "lang": "lang", "config": "config", "docsUrl": "docs_url"}


class SettingsError(ValueError):
    """The editor's settings cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the server works.

    ``wishes`` say what a check is to do; ``reasons`` are offered for suppressions; ``delay`` is the pause after typing
    in milliseconds.
    """

    wishes: Wishes
    reasons: tuple[str, ...] = ()
    delay: int = _DELAY

    def reasons_in(self, lang: str) -> tuple[str, ...]:
        """The reasons to offer; one that is always true where the editor sets none."""
        return self.reasons or (say("editor.reason").in_language(lang),)

    def changed(self, settings: object) -> Options:
        """These options with those of an editor in their place. Raises ``SettingsError``."""
        if not isinstance(settings, Mapping):
            return self
        for fault in faults(settings, "linter.lsp", "settings-v1.schema.json"):
            raise SettingsError(f"{'.'.join(map(str, fault.absolute_path))}: {fault.message}")
        said = ((field, settings.get(key)) for key, field in _WISHES.items())
        given: dict[str, Any] = {field: value for field, value in said if value is not None}
        if "config" in given:
            given["config"] = Path(given["config"])
        if given.get("as_of", COMMIT) != COMMIT:
            given["as_of"] = _day(given["as_of"])
        reasons = tuple(" ".join(each.split()) for each in settings.get("reasons", self.reasons))
        return Options(replace(self.wishes, **given), reasons, settings.get("delay", self.delay))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise SettingsError(f"asOf: {error}") from error
