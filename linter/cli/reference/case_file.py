"""Where the cases of a rule lie."""

from __future__ import annotations

from pathlib import Path

from reference.packs import cases_in, rules_in
from reference.raw_rules import RawRules


def case_file(base_id: str, *folders: Path) -> Path:
    """The file of cases that belongs to the file the rule stands in, in the first of the folders that has it."""
    return next(
        (cases_in(folder) / file.resolve().relative_to(rules_in(folder).resolve())).with_suffix(".yml")
        for folder in folders
        for file, content in RawRules.read(folder).files.items()
        if any(one["id"] == base_id for one in content["rules"])
    )
