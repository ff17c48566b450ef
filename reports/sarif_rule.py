"""The checks as SARIF's rules, with their documentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.control_characters import without_controls
from linter.finding import Finding
from linter.report import RenderOptions
from reference.plain_json import Json
from reports.located import LocatedDocument, LocatedFinding

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def rule_objects(documents: Iterable[LocatedDocument], lang: str, options: RenderOptions) -> list[dict[str, Json]]:
    """The checks that found something, even if it does not count, in order of their codes."""
    found = {each.finding.code: each.finding for entry in documents for each in _all_of(entry)}
    return [_rule(found[code], lang, options) for code in sorted(found)]


def _all_of(entry: LocatedDocument) -> Iterator[LocatedFinding]:
    yield from entry.findings
    yield from (found for found, _ in entry.settled)


def _rule(finding: Finding, lang: str, options: RenderOptions) -> dict[str, Json]:
    link = without_controls(options.check_link(finding.code, finding.name))
    rule: dict[str, Json] = {"id": finding.code, "name": finding.name}
    # The standard wants an absolute address; a path of this repository leads nowhere from elsewhere.
    if "://" in link:
        rule["helpUri"] = link
    return {**rule, **_documentation(finding.code, link, lang, options), "properties": {"tags": [finding.family]}}


def _documentation(code: str, link: str, lang: str, options: RenderOptions) -> dict[str, Json]:
    about = options.about(code)
    if about is None:
        return {}
    summary = about.summary.in_language(lang)
    other = about.summary.in_language("zh" if lang == "en" else "en")
    return {
        "shortDescription": {"text": summary},
        "fullDescription": {"text": f"{summary}\n{other}"},
        "help": {"text": f"{about.plain}\n\n{link}", "markdown": f"{about.markdown}\n\n[{link}]({link})"},
        "defaultConfiguration": {"level": LEVELS[about.severity]},
    }
