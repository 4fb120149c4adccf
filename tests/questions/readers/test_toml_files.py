"""A bank with a mistake names the file, the line and what to do; each of these is the bank about bread with one thing changed."""

import shutil
import time
from pathlib import Path

import pytest

from questions.bank import bank_content, bank_from_content, shipped_banks
from questions.readers.toml_files import BankError, place_of, read_bank
from tests.amounts import amount
from tests.questions.making import BREAD

LYE = '[[term]]\nid = "lye"\nname = "lye"\nkind = "ingredient"\n'
BRIOCHE = '[[relation]]\nid = "brioche"\nsubject = "brioche"\n'
KNEADING = '[[definition]]\nid = "kneading"\nterm = "kneading"\n'
SALT = '[[statement]]\nid = "salt"\n'
NO_LYE = '[[not]]\nid = "brioche.no-lye"\nsubject = "brioche"\npredicate = "made-with"\nobject = "lye"\n'
PLAINLY = 'plainly = { asks = "What is it?", holds = "Pressing it", instead = { salt = "Salting it" }, why = "It is pressed." }\n'
SELF_TEST = '[[self-test]]\nid = "first"\ntitle = "First"\nobjectives = ["salt#holds"]\n'
RAISING = (BREAD / "raising.toml").read_text(encoding="utf-8")
STEPS = RAISING[RAISING.index("steps = [") : RAISING.index("\n[[statement]]")]
MICE = RAISING[RAISING.index('[[statement.misconceptions]]\nid = "mice"') : RAISING.index("[[statement.applied]]")]
SECTION_3 = 'source = { section = "Loaves", paragraph = 3 }\n'


def test_a_sound_bank_is_read_and_comes_back_from_its_content():
    bank = read_bank(BREAD)
    assert (bank.name, bank.title) == ("bread", "Bread")
    assert [topic.id for topic in bank.topics] == ["loaves", "raising", "heat"]
    assert bank_from_content(bank_content(bank)) == bank


def test_the_revision_changes_with_the_content_and_not_with_the_layout(tmp_path):
    assert read_bank(changed(tmp_path / "comment", "words.toml", LYE, f"# A comment\n\n{LYE}")).revision == read_bank(BREAD).revision
    assert read_bank(changed(tmp_path / "name", "words.toml", 'name = "lye"', 'name = "soda lye"')).revision != read_bank(BREAD).revision


@pytest.mark.parametrize("folder", [BREAD, *shipped_banks()], ids=lambda folder: folder.name)
def test_each_fact_of_a_sound_bank_has_its_place(folder):
    for fact in read_bank(folder).facts[:: amount(12, 1)]:
        file, line = place_of(folder, fact.id)
        lines = Path(file).read_text(encoding="utf-8").split("\n")
        assert lines[line - 1].startswith("[")
        assert lines[line] == f'id = "{fact.id}"'


