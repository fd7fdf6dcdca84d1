"""Ties to a school's own document: proposed, checked by a person, and then answered by."""

import tomllib
from dataclasses import replace

import pytest

from bot.adviser import ProtocolAdviser
from bot.answers.asking import answer_again
from bot.answers.likeness import propose
from bot.answers.official import load_official
from bot.answers.presenting import present
from bot.answers.ties import Ties as Tied
from bot.answers.ties import (
    TiesError,
    fingerprint,
    judge_ties,
    read_ties,
    switched_off,
    tied_rules,
    ties_as_text,
)
from bot.domain.facts import Facts
from bot.domain.protocol import AskerRole, Verdict, decide
from bot.own_protocol import read_own_document
from tests.documents import forms
from tests.documents.esdoorn import TIED

IN_THE_LESSON = Facts.of({"act": "use_during_school", "moment": "lesson", "consent": "missing"})


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    return read_own_document(forms.write_docx(tmp_path_factory.mktemp("own") / "esdoorn.docx"))


@pytest.fixture(scope="module")
def proposals(rules, document):
    return propose(tuple(rules.clauses.values()), document, rules.lexicon)


@pytest.fixture(scope="module")
def esdoorn(rules):
    ties = {number: TIED.get(number, "") for number in rules.clauses}
    return tied_rules(rules, Tied(checked=True, document="", tied=ties))


def text_of(rules, document, proposals, kept=None):
    clauses = tuple(rules.clauses.values())
    return ties_as_text("esdoorn.docx", document, clauses, proposals, kept)


def kept_in(tmp_path, text):
    (tmp_path / "ties.toml").write_text(text, encoding="utf-8")
    return read_ties(tmp_path / "ties.toml")


def test_what_is_proposed_for_de_esdoorn_is_nearly_always_right(proposals):
    wrong = {n: p.passage for n, p in proposals.items() if p.passage != TIED.get(n, "")}

    assert len(wrong) <= 4
    assert [number for number in wrong if proposals[number].sure == "sure"] == ["9.C.6"]


def test_most_clauses_of_the_official_document_are_tied_as_its_own_numbers_tell(rules, shared):
    path = shared / "protocol" / "official.txt"
    document, official = read_own_document(path), load_official(path)
    found = propose(tuple(rules.clauses.values()), document, rules.lexicon)

    def begin(text):
        return " ".join((text or "").replace("•", " ").split())[:60]

    tied = {number: proposal.passage for number, proposal in found.items() if proposal.passage}
    right = [
        number
        for number, passage in tied.items()
        if begin(document.clause(passage)).startswith(begin(official.clause(number)))
    ]
    assert len(right) >= 54
    assert len(tied) - len(right) <= 2


def test_a_document_about_something_else_is_tied_to_nothing(rules, tmp_path):
    path = tmp_path / "menu.txt"
    path.write_text("1. Soep met brood.\n2. Appeltaart met slagroom.\n", encoding="utf-8")

    found = propose(tuple(rules.clauses.values()), read_own_document(path), rules.lexicon)

    assert {proposal.passage for proposal in found.values()} == {""}


def test_the_file_names_every_rule_with_both_texts_and_is_not_checked_yet(
    rules, document, proposals
):
    text = text_of(rules, document, proposals)

    content = tomllib.loads(text)
    assert list(content["ties"]) == list(rules.clauses)
    assert content["checked"] is False
    assert content["document"] == fingerprint(document)
    above = text.partition('"9.A.1" = "3 lid 1"')[0].splitlines()[-2:]
    assert above[0].startswith("# ours:   In de les ben je niet bezig")
    assert above[1].startswith("# theirs: (sure, ")
    assert "Tijdens de les blijft je telefoon" in above[1]


def test_what_a_person_decided_stays_when_the_file_is_written_again(
    rules, document, proposals, tmp_path
):
    text = text_of(rules, document, proposals)
    decided = text.replace('"9.A.1" = "3 lid 1"', '"9.A.1" = ""').replace("= false", "= true")
    kept = kept_in(tmp_path, decided)

    again = tomllib.loads(text_of(rules, document, proposals, kept))

    assert again["ties"]["9.A.1"] == ""
    assert again["checked"] is True


def test_a_tie_to_what_is_gone_is_proposed_anew_and_must_be_checked_anew(
    rules, document, proposals, tmp_path
):
    text = text_of(rules, document, proposals).replace("= false", "= true")
    kept = kept_in(tmp_path, text.replace('"9.A.1" = "3 lid 1"', '"9.A.1" = "33 lid 1"'))

    again = tomllib.loads(text_of(rules, document, proposals, kept))

    assert again["ties"]["9.A.1"] == "3 lid 1"
    assert again["checked"] is False


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("checked = ", "is not TOML"),
        ("checked = true\n", "holds no ties"),
        ('checked = "yes"\n[ties]\n', "holds no ties"),
        ('checked = true\n[ties]\n"3" = 1\n', '"3" needs a number between quotes'),
    ],
)
def test_a_file_that_holds_no_ties_is_told(tmp_path, text, sentence):
    with pytest.raises(TiesError, match=sentence):
        kept_in(tmp_path, text)


