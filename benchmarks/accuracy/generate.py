"""Generated articles of the genre with known truth: what share of injected errors is found, and what is invented.

    python benchmarks/accuracy/generate.py [--articles 400] [--seed 1] [--show CLASS] [--write DIR]

Every article comes as a pair: a clean one, and one that differs by a single error of a known class. An error counts as
found when an error or warning lies on it or in its sentence; a finding in the clean twin is false. ``--show`` prints
what was missed or invented, ``--write`` the pairs themselves.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from grammar import Grammar, Piece, Pieces, changed, spans_of, text_of
from topics import TOPICS, Topic, World, places_with_bases
from worked_examples import WORKED

from linter import lint_text
from linter.finding import Finding
from reference.load import load_reference
from reference.model import Reference

AS_OF = date(2026, 11, 21)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Twins:
    """A clean article and the same with one error of class ``kind`` at ``spans``."""

    name: str
    clean: str
    wrong: str
    kind: str
    spans: tuple[Span, ...]


def twins(reference: Reference, count: int, seed: int) -> Iterator[Twins]:
    """Pairs of articles; the same for the same seed and rules."""
    rng = random.Random(seed)
    grammar, places = Grammar.load(), places_with_bases(reference)
    for number in range(count):
        region, year = rng.choice(places)
        yield _twins(f"g{number:04}", grammar, World(reference, rng, region, year))


def _twins(name: str, grammar: Grammar, world: World) -> Twins:
    rng = world.rng
    common = {"place": world.place, "year": str(world.year)}
    topics = [topic for topic in _topics(world) if topic.mistakes]
    chosen = rng.sample(topics, min(len(topics), rng.randrange(3, 6)))
    wrong_topic = rng.choice(chosen)
    mistake = rng.choice(wrong_topic.mistakes)
    clean: list[Piece] = list(_head(grammar, common, world))
    wrong, spans = list(clean), []
    for topic in chosen:
        pieces = grammar.expand(topic.symbol, {**common, **topic.values}, rng)
        lead = _lead(grammar, common, rng)
        clean += [*lead, *pieces, Piece("\n")]
        wrong += lead
        if topic is wrong_topic:
            pieces = changed(pieces, mistake.slots)
            start = len(text_of(wrong))
            spans = [(start + a, start + b) for a, b in spans_of(pieces, mistake.marked)]
        wrong += [*pieces, Piece("\n")]
    tail = _tail(grammar, common, rng)
    return Twins(name, text_of([*clean, *tail]), text_of([*wrong, *tail]), mistake.kind, tuple(spans))


def _topics(world: World) -> Iterator[Topic]:
    for maker in (*TOPICS, *WORKED):
        try:
            yield from maker(world)
        except LookupError:
            continue  # the reference does not say what would be true of that place and year


def _head(grammar: Grammar, common: Mapping[str, str], world: World) -> Pieces:
    day = date(world.year, world.rng.randrange(10, 13), world.rng.randrange(1, 29))
    title = grammar.expand("title", common, world.rng)
    place = f"region: {world.place}\n" if world.rng.random() < 0.5 else ""
    return (Piece(f"---\ndate: {day}\n{place}---\n\n# "), *title, Piece("\n\n"))


def _lead(grammar: Grammar, common: Mapping[str, str], rng: random.Random) -> Pieces:
    pieces: list[Piece] = [Piece("\n")]
    if rng.random() < 0.4:
        pieces += [Piece("## "), *grammar.expand("heading", common, rng), Piece("\n\n")]
    if rng.random() < 0.4:
        pieces += [*grammar.expand("neutral", common, rng), Piece("\n\n")]
    return tuple(pieces)


def _tail(grammar: Grammar, common: Mapping[str, str], rng: random.Random) -> Pieces:
    if rng.random() < 0.6:
        return ()
    pieces: list[Piece] = [Piece("\n## 相关推荐\n")]
    for _ in range(rng.randrange(2, 5)):
        pieces += [Piece("\n- "), *grammar.expand("teaser", common, rng)]
    return (*pieces, Piece("\n"))


def found_in(text: str) -> list[Finding]:
    """The errors and warnings of an article."""
    return [one for one in lint_text(text, as_of=AS_OF).findings if one.severity.value != "info"]


def hits(twin: Twins, finding: Finding, source: list[Span]) -> bool:
    """True when the finding, or its other side, lies on one of the wrong values."""
    return any(a < end and start < b for a, b in source for start, end in twin.spans)


def measure(pairs: Iterator[Twins], show: str | None) -> Iterator[str]:
    """The table: class by class, what was found; then what was invented in clean articles."""
    seen: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false = articles = 0
    for twin in pairs:
        articles += 1
        seen[twin.kind] += 1
        if _detected(twin):
            found[twin.kind] += 1
        elif show in ("all", twin.kind):
            yield f"missed {twin.kind} in {twin.name}: {[twin.wrong[a:b] for a, b in twin.spans]} 「{_around(twin)}」"
        invented = found_in(twin.clean)
        false += bool(invented)
        for finding in invented if show in ("all", "false") else ():
            yield f"invented in {twin.name}: {finding.code} {finding.message.zh}"
    yield "\n| class | injected | found | share |\n|---|--:|--:|--:|"
    for kind in sorted(seen):
        yield f"| {kind} | {seen[kind]} | {found[kind]} | {found[kind] / seen[kind]:.0%} |"
    total, right = sum(seen.values()), sum(found.values())
    yield f"| all | {total} | {right} | {right / total:.0%} |"
    yield f"\nFindings in {false} of {articles} clean twins ({false / articles:.1%})."


def _detected(twin: Twins) -> bool:
    result = lint_text(twin.wrong, as_of=AS_OF)
    for finding in result.findings:
        places = [finding.span, *(one.span for one in finding.evidence if one.path is None)]
        spans = [result.document.source_map.to_source(span) for span in places]
        if finding.severity.value != "info" and hits(twin, finding, [(one.start, one.end) for one in spans]):
            return True
    return False


def _around(twin: Twins) -> str:
    start, end = twin.spans[0]
    return twin.wrong[max(0, start - 60) : end + 40].replace("\n", "⏎")


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    pairs = list(twins(load_reference(), options.articles, options.seed))
    if options.write:
        options.write.mkdir(parents=True, exist_ok=True)
        for twin in pairs:
            (options.write / f"{twin.name}.md").write_text(twin.clean, encoding="utf-8")
            (options.write / f"{twin.name}.wrong.md").write_text(twin.wrong, encoding="utf-8")
    sys.stdout.writelines(line + "\n" for line in measure(iter(pairs), options.show))


if __name__ == "__main__":
    main()
