"""From an objective to an item: which template is taken, and what it writes."""

from collections.abc import Collection
from random import Random
from typing import NamedTuple

from questions.attributing import attributed
from questions.every_term import with_every_term
from questions.fact import Currency, Fact
from questions.interactions import Interaction, TypedText, facts_of_keys
from questions.items import Item, Source
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.plainly import READERS
from questions.template import LEVELS, Draft, Level, Template, all_templates
from questions.wording import sayer


class UnknownTemplate(LookupError):
    """No template of this name and version can ask this objective (any more)."""


class TemplateName(NamedTuple):
    """A template by name and version."""

    name: str
    version: int


def choose_template(
    knowledge: Knowledge, objective_id: str, level: Level, seed: str, audience: str = "nursing", without: Collection[str] = frozenset()
) -> TemplateName:
    """A template for this objective on the level, or on the nearest one below, else above; drawn by the seed from all but those named.

    Patients are asked in words of their own, on every level, and never in others. Raises KeyError if the bank has no such objective,
    UnknownTemplate if no template is left, or no plain words.
    """
    if audience in READERS:
        return plain_template(knowledge, objective_id, audience)
    fit = [one for one in knowledge.templates[objective_id] if one.name not in without]
    if not fit:
        raise UnknownTemplate(f"no way of asking {objective_id} is left")
    wanted = LEVELS.index(level)
    levels = sorted({LEVELS.index(one.level) for one in fit}, key=lambda place: (abs(place - wanted), place))
    chosen = Random(f"{seed}/template").choice([one for one in fit if LEVELS.index(one.level) == levels[0]])
    return TemplateName(chosen.name, chosen.version)


def write_item(
    knowledge: Knowledge, objective_id: str, template: str, version: int, seed: str, audience: str = "nursing", language: str = "en"
) -> Item:
    """The item that a template writes for an objective from a seed: the same arguments give the same item on every machine.

    Raises KeyError if the bank has no such objective, UnknownTemplate if the template or its version cannot ask it.
    """
    knowledge = knowledge.spoken_in(language)
    objective = knowledge.objectives[objective_id]
    chosen = all_templates().get(template)
    if chosen is None or chosen.version != version or not _asks(chosen, objective, knowledge, audience):
        raise UnknownTemplate(f"{template} version {version} does not ask {objective_id}")
    return written(knowledge, objective, chosen, seed, audience, language)


def templates_of(knowledge: Knowledge, objective_id: str) -> tuple[TemplateName, ...]:
    """Every template that can ask this objective."""
    return tuple(TemplateName(one.name, one.version) for one in knowledge.templates[objective_id])


def plain_template(knowledge: Knowledge, objective_id: str, reader: str) -> TemplateName:
    """The template that puts this objective to patients, or to those close to them, in plain words.

    Raises KeyError if the bank has no such objective, UnknownTemplate if it has no plain words for it.
    """
    plain = knowledge.objectives[objective_id].plain.get(reader)
    fit = (one for one in all_templates().values() if isinstance(plain, one.matter) and one.write(plain, Random("fit"), sayer("en")))
    if (found := next(fit, None)) is None:
        raise UnknownTemplate(f"{objective_id} is not put in plain words")
    return TemplateName(found.name, found.version)


def written(knowledge: Knowledge, objective: Objective, template: Template, seed: str, audience: str, language: str) -> Item:
    """What a template writes for an objective, with where it stands in the document and what has changed since."""
    draft = _draft(objective, template, seed, audience, language)
    assert draft is not None, f"{template.name} fits {objective.id} with one seed and not with {seed}"
    hanging = knowledge.facts[objective.fact]
    facts = {fact.id: fact for fact in (hanging, *(knowledge.facts[id] for id in facts_of_keys(draft.interaction)))}.values()
    dated = any(fact.currency is Currency.DATED for fact in facts)
    sources = dict.fromkeys(Source(knowledge.bank.about.document, fact.source.section, fact.source.paragraph) for fact in facts)
    return Item(
        objective=objective.id,
        facts=objective.facts,
        topic=objective.topic,
        aim=objective.aim,
        template=template.name,
        version=template.version,
        level=template.level,
        nearness=round(draft.nearness, 3),
        item_type=draft.item_type,
        seed=seed,
        revision=knowledge.bank.revision,
        audience=audience,
        language=language,
        stem=attributed(draft.stem, sayer(language)) if dated else draft.stem,
        hint=draft.hint,
        interaction=_complete(draft, knowledge),
        why=draft.why,
        source=next(iter(sources)),
        sources=tuple(sources),
        currency=(Currency.DATED if dated else hanging.currency).value,
        note=" ".join(dict.fromkeys(filter(None, (_note(fact, audience) for fact in facts)))),
    )


def _asks(template: Template, objective: Objective, knowledge: Knowledge, audience: str) -> bool:
    """Whether a template can ask an audience this objective: as it is, or as it is put in their words."""
    return template in knowledge.templates[objective.id] or _draft(objective, template, "fit", audience, "en") is not None


def _draft(objective: Objective, template: Template, seed: str, audience: str, language: str) -> Draft | None:
    """What a template writes: of what the audience has in words of its own, if it can ask that, else of the matter itself."""
    matters = (matter for matter in (objective.plain.get(audience), objective.matter) if isinstance(matter, template.matter))
    chance = f"{objective.id}/{template.name}/{template.version}/{seed}"
    return next(filter(None, (template.write(matter, Random(chance), sayer(language)) for matter in matters)), None)


def _complete(draft: Draft, knowledge: Knowledge) -> Interaction:
    """The draft's way of answering; what is typed is held against every term of the bank."""
    return with_every_term(draft.interaction, draft.stem, knowledge) if isinstance(draft.interaction, TypedText) else draft.interaction


def _note(fact: Fact, audience: str) -> str:
    """What has changed since the document was written, and who says so; in plain words to patients, who hear of no other notes."""
    if audience in READERS:
        return fact.plain_note if fact.changed else ""
    return f"{fact.note} ({fact.who})" if fact.note and fact.who else fact.note
