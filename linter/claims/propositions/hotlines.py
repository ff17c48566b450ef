"""Phone numbers offered for a service: 「医保服务热线12393」, 「咨询医保可拨12333」."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import HotlineClaim
from linter.scan.tokens import Phone
from reference.vocabulary import load_json, worded

_LABELLED = re.compile("[:|\\t]\\s*$")
# 12393管医保,养老问12333: what stands behind a number up to the comma is said of it, not of the next.
_OF_THE_OTHER = re.compile("^[^,;。|\\n]*[,;。|\\n]?")
_OR_ANOTHER = re.compile("\\s*(?:或者?|、|和|及|/)\\s*[0-9]")
# 举报骗保打国家医保局电话…: the bureau's other number.
_REPORT = re.compile("举报|投诉|骗保")
# 掌上12333 is an app.
_APP = re.compile("掌上\\s*$")
# 「答:打」
_BARE = 10
_WHOLE_COUNTRY = re.compile(
    "全国(?:统一|通用|唯一)?的?[^,;。]{0,6}(?:热线|电话|专线)|全国(?:统一|通用|都)的?(?:请?拨打?|打|号码?)"
)
# 拨医保的12393: whose number it is, not what it is offered for.
_OWNER = re.compile("(?:医保局?|人社局?|社保局?|税务局?|政务)的?\\s*$")
# 「人社热线?」 asked, 「答:12393」 answered.
_ASKED_END = re.compile("[?!\\s]+$")
_ANSWERED = re.compile("\\s*(?:(?:答|回答|A)\\s*[:.]?|是|就是)?\\s*$")


def extract(reading: Reading) -> Iterator[HotlineClaim]:
    """The national numbers, and those said to be, each with the service it is offered for."""
    known = frozenset(load_json("hotlines.json")["numbers"])
    for phone in reading.tokens.phones:
        sentence = reading.sentence_at(phone.span)
        if sentence is None or _APP.search(reading.text[max(0, phone.span.start - 4) : phone.span.start]):
            continue
        national = phone.digits in known or _is_slip(phone, known) or _national(reading, sentence)
        if not (national or _short_codes().fullmatch(phone.digits)):
            continue
        service = _service(reading, sentence, phone) if national else _named(reading, sentence, phone)
        scope = reading.scope(phone.span, sentence)
        if service is not None and not scope.has("hearsay"):
            yield HotlineClaim(phone.span, sentence.span, scope, phone, service)


@worded
def _short_codes() -> re.Pattern[str]:
    """Short numbers are the same everywhere: one that a service is named for and that is not its own is wrong."""
    return re.compile(load_json("hotlines.json")["short_codes"])


def _is_slip(phone: Phone, known: frozenset[str]) -> bool:
    """True for 12339, the figures of 12393 in another order: nobody's number, so meant for that one."""
    return _short_codes().fullmatch(phone.digits) is not None and sorted(phone.digits) in map(sorted, known)


def _national(reading: Reading, sentence: Sentence) -> bool:
    """全国统一的医保热线: a number offered for the whole country is no local one."""
    return _WHOLE_COUNTRY.search(sentence.span.cut(reading.text)) is not None


def _service(reading: Reading, sentence: Sentence, phone: Phone) -> str | None:
    """The service the number is called by; what it is offered for, where that is the matter of another service."""
    named = _named(reading, sentence, phone)
    offered = _offered_for(reading, sentence, phone, called_by=named is not None)
    if named is None or offered is None:
        return named or offered
    quantities = {str(entry["id"]): entry["quantity"] for entry in load_json("hotlines.json")["services"]}
    return named if quantities[named] == quantities[offered] else offered


def _named(reading: Reading, sentence: Sentence, phone: Phone) -> str | None:
    """The service whose name stands right before the number, or right behind it."""
    before = reading.text[sentence.span.start : phone.span.start]
    after = reading.text[phone.span.end : sentence.span.end]
    if _ANSWERED.fullmatch(before):
        before = _ASKED_END.sub("", _question_of(reading, sentence))
    name_before, name_after, services = _names()
    found = name_before.search(before) or name_after.match(after)
    if found is None or (_REPORT.search(before) and services[found["name"]] != "fraud_report"):
        return None
    return services[found["name"]]


