"""What a rule says, since when and by which source, in words of both languages."""

from __future__ import annotations

from collections.abc import Callable

from linter.finding import Message, RuleCitation
from reference.model import Source, Value


def rule_says(citation: RuleCitation, region_name: Callable[[str], str]) -> Message:
    """「自2024-08-01起,…(《…》国办发〔2024〕38号)」: the rule's own words, with the place where it is a local one."""
    rule, value = citation.rule, citation.value
    place = "" if rule.region == "000000" else f"{region_name(rule.region)}:"
    start = since(value)
    cited = source(value.source)
    said = value.display or rule.title
    return Message(f"{start.zh}{place}{said}({cited})", f"{start.en}{rule.title_en} ({cited})")


def since(value: Value) -> Message:
    """「自2024-08-01起,」; nothing where the value always held."""
    start = value.period.start
    return Message("", "") if start is None else Message(f"自{start}起,", f"since {start}, ")


def source(cited: Source) -> str:
    """Title and document number."""
    title = cited.title if cited.title.startswith("《") else f"《{cited.title}》"
    return f"{title}{cited.doc_no or ''}"
