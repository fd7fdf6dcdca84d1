"""What a teacher may edit in content/protocol: complete, plain, short, without contradiction."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.fact_words import LANGUAGES
from bot.answers.lessons import read_lessons
from bot.answers.presenting import LONGEST_ANSWER, present, sentences_of
from bot.domain.facts import FACT_VALUES, UNKNOWN, Facts
from bot.domain.protocol import (
    STRICTNESS,
    Answer,
    AskerRole,
    Verdict,
    decide,
    turning_fact,
)

EASY = "nl-x-eenvoudig"
MOST_WORDS = 10
LONGEST_RUN = 8

CLAUSES = (
    *("3", "4", "5", "6", "7", "12", "vn2", "vn3", "vn4"),
    *(f"8.{n}" for n in range(1, 13)),
    *(f"8.6{letter}" for letter in "abcde"),
    *(f"9.A.{n}" for n in range(1, 7)),
    *(f"9.B.{n}" for n in range(1, 4)),
    *(f"9.C.{n}" for n in range(1, 12)),
    "9.C.7u",
    *(f"10.{group}.{n}" for group in "ML" for n in range(1, 4)),
    *(f"11.{n}" for n in range(8)),
    *(f"11.S{letter}" for letter in "abc"),
)

DECIDED_BY_A_TOPIC = {
    "ask_definition",
    "ask_consequence",
    "ask_procedure",
    "handle_incident",
    "misconduct",
    "outside_scope",
}

known_facts = st.fixed_dictionaries(
    {"act": st.sampled_from(FACT_VALUES["act"])},
    optional={fact: st.sampled_from(v) for fact, v in FACT_VALUES.items() if fact != "act"},
)


def test_every_clause_has_our_words_and_no_other_clause_has(rules):
    assert sorted(rules.clauses) == sorted(CLAUSES)


def test_every_number_of_the_digest_is_there(rules, shared):
    digest = (shared / "protocol" / "digest.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| ([\dv][^|]*?) \|", digest, re.MULTILINE)
    numbers = {number for cell in cells for number in spelled_out(cell)}

    assert len(numbers) > 50
    assert numbers <= set(rules.clauses)


def spelled_out(cell):
    """Write "8.1–8.4" and "9.A.5 / 9.B.2" of the digest as single numbers."""
    for part in cell.split(" / "):
        first, _, last = part.partition("–")
        if not last:
            yield first
            continue
        stem, start = first.rsplit(".", 1)
        for number in range(int(start), int(last.rsplit(".", 1)[-1]) + 1):
            yield f"{stem}.{number}"


def test_every_clause_is_cited_first_by_some_row(rules):
    deciding = {rule.clauses[0] for rule in rules.table.rules}

    assert set(CLAUSES) - deciding == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_says_the_rule_and_what_to_do(rules, language):
    for clause in rules.clauses.values():
        words = clause.words[language]
        for text in (words.rule, words.instead):
            assert re.search(r"[.?!]$", text), (clause.number, language)


def test_easy_dutch_has_at_most_ten_words_a_sentence(rules):
    for clause in rules.clauses.values():
        words = clause.words[EASY]
        for sentence in sentences_of(f"{words.rule} {words.instead}"):
            assert len(sentence.split()) <= MOST_WORDS, (clause.number, sentence)


def test_our_sentences_share_no_run_of_words_with_the_official_text(rules, shared):
    official = words_of((shared / "protocol" / "official.txt").read_text(encoding="utf-8"))
    theirs = set(runs(official))

    for clause in rules.clauses.values():
        for words in clause.words.values():
            assert theirs.isdisjoint(runs(words_of(f"{words.rule} {words.instead}")))


def words_of(text):
    return re.findall(r"\w+", text.lower())


def runs(words):
    return (tuple(words[i : i + LONGEST_RUN]) for i in range(len(words) - LONGEST_RUN + 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_is_longer_than_a_screen(rules, language):
    for number, role, verdict, sure in itertools.product(
        CLAUSES, AskerRole, Verdict, (True, False)
    ):
        cited = () if verdict is Verdict.BUITEN else (number, "9.C.11", "10.M.1")
        shown = present(Answer(verdict, cited, sure, "x", Facts(), role), rules, language)
        assert len(str(shown)) <= LONGEST_ANSWER, (number, role, verdict)


def test_a_verdict_is_known_without_its_colour(rules):
    marks = rules.words.marks

    assert set(marks) == set(Verdict)
    assert len(set(marks.values())) == len(Verdict)
    for language in LANGUAGES:
        assert len(set(rules.words.verdicts[language].values())) == len(Verdict)


@given(known_facts, st.sampled_from(AskerRole))
@settings(max_examples=400)
def test_the_table_answers_whatever_is_understood_and_never_permits_what_a_row_forbids(
    rules, known, role
):
    facts = Facts.of(known)

    told = decide(facts, role, rules.table)

    applying = list(rules.table.applying(facts, role))
    assert (told.verdict is Verdict.BUITEN) is not bool(applying)
    if told.verdict.permits:
        assert all(rule.verdict.permits or rule.verdict is Verdict.INFO for rule in applying)


def test_every_concept_occurs_in_some_example(rules, repository):
    folder = repository / "content" / "protocol"
    found = set()
    for example in read_lessons(folder, rules.table):
        found |= rules.lexicon.find(rules.lexicon.words(example.question))

    assert set(rules.lexicon.concepts) - found == set()


def test_every_topic_the_table_turns_on_can_be_understood(rules):
    read = {meaning.value for meaning in rules.meanings if meaning.fact == "topic"}

    assert set(rules.table.facts_used()["topic"]) - {UNKNOWN} <= read


def meeting(one, other):
    """Give facts on which both rows hold, or None where they exclude each other."""
    facts = {}
    for fact in {*one.when, *other.when}:
        anything = frozenset((*FACT_VALUES[fact], UNKNOWN))
        both = one.when.get(fact, anything) & other.when.get(fact, anything)
        if not both:
            return None
        facts[fact] = min(both)
    return Facts.of(facts)


def test_wherever_two_rows_meet_the_stricter_one_wins(rules):
    met = 0
    for one, other in itertools.combinations(rules.table.rules, 2):
        facts = meeting(one, other)
        if facts is None:
            continue
        stricter = max(STRICTNESS[one.verdict], STRICTNESS[other.verdict])
        for role in one.roles & other.roles:
            met += 1
            told = decide(facts, role, rules.table)
            assert STRICTNESS[told.verdict] >= stricter, (one.name, other.name, role)
    assert met > 1000


def test_every_row_decides_somewhere_or_backs_a_stricter_one(rules):
    for rule in rules.table.rules:
        facts = Facts.of({fact: min(values) for fact, values in rule.when.items()})
        for role in rule.roles:
            told = decide(facts, role, rules.table)
            assert STRICTNESS[told.verdict] >= STRICTNESS[rule.verdict], (rule.name, role)


@pytest.mark.parametrize("role", AskerRole)
def test_every_act_leads_to_a_verdict_or_to_a_question_that_does(rules, role):
    without_one = {
        act
        for act in FACT_VALUES["act"]
        if decide(Facts.of({"act": act}), role, rules.table).verdict is Verdict.BUITEN
        and not turning_fact(
            Facts.of({"act": act}), role, rules.table, rules.fact_words.askable(act)
        )
    }

    assert without_one <= DECIDED_BY_A_TOPIC


DONE_TO_OTHERS = (
    *("post_image", "post_text", "film_record", "forward", "befriend", "message"),
    *("create_account", "use_during_school", "group_admin", "account_name", "react_discussion"),
)
EXCUSES = (
    *({"urgency": "only_means"}, {"consent": "given"}, {"subject": "own_work"}, {"harm": "no"}),
    *({"moment": "home"}, {"account": "work"}, {"disclosed": "yes"}, {"personal_data": "no"}),
    *({"journalistic_artistic": "yes"}, {"commercial": "approved"}, {"conduct": "follows"}),
)


@pytest.mark.parametrize("act", DONE_TO_OTHERS)
def test_no_correction_of_another_fact_makes_harm_allowed(rules, act):
    kinds = FACT_VALUES["harm_kind"]
    for role, kind, excuse in itertools.product(AskerRole, kinds, EXCUSES):
        facts = Facts.of({"act": act, "harm_kind": kind, **excuse})
        told = decide(facts, role, rules.table)
        assert not told.verdict.permits, (role, facts, told.rule)


@pytest.mark.parametrize("act", ["post_image", "befriend", "use_during_school", "create_account"])
def test_no_row_permits_where_consent_is_refused_or_an_account_is_private(rules, act):
    turning = ("subject", "relation", "account", "moment", "age", "journalistic_artistic")
    values = [(*FACT_VALUES[fact][:4], UNKNOWN) for fact in turning]
    for role, combination in itertools.product(AskerRole, itertools.product(*values)):
        given_facts = dict(zip(turning, combination, strict=True)) | {"act": act}
        forbidden = {
            "post_image": {"consent": "refused"},
            "create_account": {"consent": "refused"},
            "use_during_school": {"moment": "lesson", "consent": "missing"},
            "befriend": {"account": "private"},
        }[act]
        facts = Facts.of({**given_facts, **forbidden})
        told = decide(facts, role, rules.table)
        assert not told.verdict.permits, (role, facts, told.rule)


def test_a_condition_stated_as_met_permits_and_left_open_is_named_as_a_condition(rules):
    for role, subject in itertools.product(AskerRole, ("pupil", "pupils")):
        image = Facts.of({"act": "post_image", "subject": subject, "account": "school"})
        open_ = decide(image, role, rules.table)
        met = decide(image.with_fact("consent", "given"), role, rules.table)
        assert (open_.verdict, met.verdict) == (Verdict.MAG_MITS, Verdict.MAG)


def test_urgency_alone_does_not_open_a_private_account_to_pupils(rules):
    message = Facts.of({"act": "message", "relation": "pupil", "account": "private"})

    for urgency, verdict in (
        (UNKNOWN, Verdict.MAG_NIET),
        ("no", Verdict.MAG_NIET),
        ("urgent", Verdict.MAG_NIET),
        ("only_means", Verdict.MAG),
    ):
        told = decide(message.with_fact("urgency", urgency), AskerRole.MEDEWERKER, rules.table)
        assert told.verdict is verdict, urgency
