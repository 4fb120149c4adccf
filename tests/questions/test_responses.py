"""What a form sent is read, or refused with a sentence that says what to do and the field that it is about."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.responses import DontKnow, Malformed, Picked, Typed, read_response, response_from_json, response_to_json
from questions.scoring import score
from tests.questions.making import (
    any_of,
    bow_tie,
    drop_downs,
    grid,
    highlight,
    linked,
    n_of,
    number,
    one_of,
    order,
    placed,
    spelled,
    typing,
)
from tests.questions.random_interactions import forms, full_forms, interactions, responses, slots

ONE, ANY, TWO = one_of("*a b c d"), any_of("*a *b c d"), n_of(2, "*a *b c d")
SINGLE = grid("x y", {"p": "x", "q": "y"}, one_per_row=True)
MANY = grid("x y", {"p": "x", "q": "x y", "r": ""}, one_per_row=False)
LISTS = drop_downs({"p": "*a b c", "q": "a *b c"})
STEPS = order("a b c")
HYPOKALEMIA = replace(typing("hypokalemia"), others=(spelled("hyperkalemia"),))
TERM = typing("liver", also=["hepar"], refused=["kidney"], unsettled=["adrenal glands"])
DYAD = linked({"cause": "*a b", "effect": "a *b"})
TRIAD = linked({"cause": "*a b", "one": "*p *q r", "two": "*p *q r"})
TIE = bow_tie("*a *b c", "*p q", "*x *y z")
TEXT = highlight("*a b *c")
FIGURE = number("7.5", "%", "0.5")
RANGE = number("5 to 10", "%")
EVERY = [ONE, ANY, TWO, SINGLE, MANY, LISTS, STEPS, TERM, DYAD, TRIAD, TIE, TEXT, FIGURE, RANGE]
DONT_KNOW = "select “I don’t know”"


@pytest.mark.parametrize(
    ("interaction", "form", "response"),
    [
        (ONE, {"answer": ["c"]}, Picked(("c",))),
        (ONE, {"answer": ["", "c"]}, Picked(("c",))),
        (ANY, {"answer": ["d"]}, Picked(("d",))),
        (ANY, {"answer": ["c", "a", "b"]}, Picked(("a", "b", "c"))),
        (ANY, {"answer": ["b", "b", "a"]}, Picked(("a", "b"))),
        (TWO, {"answer": ["d", "a"]}, Picked(("a", "d"))),
        (SINGLE, {"row.q": ["x"], "row.p": ["y"]}, placed("p=y q=x")),
        (MANY, {"row.q": ["y", "x"]}, placed("p= q=x,y r=")),
        (MANY, {"row.p": ["x"], "row.r": ["y", "y"]}, placed("p=x q= r=y")),
        (LISTS, {"blank.q": ["a"], "blank.p": ["c"]}, placed("p=c q=a")),
        (STEPS, {"step.a": ["3"], "step.b": ["1"], "step.c": ["2"]}, placed("a=3 b=1 c=2")),
        (TERM, {"answer": ["  the   Liver\n"]}, Typed("the Liver")),
        (TERM, {"answer": ["kidney"]}, Typed("kidney")),
        (TERM, {"answer": ["nonsense"]}, Typed("nonsense")),
        (TERM, {"answer": ["x" * 200]}, Typed("x" * 200)),
        (DYAD, {"blank.effect": ["b"], "blank.cause": ["b"]}, placed("cause=b effect=b")),
        (TRIAD, {"blank.cause": ["a"], "blank.one": ["r"], "blank.two": ["p"]}, placed("cause=a one=r two=p")),
        (
            TIE,
            {"blank.actions-1": ["c"], "blank.actions-2": ["a"], "blank.condition": ["q"], "blank.watch-1": ["x"], "blank.watch-2": ["z"]},
            placed("actions-1=c actions-2=a condition=q watch-1=x watch-2=z"),
        ),
        (TEXT, {"answer": ["c", "b"]}, Picked(("b", "c"))),
        (FIGURE, {"answer": [" 7,5  % "]}, Typed("7,5 %")),
        (FIGURE, {"answer": ["7"]}, Typed("7")),
        (RANGE, {"answer": ["5 to 10"]}, Typed("5 to 10")),
        (RANGE, {"answer": ["7"]}, Typed("7")),
    ],
)
def test_a_well_formed_answer_is_read_in_one_order_whatever_the_form_s(interaction, form, response):
    assert read_response(interaction, form) == response


@pytest.mark.parametrize("interaction", EVERY, ids=lambda one: type(one).__name__)
def test_whoever_says_that_they_do_not_know_is_heard_whatever_else_is_filled_in(interaction):
    for besides in ({}, {"answer": ["a"]}, {"row.p": ["x"], "blank.p": ["zzz"], "step.a": ["99"]}):
        assert read_response(interaction, {**besides, "dont-know": ["1"]}) == DontKnow()


@pytest.mark.parametrize(
    ("interaction", "form", "field", "says"),
    [
        # nothing
        (ONE, {}, "answer", DONT_KNOW),
        (ONE, {"answer": []}, "answer", DONT_KNOW),
        (ONE, {"answer": [""]}, "answer", DONT_KNOW),
        (ONE, {"dont-know": [""]}, "answer", DONT_KNOW),
        (ANY, {}, "answer", DONT_KNOW),
        (TWO, {}, "answer", "(chosen so far: 0)"),
        (SINGLE, {}, "row.p", DONT_KNOW),
        (SINGLE, {"row.p": ["x"]}, "row.q", DONT_KNOW),
        (MANY, {}, "row.p", DONT_KNOW),
        (MANY, {"row.p": [""]}, "row.p", DONT_KNOW),
        (LISTS, {}, "blank.p", DONT_KNOW),
        (LISTS, {"blank.p": ["a"], "blank.q": [""]}, "blank.q", DONT_KNOW),
        (STEPS, {}, "step.a", DONT_KNOW),
        (STEPS, {"step.a": ["1"], "step.b": ["2"]}, "step.c", DONT_KNOW),
        (TERM, {}, "answer", DONT_KNOW),
        (TERM, {"answer": [" \n\t "]}, "answer", DONT_KNOW),
        # too much
        (ONE, {"answer": ["a", "b"]}, "answer", "one answer only"),
        (ONE, {"answer": ["a", "a"]}, "answer", "one answer only"),
        (TWO, {"answer": ["a"]}, "answer", "(chosen so far: 1)"),
        (TWO, {"answer": ["a", "b", "c"]}, "answer", "(chosen so far: 3)"),
        (TWO, {"answer": ["a", "a"]}, "answer", "(chosen so far: 1)"),
        (SINGLE, {"row.p": ["x"], "row.q": ["x", "y"]}, "row.q", "one answer in each row"),
        (LISTS, {"blank.p": ["a", "b"], "blank.q": ["a"]}, "blank.p", "an answer in each list"),
        (STEPS, {"step.a": ["1"], "step.b": ["2", "3"], "step.c": ["3"]}, "step.b", "a place"),
        (TERM, {"answer": ["liver", "hepar"]}, "answer", "one answer only"),
        (TERM, {"answer": ["x" * 201]}, "answer", "the term alone"),
        (TERM, {"answer": ["liver " * 10_000]}, "answer", "the term alone"),
        (DYAD, {"blank.cause": ["a"]}, "blank.effect", "in each list"),
        (TIE, {"blank.actions-1": ["a"], "blank.actions-2": ["b"]}, "blank.condition", "in each list"),
        (TEXT, {}, "answer", "at least one part"),
        # one thing in two lists
        (TRIAD, {"blank.cause": ["a"], "blank.one": ["p"], "blank.two": ["p"]}, "blank.two", "in two lists"),
        (
            TIE,
            {"blank.actions-1": ["a"], "blank.actions-2": ["b"], "blank.condition": ["p"], "blank.watch-1": ["y"], "blank.watch-2": ["y"]},
            "blank.watch-2",
            "in two lists",
        ),
        # figures
        (FIGURE, {}, "answer", "Type a number, or"),
        (FIGURE, {"answer": ["many"]}, "answer", "Type a number, such as 12 or 7.5."),
        (FIGURE, {"answer": ["5 to 10"]}, "answer", "Type a number, such as 12 or 7.5."),
        (FIGURE, {"answer": ["7.5 mg"]}, "answer", "Type a number, such as 12 or 7.5."),
        (FIGURE, {"answer": ["7\0"]}, "answer", "Type a number"),
        (FIGURE, {"answer": ["1" * 300]}, "answer", "Type a number"),
        (FIGURE, {"answer": ["7", "8"]}, "answer", "one answer only"),
        (RANGE, {"answer": ["few"]}, "answer", "such as 2 to 3."),
        (RANGE, {"answer": ["10 to 5"]}, "answer", "such as 2 to 3."),
        # not offered
        (DYAD, {"blank.cause": ["a"], "blank.effect": ["c"]}, "blank.effect", "not offered"),
        (TEXT, {"answer": ["a", "d"]}, "answer", "not offered"),
        (ONE, {"answer": ["e"]}, "answer", "not offered"),
        (ONE, {"answer": ["a\0"]}, "answer", "not offered"),
        (ONE, {"answer": ["A"]}, "answer", "not offered"),
        (ANY, {"answer": ["a", "e"]}, "answer", "not offered"),
        (TWO, {"answer": ["a", "e"]}, "answer", "not offered"),
        (SINGLE, {"row.p": ["z"], "row.q": ["x"]}, "row.p", "not offered"),
        (MANY, {"row.p": ["x"], "row.r": ["x", "z"]}, "row.r", "not offered"),
        (LISTS, {"blank.p": ["a"], "blank.q": ["p=a"]}, "blank.q", "not offered"),
        # places
        (STEPS, {"step.a": ["0"], "step.b": ["1"], "step.c": ["2"]}, "step.a", "from 1 to 3"),
        (STEPS, {"step.a": ["1"], "step.b": ["2"], "step.c": ["4"]}, "step.c", "from 1 to 3"),
        (STEPS, {"step.a": ["1"], "step.b": ["-2"], "step.c": ["3"]}, "step.b", "from 1 to 3"),
        (STEPS, {"step.a": ["01"], "step.b": ["2"], "step.c": ["3"]}, "step.a", "from 1 to 3"),
        (STEPS, {"step.a": ["first"], "step.b": ["2"], "step.c": ["3"]}, "step.a", "from 1 to 3"),
        (STEPS, {"step.a": ["1"], "step.b": ["2"], "step.c": ["٣"]}, "step.c", "from 1 to 3"),
        (STEPS, {"step.a": ["1"], "step.b": ["3"], "step.c": ["3"]}, "step.b", "a place of its own"),
        # odd signs
        (TERM, {"answer": ["liv\0er"]}, "answer", "in plain letters"),
        (TERM, {"answer": ["\0"]}, "answer", "in plain letters"),
        (TERM, {"answer": ["liver\x07"]}, "answer", "in plain letters"),
        (TERM, {"answer": ["\ud800"]}, "answer", "in plain letters"),
        (TERM, {"answer": ["liver\u202e"]}, "answer", "in plain letters"),
    ],
)
def test_a_malformed_answer_is_told_what_to_do_at_its_field(interaction, form, field, says):
    malformed = read_response(interaction, form)
    assert isinstance(malformed, Malformed)
    assert malformed.field == field
    assert says in malformed.why


@pytest.mark.parametrize("typed", ["adrenal glands", "Adrenal-Glands", "the adrenal glands", "adrenal glnads", "adrenalglands"])
def test_a_term_that_the_bank_does_not_settle_is_handed_back_unscored(typed):
    malformed = read_response(TERM, {"answer": [typed]})
    assert isinstance(malformed, Malformed)
    assert malformed.field == "answer"
    assert "may be true elsewhere" in malformed.why


def test_what_is_accepted_is_not_handed_back_although_it_looks_like_something_unsettled():
    near = typing("adrenal", unsettled=["adrenals", "liver"])
    assert read_response(near, {"answer": ["adrenal"]}) == Typed("adrenal")


def test_what_is_unsettled_is_handed_back_although_it_looks_like_what_is_accepted():
    near = typing("adrenal", unsettled=["adrenals"])
    assert isinstance(read_response(near, {"answer": ["adrenals"]}), Malformed)
    assert score(near, Typed("adrenals")).marks == 0


@pytest.mark.parametrize("low", [typing("hypokalemia", refused=["hyperkalemia"]), HYPOKALEMIA], ids=["refuted", "another of the bank"])
def test_a_slip_that_may_mean_the_answer_or_another_term_is_handed_back_unscored(low):
    malformed = read_response(low, {"answer": ["hyprkalemia"]})
    assert isinstance(malformed, Malformed)
    assert "type it again" in malformed.why
    assert score(low, Typed("hyprkalemia")).marks == 0
    assert read_response(low, {"answer": ["hyperkalemia"]}) == Typed("hyperkalemia")
    assert score(low, Typed("hypokalmia")).marks == 1


def test_another_term_is_wrong_and_not_taken_for_a_slip_of_one_that_is_unsettled():
    near = typing("liver", refused=["adrenal"], unsettled=["adrenals"])
    assert read_response(near, {"answer": ["adrenal"]}) == Typed("adrenal")


@given(interactions, forms)
def test_any_form_is_read_or_refused_in_a_sentence(interaction, form):
    read_or_refused(interaction, form)


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), full_forms(interaction))))
def test_so_is_any_form_with_all_its_fields(asked):
    read_or_refused(*asked)


@pytest.mark.parametrize("interaction", EVERY, ids=lambda one: type(one).__name__)
def test_hundreds_of_values_in_each_field_are_refused(interaction):
    form = {field: [f"value {number}" for number in range(900)] for field in slots(interaction)}
    assert isinstance(read_response(interaction, form), Malformed)


@given(interactions.flatmap(responses))
def test_a_response_is_kept_as_one_line_of_json_and_comes_back(response):
    kept = response_to_json(response)
    assert "\n" not in kept
    assert response_from_json(kept) == response


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '"typed"',
        '{"typed":1}',
        '{"picked":"a"}',
        '{"picked":[1]}',
        '{"placed":[1]}',
        '{"placed":[["p"]]}',
        '{"placed":[["p",["x",2]]]}',
        '{"placed":{"p":["x"]}}',
        '{"dont-know":false}',
    ],
)
def test_what_is_no_response_is_refused(kept):
    with pytest.raises(ValueError):  # noqa: PT011  json says what it likes
        response_from_json(kept)


def read_or_refused(interaction, form):
    found = read_response(interaction, form)
    if isinstance(found, Malformed):
        assert found.field in slots(interaction)
        assert found.why[0].isupper()
        assert found.why.endswith(".")
    else:
        marks, of = score(interaction, found)
        assert 0 <= marks <= of
        response_to_json(found).encode()
