"""Which document or article of law a citation should name, by the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linter.claims.model import CitationClaim
from linter.claims.propositions.citations import BASIS, DAY
from linter.scan.tokens import DocNumber, LawArticle
from reference.model import Reference, Rule
from reference.vocabulary import load_json, worded

_NUMBER = re.compile(r"(?P<issuer>.+)(?:〔(?P<year>[0-9]{4})〕|(?<=令)第)(?P<serial>[0-9]+)号")
_DOCUMENT = "document."
_ISSUER = re.compile("^.*?(?=关于)")


def right_citation(claim: CitationClaim, reference: Reference) -> Rule | None:
    """The rule of what should be cited: that of the citation itself when it is right; ``None`` when nobody knows."""
    subjects = (claim.subject or "").split("+")
    if isinstance(claim.cited, LawArticle):
        return _article(claim.cited, subjects, claim.near, reference)
    return _document(claim.cited, subjects, reference)


def cited_name(cited: DocNumber | LawArticle) -> str:
    """What is cited, as the rules name it: 国发〔2016〕3号, 《社会保险法》第16条."""
    return cited.number if isinstance(cited, DocNumber) else f"《{cited.law}》第{cited.article}条"


def rule_name(rule: Rule) -> str:
    """What a rule would be cited as. Rules of events are cited by the document they rest on."""
    details, source = rule.values[-1].details, rule.values[-1].source
    if rule.kind == "article":
        return f"《{details['law']}》第{details['number']}条"
    return str(details["number"]) if rule.kind == "document" else source.doc_no or f"《{source.title}》"


def _article(cited: LawArticle, subjects: Sequence[str], near: Sequence[str], reference: Reference) -> Rule | None:
    """The article on the subject: the one cited when it is on it, else that of the same law, else of another.

    An article the rules do not know is only taken for a wrong one where they know that of the same law, or all of
    that law that is on a subject.
    """
    articles = [rule for rule in reference.rules if rule.kind == "article"]
    mine = next((rule for rule in articles if rule_name(rule) == cited_name(cited)), None)
    if _is_on(mine, (*subjects, *near)) or any(_mentions(cited, subject) for subject in subjects):
        return mine
    fitting = [rule for subject in subjects for rule in articles if subject in rule.values[-1].members]
    same_law = [rule for rule in fitting if rule.values[-1].details["law"] == cited.law]
    if same_law or (mine is None and cited.law not in _complete()):
        return next(iter(same_law), None)
    documents = (rule for subject in subjects if subject.startswith(_DOCUMENT) for rule in reference.governing(subject))
    return next(iter([*sorted(fitting, key=_rank), *documents]), None)


def _rank(rule: Rule) -> int:
    """Laws before regulations: the order of those known completely."""
    law = str(rule.values[-1].details["law"])
    return _complete().index(law) if law in _complete() else len(_complete())


def _is_on(rule: Rule | None, subjects: Sequence[str]) -> bool:
    return rule is not None and not rule.values[-1].members.isdisjoint(subjects)


def _mentions(cited: LawArticle, subject: str) -> bool:
    """True for an article that speaks of the subject, though it is not the one to cite for it."""
    return f"{cited.law}.{cited.article}" in _also().get(subject, ())


def _document(cited: DocNumber, subjects: Sequence[str], reference: Reference) -> Rule | None:
    """The document meant: that of the title beside it, a known one with a digit wrong, or the basis of the subject."""
    for subject in subjects:
        if subject.startswith("《"):
            titled = _titled(cited, subject.strip("《》"), reference)
            if titled is not None:
                return titled
        if subject.startswith(DAY):
            slipped = _slipped(cited, subject.removeprefix(DAY), reference)
            if slipped is not None:
                return slipped
    known = [rule for subject in subjects for rule in reference.governing(subject)]
    right = _nearest(cited, known)
    if right is not None:
        return right
    return next((rule for subject in subjects for rule in _basis(cited, subject, reference)), None)


def _titled(cited: DocNumber, title: str, reference: Reference) -> Rule | None:
    """The document of that title, of the year cited if there is one; the one cited, when it amends that of the title.

    Places give theirs the same titles, so the issuer of the number must be the same.
    """
    documents = [rule for rule in reference.rules if rule.kind == "document"]
    same = [rule for rule in documents if _core(str(rule.values[-1].details["title"])) == _core(title)]
    amending = [rule for rule in documents if _core(title) in _core(str(rule.values[-1].details["title"]))]
    exact = [rule for rule in amending if rule_name(rule) == cited.number]
    issued = [rule for rule in same if _parts(rule_name(rule))[0] == _parts(cited.number)[0] != ""]
    same_year = [rule for rule in issued if _parts(rule_name(rule))[1] == _parts(cited.number)[1]]
    return next(iter([*exact, *same_year, *issued]), None)


def _slipped(cited: DocNumber, day: str, reference: Reference) -> Rule | None:
    """The document of that issuer, year and day whose serial number is written with its digits changed round."""
    documents = [rule for rule in reference.rules if rule.kind == "document"]
    if any(rule_name(rule) == cited.number for rule in documents):
        return None
    issuer, year, serial = _parts(cited.number)
    fitting = [
        rule
        for rule in documents
        if (parts := _parts(rule_name(rule)))[:2] == (issuer, year)
        and sorted(parts[2]) == sorted(serial)
        and day in {str(rule.values[-1].details.get(name)) for name in ("issued", "published")}
    ]
    return fitting[0] if len(fitting) == 1 and issuer else None


def _core(title: str) -> str:
    return re.sub("[《》\\s]", "", _ISSUER.sub("", title))


def _nearest(cited: DocNumber, rules: Sequence[Rule]) -> Rule | None:
    """The document itself, or the only one of the same issuer that is off by the year alone or the serial alone."""
    exact = next((rule for rule in rules if rule_name(rule) == cited.number), None)
    if exact is not None:
        return exact
    near = [rule for rule in rules if _is_near(rule_name(rule), cited.number)]
    same_year = [rule for rule in near if _parts(rule_name(rule))[1] == _parts(cited.number)[1]]
    fitting = same_year or near
    return fitting[0] if len(fitting) == 1 else None


def _basis(cited: DocNumber, subject: str, reference: Reference) -> Iterator[Rule]:
    """The basis of a subject, where a document of an issuer whose documents on it are all known is named for it."""
    quantity = basis_quantity(subject)
    if quantity is None:
        return
    entry = _bases()[subject.removeprefix(BASIS)]
    if _parts(cited.number)[0] in entry["issuers"] and cited.number not in entry["numbers"]:
        yield from reference.governing(quantity)


def basis_quantity(subject: str) -> str | None:
    """The quantity of the rule that is the basis of a subject, where it is one that has a basis."""
    return str(_bases()[subject.removeprefix(BASIS)]["rule"]) if subject.startswith(BASIS) else None


def _is_near(one: str, other: str) -> bool:
    (issuer, year, serial), (other_issuer, other_year, other_serial) = _parts(one), _parts(other)
    return issuer == other_issuer and issuer != "" and (year == other_year) != (serial == other_serial)


def _parts(number: str) -> tuple[str, str, str]:
    match = _NUMBER.fullmatch(number)
    return (match["issuer"], match["year"] or "", match["serial"]) if match else ("", "", "")


@worded
def _bases() -> Mapping[str, Mapping[str, Any]]:
    return {entry["id"]: entry for entry in load_json("citations.json")["bases"]}


@worded
def _also() -> Mapping[str, frozenset[str]]:
    return {entry["id"]: frozenset(entry.get("also", ())) for entry in load_json("citations.json")["subjects"]}


@worded
def _complete() -> Sequence[str]:
    laws: Sequence[str] = load_json("citations.json")["complete"]
    return laws
