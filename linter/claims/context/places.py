"""The place that what a sentence says holds for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from linter.claims.context.asked import asked
from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.openings import opening
from linter.document import BlockKind, Document, Section
from linter.scan.tokens import RegionToken
from linter.text import Span
from reference.model import region_chain
from reference.regions import COUNTRY

PASSED = "passed"
"""Where a place was found that another one named since has perhaps taken over from."""
# 全国规定…, 按国家标准: the claim is of the whole country, whatever place the page is about.
_WHOLE_COUNTRY = re.compile("全国(?!人大|人民|政协|医保|各地)|国家(?:规定|统一|最低|层面|的)*(?:标准(?!化)|口径|底线)")
# 一类(甲市、省直)4498元;二类4299元: the place in the brackets is one of its own class only.
_NEXT_CLASS = re.compile("[;,。、][^;,。、0-9]{0,3}[一二三四五六1-6](?:类|档|级)")


class Places:
    """The places of one document. ``resolve_hint`` turns a front matter region into a code."""

    def __init__(
        self,
        document: Document,
        framer: Framer,
        regions: Sequence[RegionToken],
        resolve_hint: Callable[[str], str | None],
    ) -> None:
        self._document = document
        self._framer = framer
        self._regions = regions
        self._starts = [token.span.start for token in regions]
        self._of_sections = tuple(self._region_of(section, resolve_hint) for section in document.sections)

    def of_section(self, index: int) -> str | None:
        """The place a section is about, from its front matter or its title."""
        return self._of_sections[index][0]

    def at(self, span: Span, sentence: Sentence) -> tuple[str | None, str]:
        """The code of the place that holds at ``span``, and where it was found."""
        own_section = self._of_sections[sentence.section]
        block = self._document.sections[sentence.section].blocks[sentence.block]
        for area, label in ((sentence.span, "sentence"), (Span(block.span.start, sentence.span.start), "block")):
            before = [
                token
                for token in self._regions_in(area)
                if token.span.start <= span.start and not self._of_another_class(token, span)
            ]
            whole = _WHOLE_COUNTRY.search(
                self._document.text, before[-1].span.end if before else area.start, span.start
            )
            if whole is not None and label == "sentence":
                return COUNTRY, label
            if before and not (label == "block" and self._are_examples(before)):
                return _narrowed(before[-1], own_section[0]), label
        question = self._asked(sentence)
        if question is not None:
            return _narrowed(question, own_section[0]), "heading"
        region, label = self._above(sentence)
        return region, PASSED if self._leaves(region, sentence) else label

    def is_of_one_of_several(self, area: Span, section: int) -> bool:
        """True for a line of a survey of places: it names one that the page is not about, and other lines others."""
        own, about = self._named_in(area), self._of_sections[section][0]
        if not own or any(_related(about, code) for code in own):
            return False
        elsewhere = self._named_in(self._document.sections[section].span)
        return any(not _related(code, mine) for code in elsewhere for mine in own)

    def _named_in(self, span: Span) -> frozenset[str]:
        return frozenset(token.codes[0] for token in self._regions_in(span))

    def _are_examples(self, named: Sequence[RegionToken]) -> bool:
        """True when the sentence that last names places names several apart: 甲市返100元,乙市返80元."""
        home = self._framer.sentence_at(named[-1].span.start)
        told = [token.codes[0] for token in named if home is not None and home.span.contains(token.span)]
        return any(not _related(told[-1], code) for code in told[:-1])

    def _above(self, sentence: Sentence) -> tuple[str | None, str]:
        """The place named by the line or heading above, else that of the section."""
        own_section = self._of_sections[sentence.section]
        introduced = self._introduced(sentence)
        if introduced is not None:
            return _narrowed(introduced, own_section[0]), "heading"
        if sentence.heading is not None and (places := self._regions_in(sentence.heading)):
            return _narrowed(places[-1], own_section[0]), "heading"
        return own_section

    def _introduced(self, sentence: Sentence) -> RegionToken | None:
        """The only place that the line over a list names: 以甲市为例,个人部分:"""
        leads = [area for area in self._framer.headings_above(sentence)[:1] if area != sentence.heading]
        said = "".join(area.cut(self._document.text) for area in leads).rstrip()
        places = self._regions_in(leads[0]) if said.endswith(":") else ()
        return places[0] if len({token.codes for token in places}) == 1 else None

    def _leaves(self, region: str | None, sentence: Sentence) -> bool:
        """True when the block before last named a place outside the one above: 乙市下限3900元。¶ 上限19500元。"""
        blocks = self._document.sections[sentence.section].blocks
        before = blocks[sentence.block - 1] if sentence.block else None
        if region is None or before is None or before.kind is BlockKind.HEADING:
            return False
        named = self._regions_in(before.span)
        return bool(named) and not any(region in region_chain(code) for code in named[-1].codes)

    def _asked(self, sentence: Sentence) -> RegionToken | None:
        """The only place that the question names which the sentence answers."""
        question = asked(self._framer, sentence, self._document.text)
        places = () if question is None else self._regions_in(question)
        return places[0] if len({token.codes for token in places}) == 1 else None

    def _region_of(self, section: Section, resolve_hint: Callable[[str], str | None]) -> tuple[str | None, str]:
        if section.region_hint:
            code = resolve_hint(section.region_hint)
            if code is not None:
                return code, "front-matter"
        if section.title is not None:
            places = self._regions_in(section.title)
            if len({code for token in places for code in token.codes[:1]}) == 1:
                return places[0].codes[0], "title"
        opened = self._opening(section)
        return (None, "unknown") if opened is None else (opened, "opening")

    def _opening(self, section: Section) -> str | None:
        """The place that the first sentence of a page names, where the page names none but it and what lies in it.

        根据2024年甲市社保政策,缴费金额如下: a page without a title says so what it is about.
        """
        first = opening(self._framer, section)
        named = () if first is None else self._regions_in(first.span)
        codes = {token.codes[0] for token in self._regions_in(section.span)}
        place = max((token.codes[0] for token in named), key=lambda code: len(region_chain(code)), default=None)
        return None if place is None or any(not _related(place, code) for code in codes) else place

    def _regions_in(self, span: Span) -> Sequence[RegionToken]:
        return self._regions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def _of_another_class(self, token: RegionToken, span: Span) -> bool:
        """True for a place named with a class of places (一类地区为甲市) when the figure is of a class named later."""
        text = self._document.text
        named = re.search(
            "[一二三四五六1-6](?:类|档|级)[^,;。]{0,12}$", text[max(0, token.span.start - 16) : token.span.start]
        )
        listed = (
            named is not None or re.match("[^,;。()]{0,8}\\)", text[token.span.end : token.span.end + 10]) is not None
        )
        return listed and _NEXT_CLASS.search(text, token.span.end, span.start) is not None


def _related(one: str | None, other: str) -> bool:
    """True for a place and one that it lies in."""
    return one is not None and (one in region_chain(other) or other in region_chain(one))


def _narrowed(token: RegionToken, section_region: str | None) -> str | None:
    """The code meant: the one inside the section's province when the name is ambiguous."""
    if len(token.codes) == 1 or section_region is None:
        return token.codes[0]
    same = [code for code in token.codes if code[:2] == section_region[:2]]
    return same[0] if same else token.codes[0]
