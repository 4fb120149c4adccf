"""What a person types is read as the term that they mean, and never as another."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.bank import shipped_banks
from questions.knowledge import Knowledge
from questions.readers.toml_files import read_bank
from questions.spelling import LONG_ENOUGH_FOR_A_SLIP, one_slip, plain, recognise
from tests.questions.making import spelled

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LONG_WORDS = st.text(LETTERS, min_size=6, max_size=14)


@pytest.fixture(scope="module")
def article() -> Knowledge:
    return Knowledge(read_bank(shipped_banks()[0]))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Liver", "liver"),
        ("  LIVER ", "liver"),
        ("liver.", "liver"),
        ("“liver”", "liver"),
        ("the liver", "liver"),
        ("an X-ray", "x-ray"),
        ("x ray", "x-ray"),
        ("xray", "x-ray"),
        ("X‑ray", "x-ray"),
        ("followup", "follow-up"),
        ("lymphnodes", "lymph nodes"),
        ("CT-scan", "ct scan"),
        ("tumour", "tumor"),
        ("tumors", "tumours"),
        ("haematoma", "hematoma"),
        ("oesophagus", "esophagus"),
        ("oedema", "edema"),
        ("colour Doppler", "color Doppler"),
        ("café", "cafe"),
        ("œdème", "œdeme"),
        ("ﬁne needle biopsy", "fine-needle biopsy"),
        ("angiogenisis", "angiogenesis"),
        ("Œsophagus", "esophagus"),
        ("haematogenous spread", "hematogenous spread"),
        ("anaemia", "anemia"),
        ("leukaemia", "leukemia"),
        ("hyponatraemia", "hyponatremia"),
        ("Hypokalaemia.", "hypokalemia"),
        ("paediatric", "pediatric"),
        ("aetiology", "etiology"),
        ("anaesthesia", "anesthesia"),
        ("diarrhoea", "diarrhea"),
        ("foetus", "fetus"),
        ("oestrogen", "estrogen"),
        ("coeliac disease", "celiac disease"),
        ("manoeuvre", "maneuver"),
        ("fibre", "fiber"),
        ("litres", "liters"),
        ("localised", "localized"),
        ("localisation", "localization"),
        ("analyse", "analyze"),
        ("labelled", "labeled"),
        ("defence", "defense"),
        ("sulphate", "sulfate"),
        ("programme", "program"),
        ("aluminium", "aluminum"),
        ("behaviour", "behavior"),
        ("Ménière's disease", "menieres disease"),
        ("Crohn’s disease", "Crohn's disease"),
        ("the lymph nodes under the arm!", "lymph nodes under the arm"),
        ("a biopsy…", "biopsy"),
        ("lymph_nodes", "lymph nodes"),
        ("signs & symptoms", "signs and symptoms"),
        ("vitamin A", "vitamin a"),
        ("a", "A"),
    ],
)
def test_case_hyphens_articles_accents_and_british_spelling_do_not_matter(typed, meant):
    assert recognise(typed, [spelled(meant)]) == meant


@pytest.mark.parametrize("typed", ["peritoneum", "Peritoneum", "abdominal cavity", "abdominal cavities", "belly-cavity"])
def test_a_synonym_or_a_plural_names_the_same_thing(typed):
    cavity = spelled("abdominal cavity", "abdominal cavities", "peritoneum", "belly cavity")
    assert recognise(typed, [spelled("liver"), cavity]) == "abdominal cavity"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("livers", "liver"),
        ("kidney", "kidneys"),
        ("biopsies", "biopsy"),
        ("biopsy", "biopsies"),
        ("metastases", "metastasis"),
        ("metastasis", "metastases"),
        ("nuclei", "nucleus"),
        ("vertebra", "vertebrae"),
        ("bacteria", "bacterium"),
        ("ganglion", "ganglia"),
        ("thoraces", "thorax"),
        ("masses", "mass"),
        ("boxes", "box"),
        ("lymph node in the neck", "lymph nodes in the neck"),
        ("cancers of the kidney", "cancer of the kidney"),
        ("CTs", "CT"),
    ],
)
def test_a_plural_or_a_singular_names_the_same_thing(typed, meant):
    assert recognise(typed, [spelled(meant)]) == meant


@pytest.mark.parametrize(
    ("typed", "meant", "other"),
    [
        ("bones", "bone", "bones"),
        ("hypokalemia", "hyperkalemia", "hypokalemia"),
        ("hypocalcaemia", "hypercalcaemia", "hypocalcemia"),
        ("hypernatremia", "hyponatremia", "hypernatraemia"),
        ("adduction", "abduction", "adduction"),
        ("local recurrences", "local recurrence", "local recurrences"),
        ("metastatic cancer", "metastatic cancers", "metastatic cancer"),
    ],
)
def test_no_number_and_no_slip_makes_another_term_the_one_that_is_meant(typed, meant, other):
    assert recognise(typed, [spelled(meant)], [spelled(other)]) is None


@pytest.mark.parametrize(("typed", "meant"), [("vitamin", "vitamin A"), ("hepatitis A", "hepatitis B"), ("s", "CT"), ("us", "u")])
def test_what_is_left_of_a_name_is_not_the_name(typed, meant):
    assert recognise(typed, [spelled(meant)]) is None


@pytest.mark.parametrize(
    ("typed", "slip"),
    [
        ("metastais", "a letter lost"),
        ("metastassis", "a letter too many"),
        ("metastesis", "a letter changed"),
        ("metatsasis", "two letters swapped"),
        ("emtastasis", "the first two swapped"),
        ("metastassi", "the last two swapped"),
        ("etastasis", "the first letter lost"),
        ("metastasi", "the last letter lost"),
        ("metastasisx", "a letter behind"),
    ],
)
def test_one_slip_of_the_keyboard_in_a_long_word_does_not_matter(typed, slip):
    assert recognise(typed, [spelled("metastasis")]) == "metastasis", slip


@pytest.mark.parametrize("typed", ["metstais", "mettastassis", "metasatsi", "sisatsatem", "meta", "metastasis metastasis", ""])
def test_two_slips_are_too_many(typed):
    assert recognise(typed, [spelled("metastasis")]) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("livre", "liver"), ("liverr", "liver"), ("lng", "lung"), ("bine", "bone"), ("bran", "brain"), ("skim", "skin")]
)
def test_in_a_word_of_fewer_than_six_letters_every_slip_counts(typed, meant):
    assert recognise(typed, [spelled(meant)]) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("lymph nodes near the kidnay", True),
        ("lymph nodes naer the kidney", False),
        ("limph nodes near the kidney", False),
        ("lymph nodes near the kidnay bed", False),
        ("lymph nodes near the", False),
    ],
)
def test_in_a_term_of_several_words_one_long_word_may_slip(typed, read):
    assert (recognise(typed, [spelled("lymph nodes near the kidney")]) is not None) is read


def test_what_names_another_term_is_that_term_and_never_a_slip():
    assert recognise("regional recurrence", [spelled("regional recurrences")], [spelled("regional recurrence")]) is None
    assert recognise("Afferent", [spelled("efferent")], [spelled("afferent")]) is None
    assert recognise("adrenals", [spelled("adrenal")], [spelled("liver", "adrenals")]) is None


@pytest.mark.parametrize("typed", ["hyprkalemia", "hypekalemia", "hyporkalemia", "hypeokalemia"])
def test_a_slip_that_is_as_near_to_another_term_is_read_as_neither(typed):
    low, high = spelled("hypokalemia"), spelled("hyperkalemia")
    assert recognise(typed, [low], [high]) is None
    assert recognise(typed, [high], [low]) is None
    assert recognise(typed, [low], [spelled("hypernatremia")]) == "hypokalemia"


def test_a_slip_of_what_two_terms_are_called_alike_is_read_as_the_one_that_is_meant():
    cavity, organs = spelled("abdominal cavity", "peritoneal cavity"), spelled("abdominal organs", "peritoneal cavity")
    assert recognise("peritonael cavity", [cavity], [organs]) == "abdominal cavity"


@pytest.mark.parametrize("folder", shipped_banks(), ids=lambda folder: folder.name)
def test_of_all_slips_of_all_terms_of_a_bank_none_makes_one_term_another(folder):
    knowledge = Knowledge(read_bank(folder))
    terms = {term.id: knowledge.spelled(term.id) for term in knowledge.bank.terms}
    forms = {id: {plain(spelling) for spelling in (term.text, *term.spellings)} for id, term in terms.items()}
    called = defaultdict(set)
    for id in terms:
        for form in forms[id]:
            for text in (form, *slips_in_one_long_word(form)):
                called[text].add(id)
    doubtful = [(text, *pair) for text, ids in called.items() if text == plain(text) for pair in permutations(ids, 2)]
    assert doubtful
    for text, id, other in doubtful:
        if text not in forms[id] and any(text == form or one_slip(text, form) for form in forms[other] - forms[id]):
            assert recognise(text, [terms[id]], [terms[other]]) is None, (text, id, other)


def slips_in_one_long_word(form: str) -> Iterator[str]:
    words = form.split()
    for place, word in enumerate(words):
        for slip in slips_of(word) if len(word) >= LONG_ENOUGH_FOR_A_SLIP else ():
            yield " ".join((*words[:place], slip, *words[place + 1 :]))


def slips_of(word: str) -> set[str]:
    places = range(len(word) + 1)
    lost = {word[:place] + word[place + 1 :] for place in places}
    added = {word[:place] + letter + word[place:] for place in places for letter in LETTERS}
    changed = {word[:place] + letter + word[place + 1 :] for place in places[:-1] for letter in LETTERS}
    swapped = {word[:place] + word[place : place + 2][::-1] + word[place + 2 :] for place in places[:-1]}
    return (lost | added | changed | swapped) - {word}


def test_what_is_exactly_one_term_is_not_taken_for_a_slip_of_the_one_before_it():
    assert recognise("staging", [spelled("stagings"), spelled("staging")]) == "staging"


def test_no_spelling_of_a_term_of_the_article_is_read_as_another_of_its_kind(article):
    for term in article.bank.terms:
        others = [article.spelled(other.id) for other in article.bank.terms if other.kind == term.kind and other.id != term.id]
        for spelling in term.spellings:
            assert recognise(spelling, [article.spelled(term.id)], others) == term.id, spelling
            assert recognise(spelling, others, [article.spelled(term.id)]) is None, spelling


@given(LONG_WORDS, st.data())
def test_any_letter_may_be_lost_added_changed_or_swapped_once(word, data):
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    slips = (
        word[:place] + word[place + 1 :],
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
    )
    for slip in slips:
        assert slip == word or one_slip(slip, word), slip


@given(st.text(LETTERS, max_size=12), LONG_WORDS)
def test_a_slip_is_a_distance_of_one(typed, meant):
    assert one_slip(typed, meant) == (distance(typed, meant) == 1)


@given(st.text(min_size=1))
def test_any_text_can_be_read_and_names_what_is_called_so(text):
    assert recognise(text, [spelled("metastasis"), spelled(text)]) in {text, "metastasis"}
    assert recognise(text, [spelled("metastasis")], [spelled(text)]) in {None, "metastasis"}


def distance(a: str, b: str) -> int:
    """The optimal string alignment distance of two words, by its definition."""
    rows = [[max(i, j) if not (i and j) else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]
