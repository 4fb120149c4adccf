"""From an objective to an item: which template is taken, and what it writes."""

from random import Random
from typing import NamedTuple

from questions.every_term import with_every_term
from questions.fact import Currency, Fact
from questions.interactions import Interaction, TypedText, facts_of_keys
from questions.items import Item, Source
from questions.knowledge import Knowledge
from questions.objectives import Objective
from questions.template import LEVELS, Draft, Level, Template, all_templates
from questions.wording import sayer


class UnknownTemplate(LookupError):
    """No template of this name and version can ask this objective (any more)."""


class TemplateName(NamedTuple):
    """A template by name and version."""

    name: str
    version: int


def choose_template(knowledge: Knowledge, objective_id: str, level: Level, seed: str) -> TemplateName:
    """A template for this objective on the level, or on the nearest one below, else above; drawn by the seed.

    Raises KeyError if the bank has no such objective.
    """
    fit = knowledge.templates[objective_id]
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
    objective = knowledge.objectives[objective_id]
    chosen = all_templates().get(template)
    if chosen is None or chosen.version != version or chosen not in knowledge.templates[objective_id]:
        raise UnknownTemplate(f"{template} version {version} does not ask {objective_id}")
    return written(knowledge, objective, chosen, seed, audience, language)


def templates_of(knowledge: Knowledge, objective_id: str) -> tuple[TemplateName, ...]:
    """Every template that can ask this objective."""
    return tuple(TemplateName(one.name, one.version) for one in knowledge.templates[objective_id])


def written(knowledge: Knowledge, objective: Objective, template: Template, seed: str, audience: str, language: str) -> Item:
    """What a template writes for an objective, with where it stands in the document and what has changed since."""
    draft = template.write(objective.matter, Random(f"{objective.id}/{template.name}/{template.version}/{seed}"), sayer(language))
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
        stem=sayer(language)("{question} (According to this article.)", question=draft.stem) if dated else draft.stem,
        hint=draft.hint,
        interaction=_complete(draft, knowledge),
        why=draft.why,
        source=next(iter(sources)),
        sources=tuple(sources),
        currency=(Currency.DATED if dated else hanging.currency).value,
        note=" ".join(dict.fromkeys(filter(None, map(_note, facts)))),
    )


def _complete(draft: Draft, knowledge: Knowledge) -> Interaction:
    """The draft's way of answering; what is typed is held against every term of the bank."""
    return with_every_term(draft.interaction, draft.stem, knowledge) if isinstance(draft.interaction, TypedText) else draft.interaction


def _note(fact: Fact) -> str:
    """What has changed since the document was written, and who says so."""
    return f"{fact.note} ({fact.who})" if fact.note and fact.who else fact.note
