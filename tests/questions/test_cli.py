"""The command `questions`, as a person and as another program use it."""

import json
import os
import shutil
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from questions.bank import shipped_banks
from questions.cli import main
from questions.command import all_commands
from questions.plainly import READERS
from questions.template import LEVELS
from tests.questions.making import BREAD

COMMAND = Path(sys.executable).with_name("questions")
OFFERED = {
    "one of": {"options"},
    "any of": {"options"},
    "n of": {"n", "options"},
    "grid": {"columns", "rows"},
    "drop-downs": {"blanks"},
    "drop-downs, linked": {"because", "blanks"},
    "order": {"steps"},
    "highlight": {"segments"},
    "bow-tie": {"targets"},
    "text": {"accepted"},
    "number": {"value", "unit", "tolerance"},
}
ABOUT = {
    "objective": str,
    "facts": list,
    "topic": str,
    "aim": str,
    "template": str,
    "version": int,
    "level": str,
    "nearness": float | int,
    "interaction": str,
    "item_type": str,
    "seed": str,
    "revision": str,
    "audience": str,
    "stem": str,
    "maximum": int,
    "source": dict,
    "currency": str,
}
FACT = ["id", "kind", "topic", "subject", "predicate", "objects", "list", "currency", "source"]
PROVED = ["why", "facts"]


@pytest.fixture(scope="module")
def printed():
    """The items of the bank about bread, as another program reads them."""
    return [json.loads(line) for line in said("items", BREAD, "--variants", "30").splitlines()]


def test_a_sound_bank_passes_and_the_items_looked_at_are_counted(capsys):
    assert main(["check", str(BREAD), "--variants", "3"]) == 0
    objectives = {json.loads(line)["objective"] for line in said("items", BREAD, "--variants", "1").splitlines()}
    assert capsys.readouterr().out == f"{3 * len(objectives)} items looked at, 0 flaws found.\n"


@pytest.mark.parametrize("bank", [folder.name for folder in shipped_banks()])
def test_a_shipped_bank_is_found_by_its_name_and_passes(bank, capsys):
    assert main(["check", bank, "--variants", "1"]) == 0
    assert capsys.readouterr().out.endswith(" items looked at, 0 flaws found.\n")


@pytest.mark.parametrize("command", all_commands())
def test_a_bank_with_a_mistake_names_file_and_line_and_fails_whatever_is_asked_of_it(command, tmp_path, capsys):
    folder = bread_with(tmp_path, "raising.toml", 'also_fits = ["kneading"]', 'also_fits = ["needing"]')
    assert main([command, str(folder), *needed(command, tmp_path)]) == 1
    assert capsys.readouterr().out == f"{folder}/raising.toml:30: folding: there is no term “needing”; did you mean “kneading”?\n"


@pytest.mark.parametrize("command", all_commands())
def test_a_command_works_on_a_sound_bank_and_says_what_it_does(command, tmp_path, capsys):
    assert main([command, str(BREAD), *needed(command, tmp_path)]) == 0
    assert capsys.readouterr().out
    assert all_commands()[command].help
    assert all_commands()[command].run.__doc__


def test_a_bank_whose_items_have_a_flaw_names_file_and_line_of_the_fact_and_fails(tmp_path, capsys):
    folder = bread_with(tmp_path, "raising.toml", 'text = "It speeds its growth"', 'text = "It always speeds its growth"')
    assert main(["check", str(folder)]) == 1
    *flaws, last = capsys.readouterr().out.splitlines()
    line = 1 + (folder / "raising.toml").read_text(encoding="utf-8").split('[[statement]]\nid = "salt"')[0].count("\n")
    assert flaws
    assert all(flaw.startswith(f"{folder}/raising.toml:{line}: absolute_words: “always” in ") for flaw in flaws)
    assert all("(bread/salt#holds, what_holds, seed 1/" in flaw for flaw in flaws)
    assert last.endswith(f" items looked at, {len(flaws)} flaws found.")


def test_what_patients_are_asked_is_looked_at_too(tmp_path, capsys):
    folder = shutil.copytree(next(folder for folder in shipped_banks() if folder.name == "metastatic-cancer"), tmp_path / "altered")
    file = folder / "basics.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('plainly.instead.new-organ = "It is named', 'plainly.instead.new-organ = "It is always named'), encoding="utf-8"
    )
    assert main(["check", str(folder), "--variants", "1"]) == 1
    *flaws, _ = capsys.readouterr().out.splitlines()
    assert len(flaws) == len(READERS)
    assert all("absolute_words: “always” in " in flaw and "basics.naming#holds, what_holds" in flaw for flaw in flaws)


