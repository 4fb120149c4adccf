"""Any interaction, any well-formed response to it, and any form at all."""

from hypothesis import strategies as st

from questions.interactions import AnyOf, DropDowns, Grid, Interaction, NOf, OneOf, Order
from questions.responses import DontKnow, Picked, Placed, Response, Typed
from tests.questions.making import any_of, drop_downs, grid, n_of, one_of, order, typing

LETTERS = "abcdefgh"
MARKED = st.lists(st.booleans(), min_size=2, max_size=8)
TERMS = ("peritoneum", "abdominal cavity", "liver", "bone", "lymph nodes")


def _starred(marked: list[bool]) -> str:
    return " ".join(("*" if right else "") + letter for right, letter in zip(marked, LETTERS, strict=False))


def _one_right(size: int, place: int) -> list[bool]:
    return [place % size == number for number in range(size)]


ones = st.builds(_one_right, st.integers(2, 6), st.integers(0, 5)).map(_starred)
one_ofs = ones.map(one_of)
any_ofs = MARKED.filter(any).map(_starred).map(any_of)
n_ofs = MARKED.filter(any).map(lambda marked: n_of(sum(marked), _starred(marked)))
singles = st.dictionaries(st.sampled_from(LETTERS), st.sampled_from("xyz"), min_size=1).map(
    lambda rows: grid("x y z", rows, one_per_row=True)
)
manies = (
    st.dictionaries(st.sampled_from(LETTERS), st.sets(st.sampled_from("xyz")).map(sorted).map(" ".join), min_size=1)
    .filter(lambda rows: any(rows.values()))
    .map(lambda rows: grid("x y z", rows, one_per_row=False))
)
blanks = st.dictionaries(st.sampled_from(LETTERS), ones, min_size=1, max_size=5).map(drop_downs)
orders = st.permutations(LETTERS).flatmap(lambda letters: st.integers(2, 8).map(lambda size: order(letters[:size])))
typed_texts = st.permutations(TERMS).map(lambda terms: typing(terms[0], also=terms[1:2], refused=terms[2:4], unsettled=terms[4:]))

interactions: st.SearchStrategy[Interaction] = st.one_of(one_ofs, any_ofs, n_ofs, singles, manies, blanks, orders, typed_texts)


def responses(interaction: Interaction) -> st.SearchStrategy[Response]:
    """Every response that can be read from a form."""
    return st.just(DontKnow()) | _answers(interaction)


def _answers(interaction: Interaction) -> st.SearchStrategy[Response]:
    match interaction:
        case OneOf(options):
            return st.sampled_from(options).map(lambda option: Picked((option.id,)))
        case AnyOf(options):
            return st.sets(st.sampled_from([option.id for option in options]), min_size=1).map(lambda ids: Picked(tuple(sorted(ids))))
        case NOf(n, options):
            return st.sets(st.sampled_from([option.id for option in options]), min_size=n, max_size=n).map(
                lambda ids: Picked(tuple(sorted(ids)))
            )
        case Grid(_, rows, True):
            return _placed({row.id: st.sampled_from("xyz").map(lambda column: (column,)) for row in rows})
        case Grid(_, rows, False):
            return _placed({row.id: st.sets(st.sampled_from("xyz")).map(lambda columns: tuple(sorted(columns))) for row in rows})
        case DropDowns(drop_downs):
            return _placed({blank.id: st.sampled_from([(option.id,) for option in blank.options]) for blank in drop_downs})
        case Order(steps):
            return st.permutations(range(1, len(steps) + 1)).map(
                lambda places: Placed(tuple((step.id, (str(place),)) for step, place in zip(steps, places, strict=True)))
            )
        case _:
            return (st.sampled_from(TERMS) | st.text(max_size=30)).map(Typed)


def _placed(places: dict[str, st.SearchStrategy[tuple[str, ...]]]) -> st.SearchStrategy[Response]:
    return st.fixed_dictionaries(places).map(lambda found: Placed(tuple(sorted(found.items()))))


names = st.sampled_from(["answer", "dont-know", *(f"{slot}.{letter}" for slot in ("row", "blank", "step") for letter in LETTERS)])
values = st.lists(
    st.sampled_from([*LETTERS, *"xyz123", "", "0", "01", "-1", "1.0", "²", "\0", "peritoneum"]) | st.text(max_size=300), max_size=9
)
forms = st.dictionaries(names | st.text(max_size=9), values, max_size=9)


def full_forms(interaction: Interaction) -> st.SearchStrategy[dict[str, list[str]]]:
    """Forms with something, often something sound, in every field of the interaction."""
    return st.fixed_dictionaries(dict.fromkeys(slots(interaction), values))


def slots(interaction: Interaction) -> list[str]:
    """The fields of a form for this interaction."""
    match interaction:
        case Grid(_, rows, _):
            return [f"row.{row.id}" for row in rows]
        case DropDowns(drop_downs):
            return [f"blank.{blank.id}" for blank in drop_downs]
        case Order(steps):
            return [f"step.{step.id}" for step in steps]
        case _:
            return ["answer"]
