"""The figures of a measurement as results.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

_MB = 1 << 20
_KB = 1 << 10
Figures = Mapping[str, Any]


def rendered(figures: Figures, sizes: Sequence[int]) -> str:
    """The text of results.md; what was not measured is left out."""
    known = [size for size in sizes if f"scan {size}" in figures]
    parts = [
        _head(figures, known),
        _scans(figures, known),
        _ratio(figures, known),
        _partial(figures),
        _again(figures, known),
    ]
    parts += [_where(figures), _projection(figures, known), _questions(figures, known), _truth(figures)]
    parts += [_million(figures), _kills(figures)]
    return "\n".join("\n".join(part) for part in map(list, parts) if part)


def _head(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    machine, store = figures["machine"], figures[f"store {sizes[-1]}"]
    yield "# Archives: one machine\n"
    yield f"{machine['cores']} cores, CPython {machine['python']}. Written by `benchmarks/archive/measure.py`."
    yield f"The corpus is that of `corpus.py`: articles of {store['characters']:.0f} characters on average, log-normal,"
    yield "half of them below 340; one in five an exact copy under another address, one in ten a near copy, one in"
    yield f"three of the rest with an error; {store['claims'] / store['documents']:.1f} claims an article."
    yield "`processor` is the time of all processes. The machine was shared with other work: the clock tells more of"
    yield "that than of factlint. On two idle cores it shows about half of the processor seconds."


def _scans(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    yield "\n## A first scan\n"
    yield (
        "| articles | examined | clock s | processor s | ms processor an examined article "
        "| articles a processor second | peak MB, parent | peak MB, all | store, KB an article |"
    )
    yield "|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    for size in sizes:
        scan, store = figures[f"scan {size}"], figures[f"store {size}"]
        yield (
            f"| {size:,} | {store['examined']:,} | {scan['wall']:.0f} | {scan['cpu']:.0f} "
            f"| {1000 * scan['cpu'] / store['examined']:.1f} | {size / scan['cpu']:.0f} "
            f"| {scan['own']:.0f} | {scan['peak']:.0f} | {store['bytes'] / size / _KB:.1f} |"
        )


def _ratio(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    for less, more in pairwise(sizes):
        one, other = figures[f"scan {less}"], figures[f"scan {more}"]
        yield f"\n{more / less:g} times the articles take {other['cpu'] / one['cpu']:.1f} times the processor time."
    moments = [each for each in figures[f"scan {sizes[-1]}"]["moments"] if each["done"]]
    quarter = max(1, len(moments) // 4)
    most = [max(each["all"] for each in moments[at : at + quarter]) for at in range(0, 4 * quarter, quarter)]
    yield f"\nMemory while {sizes[-1]:,} are scanned, the most of all processes in each quarter of the run after"
    yield f"the first part: {', '.join(f'{each:.0f}' for each in most)} MB."


def _partial(figures: Figures) -> Iterator[str]:
    if "partial" in figures:
        part = figures["partial"]
        yield f"\nA scan of {part['articles']:,} had examined {part['examined']:,} when this was written, in"
        yield f"{part['cpu']:.0f} processor s, {1000 * part['cpu'] / part['examined']:.1f} ms each, with at most"
        yield f"{part['own']:.0f} MB in its first process and {part['peak']:.0f} MB in all."


def _again(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    yield f"\n## Scanning {sizes[-1]:,} again, and the floor\n"
    yield "| | clock s | processor s | µs processor an article | peak MB |\n|---|--:|--:|--:|--:|"
    titles = {
        "read": "reading and naming (digest of the content) alone",
        "empty": "all but examining: reading, naming, guard, writing documents without claims",
        "unchanged": "nothing changed",
        "changed": "one article in a hundred changed",
    }
    for name, title in titles.items():
        if name in figures:
            yield f"| {title} | {_row(figures[name], sizes[-1])} |"


def _row(cost: Figures, articles: int) -> str:
    return f"{cost['wall']:.0f} | {cost['cpu']:.1f} | {1e6 * cost['cpu'] / articles:.0f} | {cost['peak']:.0f}"


def _where(figures: Figures) -> Iterator[str]:
    if "phases" in figures:
        yield "\n## Where the time goes\n\nOne process, ms of processor an article:\n\n| | ms |\n|---|--:|"
        yield from (f"| {name} | {spent:.2f} |" for name, spent in figures["phases"].items())


def _projection(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    scan, store = figures[f"scan {sizes[-1]}"], figures[f"store {sizes[-1]}"]
    each, share = scan["cpu"] / store["examined"], store["examined"] / store["documents"]
    yield "\n## A million\n"
    yield f"Projected, not measured: a million different articles of this mix take {1e6 * each / 3600:.1f} hours"
    yield f"of processor, {1e6 * each / 7200:.1f} hours on two idle cores; with as many exact copies as here, which are"
    yield f"not examined again, {share:.0%} of that. Fifteen minutes would need 1.8 ms an article."


def _questions(figures: Figures, sizes: Sequence[int]) -> Iterator[str]:
    names = [str(sizes[-1]), "million"]
    yield "\n## Questions\n"
    yield "| question | articles | clock s | processor s | peak MB |\n|---|--:|--:|--:|--:|"
    for question in ("contradictions", "impact", "duplicates", "variance", "findings", "coverage"):
        for name in names:
            cost, store = figures.get(f"{question} {name}"), figures.get(f"store {name}")
            if cost and store:
                spent = f"{cost['wall']:.0f} | {cost['cpu']:.1f} | {cost['peak']:.0f}"
                yield f"| {question} | {store['documents']:,} | {spent} |"


def _truth(figures: Figures) -> Iterator[str]:
    titles = {"truth": "in all of the {articles:,} articles", "truth sides": "in {articles:,} sides of pairs alone"}
    for name, title in titles.items():
        if name in figures:
            yield f"\n## Contradictions put in, and what is reported, {title.format(**figures[name])}\n"
            yield from figures[name]["table"]


def _million(figures: Figures) -> Iterator[str]:
    if "replicated" in figures:
        store = figures["store million"]
        yield "\n## How the store of a million was made\n"
        yield f"{figures['replicated']} replicas of a scanned store, by SQL (`million.py`): {store['documents']:,}"
        yield f"documents, {store['claims']:,} claims, {store['cases']:,} cases, {store['bytes'] / _MB:,.0f} MB."
        yield "They were not scanned. Each replica has names, sites, places and near-duplicate bands of its own. What"
        yield "is said of the whole country meets what all replicas say. A case that occurs once in the store is"
        yield "another in each replica, one that recurs is the same in all. A part holds a replica, not a thousand."
    if "copies" in figures:
        cost, store = figures["copies"], figures["store copies"]
        yield f"\nA scan of {store['documents']:,} articles, all but {store['examined']:,} of them exact copies: "
        yield f"{cost['wall']:.0f} s, {cost['cpu']:.0f} processor s, {cost['peak']:.0f} MB."


def _kills(figures: Figures) -> Iterator[str]:
    if "kills" in figures:
        yield "\n## Killed and poisoned (`kills.py`)\n"
        yield from figures["kills"]
