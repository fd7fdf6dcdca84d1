"""From facts to a verdict: the strictest rule wins, and silence is no permission."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts import FACT_VALUES, UNKNOWN, Facts, UnknownFactError
from bot.domain.protocol import STRICTNESS, AskerRole, Rule, Table, Verdict, decide

EVERYBODY = frozenset(AskerRole)


def rule(name, verdict, clauses="8.6c", for_=EVERYBODY, **when):
    conditions = {fact: frozenset(values.split("|")) for fact, values in when.items()}
    return Rule(name, for_, conditions, Verdict(verdict), tuple(clauses.split()))


def facts(**values):
    return Facts.of(values)


known_facts = st.fixed_dictionaries(
    {}, optional={fact: st.sampled_from(values) for fact, values in FACT_VALUES.items()}
)
conditions = st.dictionaries(
    st.sampled_from(sorted(FACT_VALUES)), st.just(frozenset({UNKNOWN})), max_size=2
)
rows = st.builds(
    Rule,
    st.text(min_size=1, max_size=5),
    st.frozensets(st.sampled_from(AskerRole), min_size=1),
    conditions,
    st.sampled_from([verdict for verdict in Verdict if verdict is not Verdict.BUITEN]),
    st.tuples(st.sampled_from(["8.5", "8.9", "9.A.4"])),
)


def test_the_strictest_rule_wins_and_its_clause_is_cited_first():
    table = Table(
        (
            rule("may", "mag", "9.A.2", act="post_image"),
            rule("may not", "mag_niet", "8.6c 8.6b", act="post_image"),
        )
    )

    told = decide(facts(act="post_image"), AskerRole.LEERLING, table)

    assert (told.verdict, told.clauses[0], told.rule) == (Verdict.MAG_NIET, "8.6c", "may not")


def test_other_rules_of_the_same_verdict_are_cited_after_it_and_milder_ones_not_at_all():
    table = Table(
        (
            rule("may", "mag", "9.A.2"),
            rule("first", "mag_niet", "8.6c 8.6b"),
            rule("second", "mag_niet", "8.6b 8.9"),
        )
    )

    assert decide(facts(), AskerRole.OUDER, table).clauses == ("8.6c", "8.6b", "8.9")


def test_among_equally_strict_rules_the_first_in_the_table_decides():
    table = Table((rule("one", "mag", "9.A.2"), rule("two", "mag", "9.A.3")))

    assert decide(facts(), AskerRole.LEERLING, table).rule == "one"


def test_where_no_rule_applies_the_protocol_is_silent():
    told = decide(facts(act="press"), AskerRole.OUDER, Table((rule("x", "mag", act="message"),)))

    assert (told.verdict, told.clauses) == (Verdict.BUITEN, ())


def test_a_rule_for_somebody_else_does_not_apply():
    table = Table((rule("staff", "mag", for_=frozenset({AskerRole.MEDEWERKER})),))

    assert decide(facts(), AskerRole.LEERLING, table).verdict is Verdict.BUITEN


def test_a_missing_fact_only_counts_where_the_rule_says_unknown():
    table = Table(
        (rule("given", "mag", consent="given"), rule("open", "mag_mits", consent=UNKNOWN))
    )

    assert decide(facts(), AskerRole.OUDER, table).verdict is Verdict.MAG_MITS
    assert decide(facts(consent="given"), AskerRole.OUDER, table).verdict is Verdict.MAG


@pytest.mark.parametrize("wrong", [{"act": "dance"}, {"weather": "rain"}, {"weather": UNKNOWN}])
def test_a_fact_that_does_not_exist_is_refused(wrong):
    with pytest.raises(UnknownFactError, match="does not exist"):
        Facts.of(wrong)


def test_a_fact_can_be_corrected_and_forgotten():
    corrected = facts(act="message", account="private").with_fact("account", "work")

    assert corrected.as_dict() == {"act": "message", "account": "work"}
    assert corrected.with_fact("account", UNKNOWN).as_dict() == {"act": "message"}


@given(known_facts, st.lists(rows, max_size=6), st.sampled_from(AskerRole))
def test_no_answer_is_milder_than_a_rule_that_applies(known, table, role):
    told = decide(Facts.of(known), role, Table(tuple(table)))

    for applying in Table(tuple(table)).applying(Facts.of(known), role):
        assert STRICTNESS[told.verdict] >= STRICTNESS[applying.verdict]


@given(known_facts, st.lists(rows, max_size=6), st.sampled_from(AskerRole))
def test_every_answer_but_silence_cites_a_clause(known, table, role):
    told = decide(Facts.of(known), role, Table(tuple(table)))

    assert bool(told.clauses) is (told.verdict is not Verdict.BUITEN)