@pytest.mark.parametrize(
    ("file", "old", "new", "at", "says"),
    [
        # names in braces that nothing fills in
        ("words.toml", "list for {subject}", "list for {subjct}", "{subjct}", "nothing fills in {subjct}"),
        ("words.toml", "hold {object}", "hold {object", "hold {object", "a brace does not close"),
        ("words.toml", "hold {object}", "hold {object:>9}", "hold {object", "more than a name stands in braces"),
        ("words.toml", "hold {object}", "hold {object!r}", "hold {object", "more than a name stands in braces"),
        # ids that nothing has
        ("loaves.toml", '{ term = "flour.rye" }', '{ term = "flour.rie" }', '{ term = "flour.rie" }', "did you mean “flour.rye”?"),
        ("loaves.toml", BRIOCHE, BRIOCHE.replace('subject = "brioche"', 'subject = "zopf"'), 'subject = "zopf"', "add the term or mend"),
        ("loaves.toml", 'term = "rosemary", who', 'term = "rosmary", who', '"rosmary"', "did you mean “rosemary”?"),
        ("loaves.toml", NO_LYE, NO_LYE.replace('"lye"', '"lie"'), '"lie"', "did you mean “lye”?"),
        ("loaves.toml", NO_LYE, NO_LYE.replace("made-with", "makes-with"), '"makes-with"', "did you mean “made-with”?"),
        (
            "loaves.toml",
            'id = "recipes"\npredicate = "made-with"',
            'id = "recipes"\npredicate = "x"',
            'predicate = "x"',
            "no predicate “x”",
        ),
        ("loaves.toml", 'table = "recipes"\nsubject = "pretzel"', 'table = "recipe"\nsubject = "pretzel"', '"recipe"', "“recipes”"),
        ("loaves.toml", '["recipes.focaccia-herb"]', '["recipes.focacia-herb"]', '"recipes.focacia-herb"', "“recipes.focaccia-herb”"),
        ("loaves.toml", 'of = "flour"', 'of = "flower"', '"flower"', "did you mean “flour”?"),
        (
            "raising.toml",
            KNEADING,
            KNEADING.replace('"kneading"\n', '"kneeding"\n').replace("kneeding", "kneading", 1),
            '"kneeding"',
            "did you mean “kneading”?",
        ),
        ("raising.toml", 'also_fits = ["kneading"]', 'also_fits = ["needing"]', '"needing"', "did you mean “kneading”?"),
        ("raising.toml", 'term = "raising"', 'term = "rising"', '"rising"', "did you mean “raising”?"),
        ("raising.toml", '"raising.steam"]', '"raising.stem"]', '"raising.stem"', "did you mean “raising.steam”?"),
        ("raising.toml", '"proving"]', '"provings"]', '"provings"', "did you mean “proving”?"),
        ("raising.toml", 'hot stone within a minute."\nof = "raising.steam"', 'hot stone."\nof = "steem"', '"steem"', "no term “steem”"),
        (
            "raising.toml",
            'of = "raising.steam"\nwhy = "Water in it',
            'of = "raising.steam"\nalso_fits = ["x"]\nwhy = "Water in it',
            '"x"',
            "no term",
        ),
        ("raising.toml", 'one = "raising.living"', 'one = "living"', '"living"', "no term “living”"),
        ("words.toml", LYE, LYE.replace('"ingredient"', '"ingredients"'), '"ingredients"\n\n[[term]]', "did you mean “ingredient”?"),
        (
            "words.toml",
            'rye flour"\nkind = "ingredient"\npart_of = ["flour"',
            'rye flour"\nkind = "ingredient"\npart_of = ["flours"',
            '["flours"]',
            "did you mean “flour”?",
        ),
        ("words.toml", 'terms = ["flour.chickpea"', 'terms = ["flour.pea"', '["flour.pea"', "“flour.pea”"),
        ("words.toml", 'terms = ["raising.living"', 'terms = ["raising.alive"', '["raising.alive"', "“raising.alive”"),
        # ids that two things have, and things that stand twice
        ("raising.toml", 'id = "scoring"\nterm', 'id = "kneading"\nterm', 'id = "kneading"\nterm = "scoring"', "an id of its own"),
        ("raising.toml", SALT, '[[statement]]\nid = "kneading"\n', 'id = "kneading"\naim', "an id of its own"),
        ("words.toml", 'id = "rosemary"', 'id = "lye"', 'id = "lye"\nname = "rosemary"', "an id of its own"),
        ("words.toml", '[[kind]]\nid = "technique"', '[[kind]]\nid = "bread"', 'id = "bread"\none = "technique"', "an id of its own"),
        ("raising.toml", '[topic]\nid = "raising"', '[topic]\nid = "loaves"', 'id = "loaves"', "an id of its own"),
        (
            "loaves.toml",
            '{ term = "butter" }, {',
            '{ term = "butter" }, { term = "butter" }, {',
            '{ term = "butter" }, { term = "butter"',
            "name it once",
        ),
        (
            "raising.toml",
            '"raising.steam"]',
            '"raising.powder"]',
            'members = ["raising.living", "raising.powder", "raising.powder"]',
            "name it once",
        ),
        (
            "words.toml",
            'name = "flour"\nkind = "ingredient"\n',
            'name = "flour"\nkind = "ingredient"\npart_of = ["flour.rye"]\n',
            'part_of = ["flour.rye"]',
            "part of itself",
        ),
        ("words.toml", LYE, f'{LYE}part_of = ["lye"]\n', 'id = "lye"', "part of itself"),
        # sources
        (
            "loaves.toml",
            NO_LYE + 'who = "A baker in Paris"\n' + SECTION_3,
            NO_LYE,
            '[[not]]\nid = "brioche.no-lye"',
            "has no source; add it",
        ),
        ("raising.toml", '"Raising", paragraph = 4', '"Rising", paragraph = 4', '"Rising"', "did you mean “Raising”?"),
        ("raising.toml", '"Raising", paragraph = 4', '"Raising", paragraph = 0', '[[sequence]]\nid = "loaf"', "counted from 1"),
        ("raising.toml", '"Raising", paragraph = 4', '"Raising", paragraph = "4"', '[[sequence]]\nid = "loaf"', "mend the value"),
        # facts against each other
        (
            "loaves.toml",
            'added_by = ["recipes.focaccia-herb"]\n',
            "",
            'objects = [{ term = "rosemary" }]',
            "recipes.focaccia contradicts by rule (a)",
        ),
        (
            "loaves.toml",
            BRIOCHE,
            BRIOCHE.replace('subject = "brioche"', 'subject = "pumpernickel"'),
            'objects = [{ term = "butter" }]',
            "rule (a)",
        ),
        (
            "loaves.toml",
            NO_LYE,
            NO_LYE.replace('"lye"', '"butter"'),
            'objects = [{ term = "butter" }]',
            "brioche.no-lye contradicts by rule (d)",
        ),
        ("loaves.toml", NO_LYE, NO_LYE.replace('"brioche"', '"pretzel"'), '{ term = "lye" }]', "brioche.no-lye contradicts by rule (d)"),
        (
            "raising.toml",
            'other = "raising.powder"\nsource',
            'other = "proving"\nsource',
            'id = "quick"',
            "neither of the two",
        ),
        ("raising.toml", 'other = "raising.powder"\n', 'other = "raising.living"\n', 'one = "raising.living"', "apart from itself"),
        (
            "raising.toml",
            'of = "raising.steam"\nwhy = "Water in it',
            'of = "kneading"\nwhy = "Water in it',
            'id = "pitta"',
            "none of the members",
        ),
        ("loaves.toml", f"{BRIOCHE}", f'{BRIOCHE}table = "recipes.pretzel"\n', 'table = "recipes.pretzel"', "is no table of made-with"),
        ("heat.toml", 'subject = "pretzel", p', 'subject = "yeast", p', 'watch = { subject = "yeast"', "nothing to watch"),
        ("loaves.toml", 'aspect = "flours"', 'aspect = "with.lye"', 'aspect = "with.lye"', "give the match another aspect"),
        ("loaves.toml", 'back = "with"\n', 'back = "with"\nmap = "body"\n', 'map = "body"', "say in drawn of more terms where they lie"),
        ("raising.toml", KNEADING, f"{KNEADING}{PLAINLY}", KNEADING, "puts salt in plain words, which is no definition"),
        (
            "words.toml",
            "# Kinds of term",
            f"{SELF_TEST}# Kinds of term",
            "objectives = [",
            "salt#holds is not asked in plain words; say in plainly",
        ),
        # too little of something, and too much
        ("heat.toml", "low = 230\nhigh = 250", "low = 250\nhigh = 230", 'id = "oven"', "runs from 250 to 230; write the lesser"),
        ("heat.toml", "high = 250", "high = inf", 'id = "oven"', "runs from 230 to inf"),
        ("heat.toml", "low = 100, high = 120", "low = 120, high = 100", '    { id = "cool"', "cool runs from 120 to 100"),
        ("heat.toml", "high = 250\nmargin = 10", "high = 250\nmargin = -10", 'id = "oven"', "margin is -10; write 0 or more"),
        ("heat.toml", "value = 250", "value = 900", "    { asks = ", "900 is asked for, which is not from 230 to 250"),
        ("raising.toml", STEPS, f"{STEPS[:9]}]\n", '[[sequence]]\nid = "loaf"', "leaves steps empty; fill it in"),
        ("raising.toml", STEPS, f'{STEPS[:9]} {{ id = "mix", text = "Stir" }}]\n', "steps = [", "has one step, which has no order"),
        ("raising.toml", 'id = "knead", text', 'id = "mix", text', '    { id = "mix"', "mix stands twice in steps"),
        ("raising.toml", 'id = "jar"', 'id = "overnight"', 'id = "overnight"', "overnight stands twice in cases"),
        ("raising.toml", 'id = "fed"', 'id = "slow"', 'id = "slow"', "slow stands twice in differs"),
        ("raising.toml", 'id = "nothing"', 'id = "speeds"', 'id = "speeds"', "speeds stands twice in the false answers"),
        ("raising.toml", 'id = "stone"', 'id = "large"', 'id = "large"', "large stands twice in the false answers of rye"),
        ("raising.toml", MICE, "", 'id = "crumb"', "crumb has 1 false answers; give it 2 or more"),
        ("loaves.toml", 'objects = [{ term = "butter" }]', "objects = []", '[[relation]]\nid = "brioche"', "leaves objects empty"),
        ("raising.toml", 'aim = "say what salt does to yeast"', 'aim = " "', SALT, "leaves aim empty"),
        ("words.toml", 'name = "lye"', 'name = ""', '[[term]]\nid = "lye"', "leaves name empty"),
        ("heat.toml", 'why = "Lye burns the skin."', 'why = ""', '    { id = "dip"', "leaves why of dip empty"),
        ("words.toml", 'name = "butter"', 'name = "Lye"', 'id = "lye"', "is called “lye”, as butter is"),
        ("words.toml", 'terms = ["flour.chickpea", "flour.rye", "flour.wheat"]', 'terms = ["lye"]', 'terms = ["lye"]', "name two or more"),
        # ids, audiences, and who says so
        ("raising.toml", 'id = "kneading"\n', 'id = "knead#ing"\n', 'id = "knead#ing"', "“knead#ing” cannot be an id; write small letters"),
        ("words.toml", 'aspect = "ingredients"', 'aspect = "what/is in"', 'aspect = "what/is in"', "cannot be an id"),
        ("bank.toml", 'name = "bread"', 'name = "bread/rolls"', 'name = "bread/rolls"', "cannot be a name"),
        ("raising.toml", KNEADING, f'{KNEADING}audiences = ["patients"]\n', 'audiences = ["patients"]', "did you mean “patient”?"),
        ("raising.toml", KNEADING, f"{KNEADING}audiences = []\n", KNEADING, "is for nobody; name nursing or patient in audiences"),
        ("loaves.toml", 'who = "A baker in Paris"', 'who = ""', NO_LYE, "leaves who empty"),
        ("loaves.toml", 'who = "A cook in Genoa"', 'who = ""', 'term = "rosemary", who', "does not say who lists rosemary"),
        (
            "bank.toml",
            'files = ["words.toml", "loaves.toml", "raising.toml", "heat.toml"]',
            'files = ["words.toml"]',
            "[bank]",
            "holds no facts",
        ),
        ("bank.toml", 'files = ["words.toml", "loaves.toml", "raising.toml", "heat.toml"]', "files = []", "[bank]", "holds no facts"),
        # tables and fields
        (
            "loaves.toml",
            f"[[not]]\n{NO_LYE[8:]}",
            f"[[denies]]\n{NO_LYE[8:]}",
            "[[denies]]",
            "is no kind of fact or term; use one of apart, ",
        ),
        (
            "raising.toml",
            KNEADING,
            f'{KNEADING}synonym = "working"\n',
            '[[definition]]\nid = "kneading"',
            "says synonym, which nothing reads",
        ),
        (
            "raising.toml",
            'id = "overnight"\n',
            'id = "overnight"\ntest = 1\n',
            '[[classification]]\nid = "ways"',
            "says test in cases 1, which nothing reads",
        ),
        ("raising.toml", 'means = "pressing', 'meant = "pressing', '[[definition]]\nid = "kneading"', "says meant, which nothing reads"),
        ("raising.toml", "complete = true\n", "", '[[classification]]\nid = "ways"', "has no complete; add it"),
        (
            "raising.toml",
            "complete = true\n",
            'complete = "yes"\n',
            '[[classification]]\nid = "ways"',
            "complete is a text in quotes and should be true or false; mend the value",
        ),
        ("heat.toml", "low = 100, ", 'low = "100", ', '[[figure]]\nid = "oven"', "wrong 1.low is a text in quotes"),
        (
            "heat.toml",
            'because = { id = "because"',
            'for = { id = "because"',
            '[[cause]]\nid = "crust"',
            "says for in linked, which nothing reads",
        ),
        ("bank.toml", 'date = "2026-01-01"', "date = 2026-01-01", "[bank]", "date is a date without quotes and should be a text"),
        ("raising.toml", '[[contrast.differs]]\nid = "slow"', '[[contrary.differs]]\nid = "slow"', "[[contrary.", "is no kind of fact"),
        (
            "raising.toml",
            '[topic]\nid = "raising"',
            f'odd = {"9" * 5000}\n[topic]\nid = "raising"',
            "# How a dough",
            "write it more simply",
        ),
        ("raising.toml", '[topic]\nid = "raising"', f"odd = {'[' * 50_000}\n[topic]", "# How a dough", "write it more simply"),
        ("bank.toml", '"loaves.toml"', '"loa\\u0000ves.toml"', "files = ", 'needs files = ["…"]'),
        ("loaves.toml", '"lye" }]', '"lye" }]\ncurrency = "stale"', '[[relation]]\nid = "recipes.pretzel"', "mend the value"),
        *(
            (
                "loaves.toml",
                '"lye" }]',
                f'"lye" }}]\ncurrency = "{currency}"\n{told}',
                '[[relation]]\nid = "recipes.pretzel"',
                f"is {currency}; say in note how that stands today, and in who who says so",
            )
            for currency in ("confirmed", "dated", "disputed", "error in source")
            for told in ("", 'note = "Lye is rare today."', 'who = "The guild of bakers"')
        ),
        ("loaves.toml", BRIOCHE, BRIOCHE.replace("[[relation]]", "[topic.relation]"), "[topic]", "says relation, which nothing reads"),
        ("words.toml", LYE, f"{LYE}spelling = 3\n", LYE, "says spelling, which nothing reads"),
        ("raising.toml", '[topic]\nid = "raising"\n', '[topic]\nid = "raising"\ntext = "x"\n', "[topic]", "says text, which nothing reads"),
        ("raising.toml", "[topic]", "[[topic]]", "[[topic]]", "write [topic], with one pair of brackets"),
        ("raising.toml", "[[contrast]]", "[contrast]", "[contrast]", "write [[contrast]], with two pairs of brackets"),
        ("loaves.toml", "# What goes", 'term = "lye"\n# What goes', 'term = "lye"', "write [[term]], with two pairs of brackets"),
        ("loaves.toml", "# What goes", "apart = [1, 2]\n# What goes", "apart = [1, 2]", "write [[apart]], with two pairs of brackets"),
        ("words.toml", "# Kinds of term", "terms = 3\n# Kinds of term", "terms = 3", "[[terms]] is no kind of fact or term"),
        # bank.toml
        ("bank.toml", 'title = "Bread"\n', "", "[bank]", "has no title; add it"),
        ("bank.toml", 'title = "Bread"\n', 'title = "Bread"\nheading = "x"\n', "[bank]", "says heading, which nothing reads"),
        ("bank.toml", "[bank]", "[about]", "[about]", "which nothing reads"),
        ("bank.toml", "[bank]", "[[bank]]", "[[bank]]", "write [bank], with one pair of brackets"),
        ("bank.toml", '"loaves.toml"', "3", "files = ", 'needs files = ["…"]'),
        ("bank.toml", "files = ", "list = ", "list = ", "which nothing reads"),
        ("bank.toml", "[bank]", "[[term]]\n[bank]", "[[term]]", "which nothing reads"),
        # not TOML
        ("loaves.toml", 'title = "Loaves"', 'title = "Loaves', 'title = "Loaves', "is not TOML"),
        ("words.toml", 'id = "lye"', "id = lye", "id = lye", "is not TOML"),
        ("raising.toml", 'text = "Hard, without holes"\nwhy = "Some gas is kept in."\n', "text = [", "text = [", "is not TOML"),
        ("bank.toml", "sections = [", "sections = [[", "sections = [[", "is not TOML"),
        ("raising.toml", KNEADING, KNEADING.replace("\nterm", "\nid = 1\nterm"), "id = 1\n", "is not TOML"),
    ],
)
def test_a_mistake_is_found_with_file_and_line_and_what_to_do(tmp_path, file, old, new, at, says):
    folder = changed(tmp_path, file, old, new)
    flaws = flaws_of(folder)
    assert any(flaw.file == str(folder / file) and says in flaw.what and flaw.line in lines_of(folder / file, at) for flaw in flaws), (
        "\n".join(map(str, flaws))
    )


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        (
            'terms = ["raising.living", "raising.powder", "raising.steam"]',
            'terms = ["raising.living", "raising.steam"]',
            ("raising.toml", 'other = "raising.powder"'),
            "raising.living and raising.powder are not declared apart; add them to an [[apart]]",
        ),
        (
            'aim_back = "tell which breads hold {object}"\n',
            "",
            ("loaves.toml", 'back = "with"'),
            "made-with has no aim_back that says what for; add it there",
        ),
    ],
)
def test_what_words_lack_is_told_where_a_fact_needs_it(tmp_path, old, new, at, says):
    folder = changed(tmp_path, "words.toml", old, new)
    (flaw,) = flaws_of(folder)
    assert says in flaw.what
    assert (flaw.file, {flaw.line}) == (str(folder / at[0]), lines_of(folder / at[0], at[1]))


