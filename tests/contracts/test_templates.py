"""Every template keeps its word: what a version writes for the shipped banks does not change, and no item of it has a flaw.

After a change of a bank, or with a new version of a template: `python -m tests.contracts.test_templates` writes the fingerprints again.
"""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from questions.bank import shipped_banks
from questions.flaw import flaws_of
from questions.knowledge import Knowledge
from questions.printing import item_as_json
from questions.readers.toml_files import read_bank
from questions.template import Template, all_templates, way_called
from questions.writing import plain_template, write_item

FINGERPRINTS = Path(__file__).with_name("fingerprints.json")
SEEDS = ("a", "b", "c")


@pytest.fixture(scope="module")
def banks() -> list[Knowledge]:
    return shipped()


@pytest.mark.parametrize("template", all_templates().values(), ids=lambda template: template.name)
def test_a_version_of_a_template_writes_what_it_always_wrote(template: Template, banks: list[Knowledge]) -> None:
    kept = json.loads(FINGERPRINTS.read_text(encoding="utf-8"))
    for knowledge in banks:
        known = kept.get(knowledge.bank.name, {})
        assert known.get("revision") == knowledge.bank.revision, "the bank has changed: write the fingerprints again (see above)"
        written = fingerprint(template, knowledge)
        assert known["templates"].get(f"{template.name} {template.version}") == written, "what it writes has changed: give it a new version"


@pytest.mark.parametrize("template", all_templates().values(), ids=lambda template: template.name)
def test_a_template_asks_something_and_without_a_flaw(template: Template, banks: list[Knowledge]) -> None:
    asked = [(knowledge, id) for knowledge in banks for id, fit in knowledge.templates.items() if template in fit]
    assert asked, "no objective of a shipped bank can be asked so"
    for knowledge, id in asked:
        for seed in range(5):
            item = write_item(knowledge, id, template.name, template.version, f"flaw {seed}")
            assert not list(flaws_of(item, knowledge)), item


def test_each_way_of_asking_has_a_short_name_of_its_own_that_people_read() -> None:
    names = [way_called(one.name, "en") for one in all_templates().values()]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and "_" not in name and len(name) <= 50 for name in names)
    assert way_called("an_older_way", "en") == "an older way"


def shipped() -> list[Knowledge]:
    return [Knowledge(read_bank(folder)) for folder in shipped_banks()]


def fingerprint(template: Template, knowledge: Knowledge) -> str:
    written = sha256()
    for id, fit in knowledge.templates.items():
        for seed in SEEDS if template in fit else ():
            written.update(item_as_json(write_item(knowledge, id, template.name, template.version, seed)).encode())
        for reader in knowledge.objectives[id].plain:
            if plain_template(knowledge, id, reader) == (template.name, template.version):
                written.update(item_as_json(write_item(knowledge, id, template.name, template.version, SEEDS[0], reader)).encode())
    return written.hexdigest()[:16]


def write_again() -> None:
    """Write all fingerprints, unless a template writes something else for an unchanged bank under an unchanged version."""
    kept = json.loads(FINGERPRINTS.read_text(encoding="utf-8")) if FINGERPRINTS.exists() else {}
    for knowledge in shipped():
        now = {f"{one.name} {one.version}": fingerprint(one, knowledge) for one in all_templates().values()}
        before = kept.get(knowledge.bank.name, {})
        same_bank = before.get("revision") == knowledge.bank.revision
        changed = [name for name, written in now.items() if same_bank and before["templates"].get(name, written) != written]
        if changed:
            raise SystemExit(f"These write something else than they did; give each a new version: {', '.join(changed)}")
        kept[knowledge.bank.name] = {"revision": knowledge.bank.revision, "templates": now}
    FINGERPRINTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_again()
