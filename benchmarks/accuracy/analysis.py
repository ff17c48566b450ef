"""Where recall is lost: every labelled error that is not found, by the step on the way that loses it.

    python benchmarks/accuracy/analysis.py AS_OF FOLDER… > benchmarks/accuracy/analysis.md

Each FOLDER holds articles and their ``labels.jsonl`` (see ``docs/evaluation.md``). The classes, in the order of the
way from text to finding: the words cannot be located; no number or word of the label is read (missed token); nothing
is understood of them (missed binding); understood, but no rule is known (missing rule), none of the place (missing
local rule), or what held then is not known; taken for no assertion (scope); compared with nothing (missing check);
compared and thought right (verdict); found as another kind; found, but only as an information.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from linter.article import Article
from linter.bench import Bench
from linter.check import Checked, Outcome, Unverifiable
from linter.engine import outcomes_of
from linter.evaluation.labels import Label, read_labels
from linter.evaluation.places import Places
from linter.finding import Finding
from linter.settings import Settings, bench_of
from linter.text import Span
from linter.understanding import Understood, understand

_REASONS = {
    "no-rule": "missing rule",
    "no-local-rule": "missing local rule",
    "not-known": "value of that time not known",
    "hypothetical": "scope: not taken for an assertion",
    "other-unit": "scope: another unit",
}


def lost(label: Label, understood: Understood, outcomes: Iterable[Outcome]) -> str | None:
    """The class of a label that is not found; ``None`` for one that is."""
    document = understood.document
    quotes = [span for quote in label.quotes for span in Places(document).find(quote)]
    if not quotes:
        return "not in the text"

    def on_it(span: Span) -> bool:
        source = document.source_map.to_source(span)
        return any(source.overlaps(quote) for quote in quotes)

    here = [outcome for outcome in outcomes if on_it(outcome.span)]
    found = [outcome for outcome in here if isinstance(outcome, Finding)]
    if any(one.family in label.families and one.severity.value != "info" for one in found):
        return None
    if found:
        return "information only" if any(one.family in label.families for one in found) else "another kind"
    if any(isinstance(outcome, Checked) for outcome in here):
        return "verdict: thought right"
    for outcome in here:
        if isinstance(outcome, Unverifiable):
            return _REASONS.get(outcome.reason, outcome.reason)
    if any(on_it(claim.span) for claim in understood.claims):
        return "missing check"
    tokens = understood.tokens
    read = (*tokens.quantities, *tokens.dates, *tokens.phones, *tokens.doc_numbers, *tokens.terms)
    return "missed binding" if any(on_it(token.span) for token in read) else "missed token"


def rows(folder: Path, bench: Bench) -> Iterator[tuple[str, Label, str]]:
    """Article, label and class of everything that is not found in the folder."""
    for name, labels in sorted(read_labels(folder / "labels.jsonl").items()):
        understood = understand(Article.at(folder / name).read(), bench.regions, bench.vocabulary)
        outcomes, _ = outcomes_of(understood, bench)
        for label in labels.errors:
            why = lost(label, understood, outcomes)
            if why is not None:
                yield name, label, why


def report(folders: Iterable[Path], as_of: date) -> Iterator[str]:
    """The table, and one line for each error that had to be found."""
    bench = bench_of(Settings(as_of, "audit"))
    found = [(folder.name, *row) for folder in folders for row in rows(folder, bench)]
    counts = Counter((label.confidence, label.families[0], why) for _, _, label, why in found)
    yield f"# Labelled errors that are not found (as of {as_of})\n"
    yield "| label | kind | lost by | errors |\n|---|---|---|--:|"
    for (confidence, family, why), number in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0])):
        yield f"| {confidence} | {family} | {why} | {number} |"
    yield "\n| article | kind | lost by |\n|---|---|---|"
    for folder, name, label, why in found:
        if label.confidence == "high":
            yield f"| {folder}/{name} | {label.families[0]} | {why} |"


if __name__ == "__main__":
    day, *paths = sys.argv[1:]
    sys.stdout.writelines(line + "\n" for line in report(map(Path, paths), date.fromisoformat(day)))
