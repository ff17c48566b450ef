"""Names that a reform has replaced, used as if they were current."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.claims.model import TermClaim
from linter.document import Section
from linter.scan.tokens import Term
from linter.text import Span
from reference.vocabulary import load_json, worded

_LAST_YEAR_OF_USE = 2019
_TITLE = re.compile("《[^《》]*》")
_QUOTED_LAW = re.compile("第[一二三四五六七八九十百零〇0-9]+(?:[-—~、至到]第?[一二三四五六七八九十百零〇0-9]+)?条")
# 「新农合」。现在叫…: the present name follows, in the same sentence or the next.
_RENAMED = re.compile(
    '["”」]?[,。;]?\\s*(?:现在|如今|今天|后来|现)(?:都|已经?|统一|早就?|则|也)*(?:叫|称|改[叫称名为])'
)
# 还把它叫“新农合” · 印有“新型农村合作医疗”字样: the word is spoken of, not used.
_NAMING = re.compile('(?:叫[做作]?|唤作|印[着有]|写[着有]|刻[着有])["“「]$')
_WORDED = re.compile('["”」](?:的)?(?:字样|几个字|[一二三四五六七八九]个字)')
# 合作医疗办公室 is what a place is called, as long as it is called so.
_OFFICE = re.compile("(?:管理|服务|经办|工作)*(?:办公室|办(?![理事好法])|中心|局|科|站|窗口|管委会)")
# The counter of a bureau is no name that outlived it.
_BODIES = ("局", "委", "厅", "所", "部门", "机关", "委员会", "证", "证书")
_ARTICLE_IN_QUOTES = re.compile(_QUOTED_LAW.pattern + '[^。;“”"「」]{0,12}(?:“[^“”]*”|"[^"]*"|「[^「」]*」)')


def extract(reading: Reading) -> Iterator[TermClaim]:
    """Superseded names, except in the titles of documents, in quoted articles of law, in history and in hearsay."""
    explained = [_explains(reading, section) for section in reading.document.sections]
    for term in reading.tokens.terms:
        sentence = reading.sentence_at(term.span) if "superseded" in term.facets else None
        if sentence is None or _is_quoted(reading, sentence, term) or _tells_history(reading, sentence):
            continue
        if _is_mentioned(reading, term.span) or _is_of_the_past(reading, term.span):
            continue
        scope = reading.scope(term.span, sentence)
        if not scope.has("hearsay"):
            renamed = any(way.match(reading.text, term.span.end) for way in (_RENAMED, _renamed_later()))
            glossed = explained[sentence.section] or renamed or _is_glossed(reading, sentence)
            yield TermClaim(term.span, sentence.span, scope, term, glossed)


def _is_of_the_past(reading: Reading, span: Span) -> bool:
    """True for 原劳动局, the issuer of a document (劳动厅关于…) and what an office is still called."""
    before, behind = reading.text[max(0, span.start - 8) : span.start], reading.text[span.end : span.end + 8]
    words = _words()
    named = before.endswith(tuple(words["former"])) or behind.startswith(tuple(words["documents"]))
    is_office = not span.cut(reading.text).endswith(_BODIES) and _OFFICE.match(reading.text, span.end) is not None
    return named or is_office


def _explains(reading: Reading, section: Section) -> bool:
    """True when the section says somewhere that the old scheme went into the present one."""
    return _merger().search(section.span.cut(reading.text)) is not None


def _is_quoted(reading: Reading, sentence: Sentence, term: Term) -> bool:
    text = sentence.span.cut(reading.text)
    local = Span(term.span.start - sentence.span.start, term.span.end - sentence.span.start)
    titles = (title for title in _TITLE.finditer(text) if Span(*title.span()).contains(local))
    if any(title.group().strip("《》") not in _words()["papers"] for title in titles):
        return True
    section = reading.document.sections[sentence.section]
    block = section.blocks[sentence.block].span
    return (
        _QUOTED_LAW.search(text) is not None
        or _in_quotation_of_law(block.cut(reading.text), term.span.start - block.start)
        or is_law_text(reading.document, section)
    )


def _is_mentioned(reading: Reading, span: Span) -> bool:
    named = _NAMING.search(reading.text[max(0, span.start - 4) : span.start])
    return (named or _WORDED.match(reading.text, span.end)) is not None


def _in_quotation_of_law(text: str, offset: int) -> bool:
    """True between quotation marks that a numbered article opens, however many sentences they hold."""
    return any(quoted.start() < offset < quoted.end() for quoted in _ARTICLE_IN_QUOTES.finditer(text))


def _tells_history(reading: Reading, sentence: Sentence) -> bool:
    """A past date, or a word of beginning, trial or merger, in the block; or a heading that announces history."""
    section = reading.document.sections[sentence.section]
    words = _words()["history"]
    if _past_year(reading, sentence.span) or any(word in sentence.span.cut(reading.text) for word in words):
        return True
    places = (sentence.span, *headings(reading, sentence))
    if any(word in place.cut(reading.text) for place in places for word in _words()["history_headings"]):
        return True
    titled = section.title is not None and section.title.overlaps(sentence.span)
    return not titled and _past_year(reading, section.blocks[sentence.block].span)


def _past_year(reading: Reading, span: Span) -> bool:
    years = [token.start.year for token in reading.scoper.dates_in(span) if token.start.year is not None]
    return bool(years) and min(years) <= _LAST_YEAR_OF_USE


def _is_glossed(reading: Reading, sentence: Sentence) -> bool:
    """True when the sentence also gives the present name as the same thing: 新农合(现城乡居民医保)."""
    return _gloss().search(sentence.span.cut(reading.text)) is not None


@worded
def _gloss() -> re.Pattern[str]:
    present, old = ("|".join(map(re.escape, _words()[key])) for key in ("present", "old"))
    link = "[(,、]?(?:也就是|即|就是|现|今|已)[^()。;]{0,8}"
    old_first = f'(?:{old})["”]?\\s*(?:{link}|\\()(?:{present})'
    new_first = f'(?:{present})["”]?\\s*\\([^()]{{0,14}}(?:{old})'
    return re.compile(f"{old_first}|{new_first}")


@worded
def _renamed_later() -> re.Pattern[str]:
    """新农合早就不光是农民的医保,现在统一叫城乡居民医保: other words may come before the present name."""
    present = "|".join(map(re.escape, _words()["present"]))
    return re.compile(f"[^。;!?\n]{{0,24}}?{_RENAMED.pattern}[^。;,]{{0,4}}(?:{present})")


@worded
def _merger() -> re.Pattern[str]:
    present, old = ("|".join(map(re.escape, _words()[key])) for key in ("present", "old"))
    into = "|".join(_words()["into"])
    return re.compile(f"(?:{old})[^。;!?\n]{{0,40}}(?:{into})[^。;!?\n]{{0,30}}(?:{present})")


@worded
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_json("superseded_terms.json")
    return words
