"""Relatives of relatives: 妹妹的孩子 is neither a sister nor a child, 儿子的孩子 is a grandchild."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from linter.scan.tokens import Term
from reference.vocabulary import load_json, worded

_OF = "的"
# Words for one's husband or wife that mean others elsewhere, and people who are no relatives at all.
_OF_SPOUSE = re.compile("(?:媳妇|太太|先生|妻|夫|老伴)(?:儿)?的\\Z")
_OF_OTHERS = re.compile("(?:朋友|男友|女友|对象|同事|同学|邻居|老板|亲家|前夫|前妻|未婚夫|未婚妻)的\\Z")
_REACH = 6


def join_kin(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms with each chain of relatives made one term: of whom it speaks, or of nobody the vocabulary names."""
    joined: list[Term] = []
    for term in terms:
        if "kin" not in term.facets:
            joined.append(term)
            continue
        last = joined[-1] if joined else None
        if last is not None and "kin_owner" in last.facets and _between(last, term, text) == _OF:
            joined[-1] = _of(last.facets["kin_owner"], term, last)
        else:
            before = text[max(0, term.span.start - _REACH) : term.span.start]
            owner = "spouse" if _OF_SPOUSE.search(before) else "nobody" if _OF_OTHERS.search(before) else None
            joined.append(_of(owner, term, term) if owner else _owning(term, term.facets["kin"]))
    return tuple(joined)


def _of(owner: str, term: Term, first: Term) -> Term:
    """``term`` of the relatives called ``owner``, from where ``first`` begins."""
    kin = _chains().get(f"{owner} {term.facets['kin']}")
    facets = {name: value for name, value in term.facets.items() if name not in ("kin", "kin_owner")}
    chained = replace(term, span=first.span.joined(term.span), facets=facets | ({"kin": kin} if kin else {}))
    return _owning(chained, kin or "nobody")


def _owning(term: Term, kin: str) -> Term:
    return replace(term, facets={**term.facets, "kin_owner": kin})


def _between(one: Term, other: Term, text: str) -> str:
    return text[one.span.end : other.span.start].strip()


@worded
def _chains() -> dict[str, str]:
    chains: dict[str, str] = load_json("kin.json")["chains"]
    return chains