def _offered_for(reading: Reading, sentence: Sentence, phone: Phone, *, called_by: bool) -> str | None:
    """The service that the words before the number speak of, or else those around it, when it is not its number.

    The name the number is ``called_by`` (医保热线) is no matter it is offered for.
    """
    before, after = _OWNER.sub("", _before(reading, sentence, phone)), _after(reading, sentence, phone)
    if called_by:
        name_before, name_after, _ = _names()
        before, after = name_before.sub("", before), name_after.sub("", after, count=1)
        if any(word in after for word in load_json("hotlines.json")["elsewhere"]):
            return None
    refused = any(word in before + after for word in load_json("hotlines.json")["refused"])
    if refused or _OR_ANOTHER.match(reading.text, phone.span.end):
        return None
    for stretch, offered in ((before, _offers(before)), (before + after, _offers(before + after))):
        services = [service for service in _inquiries() if any(word in stretch for word in service["purposes"])]
        if services:
            foreign = phone.digits in services[0]["numbers"] or _is_no_known_number(phone)
            fits = offered and len(services) == 1 and foreign
            refusing = (*services[0]["not"], *services[0].get("not_at", {}).get(phone.digits, ()))
            clear = fits and not any(word in stretch for word in refusing)
            return str(services[0]["id"]) if clear else None
    return None


def _before(reading: Reading, sentence: Sentence, phone: Phone) -> str:
    """The words that lead to the number: all since the one before; of a bare 「打12393」 the question it answers."""
    others = [other.span.end for other in _phones(reading, sentence) if other.span.end <= phone.span.start]
    start = max(others, default=sentence.span.start)
    words = reading.text[start : phone.span.start]
    if others:
        return _OF_THE_OTHER.sub("", words)
    return _question_of(reading, sentence) + words if len(words) <= _BARE and _offers(words) else words


def _question_of(reading: Reading, sentence: Sentence) -> str:
    """The question right before a sentence; nothing where none is asked."""
    asked = reading.sentences[max(0, (reading.framer.sentence_index(sentence.span.start) or 0) - 1)]
    asks = asked.section == sentence.section and is_question(reading, asked)
    return asked.span.cut(reading.text) if asks else ""


def _is_no_known_number(phone: Phone) -> bool:
    """True for a number offered to the whole country that is nobody's there: those of a place are not looked at."""
    return phone.digits not in load_json("hotlines.json")["numbers"]


def _after(reading: Reading, sentence: Sentence, phone: Phone) -> str:
    others = [other.span.start for other in _phones(reading, sentence) if other.span.start > phone.span.start]
    if others:
        return ""
    return reading.text[phone.span.end : sentence.span.end]


def _phones(reading: Reading, sentence: Sentence) -> Iterator[Phone]:
    phones, span = reading.tokens.phones, sentence.span
    first, end = (bisect_left(phones, place, key=_start) for place in (span.start, span.end))
    return (phone for phone in phones[first:end] if span.contains(phone.span))


def _start(phone: Phone) -> int:
    return phone.span.start


def _offers(words: str) -> bool:
    """True where a number is offered: by a verb, or as what follows a label (失业金:12393) or a table's first cell."""
    return _LABELLED.search(words) is not None or any(verb in words for verb in load_json("hotlines.json")["verbs"])


def _inquiries() -> list[dict[str, Any]]:
    return [service for service in load_json("hotlines.json")["services"] if not service["named"]]


@worded
def _names() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """The name before a number, the name behind it, and the service of each name.

    「社保、医保热线12333」 names two services; the pattern then fails on the list mark and says nothing.
    """
    data = load_json("hotlines.json")
    services = {name: str(entry["id"]) for entry in data["services"] if entry["named"] for name in entry["names"]}
    name = "|".join(sorted(map(re.escape, services), key=len, reverse=True))
    end = "|".join(map(re.escape, data["name_ends"]))
    before = re.compile(f"(?<![、和与及/])(?P<name>{name})[^,;。:、0-9]{{0,6}}(?:{end})[^,;。、0-9]{{0,5}}$")
    linked = "(?:(?:就?是|为|即|作为|属于)(?:全国|国家|统一|唯一|的)*)?"
    after = re.compile(f'\\s*{linked}[("“]?(?P<name>{name})[^,;。:、0-9]{{0,4}}(?:{end})')
    return before, after, services
