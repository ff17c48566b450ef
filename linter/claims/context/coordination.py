"""Words joined by 、和与 that name several things at once: 养老、医疗 is neither the one nor the other."""

from __future__ import annotations

from collections.abc import Sequence

from linter.scan.tokens import Term

_COORDINATING = frozenset({"、", "和", "与", "及", "以及", "/"})
# 医疗(含生育), 医疗连同生育, 医疗生育: one insurance since the two were merged, so one scheme.
_JOINING = frozenset({"", "(含", "含", "连同", "(", "加", "并"})
_MERGED = {frozenset({"medical", "maternity"}): "medical"}
# 社保医保问答 is about both.
_SIDE_BY_SIDE = frozenset({"social", "medical"})


def merge_coordinated(terms: Sequence[Term], text: str) -> tuple[Term, ...]:
    """Terms joined by 、和与及 that fill the same facet become one with the values joined by "+" (养老+医疗)."""
    merged: list[Term] = []
    for term in terms:
        last = merged[-1] if merged else None
        if last is not None and _coordinated(last, term, text):
            facet = next(name for name in ("scheme", "population") if name in term.facets)
            values = dict.fromkeys([*last.facets[facet].split("+"), term.facets[facet]])
            apart = "、" in text[last.span.start : term.span.end]
            value = "+".join(values) if apart else _MERGED.get(frozenset(values), "+".join(values))
            merged[-1] = Term(last.span.joined(term.span), f"{facet}.compound", {facet: value})
        else:
            merged.append(term)
    return tuple(merged)


def _coordinated(first: Term, second: Term, text: str) -> bool:
    between = text[first.span.end : second.span.start]
    if "\n" in between:
        return False  # a heading that ends in 社保 and the line below that begins with 医保
    between = between.strip()
    together = frozenset(str(term.facets.get("scheme")) for term in (first, second))
    if between == "" and together == _SIDE_BY_SIDE:
        return True
    if between not in (_COORDINATING | _JOINING if together in _MERGED else _COORDINATING):
        return False
    return any(
        facet in first.facets and facet in second.facets and first.facets[facet] != second.facets[facet]
        for facet in ("scheme", "population")
    )