def test_ties_that_are_not_there_are_told_with_the_command_that_makes_them(tmp_path):
    with pytest.raises(TiesError, match=r"none\.toml does not exist. .*protocol import"):
        read_ties(tmp_path / "none.toml")


def test_ties_that_nobody_checked_or_that_lead_nowhere_are_refused(document):
    judge_ties(Tied(checked=True, document="", tied={"3": "1 lid 1", "5": ""}), document)

    with pytest.raises(TiesError, match="nobody has checked"):
        judge_ties(Tied(checked=False, document="", tied={"3": "1 lid 1"}), document)
    with pytest.raises(TiesError, match=r'no "9 lid 9" \(for 3\), "8" \(for 4\)'):
        judge_ties(Tied(checked=True, document="", tied={"3": "9 lid 9", "4": "8"}), document)


def test_ties_of_a_rule_the_bot_does_not_have_are_refused(rules):
    with pytest.raises(TiesError, match=r"no rule 9\.Z\.1"):
        tied_rules(rules, Tied(checked=True, document="", tied={"9.Z.1": "1"}))


def test_an_answer_cites_the_schools_own_number_and_the_button_shows_its_text(
    protocol, esdoorn, document
):
    adviser = ProtocolAdviser(replace(protocol, rules=esdoorn), document)

    advice = adviser.advise("mag ik in de les op tiktok?", AskerRole.LEERLING, "nl")

    assert "3 lid 1" in advice.clauses
    assert "(3 lid 1" in advice.text
    assert "9.A" not in advice.text
    shown = adviser.clause("3 lid 1", "en")
    assert shown is not None
    assert shown.official.startswith("Tijdens de les blijft je telefoon")
    assert shown.ours.startswith("In lessons you are not on social media")


def test_a_button_of_an_older_answer_still_shows_what_the_school_says(protocol, esdoorn, document):
    adviser = ProtocolAdviser(replace(protocol, rules=esdoorn), document)

    assert adviser.clause("9.A.1", "nl") == adviser.clause("3 lid 1", "nl")
    assert adviser.clause("9.C.9", "nl") is None
    assert adviser.clause("99", "nl") is None


def test_two_rules_in_one_article_are_cited_once_and_both_told(protocol, esdoorn, document):
    adviser = ProtocolAdviser(replace(protocol, rules=esdoorn), document)

    assert esdoorn.cited(["9.A.5", "9.B.2", "8.6b"]) == ("4 lid 1", "2 lid 5 onder b")
    shown = adviser.clause("4 lid 1", "nl")
    assert shown is not None
    assert len(shown.ours.splitlines()) == 2


def test_every_answer_of_the_school_cites_only_what_its_document_has(esdoorn, document):
    for row in esdoorn.table.rules:
        if row.switched_off:
            continue
        for role in row.roles:
            facts = Facts.of({f: min(v) for f, v in row.when.items() if "unknown" not in v})
            found = decide(facts, role, esdoorn.table)
            for language in ("nl", "nl-x-eenvoudig", "en"):
                text = present(found, esdoorn, language)
                assert set(text.clauses) <= set(document.by_number)
                assert len(str(text)) <= 600


def test_the_bot_is_silent_where_the_school_has_no_such_rule(rules):
    without = {number: "" if number == "9.A.1" else "1" for number in rules.clauses}
    tied = tied_rules(rules, Tied(checked=True, document="", tied=without))

    before = answer_again(rules, IN_THE_LESSON, AskerRole.LEERLING)
    found = answer_again(tied, IN_THE_LESSON, AskerRole.LEERLING)

    assert (before.verdict, before.clauses[0]) == (Verdict.MAG_NIET, "9.A.1")
    assert found.verdict is Verdict.BUITEN
    assert found.clauses == ()


def test_no_rule_that_is_switched_off_ever_turns_a_no_into_a_yes(rules):
    for gone in rules.clauses:
        ties = {number: "" if number == gone else "1" for number in rules.clauses}
        tied = tied_rules(rules, Tied(checked=True, document="", tied=ties))
        for row in rules.table.rules:
            facts = Facts.of({f: min(v) for f, v in row.when.items() if "unknown" not in v})
            for role in row.roles:
                whole = decide(facts, role, rules.table).verdict
                left = decide(facts, role, tied.table).verdict
                assert not left.permits or whole.permits, (gone, row.name, role)
                assert left is not Verdict.MAG or whole is Verdict.MAG, (gone, row.name, role)


def test_what_is_switched_off_is_told_by_rule_and_row(rules):
    off = switched_off(rules, {number: "1" for number in rules.clauses if number != "9.C.9"})

    assert list(off) == ["9.C.9"]
    named = {row.name for row in rules.table.rules if row.clauses[0] == "9.C.9"}
    assert set(off["9.C.9"]) == named != set()