def test_every_mistake_of_a_kind_is_told_at_once(tmp_path):
    folder = changed(tmp_path, "words.toml", 'kind = "ingredient"', 'kind = "food"')
    assert len(flaws_of(folder)) == 10


def test_a_file_that_is_missing_is_told(tmp_path):
    folder = changed(tmp_path, "bank.toml", '"raising.toml"', '"rising.toml"')
    (flaw,) = flaws_of(folder)
    assert str(flaw) == (
        f"{folder / 'rising.toml'}:1: cannot be read (No such file or directory); make the file, or take its name out of bank.toml"
    )


def test_a_file_that_is_a_folder_is_told(tmp_path):
    folder = changed(tmp_path, "bank.toml", '"raising.toml"', '"."')
    (flaw,) = flaws_of(folder)
    assert "cannot be read" in flaw.what


def test_a_folder_without_a_bank_is_told(tmp_path):
    (flaw,) = flaws_of(tmp_path)
    assert flaw.file == str(tmp_path / "bank.toml")
    assert "cannot be read" in flaw.what


def test_a_mark_that_an_editor_puts_in_front_of_a_file_does_no_harm(tmp_path):
    folder = changed(tmp_path, "words.toml", "# Kinds of term", "\ufeff# Kinds of term")
    assert read_bank(folder).revision == read_bank(BREAD).revision


