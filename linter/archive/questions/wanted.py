"""The part of an archive that a question is about, as conditions in SQL whose values are parameters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reference.regions import COUNTRY

Value = str | int | date


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of an archive is looked at; ``None`` is everything.

    ``region`` is a GB/T 2260 code, of a place with all in it. ``subject`` is an id of the vocabulary or the
    beginning of ids ("pension"), ``facets`` the slots it must have. ``first`` and ``last`` are days of publication;
    ``by`` is what an answer is divided by.
    """

    region: str | None = None
    site: str | None = None
    subject: str | None = None
    facets: Mapping[str, str] | None = None
    family: str | None = None
    code: str | None = None
    severity: str | None = None
    first: date | None = None
    last: date | None = None
    by: str = "site"

    @property
    def tables(self) -> Mapping[str, str]:
        """What it leaves of the tables, by the name that the questions use."""
        return {
            "chosen_documents": _select("documents", (*self._of_documents(), *self._here())),
            "chosen_claims": _select("claims", (*self._of_claims(), *self._here(), *self._on_the_site())),
            "chosen_findings": _select("findings", (*self._of_findings(), *self._in_documents())),
        }

    @property
    def values(self) -> Mapping[str, Value]:
        """The parameters of the conditions."""
        given: dict[str, Value | None] = {
            "region": _within(self.region) if self.region else None,
            "site": self.site,
            "subject": self.subject,
            "family": self.family,
            "code": self.code,
            "severity": self.severity,
            "first": self.first,
            "last": self.last,
            "by": self.by,
        }
        facets = {f"facet{at}": f"%;{name}={value};%" for at, (name, value) in enumerate(self._facets())}
        return {name: value for name, value in given.items() if value is not None} | facets

    def _facets(self) -> list[tuple[str, str]]:
        return sorted((self.facets or {}).items())

    def _here(self) -> Iterator[str]:
        """What documents and claims have in common: a place and a day."""
        if self.region is not None:
            yield "(region is null or region like $region)" if self.region == COUNTRY else "region like $region"
        if self.first is not None:
            yield "published >= $first"
        if self.last is not None:
            yield "published <= $last"

    def _of_documents(self) -> Iterator[str]:
        if self.site is not None:
            yield "site = $site"

    def _on_the_site(self) -> Iterator[str]:
        if self.site is not None:
            yield "document in (select document from documents where site = $site)"

    def _of_claims(self) -> Iterator[str]:
        if self.subject is not None:
            yield "(subject = $subject or subject like $subject || '.%')"
        yield from (f"concat(';', facets, ';') like $facet{at}" for at, _ in enumerate(self._facets()))

    def _of_findings(self) -> Iterator[str]:
        if self.subject is not None:
            yield "(subject = $subject or subject like $subject || '.%')"
        yield from (f"{name} = ${name}" for name in ("family", "code", "severity") if getattr(self, name) is not None)

    def _in_documents(self) -> Iterator[str]:
        conditions = (*self._of_documents(), *self._here())
        if conditions:
            yield f"document in (select document from documents where {' and '.join(conditions)})"


def _select(table: str, conditions: tuple[str, ...]) -> str:
    return f"select * from {table}" + (f" where {' and '.join(conditions)}" if conditions else "")


def _within(region: str) -> str:
    """The pattern of the codes of a place and of all in it: those of a province begin with its first two digits."""
    digits = region
    while len(digits) > 2 and digits.endswith("00"):
        digits = digits[:-2]
    return f"{digits}%"
