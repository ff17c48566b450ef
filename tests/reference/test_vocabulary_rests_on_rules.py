"""Statements, events, hotlines, relatives and citations name rules that exist: others would never find anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from linter.claims.propositions.wordings import Chain, Form, FormParser
from reference.load import load_reference
from reference.model import Reference
from reference.vocabulary import load_entries, load_json, load_terms


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference()


def test_every_statement_has_a_rule_or_can_contradict_itself(reference: Reference) -> None:
    entries = load_entries("statements")
    missing = [
        entry["id"]
        for entry in entries
        if not any(rule.kind == "statement" for rule in reference.governing(entry.get("rule", entry["id"])))
    ]
    assert [entry["id"] for entry in entries if entry["id"] in missing and not entry.get("denied")] == []


def test_statements_are_named_once_and_worded_in_both_languages() -> None:
    entries = load_entries("statements")
    assert len({entry["id"] for entry in entries}) == len(entries)
    texts = ("zh", "en", "holds_zh", "holds_en")
    assert [entry["id"] for entry in entries if not all(entry[key] for key in texts)] == []


def forms() -> Iterator[tuple[str, dict[str, object], dict[str, list[str]]]]:
    statements, events, citations = (load_json(f"{name}.json") for name in ("statements", "events", "citations"))
    for entry in load_entries("statements"):
        for raw in (*entry["forms"], *entry.get("denied", ())):
            yield entry["id"], raw, statements["lists"]
    for entry in events["events"]:
        for raw in entry["forms"]:
            yield entry["id"], raw, events["lists"]
    for entry in (*citations["subjects"], *citations["documents"], *citations["bases"]):
        for raw in entry["forms"]:
            yield entry.get("id", ""), raw, citations["lists"]


def words(chains: Iterable[Chain]) -> set[str]:
    """The words a chain can start with."""
    return {word for chain in chains for word in chain[0]}


def forbidden(form: Form) -> set[str]:
    """The plain words that keep a form from matching."""
    return words(chain for chain in (*form.none, *form.unless) if len(chain) == 1)


def test_every_basis_names_a_rule(reference: Reference) -> None:
    bases = load_json("citations.json")["bases"]
    assert [entry["id"] for entry in bases if not reference.governing(entry["rule"])] == []


def test_no_form_forbids_a_word_it_needs() -> None:
    impossible = [
        (key, group)
        for key, raw, lists in forms()
        for form in [FormParser(lists).parse(key, raw)]
        for group in form.groups
        if all(any(word in needed for word in forbidden(form)) for needed in words(group))
    ]
    assert impossible == []


def test_every_event_has_a_date(reference: Reference) -> None:
    entries = load_json("events.json")["events"]
    quantities = [name for entry in entries for name in (entry.get("rule", entry["id"]), *entry.get("also", ()))]
    assert [name for name in quantities if not any(rule.kind == "date" for rule in reference.governing(name))] == []


def test_every_set_has_a_rule_whose_members_have_names(reference: Reference) -> None:
    for entry in load_json("sets.json")["sets"]:
        rules = reference.governing(entry["id"])
        assert any(rule.kind == "set" for rule in rules), entry["id"]
        known = {*entry["items"], *(load_json("kin.json")["names"] if entry.get("kin") else ())}
        assert {member for rule in rules for value in rule.values for member in value.members} <= known


def test_every_hotline_service_has_a_number(reference: Reference) -> None:
    services = load_json("hotlines.json")["services"]
    assert [entry["id"] for entry in services if not reference.governing(entry["quantity"])] == []


def test_every_superseded_term_is_known_to_its_rule(reference: Reference) -> None:
    for term in load_terms():
        quantity = term.facets.get("superseded")
        values = [value for rule in reference.governing(quantity or "") for value in rule.values]
        names = {name for value in values for name in value.members}
        assert quantity is None or set(term.names) <= names


def test_relatives_of_the_rules_have_names(reference: Reference) -> None:
    known = load_json("kin.json")["names"].keys()
    values = [value for rule in reference.governing("mutual_aid.kin") for value in rule.values]
    assert {member for value in values for member in value.members} <= known
    named = {kin for term in load_terms() for kin in term.facets.get("kin", "").split("+") if kin}
    assert named <= known


def test_every_citation_is_of_a_known_document_or_subject(reference: Reference) -> None:
    citations = load_json("citations.json")
    subjects = {subject for rule in reference.rules if rule.kind == "article" for subject in rule.values[-1].members}
    cited = subjects | {rule.quantity for rule in reference.rules if rule.kind == "document"}
    assert {entry["id"] for entry in citations["subjects"]} <= cited
    articles = {rule.quantity.removeprefix("article.") for rule in reference.rules if rule.kind == "article"}
    laws = {article.rpartition(".")[0] for article in articles}
    assert {*citations["laws"].values(), *citations["complete"]} <= laws
    mentioning = {article for entry in citations["subjects"] for article in entry.get("also", ())}
    assert {article.rpartition(".")[0] for article in mentioning} <= laws
    documents = {name for entry in citations["documents"] for name in entry["documents"]}
    assert [name for name in documents if not reference.governing(name)] == []
