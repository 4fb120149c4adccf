"""What the bank says of every term that somebody could type for an answer (ITEMS.md §3, rule 14)."""

from dataclasses import replace

from questions.claims import Claim, Verdict
from questions.interactions import Option, TypedText
from questions.knowledge import Knowledge


def with_every_term(typing: TypedText, stem: str, knowledge: Knowledge) -> TypedText:
    """The same, knowing all terms: what may be true is handed back unscored, and no slip makes one term of the bank another.

    Of the kind of the right answer, a term that the stem names is given, and one of which the bank does not say that it is wrong is
    unsettled. All others are wrong.
    """
    told = {spelled.id for spelled in (*typing.spellings, *typing.refused, *typing.unsettled, *typing.given)}
    kinds = {knowledge.terms[option.id].kind for option in typing.accepted if option.id in knowledge.terms}
    untold = [term for term in knowledge.bank.terms if term.id not in told]
    perhaps = {
        term.id for term in untold if term.kind in kinds and any(_may_hold(option, term.id, knowledge) for option in typing.accepted)
    }
    named = {term.id for term in untold if term.id in perhaps and term.name in stem}
    return replace(
        typing,
        given=(*typing.given, *(knowledge.spelled(term.id) for term in untold if term.id in named)),
        unsettled=(*typing.unsettled, *(knowledge.spelled(term.id) for term in untold if term.id in perhaps - named)),
        others=tuple(knowledge.spelled(term.id) for term in untold if term.id not in perhaps),
    )


def claim_with(option: Option, term: str) -> Claim:
    """What somebody says who types this term where the option is right."""
    return option.claim._replace(subject=term) if option.claim.subject == option.id else option.claim._replace(object=term)


def _may_hold(option: Option, term: str, knowledge: Knowledge) -> bool:
    """Whether the claim that makes an answer right is not refuted when this term stands in the answer's place."""
    return knowledge.settle(claim_with(option, term)).verdict is not Verdict.CONTRADICTED
