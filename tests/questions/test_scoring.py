"""Marks, as tables that can be checked by eye, and what holds of every score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.interactions import AnyOf, BowTie, DropDowns, Grid, Highlight, Interaction, Linked, NOf, Number, OneOf, Order, TypedText
from questions.responses import DontKnow, Picked, Placed, Response, Typed
from questions.scoring import exam_maximum, exam_score, maximum, score
from tests.questions.making import any_of, bow_tie, drop_downs, grid, highlight, linked, n_of, number, one_of, order, picked, placed, typing
from tests.questions.random_interactions import interactions, responses


@pytest.mark.parametrize(
    ("options", "answer", "marks"),
    [
        ("*a b c d", "a", 1),
        ("*a b c d", "b", 0),
        ("*a b c d", "d", 0),
        ("a b *c", "c", 1),
        ("a b *c", "a", 0),
        ("a *b", "b", 1),
        ("a *b", "a", 0),
    ],
)
def test_one_right_answer_earns_one_mark(options, answer, marks):
    assert score(one_of(options), picked(answer)) == (marks, 1)


@pytest.mark.parametrize(
    ("options", "answer", "marks", "of"),
    [
        ("*a *b *c d e", "a b c", 3, 3),
        ("*a *b *c d e", "a b", 2, 3),
        ("*a *b *c d e", "a", 1, 3),
        ("*a *b *c d e", "a b d", 1, 3),
        ("*a *b *c d e", "a b c d", 2, 3),
        ("*a *b *c d e", "a b c d e", 1, 3),
        ("*a *b *c d e", "a d", 0, 3),
        ("*a *b *c d e", "a d e", 0, 3),
        ("*a *b *c d e", "d", 0, 3),
        ("*a *b *c d e", "d e", 0, 3),
        ("*a b c d", "a", 1, 1),
        ("*a b c d", "a b", 0, 1),
        ("*a *b *c *d", "a b c d", 4, 4),
        ("*a *b c d", "a b c d", 0, 2),
    ],
)
def test_select_all_gives_a_mark_for_a_right_pick_and_takes_one_for_a_wrong_one(options, answer, marks, of):
    assert score(any_of(options), picked(answer)) == (marks, of)


@pytest.mark.parametrize(
    ("n", "options", "answer", "marks"),
    [
        (2, "*a *b c d", "a b", 2),
        (2, "*a *b c d", "a c", 1),
        (2, "*a *b c d", "b d", 1),
        (2, "*a *b c d", "c d", 0),
        (3, "*a *b *c d e f", "a b c", 3),
        (3, "*a *b *c d e f", "a b d", 2),
        (3, "*a *b *c d e f", "c e f", 1),
        (3, "*a *b *c d e f", "d e f", 0),
    ],
)
def test_select_n_gives_a_mark_for_a_right_pick_and_takes_none(n, options, answer, marks):
    assert score(n_of(n, options), picked(answer)) == (marks, n)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("p=x q=y r=x s=y", 4),
        ("p=x q=y r=x s=x", 3),
        ("p=x q=y r=y s=x", 2),
        ("p=x q=x r=x s=x", 2),
        ("p=y q=y r=y s=y", 2),
        ("p=x q=x r=y s=x", 1),
        ("p=y q=x r=y s=x", 0),
    ],
)
def test_a_grid_with_one_answer_a_row_gives_a_mark_a_row(answer, marks):
    assert score(grid("x y", {"p": "x", "q": "y", "r": "x", "s": "y"}, one_per_row=True), placed(answer)) == (marks, 4)


@pytest.mark.parametrize(
    ("answer", "marks", "columns"),
    [
        ("p=x q=x,y r=y s=", 4, "x: p, q right; y: q, r right"),
        ("p=x q=x r= s=", 2, "x: p, q right"),
        ("p= q=x,y r= s=", 2, "x: q right; y: q right"),
        ("p=x q=x r=x s=", 1, "x: two right, one wrong"),
        ("p=x q=x r=x s=x", 0, "x: two right, two wrong"),
        ("p=y q=y r=y s=y", 0, "y: two right, two wrong"),
        ("p=x,y q=x,y r=x,y s=x,y", 0, "each column: two right, two wrong"),
        ("p= q= r=x s=x", 0, "x: two wrong, and not under 0"),
        ("p= q=y r=x,y s=x", 2, "x: two wrong, which take nothing from y: q, r right"),
        ("p=x q=x,y r=y s=x", 3, "x: two right, one wrong; y: q, r right"),
        ("p=x q=x,y r=y s=x,y", 2, "each column: two right, one wrong"),
        ("p=y q= r=x s=", 0, "each column: one wrong, and not under 0"),
    ],
)
def test_a_grid_with_any_answers_counts_each_column_by_itself_and_none_under_zero(answer, marks, columns):
    assert score(grid("x y", {"p": "x", "q": "x y", "r": "y", "s": ""}, one_per_row=False), placed(answer)) == (marks, 4), columns


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("p=a q=b r=c", 3),
        ("p=a q=b r=a", 2),
        ("p=a q=a r=a", 1),
        ("p=c q=b r=b", 1),
        ("p=b q=c r=a", 0),
    ],
)
def test_drop_downs_give_a_mark_a_blank(answer, marks):
    assert score(drop_downs({"p": "*a b c", "q": "a *b c", "r": "a b *c"}), placed(answer)) == (marks, 3)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("a=1 b=2 c=3 d=4", 4),
        ("a=1 b=2 c=4 d=3", 2),
        ("a=1 b=3 c=4 d=2", 1),
        ("a=2 b=1 c=3 d=4", 2),
        ("a=2 b=1 c=4 d=3", 0),
        ("a=4 b=3 c=2 d=1", 0),
        ("a=2 b=3 c=4 d=1", 0),
    ],
)
def test_an_order_gives_a_mark_for_each_step_in_its_exact_place(answer, marks):
    assert score(order("a b c d"), placed(answer)) == (marks, 4)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("abdominal cavity", 1),
        ("Abdominal Cavity", 1),
        ("the abdominal cavity", 1),
        ("peritoneum", 1),
        ("peritoneam", 1),
        ("abdominal cavty", 1),
        ("liver", 0),
        ("abdominal", 0),
        ("pleura", 0),
        ("???", 0),
    ],
)
def test_a_typed_term_earns_one_mark(text, marks):
    assert score(typing("abdominal cavity", also=["peritoneum"], refused=["liver"]), Typed(text)) == (marks, 1)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [("cause=a effect=b", 1), ("cause=a effect=a", 0), ("cause=b effect=b", 0), ("cause=b effect=a", 0)],
)
def test_a_dyad_is_right_in_both_or_in_nothing(answer, marks):
    assert score(linked({"cause": "*a b", "effect": "a *b"}), placed(answer)) == (marks, 1)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("cause=a one=b two=c", 2),
        ("cause=a one=b two=a", 1),
        ("cause=a one=a two=c", 1),
        ("cause=a one=a two=a", 0),
        ("cause=b one=b two=c", 0),
        ("cause=b one=a two=c", 0),
    ],
)
def test_a_triad_gives_nothing_without_the_cause_and_else_a_mark_an_effect(answer, marks):
    assert score(linked({"cause": "*a b", "one": "a *b c", "two": "a b *c"}), placed(answer)) == (marks, 2)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("cause=a one=p two=q", 2),
        ("cause=a one=q two=p", 2),
        ("cause=a one=r two=q", 1),
        ("cause=a one=q two=q", 1),
        ("cause=b one=p two=q", 0),
    ],
)
def test_effects_from_one_list_count_in_either_place_and_each_once(answer, marks):
    assert score(linked({"cause": "*a b", "one": "*p *q r", "two": "*p *q r"}), placed(answer)) == (marks, 2)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        ("actions-1=a actions-2=b condition=p watch-1=x watch-2=y", 5),
        ("actions-1=b actions-2=a condition=p watch-1=y watch-2=x", 5),
        ("actions-1=a actions-2=c condition=p watch-1=x watch-2=z", 3),
        ("actions-1=a actions-2=a condition=p watch-1=x watch-2=x", 3),
        ("actions-1=a actions-2=b condition=q watch-1=x watch-2=y", 4),
        ("actions-1=c actions-2=d condition=p watch-1=z watch-2=w", 1),
        ("actions-1=c actions-2=d condition=q watch-1=z watch-2=w", 0),
    ],
)
def test_a_bow_tie_gives_a_mark_a_target_and_takes_none(answer, marks):
    assert score(bow_tie("*a *b c d", "*p q r", "*x *y z w"), placed(answer)) == (marks, 5)


@pytest.mark.parametrize(
    ("answer", "marks"),
    [("a b c", 3), ("a b", 2), ("a b c d", 2), ("a b c d e", 1), ("a d", 0), ("a d e", 0), ("d", 0), ("c", 1)],
)
def test_a_highlight_takes_a_mark_for_a_wrong_part_over_the_whole_passage(answer, marks):
    assert score(highlight("*a *b d", "*c e", labels=("first", "second")), picked(answer)) == (marks, 3)


@pytest.mark.parametrize(("typed", "marks"), [("7.5", 1), ("7,5 %", 1), ("7.4", 1), ("8", 1), ("8.1", 0), ("75", 0), ("6.9", 0)])
def test_a_figure_earns_one_mark_within_its_margin(typed, marks):
    assert score(number("7.5", "%", "0.5"), Typed(typed)) == (marks, 1)


@pytest.mark.parametrize(
    ("typed", "marks"),
    [("5 to 10", 1), ("5-10 %", 1), ("7", 1), ("5", 1), ("10", 1), ("4.9", 0), ("11", 0), ("6 to 9", 0), ("1 to 100", 0)],
)
def test_a_range_is_met_by_its_two_ends_or_by_any_figure_in_it(typed, marks):
    assert score(number("5 to 10", "%"), Typed(typed)) == (marks, 1)


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))))
def test_marks_lie_between_nothing_and_the_maximum(asked):
    marks, of = score(*asked)
    assert 0 <= marks <= of
    assert of == maximum(asked[0]) >= 1


@given(interactions)
def test_the_key_earns_the_maximum_and_not_knowing_earns_nothing(interaction):
    assert score(interaction, key(interaction)) == (maximum(interaction), maximum(interaction))
    assert score(interaction, DontKnow()) == (0, maximum(interaction))


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))))
def test_more_right_picks_never_score_less(asked):
    interaction, response = asked
    for better in improved(interaction, response):
        assert score(interaction, better).marks >= score(interaction, response).marks, better


def has_a_column_without_a_key(interaction):
    """A wrong tick in such a column costs nothing: no column goes under 0."""
    return isinstance(interaction, Grid) and any(
        all(column.id not in row.correct for row in interaction.rows) for column in interaction.columns
    )


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))))
def test_only_a_response_that_is_right_throughout_earns_the_maximum(asked):
    interaction, response = asked
    if not isinstance(interaction, TypedText | Number) and not has_a_column_without_a_key(interaction):
        full = score(interaction, response).marks == maximum(interaction)
        assert full == (not isinstance(response, DontKnow) and not list(improved(interaction, response)))


@pytest.mark.parametrize(
    ("interaction", "response"),
    [
        (one_of("*a b"), Typed("a")),
        (any_of("*a b"), placed("a=1")),
        (grid("x y", {"p": "x"}, one_per_row=True), picked("p")),
        (drop_downs({"p": "*a b"}), picked("a")),
        (order("a b"), Typed("a b")),
        (typing("liver"), picked("liver")),
        (linked({"cause": "*a b", "effect": "a *b"}), picked("a")),
        (bow_tie("*a *b c", "*p q", "*x *y z"), picked("a")),
        (highlight("*a b"), placed("a=1")),
        (number("7.5"), picked("7.5")),
    ],
)
def test_the_response_to_another_kind_is_refused(interaction, response):
    with pytest.raises(ValueError, match="does not answer"):
        score(interaction, response)


def key(interaction: Interaction) -> Response:
    """The right answer."""
    match interaction:
        case OneOf(options) | AnyOf(options) | NOf(_, options):
            return Picked(tuple(option.id for option in options if option.correct))
        case Grid(_, rows, _):
            return Placed(tuple((row.id, row.correct) for row in rows))
        case DropDowns(blanks):
            return Placed(tuple((blank.id, tuple(option.id for option in blank.options if option.correct)) for blank in blanks))
        case Linked(blanks):
            return Placed(tuple(_filled(blanks)))
        case BowTie() as tie:
            return Placed(tuple(_filled(tie.blanks)))
        case Highlight() as blocks:
            return Picked(tuple(segment.id for segment in blocks.segments if segment.correct))
        case Number(low=low):
            return Typed(str(low))
        case Order(steps):
            return Placed(tuple((step.id, (str(step.position),)) for step in steps))
        case TypedText(accepted):
            return Typed(accepted[0].text)


def _filled(blanks):
    """Each list right: where one stands twice, its second right option in the second place."""
    met: list[tuple[str, ...]] = []
    for blank in blanks:
        right = tuple(option.id for option in blank.options if option.correct)
        yield blank.id, (right[met.count(right) if blank.shared else 0],)
        met.append(right)


def _put_right(blanks, places):
    """The response with one more list right; where a list stands twice, with a right option that nobody picked."""
    for blank in blanks:
        right = {option.id for option in blank.options if option.correct}
        now = dict(places)[blank.id]
        picked = {id for other in blanks if blank.shared and other.options == blank.options for id in dict(places)[other.id]}
        if now[0] not in right:
            yield from (_with(places, blank.id, (id,)) for id in right - picked)


def improved(interaction: Interaction, response: Response):
    """The response with one more right pick, one wrong pick less, or one place put right; nothing if it is right throughout."""
    match interaction, response:
        case ((OneOf(options) | AnyOf(options) | NOf(_, options)), Picked(ids)):
            yield from (Picked((*ids, option.id)) for option in options if option.correct and option.id not in ids)
            yield from (Picked(tuple(id for id in ids if id != option.id)) for option in options if option.id in ids and not option.correct)
        case Grid(_, rows, False), Placed(places):
            for row in rows:
                ticked = dict(places)[row.id]
                yield from (_with(places, row.id, (*ticked, column)) for column in row.correct if column not in ticked)
                yield from (_with(places, row.id, tuple({*ticked} - {column})) for column in ticked if column not in row.correct)
        case Highlight() as blocks, Picked(ids):
            yield from improved(AnyOf(blocks.segments), response)
        case ((Linked() | BowTie()) as linked_lists, Placed(places)):
            yield from _put_right(linked_lists.blanks, places)
        case ((Grid() | DropDowns()), Placed(places)):
            right = key(interaction)
            assert isinstance(right, Placed)
            yield from (_with(places, slot, values) for slot, values in right.places if dict(places)[slot] != values)
        case Order(steps), Placed(places):
            there = {values: slot for slot, values in places}
            for step in steps:
                wanted, now = (str(step.position),), dict(places)[step.id]
                if wanted != now:
                    yield _with(_with(places, there[wanted], now).places, step.id, wanted)


def _with(places, slot, values) -> Placed:
    return Placed(tuple((name, values if name == slot else old) for name, old in places))


@pytest.mark.parametrize(("places", "marks"), [("a=1 b=2 c=3", 1), ("a=2 b=1 c=3", 0), ("a=3 b=2 c=1", 0)])
def test_in_an_exam_an_order_is_all_or_nothing(places, marks):
    steps = order("a b c")
    assert exam_score(steps, placed(places)) == (marks, exam_maximum(steps)) == (marks, 1)


@given(interactions.flatmap(lambda interaction: st.tuples(st.just(interaction), responses(interaction))))
def test_in_an_exam_all_else_earns_what_it_earns_in_study(asked):
    interaction, response = asked
    got, whole = exam_score(interaction, response), score(interaction, response)
    assert got == whole or isinstance(interaction, Order)
    assert got.maximum == exam_maximum(interaction)
