"""The table of all quantities that rules govern, for ``rules/README.md`` and the command line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reference.load import RULES, load_reference
from reference.model import Reference, Rule
from reference.registry import load_registry

START, END = "<!-- catalogue: start -->", "<!-- catalogue: end -->"
_HEAD = "| quantity | unit | facets | set by | for example |\n|---|---|---|---|---|"


def render(reference: Reference) -> str:
    """The catalogue as a Markdown table, one line a quantity, families last."""
    return "\n".join([_HEAD, *_lines(reference)])


def written_into(readme: str, reference: Reference) -> str:
    """The text of a README with the table between its two marks brought up to date."""
    before, _, rest = readme.partition(START)
    _, _, after = rest.partition(END)
    return f"{before}{START}\n{render(reference)}\n{END}{after}"


def update() -> None:
    """Bring the table in ``rules/README.md`` up to date."""
    readme = RULES / "README.md"
    readme.write_text(written_into(readme.read_text(encoding="utf-8"), load_reference()), encoding="utf-8")


def _lines(reference: Reference) -> Iterator[str]:
    registry = load_registry()
    groups: dict[str, list[Rule]] = defaultdict(list)
    for rule in reference.rules:
        family = next((prefix for prefix in registry.families if rule.quantity.startswith(prefix)), None)
        groups[rule.quantity if family is None else f"{family}…"].append(rule)
    for quantity in sorted(groups, key=lambda name: (name.endswith("…"), name)):
        entry = registry.entry(quantity)
        form = "" if entry is None else entry.unit or entry.form
        facets = "" if entry is None else ", ".join(entry.facets)
        yield _line(quantity, form, facets, groups[quantity])


def _line(quantity: str, form: str, facets: str, rules: Sequence[Rule]) -> str:
    places = {rule.region for rule in rules}
    setters = [name for name, there in (("nation", "000000" in places), ("places", places - {"000000"})) if there]
    return f"| `{quantity}` | {form} | {facets} | {', '.join(setters)} | {rules[0].title} |"


if __name__ == "__main__":
    update()
