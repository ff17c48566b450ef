"""Phone numbers offered for a service: 「医保服务热线12393」, 「咨询医保可拨12333」."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.claims.layout import Sentence
from linter.claims.model import HotlineClaim
from linter.claims.reading import Reading
from linter.scan.tokens import Phone
from reference.vocabulary import load_json

_WHOLE_COUNTRY = re.compile("全国(?:统一|通用|唯一)?的?[^,;。]{0,6}(?:热线|电话|专线)")


def extract(reading: Reading) -> Iterator[HotlineClaim]:
    """The national numbers, and those said to be, each with the service it is offered for."""
    known = frozenset(load_json("hotlines.json")["numbers"])
    for phone in reading.tokens.phones:
        sentence = reading.sentence_at(phone.span)
        if sentence is None or not (phone.digits in known or _national(reading, sentence)):
            continue
        service = _named(reading, sentence, phone) or _offered_for(reading, sentence, phone)
        scope = reading.scope(phone.span, sentence)
        if service is not None and not scope.has("hearsay"):
            yield HotlineClaim(phone.span, sentence.span, scope, phone, service)


def _national(reading: Reading, sentence: Sentence) -> bool:
    """全国统一的医保热线: a number offered for the whole country is no local one."""
    return _WHOLE_COUNTRY.search(sentence.span.cut(reading.text)) is not None


def _named(reading: Reading, sentence: Sentence, phone: Phone) -> str | None:
    """The service whose name stands right before the number, or right behind it."""
    before = reading.text[sentence.span.start : phone.span.start]
    after = reading.text[phone.span.end : sentence.span.end]
    name_before, name_after, services = _names()
    found = name_before.search(before) or name_after.match(after)
    return None if found is None else services[found["name"]]


def _offered_for(reading: Reading, sentence: Sentence, phone: Phone) -> str | None:
    """The service the sentence speaks of, when no better number stands in it for that service."""
    text = sentence.span.cut(reading.text)
    others = {
        other.digits for other in reading.tokens.phones if sentence.span.contains(other.span) and other is not phone
    }
    for service in load_json("hotlines.json")["services"]:
        if service["named"] or others or phone.digits not in service["numbers"]:
            continue
        if any(word in text for word in service["not"]):
            continue
        if any(word in text for word in service["verbs"]) and any(word in text for word in service["purposes"]):
            return str(service["id"])
    return None


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """The name before a number, the name behind it, and the service of each name.

    「社保、医保热线12333」 names two services; the pattern then fails on the list mark and says nothing.
    """
    data = load_json("hotlines.json")
    services = {name: str(entry["id"]) for entry in data["services"] if entry["named"] for name in entry["names"]}
    name = "|".join(sorted(map(re.escape, services), key=len, reverse=True))
    end = "|".join(map(re.escape, data["name_ends"]))
    before = re.compile(f"(?<![、和与及/])(?P<name>{name})[^,;。:、0-9]{{0,6}}(?:{end})[^,;。、0-9]{{0,5}}$")
    after = re.compile(f'\\s*[("“]?(?P<name>{name})[^,;。:、0-9]{{0,4}}(?:{end})')
    return before, after, services