@pytest.mark.parametrize("named", ["no-such-bank", ".", "", "/", "bread\n"])
def test_a_bank_that_cannot_be_found_is_told_with_those_that_can(named, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check", named]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"There is no bank “{named}”. Name one of these, or a folder that holds a bank.toml: ")
    assert all(folder.name in captured.err for folder in shipped_banks())


@pytest.mark.parametrize("many", ["0", "-1", "many", "1.5", "", "²", "1e3"])
@pytest.mark.parametrize("command", ["check", "items"])
def test_variants_that_are_no_number_from_1_are_refused(command, many, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, str(BREAD), f"--variants={many}"])
    assert ended.value.code == 2
    assert capsys.readouterr().err.endswith(f"argument --variants: “{many}” is not a number of items; write 1 or more\n")


@pytest.mark.parametrize("arguments", [[], ["frobnicate"], ["check"], ["facts", str(BREAD), "--variants", "3"], ["items", "a", "b"]])
def test_a_command_that_makes_no_sense_is_refused_with_how_to_call_it(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: questions")


def test_all_that_is_promised_of_an_item_is_printed(printed):
    assert {item["interaction"] for item in printed} == set(OFFERED)
    for item in printed:
        assert ABOUT.keys() | OFFERED[item["interaction"]] <= item.keys()
        assert all(isinstance(item[name], kind) for name, kind in ABOUT.items())
        assert item["level"] in LEVELS
        assert item["maximum"] >= 1
        assert 0 <= item["nearness"] <= 1
        assert item["source"].keys() >= {"section", "paragraph"}
        assert item["facts"]


def test_all_that_is_offered_is_printed_with_why_and_by_which_facts(printed):
    facts = {json.loads(line)["id"] for line in said("facts", BREAD).splitlines()} | {"recipes"}
    for item in printed:
        for part, fields in parts(item):
            assert all(part[name] for name in fields), part
            assert set(part.get("facts", ())) <= facts


def test_marks_and_keys_go_together(printed):
    for item in printed:
        match item["interaction"]:
            case "one of" | "any of" | "n of":
                keys = sum(option["correct"] for option in item["options"])
            case "grid":
                columns = {column["id"] for column in item["columns"]}
                assert all(set(row["correct"]) <= columns for row in item["rows"])
                keys = sum(len(row["correct"]) for row in item["rows"])
            case "drop-downs":
                keys = sum(option["correct"] for blank in item["blanks"] for option in blank["options"])
            case "drop-downs, linked":
                assert item["because"] in [blank["id"] for blank in item["blanks"]]
                keys = len(item["blanks"]) - 1
            case "order":
                assert [step["position"] for step in item["steps"]] == list(range(1, len(item["steps"]) + 1))
                keys = len(item["steps"])
            case "highlight":
                keys = sum(segment["correct"] for segment in item["segments"])
            case "bow-tie":
                assert all(any(option["correct"] for option in target["options"]) for target in item["targets"])
                keys = len(item["targets"])
            case "text":
                assert all(item["accepted"])
                keys = 1
            case "number":
                assert item["tolerance"] >= 0
                keys = 1
        assert item["maximum"] == keys == item.get("n", keys)


def test_an_objective_is_asked_by_its_templates_in_turn_and_each_item_has_a_seed_of_its_own(printed):
    by_objective = defaultdict(list)
    for item in printed:
        by_objective[item["objective"]].append(item)
    for items in by_objective.values():
        assert len({item["seed"] for item in items}) == len(items) == 30
        used = list(dict.fromkeys(item["template"] for item in items))
        assert len(used) >= 2
        assert [item["template"] for item in items] == [used[number % len(used)] for number in range(30)]


def test_another_seed_gives_other_items_of_the_same_objectives(printed):
    others = [json.loads(line) for line in said("items", BREAD, "--variants", "30", "--seed", "other").splitlines()]
    assert [item["objective"] for item in others] == [item["objective"] for item in printed]
    assert {item["stem"] for item in others} & {item["stem"] for item in printed}
    assert others != printed


def test_all_that_is_promised_of_a_fact_is_printed():
    lines = [json.loads(line) for line in said("facts", BREAD).splitlines()]
    for line in lines:
        assert line.keys() >= set(FACT)
        assert line["objects"]
        assert all(thing.keys() == {"text", "qualifier"} for thing in line["objects"])
    pretzel = next(line for line in lines if line["id"] == "recipes.pretzel")
    assert (pretzel["kind"], pretzel["subject"], pretzel["predicate"], pretzel["list"]) == ("relation", "pretzel", "made-with", "closed")
    assert [thing["text"] for thing in pretzel["objects"]] == ["wheat flour", "yeast", "butter", "lye"]
    assert pretzel["source"] == {"section": "Loaves", "paragraph": 2}


@pytest.mark.parametrize(
    ("command", "bank", "options"),
    [
        ("items", BREAD, ["--variants", "4"]),
        ("facts", BREAD, []),
        ("check", BREAD, ["--variants", "1"]),
        ("items", shipped_banks()[0].name, ["--variants", "2"]),
        ("facts", shipped_banks()[0].name, []),
    ],
)
def test_the_same_arguments_give_the_same_bytes_whatever_python_s_own_seed_and_the_encoding_around(command, bank, options):
    one, other = (
        subprocess.run([COMMAND, command, bank, *options], env=os.environ | around, capture_output=True, check=True).stdout
        for around in ({"PYTHONHASHSEED": "0"}, {"PYTHONHASHSEED": "1", "PYTHONIOENCODING": "ascii"})
    )
    assert one == other
    assert one.decode("utf-8").endswith("\n")
    assert b"\r" not in one


@pytest.mark.parametrize("arguments", [["items", "--variants", "40"], ["facts"], ["check", "--variants", "1"]])
def test_whoever_stops_reading_ends_it_quietly(arguments):
    command, *options = arguments
    with subprocess.Popen([COMMAND, command, BREAD, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) != 0


def test_a_sheet_of_items_holds_so_many_with_what_is_right_why_and_where_it_stands(tmp_path, capsys):
    assert main(["sample", str(BREAD), "--items", "70", "--seed", "s", str(tmp_path / "sheet.txt")]) == 0
    assert capsys.readouterr().out == f"70 items written to {tmp_path / 'sheet.txt'}.\n"
    items = (tmp_path / "sheet.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    assert [int(item.partition(".")[0]) for item in items] == list(range(1, 71))
    for item in items:
        assert "[x]" in item or ") " in item
        assert "   Why: " in item
        assert "   Source: " in item
    objectives = [item.splitlines()[-1].split(",")[0].strip() for item in items]
    once = len(set(objectives))
    assert once > 20
    assert len(set(objectives[:once])) == once


def test_a_sheet_is_the_same_for_the_same_seed_and_another_for_another(tmp_path):
    for name, seed in (("one", "a"), ("same", "a"), ("other", "b")):
        main(["sample", str(BREAD), "--items", "40", "--seed", seed, str(tmp_path / name)])
    one, same, other = ((tmp_path / name).read_bytes() for name in ("one", "same", "other"))
    assert one == same != other


@pytest.mark.parametrize("reader", ["patient", "family"])
def test_a_sheet_can_be_of_what_is_asked_in_plain_words(reader, tmp_path, capsys):
    assert main(["sample", "metastatic-cancer", "--items", "70", "--for", reader, str(tmp_path / "sheet.txt")]) == 0
    items = (tmp_path / "sheet.txt").read_text(encoding="utf-8").split("\n\n")[1:]
    assert len(items) == 70
    assert all(item.rstrip().endswith(f"for {reader}") for item in items)


def test_a_bank_without_plain_words_gives_no_sheet_of_them_and_says_what_to_give(tmp_path, capsys):
    assert main(["sample", "electrolytes", "--for", "patient", str(tmp_path / "sheet.txt")]) == 1
    assert "nothing of it is put in words for patient" in capsys.readouterr().out
    assert not (tmp_path / "sheet.txt").exists()


def test_a_bank_of_which_nothing_can_be_asked_gives_no_sheet(tmp_path, capsys):
    folder = bread_with(tmp_path, "bank.toml", '"loaves.toml", "raising.toml", "heat.toml"', '"ask.toml"')
    text = (BREAD / "heat.toml").read_text(encoding="utf-8")
    topic, prompt = text[: text.index("[[figure]]")], text[text.index("[[prompt]]") : text.index("[[situation]]")]
    (folder / "ask.toml").write_text(topic + prompt, encoding="utf-8")
    assert main(["sample", str(folder), str(tmp_path / "sheet.txt")]) == 1
    assert capsys.readouterr().out.startswith(f"{folder}/bank.toml:1: nothing of it can be asked; ")


def test_a_sheet_that_cannot_be_written_is_told_with_what_to_do(tmp_path, capsys):
    assert main(["sample", str(BREAD), str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path} cannot be written (")


def needed(command, folder):
    """What has to be said behind a command and a bank: files to write."""
    return [str(folder / argument.name) for argument in all_commands()[command].arguments if not argument.name.startswith("--")]


def parts(item):
    """Each thing that is offered, with the fields that it cannot lack."""
    for option in (*item.get("options", ()), *(option for blank in item.get("blanks", ()) for option in blank["options"])):
        assert isinstance(option["correct"], bool)
        yield option, ["id", "text", *PROVED]
    yield from ((row, ["id", "text", *PROVED]) for row in item.get("rows", ()))
    yield from ((step, ["id", "text", "position", *PROVED]) for step in item.get("steps", ()))
    yield from ((column, ["id", "text"]) for column in item.get("columns", ()))
    yield from ((blank, ["id", "label", "options"]) for blank in item.get("blanks", ()))


def said(*arguments: object) -> str:
    """What the command prints in a process of its own."""
    return subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=True).stdout


def bread_with(tmp_path, file, old, new):
    """The bank about bread with one text changed."""
    shutil.copytree(BREAD, folder := tmp_path / "bank")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_the_report_says_what_an_editor_should_look_at(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "metastatic-cancer"]) == 0
    said = capsys.readouterr().out
    assert "tests.laparotomy: error in source" in said
    assert "Objectives that cannot be asked in three ways on two levels: " in said
    assert "Tests for metastatic cancer: grade " in said
