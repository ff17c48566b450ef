"""Lines that only say when (and by whom) something was published; dates in running prose never count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache

from reference.vocabulary import load_json

_CHINA = timezone(timedelta(hours=8))
_YEAR = r"(?:19|20)[0-9]{2}"
_DAY = rf"({_YEAR})\s?(?:[-/.]|年)\s?(0?[1-9]|1[0-2])\s?(?:[-/.]|月)\s?(3[01]|[12][0-9]|0?[1-9])(?![0-9])\s?[日号]?"
_ZONE = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
_CLOCK = rf"(?:\s*T?\s*[0-2]?[0-9][:时][0-5]?[0-9](?:[:分][0-5]?[0-9](?:\.[0-9]+)?)?[秒分]?{_ZONE})?"
_DATE = re.compile(rf"(?<![0-9.]){_DAY}{_CLOCK}")
_VAGUE = re.compile(
    r"(?:^|(?<=[\s|(\[]))(?:(?:0?[1-9]|1[0-2])(?:月|[-/])[0-3]?[0-9]日?"
    r"|[0-9]{1,2}\s?(?:分钟|小时|天|周|个月)前|昨天|前天|今天|刚刚)(?=$|[\s|)\]])"
)
_GAP = re.compile(r"[\s|/·•,;、\[\]()【】<>-]*")
_SEGMENT = re.compile(r"[^\s|·•,;、\[\]()【】]+")
_COUNT = re.compile(r"[0-9.]+\s?[万wWkK+]?次?")
_BRACKETED = re.compile(rf"[(【\[]\s*([^()（）【】\[\]]{{2,8}}?)\s*:?\s*({_DAY}){_CLOCK}\s*[)】\]]")
# www.example.com of the site stands beside its names.
_ADDRESS = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,6}(?:/[\x21-\x7e]*)?", re.IGNORECASE)
_LONGEST = 80
_LONGEST_WORD = 14
_IN_URL = (
    re.compile(rf"(?<![0-9])({_YEAR})[/_-](0[1-9]|1[0-2])[/_-](0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(rf"/({_YEAR})/([1-9]|1[0-2])/([1-9]|[12][0-9]|3[01])/"),
    re.compile(rf"(?<![0-9])({_YEAR})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(rf"(?<![0-9])({_YEAR})-?(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])(?![0-9])"),
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A dating line. ``day`` is ``None`` when the line dates without saying the year (5月6日, 3天前)."""

    day: date | None


@dataclass(frozen=True, slots=True)
class _Words:
    published: frozenset[str]
    labels: frozenset[str]
    excluded: tuple[str, ...]
    enacting: tuple[str, ...]


@cache
def _words() -> _Words:
    data = load_json("page_furniture.json")
    labels = data["byline_labels"]
    return _Words(
        published=frozenset(labels["published"]),
        labels=frozenset([*labels["published"], *labels["updated"], *labels["other"]]),
        excluded=tuple(data["not_a_byline"]),
        enacting=tuple(data["enactment_verbs"]),
    )


def parse_byline(text: str) -> Byline | None:
    """The byline a normalised line is: a date with its label, a source, an author, a category; else ``None``."""
    if len(text) > _LONGEST:
        return None
    dates = list(_DATE.finditer(text))
    vague = None if dates else _VAGUE.search(text)
    if not dates and (vague is None or len(text) > 2 * _LONGEST_WORD):
        return None
    rest = _without(text, dates or ([vague] if vague else []))
    if len(dates) > 2 or not all(_belongs(part) for part in rest):
        return None
    if len(dates) == 2 and not _all_labelled(text, dates):
        return None
    return Byline(_chosen(text, dates))


def trailing_day(text: str) -> tuple[int, date | None] | None:
    """Where a date at the end of a line begins, and the day (a linked title with its date); ``None`` without one."""
    for found in [*_DATE.finditer(text), *_VAGUE.finditer(text)]:
        before = text[: found.start()]
        bare = before.rstrip(" \t|([【")
        full = found.re is _DATE
        # "5月6日" glued to its words is part of them; a full date at the end of a link never is.
        if not text[found.end() :].strip(" )]】") and bare and (full or bare != before):
            return len(bare), _day(found) if full else None
    return None


def bracketed_day(text: str) -> date | None:
    """The day of a bracket that says nothing else than when this was published: (发布日期:2025-01-31)."""
    for found in _BRACKETED.finditer(text):
        if found.group(1).strip() in _words().published:
            return _civil(*found.group(3, 4, 5))
    return None


def enactment_day(text: str) -> date | None:
    """The day of a law's history line: 2010年1月8日 某委员会第一次会议通过."""
    found = _DATE.match(text)
    body = text.rstrip(" 。)") if found else ""
    return _day(found) if found and body.endswith(_words().enacting) else None


def parse_timestamp(text: str) -> date | None:
    """The day, in China, of a machine-written date or time: ISO 8601 or any date this module reads."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        found = _DATE.search(text)
        return _day(found) if found else None
    return (moment.astimezone(_CHINA) if moment.tzinfo else moment).date()


def url_day(url: str) -> date | None:
    """The day in an address or file name: /2024/01/31/, 2024-01-31-title.md, t20240131_1.html."""
    for pattern in _IN_URL:
        for found in pattern.finditer(url):
            if day := _civil(*found.groups()):
                return day
    return None


def _without(text: str, dates: list[re.Match[str]]) -> Iterator[str]:
    at = 0
    for found in dates:
        yield text[at : found.start()]
        at = found.end()
    yield text[at:]


def _belongs(part: str) -> bool:
    """True when what stands beside the date is labels, names and counts, no statement."""
    words = _words()
    for segment in _SEGMENT.findall(part):
        label, _, value = segment.partition(":")
        if label.lower() in words.labels:
            if len(value) > 2 * _LONGEST_WORD:
                return False
        elif value or not _is_name(segment):
            return False
    return True


def _is_name(segment: str) -> bool:
    if _COUNT.fullmatch(segment) or not _GAP.sub("", segment):
        return True
    bare = _ADDRESS.sub("", segment).strip("-—:")
    if len(bare) > _LONGEST_WORD or any(char in "。!?%0123456789" for char in bare):
        return False
    # One character excludes at either end (起, 前); a word does so wherever it stands (报名截止日期).
    excluded = _words().excluded
    return (
        not bare.startswith(excluded)
        and not bare.endswith(excluded)
        and not any(word in bare for word in excluded if len(word) > 1)
    )


def _all_labelled(text: str, dates: list[re.Match[str]]) -> bool:
    return all(_label_before(text, found) in _words().labels for found in dates)


def _chosen(text: str, dates: list[re.Match[str]]) -> date | None:
    """The labelled day of publication, or the first."""
    ranked = sorted(dates, key=lambda found: _label_before(text, found) not in _words().published)
    return _day(ranked[0]) if ranked else None


def _label_before(text: str, found: re.Match[str]) -> str:
    before = text[: found.start()].rstrip(" :")
    return re.split(r"[\s|·,;\])】]", before)[-1].lower()


def _day(found: re.Match[str]) -> date | None:
    return _civil(*found.groups()[:3])


def _civil(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