def test_a_thousand_mistakes_are_told_within_seconds(tmp_path):
    odd = "".join(f'[[term]]\nid = "odd-{number}"\nname = "odd {number}"\nkind = "odd"\n' for number in range(1000))
    folder = changed(tmp_path, "words.toml", LYE, LYE + odd)
    began = time.process_time()
    flaws = flaws_of(folder)
    assert [flaw.line for flaw in flaws] == list(range(flaws[0].line, flaws[0].line + 4000, 4))
    assert time.process_time() - began < 5


@pytest.mark.parametrize("file", ["bank.toml", "words.toml", "loaves.toml", "raising.toml"])
def test_a_file_that_is_not_utf_8_is_told_with_the_line_of_the_first_odd_byte(tmp_path, file):
    shutil.copytree(BREAD, folder := tmp_path / "bank")
    lines = (folder / file).read_bytes().split(b"\n")
    lines[4] += " # Gärkörbchen".encode("latin-1")
    (folder / file).write_bytes(b"\n".join(lines))
    (flaw,) = flaws_of(folder)
    assert (flaw.file, flaw.line, flaw.what) == (str(folder / file), 5, "is not UTF-8; save it as UTF-8")


def test_facts_outside_a_topic_are_told(tmp_path):
    text = (BREAD / "loaves.toml").read_text(encoding="utf-8")
    topic = text[text.index("[topic]") : text.index("[[table]]")]
    (flaw,) = flaws_of(changed(tmp_path, "loaves.toml", topic, ""))
    assert flaw.line == 1
    assert "say id, title and about of the topic" in flaw.what


def test_lines_are_counted_as_editors_count_them(tmp_path):
    shutil.copytree(BREAD, folder := tmp_path / "bank")
    text = (
        (folder / "words.toml")
        .read_text(encoding="utf-8")
        .replace('"lye"\nkind', '"lye\u2028"\nkind')
        .replace('"yeast"\nkind = "', '"yeast"\nkind = "x')
    )
    (folder / "words.toml").write_text(text.replace("\n", "\r\n"), encoding="utf-8", newline="")
    (flaw,) = flaws_of(folder)
    assert flaw.line == text[: text.index('"xingredient"')].count("\n") + 1


def changed(tmp_path, file, old, new):
    """A copy of the bank about bread in which one text of a file is another."""
    shutil.copytree(BREAD, folder := tmp_path / "bank")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def flaws_of(folder):
    with pytest.raises(BankError) as error:
        read_bank(folder)
    assert str(error.value) == "\n".join(map(str, error.value.flaws))
    return error.value.flaws


def lines_of(path, text):
    """Every line on which the text begins."""
    whole = path.read_text(encoding="utf-8")
    return {whole[:place].count("\n") + 1 for place in range(len(whole)) if whole.startswith(text, place)}
