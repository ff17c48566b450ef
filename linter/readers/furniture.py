"""The words of page furniture, loaded once. What they are is data: ``reference/vocabulary/page_furniture.json``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from linter.normalise import normalise
from reference.vocabulary import load_json

_DECORATION = " \t|:>»·•#*=_—~-【】[]()<《》◆■▼▶★☆♥❤→↓…+"
_LABEL_END = re.compile(r"\s*[:>»]\s*")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Word sets, normalised. Texts that are asked about must be normalised too."""

    teaser_headings: frozenset[str]
    neighbour_prefixes: tuple[str, ...]
    more_words: frozenset[str]
    cut_off_marks: tuple[str, ...]
    breadcrumb_prefixes: tuple[str, ...]
    buttons: frozenset[str]
    chrome_names: frozenset[str]

    def heads_teasers(self, text: str) -> bool:
        """True when a line says that links to other articles follow (相关推荐, 【往期回顾】)."""
        bare = text.strip(_DECORATION)
        for word in self.more_words:
            if bare.endswith(word) and len(bare) > len(word):
                bare = bare.removesuffix(word).strip(_DECORATION)
        return bare.replace(" ", "") in self.teaser_headings

    def points_elsewhere(self, text: str) -> bool:
        """True when the line is a link to a neighbouring article (上一篇:…)."""
        prefix = next((word for word in self.neighbour_prefixes if text.startswith(word)), None)
        rest = text[len(prefix) :] if prefix else ""
        label = _LABEL_END.match(rest)
        return label is not None and label.end() < len(rest)

    def is_button(self, text: str) -> bool:
        """True for the caption of a control of the page (举报, 点击查看全文)."""
        return text.strip(_DECORATION) in self.buttons

    def is_breadcrumb(self, text: str) -> bool:
        """True for the trail of categories above an article (当前位置:首页 > 资讯)."""
        return text.startswith(self.breadcrumb_prefixes)


@cache
def furniture() -> Furniture:
    """The furniture of this package."""
    data = load_json("page_furniture.json")
    return Furniture(
        teaser_headings=frozenset(map(normalise, data["teaser_headings"])),
        neighbour_prefixes=tuple(data["neighbour_prefixes"]),
        more_words=frozenset(data["more_words"]),
        cut_off_marks=tuple(data["cut_off_marks"]),
        breadcrumb_prefixes=tuple(map(normalise, data["breadcrumb_prefixes"])),
        buttons=frozenset([*data["buttons"], *data["cut_off_marks"]]),
        chrome_names=frozenset(data["chrome_names"]),
    )
